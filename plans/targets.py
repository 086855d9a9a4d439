"""What a target-date cell means: when it is due or starts, whether it repeats or stands, what status it states.

Dates themselves are read by plans.dates. A cell that cannot be read says why; it is never guessed."""

import re
from calendar import month_name
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.dates import ImpossibleDay, Span, read


@dataclass(frozen=True, slots=True)
class Target:
    """`precision` is that of the date held (due, else starts). `problem` says why a cell is not understood."""

    printed: str | None
    starts: date | None = None
    due: date | None = None
    precision: str | None = None
    recurrence: str | None = None
    standing: bool = False
    status: str = "not_started"
    problem: str | None = None


_DONE = r"(?:fully\s+)?(?:completed?|done|achieved|implemented|closed|finished|in place|already in place)"
_ONGOING = r"(?:on-?\s?going|continuing|continuous)"
_AND = r"\s*(?:,|/|&|\band\b|[-–]|\()\s*"
_EVERY = {
    "daily": "daily",
    "weekly": "weekly",
    "fortnightly": "fortnightly",
    "monthly": "monthly",
    "bi-monthly": "bi-monthly",
    "bimonthly": "bi-monthly",
    "quarterly": "quarterly",
    "six-monthly": "six-monthly",
    "annually": "yearly",
    "annual": "yearly",
    "yearly": "yearly",
}
_REPEATS = r"(?P<every>" + "|".join(_EVERY) + r")(?:\s+thereafter)?"
_STARTING = (
    r"(?:from|as from|with effect from|commenc(?:e|es|ed|ing)|start(?:s|ing)?|begin(?:s|ning)?)"
    r"(?:\s+(?:in|on|from))?"
)
_UNTIL = r"(?:due(?:\s+by)?|by|before|no later than|not later than|to be completed by|completion by|in)\s+"
_UNDATED = r"(?:tbc|tba|to be (?:confirmed|agreed|advised)|n/?a|not applicable|none|immediate(?:ly)?|-+|–)"
_REVISED = r".*\b(?:revised|extended|amended|changed)(?:\s+(?:to|date))?:?\s+"


_LONGEST_CELL = 200
"""Letters. A date cell holds a phrase; what is longer is running text that strayed into it."""


def read_target(printed: str | None, today: date) -> Target:
    """Read a whole target cell. `today` only serves phrases without a year; published plans print one.

    The rules are DESIGN section 2, "Meanings": a month alone is due on its last calendar day and starts on its first;
    "Completed" is done, "Completed and ongoing" sustained; "X and monthly" is due X, then repeats.
    """
    cell = " ".join((printed or "").split()) or None
    words = (cell or "").lower().strip(" .;:*")
    if not words:
        return Target(cell)
    if len(words) > _LONGEST_CELL:
        return Target(cell, problem=f"“{words[:40]}…” is not a date I can read")
    if re.fullmatch(_UNDATED, words):
        return Target(cell, problem=f"“{cell}” is not a date I can read")
    try:
        return (
            _stated(cell, words, today)
            or _dated(cell, words, today)
            or Target(cell, problem=f"“{cell}” is not a date I can read")
        )
    except ImpossibleDay as impossible:
        nearest = impossible.suggestion
        return Target(cell, problem=f"“{cell}” does not exist; is it {nearest.day} {nearest:%B %Y}?")


def _stated(cell: str | None, words: str, today: date) -> Target | None:
    """A status instead of a date. A deed promised for a day to come is not done: "Completed by March 2025"."""
    if re.fullmatch(rf"{_DONE}{_AND}{_ONGOING}\)?", words):
        return Target(cell, standing=True, status="sustained")
    if re.fullmatch(_DONE, words):
        return Target(cell, status="done")
    if found := re.fullmatch(rf"{_DONE}\s*(?P<by>[-–:,]|\bin\b|\bon\b|\bby\b)?\s*(?P<when>.+)", words):
        span = _span(found["when"], today)
        if span and found["by"] != "by" and span.last <= today:
            return Target(cell, status="done")
        return Target(cell, due=span.last, precision=span.precision) if span else None
    if re.fullmatch(_ONGOING, words):
        return Target(cell, standing=True, status="in_progress")
    if every := re.fullmatch(_REPEATS, words):
        return Target(cell, recurrence=_EVERY[every["every"]], standing=True, status="in_progress")
    return None


def _dated(cell: str | None, words: str, today: date) -> Target | None:
    if found := re.fullmatch(rf"(?P<when>.+?){_AND}{_REPEATS}\)?", words):
        target = _dated(cell, found["when"], today)
        return target and replace(target, recurrence=_EVERY[found["every"]])
    if found := re.fullmatch(rf"(?P<when>.+?){_AND}(?:then\s+)?{_ONGOING}\)?", words):
        target = _dated(cell, found["when"], today)
        return target and replace(target, standing=True)
    if found := re.fullmatch(rf"{_STARTING}\s+(?P<when>.+)", words):
        span = _span(found["when"], today)
        return Target(cell, starts=span.first, precision=span.precision) if span else None
    span = _span(re.sub(_REVISED, "", words), today)
    return Target(cell, due=span.last, precision=span.precision) if span else None


_MONTHS = "|".join(month_name[number][:3].lower() for number in range(1, 13))
_TWO_FIGURES = re.compile(rf"^(?P<month>(?:{_MONTHS})[a-z]*)\.?\s+'?(?P<year>[12]\d)$")
"""In a target column "Dec 22" is a month of 2022: these plans print months, not days of no year."""


def _span(words: str, today: date) -> Span | None:
    """The date in the words, first as they stand, then without what leads up to it or qualifies it in brackets."""
    words = _TWO_FIGURES.sub(r"\g<month> 20\g<year>", words)
    plain = re.sub(rf"^{_UNTIL}", "", re.sub(r"\s*\([^)]*\)?", "", words)).strip(" .,;:")
    try:
        return read(words, today) or (read(plain, today) if plain and plain != words else None)
    except ImpossibleDay:
        raise
    except (ValueError, OverflowError):  # a year that no calendar has
        return None


_MONTH = "|".join(month_name[1:])
_START_IN_TEXT = re.compile(
    rf"\b(?:commencing(?:\s+\w+){{0,2}}?(?:\s+(?:in|on|from))?|from)\s+(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?\b(?!\s+\d)",
    re.IGNORECASE,
)


_LONGEST_RUN = timedelta(days=3 * 366)
"""A text that speaks of March 1999 tells history; no action starts years before it is due."""


def start_in_text(text: str, due: date | None) -> date | None:
    """The first day of the month that the action's own text says it commences in or runs from, if it does.

    A month without a year is the last one before the due date; without a due date nothing is assumed.
    """
    found = _START_IN_TEXT.search(text)
    if not found:
        return None
    month = list(month_name).index(found["month"].capitalize())
    if found["year"]:
        start = date(int(found["year"]), month, 1)
    elif due:
        start = date(due.year if month <= due.month else due.year - 1, month, 1)
    else:
        return None
    return start if due is None or due - _LONGEST_RUN <= start <= due else None
