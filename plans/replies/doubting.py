"""Whether other clauses on an action make its completion doubtful.

A doubt anywhere about the action beats a completion; what is merely unknown is a remark (DESIGN section 5).
"""

from collections.abc import Sequence
from datetime import date

from plans.replies.asking import asks, is_benign
from plans.replies.clauses import Clause
from plans.replies.completing import doubts_in, doubts_of, said
from plans.replies.days import backward
from plans.replies.extent import NOUNS, is_named, to_do
from plans.replies.following import is_what_follows
from plans.replies.lexicon.places import DIVISIONS
from plans.replies.telling import tells

_DONE_BEFORE = frozenset({"addressed", "fixed", "submitted", "submitted to"})
_BUTS = frozenset({"but", "however", "though", "although"})
_INFORMED = frozenset({"told", "informed", "notified", "advised", "read"})
_AUDIENCE = frozenset(
    "staff men women prisoners residents officers everyone everybody families visitors unions managers teams".split()
) | {"all staff", "all prisoners", "all residents"}
_WENT = frozenset({"stayed", "came", "went", "managed"})
_SETTLED = frozenset({"cleared", "gone", "fixed", "solved", "rectified", "resolved", "settled", "eliminated"})
_BEGUN = frozenset({"started", "begun", "commenced"})
_BEHIND = frozenset("did was were came went got".split())
_STOPS = frozenset({".", "!", "\n", "..."})
_SET_BESIDE = frozenset("on in at for by with from under and or".split())


def doubted(group: Sequence[Clause], today: date) -> bool:
    """Does any clause about the action hold what makes its completion doubtful?"""
    done = [at for at, clause in enumerate(group) if said(clause, today) == "done"]
    first = done[0] if done else len(group)
    plainly = any(_stands_alone(group[at], at) for at in done)
    by_name = any(mark.is_a("self") and mark.text.split()[-1] in NOUNS for at in done for mark in group[at].marks)
    return any(
        _is_doubtful(group, at, today, after=at > first, plainly=plainly, by_name=by_name)
        for at in range(len(group))
        if at not in done
    )


def _stands_alone(clause: Clause, at: int) -> bool:
    """Done, in a sentence of its own, or of the action by its name: not "interviews held, sorted"."""
    return at == 0 or clause.opened in _STOPS or is_named(clause.marks)


def _is_doubtful(group: Sequence[Clause], at: int, today: date, *, after: bool, plainly: bool, by_name: bool) -> bool:
    clause = group[at]
    if asks(clause):
        return not is_benign(clause)
    if _turns(group, at, today):
        return True
    match said(clause, today):
        case "thing":
            everything = clause.marks[0].text == "everything"
            return not plainly or (after and clause.opened not in _STOPS and not everything)
        case "unsure" | "undone" | "to_come":
            return not (plainly and _is_the_last_of_it(clause))
    if _is_sending(clause) or is_what_follows(clause, today):
        return False
    if doubts_in(clause, len(clause.marks), today) - _spared(clause) or clause.has("stop", "wait", "undone"):
        return True
    if (to_do(clause.marks) or _would_do(clause) or clause.has("later", "more")) and not _has_happened(clause):
        return True
    if _goes_on(clause, by_name=by_name) and not _is_past(clause, today):
        return True
    if _names_day_ahead(clause, today):
        return True
    if clause.opened in ("and", "&") and at and said(group[at - 1], today) is None and tells(group[at - 1]):
        return False  # it took us months and two business cases
    return (
        _is_fragment(clause, group[at + 1 : at + 2])
        if after
        else (not by_name and _leads_astray(clause, group[at + 1 : at + 2]))
    )


def _is_the_last_of_it(clause: Clause) -> bool:
    """The last bit was done on Friday: what was last is behind."""
    last = [mark for mark in clause.marks if mark.is_a("piece", "left")]
    behind = clause.has("done") or not _BEHIND.isdisjoint(clause.words.split())
    others = [mark for mark in clause.marks if mark not in last and doubts_of(mark)]
    return bool(last) and behind and not others and all(mark.text.split()[0] in ("last", "final") for mark in last)


