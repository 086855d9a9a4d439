"""The page, used as a person uses it: by what is written on it, with the mouse, and with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import violations, window
from tests.browser.steps import ask, be, go_to, last, messages, open_app, said, saying

OVERDUE = "18 of 26 actions are overdue"


def rows(message: Locator) -> int:
    """How many actions the message's table holds, by its own account of its pages."""
    told = message.get_by_text(re.compile(r"^\d+ to \d+ of \d+$"))
    return int(told.inner_text().split()[-1]) if told.count() else message.get_by_role("row").count() - 1


def overdue(page: Page) -> Locator:
    """Asked on 3 February 2025, in the channel, by the governor."""
    go_to(page, "2025-02-03")
    ask(page, "/actions Rochester overdue")
    said(page, OVERDUE)
    return last(page)


def test_it_opens_on_a_monday_with_what_to_try(page: Page) -> None:
    expect(page.locator("#now")).to_have_text("Monday 2 December 2024, 9am")
    expect(page.get_by_role("button", name="/actions Rochester overdue")).to_be_visible()
    expect(messages(page).get_by_text("actions demo FILE")).to_be_visible()


def test_on_a_phone_it_opens_at_the_beginning_of_what_to_try(browser: Browser, address: str) -> None:
    with window(browser, 380, 640) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("heading", name="Try Action plans here")).to_be_in_viewport(ratio=1)


def test_each_tab_of_the_app_begins_with_a_capital(page: Page) -> None:
    open_app(page)
    expect(page.get_by_role("link", name="messages", exact=True)).to_be_visible()

    assert page.locator("#tabs a").all_inner_texts() == ["Messages", "Home"]


def test_eighteen_are_overdue_and_gfsl_owes_two_of_them(page: Page) -> None:
    answer = overdue(page)
    assert rows(answer) == 18
    expect(answer).to_contain_text("Only visible to you")

    answer.get_by_role("button", name="Only GFSL (2)").click()

    said(page, "2 of 3 actions are overdue (owned by GFSL)")
    expect(messages(page)).not_to_contain_text(OVERDUE)  # an answer of one's own is drawn anew where it stood


@pytest.mark.parametrize("width", [380, 1280])
def test_a_long_answer_is_shown_from_its_beginning(browser: Browser, address: str, width: int) -> None:
    with window(browser, width) as context:
        page = context.new_page()
        page.goto(address)
        ask(page, "good morning")
        answer = overdue(page)
        expect(answer.get_by_text(OVERDUE).first).to_be_in_viewport(ratio=1)
        answer.get_by_role("button", name="Share").click()
        expect(saying(page, OVERDUE)).to_have_count(2)
        expect(last(page).get_by_text(OVERDUE).first).to_be_in_viewport(ratio=1)


def test_what_is_shared_is_seen_by_everybody_and_the_question_by_nobody_else(page: Page) -> None:
    overdue(page).get_by_role("button", name="Share").click()
    expect(saying(page, OVERDUE)).to_have_count(2)

    be(page, "Prison Group Director")

    expect(saying(page, OVERDUE)).to_have_count(1)
    expect(messages(page)).not_to_contain_text("Only visible to you")
    ask(page, "/actions mine overdue")
    said(page, "5 of")


def test_nonsense_is_said_and_helped(page: Page) -> None:
    ask(page, "/actions Rochester flibber overdue")

    said(page, re.compile("but not flibber.*/actions Rochester overdue", re.DOTALL))


def test_a_mention_is_answered_and_so_are_plain_words_to_the_app(page: Page) -> None:
    ask(page, "@Action plans Rochester overdue")
    said(page, "7 of 26 actions are overdue")

    page.get_by_role("link", name="Action plans").click()
    ask(page, "due soon")
    said(
        page,
        "Nothing at HMP Rochester is due by 16 December. Next: 6, 10, 17, 23 and 24, due 31 December; 7 are overdue.",
    )


