"""The first, the second and the last of a stretch: first Monday in June, second half of March, its last working day."""

from datetime import timedelta

from plans.dates.nested import Inner, weekday_beside, weekday_dated
from plans.dates.periods import quarter
from plans.dates.phrases import When, Words, one_day, weekday
from plans.dates.spans import DAY, Span, day, half, nth_weekday
from plans.dates.words import unit
from plans.dates.working import next_working, nth_working, working_days_from


def ordinal_led(words: Words, when: When, inner: Inner) -> Span | None:
    """The 5th of next month; the first quarter; first Monday in June; first week, half or working day of March."""
    if len(words) < 2:
        return None
    if words[1].word == "quarter":
        return quarter(words, when)
    if words[1].kind in "wBlu" and len(words) > 2:
        return _nth_within(words, words[0].value, when, inner)
    whole = inner(words[1:], when)
    if whole is None or whole.precision != "month" or words[0].value > 31:
        return None
    return day(whole.first.year, whole.first.month, words[0].value)


def _nth_within(words: Words, nth: int, when: When, inner: Inner) -> Span | None:
    """`words[1]` says of what; what follows, in which stretch."""
    working = words[1].kind == "B"
    rest = words[3 if working else 2 :]
    if rest and rest[0].kind == "A" and words[1].kind == "w" and nth == 1:
        return weekday_beside(words[1:], when, inner)
    if working and rest and rest[0].kind == "A" and nth in (1, -1):
        beside = inner(rest[1:], when)
        return one_day(working_days_from(beside.last if nth > 0 else beside.first, nth)) if beside else None
    whole = inner(rest[1:] if rest and rest[0].kind == "i" else rest, when) if rest else None
    if whole is None or whole.last - whole.first < timedelta(6):
        return None
    if working:
        return nth_working(whole, nth)
    if words[1].kind == "w":
        return nth_weekday(whole, words[1].value, nth)
    return half(whole, nth) if words[1].kind == "l" else _nth_unit(whole, words[1].word, nth)


def _nth_unit(whole: Span, word: str, nth: int) -> Span | None:
    """The first week of June is its first seven days, the last one its last seven; the last day of term is nobody's."""
    length = unit(word)
    if length is None or length.name not in ("day", "week") or whole.last - whole.first > timedelta(31):
        return None
    if nth < 0:
        first, last = whole.last - (length.days - 1) * DAY, whole.last
    else:
        first = whole.first + length.days * (nth - 1) * DAY
        last = min(first + (length.days - 1) * DAY, whole.last)
    if not whole.first <= first <= last:
        return None
    span = Span(first, last, length.name, whole.assumed)
    return span.assuming("week of the month") if length.name == "week" else span


def next_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Last Friday of March, the last working day of the month, this coming Friday, next Friday the 29th."""
    if (
        words[0].value < 0
        and len(words) > 2
        and words[1].kind in "wBu"
        and (found := _nth_within(words, -1, when, inner))
    ):
        return found
    shape = "".join(word.kind for word in words)
    if shape in ("xBu", "xnBu"):
        return next_working(words, when)
    if shape == "xrw":
        return weekday(words[2:], when)
    if words[1:] and words[-1].kind == "p":
        return inner(words[:-1], when)
    return weekday_dated(words[1:], when, inner) if shape[1:2] == "w" and words[2:] else None
