"""Tables laid out downwards: field names in the first column, an action a column or a small table of its own."""

from datetime import date

import pytest

from documents.draft import PlanDraft, Row
from documents.reading import draft_of
from documents.unreadable import Unreadable
from tests.documents.grids import grid, table


def read(*tables: tuple[Row, ...]) -> PlanDraft:
    return draft_of(grid(*tables), "a file", today=date(2025, 1, 1))


def facts(draft: PlanDraft) -> list[tuple[str, str, list[str], str | None]]:
    return [(one.ref, one.text, one.owners, one.target.printed) for one in draft.actions]


WASHED = [
    ("1", "Wash the sheets.", ["Head of Residence"], "June 2025"),
    ("2", "Write a menu.", ["Governor"], "July 2025"),
]


def test_a_small_table_for_each_action_is_a_row_each() -> None:
    draft = read(
        table(1, ("Action:", "Wash the sheets."), ("Owner:", "Head of Residence"), ("Date:", "June 2025"), ("Progress:", "None.")),
        table(2, ("Action:", "Write a menu."), ("Owner:", "Governor"), ("Date:", "July 2025"), ("Progress:", "Some.")),
    )  # fmt: skip

    assert facts(draft) == WASHED
    assert draft.passed_over == ["Progress:"]
    assert draft.actions[1].places["text"][0].table == 2


def test_a_title_over_a_small_table_numbers_its_action() -> None:
    draft = read(
        table(1, ("Action 1", ""), ("What we will do", "Wash the sheets."), ("Who", "Head of Residence"), ("By when", "June 2025")),
        table(2, ("Action 2", ""), ("What we will do", "Write a menu."), ("Who", "Governor"), ("By when", "July 2025")),
    )  # fmt: skip

    assert facts(draft) == WASHED
    assert draft.actions[0].flags == []


def test_an_action_may_be_a_column_and_forms_may_stand_below_one_another() -> None:
    columns = table(
        1,
        ("Ref", "1", "2"),
        ("Action", "Wash the sheets.", "Write a menu."),
        ("Owner", "Head of Residence", "Governor"),
        ("Target date", "June 2025", "July 2025"),
    )
    below = table(
        1,
        ("Ref", "1"),
        ("Action", "Wash the sheets."),
        ("Owner", "Head of Residence"),
        ("Target date", "June 2025"),
        ("", ""),
        ("Ref", "2"),
        ("Action", "Write a menu."),
        ("Owner", "Governor"),
        ("Target date", "July 2025"),
    )

    assert facts(read(columns)) == facts(read(below)) == WASHED


def test_a_table_that_explains_the_columns_is_no_action() -> None:
    with pytest.raises(Unreadable, match="none names an action"):
        read(
            table(
                1,
                ("Action", "What is to be done"),
                ("Owner", "Whoever answers for it"),
                ("Date", "When it will be finished"),
            )
        )
