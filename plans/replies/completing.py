"""Whether one clause says that an action is done. Precision before recall (DESIGN section 5): every word beside the one
of completion must be known as harmless; else the bot asks.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from plans.replies.asking import asks
from plans.replies.clauses import Clause
from plans.replies.days import backward
from plans.replies.lexicon import DOUBTS, STOPPERS
from plans.replies.marks import Mark

Said = Literal["done", "unsure", "undone", "to_come"]

_HARMLESS = ("done", "fill", "self", "we", "be", "all", "work", "det", "thanks", "attach", "ref")
_JOINS_DATE = frozenset("on in as from by for at of to last this week month dated - w/c".split())
_AHEAD = frozenset({"by", "until", "till", "til", "before", "to"})
_PERIODS = frozenset(
    "last, first, final, weekly, monthly, daily, this week's, last week's, last month's, this month's".split(", ")
)
_SPEAKERS = frozenset({"i", "we", "i've", "we've", "i have", "we have"})
_PEOPLE = frozenset({"i'm", "im", "i am", "we're", "we are"})
_ORDERS = frozenset("close mark tick cross strike please pls plz you can ready happy ok feel".split())
_MOVES_TO = ("det", "all", "self", "we", "date", "ref", "work")
_TAKES = frozenset(
    (
        "the a all our my this you him her them us me staff date whom schedule time standard plan good high budget "
        "spec specification everyone prisoners residents wings hub be"
    ).split()
)


def said(clause: Clause, today: date) -> Said | None:
    """What one clause says of completion; None where it holds no word of it."""
    at = clause.first("done")
    if at is None:
        return None
    before, after = clause.marks[:at], clause.marks[at + 1 :]
    doubts = {
        kind
        for one, mark in enumerate(clause.marks)
        if one < at or mark.text not in _PERIODS
        for kind in doubts_of(mark)
    }
    if doubts <= {"not", "left", "will"} and any("not" in doubts_of(mark) for mark in before):
        return "undone" if not any(mark.is_unknown for mark in before) else "unsure"
    if (doubts and doubts <= {"will", "left"} and any(doubts_of(mark) for mark in before)) or _is_ahead(after, today):
        return "to_come"
    if clause.sign == "?" or doubts or asks(clause):
        return "unsure"
    if _is_order_for_a_day(clause, at) or _is_of_people(clause, at) or _is_of_a_part(after):
        return "unsure"
    return "done" if _is_harmless(before, today) and _tail_is_harmless(after, today) else "unsure"


def _is_order_for_a_day(clause: Clause, at: int) -> bool:
    """Close it Friday: an order to close is a report only where no day is set for it."""
    return clause.marks[at].text.split()[0] in _ORDERS and clause.has("date")


def _is_of_people(clause: Clause, at: int) -> bool:
    """I'm done; finished with engines: no word of the action."""
    before = clause.marks[at - 1].text if at else ""
    after = clause.marks[at + 1 :]
    if before in _PEOPLE and not any(mark.is_a("self", "ref", "work") for mark in after):
        return True
    return (
        bool(after)
        and after[0].text == "with"
        and clause.marks[at].text in ("done", "finished")
        and bool(clause.unknown)
    )


def _is_of_a_part(after: Sequence[Mark]) -> bool:
    """Done the training: what was done is named, and may not be the whole action."""
    words = [mark for mark in after if mark.is_word and not mark.is_a("det", "fill")]
    return bool(words) and words[0].is_a("work") and not any(mark.is_a("tail") for mark in after[:1])


def doubts_of(mark: Mark) -> frozenset[str]:
    return (
        frozenset()
        if mark.is_a("done", "attach") or (mark.is_a("fill", "thanks") and not mark.is_a("irony", "hedge", "part"))
        else mark.kinds & DOUBTS
    )


def _is_harmless(marks: Sequence[Mark], today: date) -> bool:
    """Every word is known; what a preface leads in (following our meeting) may be any words, up to who or what."""
    skipping = False
    for at, mark in enumerate(marks):
        if mark.is_a("preface"):
            skipping = True
        elif skipping and (mark.is_a("self") or mark.text in _SPEAKERS or "confirm" in mark.text):
            skipping = False
        elif not skipping and not _is_known(mark, today, marks[at + 1 :]):
            return False
    return not skipping


def _is_known(mark: Mark, today: date, after: Sequence[Mark] = ()) -> bool:
    if mark.found:
        told = backward(mark.found, today)
        return told.asks is None
    if mark.text in ("complete", "finish") and not mark.is_a("done"):
        return False
    return (
        mark.is_a(*_HARMLESS)
        or not mark.is_word
        or _leads_on(mark, after)
        or (mark.text in _JOINS_DATE and any(one.found for one in after[:3]))
    )


def _leads_on(mark: Mark, after: Sequence[Mark]) -> bool:
    """Mark 5 as done: "as" before the word itself, not before a reason."""
    return mark.text == "as" and not after


def _tail_is_harmless(marks: Sequence[Mark], today: date) -> bool:
    """After the word of completion, "by the regional team" and "at the meeting" say who and where, and may say it in
    any words; "on B wing" says how far."""
    for at, mark in enumerate(marks):
        if mark.is_a("tail") and not (at + 1 < len(marks) and marks[at + 1].is_a("done")):
            rest = marks[at + 1 :]
            return (
                bool(rest)
                and rest[0].text not in STOPPERS
                and not any(doubts_of(one) for one in rest if one.text not in _PERIODS)
                and not to_do(rest)
                and all(_is_known(one, today) for one in rest if one.found)
            )
        if not _is_known(mark, today, marks[at + 1 :]) or (
            mark.text == "to" and not (at + 1 < len(marks) and marks[at + 1].found)
        ):
            return False
    return True


def _is_ahead(after: Sequence[Mark], today: date) -> bool:
    """Done by Friday: a day to come."""
    for at, mark in enumerate(after):
        if mark.found and mark.found.span and mark.found.span.last >= today and at and after[at - 1].text in _AHEAD:
            return True
    return False


def to_do(marks: Sequence[Mark]) -> bool:
    """Signage to fit: "to" and a verb, unless what follows it can only be somebody or something."""
    for at, mark in enumerate(marks):
        if mark.text == "to" and not (
            at + 1 < len(marks) and (marks[at + 1].is_a(*_MOVES_TO) or marks[at + 1].text.split()[0] in _TAKES)
        ):
            return True
    return False
