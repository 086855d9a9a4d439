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
    return tuple(
        Burn(day, sum(each <= day for each in promised), confirmed(known, kept, min(end_of(day), as_at)))
        for day in (_days(first, on) if first else ())
    )


def confirmed(known: Known, actions: Iterable[State], moment: datetime) -> int:
    """How many of the actions, as they stand in the digest, were done or sustained at a moment before it."""
    return sum(_status(one, known.history(one.id), moment) in CONFIRMED for one in actions)


def _status(action: State, history: Sequence[Event], moment: datetime) -> str:
    """Its status then: where the first change after it began."""
    later = (one.from_status for one in history if one.at > moment and one.from_status and one.to_status)
    return next(later, None) or action.status


def _promised(known: Known, action: State) -> date | None:
    """By when it was to be done. What a plan prints as completed, without a date, was done before it began."""
    if day := action.original_due or action.due:
        return day
    return date.min if _status(action, known.history(action.id), _BEGINNING) in CONFIRMED else None


def _first(known: Known, promised: Sequence[date], on: date) -> date | None:
    """The first day promised, or that on which a plan was loaded; of those gone by."""
    loaded = [plan.live_on for plan in known.plans if plan.live_on]
    return min((day for day in (*promised[:1], *loaded) if day <= on), default=None)


def _days(first: date, on: date) -> list[date]:
    weeks = (on - first).days // _WEEK.days
    apart = max(1, -(-weeks // (POINTS - 1))) * _WEEK
    days = [on - apart * count for count in range(POINTS)]
    return sorted(day for day in days if day >= first)
