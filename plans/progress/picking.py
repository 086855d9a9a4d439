"""Which action was meant, once that was asked: by its button, or by its number alone. What was said is read anew."""

from collections.abc import Sequence
from datetime import date

from plans.chat import Answered
from plans.progress import drafting
from plans.progress.answering import SPENT
from plans.progress.choosing import settled
from plans.progress.drafting import Draft
from plans.progress.facts import facts
from plans.progress.meanings import changes, understood, want
from plans.progress.subjects import of_action
from plans.progress.turn import Turn, row_number, said
from plans.replies import Meant, Understood
from plans.replies.cleaning import clean
from plans.replies.marks import marks
from plans.rights import OPEN


def pressed(turn: Turn, query: str) -> Answered:
    """The action that was meant is pressed; what was said of it is read anew."""
    number, _, chosen = query.partition(" ")
    draft, action = drafting.held(turn, row_number(number)), row_number(chosen)
    if draft is None or action is None or action not in draft.candidates:
        return said(SPENT)
    return picked(turn, draft, action, anew=True)


def picked(turn: Turn, draft: Draft, action: int, *, anew: bool) -> Answered:
    drafting.taken(turn, draft.id)
    found = facts(turn, [action])[action]
    where = of_action(turn, draft.words, action)
    meant = understood(turn, where, draft.links)
    own = meant.own if changes(meant.own) else next(filter(changes, meant.others), meant.own)
    if not changes(own):
        own = Meant("progress", asks="done_or_going")
    wanted = want(turn, found, own, draft.words, tuple(dict.fromkeys((*meant.own.evidence, *draft.links))))
    return settled(turn, Draft(draft.words, (wanted,), draft.links, thread=draft.thread), anew=anew)


def number_of(turn: Turn, before: Draft, meant: Understood) -> int | None:
    """The one of those that may be meant whose number is all that is said."""
    if meant.own.intent != "none" or [one.intent for one in meant.others] != ["none"]:
        return None
    known = facts(turn, before.candidates).values()
    called = [one.id for one in known if one.address == meant.others[0].ref]
    return called[0] if len(called) == 1 else None


def likely(turn: Turn, actions: Sequence[int]) -> tuple[int, ...]:
    """Those that are neither reported nor finished, late ones first; all where none is left."""
    known = facts(turn, actions)
    left = [known[id] for id in actions if known[id].status in OPEN]
    return tuple(one.id for one in sorted(left, key=lambda one: one.due or date.max)) or tuple(actions)


def is_nonsense(words: str) -> bool:
    """Words of which not one is known, and no number: nothing that can be said of an action."""
    return bool(words.strip()) and not any(
        mark.kinds or mark.text[:1].isdigit() for mark in marks(clean(words).text.casefold(), [])
    )
