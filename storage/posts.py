"""Writing to the register: people, what they hold, stand in for and are beside. Each says what it changed.

A day before `on` is over: nothing here alters who held what then, but what the caller says of those days itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlmodel import Session, col, select

from storage.models import Holding, Owner

Change = Literal["added", "changed", "ended", "unchanged"]
DAY = timedelta(days=1)


class Taken(Exception):
    """Somebody else is registered for days that were asked for: `person` (None: vacant), from `first`."""

    def __init__(self, person: int | None, first: date) -> None:
        super().__init__(f"taken from {first.isoformat()}")
        self.person, self.first = person, first


@dataclass(frozen=True, slots=True)
class Told:
    """When something is said: the day of the calendar, and the moment."""

    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A post of a prison, and how it is held."""

    prison: int
    owner: int
    capacity: str = "holder"


def post_id(session: Session, key: str, name: str) -> int:
    """The post or organisation of that key, made if it is new. It is no name that a plan has printed."""
    found = session.exec(select(Owner).where(Owner.key == key)).one_or_none()
    if found is None:
        found = Owner(key=key, name=name)
        session.add(found)
        session.flush()
    return found.id or 0


def held_in(session: Session, place: Place, first: date | None, last: date | None) -> bool | None:
    """Is anybody registered for any of the days? None: nobody ever was."""
    rows = _rows(session, place)
    return any(_meets(row, first or date.min, last) for row in rows) if rows else None


def hold(
    session: Session, place: Place, person: int | None, *, first: date | None, last: date | None, told: Told
) -> Change:
    """`person` holds it (None: it is vacant). Days not given are left as they are known, else as they follow.

    Whoever held it until then does so until the day before, and whoever is registered for later still begins then.
    Raises Taken when both days are given and another's lie within.
    """
    rows = _rows(session, place)
    known = _known(rows, person, first, last, told.on)
    if known:
        return _moved(session, known, rows, first, last, told)
    begins = first or (told.on if _held(rows, told.on, last) else None)
    made = Holding(
        prison_id=place.prison, owner_id=place.owner, capacity=place.capacity, person_id=person,
        from_on=begins, until_on=last, recorded_at=told.at,
    )  # fmt: skip
    return "ended" if _make_room(session, made, rows, told) else "added"


def _rows(session: Session, place: Place) -> list[Holding]:
    at = (Holding.prison_id == place.prison, Holding.owner_id == place.owner, Holding.capacity == place.capacity)
    return list(session.exec(select(Holding).where(*at).order_by(col(Holding.id))))


def _held(rows: list[Holding], on: date, last: date | None) -> bool:
    """Is anybody registered for the days that a period without a beginning would take?"""
    return (last is None or last >= on) and any(_meets(row, date.min, last) for row in rows)


def _known(rows: list[Holding], person: int | None, first: date | None, last: date | None, on: date) -> Holding | None:
    """The row that says so already, in other days perhaps."""
    begins = first or (date.min if last else on)
    own = [row for row in rows if row.person_id == person and _meets(row, begins, last)]
    return next((row for row in own if row.from_on == first), own[0] if own else None)


def _meets(row: Holding, first: date, last: date | None) -> bool:
    return (row.from_on or date.min) <= (last or date.max) and (row.until_on or date.max) >= first


def _moved(
    session: Session, known: Holding, rows: list[Holding], first: date | None, last: date | None, told: Told
) -> Change:
    if (first or known.from_on, last or known.until_on) == (known.from_on, known.until_on):
        return "unchanged"
    known.from_on, known.until_on, known.recorded_at = first or known.from_on, last or known.until_on, told.at
    _make_room(session, known, [row for row in rows if row is not known], told)
    return "changed"


def _make_room(session: Session, made: Holding, others: list[Holding], told: Told) -> bool:
    """Nobody else holds it in its days; whether anybody ceased to."""
    first, ended = made.from_on or date.min, False
    for row in others:
        if not _meets(row, first, made.until_on):
            continue
        if row.from_on is not None and row.from_on > first:
            if made.until_on is not None:
                raise Taken(row.person_id, row.from_on)
            made.until_on = row.from_on - DAY
        elif (row.from_on or date.min) < first:
            row.until_on, row.recorded_at, ended = first - DAY, told.at, True
        else:  # it began the same day: it was put wrong
            session.delete(row)
    session.add(made)
    session.flush()
    return ended
