"""Briefs as people meet them: there on the morning, seen, snoozed, and a post that changes hands."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import violations, window
from tests.browser.steps import ask, be, go_to, last, messages, open_app, said, saying

LOADED = "24 actions of the Governor of HMP Rochester, from a plan just loaded: where does each stand?"
MONDAY = "7 actions of the Governor of HMP Rochester need you: 7 already late. 5 more fall due within 28 days."


def test_the_plan_just_loaded_asks_where_each_action_stands(page: Page) -> None:
    open_app(page)
    said(page, f"{LOADED} 7 were past their date already.")
    said(page, "Due Saturday 30 November. No answer by Thursday 2 January: the Prison Group Director is told.")


def test_a_brief_that_is_seen_says_when_and_shown_whole_it_stays_seen(page: Page) -> None:
    open_app(page)
    saying(page, LOADED).get_by_role("button", name="Seen").click()
    said(page, "Seen on 2 December at 09:00.")
    expect(messages(page).get_by_role("button", name="Seen")).to_have_count(0)

    page.get_by_role("button", name="Show all").click()
    expect(saying(page, LOADED)).to_contain_text("Curriculum review")
    expect(saying(page, LOADED)).to_contain_text("Seen on 2 December at 09:00.")
    expect(messages(page).get_by_role("button", name="Show all")).to_have_count(0)


def test_what_is_late_is_told_upwards_as_the_calendar_goes_on(page: Page) -> None:
    go_to(page, "2025-01-02")
    open_app(page)
    said(page, "The Prison Group Director was told on Thursday 2 January.")
    be(page, "Prison Group Director")
    open_app(page)
    said(page, "7 actions at HMP Rochester need you: 7 raised to you.")
    said(page, "No answer by Thursday 16 January: the Executive Director is told.")


def test_an_action_is_snoozed_with_a_form_and_left_out_of_the_next_brief(page: Page) -> None:
    go_to(page, "2024-12-09")
    open_app(page)
    saying(page, MONDAY).get_by_role("button", name="Snooze").click()
    form = page.get_by_role("dialog", name="Snooze")
    form.get_by_label("13 Weekly regime planning meeting").check()
    form.get_by_label("Until when?").fill("2025-03-01")
    form.get_by_role("button", name="Snooze").click()
    expect(form.get_by_text("13 can be snoozed until Monday 23 December at the latest.")).to_be_visible()

    form.get_by_label("Until when?").fill("2024-12-20")
    form.get_by_role("button", name="Snooze").click()
    expect(form).to_be_hidden()
    said(
        page, "13 is left out of your briefs until Friday 20 December. Its date stands, and so does who is told of it."
    )

    go_to(page, "2024-12-16")
    said(page, "6 actions of the Governor of HMP Rochester need you: 6 already late.")


def test_a_post_changes_hands_and_its_actions_with_it(page: Page) -> None:
    be(page, "Coordinator")
    ask(page, "/actions posts Rochester")
    said(page, "Prison Group Director")
    last(page).get_by_role("button", name="Change a post").click()
    form = page.get_by_role("dialog", name="Change a post")
    form.get_by_label("Which post?").select_option("Governor")
    form.get_by_label("Who?").select_option(label="Head of Safety")
    form.get_by_label("From which day?").fill("2024-12-03")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    open_app(page)
    said(page, "Recorded: Head of Safety holds the post of Governor of HMP Rochester from Tuesday 3 December.")

    go_to(page, "2024-12-03")
    be(page, "Head of Safety")
    open_app(page)
    said(page, "You now hold the post of Governor of HMP Rochester; it owes these 24 actions, 7 of them late.")


def test_only_a_coordinator_is_offered_to_change_a_post(page: Page) -> None:
    ask(page, "/actions posts Rochester")
    said(page, "Prison Group Director")
    expect(messages(page).get_by_role("button", name="Change a post")).to_have_count(0)


def test_work_is_delegated_and_its_reminders_go_to_who_does_it(page: Page) -> None:
    go_to(page, "2024-12-03")
    ask(page, "/actions delegate Rochester 13 Head of Safety")
    page.get_by_role("button", name="Yes, the Head of Safety").click()
    said(
        page,
        "Recorded: the Head of Safety does the work on 13 Weekly regime planning meeting of HMP Rochester from today.",
    )
    go_to(page, "2024-12-04")
    be(page, "Head of Safety")
    ask(page, "/actions mine")
    said(page, "Weekly regime planning meeting")
    open_app(page)
    said(page, "You now do the work for the Governor of HMP Rochester on this action and it is late.")


def test_why_an_action_was_mentioned_is_answered(page: Page) -> None:
    open_app(page)
    said(page, LOADED)
    ask(page, "/actions why Rochester 13")
    said(page, re.compile("Monday 2 December 2024.*13 Weekly regime planning meeting.*Governor", re.DOTALL))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing_in_a_brief_and_its_form(
    browser: Browser, address: str, axe: str, width: int, scheme: str
) -> None:
    page = window(browser, width, color_scheme=scheme).new_page()
    page.goto(address)
    go_to(page, "2024-12-09")
    open_app(page)
    said(page, MONDAY)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    saying(page, MONDAY).get_by_role("button", name="Snooze").click()
    expect(page.get_by_role("dialog", name="Snooze").get_by_label("Until when?")).to_be_visible()
    assert violations(page, axe) == []
    page.context.close()
