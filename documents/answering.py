"""What may be told of a document: a party, a prison, a day; and what is no answer at all. Pure.

What is told is remembered for every plan that prints the same, so a slip would stand in all of them.
"""

import re
from datetime import date

from documents.about import meant, named
from plans.messages import Question
from plans.prisons import NAMES, TITLES
from plans.targets import Target, read_target

NO_DAY = "none"
LONGEST = {"owner": 150, "split": 600, "prison": 60, "day": 100}
"""Letters. The longest owner cell of a published plan has some 120; several parties stand in one answer."""

_NOBODY = re.compile(
    r"(?:i |we )?(?:do not|don[’']?t) know|(?:not |un)known|not sure|no idea|nobody|no ?one|none|nil|n/?a|tb[acd]|other"
    r"|yes|no|ok(?:ay)?|me",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[<>@\\{}|]|https?:|^:[\w+-]+:$")
"""Mentions, links, markup, addresses of mail and pictures: people and things of the chat, none of them a post."""
_ACCOUNT = re.compile(r"[UWB](?=[A-Z0-9]*\d)[A-Z0-9]{6,}")
_ASCII = re.compile(r"[A-Za-z]")


def cleaned(words: str) -> str:
    """On one line, without what cannot be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def is_answer(question: Question, value: str, on: date = date.max) -> bool:
    """One of its choices; anything else only where it is free, and only what can be one."""
    if value in dict(question.choices):
        return True
    if not question.free or cleaned(value) != " ".join(value.split()) or len(value) > LONGEST[question.kind]:
        return False
    if question.kind == "day":
        return value == NO_DAY or is_day(read_target(value, on))
    return is_prison(value) if question.kind == "prison" else are_parties(value)


def is_day(told: Target) -> bool:
    """A date, and no word of what became of the action: nobody closes one by saying when it was due."""
    return told.problem is None and bool(told.due or told.starts) and told.status == "not_started"


def are_parties(value: str) -> bool:
    """Posts or organisations, with semicolons between them."""
    parts = [part.strip() for part in value.split(";") if part.strip()]
    return bool(parts) and all(_is_name(part) and len(part) <= LONGEST["owner"] for part in parts)


def is_prison(value: str) -> bool:
    return _is_name(value) and value[0].isalpha() and value.casefold() not in TITLES


def _is_name(words: str) -> bool:
    """Two letters at least, and somebody who can be asked."""
    said = words.strip(" .!?")
    is_known_as = sum(1 for _ in _ASCII.finditer(said)) > 1
    return is_known_as and not (_NOBODY.fullmatch(said) or _SIGNS.search(said) or _ACCOUNT.fullmatch(said))


def prison_told(said: str) -> str:
    """A prison's plain name, however it is typed. One in no list is taken as it was said, whole."""
    words = " ".join(word.capitalize() if word.islower() else word for word in said.split())
    known = [name for name in (*named(words), *named(f"HMP {words}")) if name in NAMES] if words else []
    return known[0] if known else meant(words)[0] if words else ""
