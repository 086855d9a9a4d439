"""What the bot says of a document before it is imported, in plain text and within Slack's limits."""

from dataclasses import replace
from datetime import date

from bot.import_questions import settling
from bot.imports import PAGE, pages
from bot.plain import render as plainly
from bot.plain import whole
from bot.slack.cards import render
from bot.slack.limits import problems
from plans.messages import ClosedPlan, ImportPreview, Line, Look, Question, ReissueChange, Repeat, Verb

VERBS = (Verb("load", "Confirm", "7 abc"), Verb("whole", "Show all 3", "7"), Verb("leave", "Cancel", "7"))


def line(n: int, words: str = "Check the cell bells") -> Line:
    return Line("rochester-2024", "HMP Rochester", str(n), words, ("Governor",), date(2024, 11, 30), "not_started", 0)


FIRST = ImportPreview(
    "plan.pdf",
    "urgent_notification",
    "HMP Rochester Urgent Notification Action Plan",
    "HMP Rochester",
    "rochester-2024",
    actions=3,
    themes=2,
    owners=2,
    looks=(Look("it has a start and no end", "7", "Sensory room", "page 3, table 1, row 7", "From October 2024"),),
    closes=(ClosedPlan("rochester-2018", "Action plan", (line(1), line(2))),),
    verbs=VERBS,
    lines=(line(1), line(2), line(3)),
)
AGAIN = replace(
    FIRST,
    is_new=False,
    added=1,
    changed=2,
    unchanged=20,
    gone=1,
    actions=23,
    changes=(
        ReissueChange("date", "5", "Forums", "30 November 2024", "31 January 2025", "its request to move waits"),
        ReissueChange("owner", "6", "Mail", "Governor", "Head of Operations"),
        ReissueChange("gone", "9", "Clinics", kept="reported done on 4 November"),
        ReissueChange("new", "27", "Library at weekends"),
    ),
    repeats=(Repeat("1.4", "Living conditions", "1.2", "Conditions", (2018,), "July 2018", said=True),),
)


def test_what_was_read_and_what_to_look_at_first():
    said = plainly(FIRST).split("\n\n")

    assert said == [
        "HMP Rochester Urgent Notification Action Plan: 3 actions, 2 themes, 2 owners; 1 thing to look at first."
        " Nothing is saved of plan.pdf yet; it would be rochester-2024.",
        "Look at these first\n  7 Sensory room, page 3, table 1, row 7: it has a start and no end (“From October 2024”).",
        "What it closes\n  Closes rochester-2018; 2 actions of it are open: 1 and 2.",
    ]


def test_a_newer_version_shows_what_was_and_what_is_now_kind_by_kind():
    said = plainly(AGAIN)

    assert "23 actions" in said
    assert (
        "I hold rochester-2024 already: 2 actions would change, 20 would not, 1 is new;"
        " 1 that I hold is no longer printed." in said
    )
    assert "No longer printed, kept as they are (1)\n  9 Clinics (reported done on 4 November)." in said
    assert "New (1)\n  27 Library at weekends." in said
    assert "Another date (1)\n  5 Forums: “30 November 2024” → “31 January 2025” (its request to move waits)." in said
    assert (
        "1.4 Living conditions: first seen in 2018, promised for July 2018, and back. The document says so itself."
        in said
    )
    assert said.index("No longer printed") < said.index("New (1)") < said.index("Another date")


def test_each_kind_of_thing_is_counted_as_it_is_listed():
    asked = Question("day:27", "day", "31 September", (("none", "No date"),), ("7",))
    told = replace(asked, key="owner:x", kind="owner", about="X", chosen="GFSL")
    shown = replace(FIRST, failed=("1 row or cell could not be read", "5 stands after 7"), questions=(asked, told))
    headline, *sections = plainly(shown).split("\n\n")

    assert "; 2 checks failed, 1 thing to look at first, 1 question." in headline
    listed = {heading: len(lines) for heading, *lines in (section.split("\n") for section in sections)}
    assert (listed["Checks that failed"], listed["Look at these first"], listed["Only you can tell"]) == (2, 1, 2)


