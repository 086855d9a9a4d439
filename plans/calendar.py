"""The calendar of prisons in England and Wales: which day it is in London, and which days are worked.

Working days are Monday to Friday but for bank holidays (DESIGN section 3). Times elsewhere are aware UTC.
"""

from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

LONDON = ZoneInfo("Europe/London")
_SATURDAY = 5


def day_of(moment: datetime) -> date:
    """The day in London at an aware moment: an evening in UTC may be the next day there."""
    return moment.astimezone(LONDON).date()


@lru_cache(maxsize=20_000)
def is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _bank_holidays()


@lru_cache(maxsize=20_000)
def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    after = day + timedelta(days=1)
    while not is_working_day(after):
        after += timedelta(days=1)
    return after


@lru_cache(maxsize=20_000)
def first_working_day(day: date) -> date:
    """The first working day on or after `day`."""
    return day if is_working_day(day) else next_working_day(day)


@lru_cache(maxsize=20_000)
def last_working_day(day: date) -> date:
    """The last working day on or before `day`."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


@lru_cache(maxsize=20_000)
def working_day_after(day: date, count: int) -> date:
    """The `count`-th working day after `day`: of a Saturday the first is Monday."""
    for _ in range(count):
        day = next_working_day(day)
    return day


@cache
def bank_holidays(year: int) -> tuple[date, ...]:
    """The weekdays of a year that are not worked, in order."""
    held = _bank_holidays()
    _ = date(year, 1, 1) in held  # a year is filled in when first asked for
    return tuple(sorted(day for day in held if day.year == year and day.weekday() < _SATURDAY))


@cache
def _bank_holidays() -> "HolidayBase":
    # Imported when first needed: a cold question has no use for it, and it takes half a second.
    from holidays import country_holidays

    return country_holidays("GB", subdiv="ENG")
