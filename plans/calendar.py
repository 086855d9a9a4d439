"""The calendar of prisons in England and Wales: which day it is in London, and which days are worked.

Working days are Monday to Friday but for bank holidays (DESIGN section 3). Times elsewhere are aware UTC.
"""

from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

LONDON = ZoneInfo("Europe/London")
_SATURDAY = 5


def day_of(moment: datetime) -> date:
    """The day in London at an aware moment: an evening in UTC may be the next day there."""
    return moment.astimezone(LONDON).date()


def is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _bank_holidays()


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    after = day + timedelta(days=1)
    while not is_working_day(after):
        after += timedelta(days=1)
    return after


@cache
def _bank_holidays() -> "HolidayBase":
    # Imported when first needed: a cold question has no use for it, and it takes half a second.
    from holidays import country_holidays

    return country_holidays("GB", subdiv="ENG")
