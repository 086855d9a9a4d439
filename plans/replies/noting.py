"""The reason or remark in a reply, in the person's own words: nothing is put in, and the links are out."""

from collections.abc import Sequence

from plans.replies.clauses import Clause

_EDGES = " \n,;:-–—()."
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
        or (len(clause.unknown) > 0 and len(words) > 1)
        or (clause.has("not") and len(words) > 1 and not clause.has("more", "done", "undone"))
    )


def stopped_by(group: Sequence[Clause], text: str) -> str:
    """What blocks: the words after "blocked"; the whole clause where the word is a reason itself ("no funding")."""
    clause = next(one for one in group if one.has("stop", "wait"))
    at = clause.first("stop", "wait") or 0
    mark = clause.marks[at]
    said_itself = not mark.is_a("stop") or mark.text.startswith(
        (
            "no ",
            "can't get",
            "cannot get",
            "cant get",
            "funding",
            "bid",
            "not been",
            "unfunded",
            "refused",
            "brick",
            "hit a",
            "hands",
            "my hands",
            "our hands",
        )
    )
    start = mark.start if said_itself else mark.end
    wait = clause.first("wait")
    if wait is not None and mark.is_a("stop") and not said_itself:
        start = clause.marks[wait].start
    after = group[list(group).index(clause) + 1 :]
    words = text[start : (after[-1] if after else clause).end].strip(_EDGES)
    if not any(letter.isalnum() for letter in words) or all(
        mark.is_a("fill", "thanks", "self", "date", "shift") for mark in _after(group, start) if mark.is_word
    ):
        before = [one for one in group if one is not clause and is_remark(one) and _is_reason(one)]
        own = [mark for mark in clause.marks[:at] if mark.is_unknown or mark.is_a("not")]
        return text_of(before, text) or (text[own[0].start : own[-1].end] if own else "")
    return words.removeprefix("because ").removeprefix("as ").removeprefix("due to ").strip(_EDGES)


def _after(group: Sequence[Clause], start: int) -> list:  # type: ignore[type-arg]
    return [mark for clause in group for mark in clause.marks if mark.start >= start]
