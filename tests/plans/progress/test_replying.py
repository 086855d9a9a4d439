"""Dialogues: who says what, what is answered, what the history says then. The read-backs are those of MESSAGES."""

from datetime import date

import pytest

from plans.chat import Quiet
from plans.messages import Receipt
from tests.plans.progress.talking import BRIEF, Talk, button, labels, read_back, receipt, told

pytestmark = pytest.mark.mostly_sqlite

# --- what is clear is recorded, and told back ----------------------------------------------------------------------


def test_done_with_a_link_is_reported_and_waits_for_the_post_above(talk: Talk):
    answered = receipt(talk.says("governor", "1 done, minutes attached <https://intranet.example/m|the minutes>"))

    (one,) = answered.changed
    assert (one.address, one.doing, one.from_status, one.to_status) == ("1", "report", "not_started", "reported")
    assert (one.as_post, one.waits_for) == ("Governor", "Prison Group Director")
    assert one.links == ("https://intranet.example/m",)
    assert labels(answered) == ["Undo"]
    (entry,) = talk.world.history(1)
    assert (entry.who, entry.as_post, entry.channel) == ("A. Governor", "governor", "slack")
    assert entry.words == "1 done, minutes attached <https://intranet.example/m|the minutes>"


def test_nearly_there_is_noted_and_its_date_stands(talk: Talk):
    answered = receipt(talk.says("governor", "nearly there", talk.about(1)))

    (one,) = answered.changed
    assert (one.doing, one.to_status, one.to_due) == ("progress", "in_progress", None)
    assert labels(answered) == ["Undo", "Done after all", "Need longer"]
    form = talk.presses("governor", button(answered, "Done after all"))
    assert receipt(talk.submits("governor", form)).changed[0].doing == "report"


def test_a_day_that_is_said_with_its_reason_is_asked_for_at_once(talk: Talk):
    answered = receipt(talk.says("governor", "push to 15 February 2025, no chaplain", talk.about(2)))

    (one,) = answered.changed
    assert (one.doing, one.from_due, one.to_due) == ("postpone", date(2024, 12, 31), date(2025, 2, 15))
    assert one.waits_for == "Prison Group Director"
    assert talk.world.row(2).due == date(2024, 12, 31)


def test_what_was_said_once_is_recorded_once(talk: Talk):
    assert isinstance(talk.says("governor", "1 done", key="Ev1"), Receipt)
    assert talk.says("governor", "1 done", key="Ev1") == Quiet()
    assert talk.kinds(1) == ["report"]


def test_reporting_what_is_reported_says_who_did_and_when(talk: Talk):
    talk.says("governor", "1 done")
    answered = receipt(talk.says("deputy", "1 done", talk.about(1)))

    assert [one.sentence for one in answered.refused] == ["Action 1 was reported done by the Governor at 10:42."]
    assert answered.card
    assert answered.card.action == talk.world.id(1)


def test_the_line_above_and_passers_by_report_nothing(talk: Talk):
    answered = receipt(talk.says("pgd", "Rochester 1 is done, she started on the 4th"))
    assert [one.why for one in answered.refused] == ["right"]
    assert talk.kinds(1) == []


def test_the_coordinator_records_what_a_post_said(talk: Talk):
    (one,) = receipt(talk.says("hub", "Rochester 3 is blocked, awaiting funding")).changed
    assert (one.doing, one.as_post, one.for_party) == ("block", "Coordinator", "Head of Safety")


# --- what rests on an assumption is read back ------------------------------------------------------------------------


def test_mid_february_is_read_back_and_why_is_asked(talk: Talk):
    thread = talk.about(2)
    asked = read_back(talk.says("governor", "push to mid Feb", thread))

    (line,) = asked.lines
    assert (line.from_due, line.to_due) == (date(2024, 12, 31), date(2025, 2, 15))
    assert line.read == (("mid Feb", date(2025, 2, 15)),)
    assert (asked.asks, labels(asked)) == ("why", ["Say why", "Cancel"])
    assert talk.kinds(2) == []

    again = read_back(talk.says("governor", "the chaplain has left", thread))
    assert (again.asks, labels(again)) == (None, ["Send", "Change the date", "Cancel"])
    assert again.lines[0].words == "the chaplain has left"
    sent = receipt(talk.presses("governor", button(again, "Send")))
    assert [one.doing for one in sent.changed] == ["postpone"]
    assert talk.world.history(2)[0].words == "push to mid Feb\nthe chaplain has left"


def test_the_same_words_again_are_no_reason(talk: Talk):
    thread = talk.about(2)
    talk.says("governor", "push to mid Feb", thread)
    assert read_back(talk.says("governor", "push to mid Feb", thread)).asks == "why"


def test_yes_in_the_thread_sends_what_was_read_back(talk: Talk):
    thread = talk.about(2)
    asked = read_back(talk.says("governor", "push to mid Feb, no chaplain", thread))
    assert asked.asks is None
    assert receipt(talk.says("governor", "yes", thread)).changed[0].to_due == date(2025, 2, 15)
    assert talk.kinds(2) == ["postpone"]


