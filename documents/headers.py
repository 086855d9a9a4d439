"""Which column of a table holds what, told by the words of its header. Nothing here reads rows."""

import re
from typing import Literal

from documents.draft import Row

Role = Literal["theme", "ref", "recommendation", "response", "action", "owner", "target"]

_ROLES: tuple[tuple[Role, str], ...] = (
    # The first that fits. A date column may say "action complete by"; an owner column "person responsible for action".
    ("target", r"\b(date|timescales?|timeframe|deadline|by when|when|due|complet(?:e|ion) by|target)\b"),
    ("owner", r"\b(owners?|responsib\w+|responsible|accountable|lead|by whom|who|function)\b"),
    ("ref", r"^(#|no|num|number|ref|refs|reference|item|rec|para)\b\W*(no|number|ref|reference)?\W*$"),
    ("ref", r"\b(rec|recommendation|action|concern|ref|reference)\W*(no|number|ref|num)\b"),
    ("response", r"\b(agreed|accepted|rejected|partly agreed)\b"),
    ("theme", r"\b(themes?|priority area|area|category|heading|section)\b"),
    ("action", r"\b(actions?|response|steps?|activity|activities|milestones?|what we will do|planned|how)\b"),
    ("recommendation", r"\b(recommendations?|concerns?|findings?|issues?|what the inspectors found)\b"),
)


def role(words: str) -> Role | None:
    """What a column headed so holds; None when the words are no column's heading: they are too many, or the
    document's title."""
    heading = re.sub(r"^\d+[.)]?\s+", "", words.lower()).strip()
    if not heading or len(heading.split()) > 8 or re.search(r"\baction plan\b|\bhmp\b", heading):
        return None
    return next((name for name, pattern in _ROLES if re.search(pattern, heading)), "ref" if heading == "#" else None)


def is_role(words: str) -> bool:
    return role(words) is not None


_OTHER = re.compile(r"^(?:progress|status|rag|rating|comments?|evidence|resources?|priority|notes?|update|cost|risk)\b")
"""Columns that plans also have and that say nothing of what is to be done, by whom or when."""


def columns(row: Row) -> dict[Role, int] | None:
    """Role → column, when the row is the header of a plan's table: it names actions, and an owner or a date.

    Of two date columns the one to be met counts: revised before target or due, these before any other, never a start.
    """
    found: dict[Role, int] = {}
    best = 0
    for index, cell in enumerate(row.cells):
        name = role(cell.words)
        if name is None and cell.words and not _OTHER.match(cell.words.lower()):
            return None
        if name == "target" and (weight := _weight(cell.words)) > best:
            found[name], best = index, weight
        elif name and name != "target" and name not in found:
            found[name] = index
    return found if "action" in found and ("owner" in found or "target" in found) else None


def _weight(heading: str) -> int:
    words = heading.lower()
    if re.search(r"\b(start|commence|begin|original)", words):
        return 0 if "start" in words or "commence" in words or "begin" in words else 1
    if re.search(r"\brevised|\bamended|\bcurrent", words):
        return 3
    return 2
