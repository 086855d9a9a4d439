"""Digests as they were frozen: kept once, numbered in their scope, never changed. What they hold, plans decide."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, func, select
from sqlmodel import Session, SQLModel

from storage.database import insert_once
from storage.models import Instant
from storage.prepared import Reader, given, rows

DIGEST = SQLModel.metadata.tables["digest"]


class FrozenRow(NamedTuple):
    """`scope` is `prison rochester` or `person 12`, `occasion` its week."""

    id: int
    scope: str
    number: int
    occasion: str
    day: date
    made_at: datetime
    body: str
    text: str
    sha256: str


def keep(session: Session, **facts: Any) -> bool:
    """Keep one, unless its scope has one of that week, or of that number; whether it was kept."""
    return insert_once(session, DIGEST, **facts)


def last_number(reader: Reader, scope: str) -> int:
    """Of the scope's last one; 0 where there is none."""
    found = rows(reader, "digest number", lambda _: _NUMBER, {"scope": scope})
    return found[0][0] or 0


def latest(reader: Reader, scope: str) -> FrozenRow | None:
    """That of the highest number."""
    wanted = _WHOLE.where(_OF).order_by(DIGEST.c.number.desc()).limit(1)
    return _one(reader, "digest latest", wanted, scope=scope)


def numbered(reader: Reader, scope: str, number: int) -> FrozenRow | None:
    wanted = _WHOLE.where(_OF, DIGEST.c.number == given("number"))
    return _one(reader, "digest numbered", wanted, scope=scope, number=number)


def of_week(reader: Reader, scope: str, occasion: str) -> FrozenRow | None:
    wanted = _WHOLE.where(_OF, DIGEST.c.occasion == given("occasion"))
    return _one(reader, "digest of week", wanted, scope=scope, occasion=occasion)


def before(reader: Reader, scope: str, day: date, *, at: datetime) -> FrozenRow | None:
    """The last one of a day before that was there at a moment: one that went late in its week was not there earlier."""
    wanted = _WHOLE.where(_OF, DIGEST.c.day < given("day", Date()), DIGEST.c.made_at <= given("at", Instant()))
    wanted = wanted.order_by(DIGEST.c.day.desc(), DIGEST.c.number.desc()).limit(1)
    return _one(reader, "digest before", wanted, scope=scope, day=day, at=at)


def with_id(reader: Reader, id: int) -> FrozenRow | None:
    return _one(reader, "digest with id", _WHOLE.where(DIGEST.c.id == given("id")), id=id)


def every(reader: Reader) -> list[FrozenRow]:
    """All of them, scope by scope, in the order of their numbers."""
    ordered = _WHOLE.order_by(DIGEST.c.scope, DIGEST.c.number)
    return [FrozenRow._make(row) for row in rows(reader, "digests", lambda _: ordered)]


def _one(reader: Reader, shape: str, wanted: Select[Any], **values: Any) -> FrozenRow | None:
    found = rows(reader, shape, lambda _: wanted, values)
    return FrozenRow._make(found[0]) if found else None


_WHOLE = select(
    DIGEST.c.id, DIGEST.c.scope, DIGEST.c.number, DIGEST.c.occasion, DIGEST.c.day, DIGEST.c.made_at, DIGEST.c.body,
    DIGEST.c.text, DIGEST.c.sha256,
)  # fmt: skip
_OF = DIGEST.c.scope == given("scope")
_NUMBER = select(func.max(DIGEST.c.number)).where(_OF)
