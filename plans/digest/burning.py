"""The burn-up: what was to be done by when, as first promised, beside what was confirmed by then."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from plans.digest.colours import CONFIRMED
from plans.digest.replaying import end_of
from plans.digest.values import Event, Known, State
from plans.messages import Burn

POINTS = 20
_WEEK = timedelta(days=7)
_BEGINNING = datetime.min.replace(tzinfo=UTC)


def burn_up(known: Known, actions: Sequence[State], on: date, as_at: datetime) -> tuple[Burn, ...]:
    """At most twenty days, so many weeks apart, the last one the digest's. What was withdrawn was never to be done."""
    kept = [one for one in actions if one.status != "withdrawn"]
    promised = sorted(day for one in kept if (day := _promised(known, one)))
    first = _first(known, [day for day in promised if day > date.min], on)
    courses = courses_of(known, kept)
    return tuple(
        Burn(day, sum(each <= day for each in promised), confirmed(courses, min(end_of(day), as_at)))
        for day in (_days(first, on) if first else ())
    )


Course = tuple[str, Sequence[tuple[datetime, str]]]
"""An action's status as it stands in the digest; when it changed, and from what."""


def courses_of(known: Known, actions: Iterable[State]) -> list[Course]:
    return [(one.status, _changes(known.history(one.id))) for one in actions]


def confirmed(courses: Iterable[Course], moment: datetime) -> int:
    """How many of the actions were done or sustained at a moment."""
    return sum(_status(course, moment) in CONFIRMED for course in courses)


def _changes(history: Sequence[Event]) -> Sequence[tuple[datetime, str]]:
    return [(one.at, one.from_status) for one in history if one.from_status and one.to_status]


def _status(course: Course, moment: datetime) -> str:
    """The status then: that from which the first change after it went."""
    now, changes = course
    return next((before for at, before in changes if at > moment), now)


def _promised(known: Known, action: State) -> date | None:
    """By when it was to be done. What a plan prints as completed, without a date, was done before it began."""
    if day := action.original_due or action.due:
        return day
    return date.min if confirmed(courses_of(known, [action]), _BEGINNING) else None


def _first(known: Known, promised: Sequence[date], on: date) -> date | None:
    """The first day promised, or that on which a plan was loaded; of those gone by."""
    loaded = [plan.live_on for plan in known.plans if plan.live_on]
    return min((day for day in (*promised[:1], *loaded) if day <= on), default=None)


def _days(first: date, on: date) -> list[date]:
    weeks = (on - first).days // _WEEK.days
    apart = max(1, -(-weeks // (POINTS - 1))) * _WEEK
    days = [on - apart * count for count in range(POINTS)]
    return sorted(day for day in days if day >= first)
