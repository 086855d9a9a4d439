"""Stretches of days: the plain arithmetic of weeks, months, quarters, seasons and years. No words are read here."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Precision = Literal["day", "week", "month", "quarter", "season", "year", "part"]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of what a phrase says, both included. `assumed` names what the words left open."""

    first: date
    last: date
    precision: Precision
    assumed: tuple[str, ...] = ()

    def assuming(self, *what: str) -> "Span":
        return Span(self.first, self.last, self.precision, tuple(dict.fromkeys((*self.assumed, *what))))


class ImpossibleDay(ValueError):
    """A day its month does not have, such as 31 September. `suggestion` is the last day it does have."""

    def __init__(self, suggestion: date) -> None:
        super().__init__(f"That day does not exist. Did you mean {suggestion.isoformat()}?")
        self.suggestion = suggestion


class SeveralDays(ValueError):
    """Words that mean one of several days: only who wrote them knows which."""

    def __init__(self, days: tuple[date, ...]) -> None:
        super().__init__("Which day is meant?")
        self.days = days


class Unit(NamedTuple):
    """A length of time in days or in calendar months, whichever is exact; `name` is the calendar's own stretch."""

    name: Precision
    days: int = 0
    months: int = 0


_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def length_of(year: int, month: int) -> int:
    """The days of a month."""
    return 29 if month == 2 and isleap(year) else _LENGTHS[month]


def day(year: int, month: int, number: int) -> Span:
    end = length_of(year, month)
    if number > end:
        raise ImpossibleDay(date(year, month, end))
    one = date(year, month, number)
    return Span(one, one, "day")


def months(year: int, month: int, count: int, precision: Precision) -> Span:
    """`count` whole months from `month`, which may lie beyond December."""
    first, last = _month(year, month), _month(year, month + count - 1)
    return Span(first, last.replace(day=length_of(last.year, last.month)), precision)


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def shifted(start: date, unit: Unit, count: int) -> date:
    """`count` units later (or earlier): a month after 31 January is the last day of February."""
    if not unit.months:
        return start + timedelta(days=unit.days * count)
    month = _month(start.year, start.month + unit.months * count)
    return month.replace(day=min(start.day, length_of(month.year, month.month)))


def week(holding: date) -> Span:
    """Weeks run Monday to Sunday."""
    monday = holding - timedelta(days=holding.weekday())
    return Span(monday, monday + 6 * DAY, "week")


def around(today: date, unit: Unit, *, financial: bool = False) -> Span:
    """The calendar's own day, week, month, quarter or year that holds `today`."""
    match unit.name:
        case "week":
            return week(today)
        case "month":
            return months(today.year, today.month, 1, "month")
        case "quarter":
            return months(today.year, (today.month - 1) // 3 * 3 + 1, 3, "quarter")
        case "year" if financial:
            return financial_year(today.year - (today.month < 4))
        case "year":
            return months(today.year, 1, 12, "year")
        case _:
            return Span(today, today, "day")


def financial_year(starting: int) -> Span:
    """April to March, as the Treasury counts."""
    return months(starting, 4, 12, "year")


def part(whole: Span, which: str) -> Span:
    """The end, middle, start, early or late part of a stretch. Mid-month is the 15th, early ends on the 10th."""
    length = (whole.last - whole.first).days + 1
    if which in ("end", "start"):
        one = whole.last if which == "end" else whole.first
        return Span(one, one, "part", whole.assumed)
    if length > 31:
        third = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
        first, last = _outer(whole.first, third, which)
    else:
        bounds = {"early": (0, 9), "mid": (14, 14), "late": (20, length - 1)} if length > 7 else _WEEK_PARTS
        first, last = (whole.first + n * DAY for n in bounds[which])
    return Span(first, last, "part", (*whole.assumed, which))


_WEEK_PARTS = {"early": (0, 1), "mid": (2, 2), "late": (3, 6)}


def _outer(first: date, count: int, which: str) -> tuple[date, date]:
    """Parts of a quarter, season or year: its first or last third; its middle is the middle month's 15th."""
    if which == "mid":
        middle = months(first.year, first.month + (count - 1) // 2, 1, "month")
        one = middle.last if count % 2 == 0 else middle.first + 14 * DAY
        return one, one
    third = max(1, count // 3)
    whole = months(first.year, first.month + (0 if which == "early" else count - third), third, "month")
    return whole.first, whole.last


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, number + 1)


def disagreeing(one: date, weekday: int) -> tuple[date, ...]:
    """A day that is no such weekday, and those next to it that are."""
    later = one + ((weekday - one.weekday()) % 7) * DAY
    return (one, later - 7 * DAY, later)


def half(whole: Span, which: int) -> Span | None:
    """The first or second half of a month, or of anything longer by its months."""
    if which not in (1, 2):
        return None
    length = (whole.last - whole.first).days + 1
    if length <= 31:
        middle = whole.first + (14 if length >= 28 else length // 2 - 1) * DAY
        ends = (whole.first, middle) if which == 1 else (middle + DAY, whole.last)
        return Span(*ends, "part", whole.assumed)
    count = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    part = months(whole.first.year, whole.first.month + (which - 1) * (count // 2), count // 2, "part")
    return Span(part.first, part.last, "part", whole.assumed)


def nth_weekday(whole: Span, weekday: int, nth: int) -> Span | None:
    """The first Monday of a stretch, or with -1 its last."""
    if nth > 0:
        one = whole.first + ((weekday - whole.first.weekday()) % 7 + 7 * (nth - 1)) * DAY
    else:
        one = whole.last - ((whole.last.weekday() - weekday) % 7) * DAY
    return Span(one, one, "day", whole.assumed) if whole.first <= one <= whole.last else None
