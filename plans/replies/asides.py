"""What stands round a report and is none: greetings, regrets, a signature, trouble that is past.

"Sorry for the delay" asks for no delay; "held up by vetting, but this is complete" is not blocked. Trouble is past only
where it is told before a completion, and the completion is not of the trouble ("delay with vetting, sorted now").
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plans.replies.clauses import Clause
from plans.replies.completing import said
from plans.replies.extent import is_named
from plans.replies.marks import Mark

_COURTEOUS = ("sorry for", "sorry about", "apologies for", "apols for", "thanks to", "thanks for", "with thanks to")
_REGRETS = ("sorry", "apolog", "should have", "should've", "meant to", "forgot")
_THANKING = ("with thanks to", "thanks to", "thank you to", "credit to", "all credit to")
_SAYS = ("done", "undone", "date", "will", "stop", "wait", "else", "remind", "if")
_ANSWERED = frozenset(
    "said say told tell replied reply answered answer updated update responded respond mentioned logged know".split()
)
_GREETINGS = frozenset({"dear", "hi", "hello", "morning", "afternoon", "evening", "fao", "hiya"})
_OFFICES = frozenset(
    "manager governor head hub lead coordinator director officer deputy administrator liaison cm supervisor".split()
)
_WHY = (
    "why ", "not sure why", "no idea why", "don't know why", "dont know why", "this should", "it should",
    "that should", "should not", "shouldn't", "shouldnt",
)  # fmt: skip
_SHOWN = frozenset("showing getting chased chasing asked list open here reminder reminders popping still".split())
_SMALL = frozenset("of the and for &".split())
_TROUBLE = ("stop", "wait", "later", "more", "left")
_SETTLED = frozenset(
    {"sorted", "resolved", "sorted out", "dealt with", "rectified", "taken care of", "sorted it", "squared away"}
)
_PRESENT = frozenset("is are still now need needs want wants remains remaining outstanding ongoing".split())
_PAST = frozenset("was were had did been got took".split())
_HINDRANCES = frozenset(
    "delay delays delayed wait hold hold-up holdup slippage slipped struggled trouble problem problems issue "
    "issues late"
    "overdue behind".split()
)
_HELD = ("held up", "held back", "stuck", "blocked", "delayed", "stalled", "late", "after")


def without_asides(clauses: Sequence[Clause], today: date) -> tuple[Clause, ...]:
    """The clauses that report; all of them where none would be left."""
    kept = [one for at, one in enumerate(clauses) if not (_is_courteous(one) or _is_greeting(clauses, at))]
    done = next((at for at, clause in enumerate(kept) if said(clause, today) == "done"), None)
    if done is not None:
        kept = [one for one in kept if not _is_complaint(one)]
        done = next(at for at, clause in enumerate(kept) if said(clause, today) == "done")
        if _is_signature(kept[-1]) and len(kept) > done + 1:
            kept.pop()
        if any(_is_of_the_action(clause) for clause in kept if said(clause, today) == "done"):
            kept = _without_past_trouble(kept, done, today)
    return tuple(kept) or tuple(clauses)


def _without_past_trouble(clauses: Sequence[Clause], done: int, today: date) -> list[Clause]:
    """What turns from it ("but we have completed this") turns from nothing else."""
    kept: list[Clause] = []
    for at, clause in enumerate(clauses):
        if at > done or not _is_past_trouble(clause, today):
            past = 0 < at <= done and _is_past_trouble(clauses[at - 1], today)
            kept.append(replace(clause, opened=".") if past else clause)
    return kept


def _is_courteous(clause: Clause) -> bool:
    """Sorry for the delay; sorry I never said. "Sorry we haven't" is no courtesy."""
    if clause.words.startswith(_THANKING) and not clause.has("done", "undone", "not", "will", "left", "later", "more"):
        return True
    if clause.has(*_SAYS):
        return False
    if clause.words.startswith(_REGRETS) and not _ANSWERED.isdisjoint(clause.words.split()):
        return True
    return clause.words.startswith(_COURTEOUS) and not clause.has("not")


def _is_greeting(clauses: Sequence[Clause], at: int) -> bool:
    """Dear coordinator; Healthcare: we have completed this. "B wing: done" is no greeting."""
    clause = clauses[at]
    if at or len(clauses) == 1 or any(mark.is_a("done", "piece", "not", "shift") for mark in clause.marks):
        return False
    if _is_label(clause):
        return True
    if clause.marks[0].text in _GREETINGS and clause.sign in (",", "\n", ""):
        return len(clause.marks) < 6
    speaks = clauses[1].marks[0].is_a("we") and any(mark.is_a("self") for mark in clauses[1].marks)
    return clause.sign == ":" and len(clause.marks) < 6 and (speaks or _says_this(clauses[1]))


def _says_this(clause: Clause) -> bool:
    """We have completed this: the words are one."""
    return clause.marks[0].is_a("we") and any(mark.text.endswith((" this", " it")) for mark in clause.marks)


def _is_complaint(clause: Clause) -> bool:
    """Not sure why this is still showing; this should not be on here; why am I still getting this?"""
    words = frozenset(clause.words.split())
    return not clause.has("done", "date") and clause.words.startswith(_WHY) and not _SHOWN.isdisjoint(words)


def _is_label(clause: Clause) -> bool:
    """Update 03/02: whatever stands before the colon heads what is told."""
    return clause.sign == ":" and clause.has("fill") and all(mark.is_a("fill", "date", "self") for mark in clause.marks)


def _is_signature(clause: Clause) -> bool:
    """A post by itself, below: Custodial Manager. "B Wing" is none."""
    words = [mark for mark in clause.marks if mark.is_word]
    held = any(mark.text.removesuffix("s") in _OFFICES for mark in words)
    proper = all(mark.capital or mark.text in _SMALL for mark in words)
    return clause.opened in (".", "!", "\n", ",", "-") and held and proper and len(words) < 7


def _is_of_the_action(clause: Clause) -> bool:
    """Completed; this is sorted. "Sorted" by itself may be said of the trouble."""
    at = clause.first("done")
    if at is None:
        return False
    return clause.marks[at].text not in _SETTLED or is_named(clause.marks)


def _is_past_trouble(clause: Clause, today: date) -> bool:
    """Was stuck with procurement; bit of a delay with vetting; late. Not what is so still, nor what asks for "
    "a day."""
    marks = clause.marks
    if said(clause, today) or not (clause.has(*_TROUBLE) or not _HINDRANCES.isdisjoint(clause.words.split())):
        return False
    marks = tuple(mark for mark in marks if mark.text not in _HINDRANCES) or marks
    if (
        replace(clause, marks=marks).has("not", "if", "will", "hedge", "heard", "irony", "ask", "ref", "remind")
        or clause.sign == "?"
    ):
        return False
    present = _PRESENT - {"is", "are"} if clause.marks[-1].text in _HINDRANCES else _PRESENT
    if not present.isdisjoint(clause.words.split()) or any(_is_ahead(mark, today) for mark in marks):
        return False
    if clause.has("more"):  # late, sorry: of the answer or the action, where nothing else is named
        return not any((mark.is_unknown and mark.text != "know") or mark.is_a("attach", "work") for mark in marks)
    told = any(not _PAST.isdisjoint(mark.text.split()) for mark in marks)
    return told or marks[0].text.startswith(_HELD) or not _HINDRANCES.isdisjoint(clause.words.split()[:6])


def _is_ahead(mark: Mark, today: date) -> bool:
    return mark.found is not None and (mark.found.span is None or mark.found.span.last >= today)
