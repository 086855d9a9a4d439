"""Whether a clause asks for more time for the action: not for a meeting, not as told of another day, not declined.

What is asked for is read back and its reason asked before it goes anywhere; what is only spoken of asks for nothing.
"""

from collections.abc import Sequence

from plans.replies.clauses import Clause
from plans.replies.marks import Mark

MAY = frozenset(
    (
        "may, might, could, may be, might be, could be, possibly, maybe, perhaps, not sure, unsure, don't know, "
        "dont know, wonder, i thought, thought, we thought, assumed, i assumed, believed, wish"
    ).split(", ")
)
CONDITIONS = frozenset(
    (
        "if, unless, depending, depending on, depends, depends on, in case, provided, provided that, whether, "
        "assuming, even if, or, either, otherwise"
    ).split(", ")
)
_EVENTS = frozenset(
    (
        "meeting meetings forum interviews interview visit inspection session sessions course training board call "
        "review audit event workshop conference delivery survey appointment induction briefing quote contract "
        "funding visits exercise"
    ).split()
)
_NEEDS = frozenset(
    (
        "need needs needed require requires want wants wanted ask asking asked request requests requesting requested"
    ).split()
)
_GOT = frozenset(
    (
        "had, got, already, granted, given, refused, agreed, last time, previous, previously, was, were, gave, "
        "received, approved"
    ).split(", ")
)
_FOLLOWING = frozenset("for of to on with and in at by from than here again say until till".split())
_PLAIN = (
    "fill",
    "thanks",
    "self",
    "we",
    "be",
    "will",
    "may_we",
    "left",
    "hedge",
    "shift",
    "det",
    "not",
    "more",
    "later",
    "ref",
    "do",
    "undone",
    "going",
    "all",
    "why",
    "date",
    "but",
    "send",
    "done",
    "part",
    "piece",
    "stop",
    "wait",
)
_SETTLED = frozenset({"extended", "postponed", "deferred", "rescheduled", "pushed back", "moved back"})
_TRIFLES = frozenset({"to", "for", "by", "be", "now", "into", "make"})


def wants(clause: Clause) -> bool | None:
    """True: more time is asked for. False: it is spoken of, and not asked for. None: not spoken of."""
    strong = clause.first("later", "more")
    at = _shift_to_day(clause) if strong is None else strong
    if at is None:
        return None
    before, after = clause.marks[:at], clause.marks[at + 1 :]
    if clause.has("quote") or is_negated(before) or _is_refused(after) or _is_closed_until(clause, at):
        return False
    if any(mark.text in CONDITIONS for mark in clause.marks if not mark.is_a("later", "more")):
        return False
    if any(mark.text in MAY for mark in before) and not is_polite(clause):
        return False
    if strong is None:
        return clause.marks[at].text.split()[0] in _NEEDS or _is_of_action(before) or None
    return _strongly(clause, at)


def _strongly(clause: Clause, at: int) -> bool | None:
    """Slip, delay, extension, longer: with a day, or with no other thing named beside them."""
    before, after = clause.marks[:at], clause.marks[at + 1 :]
    text = clause.marks[at].text
    if text.split()[0] in _NEEDS:
        return True
    if any(mark.text in _GOT for mark in before) and not any(mark.text in _NEEDS for mark in before):
        return False
    if leads_to_day(clause.marks, at) or clause.marks[at].is_a("date"):
        if text in ("late", "behind") or (text in _SETTLED and any(mark.is_unknown for mark in before)):
            return None
        return _is_of_action(before, events=True) or None
    if not _is_of_action(before, events=True):
        return None
    return not _names_other(after) or any(mark.text in _NEEDS for mark in before) or None


def is_negated(before: Sequence[Mark]) -> bool:
    """A "not" shortly before, which no other verb has taken: "don't move it"; not "can't finish, move it"."""
    for mark in reversed(before[-5:]):
        if mark.is_a("done", "do", "more", "undone", "later", "stop"):
            return False
        if mark.is_a("not"):
            return True
    return False


def is_polite(clause: Clause) -> bool:
    """Could we have until March? Asked as one asks a favour."""
    words = [mark for mark in clause.marks if mark.is_word and not mark.is_a("thanks")]
    lead = next((mark for mark in words if not mark.is_a("fill", "but")), None)
    return lead is not None and lead.is_a("may_we")


def leads_to_day(marks: Sequence[Mark], at: int) -> bool:
    """Move the meeting to March: of the meeting, so words unknown between are none of ours."""
    for mark in marks[at + 1 :]:
        if mark.found:
            return True
        if mark.text in _NEEDS | {"back", "out", "from"}:
            continue
        if mark.is_unknown or mark.is_a("deed", "attach") or mark.text in _EVENTS:
            return False
    return False


def _shift_to_day(clause: Clause) -> int | None:
    """Move to, push to, until: with a day they ask. Plain "to", "for", "by", "be" and "now" do not by themselves."""
    for at, mark in enumerate(clause.marks):
        if mark.is_a("shift") and mark.text not in _TRIFLES and leads_to_day(clause.marks, at):
            return at
    return None


def _is_of_action(before: Sequence[Mark], *, events: bool = False) -> bool:
    """The words before speak of the action, or of a party that needs; with `events`, of any work but a meeting."""
    if any(mark.text in _NEEDS for mark in before):
        return True
    if any(mark.text in _EVENTS for mark in before):
        return False
    strange = [mark for mark in before if not mark.is_a(*_PLAIN) and mark.is_word and mark.text not in _TRIFLES]
    return not strange or (
        events and len(strange) < 4 and all(mark.is_unknown or mark.is_a("work") for mark in strange)
    )


def _is_refused(after: Sequence[Mark]) -> bool:
    """Extension not needed; the extension was refused."""
    for mark in after:
        if mark.is_a("why") or mark.found:
            return False
        if mark.is_a("not") or mark.text in _GOT - {"was", "were", "given", "approved"}:
            return True
    return False


def _names_other(after: Sequence[Mark]) -> bool:
    """Delay in replying; slipped my mind: what it is of is something else."""
    for mark in after:
        if mark.is_a("why") or mark.text in ("please", "pls", "on") or mark.text in _NEEDS:
            return False
        if mark.is_unknown or mark.is_a("work", "deed", "going", "date", "attach"):
            return True
    return False


def _is_closed_until(clause: Clause, at: int) -> bool:
    """Closed until April tells of a gate, not of a date."""
    is_until = clause.marks[at].text in ("until", "till", "til")
    return is_until and at > 0 and clause.marks[at - 1].is_a("done") and not clause.has("not", "will")
