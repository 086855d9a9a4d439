"""Concerns that come back, in whatever order their plans are imported: against what was agreed by reading the two plans
of Rochester."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from documents.intake import File, load
from documents.reading import read_document
from documents.repeating import repeats_of
from plans.messages import Repeat
from plans.repeats import Concern, repeats, says_so
from storage.database import reading, writing
from storage.models import Plan, Repeated

pytestmark = pytest.mark.mostly_sqlite

TRUE = {
    ("5", "5.20"),  # how protected groups find their treatment
    ("8", "5.21"),  # health care and the prison managing together
    ("10", "5.28"),  # medicines given out safely
    ("11", "5.3"), ("12", "5.3"), ("13", "5.3"), ("14", "5.3"),  # time out of cell, enough activities
    ("15", "5.15"), ("16", "5.15"),  # decent cells
    ("21", "5.9"),  # assurance of the use of force
    ("23", "5.2"),  # drugs
    ("24", "5.4"), ("26", "5.4"),  # offender management, and contact with those who do it
    ("25", "5.42"),  # risk management meetings
}  # fmt: skip
"""(action of 2024, recommendation of 2018): what stood in both plans, by reading them."""

ARGUABLE = {
    ("5", "5.19"), ("9", "5.23"), ("10", "5.27"), ("15", "5.6"), ("16", "5.6"), ("16", "5.10"), ("17", "5.15"),
    ("18", "5.27"), ("18", "5.28"), ("20", "5.13"),
}  # fmt: skip
"""Of one subject, though not plainly the same concern: neither right nor wrong."""

AT = datetime(2025, 2, 1, tzinfo=UTC)
BOTH = ("rochester-2018", "rochester-un-2024")


def held(session: Session, folder: Path, names: Sequence[str]) -> None:
    for name in names:
        content = (folder / f"{name}.txt").read_bytes()
        draft = read_document(content, name, today=date(2026, 1, 1))
        load(session, draft, File(f"{name}.txt", sha256(content).hexdigest()), at=AT)


def of(session: Session, plan: str) -> tuple[Repeat, ...]:
    return repeats_of(session, session.exec(select(Plan.id).where(Plan.key == plan)).one() or 0)


@pytest.mark.parametrize("order", [BOTH, BOTH[::-1], (*BOTH, *BOTH)], ids=["older first", "newer first", "twice"])
def test_what_is_flagged_stood_in_both_plans_in_whatever_order_they_come(
    order: Sequence[str], engine: Engine, plans_dir: Path
) -> None:
    with writing(engine) as session:
        held(session, plans_dir, order)
    with reading(engine) as session:
        found = of(session, "rochester-2024")
    pairs = {(one.ref, one.earlier) for one in found}
    assert pairs <= TRUE | ARGUABLE
    assert len(pairs & TRUE) == 11  # of 14: 8, 12 and 5 are missed, or found of a neighbour
    assert {one.years for one in found} == {(2018,)}
    assert not any(one.said for one in found)


def test_a_repeat_has_its_history(engine: Engine, plans_dir: Path) -> None:
    with writing(engine) as session:
        held(session, plans_dir, BOTH)
    with reading(engine) as session:
        told = {one.ref: (one.earlier, one.promised, one.about) for one in of(session, "rochester-2024")}
    assert told["21"] == ("5.9", "June 2018", "use of force")
    assert told["16"] == ("5.15", "September 2019", "living conditions")  # the last of its three dates
    assert told["23"] == ("5.2", "Completed and ongoing", "drugs")
    assert told["25"] == ("5.42", "June 2018", "public protection")


def test_what_a_plan_calls_repeated_is_flagged_though_no_earlier_plan_is_held(engine: Engine, plans_dir: Path) -> None:
    with writing(engine) as session:
        held(session, plans_dir, BOTH)
    with reading(engine) as session:
        found = of(session, "rochester-2018")
    assert [(one.ref, one.said, one.years, one.earlier) for one in found] == [
        ("5.11", True, (), ""), ("5.28", True, (), ""),
    ]  # fmt: skip


def test_another_prisons_plan_and_a_review_repeat_nothing(engine: Engine, plans_dir: Path) -> None:
    with writing(engine) as session:
        held(session, plans_dir, ("rochester-un-2024", "maidstone-2023", "chelmsford-un-2021", "rochester-irp-2025"))
    with reading(engine) as session:
        assert session.exec(select(Repeated)).all() == []


# --- the rule, by hand ---------------------------------------------------------------------------------------------------


def found(one: Concern, *earlier: Concern) -> tuple[int, bool] | None:
    told = repeats([one], earlier)
    return (told[0].earlier, told[0].said) if told else None


FOOD = Concern(1, "5.1", "The food should be warm when it is served. (2.14)")
YARD = Concern(2, "5.2", "Prisoners should spend an hour in the open air. (2.80)")


def test_a_document_that_names_what_it_repeats_is_believed() -> None:
    by_paragraph = Concern(9, "7", "There should be shelter outside. (3.1, repeated recommendation 2.80)")
    by_ref = Concern(9, "7", "There should be shelter outside. (Repeated recommendation 5.2)")
    assert found(by_paragraph, FOOD, YARD) == found(by_ref, FOOD, YARD) == (2, True)
    assert says_so(by_ref.text)
    assert not says_so("Training should be repeated each year.")


def test_a_name_that_no_earlier_plan_has_is_left_to_the_words() -> None:
    assert found(Concern(9, "7", "Meals and food were cold. (repeated recommendation 9.9)"), YARD, FOOD) == (1, True)
    assert found(Concern(9, "7", "Shelter is needed. (repeated recommendation 9.9)"), YARD, FOOD) is None


def test_the_same_words_are_the_same_concern_whatever_paragraph_stands_behind_them() -> None:
    bell = Concern(3, "5.3", "Bells in cells should be answered within five minutes. (1.40)")
    again = Concern(9, "7", "Bells in cells should be answered within five minutes. (4.2)")
    assert found(again, FOOD, bell) == (3, False)


def test_of_several_on_one_subject_the_likest_is_told() -> None:
    cold = Concern(4, "5.4", "The food trolleys should keep the food warm until it is served.")
    cost = Concern(5, "5.5", "A survey of food should be made.")
    assert found(Concern(9, "7", "Food was not warm when it was served."), cost, cold) == (4, False)


def test_of_a_concern_that_many_actions_share_each_is_known_by_its_own_first_words() -> None:
    """What an action says only later is how it goes about it."""
    theme = "Prisoners should live in decency, and with food that they can eat."
    kitchen = Concern(9, "1", theme, "Decency", ("Refit the food counters. Then paint.",), shared=True)
    paint = Concern(9, "2", theme, "Decency", ("Paint the gate. Those who do are given food.",), shared=True)
    assert found(kitchen, FOOD) == (1, False)
    assert found(paint, FOOD) is None