def test_a_question_has_its_likeliest_answers_and_a_form_for_any_other():
    choices = (("Head of Safety", "Head of Safety"), ("GFSL", "GFSL"))
    asked = Question("owner tubu", "owner", "TUBU", choices, ("12", "13"), free=True)
    shown = replace(FIRST, questions=(asked,))

    assert "Who is “TUBU”? (12 and 13)" in plainly(shown)
    assert [(verb.label, verb.query) for verb in settling(shown, asked)] == [
        ("Head of Safety", "7 owner%20tubu Head of Safety"),
        ("GFSL", "7 owner%20tubu GFSL"),
        ("Something else", "7 owner%20tubu"),
    ]
    answered = replace(asked, chosen="GFSL")
    assert "Who is “TUBU”? GFSL." in plainly(replace(FIRST, questions=(answered,)))
    assert [verb.label for verb in settling(shown, answered)] == ["Change"]


def test_on_the_command_line_a_question_says_how_anything_else_is_typed_and_how_it_is_answered_later():
    choices = (("2025-09-30", "30 September 2025"),)
    asked = Question("day:31", "day", "31 September 2025", choices, ("7",), free=True)
    shown = replace(FIRST, questions=(asked,))

    assert (
        "Only you can tell (import it with the answers)\n"
        "  Which day is “31 September 2025”? (7)\n"
        '    --answer "day:31=2025-09-30" (30 September 2025)\n'
        '    --answer "day:31=…" (another day, such as 2025-09-30)'
    ) in whole(shown)
    assert "Only you can tell (import it again with the answers)" in whole(replace(shown, state="saved"))


def test_the_buttons_of_each_question_are_read_out_with_it():
    asked = [Question(f"owner:{who}", "owner", who, (("x", "A party of its own"),), free=True) for who in ("X", "Y")]
    card = render(replace(FIRST, questions=tuple(asked)))

    read_out = [each.get("accessibility_label") for one in card.blocks for each in one.get("elements", ())]
    assert read_out[:4] == [
        "A party of its own: Who is “X”?", "Something else: Who is “X”?",
        "A party of its own: Who is “Y”?", "Something else: Who is “Y”?",
    ]  # fmt: skip


def test_a_page_of_all_that_was_read_stays_true_once_it_is_saved():
    assert "Nothing is saved before you confirm it." in plainly(replace(FIRST, page=1))


def test_saved_and_cancelled_say_so_and_what_can_still_be_done():
    assert "saved as rochester-2024" in plainly(replace(FIRST, state="saved"))
    assert "A corrected file can be imported over it" in plainly(replace(FIRST, state="saved"))
    assert plainly(replace(FIRST, state="cancelled")).endswith("Nothing of plan.pdf was saved.")


def test_what_was_closed_is_told_as_done_once_it_is_saved():
    said = whole(replace(FIRST, state="saved"))

    assert "What it closed\n  Closed rochester-2018; 2 of its actions were open: 1 and 2." in said


def test_an_unchanged_plan_says_so_and_promises_nobody_a_list():
    same = replace(FIRST, is_new=False, is_same=True, closes=(), unchanged=3)

    assert "I hold rochester-2024 already: nothing changes." in plainly(same)
    assert plainly(replace(same, state="saved")) == (
        "HMP Rochester Urgent Notification Action Plan: nothing changed. rochester-2024 held all that plan.pdf prints."
    )


def test_what_an_earlier_plan_called_done_was_promised_for_no_day():
    again = replace(
        AGAIN, repeats=(Repeat("1.4", "Conditions", "1.2", "Conditions", (2018,), "Completed and ongoing"),)
    )

    assert "1.4 Conditions: first seen in 2018, completed and ongoing then, and back." in plainly(again)


