"""A weekday beside its date, which a bracket or a comma parts: 21 February (Friday). They are one, and must agree."""

import re

from plans.dates.found import Found
from plans.dates.spans import disagreeing
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
    weekday = _weekday(first)
    dated = second if weekday is not None else first
    weekday = _weekday(second) if weekday is None else weekday
    if weekday is None or not dated.span or dated.span.first != dated.span.last or _weekday(dated) is not None:
        return None
    bracket = "(" in text[first.end : second.start] and text[second.end : second.end + 1] == ")"
    end = second.end + bracket
    whole = text[first.start : end]
    if dated.span.last.weekday() == weekday:
        return Found(first.start, end, whole, dated.span)
    return Found(first.start, end, whole, readings=disagreeing(dated.span.last, weekday))


def _weekday(found: Found) -> int | None:
    """Of a weekday and nothing else."""
    tokens = each(found.words.lower()) if found.span and found.words.isalpha() else None
    return tokens[0].value if tokens and tokens[0].kind == "w" else None
