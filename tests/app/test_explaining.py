"""`why` tells the story of an action's day: who answered what, who confirmed, what waits; to whoever may read it."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from app.explaining import explain
from plans.chat import Asker
from storage.database import reading, writing
from storage.history import append
from storage.models import Action, Request
from tests.storage.register import a_holding
from tests.storage.rows import a_plan, add, an_action, happened

NOON = datetime(2024, 12, 2, 12, tzinfo=UTC)


def story(engine: Engine, by: Asker, now: datetime = NOON) -> list[str]:
    """What is said under the line of the brief."""
    with reading(engine) as session:
        said = explain(session, "Rochester 5", by, now).detail
    return [line.strip() for line in said.splitlines()[2:]]


def prepared(engine: Engine) -> None:
    with writing(engine) as session:
        plan = a_plan(session)
        action = an_action(session, plan, 5, owners=["Governor"], due=date(2024, 11, 30), status="reported")
        a_holding(session, "Governor", "A. Sample")
        a_holding(session, "Prison Group Director", "D. Sample")
        told = {"action_id": action.id, "who": "A. Sample", "as_post": "governor"}
        append(
            session,
            plan.id or 0,
            [
                happened(kind="loaded", channel="import", action_id=action.id, to_status="not_started"),
                happened("nearly there", kind="note", at=datetime(2024, 11, 29, 12, tzinfo=UTC), **told),
                happened(
                    "minutes attached", kind="report", at=datetime(2024, 12, 2, 10, 42, tzinfo=UTC),
                    from_status="not_started", to_status="reported", **told,
                ),
            ],
        )  # fmt: skip


def test_it_says_who_answered_that_day_and_whom_it_waits_for(engine: Engine):
    prepared(engine)
    *_, answered, waits = story(engine, Asker(post="Governor"))
    assert answered.startswith("2 December at 10:42, the Governor (A. Sample) in Slack: not started → reported.")
    assert "minutes attached" in answered
    assert waits == "It waits for the Prison Group Director to confirm it."


def test_what_was_said_last_is_told_in_its_order(engine: Engine):
    prepared(engine)
    *told, _ = story(engine, Asker(post="Governor"), datetime(2024, 12, 4, 12, tzinfo=UTC))
    assert told[-1].startswith("2 December at 10:42")
    assert len(told) == 2


def test_whoever_may_not_read_history_hears_nothing_of_it(engine: Engine):
    prepared(engine)
    assert story(engine, Asker("slack:T1:U9")) == []


def test_another_date_that_waits_is_said_with_who_decides(engine: Engine):
    prepared(engine)
    with writing(engine) as session:
        session.get_one(Action, 1).status = "in_progress"
        asked = {"asked": 2, "asked_on": date(2024, 11, 29), "as_post": "governor"}
        add(session, Request(action_id=1, kind="extension", to_due=date(2025, 2, 15), **asked))
    *_, waits = story(engine, Asker(post="Governor"))
    assert waits == "Another date, Saturday 15 February 2025, waits for the Prison Group Director to agree."
