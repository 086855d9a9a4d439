"""Whether other clauses on an action make its completion doubtful, and the day that they state for it.

A doubt anywhere about the action beats a completion (DESIGN section 5: precision before recall).
"""

from collections.abc import Sequence
from datetime import date

from plans.replies.asking import asks, is_benign
from plans.replies.clauses import Clause
from plans.replies.completing import doubts_of, said, to_do
from plans.replies.days import backward
from plans.replies.marks import Mark

_LATER_MEETINGS = frozenset("review meeting check audit inspection visit forum next reviewed reviewing".split())
_TELLING = ("deed", "attach", "work", "thanks", "all", "be", "send")
_BUTS = frozenset({"but", "however", "though", "although"})


def doubted(group: Sequence[Clause], today: date) -> bool:
    """Does any clause about the action hold what makes its completion doubtful?"""
    first = next((at for at, clause in enumerate(group) if said(clause, today) == "done"), len(group))
    return any(
        _is_doubtful(group, at, today, after=at > first) for at in range(len(group)) if said(group[at], today) != "done"
    )


def _is_doubtful(group: Sequence[Clause], at: int, today: date, *, after: bool) -> bool:
    clause = group[at]
    if asks(clause):
        return not is_benign(clause)
    if said(clause, today) is not None:
        return True
    if clause.opened in _BUTS:
        return True
    if _is_sending(clause):
        return False
    spared = {"piece"} if _is_sentence(clause) else set()
    if (
        any(doubts_of(mark) - spared for mark in clause.marks)
        or to_do(clause.marks)
        or clause.has("stop", "wait", "later", "more", "undone", "do")
    ):
        return True
    if clause.has("going") and not _is_past(clause, today):
        return True
    if _names_day_ahead(clause, today) and not any(mark.text in _LATER_MEETINGS for mark in clause.marks):
        return True
    return _is_fragment(clause, group[at + 1 : at + 2]) if after else _leads_astray(clause)


def _is_sentence(clause: Clause) -> bool:
    """Completed. The wing managers have the rota: what a sentence of its own tells of, it does not hold back."""
    return clause.opened in (".", "!", "\n", "and") and sum(mark.is_word for mark in clause.marks) > 3


def _is_sending(clause: Clause) -> bool:
    """Will forward the minutes tomorrow: what is to come is the evidence."""
    sends = clause.first("send")
    return (
        sends is not None
        and clause.has("will")
        and not clause.has("not", "if", "part", "but", "heard", "irony", "done")
    )


def _is_past(clause: Clause, today: date) -> bool:
    return any(mark.found and backward(mark.found, today).asks is None for mark in clause.marks)


def _names_day_ahead(clause: Clause, today: date) -> bool:
    return any(mark.found is not None and backward(mark.found, today).asks is not None for mark in clause.marks)


def _is_fragment(clause: Clause, following: Sequence[Clause]) -> bool:
    """Done - B wing; done, in an ideal world: words set beside it may say how far, or mock. A remark tells of a deed,
    of what is or of a paper; a name stands on a line of its own."""
    if not clause.unknown or clause.has(*_TELLING) or any(mark.text.endswith("ed") for mark in clause.marks):
        return False
    if any(one.opened in ("and", "&") and one.has(*_TELLING) for one in following):
        return False
    words = [mark for mark in clause.marks if mark.is_word]
    return clause.opened != "\n" or len(words) > 4 or not all(mark.capital for mark in clause.unknown)


def _leads_astray(clause: Clause) -> bool:
    """Words before the completion: "showers, done" is part of it; a sentence of its own, or a deed, is not."""
    if not clause.unknown or clause.marks[0].is_a("preface"):
        return False
    words = [mark for mark in clause.marks if mark.is_word]
    return clause.has("piece") or not (clause.has("deed") or (len(words) > 3 and clause.sign in (".", "!", "\n")))


def stated_day(group: Sequence[Clause], today: date) -> Mark | None:
    """The day that the words give for it: the one in the completing clause, else the only one told of. The day of a
    meeting that a preface names is another matter."""
    own = [mark for clause in group if said(clause, today) == "done" for mark in _days(clause, today)]
    days = own or [mark for clause in group if not asks(clause) for mark in _days(clause, today)]
    return days[0] if days and len({backward(mark.found, today).day for mark in days if mark.found}) == 1 else None


def _days(clause: Clause, today: date) -> list[Mark]:
    return [] if clause.has("preface") else [mark for mark in clause.marks if _is_day(mark, today)]


def _is_day(mark: Mark, today: date) -> bool:
    return mark.found is not None and backward(mark.found, today).day is not None
