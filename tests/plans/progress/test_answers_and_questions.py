"""Dialogues in which a line may be an answer or a question, or is neither: not mine, remind me, undo, thanks."""

import pytest

from plans.messages import ActionCard
from tests.plans.progress.talking import Talk, button, labels, read_back, receipt, told

pytestmark = pytest.mark.mostly_sqlite

# --- answers and questions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["what is overdue?", "Rochester overdue", "overdue", "is 1 done?", "Rochester done", "1", "Rochester 1", "help",
     "Governor open"],
)  # fmt: skip
def test_a_question_is_left_to_be_a_question(talk: Talk, words: str):
    assert talk.says("governor", words) is None


def test_a_question_in_the_thread_of_an_action_shows_it(talk: Talk):
    shown = talk.says("governor", "when is it due?", talk.about(1))
    assert isinstance(shown, ActionCard)
    assert shown.line.address == "1"


def test_a_status_word_alone_asks_which_and_offers_the_question(talk: Talk):
    asked = read_back(talk.says("governor", "done"))
    assert asked.asks == "which_action"
    assert button(asked, "Show what is done").query == "done"


def test_a_status_word_of_who_has_no_actions_is_a_question(talk: Talk):
    assert talk.says("pgd", "done") is None
    assert talk.says("nobody", "done") is None
    assert talk.says("nobody", "Rochester 1 done") is None


@pytest.mark.parametrize("words", ["1 done", "Rochester 1 is done", "1 blocked"])
def test_who_may_not_answer_is_told_who_may(talk: Talk, words: str):
    (refused,) = receipt(talk.says("safety", words)).refused
    assert "Only the Governor for Rochester" in refused.sentence
    assert talk.kinds(1) == []


def test_what_the_line_above_says_is_done_is_shown_to_be_confirmed(talk: Talk):
    assert receipt(talk.says("pgd", "1 done")).refused[0].why == "right"
    talk.says("governor", "1 done")
    for words in ("1 done", "Rochester 1 is done"):
        shown = talk.says("pgd", words)
        assert isinstance(shown, ActionCard)
        assert labels(shown)[:2] == ["Confirm", "Send back"]
    assert talk.kinds(1) == ["report"]


def test_whoever_is_unknown_is_told_whom_to_ask(talk: Talk):
    assert "Ask the coordinator" in told(talk.says("nobody", "1 is done, she started on the 4th"))


@pytest.mark.parametrize("text", ["posts Rochester", "delegate Rochester 2 to Head of Safety", "why Rochester 2"])
def test_a_command_is_a_command_wherever_it_is_said(talk: Talk, text: str):
    talk.says("governor", "6 needs until 31 January 2025")
    assert talk.says("governor", text) is None
    assert talk.says("governor", text, talk.about(1)) is None
    assert (talk.kinds(6), talk.kinds(1)) == ([], [])


def test_who_says_confirmed_is_shown_the_button_and_confirms_nothing_by_it(talk: Talk):
    talk.says("governor", "1 done")
    shown = talk.says("pgd", "confirmed", talk.about(1))
    assert isinstance(shown, ActionCard)
    assert labels(shown)[:2] == ["Confirm", "Send back"]
    assert talk.kinds(1) == ["report"]


@pytest.mark.parametrize(
    "words",
    ["confirm 1", "1 confirmed", "approve 1", "I agree 1", "send 1 back, no evidence", "Rochester 1 confirmed"],
)
@pytest.mark.parametrize("in_thread", [True, False])
def test_a_decision_in_words_shows_the_card_and_decides_nothing(talk: Talk, words: str, in_thread: bool):
    talk.says("governor", "1 done")
    answered = receipt(talk.says("pgd", words, talk.about(1) if in_thread else ""))
    assert [one.sentence for one in answered.refused] == [
        "Decisions are taken with these buttons, so nothing is recorded yet."
    ]
    assert answered.card
    assert labels(answered.card)[:2] == ["Confirm", "Send back"]
    (told_who,) = receipt(talk.says("safety", words)).refused
    assert "Only the Prison Group Director" in told_who.sentence
    assert talk.kinds(1) == ["report"]


def test_a_request_is_agreed_to_by_its_button_alone(talk: Talk):
    talk.says("governor", "2 needs until 15 February 2025, no chaplain")
    card = receipt(talk.says("pgd", "decline 2")).card
    assert card
    assert labels(card)[:2] == ["Agree", "Decline"]
    assert "Only" in receipt(talk.says("safety", "agree 2")).refused[0].sentence


@pytest.mark.parametrize("words", ["who can confirm 1?", "Rochester 1 sent", "accepted in 2024"])
def test_what_only_has_such_a_word_decides_nothing(talk: Talk, words: str):
    assert talk.says("pgd", words) is None
    assert talk.kinds(1) == []


def test_undo_takes_back_one_answer_though_the_calendar_stands_still(talk: Talk):
    talk.says("governor", "1 done")
    talk.says("governor", "2 done")
    assert len(receipt(talk.says("governor", "undo")).changed) == 1
    assert (talk.world.row(1).status, talk.world.row(2).status) == ("reported", "not_started")


# --- not mine, remind me, undo ---------------------------------------------------------------------------------------


