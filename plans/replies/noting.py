"""The reason or remark in a reply, in the person's own words: nothing is put in, and the links are out."""

from collections.abc import Sequence

from plans.replies.clauses import Clause

_EDGES = " \n,;:-–—()."
_BECAUSE = frozenset({"because", "as", "due to", "since"})
_REASONS_THEMSELVES = (
    "no ", "can't get", "cannot get", "cant get", "funding", "bid", "not been", "unfunded", "refused", "brick",
    "hit a", "hands", "my hands", "our hands",
)  # fmt: skip
_NO_REASON = ("fill", "thanks", "self", "date", "shift")
_NO_WORDS = ("fill", "thanks", "self", "be", "we", "det")


def text_of(group: Sequence[Clause], text: str) -> str:
    """From the first clause to the last, as typed."""
    return text[group[0].start : group[-1].end].strip(_EDGES) if group else ""


def is_remark(clause: Clause) -> bool:
    """Does it say anything beyond small words?"""
    return any(mark.is_word and not mark.is_a(*_NO_WORDS) for mark in clause.marks)


def reason_of(group: Sequence[Clause], deciding: Clause, text: str) -> str:
    """What follows "because" in the deciding clause; else the other clauses that give one."""
    for clause in (deciding, *(one for one in group if one.has("later", "more"))):
        at = next((at for at, mark in enumerate(clause.marks) if at and mark.is_a("why")), None)
        if at is not None and at + 1 < len(clause.marks) and not clause.marks[at + 1].found:
            after = group[list(group).index(clause) + 1 :]
            last = after[-1] if after and deciding not in after else clause
            return text[clause.marks[at + 1].start : last.end].strip(_EDGES)
    return text_of([clause for clause in group if clause is not deciding and _is_reason(clause)], text)


def _is_reason(clause: Clause) -> bool:
    words = [mark for mark in clause.marks if mark.is_word]
    return (
        clause.has("wait", "stop", "why")
        or ((len(clause.unknown) > 0 or clause.has("work")) and len(words) > 1)
        or (clause.has("not") and len(words) > 1 and not clause.has("more", "done", "undone"))
    )


def stopped_by(group: Sequence[Clause], text: str) -> str:
    """What blocks: the words after "blocked", or those before it; all of them where they are the reason "
    "themselves."""
    clause = next(one for one in group if one.has("stop", "wait"))
    at = clause.first("stop", "wait") or 0
    start = _reason_start(clause, at)
    rest = [mark for one in group for mark in one.marks if mark.start >= start]
    while rest and (not rest[0].is_word or rest[0].is_a("self", "fill", "thanks") or rest[0].text in _BECAUSE):
        rest.pop(0)
    if any(mark.is_word and not mark.is_a(*_NO_REASON) for mark in rest):
        return text[rest[0].start : rest[-1].end].strip(_EDGES)
    before = [one for one in group if one is not clause and is_remark(one) and _is_reason(one)]
    own = [mark for mark in clause.marks[:at] if mark.is_unknown or mark.is_a("not")]
    return text_of(before, text) or (text[own[0].start : own[-1].end] if own else "")


def _reason_start(clause: Clause, at: int) -> int:
    """Waiting for parts, no funding: a reason by itself. Blocked awaiting funding: what is awaited."""
    mark = clause.marks[at]
    if not mark.is_a("stop") or mark.text.startswith(_REASONS_THEMSELVES):
        return mark.start
    wait = clause.first("wait")
    return mark.end if wait is None else clause.marks[wait].start
