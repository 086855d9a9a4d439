"""What was sent: to be shown again, seen, revised, and counted."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

DELIVERY = SQLModel.metadata.tables["delivery"]
LATER = DELIVERY.alias()  # made once: a tick asks every few seconds
MENTION = SQLModel.metadata.tables["mention"]
ACTION = SQLModel.metadata.tables["action"]
ENTRY = SQLModel.metadata.tables["entry"]
FINISHED = ("reported", "done", "sustained", "withdrawn")
UNSAID = ("loaded", "nudge")
"""To be read in, or asked about, is no answer: what its reader was sent still waits for one."""

_NOW = (ACTION.c.id, ACTION.c.status, ACTION.c.due, ACTION.c.version)


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


class Since(NamedTuple):
    """How an action stands by now; `doing` is the kind of what was last said of it since, "" where nothing was."""

    action: int
    status: str
    due: date | None
    version: int
    doing: str = ""


def delivery(session: Session, number: int) -> Sent | None:
    """A brief."""
    columns = [DELIVERY.c[name] for name in Sent._fields]
    found = execute(session, select(*columns).where(DELIVERY.c.id == number, DELIVERY.c.kind == "brief")).first()
    return Sent(*found) if found else None


def posted(session: Session, person: int, channel: str, ts: str) -> Sent | None:
    """The brief that was sent to somebody and stands there. Found by whom it was for: a ledger grows with the years."""
    columns = [DELIVERY.c[name] for name in Sent._fields]
    theirs = (DELIVERY.c.recipient == f"person {person}", DELIVERY.c.kind == "brief")
    there = (DELIVERY.c.channel == channel, DELIVERY.c.ts == ts)
    found = execute(session, select(*columns).where(*theirs, *there).limit(1)).first()
    return Sent(*found) if found else None


def latest(session: Session, person: int, kind: str) -> Sent | None:
    """The last that somebody was sent."""
    columns = [DELIVERY.c[name] for name in Sent._fields]
    theirs = (DELIVERY.c.recipient == f"person {person}", DELIVERY.c.kind == kind, DELIVERY.c.state == "sent")
    found = execute(session, select(*columns).where(*theirs).order_by(DELIVERY.c.day.desc()).limit(1)).first()
    return Sent(*found) if found else None


def see(session: Session, number: int, at: datetime) -> None:
    """Its reader pressed Seen: the first time counts. `at` is the calendar's."""
    unseen = (DELIVERY.c.id == number) & DELIVERY.c.seen_at.is_(None)
    execute(session, update(DELIVERY).where(unseen).values(seen_at=at))


def rewrite(session: Session, number: int, body: Any) -> None:
    """Keep a message as it was changed where it stands."""
    execute(session, update(DELIVERY).where(DELIVERY.c.id == number).values(body=body))


def overtaken(session: Session, kind: str, *, since: date) -> dict[int, frozenset[Since]]:
    """Of each recipient's latest message, sent on or after a day: its actions of which something was said since, or
    that are finished."""
    newer = select(LATER.c.id).where(
        LATER.c.recipient == DELIVERY.c.recipient,
        LATER.c.day > DELIVERY.c.day,
        LATER.c.kind == kind,
        LATER.c.state == "sent",
    )
    latest = and_(DELIVERY.c.state == "sent", DELIVERY.c.day >= since, DELIVERY.c.kind == kind, ~newer.exists())
    return _since(session, latest)


def overtaken_of(session: Session, number: int) -> frozenset[Since]:
    """The same of one message."""
    return _since(session, DELIVERY.c.id == number).get(number, frozenset())


def _since(session: Session, messages: ColumnElement[bool]) -> dict[int, frozenset[Since]]:
    said = and_(ENTRY.c.action_id == ACTION.c.id, ENTRY.c.at >= DELIVERY.c.sent_at, ENTRY.c.kind.not_in(UNSAID))
    lines = (
        select(DELIVERY.c.id, *_NOW, ENTRY.c.kind, ENTRY.c.seq, ENTRY.c.undoes)
        .distinct()  # a line may have several reasons
        .join(MENTION, MENTION.c.delivery_id == DELIVERY.c.id)
        .join(ACTION, ACTION.c.id == MENTION.c.action_id)
        .outerjoin(ENTRY, said)
        .where(messages, or_(ENTRY.c.id.is_not(None), ACTION.c.status.in_(FINISHED)))
        .order_by(DELIVERY.c.id, ACTION.c.id, ENTRY.c.seq)
    )
    found: dict[int, set[Since]] = {}
    for (number, *now), told in groupby(execute(session, lines), key=lambda row: row[:5]):
        found.setdefault(number, set()).add(Since._make((*now, _last([row[5:] for row in told]))))
    return {number: frozenset(actions) for number, actions in found.items()}


def _last(told: Sequence[Any]) -> str:
    """The kind of the last entry that nobody took back."""
    undone = {undoes for _, _, undoes in told if undoes}
    return next((kind for kind, seq, _ in reversed(told) if kind and kind != "undo" and seq not in undone), "")


def counts(session: Session, since: date) -> dict[str, int]:
    """By state, how many deliveries there are of the days since."""
    grouped = select(DELIVERY.c.state, func.count()).where(DELIVERY.c.day >= since).group_by(DELIVERY.c.state)
    return {row[0]: row[1] for row in execute(session, grouped)}
