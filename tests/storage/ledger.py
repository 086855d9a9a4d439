"""A workspace, people with accounts in it, and a day's deliveries to them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, select

from storage import deliveries, slots
from storage.deliveries import Claimed, Named
from storage.models import Account, Delivery, Person, Workspace
from storage.slots import New
from tests.storage.rows import add

MONDAY = date(2024, 12, 2)
TUESDAY = date(2024, 12, 3)
NOON = datetime(2024, 12, 2, 12, tzinfo=UTC)
FURTHEST = timedelta(minutes=15)
LINE = Named("late", "late", about="what it says")


def a_workspace(session: Session) -> int:
    return add(session, Workspace(platform="slack", team="")).id


def people(session: Session, workspace: int, count: int) -> list[int]:
    """Their ids; the account of the nth is `U1`, `U2`…"""
    ids = [add(session, Person(name=f"Sample {n}", email=f"sample.{n}@prison.example")).id for n in range(1, count + 1)]
    for person in ids:
        add(session, Account(person_id=person, workspace_id=workspace, external=f"U{person}", checked_at=NOON))
    return ids


def to(person: int, workspace: int | None, *, named: Sequence[Named] = (LINE,), why: str | None = None) -> New:
    return New(f"person {person}", person, workspace, named, why)


def plan(session: Session, day: date, new: Sequence[New]) -> None:
    assert slots.open_slot(session, "brief", day.isoformat(), day)
    slots.add(session, "brief", day.isoformat(), day, new)


def a_day(session: Session, count: int = 3, day: date = MONDAY) -> int:
    """The workspace, whose people all have a brief that day."""
    workspace = a_workspace(session)
    plan(session, day, [to(person, workspace) for person in people(session, workspace, count)])
    return workspace


def take(
    session: Session, workspace: int, token: str, *, day: date = MONDAY, at: datetime = NOON, limit: int = 20
) -> list[Claimed]:
    return deliveries.claim(session, workspace, "brief", day, token=token, at=at, limit=limit, longest=FURTHEST)


def states(session: Session) -> list[str]:
    return list(session.exec(select(Delivery.state).order_by(Delivery.id)))
