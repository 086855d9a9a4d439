"""Date phrases that hold another: end of March, the 5th of next month, two weeks after Easter, Monday after next."""

from collections.abc import Callable
from datetime import timedelta

from plans.dates.phrases import When, Words, one_day, quarter, weekday
from plans.dates.spans import DAY, SeveralDays, Span, around, day, half, nth_weekday, part, shifted, week
from plans.dates.tokens import Token
from plans.dates.words import PARTS, unit
from plans.dates.working import next_working, nth_working, working_days_from

Inner = Callable[[Words, When], Span | None]
"""What reads the phrase within: reading.span_of."""


def weekday_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Friday 29 November; Monday after next; the Friday before Christmas; Friday close of play."""
    shape = "".join(word.kind for word in words[:3])
    if shape == "wAx" and len(words) == 3 and words[1].value == words[2].value == 1:
        one = weekday(words[:1], When(when.today, past=False))
        return one_day(week(when.today).first + (14 + words[0].value) * DAY).assuming("next") if one else None
    if shape[1:2] == "A":
        return _weekday_beside(words, when, inner)
    if words[-1].kind == "p":
        return inner(words[:-1], when)
    return _weekday_dated(words, when, inner)


def _weekday_dated(words: Words, when: When, inner: Inner) -> Span | None:
    """Friday 29 November: weekday and date must agree, or it is one of the days near it that was meant."""
    span = inner(words[1:], when)
    if span is None or span.precision != "day" or words[1].kind not in "nomDx":
        return None
    one = span.first
    if one.weekday() != words[0].value:
        later = one + ((words[0].value - one.weekday()) % 7) * DAY
        raise SeveralDays((one, later - 7 * DAY, later))
    return span


def _weekday_beside(words: Words, when: When, inner: Inner) -> Span | None:
    span = inner(words[2:], when)
    if span is None:
        return None
    if words[1].value > 0:
        one = span.last + DAY
        return one_day(one + ((words[0].value - one.weekday()) % 7) * DAY)
    one = span.first - DAY
    return one_day(one - ((one.weekday() - words[0].value) % 7) * DAY)


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
        return _weekday_beside(words[1:], when, inner)
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
    return _weekday_dated(words[1:], when, inner) if shape[1:2] == "w" and words[2:] else None


def count_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Two weeks after Easter, 3 days from Friday, 5 working days before 1 April."""
    at = next((at for at, word in enumerate(words) if word.kind in "Ak"), 0)
    if at < 2 or at > 4 or not words[at + 1 :] or words[at].word in ("time", "on"):
        return None
    span = inner(words[at + 1 :], when)
    length = unit(words[at - 1].word)
    if span is None or length is None:
        return None
    sign = -1 if words[at].value < 0 else 1
    start, count = span.last if sign > 0 else span.first, sign * next(word.value for word in words if word.kind == "n")
    if words[at - 2].kind == "B":
        return one_day(working_days_from(start, count)) if length.name == "day" and abs(count) < 261 else None
    return Span(one := shifted(start, length, count), one, "day", span.assumed)


def within_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Within two weeks of Easter is no more than two weeks after it."""
    return count_led(words[1:], when, inner)


def rest_of(words: Words, when: When, inner: Inner) -> Span | None:
    """The rest of the month: from today."""
    whole = inner(words[1:], when)
    return Span(when.today, whole.last, "part") if whole and whole.first <= when.today <= whole.last else None


def part_of(words: Words, when: When, inner: Inner) -> Span | None:
    """End of March, mid Feb, early next month; end of today."""
    if words[0].word == "end" and len(words) == 2 and words[1].kind == "t":
        return inner(words[1:], when)
    if words[1:] and words[1].kind == "f" and len(words) == 2:
        words = (*words, Token("u", 0, "year"))  # the end of the FY
    whole = inner(words[2 if words[1:] and words[1].kind == "i" else 1 :], when)
    return part(whole, PARTS[words[0].word]) if whole and whole.last - whole.first > timedelta(5) else None


def week_of(words: Words, when: When, inner: Inner) -> Span | None:
    """Week commencing 3 March, week of 3 March, w/e 7 March."""
    span = inner([word for word in words if word.kind not in "ucz"], when)
    return week(span.first) if span and span.first == span.last else None


def unit_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Week of 3 March; quarter 2; month end; week after next; the day after tomorrow."""
    shape = "".join(word.kind for word in words)
    if shape == "ue":
        span = part_of((words[1], words[0]), when, inner)
        return span.assuming("calendar year") if span and words[0].word == "year" else span
    if shape == "uAx" and words[1].value == words[2].value == 1:
        return _after_next(words[0].word, when)
    if shape[1:2] == "A":
        return _unit_beside(words, when, inner)
    if words[0].word == "week" and words[1:]:
        return week_of(words, when, inner)
    return quarter(words[1:], when) if words[0].word == "quarter" and words[1:] else None


def _after_next(word: str, when: When) -> Span | None:
    """The week after next; the month after next, from its first day lest the 31st matter."""
    length = unit(word)
    if length is None:
        return None
    start = when.today.replace(day=1) if length.months else when.today
    return around(shifted(start, length, 2), length)


def _unit_beside(words: Words, when: When, inner: Inner) -> Span | None:
    """The day after Easter Monday; the week after the one that holds Easter."""
    span = inner(words[2:], when) if words[2:] else None
    if span is None or words[0].word not in ("day", "week"):
        return None
    if words[0].word == "day":
        return one_day(span.last + DAY if words[1].value > 0 else span.first - DAY)
    return week(span.last + 7 * DAY if words[1].value > 0 else span.first - 7 * DAY).assuming("week")


def ended_by(words: Words, when: When, inner: Inner) -> Span | None:
    """Close of play Friday, or on Friday: Friday; alone it is today's."""
    rest = words[2 if words[1:] and words[1].word == "on" else 1 :]
    return inner(rest, when) if rest else one_day(when.today)
