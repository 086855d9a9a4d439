"""The week of a digest: which day it is of, and when it may go. DESIGN section 7, issue 6.

A week runs from Monday to Sunday and has one digest, which never leaves it: late, it would only say what the next one
says. A digest day that is a bank holiday becomes the first working day after it; where that would be in another week
(a Friday that is Good Friday), the last one before it.
"""

from datetime import date, datetime, timedelta

from plans.calendar import LONDON, is_working_day
from plans.policy.settings import WEEKDAYS, Settings

_WEEK = timedelta(days=7)


def week(of: date) -> str:
    """By ISO: `2025-W06`. The last days of a December may be of the next year's first."""
    year, number, _ = of.isocalendar()
    return f"{year}-W{number:02}"


def digest_day(of: date, settings: Settings) -> date:
    """The day of the digest of the week that a day is in."""
    days = _days(of)
    nominal = days[WEEKDAYS.index(settings.digest_day)]
    worked = [day for day in days if is_working_day(day)]
    after = [day for day in worked if day >= nominal]
    return after[0] if after else worked[-1] if worked else nominal


def before(of: date, settings: Settings) -> date:
    """The day of the digest of the week before."""
    return digest_day(of - _WEEK, settings)


def opening(now: datetime, settings: Settings, planned: date | None = None) -> tuple[date, str] | None:
    """The day and the week of the digest that may go at an aware moment: from its hour on its day, then in the same
    hours of each working day until the week ends. A week that is `planned` keeps its day, whatever is set since."""
    there = now.astimezone(LONDON)
    day = planned or digest_day(there.date(), settings)
    in_hours = settings.digest_hour <= there.time() < settings.until
    if there.date() < day or not is_working_day(there.date()) or not in_hours:
        return None
    return day, week(day)


def closes(of: date, settings: Settings) -> datetime:
    """When the week's digest goes no more: the evening of its last working day."""
    worked = [day for day in _days(of) if is_working_day(day)]
    return datetime.combine(worked[-1] if worked else _days(of)[-1], settings.until, LONDON)


def following(now: datetime, settings: Settings, *, planned: bool = False) -> date:
    """The day of the first digest whose hour is after an aware moment; `planned`: that of this week had its own, and
    another day set since does not bring a second."""
    there = now.astimezone(LONDON)
    day = digest_day(there.date(), settings)
    is_past = planned or datetime.combine(day, settings.digest_hour, LONDON) <= there
    return digest_day(there.date() + _WEEK, settings) if is_past else day


def _days(of: date) -> list[date]:
    """Monday to Friday of its week."""
    monday = of - timedelta(days=of.weekday())
    return [monday + timedelta(days=count) for count in range(len(WEEKDAYS))]
