"""The day that a reply states for its completion: of the completing clause, else the only one told of."""

from collections.abc import Sequence
from datetime import date

from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.completing import said
from plans.replies.days import backward
from plans.replies.marks import Mark

_LENGTHS = ("days", "weeks", "months", "years", "hours", "fortnight")
_BOUNDS = ("before ", "since ", "prior to ", "ahead of ")


def stated_day(group: Sequence[Clause], today: date) -> Mark | None:
    """The day that the words give for it: the one in the completing clause, else the only one told of. The day of a
    meeting that a preface names is another matter."""
    own = [mark for clause in group if said(clause, today) == "done" for mark in _days(clause, today)]
    days = own or [mark for clause in group if not asks(clause) for mark in _days(clause, today)]
    return days[0] if days and len({backward(mark.found, today).day for mark in days if mark.found}) == 1 else None


def _days(clause: Clause, today: date) -> list[Mark]:
    return [] if clause.has("preface") else [mark for mark in clause.marks if _is_day(mark, today)]


def _is_day(mark: Mark, today: date) -> bool:
    """A length of time ("took us nine months") is none, and "before Christmas" names no day."""
    if mark.found is None or mark.text.endswith(_LENGTHS) or mark.text.startswith(_BOUNDS):
        return False
    return backward(mark.found, today).day is not None
