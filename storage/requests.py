"""What waits for somebody's yes: another date for an action, another lead. Rows; who may say yes, plans decide."""

from collections.abc import Collection
from datetime import date
from typing import Any, Literal, NamedTuple

from sqlalchemy import Select, insert, select, update
from sqlalchemy.engine import Dialect
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.conditions import among
from storage.database import execute
from storage.prepared import Reader, rows

REQUEST = SQLModel.metadata.tables["request"]

Kind = Literal["extension", "hand_over"]
Ended = Literal["agreed", "declined", "withdrawn"]


class RequestRow(NamedTuple):
    id: int
    action: int
    kind: Kind
    to_due: date | None
    to_party: str | None
    person: int | None
    as_post: str | None
    for_party: str | None
    asked: int
    asked_on: date
    was_at: int | None = None


def open_of(reader: Reader, actions: Collection[int]) -> dict[int, tuple[RequestRow, ...]]:
    """What is asked for of each action, and not answered yet."""

    def build(dialect: Dialect) -> Select[Any]:
        return _OPEN.where(among(dialect, REQUEST.c.action_id, "ids")).order_by(REQUEST.c.id)

    found: dict[int, tuple[RequestRow, ...]] = {}
    for row in rows(reader, "open requests", build, {"ids": list(actions)}):
        found[row[1]] = (*found.get(row[1], ()), RequestRow._make(row))
    return found


def settled_by(session: Session, action: int, seq: int) -> list[RequestRow]:
    """What an entry of the action's history brought to an end."""
    ended = select(*_COLUMNS).where(REQUEST.c.action_id == action, REQUEST.c.settled == seq)
    return [RequestRow._make(row) for row in execute(session, ended)]


def ask(session: Session, asked: RequestRow) -> None:
    """`id` is given by the database."""
    execute(
        session,
        insert(REQUEST).values(
            action_id=asked.action, kind=asked.kind, to_due=asked.to_due, to_party=asked.to_party,
            person_id=asked.person, as_post=asked.as_post, for_party=asked.for_party, asked=asked.asked,
            asked_on=asked.asked_on, state="open",
        ),
    )  # fmt: skip


def settle(session: Session, action: int, kinds: Collection[Kind], how: Ended, seq: int, **facts: Any) -> None:
    """The open requests of these kinds end so, by the entry of that seq."""
    these = (REQUEST.c.action_id == action, REQUEST.c.state == "open", REQUEST.c.kind.in_(kinds))
    execute(session, update(REQUEST).where(*these).values(state=how, settled=seq, **facts))


def unsettle(session: Session, action: int, seq: int, by: int) -> None:
    """An entry is taken back by another: what it asked for is withdrawn, what it brought to an end is open again."""
    of_it = REQUEST.c.action_id == action
    asked = (of_it, REQUEST.c.asked == seq, REQUEST.c.state == "open")
    execute(session, update(REQUEST).where(*asked).values(state="withdrawn", settled=by))
    ended = (of_it, REQUEST.c.settled == seq)
    execute(session, update(REQUEST).where(*ended).values(state="open", settled=None, was_at=None))


_COLUMNS = (
    REQUEST.c.id, REQUEST.c.action_id, REQUEST.c.kind, REQUEST.c.to_due, REQUEST.c.to_party, REQUEST.c.person_id,
    REQUEST.c.as_post, REQUEST.c.for_party, REQUEST.c.asked, REQUEST.c.asked_on, REQUEST.c.was_at,
)  # fmt: skip
_OPEN = select(*_COLUMNS).where(REQUEST.c.state == "open")
