"""Decisions said in words: confirm 8, agree 9. Nobody decides by free text, but whoever may is shown the buttons."""

import re

from plans.chat import Answered, Replied, Say
from plans.messages import Receipt, Refused
from plans.progress.changing import Wanted, change, permitted
from plans.progress.facts import Facts, facts
from plans.progress.receipts import receipt
from plans.progress.refusing import refused
from plans.progress.showing import card
from plans.progress.subjects import scope, without_prison
from plans.progress.turn import Turn, said
from plans.rights import Doing

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


# --- of a numbered action ------------------------------------------------------------------------------------------

BY_BUTTON = "Decisions are taken with these buttons, so nothing is recorded yet."
WHERE = "Which prison's {0} do you mean? Name it too. Nothing was changed."
NOT_THERE = "I find no action {0} where you hold a post, so nothing was changed. Name its prison too."
_REF = r"(?:action\s+|no\.?\s*)?#?(?P<ref>\d[\w./]*?)"
_END = r"(?=\s*$|\s*[,;:.!(–-](?!\d)|\s+(?:as|because|please|thanks|for|no|not|with)\b).*"
_SAID = (
    rf"(?:(?:i|we|please|yes|happy\s+to|can)\s+)*(?P<verb>confirm|agree|approve|accept|decline|refuse|reject)\s+{_REF}{_END}",
    rf"(?:(?:please|i|we)\s+)*(?P<verb>send)\s+(?:back\s+{_REF}|{_REF.replace('<ref>', '<ref2>')}\s+back){_END}",
    rf"{_REF}\s+(?:is\s+|was\s+)?(?P<verb>confirm|agree|approve|accept|decline|refuse|reject|sen[dt](?=\s+back))"
    rf"(?:e?d)?(?:\s+back)?{_END}",
)
_VERDICTS = tuple(re.compile(each, re.IGNORECASE | re.DOTALL) for each in _SAID)
_NO = ("decline", "refuse", "reject", "send", "sent")


def _read(text: str) -> tuple[str, str] | None:
    """The verb, and the number of the action that it is said of."""
    if text.rstrip().endswith("?"):
        return None
    found = next(filter(None, (each.fullmatch(text.strip()) for each in _VERDICTS)), None)
    parts = found.groupdict() if found else {}
    ref = parts.get("ref") or parts.get("ref2")
    return (parts["verb"].casefold(), ref) if ref else None


def may_be(text: str) -> bool:
    """Before anything is looked up: a prison may still be named in it."""
    return re.search(r"\d", text) is not None and _VERB.search(text) is not None


_VERB = re.compile(r"\b(?:confirm|agree|approve|accept|decline|refuse|reject|send|sent)", re.IGNORECASE)


def verdict(turn: Turn, replied: Replied) -> Answered | None:
    """None: no decision is said, or nobody known says it."""
    known = turn.identity is not None or turn.as_post is not None
    parts = _read(without_prison(turn, replied.text)[1]) if known and may_be(replied.text) else None
    if parts is None:
        return None
    verb, ref = parts
    called = scope(turn, replied).called(ref) or scope(turn, Replied(replied.text, replied.by)).called(ref)
    theirs = [id for id in called if may_decide(turn, id)] or called
    if len(theirs) != 1:
        return said((WHERE if theirs else NOT_THERE).format(ref))
    return _shown(turn, facts(turn, theirs)[theirs[0]], verb)


def _shown(turn: Turn, found: Facts, verb: str) -> Answered:
    """The card for whoever decides; for anybody else, who does."""
    if may_decide(turn, found.id):
        told = refused(found, "by_button", BY_BUTTON)
        return Say(Receipt(refused=(told,), card=card(turn, found.id)))
    done = change(turn, Wanted(found.id, _doing(found, verb), words="?"), preview=True)
    return Say(receipt(turn, [done] if isinstance(done, Refused) else []))


def _doing(found: Facts, verb: str) -> Doing:
    """What waits there, whatever word is used for it."""
    if found.request("extension"):
        return "decline" if verb in _NO else "agree"
    if found.request("hand_over"):
        return "refuse" if verb in _NO else "accept"
    return "send_back" if verb in _NO else "confirm"
