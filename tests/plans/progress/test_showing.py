"""An action shown whole: to each what they may read and do."""

import pytest

from bot.actions import facts
from plans.messages import ActionCard, Listing, Verb
from tests.plans.progress.talking import Talk, button, labels

pytestmark = pytest.mark.mostly_sqlite


def card(message: object) -> ActionCard:
    assert isinstance(message, ActionCard), message
    return message


def test_a_question_that_names_one_action_is_answered_with_its_card(talk: Talk):
    shown = card(talk.asks("governor", "Rochester 1"))
    assert (shown.line.address, shown.lead, shown.where, shown.text) == ("1", "Governor", "plan 2024", "Text 1")
    assert labels(shown) == [
        "Done", "In progress", "Blocked", "Need longer", "Not mine", "Delegate", "Add a note", "Show in the plan",
        "Share",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Rochester 1-2", "Rochester 1 overdue", "Rochester", "Governor 1", "1 and 2"])
def test_whatever_asks_more_than_one_action_is_a_list(talk: Talk, text: str):
    assert isinstance(talk.asks("governor", text), Listing)


def test_a_passer_by_sees_what_the_plan_prints_and_can_share_it(talk: Talk):
    talk.says("governor", "1 done, minutes at https://x.example/m")
    shown = card(talk.asks("nobody", "Rochester 1"))
    assert (shown.private, shown.history, shown.evidence, shown.earlier, shown.waits_for) == (False, (), (), 0, "")
    assert labels(shown) == ["Show in the plan", "Share"]


def test_the_post_above_sees_the_words_and_may_confirm(talk: Talk):
    talk.says("governor", "1 done, minutes at https://x.example/m")
    shown = card(talk.asks("pgd", "Rochester 1"))
    (told,) = shown.history
    assert (told.who, told.as_post, told.words) == ("A. Governor", "Governor", "1 done, minutes at https://x.example/m")
    assert (shown.evidence, shown.waits_for) == (("https://x.example/m",), "Prison Group Director")
    assert labels(shown)[:2] == ["Confirm", "Send back"]


def test_undo_is_offered_for_ten_minutes_to_who_did_it(talk: Talk):
    talk.says("governor", "1 done")
    assert "Undo" in labels(card(talk.asks("governor", "Rochester 1")))
    assert "Undo" not in labels(card(talk.asks("deputy", "Rochester 1")))
    talk.world.later(minutes=11)
    assert "Undo" not in labels(card(talk.asks("governor", "Rochester 1")))


def test_another_date_asked_for_is_shown_with_who_is_to_decide(talk: Talk):
    talk.says("governor", "push to 15 February 2025, no chaplain", talk.about(2))
    (asked,) = card(talk.asks("pgd", "2")).waiting
    assert (asked.kind, asked.by, asked.goes_to) == ("extension", "Governor", "Prison Group Director")
    assert labels(card(talk.asks("pgd", "2")))[:2] == ["Agree", "Decline"]


def test_for_an_outside_lead_the_governor_records_what_it_was_told(talk: Talk):
    talk.says("residence", "Rochester 4 needs until 31 July 2025, no parts")
    assert labels(card(talk.asks("governor", "4")))[:2] == ["Accepted", "Told, not agreed"]


def test_the_card_has_five_entries_and_the_history_all(talk: Talk):
    thread = talk.about(1)
    for n in range(7):
        talk.says("governor", f"nearly there, week {n}", thread)
    shown = card(talk.asks("governor", "1"))
    assert (len(shown.history), shown.earlier) == (5, 2)
    whole = card(talk.presses("governor", button(shown, "History")))
    assert (len(whole.history), whole.earlier, whole.whole) == (7, 0, True)
    assert "History" not in labels(whole)


def test_an_administrator_removes_words_from_the_history_for_good(talk: Talk):
    talk.says("governor", "1 in progress, A1234BC is on the wing")
    whole = card(talk.presses("admin", Verb("story", "", str(talk.world.id(1)))))
    (told,) = card(talk.presses("admin", button(whole, "Remove the words of Monday 2 December"))).history[1:]
    assert (told.words, told.blanked) == (None, True)
    assert talk.world.holds()
    assert not [verb for verb in card(talk.asks("governor", "1")).verbs if verb.name == "blank"]


def test_what_is_shared_is_what_the_plan_prints(talk: Talk):
    from bot.conversation import shared

    talk.says("governor", "1 done, A1234BC helped")
    answered = shared(card(talk.asks("governor", "Rochester 1")))
    assert answered.to == "everyone"
    told = card(answered.message)
    assert (told.history, told.evidence, told.waiting, told.verbs, told.private) == ((), (), (), (), False)
    assert told.line.status == "reported"


def test_the_share_button_asks_for_the_same_action(talk: Talk):
    shown = card(talk.asks("governor", "1"))
    assert card(talk.asks("governor", button(shown, "Share").query)).action == shown.action


def test_the_day_that_a_report_names_is_shown_to_those_who_may_read_it(talk: Talk):
    talk.says("governor", "1 done on 4 November 2024")
    shown = card(talk.asks("pgd", "Rochester 1"))
    assert str(shown.said_done) == "2024-11-04"
    assert "Said to be done on Monday 4 November 2024." in facts(shown)
    assert card(talk.asks("nobody", "Rochester 1")).said_done is None
