"""What apps may put before people (forms, menus, a Home), with the mouse, by the keyboard alone, and heard by axe."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import violations, window
from tests.browser.steps import ask, last, messages
from tests.browser.stub import Json, Stub


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, bot: Stub) -> Iterator[Page]:
    with window(browser, 1280 if request.param == "light" else 380, color_scheme=request.param) as context:
        page = context.new_page()
        page.goto(bot.workspace.url)
        expect(messages(page)).to_contain_text("Try Action plans here")
        yield page


def until(page: Page, happened: Callable[[], bool]) -> None:
    for _ in range(500):
        if happened():
            return
        page.wait_for_timeout(20)
    pytest.fail("It did not happen.")


def pressed(bot: Stub) -> list[Json]:
    """What was chosen or pressed, oldest first."""
    return [each["actions"][0] for each in bot.heard if each.get("type") == "block_actions"]


def test_a_form_says_what_is_wrong_beside_it_and_goes_to_the_first(page: Page, bot: Stub, axe: str) -> None:
    ask(page, "/actions form")
    form = page.get_by_role("dialog", name="Report")
    words = form.get_by_label("What happened")
    expect(words).to_be_focused()

    form.get_by_role("button", name="Send").click()

    expect(form.get_by_text("required field")).to_have_count(3)
    expect(words).to_be_focused()
    expect(words).to_have_attribute("aria-invalid", "true")
    assert violations(page, axe) == []

    words.fill("We met.")
    form.get_by_label("Status").select_option("Done")
    form.get_by_label("Now").check()
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_text("That day is past.")).to_be_visible()
    expect(form.get_by_label("Day of it")).to_be_focused()

    form.get_by_label("Soon").check()
    form.get_by_role("button", name="Send").click()
    expect(form).to_be_hidden()
    values = bot.heard[-1]["view"]["state"]["values"]
    assert values["what"]["what"]["value"] == "We met."
    assert values["day"]["day"]["selected_date"] == "2024-12-02"


def test_a_form_is_filled_in_and_left_by_the_keyboard_alone(page: Page, bot: Stub) -> None:
    ask(page, "/actions form")
    keys = page.keyboard
    expect(page.get_by_label("What happened")).to_be_focused()
    keys.type("All done.")
    keys.press("Tab")
    keys.type("Done")
    for _ in range(20):
        if page.get_by_label("Soon").is_checked():
            break
        keys.press("Tab")
        if page.get_by_label("Minutes").evaluate("node => node === document.activeElement"):
            keys.press("Space")
        if page.get_by_label("Soon").evaluate("node => node === document.activeElement"):
            keys.press("Space")
    keys.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    values = bot.heard[-1]["view"]["state"]["values"]
    assert values["status"]["status"]["selected_option"]["value"] == "done"
    assert [each["value"] for each in values["evidence"]["evidence"]["selected_options"]] == ["minutes"]

    ask(page, "/actions form")
    expect(page.get_by_label("What happened")).to_be_focused()
    keys.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_menus_dates_and_questions_in_a_message_reach_the_app(page: Page, bot: Stub, axe: str) -> None:
    page.get_by_role("button", name="/actions controls").click()
    expect(page.get_by_role("img")).to_have_count(2)
    page.get_by_label("Theme").select_option("B")
    until(page, lambda: len(pressed(bot)) == 1)
    page.get_by_label("Day", exact=True).fill("2024-12-05")
    page.keyboard.press("Tab")
    until(page, lambda: len(pressed(bot)) == 2)
    page.get_by_role("button", name="More actions").press("Enter")
    assert violations(page, axe) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, lambda: len(pressed(bot)) == 3)

    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("dialog", name="Close the plan?")).to_be_visible()
    assert violations(page, axe) == []
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Close it").click()
    page.get_by_role("button", name="Close", exact=True).click()
    until(page, lambda: len(pressed(bot)) == 4)

    assert [each["action_id"] for each in pressed(bot)] == ["theme", "day", "more", "close"]
    assert pressed(bot)[0]["selected_option"]["value"] == "b"
    assert pressed(bot)[1]["selected_date"] == "2024-12-05"
    assert pressed(bot)[2]["selected_option"]["value"] == "mute"


def test_the_home_shows_what_the_app_put_there(page: Page, bot: Stub, axe: str) -> None:
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible():
        menu.click()
    page.get_by_role("link", name="Action plans").click()
    page.get_by_role("link", name="home").click()

    expect(page.get_by_role("heading", name="Your actions")).to_be_visible()
    expect(page.locator("#home")).to_contain_text("7 are late")
    assert violations(page, axe) == []
    page.get_by_role("button", name="Count again").press("Enter")
    until(page, lambda: [each["action_id"] for each in pressed(bot)] == ["again"])


def test_a_thread_is_opened_answered_and_left(page: Page, bot: Stub, axe: str) -> None:
    ask(page, "shall we meet?")
    last(page).get_by_role("button", name="Reply to Anna Able").press("Enter")
    expect(page.get_by_role("heading", name="Thread in # general")).to_be_focused()
    reply = page.get_by_role("textbox", name="Reply")
    reply.fill("On Friday.")
    reply.press("Enter")
    expect(messages(page)).to_contain_text("On Friday.")
    assert violations(page, axe) == []

    page.get_by_role("link", name="Back").click()
    expect(messages(page)).not_to_contain_text("On Friday.")
    expect(last(page).get_by_role("button", name="1 reply")).to_be_visible()


def test_a_file_is_attached(page: Page, bot: Stub) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Attach a file").click()
    chooser.value.set_files({"name": "plan.docx", "mimeType": "application/msword", "buffer": b"words"})
    expect(messages(page)).not_to_contain_text("plan.docx")
    ask(page, "The new plan")

    expect(last(page)).to_contain_text("The new plan")
    expect(last(page)).to_contain_text("plan.docx")


def test_light_or_dark_is_chosen_and_kept(page: Page, bot: Stub) -> None:
    begun = page.locator("html").get_attribute("data-theme")
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible():
        menu.click()
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "light" if begun == "dark" else "dark")
