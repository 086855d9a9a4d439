"""Answers as people give them: in words, with a form, above and beside; and what the bot says back."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import ask, be, go_to, messages, open_app, said, saying

MINUTES = "https://intranet.example/minutes/5"
READ_BACK = re.compile("reported done.* by the Governor")


def card(page: Page, whose: str) -> Locator:
    """The newest card of an action of that owner's."""
    return saying(page, f"Owner: {whose}.").last


def reply_in_thread(page: Page, to: str, words: str) -> None:
    saying(page, to).get_by_role("button", name=re.compile("^(Reply|\\d+ repl(y|ies)) to Action plans$")).click()
    box = page.get_by_role("textbox", name="Reply")
    box.fill(words)
    box.press("Enter")


def sent_off(page: Page, title: str, button: str) -> None:
    form = page.get_by_role("dialog", name=title)
    form.get_by_role("button", name=button, exact=True).click()
    expect(form).to_be_hidden()


def test_an_answer_in_a_briefs_thread_is_read_back_and_another_person_confirms_it(page: Page) -> None:
    open_app(page)
    reply_in_thread(page, "Where does each stand?", f"5 done, minutes attached {MINUTES}")
    said(page, READ_BACK)
    said(page, "It waits for the Prison Group Director to confirm.")
    page.get_by_role("link", name="Back").click()
    expect(saying(page, "Where does each stand?")).to_contain_text("Since then: reported done.")

    ask(page, "/actions Rochester 5")
    expect(card(page, "Governor")).to_contain_text("Reported")
    expect(card(page, "Governor").get_by_role("button", name=re.compile("^Confirm"))).to_have_count(0)

    go_to(page, "2024-12-03")
    be(page, "Prison Group Director")
    open_app(page)
    ask(page, "/actions Rochester 5")
    card(page, "Governor").get_by_role("button", name="Confirm", exact=True).click()
    sent_off(page, "5: Confirm", "Confirm")
    said(page, re.compile("Confirmed by the Prison Group Director: 5 .*is done"))

    ask(page, "/actions why Rochester 5")
    said(page, "the Governor in Slack: not started → reported")
    said(page, "the Prison Group Director in Slack: confirmed (reported → done)")


def test_what_was_recorded_is_taken_back(page: Page) -> None:
    open_app(page)
    ask(page, "8 done, she started on the 4th of November")
    saying(page, READ_BACK).last.get_by_role("button", name="Undo").click()
    said(page, "Taken back")
    ask(page, "/actions Rochester 8")
    expect(card(page, "Governor")).to_contain_text("not started")


def test_the_contact_of_an_organisation_records_what_it_said_and_the_governor_that_it_is_accepted(page: Page) -> None:
    be(page, "MoJ Property's liaison")
    open_app(page)
    ask(page, "18 needs until July, no surveyor")
    said(page, "from 30 April 2025 to Thursday 31 July 2025")
    messages(page).get_by_role("button", name="Send", exact=True).click()
    said(page, "MoJ Property, told by the Head of Estates")

    be(page, "Governor")
    open_app(page)
    ask(page, "/actions Rochester 18")
    card(page, "MoJ Property").get_by_role("button", name="Accepted", exact=True).click()
    sent_off(page, "18: Accepted", "Accepted")
    said(page, re.compile("accepted.*18 .*31 July 2025", re.IGNORECASE | re.DOTALL))
    ask(page, "/actions Rochester 18")
    expect(card(page, "MoJ Property")).to_contain_text("Due Thursday 31 July 2025")


def test_who_may_not_is_told_who_may(page: Page) -> None:
    be(page, "Head of Safety")
    open_app(page)
    ask(page, "Rochester 5 done, minutes attached")
    said(page, "Only the Governor for Rochester, their deputy or delegate, or the coordinator can answer for action 5.")
