"""Answers given in the bot's direct messages: replied in a thread, taken back in place, given for many in one form."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import violations, window
from tests.browser.steps import ask, last, messages, open_app, said, saying
from tests.browser.stub import Stub


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, bot: Stub) -> Iterator[Page]:
    """Anna's direct messages with the bot, wide and light, or as narrow as a phone and dark."""
    with window(browser, 1280 if request.param == "light" else 380, color_scheme=request.param) as context:
        page = context.new_page()
        page.goto(bot.workspace.url)
        expect(page.locator("#me")).to_have_value("U0ANNA")
        open_app(page)
        yield page


def opener(message: Locator) -> Locator:
    return message.get_by_role("button", name=re.compile("^(Reply|\\d+ repl(y|ies)) to Action plans$"))


def reply(page: Page, words: str) -> None:
    box = page.get_by_role("textbox", name="Reply")
    box.fill(words)
    box.press("Enter")


def test_a_reply_in_the_thread_of_the_bots_message_is_answered_in_that_thread(page: Page, bot: Stub, axe: str) -> None:
    ask(page, "5 done")
    said(page, "Recorded: 5 done")
    opener(last(page)).click()
    expect(page.get_by_role("heading", name="Thread in Action plans")).to_be_focused()
    expect(messages(page)).not_to_contain_text("Recorded: not yet")

    reply(page, "not yet, nearly there")
    said(page, "Recorded: not yet, nearly there")
    expect(messages(page).get_by_role("listitem").filter(has_text=re.compile("5 done|nearly there"))).to_have_count(3)
    assert violations(page, axe) == []
    began, replied = bot.heard[0], bot.heard[-1]
    assert replied["thread_ts"] > began["ts"]
    assert replied["channel"] == began["channel"]

    page.get_by_role("link", name="Back").click()
    expect(opener(saying(page, "Recorded: 5 done"))).to_have_text("2 replies")
    expect(saying(page, "nearly there")).to_have_count(0)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]  # windows here have a size


def test_a_thread_is_opened_answered_and_left_by_the_keyboard_alone(page: Page, bot: Stub) -> None:
    ask(page, "5 done")
    said(page, "Recorded: 5 done")
    keys = page.keyboard
    button = opener(last(page))
    button.focus()
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Thread in Action plans")).to_be_focused()
    for _ in range(30):
        keys.press("Tab")
        if page.get_by_role("textbox", name="Reply").evaluate("it => it === document.activeElement"):
            break
    keys.type("who does it?")
    keys.press("Enter")
    said(page, "Recorded: who does it?")
    expect(page.get_by_role("textbox", name="Reply")).to_be_focused()

    page.get_by_role("link", name="Back").press("Enter")
    expect(opener(saying(page, "Recorded: 5 done"))).to_have_text("2 replies")


def test_what_is_taken_back_is_redrawn_where_it_stands(page: Page) -> None:
    ask(page, "5 done")
    said(page, "Recorded: 5 done")
    last(page).get_by_role("button", name="Undo").click()

    expect(saying(page, "Taken back.")).to_have_count(1)
    expect(saying(page, "Recorded: 5 done")).to_have_count(0)
    expect(saying(page, "Taken back.").get_by_text("(edited)")).to_be_visible()


def test_one_form_for_thirty_actions_is_usable_and_goes_to_what_is_wrong(page: Page, axe: str) -> None:
    ask(page, "/actions meeting")
    form = page.get_by_role("dialog", name="The meeting")
    expect(form.get_by_label("1 Invented action (optional)", exact=True)).to_be_focused()
    expect(form.locator(".input")).to_have_count(90)
    assert violations(page, axe) == []

    form.get_by_label("30 Invented action (optional)", exact=True).select_option("Going")
    form.get_by_role("button", name="Record").click()
    wrong = form.get_by_text("That day is past.")
    expect(wrong).to_be_in_viewport()
    expect(form.locator('[aria-invalid="true"]')).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]  # windows here have a size
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
