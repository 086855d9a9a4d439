"""A person's Home as they meet it: what is theirs, opened, answered, turned over; and being away for a while."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import violations, window
from tests.browser.steps import ask, be, go_to, home, messages, open_home, open_messages, said, saying

FEBRUARY = "2025-02-03"
LATE = re.compile(r"^(\d+) .*\n\d+ days? late")


def rows(page: Page) -> Locator:
    """The actions listed, each with its button."""
    return home(page).locator(".section").filter(has=page.get_by_role("button", name=re.compile("^Open")))


def late(page: Page) -> list[str]:
    """The numbers of those that are late, as listed."""
    return [found[1] for words in rows(page).all_inner_texts() if (found := LATE.match(words))]


def turn(page: Page, label: str, heading: str) -> None:
    home(page).get_by_role("button", name=label).click()
    expect(home(page)).to_contain_text(heading)


@pytest.fixture
def governor(page: Page) -> Page:
    """The Governor's Home on 3 February 2025."""
    go_to(page, FEBRUARY)
    open_home(page)
    expect(home(page)).to_contain_text("18 actions of yours are late")
    return page


def test_what_is_late_at_home_is_what_a_question_says_is_late(governor: Page) -> None:
    expect(home(governor)).to_contain_text("Monday 3 February 2025. 18 actions of yours are late, 6 come next.")
    first = late(governor)
    turn(governor, "Next page", "Page 2 of 2.")
    second = late(governor)
    assert (len(first), len(second), len({*first, *second})) == (10, 8, 18)
    assert first[0] == "8"
    turn(governor, "Previous page", "Page 1 of 2.")
    assert late(governor) == first

    open_messages(governor)
    ask(governor, "/actions mine overdue")
    said(governor, "18 of 24 actions are overdue")
    table = messages(governor).get_by_role("table").last
    numbers = [words.split("\t")[0] for words in table.get_by_role("row").all_inner_texts()[1:]]
    while (further := messages(governor).get_by_role("button", name="Next").last).get_attribute(
        "aria-disabled"
    ) == "false":
        further.click()
        numbers += [words.split("\t")[0] for words in table.get_by_role("row").all_inner_texts()[1:]]
    assert sorted(numbers) == sorted({*first, *second})


def test_the_prison_is_counted_in_colours_that_add_up(governor: Page) -> None:
    figures = "🔴 18 red · 🟠 0 amber · 🟢 7 green · 🔵 0 blue · ⚪ 1 grey = 26"
    expect(home(governor)).to_contain_text(f"HMP Rochester: 26 actions\n{figures}", use_inner_text=True)
    expect(home(governor)).to_contain_text("18 late; 0 due within 14 days; 0 reported and waiting; 0 done.")
    home(governor).get_by_role("button", name="Overdue (18)").click()
    open_messages(governor)
    said(governor, "HMP Rochester, Urgent Notification plan 2024: 18 of 26 actions are overdue")
    open_home(governor).get_by_role("button", name="Digest").click()
    open_messages(governor)
    said(governor, "HMP Rochester, week 6: 18 of 26 actions are late")


def test_a_card_opened_from_home_stands_in_messages_and_answers_are_seen_at_home(governor: Page) -> None:
    home(governor).get_by_role("button", name="Open 8", exact=True).click()
    open_messages(governor)
    said(governor, "Printed as “October 2024”.")
    ask(governor, "8 done, she started on the 4th of November")
    said(governor, "It waits for the Prison Group Director to confirm.")
    open_home(governor)
    expect(home(governor)).to_contain_text("17 actions of yours are late, 6 come next.")
    expect(home(governor)).to_contain_text(
        "1 action of yours, past its date, is reported done and waits to be confirmed."
    )

    be(governor, "Prison Group Director")
    open_home(governor)
    expect(home(governor)).to_contain_text("1 waits for your decision")
    expect(rows(governor).first).to_contain_text("8 Appoint an Operational Health Lead")
    home(governor).get_by_role("button", name="Decide 1").click()
    form = governor.get_by_role("dialog", name="What waits for you")
    form.get_by_label(re.compile("^8 ")).check()
    form.get_by_role("button", name="Record").click()
    expect(form).to_be_hidden()
    expect(home(governor)).not_to_contain_text("waits for your decision")
    expect(home(governor)).to_contain_text("1 done.")