def test_not_ours_with_a_post_asks_that_post(talk: Talk):
    (one,) = receipt(talk.says("governor", "not ours, it's the Head of Safety's", talk.about(1))).changed
    assert (one.doing, one.party, one.waits_for) == ("hand_over", "Head of Safety", "Head of Safety")
    assert talk.world.owners(1) == ["governor"]


def test_not_mine_without_a_post_asks_whose(talk: Talk):
    thread = talk.about(1)
    asked = read_back(talk.says("governor", "not mine", thread))
    assert asked.asks == "whose"
    form = talk.presses("governor", button(asked, "Say whose it is"))
    (to,) = [field for field in form.fields if field.name == "to"]
    assert ("head of safety", "Head of Safety") in to.choices
    assert receipt(talk.submits("governor", form, to="head of safety")).changed[0].doing == "hand_over"


def test_remind_me_leaves_it_out_of_the_briefs_and_its_date_stands(talk: Talk):
    assert told(talk.says("governor", "remind me on Friday", talk.about(1))).startswith(
        "1 is left out of your briefs until Friday 6 December."
    )
    assert "at the latest" in told(talk.says("governor", "remind me in March", talk.about(1)))
    assert talk.kinds(1) == []


def test_outside_a_thread_the_number_says_which_and_a_date_is_no_number(talk: Talk):
    assert told(talk.says("governor", "remind me of 2 on 6 December")).startswith("2 is left out of your briefs")
    assert "Say which action" in told(talk.says("governor", "remind me on 6 December"))


def test_undo_takes_back_what_was_just_said(talk: Talk):
    talk.says("governor", "1 done")
    talk.world.later(minutes=2)
    assert receipt(talk.says("governor", "undo that")).undone
    assert talk.world.row(1).status == "not_started"
    assert "nothing of yours" in told(talk.says("governor", "undo"))


def test_undo_is_of_what_they_did_themselves(talk: Talk):
    talk.says("governor", "1 done")
    assert "nothing of yours" in told(talk.says("deputy", "undo"))
    talk.world.later(minutes=11)
    assert "nothing of yours" in told(talk.says("governor", "undo"))
    assert talk.world.row(1).status == "reported"


def test_all_that_was_confirmed_at_once_is_undone_at_once(talk: Talk):
    talk.presses("governor", button(talk.says("governor", "1 and 2 done"), "Confirm all"))
    assert len(receipt(talk.says("governor", "undo")).changed) == 2


def test_yes_is_said_of_the_last_thing_read_back_and_of_nothing_before_another_answer(talk: Talk):
    read_back(talk.says("governor", "1 and 2 done"))
    receipt(talk.says("governor", "6 blocked, no money"))
    talk.says("governor", "ok")
    assert talk.kinds(1) == talk.kinds(2) == []


def test_what_was_read_back_before_a_question_is_confirmed_by_its_button_alone(talk: Talk):
    asked = read_back(talk.says("governor", "1 and 2 done"))
    assert talk.says("governor", "Rochester overdue") is None
    talk.says("governor", "ok")
    assert talk.kinds(1) == []
    assert len(receipt(talk.presses("governor", button(asked, "Confirm all"))).changed) == 2


def test_words_in_the_thread_of_another_action_are_no_reason(talk: Talk):
    read_back(talk.says("governor", "1 blocked"))
    talk.says("governor", "no chaplain", talk.about(2))
    assert talk.kinds(1) == []


@pytest.mark.parametrize(
    "words",
    ["thanks", "let me check first", "wait", "hang on, I'll ask healthcare", "no, it is on track", "not sure yet", "hmm",
     "actually I don't need it", "I meant action 1"],
)  # fmt: skip
def test_no_request_goes_out_with_words_that_put_it_off_for_its_reason(talk: Talk, words: str):
    thread = talk.about(2)
    read_back(talk.says("governor", "push to mid Feb 2025", thread))
    talk.says("governor", words, thread)
    assert "postpone" not in talk.kinds(2)


@pytest.mark.parametrize(
    "words", ["waiting for the builders", "no chaplain", "not sure when the parts come", "sorry, the contractor left"]
)
def test_a_reason_may_begin_like_that(talk: Talk, words: str):
    thread = talk.about(2)
    read_back(talk.says("governor", "needs until 14 March 2025", thread))
    assert receipt(talk.says("governor", words, thread)).changed[0].doing == "postpone"


def test_what_waits_to_be_confirmed_is_taken_back_and_not_what_was_recorded_before(talk: Talk):
    thread = talk.about(2)
    receipt(talk.says("governor", "in progress, posters are up", thread))
    read_back(talk.says("governor", "needs until 14 March 2025", thread))
    assert told(talk.says("governor", "ignore that", thread)) == "Nothing was changed."
    assert talk.kinds(2) == ["progress"]


@pytest.mark.parametrize(
    "words", ["2 is not ours, Head of Residence has it", "2 not ours, it is the Head of Residence now"]
)
def test_what_is_said_of_a_post_is_no_part_of_its_name(talk: Talk, words: str):
    assert receipt(talk.says("governor", words)).changed[0].party == "Head of Residence"
