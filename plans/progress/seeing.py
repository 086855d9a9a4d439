"""A brief looked at again by its reader: seen, and shown whole. Seen changes nothing else: no rung waits for it."""

from dataclasses import replace
from datetime import datetime

from plans.briefing import brought
from plans.chat import Answered, Redraw
from plans.messages import Brief
from plans.progress.turn import Turn, row_number, said
from storage.sent import Sent, delivery, see

GONE = "That brief is gone. `/actions mine` shows how your actions stand."
NOT_YOURS = "That brief was sent to somebody else, so only they can say that they have seen it."
WHOLE = "whole"


def own(turn: Turn, query: str) -> tuple[Sent, bool] | str:
    """The delivery that a button is of, and whether it is shown whole; a sentence where it is not theirs."""
    words, _, how = query.partition(" ")
    number = row_number(words)
    sent = None if number is None else delivery(turn.session, number)
    if sent is None or not sent.body:
        return GONE
    if sent.person_id is None or sent.person_id != turn.person:
        return NOT_YOURS
    return sent, how == WHOLE


def seen(turn: Turn, query: str) -> Answered:
    found = own(turn, query)
    if isinstance(found, str):
        return said(found)
    sent, whole = found
    see(turn.session, sent.id, turn.now)
    return Redraw(shown(sent, seen=sent.seen_at or turn.now, whole=whole))


def whole(turn: Turn, query: str) -> Answered:
    found = own(turn, query)
    if isinstance(found, str):
        return said(found)
    return Redraw(shown(found[0], seen=found[0].seen_at, whole=True))


def shown(sent: Sent, *, seen: datetime | None, whole: bool) -> Brief:
    """As it was sent, with what has been pressed since; a button that is of no more use goes."""
    brief = brought(sent.body)
    spent = {"seen"} if seen else set()
    spent |= {"all"} if whole else set()
    verbs = tuple(
        replace(verb, query=f"{sent.id} {WHOLE}" if whole else str(sent.id))
        for verb in brief.verbs
        if verb.name not in spent
    )
    return replace(brief, delivery=sent.id, seen=seen, whole=whole, verbs=verbs)
