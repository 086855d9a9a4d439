"""What a ref says may be printed beside each of its steps, as spreadsheets fill it down so that filters work."""

from datetime import date

import pytest

from documents.draft import PlanDraft
from documents.reading import draft_of
from tests.documents.grids import grid, table

HEAD = ("Rec No", "Recommendation", "Agreed", "Action taken or planned", "Owner", "Target date")


def read(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> PlanDraft:
    return draft_of(grid(table(1, head, *rows)), "a file", today=date(2024, 7, 1))


def facts(draft: PlanDraft) -> list[tuple[str, str | None, str, str | None]]:
    return [(one.ref, one.step, one.text, one.recommendation) for one in draft.actions]


BEDS = [
    ("5.1", "1", "Count the beds.", "Beds should be clean. (1.2)"),
    ("5.1", "2", "Order more beds.", "Beds should be clean. (1.2)"),
    ("5.2", None, "Write a menu.", "Food should be warm. (1.3)"),
]


@pytest.mark.parametrize(
    "again", [("5.1", "Beds should be clean. (1.2)"), ("5.1", ""), ("", "Beds should be clean. (1.2)")]
)
def test_a_ref_printed_again_beside_each_step_is_one_ref(again: tuple[str, str]) -> None:
    draft = read(
        ("5.1", "Beds should be clean. (1.2)", "Agreed", "Count the beds.", "Governor", "July 2024"),
        (*again, "Agreed", "Order more beds.", "Head of Residence", "August 2024"),
        ("5.2", "Food should be warm. (1.3)", "Agreed", "Write a menu.", "Governor", "July 2024"),
    )

    assert facts(draft) == BEDS
    assert draft.failed == []


def test_a_whole_row_printed_twice_is_a_slip_and_no_second_step() -> None:
    row = ("5.1", "Beds should be clean.", "Agreed", "Count the beds.", "Governor", "July 2024")

    assert read(row, row).failed == ["2 actions are numbered 5.1"]


def test_a_number_printed_again_beside_each_numeral_keeps_the_heading_of_the_first() -> None:
    draft = read(
        ("Decency", "1", "!Beds|i) Count the beds.", "Governor", "July 2024"),
        ("Decency", "1", "ii) Order more beds.", "Governor", "August 2024"),
        head=("Theme", "No", "Actions", "Owner", "Date due"),
    )

    assert [(one.ref, one.step, one.heading) for one in draft.actions] == [("1", "i", "Beds"), ("1", "ii", "Beds")]


def test_a_recommendation_printed_again_where_nothing_is_numbered_is_counted_once() -> None:
    draft = read(
        ("Beds should be clean.", "Count the beds.", "Governor", "July 2024"),
        ("Beds should be clean.", "Order more beds.", "Governor", "August 2024"),
        ("Food should be warm.", "Write a menu.", "Governor", "July 2024"),
        head=("Recommendation", "What we will do", "Who", "By when"),
    )

    assert [(one.ref, one.step) for one in draft.actions] == [("1", "1"), ("1", "2"), ("2", None)]


def test_a_numbered_recommendation_printed_again_is_one_ref() -> None:
    draft = read(
        ("Recommendation 1: Beds should be clean.", "Count the beds.", "Governor", "July 2024"),
        ("Recommendation 1: Beds should be clean.", "Order more beds.", "Governor", "August 2024"),
        ("Recommendation 2: Food should be warm.", "Write a menu.", "Governor", "July 2024"),
        head=("Recommendation", "What we will do", "Who", "By when"),
    )

    assert [(one.ref, one.step) for one in draft.actions] == [("1", "1"), ("1", "2"), ("2", None)]
    assert draft.actions[1].recommendation == "Beds should be clean."


def test_words_in_a_column_passed_over_do_not_hide_a_section() -> None:
    draft = read(
        ("", "Daily life", "", "", "", "", "Green"),
        ("5.1", "Beds should be clean. (1.2)", "Agreed", "Count the beds.", "Governor", "July 2024", "Amber"),
        head=(*HEAD, "RAG"),
    )

    assert [one.theme for one in draft.actions] == ["Daily life"]
    assert draft.unread == []


def test_a_sentence_cut_over_several_rows_keeps_its_order() -> None:
    draft = read(
        (
            "5.1",
            "Beds should be clean. (1.2)",
            "Agreed",
            "Count the beds of each wing and of the",
            "Governor",
            "July 2024",
        ),
        ("", "", "", "Care and Separation Unit, and tell the", "", ""),
        ("", "", "", "governor of what was", "", ""),
        ("", "", "", "Found.", "", ""),
    )

    assert [one.text for one in draft.actions] == [
        "Count the beds of each wing and of the Care and Separation Unit, and tell the governor of what was Found."
    ]


def test_a_heading_in_a_row_of_its_own_beside_the_first_owner_and_date_is_no_step() -> None:
    draft = read(
        ("Decency", "1", "!Beds", "Governor", "July 2024"),
        ("", "", "i) Count the beds.", "", ""),
        ("", "", "ii) Order more beds.", "Governor", "August 2024"),
        head=("Theme", "No", "Actions", "Owner", "Date due"),
    )

    assert [(one.step, one.heading, one.target.printed) for one in draft.actions] == [
        ("i", "Beds", "July 2024"),
        ("ii", "Beds", "August 2024"),
    ]


def test_a_header_of_two_rows_may_number_its_columns() -> None:
    draft = draft_of(
        grid(
            table(
                1,
                ("1. Rec No", "2. Concern", "3. Action", "Delivery", ""),
                ("^", "^", "^", "4. Responsible Owner", "5. Target Date"),
                ("1.1", "Beds were not clean.", "Count the beds.", "Governor", "July 2024"),
            )
        ),
        "a file",
        today=date(2024, 7, 1),
    )

    assert [(one.ref, one.owners, one.target.printed) for one in draft.actions] == [("1.1", ["Governor"], "July 2024")]
