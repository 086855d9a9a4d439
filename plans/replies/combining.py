"""A whole reply: cleaned, its numbers taken for actions, its clauses gathered for each, decided one by one."""

from dataclasses import replace

from plans.replies.addressing import addressed
from plans.replies.clauses import Clause, clauses, is_correction, is_unclear
from plans.replies.cleaning import Cleaned, clean
from plans.replies.days import found_in
from plans.replies.deciding import decided
from plans.replies.marks import Mark, marks
from plans.replies.unmeant import is_unmeant
from plans.replies.values import Context, Meant, Understood

_NOTHING = Meant("none")
_WHICH = Meant("none", asks="which_action")


def understood(text: str, context: Context) -> Understood:
    cleaned = clean(text)
    if is_unmeant(cleaned.text):
        return Understood(_NOTHING)
    if not cleaned.text.strip(" .,:;-()\n"):
        return Understood(Meant("note", evidence=cleaned.links) if cleaned.links else _NOTHING)
    marked = _marked(cleaned.text, context)
    if any(mark.is_a("stray", "either") for mark in marked):
        return Understood(_WHICH)
    return _with_links(_each(clauses(marked, context.ref), cleaned.text, context), cleaned)


def _marked(text: str, context: Context) -> list[Mark]:
    return addressed(marks(text, found_in(text, context.today, context.due)), context)


def _each(told: list[Clause], text: str, context: Context) -> Understood:
    """Where it cannot be told which action is meant, nothing is half applied."""
    if is_unclear(told) or any(is_correction(clause) for clause in told):
        return Understood(_WHICH)
    groups: dict[str | None, list[Clause]] = {}
    for clause in told:
        for ref in clause.refs:
            groups.setdefault(ref, []).append(clause)
    others = tuple(_other(ref, group, text, context) for ref, group in groups.items() if ref is not None)
    own = decided(groups[None], text, context, own=True) if groups.get(None) else _NOTHING
    return Understood(own, others)


def _other(ref: str, group: list[Clause], text: str, context: Context) -> Meant:
    meant = decided(group, text, context, own=False)
    if meant.intent == "undo":  # that was meant for 6: what was recorded there, or here?
        meant = _NOTHING
    return replace(meant, ref=ref, asks=meant.asks or ("which_action" if meant.intent == "none" else None))


def _with_links(understood: Understood, cleaned: Cleaned) -> Understood:
    """Links stand with every action that the reply reports on; alone, or with small words, they are a note."""
    if not cleaned.links:
        return understood
    own = understood.own
    if own.intent == "none" and not own.asks and not understood.others:
        own = replace(own, intent="note")
    if own.intent != "none" or own.asks:
        own = replace(own, evidence=cleaned.links)
    others = tuple(replace(other, evidence=cleaned.links) for other in understood.others)
    return Understood(own, others)
