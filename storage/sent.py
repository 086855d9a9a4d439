"""What was sent: to be shown again, seen, revised, and counted."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

DELIVERY = SQLModel.metadata.tables["delivery"]
MENTION = SQLModel.metadata.tables["mention"]
ACTION = SQLModel.metadata.tables["action"]


class Sent(NamedTuple):
    """A delivery as it stands; `body` is the message as facts."""

    id: int
    recipient: str
    person_id: int | None
    day: date
    state: str
    channel: str | None
    ts: str | None
    sent_at: datetime | None
    seen_at: datetime | None
    body: Any


def delivery(session: Session, number: int) -> Sent | None:
    columns = [DELIVERY.c[name] for name in Sent._fields]
    found = execute(session, select(*columns).where(DELIVERY.c.id == number)).first()
    return Sent(*found) if found else None


def see(session: Session, number: int, at: datetime) -> None:
    """Its reader pressed Seen: the first time counts. `at` is the calendar's."""
    unseen = (DELIVERY.c.id == number) & DELIVERY.c.seen_at.is_(None)
    execute(session, update(DELIVERY).where(unseen).values(seen_at=at))


def rewrite(session: Session, number: int, body: Any) -> None:
    """Keep a message as it was changed where it stands."""
    execute(session, update(DELIVERY).where(DELIVERY.c.id == number).values(body=body))


def overtaken(
    session: Session, kind: str, *, since: date, statuses: Sequence[str]
) -> dict[int, frozenset[tuple[int, str]]]:
    """Of each recipient's latest message, sent on or after a day: its actions that are now in one of the statuses."""
    later = DELIVERY.alias()
    newer = select(later.c.id).where(
        later.c.recipient == DELIVERY.c.recipient,
        later.c.day > DELIVERY.c.day,
        later.c.kind == kind,
        later.c.state == "sent",
    )
    lines = (
        select(DELIVERY.c.id, ACTION.c.id, ACTION.c.status)
        .join(MENTION, MENTION.c.delivery_id == DELIVERY.c.id)
        .join(ACTION, ACTION.c.id == MENTION.c.action_id)
        .where(DELIVERY.c.state == "sent", DELIVERY.c.day >= since, DELIVERY.c.kind == kind)
        .where(ACTION.c.status.in_(statuses), ~newer.exists())
    )
    found: dict[int, set[tuple[int, str]]] = {}
    for number, action, status in execute(session, lines):
        found.setdefault(number, set()).add((action, status))
    return {number: frozenset(actions) for number, actions in found.items()}


def counts(session: Session, since: date) -> dict[str, int]:
    """By state, how many deliveries there are of the days since."""
    grouped = select(DELIVERY.c.state, func.count()).where(DELIVERY.c.day >= since).group_by(DELIVERY.c.state)
    return {row[0]: row[1] for row in execute(session, grouped)}
