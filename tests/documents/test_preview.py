"""What an import would do, told before it does: the preview and the import cannot differ."""

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import select

from plans.messages.imports import ReissueChange
from storage.database import reading
from storage.models import Action, Plan
from tests.documents.reissues import (
    BEDS,
    BELLS,
    FIVE,
    SECOND,
    SHEETS,
    SHOWERS,
    actions,
    bring,
    entries,
    say,
    shown,
)

pytestmark = pytest.mark.mostly_sqlite


def test_a_preview_of_a_new_plan_counts_it_and_saves_nothing(engine: Engine) -> None:
    preview = shown(engine, BEDS, SHEETS.but(owner="TUBU"), SHOWERS.but(theme="Repairs", target="31 September 2025"))

    assert (preview.plan, preview.prison, preview.kind) == ("exampleton-2025", "HMP Exampleton", "urgent_notification")
    assert (preview.actions, preview.themes, preview.owners, preview.is_new) == (3, 2, 3, True)
    assert (preview.failed, preview.changes, preview.closes, preview.unchanged) == ((), (), (), 0)
    with reading(engine) as session:
        assert session.exec(select(Plan)).all() == session.exec(select(Action)).all() == []


def test_what_to_look_at_says_where_it_stands_and_what_is_printed_there(engine: Engine) -> None:
    preview = shown(engine, BEDS, SHEETS.but(owner=""), SHOWERS.but(target="31 September 2025"))

    owner, day = preview.looks
    assert (owner.address, owner.why, owner.title) == (
        "2",
        "its owner cell is blank; the owner above carries on",
        SHEETS.text.rstrip("."),
    )
    assert (day.address, day.words) == ("3", "31 September 2025")
    assert day.place


def test_the_preview_of_a_newer_version_tells_what_the_import_then_does(engine: Engine) -> None:
    bring(engine, *FIVE)
    say(engine, "2", "report", "reported")
    newer = (
        BEDS.but(text=BEDS.text.replace("Every", "Each")), SHEETS.but(target="October 2025"), BELLS.but(ref="3"),
        SHOWERS.but(ref="6", owner="Head of Safety", text="Drains are rodded by contractors each spring and autumn."),
    )  # fmt: skip
    before = [row.model_dump() for row in actions(engine).values()]
    preview = shown(engine, *newer)
    assert [row.model_dump() for row in actions(engine).values()] == before, "nothing is saved"

    assert (preview.is_new, preview.unchanged) == (False, 0)
    assert (preview.actions, preview.changed, preview.added, preview.gone) == (4, 3, 1, 2)
    assert [(one.kind, one.address, one.kept) for one in preview.changes] == [
        ("words", "1", ""),
        ("date", "2", "it stays reported done"),
        ("number", "3", ""),
        ("other", "3", "not started"),
        ("gone", "5", "not started"),
        ("new", "6", ""),
    ]
    assert preview.changes[1] == ReissueChange(
        "date", "2", SHEETS.text.rstrip("."), "July 2025", "October 2025", "it stays reported done"
    )
    assert preview.failed == ("2 actions are no longer printed and are kept as they are: 3, 5",)
    assert tuple(bring(engine, *newer, at=SECOND).differences) == preview.changes


def test_a_preview_is_of_what_stands_when_it_is_made(engine: Engine) -> None:
    bring(engine, *FIVE)
    newer = [row.but(target="Completed") for row in FIVE]
    assert [one.kept for one in shown(engine, *newer).changes] == [""] * 5
    say(engine, "1", "block", "blocked")
    assert [one.kept for one in shown(engine, *newer).changes] == ["it stays blocked", "", "", "", ""]


def test_a_newer_version_that_only_renumbers_fails_no_check(engine: Engine) -> None:
    bring(engine, *FIVE)
    turned = [row.but(ref=str(6 - int(row.ref))) for row in reversed(FIVE)]
    preview = shown(engine, *turned)
    assert preview.failed == ()
    assert {one.kind for one in preview.changes} == {"number"}


def test_a_date_that_is_printed_no_more_fails_a_check(engine: Engine) -> None:
    """An action that was late would be late no longer, though nobody did anything."""
    bring(engine, *FIVE)
    assert shown(engine, BEDS.but(target=""), *FIVE[1:]).failed == (
        "action 1 had a date and has none here: nobody would be reminded of it",
    )
    assert shown(engine, BEDS.but(target="TBC"), SHEETS.but(target=""), *FIVE[2:]).failed == (
        "2 actions had a date and have none here: nobody would be reminded of 1, 2",
    )


