"""Words made fit for Slack: escaped, cut, unable to ping, link or format; and verbs as button values."""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, get_args

from bot.slack.limits import BUTTON_VALUE
from bot.wording import safe
from plans.messages import Verb, VerbName

VERBS = get_args(VerbName)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_FORMATTING = re.compile(r"(?=[*_~`])")
_BREAK = "\u200b"


def escape(text: str) -> str:
    """Text for a message's own `text`: nothing in it can be a mention or a link."""
    return text.translate(_ENTITIES)


def literal(text: str) -> str:
    """Somebody's words inside mrkdwn: shown exactly, whatever formatting characters they hold."""
    return _FORMATTING.sub(_BREAK, escape(safe(text)))


def bold(drawn: str) -> str:
    return f"*{drawn}*"


@lru_cache(60_000)
def fit(text: str, most: int, draw: Callable[[str], str] = safe) -> str:
    """The longest start of `text` within `most` characters once drawn, with an ellipsis if cut."""
    drawn = draw(text[: most + 1])
    if len(text) <= most and len(drawn) <= most:
        return drawn
    kept = min(len(text), most)
    while len(drawn := draw(text[:kept].rstrip() + "…")) > most and kept:
        kept = max(0, kept - max(1, (len(drawn) - most) // 5))
    return drawn


def pack(verb: Verb) -> str | None:
    """A verb as a button's value; None where its query is too long to travel in one."""
    return _packed(verb.name, verb.query, verb.page)


@lru_cache(10_000)
def _packed(name: str, query: str, page: int) -> str | None:
    value = json.dumps({"v": name, "q": query, "p": page}, separators=(",", ":"))
    inert = value.replace("<", "\\u003c").replace("@", "\\u0040")
    return inert if len(inert) <= BUTTON_VALUE else None


def unpack(value: str, label: str = "") -> Verb | None:
    """The verb in a button's value; None for a button that is not, or no longer, one of ours."""
    try:
        held: Any = json.loads(value)
        name, query, page = held["v"], held["q"], held["p"]
    except (ValueError, TypeError, KeyError):
        return None
    known = name in VERBS and isinstance(query, str) and isinstance(page, int)
    return Verb(name, label, query, page) if known else None
