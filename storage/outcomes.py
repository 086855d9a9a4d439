"""What became of a claimed delivery: said only with the token that holds it, and lost on whoever lost that."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, update
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session

from storage.database import execute
from storage.deliveries import ACCOUNT, DELIVERY, UNTOLD


class Arrived(NamedTuple):
    id: int
    channel: str
    ts: str


def confirm(session: Session, token: str, arrived: Iterable[Arrived], *, at: datetime) -> None:
    """Sent. `at` is the calendar's."""
    rows = [{"number": each.id, "where": each.channel, "stamp": each.ts} for each in arrived]
    mine = and_(DELIVERY.c.id == bindparam("number"), _mine(token))
    sent: dict[str, Any] = {"state": "sent", "claim": None, "sent_at": at, "why": None}
    sent |= {"channel": bindparam("where"), "ts": bindparam("stamp")}
    if rows:
        execute(session, update(DELIVERY).where(mine).values(sent), rows)


def give_back(session: Session, token: str, deliveries: Sequence[int]) -> None:
    """Surely not sent, through no fault of theirs: anybody may take it at once."""
    _become(session, token, deliveries, state="waiting", claim=None, attempts=DELIVERY.c.attempts - 1)


def put_off(session: Session, token: str, deliveries: Sequence[int], *, until: datetime | None, why: str) -> None:
    """Surely not sent: not before a moment of the machine's clock."""
    _become(session, token, deliveries, state="waiting", claim=None, not_before=until, why=why)


def repeat(session: Session, token: str, deliveries: Sequence[int], *, until: datetime | None, why: str) -> None:
    """It may have been sent, and nobody can tell: it is sent again, and says so."""
    _become(session, token, deliveries, state="waiting", claim=None, not_before=until, why=why, may_repeat=True)


def leave(session: Session, token: str, deliveries: Sequence[int], *, why: str) -> None:
    """It may have been sent to a channel, and nobody can tell: it waits for somebody's word (`storage.doubts`)."""
    _become(session, token, deliveries, state="unknown", claim=None, why=why)


def doubt(session: Session, token: str, deliveries: Sequence[int], *, why: str) -> None:
    """It may have arrived: whoever holds the token looks for it."""
    _become(session, token, deliveries, state="unknown", why=why)


def drop(session: Session, token: str, deliveries: Sequence[int]) -> None:
    """Nothing is left to say of what was planned."""
    _become(session, token, deliveries, state="dropped", claim=None)


def strand(session: Session, token: str, deliveries: Sequence[int], *, why: str) -> None:
    """No account, or channel, can take it."""
    _become(session, token, deliveries, state="undeliverable", claim=None, why=why)


def _become(session: Session, token: str, deliveries: Sequence[int], **values: Any) -> None:
    if deliveries:
        execute(session, update(DELIVERY).where(DELIVERY.c.id.in_(deliveries), _mine(token)).values(values))


def _mine(token: str) -> ColumnElement[bool]:
    return and_(DELIVERY.c.claim == token, UNTOLD)


def lose_account(session: Session, workspace_id: int, person_id: int, *, why: str, at: datetime) -> None:
    """This workspace does not take messages for them any more, as far as anybody knows."""
    theirs = and_(ACCOUNT.c.workspace_id == workspace_id, ACCOUNT.c.person_id == person_id, ACCOUNT.c.active)
    execute(session, update(ACCOUNT).where(theirs).values(active=False, why=why, checked_at=at))
