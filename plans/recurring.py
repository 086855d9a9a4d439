"""When a recurring action falls due next: an answer closes a period and opens the next (DESIGN section 2). Pure."""

from datetime import date, timedelta

from plans.policy.days import months_after

_DAYS = {"daily": 1, "weekly": 7, "fortnightly": 14}
_MONTHS = {"monthly": 1, "bi-monthly": 2, "quarterly": 3, "six-monthly": 6, "yearly": 12}
_LONGEST_MONTH = 31


def next_due(due: date, recurrence: str, first: date | None = None) -> date:
    """The date after `due`, of a series that was first promised for `first`.

    The last day of a month stays the last; the 30th is the 28th in February and the 30th again in March.
    """
    if recurrence in _DAYS:
        return due + timedelta(days=_DAYS[recurrence])
    following = months_after(due, _MONTHS[recurrence])
    return following.replace(day=min(_day(due, first or due), _last(following)))


def _day(due: date, first: date) -> int:
    if due.day != _last(due):
        return due.day
    is_cut_short = first.day != _last(first) and first.day >= due.day
    return first.day if is_cut_short else _LONGEST_MONTH


def _last(day: date) -> int:
    """The last day of its month."""
    return (months_after(day.replace(day=1), 1) - timedelta(days=1)).day