@pytest.mark.parametrize("target", ["Completed", "Ongoing", "Monthly", "July 2026"])
def test_a_date_that_says_something_else_fails_no_check(engine: Engine, target: str) -> None:
    bring(engine, *FIVE)
    assert shown(engine, BEDS.but(target=target), *FIVE[1:]).failed == ()


def test_what_was_confirmed_needs_no_date(engine: Engine) -> None:
    bring(engine, *FIVE)
    say(engine, "1", "confirm", "done")
    assert shown(engine, BEDS.but(target=""), *FIVE[1:]).failed == ()


def test_most_of_a_plan_gone_asks_whether_the_file_is_whole(engine: Engine) -> None:
    bring(engine, *FIVE)
    assert shown(engine, BEDS, SHEETS).failed == (
        "3 actions are no longer printed and are kept as they are: 3, 4, 5: is the file whole?",
    )


def test_grouped_rows_are_looked_at_by_a_person(engine: Engine) -> None:
    bring(engine, *FIVE)
    say(engine, "4", "report", "reported")
    preview = shown(engine, *FIVE[:2], SHOWERS.but(text=f"{SHOWERS.text} {BELLS.text}"), FIVE[4])
    look = preview.looks[0]
    assert (look.address, look.why) == ("3", "it was 3, 4; 3 is not started, 4 is reported: which holds?")
    assert preview.failed == ("action 4 is no longer printed and is kept as it is",)


# --- which plans are live --------------------------------------------------------------------------------------------

OLD, NEW = "Inspection: 2 October - 13 October 2023", "Inspection: 6 January - 17 January 2025"


def test_a_plan_of_a_later_inspection_closes_the_earlier_and_lists_what_is_left_open(engine: Engine) -> None:
    bring(engine, *FIVE, about=OLD)
    say(engine, "2", "confirm", "done")
    preview = shown(engine, BEDS.but(target="June 2026"), about=NEW)

    (closed,) = preview.closes
    assert closed.plan == "exampleton-2025"
    assert [line.address for line in closed.open] == ["1", "3", "4", "5"]
    assert (closed.open[0].owners, closed.open[0].days_late, closed.open[1].owners) == (("Governor",), 0, ("GFSL",))
    with reading(engine) as session:
        assert session.exec(select(Plan)).one().live


def test_an_older_plan_that_comes_later_is_closed_at_once_and_says_so(engine: Engine) -> None:
    bring(engine, *FIVE, about=NEW)
    preview = shown(engine, *(row.but(target="June 2024") for row in FIVE), about=OLD)

    assert preview.closes == ()
    assert preview.looks[0].why == (
        "a later plan is live (exampleton-2025), so this one is closed as it is loaded:"
        " it is answered when its year is named, and its 5 open actions are never chased"
    )


OTHERS = ("Fix beds to the walls.", "Linen weekly.", "Call a plumber for drains.", "Be quick at bells.", "Eat on time.")


def test_a_live_plans_numbers_owners_and_dates_under_other_words_need_a_persons_word(engine: Engine) -> None:
    bring(engine, *FIVE)
    retold = [row.but(text=text) for row, text in zip(FIVE, OTHERS, strict=True)]
    preview = shown(engine, *retold, title="HMP Exampleton Action Plan")

    assert (preview.is_new, preview.closes) == (True, ())
    assert preview.failed == (
        "most numbers, owners and dates are those of exampleton-2025, which is live, and only the words differ:"
        " a newer version of it would be merged into it, but this is another plan beside it",
    )


def test_another_plan_of_the_prison_is_loaded_beside_it_without_a_word(engine: Engine) -> None:
    bring(engine, *FIVE)
    others = [row.but(text=text, target="April 2026") for row, text in zip(FIVE, OTHERS, strict=True)]

    assert shown(engine, *others, title="HMP Exampleton Action Plan").failed == ()


def test_a_preview_leaves_no_trace_in_the_history(engine: Engine) -> None:
    bring(engine, *FIVE)
    before = len(entries(engine))
    shown(engine, *FIVE[:3])
    assert len(entries(engine)) == before
