"""Decisions said in words: confirm 8, agree 9. Nobody decides by free text, but whoever may is shown the buttons."""

import re

from plans.progress.changing import permitted
from plans.progress.turn import Turn

DECIDING = {"confirm", "send_back", "agree", "decline", "accept", "refuse"}
ANSWERING = {"report", "progress", "block", "postpone", "sustain"}
DECIDES = re.compile(r"\b(?:confirm|agree|accept|approve)", re.IGNORECASE)


def may_decide(turn: Turn, action: int) -> bool:
    """Does it wait for them?"""
    return not DECIDING.isdisjoint(permitted(turn, action))


def is_for(turn: Turn, action: int) -> bool:
    """Does it wait for them, who may not answer for it? Then what they say is done is theirs to confirm."""
    may = permitted(turn, action)
    return not ANSWERING.intersection(may) and not DECIDING.isdisjoint(may)
