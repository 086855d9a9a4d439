"""What was recorded, what was read and what an action's story is, in the words of every platform."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from bot.kinds import did
from bot.plain import render
from plans.messages import ActionCard, Changed, Line, ReadBack, Receipt, Refused, Told, Waiting
from plans.replies.values import Asks
from plans.rights import Doing

NOVEMBER, FEBRUARY, JANUARY = date(2024, 11, 30), date(2025, 2, 15), date(2025, 1, 31)
LEVEL = "Prison Group Director"
LINK = "https://files.example/minutes"
LINE = Line(
    "rochester-2024", "HMP Rochester", "5", "Prisoner forums", ("Governor", "GFSL"), NOVEMBER, "in_progress", 65
)


def changed(doing: str, before: str = "", after: str = "", **more: Any) -> Changed:
    told = {
        "as_post": "Governor",
        "address": "5",
        "title": "Prisoner forums",
        "from_status": before,
        "to_status": after,
    }
    return Changed(5, "rochester-2024", "HMP Rochester", doing=doing, **{**told, **more})


def receipt(*lines: Changed, **more: Any) -> str:
    return render(Receipt(lines, **more))


def read_back(*lines: Changed, **more: Any) -> str:
    return render(ReadBack(3, lines, **more))


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            changed("report", "not_started", "reported", links=(LINK,), waits_for=LEVEL),
            "Recorded: 5 Prisoner forums reported done by the Governor, with 1 link (not started → reported)."
            " It waits for the Prison Group Director to confirm.",
        ),
        (
            changed("report", "in_progress", "reported", as_post="Head of Residence", for_party="GFSL", waits_for="Governor"),
            "Recorded: 5 Prisoner forums reported done by GFSL, told by the Head of Residence (in progress → reported)."
            " It waits for the Governor to confirm.",
        ),
        (
            changed("report", "blocked", "reported", as_post="coordinator", for_party="Governor", day=date(2024, 12, 4)),
            "Recorded: 5 Prisoner forums reported done on Wednesday 4 December 2024, recorded by the coordinator for the"
            " Governor (blocked → reported).",
        ),
        (
            changed(
                "nudge", as_post=LEVEL, party="Governor", waits_for="whoever stands in for the Governor", words="Before Friday",
                day=date(2025, 2, 5),
            ),
            "Asked by the Prison Group Director: how 5 Prisoner forums stands: “Before Friday”. Whoever stands in for the"
            " Governor finds it in their brief of Wednesday 5 February.",
        ),
        (
            changed("report", "in_progress", "done"),
            "Recorded: 5 Prisoner forums reported done by the Governor (in progress → done). Nobody is asked to confirm it.",
        ),
        (
            changed("report", "in_progress", "in_progress", from_due=NOVEMBER, to_due=date(2024, 12, 31)),
            "Recorded: 5 Prisoner forums done by the Governor. This period is closed; the next is due Tuesday 31 December 2024.",
        ),
        (
            changed("progress", "in_progress", "in_progress", from_due=NOVEMBER, words="nearly there"),
            "Noted on 5 Prisoner forums, still in progress. Its date stays Saturday 30 November 2024.",
        ),
        (
            changed("progress", "not_started", "in_progress", from_due=NOVEMBER, to_due=NOVEMBER),
            "Noted on 5 Prisoner forums, now in progress (not started → in progress). Its date stays Saturday 30 November 2024.",
        ),
        (
            changed("progress", "reported", "in_progress"),
            "Recorded: 5 Prisoner forums is not done after all, says the Governor (reported → in progress).",
        ),
        (
            changed("block", "in_progress", "blocked", words="awaiting funding", from_due=NOVEMBER),
            "Recorded: 5 Prisoner forums is blocked, says the Governor (in progress → blocked): “awaiting funding”."
            " Its date stays Saturday 30 November 2024.",
        ),
        (
            changed("postpone", from_due=NOVEMBER, to_due=FEBRUARY, words="no chaplain", waits_for="Executive Director", late=True),
            "Asked by the Governor: to move 5 Prisoner forums from 30 November 2024 to Saturday 15 February 2025:"
            " “no chaplain”. It goes to the Executive Director; until then it stays late.",
        ),
        (
            changed("postpone", to_due=FEBRUARY, words="no chaplain", replaces=JANUARY),
            "Asked by the Governor: to give 5 Prisoner forums the date Saturday 15 February 2025: “no chaplain”."
            " It replaces the date asked for before, 31 January 2025. Until it is agreed it has no date.",
        ),
        (
            changed("blank", as_post="Administrator"),
            "Removed by the administrator: words from the history of 5 Prisoner forums. Who said something, and when,"
            " stays in it.",
        ),
        (
            changed("agree", from_due=NOVEMBER, to_due=FEBRUARY, outside="MoJ Property"),
            "Recorded by the Governor as accepted, for MoJ Property: 5 Prisoner forums is due Saturday 15 February 2025,"
            " no longer Saturday 30 November 2024.",
        ),
        (
            changed("decline", from_due=NOVEMBER, outside="MoJ Property", words="it is needed by Easter"),
            "Recorded by the Governor: MoJ Property was told that it is not agreed: “it is needed by Easter”."
            " 5 Prisoner forums keeps its date, Saturday 30 November 2024.",
        ),
        (
            changed("hand_over", party="Head of Safety", words="it is about safety"),
            "Asked by the Governor: that the Head of Safety leads 5 Prisoner forums: “it is about safety”."
            " Nothing changes until they accept.",
        ),
        (
            changed("accept", as_post="Head of Safety"),
            "Accepted: the Head of Safety leads 5 Prisoner forums from now on.",
        ),
        (
            changed("confirm", "reported", "done", as_post=LEVEL),
            "Confirmed by the Prison Group Director: 5 Prisoner forums is done (reported → done).",
        ),
        (
            changed("send_back", "reported", "in_progress", as_post=LEVEL, words="no minutes"),
            "Sent back by the Prison Group Director: 5 Prisoner forums is in progress again (reported → in progress):"
            " “no minutes”.",
        ),
        (
            changed("note", "in_progress", "in_progress", links=(LINK, LINK)),
            "Noted on 5 Prisoner forums, still in progress, with 2 links.",
        ),
    ],
)  # fmt: skip
def test_a_receipt_says_what_was_recorded_from_what_to_what_and_what_happens_next(done: Changed, said: str) -> None:
    assert receipt(done) == said


@pytest.mark.parametrize("doing", get_args(Doing))
def test_every_kind_of_entry_has_words_wherever_it_is_told(doing: Doing) -> None:
    named = doing.replace("_", " ")
    entry = Told(1, datetime(2024, 12, 2, tzinfo=UTC), doing, as_post="Governor")
    card = ActionCard(LINE, date(2024, 12, 2), 5, "", "", history=(entry,))

    assert "Prisoner forums" in receipt(changed(doing))
    assert "Prisoner forums" in read_back(changed(doing))
    assert did(doing) != named
    assert render(card).splitlines()[-3].strip() not in (f"2 December at 00:00, the Governor: {named}.", "")


def test_what_was_taken_back_says_how_it_stands_again() -> None:
    assert receipt(changed("undo", "reported", "in_progress"), undone=True) == (
        "Taken back: 5 Prisoner forums is in progress again (reported → in progress)."
    )
    assert receipt(changed("undo", from_due=FEBRUARY, to_due=NOVEMBER), undone=True) == (
        "Taken back: 5 Prisoner forums is due Saturday 30 November 2024 again."
    )
    assert receipt(changed("undo"), undone=True) == "Taken back: 5 Prisoner forums is as it was before."


def test_what_was_refused_stands_after_what_was_done() -> None:
    only = "only the Prison Group Director for Rochester, or someone above, can confirm action 6."
    said = receipt(changed("note"), refused=(Refused(6, "6", "Kit", "rights", only),))

    assert said.splitlines() == ["Noted on 5 Prisoner forums.", f"O{only[1:]}"]


def test_an_older_button_is_told_what_changed_and_shown_the_action() -> None:
    sentence = (
        "That button belongs to an older message; action 5 was marked in progress by the Governor at 10:42."
        " Here it is now."
    )
    said = render(Receipt(refused=(Refused(5, "5", "Prisoner forums", "overtaken", sentence),), card=CARD))

    assert said.startswith(f"{sentence}\n\n5 Prisoner forums\n")


def test_actions_of_two_prisons_are_told_apart() -> None:
    other = replace(changed("note"), plan="maidstone-2024", prison="HMP Maidstone")

    assert receipt(changed("note"), other).splitlines() == [
        "Noted on HMP Rochester 5 Prisoner forums.",
        "Noted on HMP Maidstone 5 Prisoner forums.",
    ]


# --- read back -------------------------------------------------------------------------------------------------


def test_a_later_date_is_read_back_with_how_it_was_read_who_decides_and_what_is_missing() -> None:
    asked = changed(
        "postpone", title="", from_due=NOVEMBER, to_due=FEBRUARY, read=(("mid Feb", FEBRUARY),), waits_for="Executive Director", late=True
    )  # fmt: skip

    assert read_back(asked, asks="why") == (
        "You ask to move 5 from 30 November 2024 to Saturday 15 February 2025 (I read “mid Feb” as the 15th). Why?"
        " It goes to the Executive Director; until then it stays late."
    )


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ("end of Feb", date(2025, 2, 28), "(I read “end of Feb” as the 28th)"),
        ("the 22nd", date(2025, 2, 22), "(I read “the 22nd” as the 22nd)"),
        ("5/3", date(2025, 3, 5), "(I read “5/3” as 5 March)"),
    ],
)
def test_how_a_day_was_read_says_what_was_left_open(words: str, day: date, said: str) -> None:
    assert said in receipt(changed("postpone", from_due=NOVEMBER, to_due=day, read=((words, day),)))


def test_another_day_that_was_read_is_named_in_full() -> None:
    assert "(I read “Monday” as Monday 2 December 2024)" in receipt(
        changed("report", read=(("Monday", date(2024, 12, 2)),))
    )


def test_what_changed_and_how_it_was_read_stand_in_one_bracket() -> None:
    said = receipt(changed("report", "not_started", "reported", read=(("4th of November", date(2024, 11, 4)),)))
    assert "(not started → reported; I read “4th of November” as Monday 4 November 2024)" in said


def test_several_answers_are_read_back_one_a_line() -> None:
    said = read_back(
        changed("report", "not_started", "reported", waits_for=LEVEL),
        changed("report", "in_progress", "reported", address="6", title="Kit"),
        changed("postpone", address="9", title="Clinics", from_due=NOVEMBER, to_due=JANUARY, words="no doctor"),
    )

    assert said.splitlines() == [
        "I read this as 3 answers, and have recorded none yet.",
        "5 Prisoner forums is done (not started → reported).",
        "6 Kit is done (in progress → reported).",
        "Move 9 Clinics from 30 November 2024 to Friday 31 January 2025: “no doctor”.",
    ]


@pytest.mark.parametrize(
    ("asks", "more", "said"),
    [
        ("done_or_going", {}, "I did not change anything. Is 5 Prisoner forums done, or still going?"),
        (
            "when",
            {},
            "I did not change anything. Until when do you need for 5 Prisoner forums?"
            " Its date stays Saturday 30 November 2024 until another is agreed.",
        ),
        (
            "which_day",
            {"words": "5/10", "options": (date(2025, 10, 5), date(2025, 5, 10))},
            "I did not change anything. Which day do you mean by “5/10”: Sunday 5 October 2025 or Saturday 10 May 2025?",
        ),
        (
            "no_such_day",
            {"words": "31 september", "options": (date(2025, 9, 30),)},
            "31 September does not exist. Did you mean Tuesday 30 September 2025?",
        ),
        (
            "past_day",
            {"words": "1 November"},
            "I read “1 November” as a day that is past or no later than its date, Saturday 30 November 2024."
            " Until when do you need?",
        ),
        ("whose", {}, "I did not change anything. Which post should have 5 Prisoner forums?"),
        (
            "which_action",
            {},
            "I did not change anything. Which action do you mean?\n5 Prisoner forums, due Saturday 30 November 2024",
        ),
    ],
)
def test_what_is_not_clear_changes_nothing_and_is_asked(asks: Asks, more: dict[str, Any], said: str) -> None:
    assert read_back(asks=asks, about=(LINE,), **more) == said


def test_what_is_clear_is_read_back_beside_what_is_asked_of_the_rest() -> None:
    other = replace(LINE, address="9", title="Clinics", due=None)
    clear = [changed("report", "not_started", "reported"), changed("note", address="6", title="Kit")]

    assert read_back(*clear, asks="when", about=(other,)).splitlines() == [
        "I read this as 2 answers, and have recorded none yet.",
        "5 Prisoner forums is done (not started → reported).",
        "6 Kit has a note.",
        "I did not change anything. Until when do you need for 9 Clinics?",
    ]
    assert read_back(*clear, asks="why", about=(LINE,)).endswith("Why, of 5 Prisoner forums? The reason goes with it.")


def test_of_many_that_may_be_meant_a_few_are_shown() -> None:
    many = tuple(replace(LINE, address=str(n), due=None) for n in range(1, 25))
    said = read_back(asks="which_action", about=many).splitlines()

    assert said[1:3] == ["1 Prisoner forums", "2 Prisoner forums"]
    assert said[9:] == ["… and 16 more: say its number"]


@pytest.mark.parametrize("asks", get_args(Asks))
def test_everything_that_may_be_asked_is_asked_as_a_question(asks: Asks) -> None:
    assert "?" in read_back(asks=asks, about=(LINE,))


# --- the card --------------------------------------------------------------------------------------------------

REPORTED = Told(
    3, datetime(2024, 12, 2, 10, 42, tzinfo=UTC), "report", "A. Sample", "Governor", "", "slack", "in_progress", "reported",
    words="minutes attached",
)  # fmt: skip
CARD = ActionCard(
    LINE, date(2025, 2, 3), 5, "HMP Rochester, Urgent Notification plan 2024", "All that is to be done.", "Culture", "By November",
    "Governor", "Head of Safety", date(2024, 10, 31), 1, (Waiting("extension", date(2025, 1, 3), "Governor", LEVEL, NOVEMBER, FEBRUARY, words="no chaplain"),),
    evidence=(LINK,), history=(REPORTED,), earlier=2, private=True,
)  # fmt: skip


def test_a_card_says_how_an_action_stands_whose_it_is_and_what_it_waits_for() -> None:
    assert render(CARD).splitlines() == [
        "5 Prisoner forums",
        "HMP Rochester, Urgent Notification plan 2024",
        "🔴 65 days late, in progress.",
        "Due Saturday 30 November 2024, last working day Friday 29 November 2024.",
        "Moved once. First promised for Thursday 31 October 2024: 95 days late on that date.",
        "Printed as “By November”.",
        "Owners: Governor, GFSL. The Governor leads.",
        "The Head of Safety does the work.",
        "Theme: Culture.",
        "Asked on 3 January by the Governor: due Saturday 15 February 2025, no longer Saturday 30 November 2024."
        " “no chaplain” It waits for the Prison Group Director to agree.",
        "",
        "All that is to be done.",
        "",
        "Evidence:",
        f"  {LINK}",
        "",
        "History:",
        "  2 December 2024 at 10:42, the Governor (A. Sample) in Slack: in progress → reported. “minutes attached”",
        "  … and 2 earlier",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({}, "the Governor (A. Sample) in Slack: in progress → reported. “minutes attached”"),
        ({"words": None, "blanked": True}, "the Governor (A. Sample) in Slack: in progress → reported. Words removed by an administrator."),
        ({"undone": True}, "the Governor (A. Sample) in Slack: in progress → reported. “minutes attached” Taken back."),
        ({"for_party": "GFSL", "as_post": "Head of Residence", "channel": "teams", "words": None}, "GFSL, told by the Head of Residence (A. Sample) in Teams: in progress → reported."),
        ({"for_party": "Governor", "as_post": "coordinator", "channel": "cli", "words": None}, "the coordinator (A. Sample) for the Governor at the command line: in progress → reported."),
        ({"doing": "postpone", "to_status": "in_progress", "from_due": NOVEMBER, "to_due": FEBRUARY, "words": None}, "the Governor (A. Sample) in Slack: asks for another date: from Saturday 30 November 2024 to Saturday 15 February 2025."),
        ({"who": "Governor", "words": None, "links": (LINK,)}, "the Governor in Slack: in progress → reported. With 1 link."),
    ],
)  # fmt: skip
def test_a_line_of_the_history_says_who_how_and_from_what_to_what(entry: dict[str, Any], said: str) -> None:
    told = render(replace(CARD, history=(replace(REPORTED, **entry),), earlier=0))

    assert told.splitlines()[-1] == f"  2 December 2024 at 10:42, {said}"


def test_what_was_said_to_an_outside_lead_was_recorded_not_agreed() -> None:
    moved = replace(
        REPORTED, doing="agree", from_status="", to_status="", from_due=NOVEMBER, to_due=FEBRUARY, words=None
    )
    inside, outside = (render(replace(CARD, lead=lead, history=(moved,), earlier=0)) for lead in ("Governor", "GFSL"))

    assert inside.endswith("agreed: from Saturday 30 November 2024 to Saturday 15 February 2025.")
    assert outside.endswith("recorded as accepted: from Saturday 30 November 2024 to Saturday 15 February 2025.")


def test_what_came_with_the_plan_was_nobodys_word() -> None:
    loaded = Told(1, datetime(2024, 9, 1, 9, tzinfo=UTC), "loaded", channel="import", to_status="not_started")
    assert "1 September 2024 at 10:00: loaded from its plan." in render(replace(CARD, history=(loaded,)))


def test_a_text_that_is_the_title_again_is_not_said_twice() -> None:
    assert render(replace(CARD, text="Prisoner forums.", where="rochester-2024")).count("Prisoner forums") == 1


def test_published_facts_alone_say_who_sees_the_rest() -> None:
    said = render(replace(CARD, history=(), earlier=0, evidence=(), waiting=(), private=False))

    assert said.endswith(
        "Its history, words and evidence are shown to the posts of its prison, its group and assurers."
    )
    assert "A. Sample" not in said
