"""The burn-up: what was to be done by when, as first promised, beside what was confirmed by then."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from plans.digest.colours import CONFIRMED
from plans.digest.replaying import end_of, is_printed
from plans.digest.values import Event, Known, State
from plans.messages import Burn

POINTS = 20
_WEEK = timedelta(days=7)


def burn_up(known: Known, actions: Sequence[State], on: date, as_at: datetime) -> tuple[Burn, ...]:
    """At most twenty days, so many weeks apart, the last one the digest's. What was withdrawn was never to be done;
    what the plan printed as completed was done before it began, and nobody confirmed it."""
    kept = [one for one in actions if one.status != "withdrawn" and not one.printed]
    promised = sorted(day for one in kept if (day := one.original_due or one.due))
    first = _first(known, promised, on)
    courses = courses_of(known, kept)
    return tuple(
        Burn(day, sum(each <= day for each in promised), confirmed(courses, min(end_of(day), as_at)))
        for day in (_days(first, on) if first else ())
    )


class Course(NamedTuple):
    """An action's status as it stands in the digest; when it changed, and from what; by what entries."""

    now: str
    changes: Sequence[tuple[datetime, str]]
    history: Sequence[Event]


def courses_of(known: Known, actions: Iterable[State]) -> list[Course]:
    return [Course(one.status, _changes(history), history) for one in actions for history in (known.history(one.id),)]


def confirmed(courses: Iterable[Course], moment: datetime) -> int:
    """How many of the actions were done or sustained at a moment, and not merely printed so."""
    return sum(_status(one, moment) in CONFIRMED and not is_printed(one.history, moment) for one in courses)


def _changes(history: Sequence[Event]) -> Sequence[tuple[datetime, str]]:
    return [(one.at, one.from_status) for one in history if one.from_status and one.to_status]


def _status(course: Course, moment: datetime) -> str:
    """The status then: that from which the first change after it went."""
    return next((before for at, before in course.changes if at > moment), course.now)


def _first(known: Known, promised: Sequence[date], on: date) -> date | None:
    """The first day promised, or that on which a plan was loaded; of those gone by."""
    loaded = [plan.live_on for plan in known.plans if plan.live_on]
    return min((day for day in (*promised[:1], *loaded) if day <= on), default=None)


def _days(first: date, on: date) -> list[date]:
    weeks = (on - first).days // _WEEK.days
    apart = max(1, -(-weeks // (POINTS - 1))) * _WEEK
    days = [on - apart * count for count in range(POINTS)]
    return sorted(day for day in days if day >= first)