def test_the_calendar_moves_by_an_hour_to_a_working_day_and_to_a_date_but_never_back(page: Page) -> None:
    page.get_by_role("button", name="+1 hour").click()
    expect(page.locator("#now")).to_have_text("Monday 2 December 2024, 10am")
    page.get_by_role("button", name="Next working day, 9am").click()
    expect(page.locator("#now")).to_have_text("Tuesday 3 December 2024, 9am")
    page.get_by_label("Go to").fill("2024-12-24")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("#now")).to_have_text("Tuesday 24 December 2024, 9am")
    page.get_by_role("button", name="Next working day, 9am").click()
    expect(page.locator("#now")).to_have_text("Friday 27 December 2024, 9am")

    page.get_by_label("Go to").fill("2024-12-02")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="only moves forward")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("only moves forward")).to_have_count(0)


def test_a_command_in_a_thread_is_refused_as_slack_refuses_it(page: Page) -> None:
    ask(page, "shall we look at the plan?")
    last(page).get_by_role("button", name=re.compile("[Rr]eply")).click()
    reply = page.get_by_role("textbox", name="Reply")
    reply.fill("/actions Rochester overdue")
    reply.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="threads")).to_be_visible()


def test_others_see_that_something_is_new_until_they_have_looked(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    other.goto(page.url)
    be(other, "Head of Safety")
    other.get_by_role("link", name="# leadership").click()
    ask(page, "good morning")

    expect(other.get_by_role("link", name=re.compile("action-plan"))).to_contain_text("1 unread")
    expect(other).to_have_title(re.compile(r"^\(1\)"))
    other.get_by_role("link", name=re.compile("action-plan")).click()
    said(other, "good morning")
    expect(other.get_by_role("link", name=re.compile("action-plan"))).not_to_contain_text("unread")


def test_more_pages_than_a_browser_has_connections_hear_alike(page: Page, context: BrowserContext) -> None:
    others = [context.new_page() for _ in range(7)]
    for other in others:
        other.goto(page.url)
        expect(other.locator("#now")).to_contain_text("2024")
    ask(page, "good morning")

    for other in others:
        said(other, "good morning")


def test_words_typed_by_people_are_never_markup(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> & <b>bold</b> *so*")

    said(page, "<img src=x onerror=alert(1)> & <b>bold</b>")
    assert messages(page).locator("img").count() == 0


@pytest.mark.parametrize("width", [320, 380, 640, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    page = window(browser, width).new_page()
    page.goto(address)
    overdue(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


# --- by the keyboard alone -------------------------------------------------------------------------------------


def focused(page: Page) -> str:
    """What a screen reader would call the control that has the focus."""
    return str(
        page.evaluate(
            """() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.labels?.[0]?.innerText
            || e.innerText || e.id }"""
        )
    )


def tab_to(page: Page, name: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).strip() == name:
            return
    pytest.fail(f"Tab does not reach {name!r}")


def test_every_control_is_reached_and_worked_from_the_keyboard(page: Page) -> None:
    expect(page.locator("#now")).to_contain_text("2024")
    tab_to(page, "Next working day, 9am")
    page.keyboard.press("Enter")
    expect(page.locator("#now")).to_have_text("Tuesday 3 December 2024, 9am")
    tab_to(page, "Message")
    page.keyboard.type("/actions Rochester open")
    page.keyboard.press("Enter")
    said(page, "26")
    page.keyboard.press("Tab")

    tab_to(page, "Next")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("11 to 20 of")
    tab_to(page, "Share")
    page.keyboard.press("Enter")
    expect(messages(page).get_by_text("Only visible to you")).to_have_count(1)
    expect(messages(page).get_by_role("table")).to_have_count(2)


def test_the_skip_link_leads_to_the_message_box(page: Page) -> None:
    expect(page.locator("#now")).to_contain_text("2024")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the message box"
    assert page.evaluate("document.querySelector('.bar').offsetTop") == 0
    page.keyboard.press("Enter")
    assert focused(page) == "Message"


# --- what axe-core finds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, width: int, scheme: str) -> None:
    page = window(browser, width, color_scheme=scheme).new_page()
    page.goto(address)
    expect(page.locator("#now")).to_contain_text("2024")
    assert violations(page, axe) == []

    answer = overdue(page)
    assert violations(page, axe) == []

    answer.get_by_role("button", name="Share").click()
    expect(saying(page, OVERDUE)).to_have_count(2)
    last(page).get_by_role("button", name=re.compile("[Rr]eply")).click()
    expect(page.get_by_role("textbox", name="Reply")).to_be_visible()
    assert violations(page, axe) == []
    page.context.close()
