"""Whether other clauses on an action make its completion doubtful, and the day that they state for it.

A doubt anywhere about the action beats a completion; what is merely unknown is a remark (DESIGN section 5).
"""

from collections.abc import Sequence
from datetime import date

from plans.replies.asking import asks, is_benign
from plans.replies.clauses import Clause
from plans.replies.completing import doubts_in, said
from plans.replies.days import backward
from plans.replies.extent import to_do
from plans.replies.marks import Mark

_LATER_MEETINGS = frozenset("review meeting check audit inspection visit forum next reviewed reviewing".split())
_TELLING = ("deed", "attach", "work", "thanks", "all", "be", "send")
_BUTS = frozenset({"but", "however", "though", "although"})
_WENT = frozenset({"stayed", "came", "went", "managed"})
_SETTLED = frozenset({"cleared", "gone", "fixed", "solved", "rectified", "resolved", "settled", "eliminated"})
_ABOUT = frozenset("the my our she he they it it's there's".split())
_REGRETS = ("what a", "sorry", "apolog", "thank", "should", "meant", "forgot", "my apolog")
_LENGTHS = ("days", "weeks", "months", "years", "hours", "fortnight")
_STOPS = frozenset({".", "!", "\n", "..."})
_SET_BESIDE = frozenset("on in at for by with from under and or".split())
_TOLD = frozenset(
    (
        "like likes love loves use uses know knows works runs sits lives gets goes took came gave made stayed "
        "wrote ran spent built kept found stood went got did saw handed helped fitted"
    ).split()
)


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
    if said(clause, today) is not None or _turns(group, at, today):
        return True
    if _is_sending(clause):
        return False
    if doubts_in(clause, len(clause.marks), today) - _spared(clause) or clause.has("stop", "wait", "undone"):
        return True
    if (to_do(clause.marks) or clause.has("do", "later", "more")) and not _has_happened(clause):
        return True
    if any(mark.is_a("going") and not mark.is_a("fill") for mark in clause.marks) and not _is_past(clause, today):
        return True
    if _names_day_ahead(clause, today) and not any(mark.text in _LATER_MEETINGS for mark in clause.marks):
        return True
    if clause.opened in ("and", "&") and at and said(group[at - 1], today) is None and _tells(group[at - 1]):
        return False  # it took us months and two business cases
    return _is_fragment(clause, group[at + 1 : at + 2]) if after else _leads_astray(clause)


def _turns(group: Sequence[Clause], at: int, today: date) -> bool:
    """Done but …: whatever follows. "It took months but we got there" turns another sentence."""
    return group[at].opened in _BUTS and (at == 0 or said(group[at - 1], today) is not None)


def _is_sentence(clause: Clause) -> bool:
    """Completed. The wing managers have the rota: what a sentence of its own tells of, it does not hold back."""
    words = [mark for mark in clause.marks if mark.is_word]
    opens = clause.opened in _STOPS | {"and"} or (clause.opened == ":" and words[:1] and words[0].is_a("all"))
    return bool(opens) and len(words) > 3 and words[0].text not in _SET_BESIDE


def _spared(clause: Clause) -> set[str]:
    """A sentence of its own holds no part back; a backlog that is cleared is no longer left."""
    spared = {"piece"} if _is_sentence(clause) else set[str]()
    if _has_happened(clause):
        spared = spared | {"left"}
    return spared | {"left"} if any(mark.text in _SETTLED for mark in clause.marks) else spared


def _has_happened(clause: Clause) -> bool:
    """We stayed back to do it: nothing is left to do."""
    return any(mark.text in _WENT for mark in clause.marks)


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
    """Done - B wing; done, in an ideal world: words set beside it may say how far, or mock. A remark is a sentence, or
    tells of a deed, of what is or of a paper; a name stands on a line of its own."""
    if not clause.unknown or _tells(clause) or (_is_sentence(clause) and clause.opened in _STOPS):
        return False
    if any(one.opened in ("and", "&") and _tells(one) for one in following):
        return False
    words = [mark for mark in clause.marks if mark.is_word]
    return clause.opened != "\n" or len(words) > 4 or not all(mark.capital for mark in clause.unknown)


def _tells(clause: Clause) -> bool:
    if clause.has(*_TELLING):
        return True
    words = [mark.text for mark in clause.marks if mark.is_unknown or mark.is_a("going")]
    if clause.marks[0].text in _ABOUT and sum(mark.is_word for mark in clause.marks) > 4:
        return True
    if clause.marks[0].text.startswith(_REGRETS):
        return True
    return any(word.endswith("ed") or word in _TOLD or (word.endswith("'s") and len(words) > 1) for word in words)


def _leads_astray(clause: Clause) -> bool:
    """Words before the completion: "showers, done" is part of it; a sentence of its own, or a deed, is not."""
    if not clause.unknown or clause.marks[0].is_a("preface"):
        return False
    words = [mark for mark in clause.marks if mark.is_word]
    return clause.has("piece") or not (_tells(clause) or len(words) > 3)


def stated_day(group: Sequence[Clause], today: date) -> Mark | None:
    """The day that the words give for it: the one in the completing clause, else the only one told of. The day of a
    meeting that a preface names is another matter."""
    own = [mark for clause in group if said(clause, today) == "done" for mark in _days(clause, today)]
    days = own or [mark for clause in group if not asks(clause) for mark in _days(clause, today)]
    return days[0] if days and len({backward(mark.found, today).day for mark in days if mark.found}) == 1 else None


def _days(clause: Clause, today: date) -> list[Mark]:
    return [] if clause.has("preface") else [mark for mark in clause.marks if _is_day(mark, today)]


def _is_day(mark: Mark, today: date) -> bool:
    """A length of time ("took us nine months") is none."""
    if mark.found is None or mark.text.endswith(_LENGTHS):
        return False
    return backward(mark.found, today).day is not None