def test_several_are_updated_at_once_and_home_says_so_under_the_form(governor: Page) -> None:
    home(governor).get_by_role("button", name="Update all 24").click()
    form = governor.get_by_role("dialog", name="Update")
    form.get_by_label(re.compile("^8 Appoint")).select_option("Done")
    form.get_by_label(re.compile("^5 Prisoner")).select_option("In progress")
    form.get_by_role("button", name="Record").click()
    expect(form).to_be_hidden()
    expect(home(governor)).to_contain_text("17 actions of yours are late, 6 come next.")
    expect(home(governor)).to_contain_text("65 days late, due 30 November 2024, in progress")


def test_away_until_a_day_and_back_again(governor: Page) -> None:
    expect(home(governor)).to_contain_text("While you are away, your briefs go to Prison Group Director.")
    home(governor).get_by_role("button", name="I am away").click()
    form = governor.get_by_role("dialog", name="I am away")
    form.get_by_label("Until which day?").fill("2025-02-03")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("Choose a day after today.")).to_be_visible()
    form.get_by_label("Until which day?").fill("2025-02-14")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    expect(home(governor)).to_contain_text("You are away until Friday 14 February.")
    open_messages(governor)
    said(governor, "you are away until Friday 14 February. Meanwhile your briefs go to Prison Group Director.")

    ask(governor, "/actions posts Rochester")
    expect(saying(governor, "posts").last).to_contain_text("away until Friday 14 February")
    open_home(governor)
    home(governor).get_by_role("button", name="I am back").click()
    expect(home(governor).get_by_role("button", name="I am away")).to_be_visible()
    expect(home(governor)).not_to_contain_text("You are away until")


def test_while_they_are_away_their_brief_goes_to_who_stands_in(page: Page) -> None:
    go_to(page, "2024-12-03")
    open_home(page).get_by_role("button", name="I am away").click()
    form = page.get_by_role("dialog", name="I am away")
    form.get_by_label("Until which day?").fill("2024-12-13")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    go_to(page, "2024-12-09")
    be(page, "Prison Group Director")
    open_messages(page)
    said(page, "HMP Rochester")
    expect(saying(page, "Governor of HMP Rochester").last).to_contain_text("need")


def test_whoever_holds_nothing_late_is_told_so(page: Page) -> None:
    be(page, "Executive Director")
    open_home(page)
    expect(home(page)).to_contain_text("Nothing of yours is late.")
    expect(home(page)).to_contain_text("You are Executive Director of HMP Rochester.")
    be(page, "Coordinator")
    open_home(page)
    expect(home(page)).to_contain_text("Coordinator of HMP Rochester.")


def test_a_director_sees_the_prison_without_being_shown_what_is_not_theirs(page: Page) -> None:
    go_to(page, FEBRUARY)
    be(page, "Executive Director")
    open_home(page)
    expect(home(page)).to_contain_text("18 late")
    expect(rows(page)).to_have_count(0)


def test_home_by_the_keyboard_alone(governor: Page) -> None:
    reach(governor, button(governor, "Next page"))
    governor.keyboard.press("Enter")
    expect(home(governor)).to_contain_text("Page 2 of 2.")
    reach(governor, button(governor, "I am away"))
    governor.keyboard.press("Space")
    form = governor.get_by_role("dialog", name="I am away")
    expect(form.get_by_label("Until which day?")).to_be_visible()
    reach(governor, form.get_by_label("Until which day?"))
    governor.keyboard.type("03032025")  # whichever of day and month the browser wants first
    governor.keyboard.press("Enter")
    expect(form).to_be_hidden()
    expect(home(governor)).to_contain_text("You are away until Monday 3 March.")
    reach(governor, button(governor, "I am back"))
    governor.keyboard.press("Enter")
    expect(button(governor, "I am away")).to_be_visible()


def button(page: Page, label: str) -> Locator:
    return home(page).get_by_role("button", name=label, exact=True)


def reach(page: Page, control: Locator) -> None:
    """Tab by tab, until it has the focus."""
    for _ in range(120):
        if control.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{control} cannot be reached.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_axe_finds_nothing_at_home_nor_in_its_form(
    browser: Browser, address: str, axe: str, width: int, scheme: str
) -> None:
    page = window(browser, width, color_scheme=scheme).new_page()
    page.goto(address)
    go_to(page, FEBRUARY)
    open_home(page)
    expect(home(page)).to_contain_text("My settings")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    home(page).get_by_role("button", name="I am away").click()
    expect(page.get_by_role("dialog", name="I am away").get_by_label("Until which day?")).to_be_visible()
    assert violations(page, axe) == []
    page.context.close()
