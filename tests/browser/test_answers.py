"""Answers as people give them: in words, with a form, above and beside; and what the bot says back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.steps import ask, be, go_to, open_app, said, saying

MINUTES = "https://intranet.example/minutes/5"
READ_BACK = re.compile("reported done.* by the Governor")


def test_an_answer_in_words_is_read_back_and_another_person_confirms_it(page: Page) -> None:
    open_app(page)
    ask(page, f"5 done, minutes attached {MINUTES}")
    said(page, READ_BACK)
    said(page, "It waits for the Prison Group Director to confirm.")

    ask(page, "/actions Rochester 5")
    card = saying(page, "Owner: Governor.").last
    expect(card).to_contain_text("Reported")
    expect(card.get_by_role("button", name=re.compile("^Confirm"))).to_have_count(0)  # not by who reported it

    go_to(page, "2024-12-03")
    be(page, "Prison Group Director")
    open_app(page)
    ask(page, "/actions Rochester 5")
    card = saying(page, "Owner: Governor.").last
    card.get_by_role("button", name="Confirm", exact=True).click()
    form = page.get_by_role("dialog", name="5: Confirm")
    form.get_by_role("button", name="Confirm", exact=True).click()
    expect(form).to_be_hidden()
    said(page, re.compile("Confirmed by the Prison Group Director: 5 .*is done"))

    ask(page, "/actions why Rochester 5")
    said(page, re.compile("the Governor in Slack: not started → reported", re.DOTALL))
    said(page, "the Prison Group Director in Slack: confirmed (reported → done)")


def test_what_was_recorded_is_taken_back_within_ten_minutes(page: Page) -> None:
    open_app(page)
    ask(page, "8 done, she started on the 4th of November")
    said(page, READ_BACK)
    saying(page, READ_BACK).last.get_by_role("button", name="Undo").click()
    said(page, re.compile("Taken back"))
    ask(page, "/actions Rochester 8")
    expect(saying(page, "Owner: Governor.").last).to_contain_text("not started")


def test_the_contact_of_an_organisation_records_what_it_said_and_the_governor_that_it_is_accepted(page: Page) -> None:
    be(page, "MoJ Property's liaison")
    open_app(page)
    ask(page, "18 needs until July, the survey is late")
    said(page, "from 30 April 2025 to Thursday 31 July 2025")
    saying(page, "You ask to move").get_by_role("button", name="Send", exact=True).click()
    said(page, "It waits for the Governor")

    be(page, "Governor")
    open_app(page)
    ask(page, "/actions Rochester 18")
    saying(page, "Owner: MoJ Property.").last.get_by_role("button", name="Accepted").click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name=re.compile("Save|Record|Accepted")).click()
    expect(form).to_be_hidden()
    said(page, re.compile("18 .*30 April 2025.*31 July 2025", re.DOTALL))


def test_who_may_not_is_told_who_may(page: Page) -> None:
    be(page, "Head of Safety")
    open_app(page)
    ask(page, "Rochester 5 is done")
    said(page, re.compile("Only .*Governor", re.DOTALL))
