"""Months, quarters, halves, seasons and financial years, which lack their year as often as not."""

from plans.dates.phrases import When, Words, nearest
from plans.dates.spans import Span, around, financial_year, months, part
from plans.dates.words import SHORT_PARTS, unit


def month(words: Words, when: When) -> Span | None:
    """March; last March is the one just gone."""
    past = when.past or (words[0].kind == "x" and words[0].value < 0)
    number = words[-1].value
    return nearest(lambda year: months(year, number, 1, "month"), When(when.today, past))


def month_end(words: Words, when: When) -> Span | None:
    """Feb end."""
    whole = month(words[:1], when)
    return part(whole, "end") if whole and words[1].word == "end" else None


def quarter(words: Words, when: When) -> Span | None:
    """Calendar quarters, unless financial is said or the year is written 2024/25."""
    number = next((word.value for word in words if word.kind in "qon"), 0)
    financial = any(word.kind in "fF" for word in words)
    year = next((word.value for word in words if word.kind in "yF"), None)
    if not 1 <= number <= 4:
        return None

    def in_year(of: int) -> Span:
        return months(of, 3 * number - 2 + (3 if financial else 0), 3, "quarter")

    span = in_year(year) if year is not None else nearest(in_year, when)
    return span if financial else span.assuming("calendar quarter")


def halves(words: Words, when: When) -> Span | None:
    """H1 2026: January to June; of 2025/26, April to September."""
    number = next(word.value for word in words if word.kind == "H")
    year = next((word for word in words if word.kind in "yF"), None)

    def in_year(of: int) -> Span:
        return months(of, 6 * number - 5 + (3 if year and year.kind == "F" else 0), 6, "part")

    span = in_year(year.value) if year else nearest(in_year, when)
    return span if year and year.kind == "F" else span.assuming("calendar year")


def season(words: Words, when: When) -> Span | None:
    """Spring is March to May, and so on; winter 2024 ends in February 2025; last autumn is the one just gone."""
    when = When(when.today, when.past or (words[0].kind == "x" and words[0].value < 0))
    number = next(word.value for word in words if word.kind == "s")
    year = next((word.value for word in words if word.kind in "yF"), None)

    def in_year(of: int) -> Span:
        return months(of, number, 3, "season")

    return (in_year(year) if year is not None else nearest(in_year, when)).assuming("season")


def financial(words: Words, when: When) -> Span:
    """2024/25, the financial year 2024/25, this financial year."""
    named = next((word.value for word in words if word.kind == "F"), None)
    if named is not None:
        return financial_year(named)
    which = words[0].value if words[0].kind == "x" else 0
    return financial_year(when.today.year - (when.today.month < 4) + which)


def year_end(words: Words, when: When) -> Span | None:
    """Financial year end."""
    return part(financial(words[:2], when), "end") if words[2].word == "end" else None


def short(words: Words, when: When) -> Span | None:
    length = unit(SHORT_PARTS[words[0].word])
    return part(around(when.today, length), "end") if length else None