def _goes_on(clause: Clause, *, by_name: bool) -> bool:
    """Under way. All started; posts filled and started, action complete: it is behind."""
    begun = _BEGUN if by_name or clause.has("all") else frozenset[str]()
    return any(mark.is_a("going") and not mark.is_a("fill") and mark.text not in begun for mark in clause.marks)


def _would_do(clause: Clause) -> bool:
    """To fix, a fix: still to come. Fixed and submitted: behind."""
    return any(mark.is_a("do") and mark.text not in _DONE_BEFORE for mark in clause.marks)


def _turns(group: Sequence[Clause], at: int, today: date) -> bool:
    """Done but …: whatever follows. "It took months but we got there" turns another sentence."""
    if at and group[at - 1].marks[0].text == "not only":
        return False  # not only done but checked
    return group[at].opened in _BUTS and (at == 0 or said(group[at - 1], today) is not None)


def _is_sentence(clause: Clause) -> bool:
    """Completed. The wing managers have the rota: what a sentence of its own tells of, it does not hold back."""
    words = [mark for mark in clause.marks if mark.is_word]
    opens = clause.opened in _STOPS | {"and"} or (clause.opened == ":" and words[:1] and words[0].is_a("all"))
    return bool(opens) and len(words) > 3 and words[0].text not in _SET_BESIDE


def _spared(clause: Clause) -> set[str]:
    """A sentence of its own holds no part back; a backlog that is cleared is no longer left."""
    spared = {"piece"} if _is_sentence(clause) or _is_where(clause) else set[str]()
    if _tells_others(clause):
        spared = spared | {"heard"}
    if _has_happened(clause):
        spared = spared | {"left"}
    if _is_the_last_of_it(clause):
        spared = spared | {"left", "piece"}
    return spared | {"left"} if any(mark.text in _SETTLED for mark in clause.marks) else spared


def _is_where(clause: Clause) -> bool:
    """Handed back to the wing: where a deed was done, not how far."""
    deed = clause.first("deed")
    pieces = [at for at, mark in enumerate(clause.marks) if mark.is_a("piece")]
    return (
        deed is not None
        and bool(pieces)
        and pieces[0] > deed
        and all(clause.marks[at].text in DIVISIONS and clause.marks[at - 1].text in ("the", "our") for at in pieces)
    )


def _tells_others(clause: Clause) -> bool:
    """Prisoners told by letter: they heard it, and we do not have it from them."""
    heard = [at for at, mark in enumerate(clause.marks) if mark.is_a("heard")]
    return bool(heard) and all(
        clause.marks[at].text.split()[-1] in _INFORMED
        and any(mark.text in _AUDIENCE for mark in clause.marks[max(0, at - 3) : at])
        and not clause.has("self", "ask")
        for at in heard
    )


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
    if not clause.unknown or tells(clause) or (_is_sentence(clause) and clause.opened in _STOPS):
        return False
    if any(one.opened in ("and", "&") and tells(one) for one in following):
        return False
    words = [mark for mark in clause.marks if mark.is_word]
    return clause.opened != "\n" or len(words) > 4 or not all(mark.capital for mark in clause.unknown)


def _leads_astray(clause: Clause, following: Sequence[Clause]) -> bool:
    """Words before the completion: "showers, done" is part of it; a sentence of its own, or a deed, is not."""
    if not clause.unknown or clause.marks[0].is_a("preface"):
        return False
    if not clause.has("piece") and any(one.opened in ("and", "&") and tells(one) for one in following):
        return False  # healthcare and ourselves agreed it
    words = [mark for mark in clause.marks if mark.is_word]
    return (clause.has("piece") and not _is_where(clause)) or not (tells(clause) or len(words) > 3)
