"""Read a date phrase as people in prisons write it: our own grammar, day first, from a `today` that is handed in.

Only a whole phrase is read: finding one within a sentence is the business of windows and replies. dateparser is not
used here: it reads Mar-21 as a day and next Friday as this one; fenced, it may come last in replies.
"""

from collections.abc import Callable
from datetime import date, timedelta

from plans.dates.phrases import (
    When,
    Words,
    counted,
    day_month,
    feast,
    figures,
    financial,
    month,
    month_day,
    month_number,
    nth,
    one_day,
    quarter,
    rolling,
    season,
    short,
    this_or_next,
    weekday,
    weekday_after,
)
from plans.dates.spans import DAY, Span, day, months, part, week
from plans.dates.words import PARTS, Token, tokens


def read(words: str, today: date, *, past: bool = False) -> Span | None:
    """The days that `words` mean, or None when they are not a date phrase from first word to last.

    What lacks a year is the one under way or to come; with `past`, the one under way or just gone.
    Raises ImpossibleDay for 31 September and its like.
    """
    found = tokens(words)
    try:
        return _span(found, When(today, past)) if found else None
    except OverflowError:
        return None


def _span(words: Words, when: When) -> Span | None:
    """The shape of the whole phrase first; then what its first word makes of the rest; then a range."""
    shape = "".join(word.kind for word in words)
    if reading := _SHAPES.get(shape):
        return reading(words, when)
    if not shape:
        return None
    if leading := _LEADING.get(shape[0]):
        return leading(words, when)
    return _range(words, shape.index("-"), when) if "-" in shape else None


def _weekday_dated(words: Words, when: When) -> Span | None:
    """Friday 29 November: the date counts, and the weekday must agree with it."""
    span = _span(words[1:], when)
    if span is None or span.first != span.last:
        return None
    return span if span.first.weekday() == words[0].value else None


def _nth_of(words: Words, when: When) -> Span | None:
    """The 5th of next month; the first quarter."""
    if words[1].word == "quarter":
        return quarter(words, when)
    month = _span(words[1:], when)
    if month is None or month.precision != "month" or words[0].value > 31:
        return None
    return day(month.first.year, month.first.month, words[0].value)


def _rest(words: Words, when: When) -> Span | None:
    """The rest of the month: from today."""
    whole = _span(words[1:], when)
    return Span(when.today, whole.last, "part") if whole and whole.first <= when.today <= whole.last else None


def _part(words: Words, when: When) -> Span | None:
    """End of March, mid Feb, early next month."""
    whole = _span(words[1:], when)
    return part(whole, PARTS[words[0].word]) if whole and whole.last - whole.first > timedelta(5) else None


def _unit_end(words: Words, when: When) -> Span | None:
    return _part((words[1], words[0]), when)


def _week_of(words: Words, when: When) -> Span | None:
    """Week commencing 3 March, week of 3 March, w/e 7 March."""
    span = _span([word for word in words if word.kind not in "ucz"], when)
    return week(span.first) if span and span.first == span.last else None


def _unit_led(words: Words, when: When) -> Span | None:
    if words[0].word == "week" and words[1:]:
        return _week_of(words, when)
    return quarter(words[1:], when) if words[0].word == "quarter" and words[1:] else None


def _range(words: Words, at: int, when: When) -> Span | None:
    """January to March 2021, 1-15 March: the later end lends its month and year to the earlier."""
    last = _span(words[at + 1 :], when)
    if last is None:
        return None
    first = _lent(words[:at], words[at + 1 :], when)
    if first is None:
        return None
    if first.first > last.last and not any(word.kind in "yFMD" for word in words[:at]):
        # November to February, said in December: the November that the coming February ends.
        month = _last_of(words[at + 1 :], "m")
        own = (*words[:at], month) if month and words[at - 1].kind in "no" and at == 1 else words[:at]
        first = _span(own, When(last.first, past=True))
    if first is None or first.first > last.last:
        return None
    return Span(first.first, last.last, last.precision, last.assumed).assuming("range")


def _lent(words: Words, lender: Words, when: When) -> Span | None:
    shape = "".join(word.kind for word in words)
    month, year = _last_of(lender, "m"), _last_of(lender, "y")
    if shape in ("n", "o") and month:
        words = (*words, month)
    if year and shape in ("m", "n", "o", "nm", "om"):
        words = (*words, year)
    return _span(words, when)


def _last_of(words: Words, kind: str) -> Token | None:
    return next((word for word in reversed(words) if word.kind == kind), None)


_Reader = Callable[[Words, When], Span | None]
_SHAPES_OF: dict[_Reader, str] = {
    figures: "D",
    lambda words, when: one_day(when.today + words[0].value * DAY): "t",
    lambda words, _: months(words[0].value // 100, words[0].value % 100, 1, "month"): "M",
    lambda words, _: months(words[1].value, words[0].value, 1, "month"): "my",
    lambda words, _: months(words[0].value, words[1].value, 1, "month"): "ym",
    lambda words, _: months(words[0].value, 1, 12, "year"): "y",
    day_month: "nm om nmy omy nmn omn",
    month_day: "mo mny moy",
    month_number: "mn",
    month: "m xm",
    quarter: "q qy yq qF Fq fq qf fqy fqF qfy qfF ofu ofuF",
    season: "s xs sy sF",
    financial: "F fF fuF fu xfu",
    weekday: "w xw",
    weekday_after: "wu nukw",
    nth: "o",
    _nth_of: "oxu ou ouy ouF",
    this_or_next: "u xu",
    rolling: "ru xnu rnu",
    counted: "nu inu inuk nuk nukk nukt nug",
    _rest: "ju jxu",
    short: "E",
    _unit_end: "ue",
    feast: "h hy",
}
_SHAPES: dict[str, _Reader] = {shape: reader for reader, shapes in _SHAPES_OF.items() for shape in shapes.split()}
_LEADING: dict[str, _Reader] = {"e": _part, "c": _week_of, "z": _week_of, "u": _unit_led, "w": _weekday_dated}
