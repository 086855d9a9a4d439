"""A plan brought to the bot as people do: attached, asked about, looked at, confirmed; and by a message's menu."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import violations
from tests.browser.steps import ask, attach, be, last, open_app, open_menu, said, saying

PLAN = b"""Action Plan
Action plan submitted: 1 November 2024

Rec\tConcern\tAction\tResponsible Owner\tTarget Date
1\tToo few checks\tCheck every cell bell each week.\tGovernor\t30 November 2024
2\tNo plan for keys\tCount the keys twice a day.\tHead of Security\t31 January 2025
3\tMail is late\tAgree a time for the post with the mail room.\tGovernor\tFrom October 2024
"""


@pytest.fixture
def coordinator(page: Page) -> Page:
    be(page, "Coordinator")
    open_app(page)
    return page


def test_a_plan_is_attached_its_question_answered_confirmed_and_asked_about(coordinator: Page, axe: str) -> None:
    page = coordinator
    attach(page, "plan.txt", PLAN)
    page.get_by_role("button", name="Send").click()
    said(page, "I do not know which prison it is of.")
    preview = last(page)
    expect(preview).to_contain_text("3 Agree a time for the post with the mail room, line 7: it has a start and no end")
    expect(preview.get_by_role("button", name="Confirm")).to_have_count(0)
    assert violations(page, axe) == []

    preview.get_by_role("button", name="Something else").click()
    page.get_by_role("dialog").get_by_label("Something else").fill("Maidstone")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(saying(page, "it would be maidstone-2024")).to_have_count(1)
    preview = saying(page, "it would be maidstone-2024")
    preview.get_by_role("button", name="Show all 3").click()
    expect(last(page)).to_contain_text("2 Count the keys twice a day · Head of Security · due 31 January 2025")

    preview.get_by_role("button", name="Confirm").click()
    said(page, "saved as maidstone-2024")
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)
    ask(page, "/actions Maidstone")
    said(page, "HMP Maidstone, plan 2024: 3 actions")


def test_a_plan_somebody_posted_in_a_channel_is_read_from_its_menu(page: Page) -> None:
    open_menu(page)
    page.get_by_role("link", name="action-plan").click()
    attach(page, "plan.txt", PLAN)
    ask(page, "The new plan")
    be(page, "Coordinator")
    open_menu(page)
    page.get_by_role("link", name="action-plan").click()
    saying(page, "plan.txt").first.hover()
    saying(page, "plan.txt").first.get_by_role("button", name="More about the message of Governor").click()
    page.get_by_role("button", name="Import this plan").click()
    said(page, "What I find comes in our direct messages")
    open_app(page)

    said(page, "Nothing is saved of plan.txt yet")


def test_who_is_no_coordinator_is_told_who_may(page: Page) -> None:
    open_app(page)
    attach(page, "plan.txt", PLAN)
    page.get_by_role("button", name="Send").click()

    said(page, "Only a coordinator or an administrator imports a plan, so I did not open plan.txt.")


def test_what_fails_a_check_warns_with_a_sign_and_takes_a_second_press(coordinator: Page) -> None:
    page = coordinator
    attach(
        page, "plan.txt", PLAN.replace(b"Action Plan\n", b"HMP Maidstone Action Plan\n", 1).replace(b"\n2\t", b"\n1\t")
    )
    page.get_by_role("button", name="Send").click()
    said(page, "Checks that failed")
    last(page).get_by_role("button", name="Confirm").click()

    said(page, "⚠️ Nothing is saved yet. 1 check failed: look at it before you import it all the same.")
    last(page).get_by_role("button", name="Import despite 1 failed check").click()
    said(page, "saved as maidstone-2024")
