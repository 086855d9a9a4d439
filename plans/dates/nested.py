"""Date phrases that hold another: end of March, the 5th of next month, two weeks after Easter, Monday after next."""

from collections.abc import Callable
from datetime import timedelta

from plans.dates.periods import quarter
from plans.dates.phrases import When, Words, one_day, weekday
from plans.dates.spans import DAY, SeveralDays, Span, around, disagreeing, part, shifted, week
from plans.dates.tokens import Token
from plans.dates.words import PARTS, unit
from plans.dates.working import working_days_from

Inner = Callable[[Words, When], Span | None]
"""What reads the phrase within: reading.span_of."""


def weekday_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Friday 29 November; Monday after next; the Friday before Christmas; Friday close of play."""
    shape = "".join(word.kind for word in words[:3])
    if shape == "wAx" and len(words) == 3 and words[1].value == words[2].value == 1:
        one = weekday(words[:1], When(when.today, past=False))
        return one_day(week(when.today).first + (14 + words[0].value) * DAY).assuming("next") if one else None
    if shape[1:2] == "A":
        return weekday_beside(words, when, inner)
    if words[-1].kind == "p":
        return inner(words[:-1], when)
    return weekday_dated(words, when, inner)


def weekday_dated(words: Words, when: When, inner: Inner) -> Span | None:
    """Friday 29 November: weekday and date must agree, or it is one of the days near it that was meant."""
    span = inner(words[1:], when)
    if span is None or span.precision != "day" or words[1].kind not in "nomDx":
        return None
    one = span.first
    if one.weekday() != words[0].value:
        raise SeveralDays(disagreeing(one, words[0].value))
    return span


def weekday_beside(words: Words, when: When, inner: Inner) -> Span | None:
    span = inner(words[2:], when)
    if span is None:
        return None
    if words[1].value > 0:
        one = span.last + DAY
        return one_day(one + ((words[0].value - one.weekday()) % 7) * DAY)
    one = span.first - DAY
    return one_day(one - ((one.weekday() - words[0].value) % 7) * DAY)


def count_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Two weeks after Easter, 3 days from Friday, 5 working days before 1 April."""
    at = next((at for at, word in enumerate(words) if word.kind in "Ak" and words[0].kind == "n"), 0)
    if at < 2 or at > 4 or not words[at + 1 :] or words[at].word in ("time", "on"):
        return None
    span = inner(words[at + 1 :], when)
    length = unit(words[at - 1].word)
    if span is None or length is None:
        return None
    sign = -1 if words[at].value < 0 else 1
    start, count = span.last if sign > 0 else span.first, sign * words[0].value
    if words[at - 2].kind == "B":
        return one_day(working_days_from(start, count)) if length.name == "day" and abs(count) < 261 else None
    return Span(one := shifted(start, length, count), one, "day", span.assumed)


def within_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Within two weeks of Easter is no more than two weeks after it."""
    if words[0].word == "within" and len(words) > 3 and words[2].kind == "u" and words[3].kind not in "Ak":
        words = (*words[:3], Token("A", 1), *words[3:])
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
    return week(span.first) if span and span.last - span.first < timedelta(7) else None


def unit_led(words: Words, when: When, inner: Inner) -> Span | None:
    """Week of 3 March; quarter 2; month end; week after next; the day after tomorrow."""
    shape = "".join(word.kind for word in words)
    if shape[:2] == "ue" and words[2:]:
        return week_of(words[2:], when, inner) if words[0].word == "week" and words[1].word == "beginning" else None
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
