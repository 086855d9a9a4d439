"""The policy's days: its Monday slots, and the stretch of days that one brief answers for. Pure arithmetic."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from plans.calendar import LONDON, first_working_day
from plans.policy.settings import Settings

WEEK = timedelta(days=7)
_LONGEST = timedelta(days=400)
"""No brief is held back so long: a ledger that knows of none at all says date.min."""


def slot_of_week(day: date) -> date:
    """The day of the week's Monday brief: Monday, or after a Monday that is a holiday the next working day."""
    return first_working_day(day - timedelta(days=day.weekday()))


def slot_until(day: date) -> date:
    """The last Monday slot on or before a day."""
    slot = slot_of_week(day)
    return slot if slot <= day else slot_of_week(day - WEEK)


def slot_from(day: date) -> date:
    """The first Monday slot on or after a day."""
    slot = slot_of_week(day)
    return slot if slot >= day else slot_of_week(day + WEEK)


def slot_of_quarter(day: date) -> date:
    """The first Monday slot of the quarter that a day is in."""
    return slot_from(_quarter(day))


def _quarter(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last: 30 November and three months are 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Window:
    """The days after `since`, when briefs were last settled, up to `on`: what fell on them is due now, at once."""

    since: date
    on: date

    def has(self, day: date) -> bool:
        return self.since < day <= self.on

    @property
    def monday(self) -> bool:
        return self.has(slot_until(self.on))

    @property
    def slot_before(self) -> date:
        """The Monday slot before the first one in the window."""
        return slot_until(self.since)

    @property
    def opens_quarter(self) -> bool:
        """Does the first Monday slot of a quarter fall in it?"""
        return any(self.has(slot_of_quarter(day)) for day in (self.on, _quarter(self.on) - timedelta(days=1)))


def window(since: date, on: date) -> Window:
    return Window(max(since, on - _LONGEST), on)


def waits(moment: datetime, settings: Settings) -> Literal["before_the_hour", "after_hours"] | None:
    """Why nothing goes at this hour of London's, if so: what is not sent by the evening waits for a working day."""
    hour = moment.astimezone(LONDON).time()
    if hour < settings.hour:
        return "before_the_hour"
    return "after_hours" if hour >= settings.until else None
