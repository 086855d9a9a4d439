"""Words removed from the history, removed wherever else they are kept: in drafts, in messages that told of them."""

from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session

from storage.database import execute
from storage.drafts import DRAFT
from storage.sent import DELIVERY, MENTION, rewrite


def erase(session: Session, action: int, words: str) -> None:
    """What was said of the action in those words is nowhere any more."""
    execute(session, delete(DRAFT).where(DRAFT.c.words.contains(words, autoescape=True)))
    named = select(MENTION.c.delivery_id).where(MENTION.c.action_id == action)
    found = execute(session, select(DELIVERY.c.id, DELIVERY.c.body).where(DELIVERY.c.id.in_(named)))
    for number, body in found.all():
        bare = _without(body, words)
        if bare != body:
            rewrite(session, number, bare)


def _without(fact: Any, words: str) -> Any:
    """The facts of a message, with nothing said in those words."""
    if isinstance(fact, list):
        return [_without(one, words) for one in fact]
    if not isinstance(fact, dict):
        return fact
    return {name: "" if name == "words" and _tells(it, words) else _without(it, words) for name, it in fact.items()}


def _tells(told: Any, words: str) -> bool:
    return isinstance(told, str) and bool(told.strip()) and (told.strip() in words or words in told)
