"""A weekday beside its date, which a bracket or a comma parts: 21 February (Friday). They are one, and must agree."""

import re
from datetime import date

from plans.dates.found import Found
from plans.dates.spans import Span, disagreeing
from plans.dates.words import each

_BETWEEN = re.compile(r"\s*[,(–-]?\s*")


def paired(text: str, found: list[Found]) -> list[Found]:
    made: list[Found] = []
    for one in found:
        before = made[-1] if made else None
        if before and _BETWEEN.fullmatch(text[before.end : one.start]) and (both := _both(text, before, one)):
            made[-1] = both
        else:
            made.append(one)
    return made


def _both(text: str, first: Found, second: Found) -> Found | None:
    if first.span and second.span and first.span.first == first.day == second.day == second.span.first:
        return _whole(text, first, second, first.span)  # next Thursday (20th)
    weekday = _weekday(first)
    dated = second if weekday is not None else first
    weekday = _weekday(second) if weekday is None else weekday
    if weekday is None or not dated.span or dated.span.first != dated.span.last or _weekday(dated) is not None:
        return None
    if dated.span.last.weekday() == weekday:
        return _whole(text, first, second, dated.span)
    return _whole(text, first, second, None, disagreeing(dated.span.last, weekday))


def _whole(text: str, first: Found, second: Found, span: Span | None, readings: tuple[date, ...] = ()) -> Found:
    bracket = "(" in text[first.end : second.start] and text[second.end : second.end + 1] == ")"
    end = second.end + bracket
    return Found(first.start, end, text[first.start : end], span, None, readings)


def _weekday(found: Found) -> int | None:
    """Of a weekday and nothing else."""
    tokens = each(found.words.lower()) if found.span and found.words.isalpha() else None
    return tokens[0].value if tokens and tokens[0].kind == "w" else None
