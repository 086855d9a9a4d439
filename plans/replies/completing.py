"""Whether one clause says that an action is done (DESIGN section 5: precision before recall).

A clear word of completion said of the action itself, without a mark of doubt, completes it; words that are merely
unknown are remarks. Doubt comes from marks, and from a subject or an object that may be a part of the work.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.days import backward
from plans.replies.extent import LEADING_ON, TIMES, ends_well, is_of_a_thing, is_of_the_whole
from plans.replies.lexicon import DOUBTS
from plans.replies.marks import Mark

Said = Literal["done", "thing", "unsure", "undone", "to_come"]
"""`thing`: something is done, without a doubt, which may be a part of the action: the survey is finished."""

_AHEAD = frozenset({"by", "until", "till", "til", "before", "to"})
_PERIODS = frozenset(
    "last, first, final, weekly, monthly, daily, this week's, last week's, last month's, this month's".split(", ")
)
_PEOPLE = frozenset({"i'm", "im", "i am", "we're", "we are"})
_ORDERS = frozenset(
    "close mark tick cross strike please pls plz you can ready happy ok okay good fine safe feel i'd we'd".split()
)
_REMAINDERS = frozenset("snag snags snagging backlog gap gaps issue issues problem problems concerns errors".split())
_FAR = timedelta(days=120)
_GONE_BY = frozenset("was were had came went did".split())


def said(clause: Clause, today: date) -> Said | None:
    """What one clause says of completion; None where it holds no word of it."""
    at = clause.first("done")
    if at is None or _describes(clause, at):
        return None
    before, after = clause.marks[:at], clause.marks[at + 1 :]
    doubts = doubts_in(clause, at, today)
    if doubts == {"left"} and _is_the_rest(clause, at):
        return "thing"
    if doubts <= {"not", "left", "will"} and any("not" in doubts_of(mark) for mark in before):
        return "undone" if not any(mark.is_unknown for mark in before) else "unsure"
    if (doubts and doubts <= {"will", "left"} and any(doubts_of(mark) for mark in before)) or _is_ahead(after, today):
        return "to_come"
    if clause.sign == "?" or doubts or asks(clause):
        return "unsure"
    if _is_order_for_a_day(clause, at) or _is_of_people(clause, at) or not _is_gone_by(clause, today):
        return "unsure"
    if is_of_the_whole(before, clause.marks[at], after) and ends_well(after):
        return "done"
    return "thing" if is_of_a_thing(before, after) else "unsure"


def _is_the_rest(clause: Clause, at: int) -> bool:
    """All snagging done; the backlog is closed: what was left is behind."""
    return all(
        mark.text in _REMAINDERS for one, mark in enumerate(clause.marks) if mark.is_a("left") and one < at
    ) and not any(mark.is_a("left") for mark in clause.marks[at + 1 :])


def doubts_in(clause: Clause, at: int, today: date) -> set[str]:
    """The doubts of a clause that completes at `at`: a last meeting is no part, a time gone by no condition."""
    since = next(
        (one for one in range(len(clause.marks)) if _is_past_time(clause.marks, one, today)), len(clause.marks)
    )
    return {
        kind
        for one, mark in enumerate(clause.marks)
        if not (one > at and mark.text in _PERIODS) and one != since
        for kind in doubts_of(mark)
        if one < since or kind != "piece"
    }


def doubts_of(mark: Mark) -> frozenset[str]:
    return (
        frozenset()
        if mark.is_a("done", "attach") or (mark.is_a("fill", "thanks") and not mark.is_a("irony", "hedge", "part"))
        else mark.kinds & DOUBTS
    )


def _is_past_time(marks: Sequence[Mark], at: int, today: date) -> bool:
    """While I was off; when the place was quiet; before Christmas: told, not waited for."""
    if marks[at].text not in TIMES:
        return False
    rest = marks[at + 1 :]
    day = next((mark.found for mark in rest[:2] if mark.found), None)
    if day and day.span:
        return backward(day, today).asks is None
    return any(not _GONE_BY.isdisjoint(mark.text.split()) for mark in rest[1:]) and not any(
        mark.is_a("will", "not") for mark in rest
    )


def _describes(clause: Clause, at: int) -> bool:
    """A complete waste, complete chaos; done with this bot; what's done is done: no word of the action."""
    mark, after = clause.marks[at], clause.marks[at + 1 : at + 2]
    if not after:
        return False
    if mark.text in ("complete", "done") and after[0].is_unknown and after[0].text not in LEADING_ON:
        return mark.text == "complete" and not after[0].text.endswith("ly")
    return mark.text in ("done", "finished") and after[0].text.startswith("with") and _is_tired(clause, at)


def _is_tired(clause: Clause, at: int) -> bool:
    """Done with: of the action itself it reports, of anything else it is a sigh."""
    rest = clause.marks[at + 1 :]
    return any(mark.is_unknown for mark in rest) and not any(mark.is_a("ref", "work", "self") for mark in rest)


def _is_order_for_a_day(clause: Clause, at: int) -> bool:
    """Close it Friday: an order to close is a report only where no day is set for it."""
    return clause.marks[at].text.split()[0] in _ORDERS and clause.has("date")


def _is_of_people(clause: Clause, at: int) -> bool:
    """I'm done: no word of the action."""
    before = clause.marks[at - 1].text if at else ""
    if before in _PEOPLE and any(mark.text.startswith("with") for mark in clause.marks[at + 1 : at + 2]):
        return True
    return before in _PEOPLE and not any(mark.is_a("self", "ref", "work") for mark in clause.marks[at + 1 :])


def _is_gone_by(clause: Clause, today: date) -> bool:
    return all(backward(mark.found, today).asks is None for mark in clause.marks if mark.found)


def _is_ahead(after: Sequence[Mark], today: date) -> bool:
    """Done by Friday: a day to come. Before Christmas, said in January, is the one gone by."""
    for at, mark in enumerate(after):
        if mark.found and mark.found.span and mark.found.span.last >= today and at and after[at - 1].text in _AHEAD:
            far = mark.found.span.last - today > _FAR
            return not (far and backward(mark.found, today).asks is None)
    return False