def test_a_review_counts_its_judgements():
    review = replace(FIRST, kind="review", judgements=9, actions=0, looks=(), closes=())

    assert "9 judgements; nothing stood out." in plainly(review)
    assert "To see them beside what owners report: /actions Rochester judgements." in plainly(
        replace(review, state="saved")
    )


def test_however_much_there_is_it_stays_within_slacks_limits():
    words = "*odd* <words> & _more_ " * 20
    many = replace(
        AGAIN,
        title=words,
        failed=tuple(f"check {n} {words}" for n in range(40)),
        looks=tuple(Look(words, str(n), words, "page 1", words) for n in range(300)),
        questions=tuple(
            Question(f"k{n}", "owner", words, tuple((words, words) for _ in range(9)), free=True) for n in range(90)
        ),
        changes=tuple(replace(each, title=words, was=words, now=words, kept=words) for each in AGAIN.changes * 40),
        closes=tuple(ClosedPlan(f"plan-{n}", words, tuple(map(line, range(60)))) for n in range(9)),
        repeats=AGAIN.repeats * 60,
        lines=tuple(line(n, words) for n in range(400)),
        notes=(words,) * 3,
    )
    every = [replace(many, page=number) for number in range(1, pages(many) + 2)]

    for shown in (many, *every):
        card = render(shown)
        assert problems({"text": card.text, "blocks": card.blocks}) == []
    assert pages(many) == -(-(40 + 300 + 160 + 9 + 60 + 400) // PAGE)


def test_only_of_a_plan_that_is_chased_are_leads_told_in_their_next_brief() -> None:
    assert "Leads get their list" in plainly(replace(FIRST, state="saved"))
    assert "Leads get their list" not in plainly(replace(FIRST, state="saved", is_live=False))


def test_a_plan_that_was_held_says_what_became_of_it_and_goes_live_no_second_time():
    said = plainly(replace(AGAIN, state="saved"))

    assert "I held it already: 2 actions changed, 20 did not, 1 is new; 1 that I hold is no longer printed." in said
    assert "Leads get their list" not in said


def test_a_cell_that_is_blank_now_or_was_is_said_to_be():
    blank = ReissueChange("date", "8", "Health lead", "October 2024", "")
    filled = ReissueChange("owner", "9", "Clinics", "", "Head of Healthcare")
    said = plainly(replace(AGAIN, changes=(blank, filled)))

    assert "8 Health lead: “October 2024” → none." in said
    assert "9 Clinics: none → “Head of Healthcare”." in said


def test_of_a_review_its_judgements_are_counted():
    judged = ReissueChange("words", "3.24", "Security", "insufficient progress", "good progress")
    again = replace(AGAIN, kind="review", judgements=13, actions=0, changes=(judged,))

    assert "I hold rochester-2024 already: 1 judgement would change." in plainly(again)
    assert "I held it already: 1 judgement changed. An import" in plainly(replace(again, state="saved"))


def test_long_words_are_shown_from_where_they_part():
    long = (
        "This recommendation is partly agreed as there are limits to what one establishment may do by itself, and so it"
    )
    change = ReissueChange("words", "5", "Forums", f"{long} is done in July", f"{long} is done in May")
    said = plainly(replace(AGAIN, changes=(change,)))

    assert "  5 Forums: “…by itself, and so it is done in July” → “…by itself, and so it is done in May”." in said


def test_once_it_is_saved_it_says_what_it_closed():
    saved = replace(FIRST, state="saved", verbs=())
    said, card = plainly(saved).split("\n\n"), render(saved)

    assert said[1:] == ["What it closed\n  Closed rochester-2018; 2 of its actions were open: 1 and 2."]
    assert "Closed" in str(card.blocks)
    assert problems({"text": card.text, "blocks": card.blocks}) == []


def test_one_more_question_is_one():
    several = tuple(Question(f"owner:{n}", "owner", f"TUBU {n}", (), (str(n),), free=True) for n in range(9))
    drawn = str(render(replace(FIRST, questions=several)).blocks)

    assert "One more question comes once these are answered." in drawn
