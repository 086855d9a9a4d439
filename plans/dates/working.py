"""Working days of England and Wales: in 5 working days, the last working day of March, 5 working days after Easter."""

from datetime import date

from plans.calendar import first_working_day, last_working_day, next_working_day, working_day_after
from plans.dates.phrases import When, Words, one_day
from plans.dates.spans import DAY, Span

_LONGEST = 260
"""Working days: a year of them. Nobody counts more."""


def counted_working(words: Words, when: When) -> Span | None:
    """In 5 working days, 5 working days from now, 5 working days ago, working days alone."""
    count = next((word.value for word in words if word.kind == "n"), 1)
    if not _are_days(words) or count > _LONGEST:
        return None
    back = words[-1].kind == "g" or (when.past and words[0].kind == "n" and len(words) == 3)
    return one_day(working_days_from(when.today, -count if back else count))


def working_days_from(start: date, count: int) -> date:
    if count >= 0:
        return working_day_after(start, count)
    for _ in range(-count):
        start = last_working_day(start - DAY)
    return start


def next_working(words: Words, when: When) -> Span | None:
    """The next working day; the last one; the next 5 working days."""
    which = words[0].value
    if not _are_days(words) or not which:
        return None
    if len(words) == 3:
        return one_day(working_days_from(when.today, which))
    other = working_days_from(when.today, which * min(words[1].value, _LONGEST))
    return Span(min(when.today, other), max(when.today, other), "part")


def nth_working(whole: Span, nth: int) -> Span | None:
    """The first working day of March, or with -1 the last."""
    if nth < 0:
        day = last_working_day(whole.last)
    else:
        day = first_working_day(whole.first)
        day = working_day_after(day, nth - 1) if nth <= 31 else whole.last + DAY
    return Span(day, day, "day", whole.assumed) if whole.first <= day <= whole.last else None


def first_after(day: date) -> date:
    return next_working_day(day)


def _are_days(words: Words) -> bool:
    return next(word for word in words if word.kind == "u").word in ("day", "days", "days'")
