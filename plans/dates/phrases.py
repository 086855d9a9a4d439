"""Date phrases that hold no other phrase: days, weekdays, this and next week, counts from today."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from plans.dates.spans import (
    DAY,
    Span,
    Unit,
    around,
    day,
    months,
    shifted,
    week,
)
from plans.dates.tokens import Token, century
from plans.dates.words import unit

Words = Sequence[Token]


class When(NamedTuple):
    """The day a phrase is read on, and whether what lacks a year lies behind it."""

    today: date
    past: bool


def nearest(build: Callable[[int], Span], when: When) -> Span:
    """The year left out: under way or next, or with `past` under way or just gone."""
    this = build(when.today.year)
    if when.past:
        found = this if this.first <= when.today else build(when.today.year - 1)
    else:
        found = this if this.last >= when.today else build(when.today.year + 1)
        if this.first.year < this.last.year:  # a stretch over new year (winter) may have begun last year
            earlier = build(when.today.year - 1)
            found = earlier if earlier.last >= when.today else found
    return found.assuming("year")


def figures(words: Words, when: When) -> Span | None:
    """15/02/2025 and ISO carry their year; 15/2 does not."""
    value = words[0].value
    if value > 9999:
        return day(value // 10000, value // 100 % 100, value % 100)
    return nearest(lambda year: day(year, value // 100, value % 100), when)


def _day(number: int, month: int, year: int | None, when: When) -> Span | None:
    if not 1 <= number <= 31:
        return None
    if year is not None:
        return day(year, month, number)
    return nearest(lambda some: day(some, month, number), when)


def day_month(words: Words, when: When) -> Span | None:
    """31 January, 1st April 2025, 31 Mar 25."""
    year = words[2].value if len(words) > 2 else None
    return _day(words[0].value, words[1].value, None if year is None else century(year), when)


def month_day(words: Words, when: When) -> Span | None:
    return day_month((words[1], words[0], *words[2:]), when)


def month_number(words: Words, when: When) -> Span | None:
    """Oct 24 is a month of a year when the number can be a year of such plans, else a day; both are said back."""
    number = words[1].value
    if -8 <= number + 2000 - when.today.year <= 2 or number > 31:
        return months(number + 2000, words[0].value, 1, "month").assuming("month and year")
    return month_day(words, when)


def weekday(words: Words, when: When) -> Span | None:
    """Friday is the coming one, today included; next Friday is the one of next week."""
    which, name = (words[0].value, words[1]) if len(words) == 2 else (None, words[0])
    monday = week(when.today).first + (7 * which if which else 0) * DAY
    one = monday + name.value * DAY
    if which is None:
        one += 7 * DAY * ((one < when.today and not when.past) - (one > when.today and when.past))
    elif which < 0 and when.today - one > 7 * DAY:
        one += 7 * DAY  # said on a Friday, last Monday is this week's
    elif which == 0 and when.past and one > when.today:
        one -= 7 * DAY
    return Span(one, one, "day", ("next",) if which == 1 else ())


def weekday_after(words: Words, when: When) -> Span | None:
    """A week on Friday, Friday week, today fortnight."""
    name = next(word for word in words if word.kind in "wt")
    count = words[0].value if words[0].kind == "n" else 1
    start = (
        weekday((name,), When(when.today, past=False)) if name.kind == "w" else one_day(when.today + name.value * DAY)
    )
    weeks = unit(next(word for word in words if word.kind == "u").word)
    return one_day(shifted(start.first, weeks, count)) if start and weeks and weeks.days > 1 else None


def weekday_of(words: Words, when: When) -> Span | None:
    """Tuesday of next week; next week Tuesday."""
    which, length, name = sorted(words, key=lambda word: "xuw".index(word.kind))
    return one_day(week(when.today).first + (7 * which.value + name.value) * DAY) if length.word == "week" else None


def nth(words: Words, when: When) -> Span | None:
    """The 5th: of this month, or of the one that brings it next."""
    number = words[0].value
    if number > 31:
        return None
    step = (number < when.today.day and not when.past) - (number > when.today.day and when.past)
    month = shifted(when.today.replace(day=1), Unit("month", months=1), step)
    return day(month.year, month.month, number).assuming("month")


def one_day(one: date) -> Span:
    return Span(one, one, "day")


def this_or_next(words: Words, when: When) -> Span | None:
    """This, next or last week, month, quarter, year; the month."""
    length = unit(words[-1].word)
    which = words[0].value if words[0].kind == "x" else 0
    if length is None or length.name == "part":
        return rolling(words, when) if words[0].kind == "x" else None
    return around(shifted(when.today, length, which), length)


def counted(words: Words, when: When) -> Span | None:
    """In two weeks; 30 days ago; a fortnight."""
    count = next((word.value for word in words if word.kind == "n"), 1)
    length = unit(next(word for word in words if word.kind == "u").word)
    sign = -1 if words[-1].kind == "g" or (when.past and len(words) == 2) else 1
    start = when.today + (words[-1].value if words[-1].kind == "t" else 0) * DAY
    return one_day(shifted(start, length, sign * count)) if length else None


def this_time(words: Words, when: When) -> Span | None:
    """This time next week, this time tomorrow."""
    if words[1].kind == "t":
        return one_day(when.today + words[1].value * DAY)
    length = unit(words[2].word)
    return one_day(shifted(when.today, length, words[1].value)) if length else None


def rolling(words: Words, when: When) -> Span | None:
    """The next 30 days, the last two weeks, the past month: today and so many days on or back."""
    count = words[1].value if words[1].kind == "n" else 1
    length = unit(words[-1].word)
    if length is None or not words[0].value:
        return None
    other = shifted(when.today, length, words[0].value * count)
    return Span(min(when.today, other), max(when.today, other), "part")
