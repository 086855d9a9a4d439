"""Stamps change with what plans print, in the same transaction, whoever writes; and with nothing else."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, text, update
from sqlmodel import Session

from storage.asked import Stamps
from storage.conditions import ACTION, ACTION_OWNER, OWNER, OWNER_NAME, PLAN, PRISON, RECOMMENDATION
from storage.database import execute, open_engine, writing
from storage.known import stamps
from storage.prepared import snapshot
from tests.storage.rows import a_plan, an_action

Write = Callable[[Session], Any]


@pytest.fixture
def other(engine: Engine, migrated_url: str) -> Iterator[Engine]:
    """Another process, as far as the database can tell; an action with an owner and a theme is there."""
    with writing(engine) as session:
        an_action(session, a_plan(session), owners=["Governor"], theme="Safety")
    other = open_engine(migrated_url)
    yield other
    other.dispose()


def seen(engine: Engine) -> Stamps:
    with snapshot(engine) as view:
        return stamps(view)


def ran(statement: Any) -> Write:
    return lambda session: execute(session, statement)


NAMES: dict[str, Write] = {
    "a prison": ran(insert(PRISON).values(key="leeds", name="HMP Leeds")),
    "a prison's name": ran(update(PRISON).values(name="HMP & YOI Rochester")),
    "a plan": lambda session: a_plan(session, "rochester-2018"),
    "a plan no longer live": ran(update(PLAN).values(live=False)),
    "an owner": ran(insert(OWNER).values(key="gfsl", name="GFSL")),
    "an owner's printed name": ran(update(OWNER_NAME).values(printed="The Governor")),
    "an owner gone": ran(delete(ACTION_OWNER)),
    "a theme": ran(update(RECOMMENDATION).values(theme="Decency")),
}
FACTS: dict[str, Write] = {
    "a title": ran(update(ACTION).values(title="Another title")),
    "a ref": ran(update(ACTION).values(ref="7")),
    "a start": ran(update(ACTION).values(starts=date(2024, 1, 1))),
    "a printed owner": ran(update(ACTION_OWNER).values(printed="The Governor")),
}
NEITHER: dict[str, Write] = {
    "a status": ran(update(ACTION).values(status="done", version=2)),
    "a due date": ran(update(ACTION).values(due=date(2025, 1, 1))),
    "a plan's title": ran(update(PLAN).values(title="Another")),
}


@pytest.mark.parametrize("change", NAMES)
def test_names_that_another_process_changes_have_new_stamps(engine: Engine, other: Engine, change: str):
    before = seen(engine)
    with writing(other) as session:
        NAMES[change](session)
    after = seen(engine)
    assert after.names != before.names
    assert after.facts != before.facts


@pytest.mark.parametrize("change", FACTS)
def test_other_facts_have_a_stamp_of_their_own(engine: Engine, other: Engine, change: str):
    before = seen(engine)
    with writing(other) as session:
        FACTS[change](session)
    after = seen(engine)
    assert after.names == before.names
    assert after.facts != before.facts


@pytest.mark.parametrize("change", NEITHER)
def test_what_people_change_from_day_to_day_changes_no_stamp(engine: Engine, other: Engine, change: str):
    before = seen(engine)
    with writing(other) as session:
        NEITHER[change](session)
    assert seen(engine) == before


def test_a_fact_and_then_a_name_in_one_transaction_change_both_stamps(engine: Engine, other: Engine):
    before = seen(engine)
    with writing(other) as session:
        FACTS["a title"](session)
        NAMES["a theme"](session)
    assert seen(engine).names != before.names


def test_a_change_taken_back_leaves_the_stamps(engine: Engine, other: Engine):
    before = seen(engine)
    with Session(other) as session:
        NAMES["a prison"](session)
        session.rollback()
    assert seen(engine) == before


def test_no_two_changes_have_one_stamp(engine: Engine, other: Engine):
    met = {seen(engine)}
    for number in range(20):
        with writing(other if number % 2 else engine) as session:
            execute(session, insert(PRISON).values(key=f"prison-{number}", name="HMP Somewhere"))
        met.add(seen(engine))
    assert len(met) == 21


def test_a_snapshot_sees_one_moment_and_cannot_write(engine: Engine, other: Engine):
    with snapshot(engine) as view:
        before = stamps(view)
        with writing(other) as session:
            NAMES["a prison"](session)
        assert stamps(view) == before
        with pytest.raises(Exception, match=r"readonly|read-only"):
            view.connection.execute("DELETE FROM stamp")
    assert seen(engine) != before


def test_after_a_snapshot_its_engine_writes_as_before(engine: Engine, other: Engine):
    for change in NAMES.values():
        seen(engine)
        with writing(engine) as session:
            change(session)
            assert session.connection().execute(text("SELECT count(*) FROM prison")).scalar_one() >= 1
