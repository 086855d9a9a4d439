"""When all will be confirmed, at the paces of the past: a range, and only where there is enough past to go by.

The minimum (issue 6, decision 10): twelve weeks of history, five confirmed in them, and somebody confirming still.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from plans.calendar import day_of
from plans.digest.burning import confirmed, courses_of
from plans.digest.colours import CONFIRMED
from plans.digest.replaying import end_of
from plans.digest.values import Known, State
from plans.messages import Forecast

LONG, RECENT = 26, 8
"""Weeks of the two paces."""
LEAST_WEEKS, LEAST_CONFIRMED = 12, 5
_WEEK = timedelta(days=7)


def forecast(known: Known, actions: Sequence[State], on: date, as_at: datetime) -> Forecast | None:
    """The earlier and the later of the days on which the two paces come to the end. What the plan printed as completed
    is not waited for, and in no pace: nobody confirmed it."""
    kept = [one for one in actions if one.status != "withdrawn"]
    left = sum(one.status not in CONFIRMED for one in kept)
    weeks = min(LONG, _weeks(known, on, as_at))
    if weeks < LEAST_WEEKS or not left:
        return None
    courses = courses_of(known, kept)
    now = confirmed(courses, as_at)
    many, recent = (now - confirmed(courses, end_of(on - count * _WEEK)) for count in (weeks, RECENT))
    if many < LEAST_CONFIRMED or recent < 1:
        return None
    ends = sorted(on + timedelta(days=-(-left * span * 7 // pace)) for span, pace in ((weeks, many), (RECENT, recent)))
    return Forecast(ends[0], ends[1], weeks, many, RECENT, recent)


def _weeks(known: Known, on: date, as_at: datetime) -> int:
    """Whole weeks of history: since the first plan was loaded, or since anybody did anything where that was later said
    to be before."""
    loaded = [plan.live_on for plan in known.plans if plan.live_on and plan.live_on <= on]
    if loaded:
        return (on - min(loaded)).days // 7
    moments = (one.at for action in known.actions for one in known.history(action.id) if one.at <= as_at)
    first = min(moments, default=None)
    return (on - day_of(first)).days // 7 if first else 0
