"""What must hold before a plan is saved, with rows made up here: what fails, and what is only a question."""

from datetime import date

from documents.assembly.checks import COMPARE
from documents.draft import Grid, PlanDraft, Unread
from documents.reading import draft_of
from tests.documents.grids import grid, table

HEAD = ("No", "Action", "Owner", "Target date")
SUBMITTED = ("HMP Exampleton Action Plan", "Action Plan Submitted: 3rd March 2025")


def read(*rows: tuple[str, ...], prose: tuple[str, ...] = SUBMITTED, **more: object) -> PlanDraft:
    made: Grid = grid(table(1, HEAD, *rows), prose=prose, **more)
    return draft_of(made, "plan.docx", today=date(2026, 1, 1))


def numbered(*refs: str) -> PlanDraft:
    return read(*((ref, "Do it.", "Governor", "May 2025") for ref in refs))


def dated(*targets: str) -> PlanDraft:
    return read(*((str(ref), "Do it.", "Governor", target) for ref, target in enumerate(targets, 1)))


def test_numbers_that_rise_as_numbers_do_pass() -> None:
    assert numbered("5.8", "5.9", "5.10", "5.11").failed == []
    assert numbered("1.1", "1.2", "2.1", "MD1", "MD2", "SD1").failed == []


def test_a_number_that_falls_is_named() -> None:
    assert numbered("5.8", "5.9", "5.1", "5.11").failed == ["5.1 stands after 5.9"]


def test_a_number_passed_over_is_a_question() -> None:
    draft = numbered("5.8", "5.9", "5.11")

    assert draft.failed == []
    assert [one.flags for one in draft.actions] == [[], [], ["it follows 5.9: the document seems to have no 5.10"]]


def test_an_action_that_nobody_owns_needs_a_reason() -> None:
    draft = read(
        ("1", "Do it.", "", "May 2025"), ("2", "Do that.", "", "Completed"), ("3", "Do more.", "Governor", "May 2025")
    )

    assert draft.failed == ["no owner is printed for 1"]


def test_one_date_that_cannot_well_be_is_a_question_and_a_finished_one_is_not() -> None:
    draft = dated("May 2024", "May 2025", "June 2025", "Completed May 2024", "May 2035")

    assert draft.failed == []
    assert [len(one.flags) for one in draft.actions] == [1, 0, 0, 0, 1]
    assert draft.actions[0].flags == ["“May 2024” lies before the document's own date, 3 March 2025"]
    assert draft.actions[4].flags == ["“May 2035” lies over six years after 3 March 2025"]


def test_many_dates_that_do_not_fit_fail() -> None:
    assert dated("May 2015", "May 2015", "June 2015", "May 2025").failed == [
        "3 of 4 dates do not fit the document's own: 1, 2, 3"
    ]


def test_dates_gone_by_when_a_newer_version_was_submitted_are_no_slip() -> None:
    draft = dated("May 2024", "June 2024", "August 2024", "May 2025")

    assert draft.failed == []
    assert [len(one.flags) for one in draft.actions] == [1, 1, 1, 0]


def test_many_dates_before_the_inspection_fail_however_late_the_plan_was_submitted() -> None:
    inspected = (*SUBMITTED, "Inspection: 8 July - 19 July 2024")
    rows = [(str(ref), "Do it.", "Governor", f"{month} 2024") for ref, month in enumerate(("May", "June", "April"), 1)]
    after = [(ref, action, owner, "August 2024") for ref, action, owner, _ in rows]

    assert read(*rows, prose=inspected).failed == ["3 of 3 dates do not fit the document's own: 1, 2, 3"]
    assert read(*after, prose=inspected).failed == []


def test_a_document_without_a_date_of_its_own_is_held_against_its_other_dates() -> None:
    rows = [
        (str(ref), "Do it.", "Governor", target) for ref, target in enumerate(["May 2018", "June 2018", "May 2081"], 1)
    ]
    draft = read(*rows, prose=("HMP Exampleton Action Plan",))

    assert draft.actions[2].flags == ["“May 2081” lies years from the document's other dates"]
    assert draft.failed == ["the date of 3 is out of all reach"]


def test_an_impossible_day_is_a_question_with_a_suggestion() -> None:
    draft = dated("31 September 2025")

    assert draft.failed == []
    assert "is it 30 September 2025?" in draft.actions[0].flags[0]


def test_what_the_reader_could_not_read_fails() -> None:
    draft = read(("1", "Do it.", "Governor", "May 2025"), unread=(Unread("row 9", "#REF!", "it is no value"),))

    assert draft.failed == ["1 row or cell could not be read"]


def test_columns_that_were_not_sure_flag_every_action_shortly_and_say_why_once() -> None:
    why = "the columns of page 1 were told by words alone"
    draft = read(("1", "Do it.", "Governor", "May 2025"), ("2", "Do it.", "Governor", "May 2025"), unsure=(why,))

    assert [one.flags for one in draft.actions] == [[why, COMPARE], [COMPARE]]
    assert draft.failed == []


def test_a_text_that_stops_in_mid_sentence_is_a_question_where_the_others_do_not() -> None:
    whole = [(str(ref), "Do it.", "Governor", "May 2025") for ref in range(1, 6)]

    assert read(*whole, ("6", "Do it with", "Governor", "May 2025")).actions[5].flags == [
        "its text stops in mid sentence"
    ]
    assert read(("1", "Do it", "Governor", "May 2025"), ("2", "Do that", "Governor", "May 2025")).actions[0].flags == []


def test_letters_that_another_program_garbled_are_a_question() -> None:
    draft = draft_of(
        grid(table(1, ("No", "Action", "Owner", "Date"), ("1", "Open the â€˜hubâ€™.", "Governor", "May 2025"))),
        "a file",
        today=date(2025, 1, 1),
    )

    assert draft.actions[0].flags == ["some of its letters are garbled in the file"]


def test_a_number_counted_by_us_that_the_document_also_prints_fails() -> None:
    draft = draft_of(
        grid(
            table(
                1,
                ("What we will do", "Responsible officer", "By when"),
                ("Publish a vision.", "Governor", "May 2025"),
                ("Priority 1: Practice", "", ""),
                ("Audit cases.", "Governor", "June 2025"),
                ("Train staff.", "Governor", "July 2025"),
            )
        ),
        "a file",
        today=date(2025, 1, 1),
    )

    assert draft.failed == ["number 1 stands for two things: some rows print none"]
