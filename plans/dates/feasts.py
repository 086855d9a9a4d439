"""Feasts and bank holidays of England and Wales, as the calendar keeps them: moved ones where they were moved to."""

from collections.abc import Callable
from datetime import date, timedelta

from plans.calendar import bank_holidays
from plans.dates.phrases import When, Words, nearest, one_day
from plans.dates.spans import DAY, SeveralDays, Span, easter, week

_HELD: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "good friday": lambda year: easter(year) - 2 * DAY,
    "easter monday": lambda year: easter(year) + DAY,
    "christmas": lambda year: date(year, 12, 25),
    "xmas": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "boxing day": lambda year: date(year, 12, 26),
    "new year": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
}


def feast(words: Words, when: When) -> Span | None:
    """Easter, Christmas 2026, next Easter: the coming one, as with all that lacks a year."""
    name = next(word.word for word in words if word.kind == "h")
    year = next((word.value for word in words if word.kind == "y"), None)
    if words[0].kind == "x" and words[0].value < 0:
        when = When(when.today, past=True)

    def held(of: int) -> Span:
        return one_day(_HELD[name](of))

    return held(year) if year is not None else nearest(held, when)


def feast_week(words: Words, when: When) -> Span | None:
    """Christmas week."""
    held = feast(words[:1], when)
    return week(held.first).assuming(*held.assumed) if held and words[1].word == "week" else None


def holiday(words: Words, when: When) -> Span | None:
    """The bank holiday, the next or the last one; bank holiday Monday."""
    which = words[0].value if words[0].kind == "x" else 0
    name = next((word.value for word in words if word.kind == "w"), None)
    back = which < 0 or (when.past and not which)
    around = [day for year in _years(when) for day in bank_holidays(year) if name in (None, day.weekday())]
    if back:
        return one_day(max(day for day in around if day <= when.today - DAY * (which < 0)))
    return one_day(min(day for day in around if day >= when.today + DAY * (which > 0))).assuming("bank holiday")


def _years(when: When) -> tuple[int, ...]:
    return (when.today.year - 1, when.today.year, when.today.year + 1)


def holiday_of(words: Words, when: When) -> Span | None:
    """The August bank holiday; the early May and the spring one. "The May bank holiday" may be either: asked back."""
    month = next((word.value for word in words if word.kind == "m"), None)
    which = words[0].word if words[0].kind == "e" else ""
    if which not in ("", "early", "late"):
        return None
    season = next((word.word for word in words if word.kind == "s"), "")
    of = month or {"spring": 5, "summer": 8}.get(season)
    year = next((word.value for word in words if word.kind == "y"), None)
    if of is None:
        return None
    if year is None:
        year = when.today.year
        year += not _in_month(year, of) or (_in_month(year, of)[-1] < when.today and not when.past)
        year -= when.past and _in_month(year, of)[:1] > [when.today]
    days = _in_month(year, of)
    picked = days[:1] if which == "early" or words[1].kind == "u" else days[-1:] if which or season else days
    if len(picked) > 1:
        raise SeveralDays(tuple(picked))
    return one_day(picked[0]).assuming("bank holiday") if picked else None


def _in_month(year: int, month: int) -> list[date]:
    return [day for day in bank_holidays(year) if day.month == month]


def weekend(words: Words, when: When) -> Span | None:
    """This weekend, and the next: that of next week."""
    which = words[0].value if words[0].kind == "x" else 0
    saturday = when.today + timedelta(5 - when.today.weekday() + 7 * which)
    if when.past and not which and saturday > when.today:
        saturday -= timedelta(7)
    return Span(saturday, saturday + DAY, "part", ("next",) if which == 1 else ())