@pytest.mark.parametrize("words", ["no", "Cancel.", "forget it"])
def test_no_cancels_it(talk: Talk, words: str):
    thread = talk.about(2)
    asked = read_back(talk.says("governor", "push to mid Feb", thread))
    assert told(talk.says("governor", words, thread)) == "Nothing was changed."
    assert "answered already" in told(talk.presses("governor", button(asked, "Cancel")))
    assert talk.kinds(2) == []


def test_a_reason_is_not_taken_from_words_about_another_action(talk: Talk):
    talk.says("governor", "6 blocked")
    assert read_back(talk.says("governor", "6 is probably done")).asks == "done_or_going"
    receipt(talk.says("governor", "1 done"))
    assert (talk.kinds(6), talk.kinds(1)) == ([], ["report"])


def test_why_it_is_blocked_is_asked_and_taken_outside_a_thread_too(talk: Talk):
    assert read_back(talk.says("governor", "6 blocked")).asks == "why"
    assert receipt(talk.says("governor", "waiting on funding")).changed[0].doing == "block"


@pytest.mark.parametrize("words", ["no chaplain", "staff shortages", "because nobody bid"])
def test_whatever_words_give_the_reason_that_was_asked_for(talk: Talk, words: str):
    assert read_back(talk.says("governor", "6 needs until 31 January 2025")).asks == "why"
    assert receipt(talk.says("governor", words)).changed[0].doing == "postpone"
    assert (talk.world.history(6)[0].words or "").endswith(words)


@pytest.mark.parametrize("words", ["yes", "ok", "Yes please."])
@pytest.mark.parametrize("in_thread", [True, False])
def test_yes_is_no_reason_and_the_reason_is_asked_again(talk: Talk, words: str, in_thread: bool):
    thread = talk.about(6) if in_thread else ""
    assert read_back(talk.says("governor", "6 needs until 31 January 2025", thread)).asks == "why"
    assert told(talk.says("governor", words, thread)) == "Say in a few words why it needs longer."
    assert talk.kinds(6) == []
    assert receipt(talk.says("governor", "no chaplain", thread)).changed[0].doing == "postpone"


@pytest.mark.parametrize("words", ["Rochester overdue", "overdue", "what is blocked?"])
def test_a_question_asked_instead_is_no_reason(talk: Talk, words: str):
    talk.says("governor", "6 needs until 31 January 2025")
    assert talk.says("governor", words) is None
    assert talk.kinds(6) == []


def test_the_number_alone_says_which_was_meant(talk: Talk):
    talk.brief("governor", 1, 2)
    talk.says("governor", "done, minutes filed", BRIEF)
    assert receipt(talk.says("governor", "2", BRIEF)).changed[0].words == "done, minutes filed"
    talk.says("governor", "in progress")
    assert receipt(talk.says("governor", "1")).changed[0].address == "1"


def test_after_ten_minutes_words_outside_a_thread_are_no_reason(talk: Talk):
    talk.says("governor", "6 blocked")
    talk.world.later(minutes=11)
    assert read_back(talk.says("governor", "waiting on funding")).asks == "which_action"
    assert talk.kinds(6) == []


def test_a_day_that_does_not_exist_is_asked_back_with_the_nearest_to_come(talk: Talk):
    thread = talk.about(2)
    asked = read_back(talk.says("governor", "needs until 31 September, no chaplain", thread))
    assert (asked.asks, asked.options) == ("no_such_day", (date(2025, 9, 30),))
    sent = receipt(talk.presses("governor", button(asked, "Tuesday 30 September 2025")))
    assert sent.changed[0].to_due == date(2025, 9, 30)


def test_longer_without_a_day_is_asked_until_when(talk: Talk):
    thread = talk.about(2)
    asked = read_back(talk.says("governor", "need longer, no staff", thread))
    assert (asked.asks, labels(asked)) == ("when", ["Choose a day", "Cancel"])
    assert receipt(talk.says("governor", "14 March 2025", thread)).changed[0].to_due == date(2025, 3, 14)


def test_another_month_is_counted_from_the_date_it_has(talk: Talk):
    asked = read_back(talk.says("safety", "3 needs another month, trainer off sick"))
    assert [(line.address, line.to_due) for line in asked.lines] == [("3", date(2025, 2, 28))]


def test_a_number_that_may_be_no_action_is_asked_about(talk: Talk):
    asked = read_back(talk.says("governor", "we have 2 officers off so it is done"))
    assert (asked.asks, [line.address for line in asked.about]) == ("which_action", ["2"])
    assert talk.kinds(2) == []


def test_the_missing_day_can_be_given_by_form(talk: Talk):
    asked = talk.says("governor", "need longer, no staff", talk.about(2))
    form = talk.presses("governor", button(asked, "Choose a day"))
    assert {field.name: field.value for field in form.fields} == {"until": "", "words": "no staff"}
    done = receipt(talk.submits("governor", form, until="2025-03-14", words="no staff"))
    assert done.changed[0].to_due == date(2025, 3, 14)
    assert "answered already" in told(talk.presses("governor", button(asked, "Cancel")))
