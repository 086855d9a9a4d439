"""What a run of date words within a sentence means: days, or several that it may mean, or none that exists."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from plans.dates.phrases import When, Words, month_day, one_day
from plans.dates.ranges import lent
from plans.dates.reading import span_of
from plans.dates.spans import DAY, ImpossibleDay, SeveralDays, Span, shifted
from plans.dates.words import unit
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
        return Meaning(readings=_in_order(several.days))
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
    if "|" in kinds:
        return _either(words, kinds.index("|"), when)
    if "&" in kinds:
        return _both(words, kinds.index("&"), when)
    if kinds[0] == "A":
        return _beside(words, when)
    if kinds in ("n-nu", "in-nu"):
        return _so_long(words, when)
    span = span_of(words, when)
    return Meaning(span) if span else None


def _month_number(words: Words, when: When) -> Meaning | None:
    """March 21 is a month of 2021 to one and a day to another: neither is taken unasked."""
    span = span_of(words, when)
    if span is None or span.precision != "month":
        return Meaning(span) if span else None
    as_day = month_day(words, when) if words[1].value <= 31 else None
    return Meaning(readings=_in_order((as_day.last, span.last))) if as_day else Meaning(span)


def _either(words: Words, at: int, when: When) -> Meaning | None:
    """January or February 2027; Monday or Tuesday; this week or next; in two or three weeks; in a week or two."""
    first, last = words[:at], words[at + 1 :]
    if not first or not last:
        return None
    if len(last) == 1 and last[0].kind == "x" and first[0].kind == "x":
        last = (*last, *first[1:])
    elif first[-1].kind == "u" and len(last) == 1 and last[0].kind == "n":
        last = (*first[:-2], last[0], first[-1])
    elif last[-1].kind == "u" and first[-1].kind == "n":
        last, first = ((first[0], *last) if first[0].kind == "i" and last[0].kind == "n" else last), (*first, last[-1])
    return _several([span_of(lent(first, last), when), span_of(last, when)])


def _both(words: Words, at: int, when: When) -> Meaning | None:
    """The 5th and 6th of March: one action has one date."""
    first, last = words[:at], words[at + 1 :]
    if [word.kind for word in first] != ["o"] or not last or last[0].kind != "o":
        return None
    return _several([span_of(lent(first, last), when), span_of(last, when)])


def _several(spans: Sequence[Span | None]) -> Meaning | None:
    days = _in_order([span.last for span in spans if span])
    return Meaning(readings=days) if len(days) == len(spans) else None


def _so_long(words: Words, when: When) -> Meaning | None:
    """In 2-3 weeks: one or the other."""
    length = unit(words[-1].word)
    low, high = (word.value for word in words if word.kind == "n")
    if length is None or not 0 < low < high:
        return None
    return Meaning(readings=(shifted(when.today, length, low), shifted(when.today, length, high)))


def _beside(words: Words, when: When) -> Meaning | None:
    """Before Christmas is by the day before; before the end of March by its end. After a feast is the first working
    day after it; after any other day is no day yet, and asked."""
    span = span_of(words[1:], when)
    if span is None:
        return None
    if words[0].value < 0:
        ends = span.first == span.last and span.precision == "part"
        return Meaning(span if ends else one_day(span.first - DAY).assuming(*span.assumed, "before"))
    after = first_after(span.last)
    if words[-1].kind in "hbW" or words[1].kind in "hbW":
        return Meaning(one_day(after).assuming(*span.assumed, "after"))
    return Meaning(readings=(after,))


def _in_order(days: Sequence[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(days))
