"""What a run of date words within a sentence means: days, or several that it may mean, or none that exists."""

from datetime import date
from typing import NamedTuple

from plans.dates.choices import choice
from plans.dates.phrases import When, Words, month_day, one_day
from plans.dates.reading import span_of
from plans.dates.spans import DAY, ImpossibleDay, SeveralDays, Span
from plans.dates.working import first_after

_FAR = 5
"""Years. What lies further from today is asked back: nobody plans so far, and history is nobody's answer."""


class Meaning(NamedTuple):
    """Exactly one of these is given, or none where the words are a date that cannot be read (02-23-04)."""

    span: Span | None = None
    suggestion: date | None = None
    readings: tuple[date, ...] = ()


def meaning(words: Words, when: When) -> Meaning | None:
    """None when the words are no date phrase."""
    try:
        found = _meaning(words, when)
    except ImpossibleDay as impossible:
        return Meaning(suggestion=impossible.suggestion)
    except SeveralDays as several:
        return Meaning(readings=several.days)
    except (OverflowError, ValueError):  # a year that no calendar has
        return None
    if found and found.span and is_far(found.span.last, when.today):
        return Meaning(readings=(found.span.last,))
    return found


def is_far(day: date, today: date) -> bool:
    return abs((day - today).days) > _FAR * 365.25


def _meaning(words: Words, when: When) -> Meaning | None:
    kinds = "".join(word.kind for word in words)
    if kinds == "mn" and words[1].word == "":
        return _month_number(words, when)
    if kinds == "?":
        return Meaning()
    if kinds[0] == "A":
        return _beside(words, when)
    if days := choice(words, kinds, when):
        return Meaning(readings=days)
    span = span_of(words, when)
    if span and "z" in kinds:  # the week ending on a day is over by then
        named = span_of([word for word in words if word.kind not in "uz"], when)
        span = Span(span.first, named.last, "part", named.assumed) if named else span
    return Meaning(span) if span else None


def _month_number(words: Words, when: When) -> Meaning | None:
    """March 21 is a month of 2021 to one and a day to another: neither is taken unasked."""
    span = span_of(words, when)
    if span is None or span.precision != "month":
        return Meaning(span) if span else None
    as_day = month_day(words, when) if words[1].value <= 31 else None
    return Meaning(readings=(as_day.last, span.last)) if as_day else Meaning(span)


def _beside(words: Words, when: When) -> Meaning | None:
    """Before Christmas is by the day before; before the end of March by its end. After a feast is the first working
    day after it; after any other day is no day yet, and asked."""
    span = span_of(words[1:], when)
    if span is None:
        return None
    if words[0].value < 0:
        ends = span.first == span.last and span.precision == "part"
        by = span if ends else one_day(span.first - DAY).assuming(*span.assumed, "before")
        return Meaning(by) if by.last >= when.today or when.past else Meaning()
    after = first_after(span.last)
    if words[-1].kind in "hbW" or words[1].kind in "hbW":
        return Meaning(one_day(after).assuming(*span.assumed, "after"))
    return Meaning(readings=(after,))
