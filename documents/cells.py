"""What stands in a cell of a register: a prison, a post, a person, an e-mail address, a day. Never guessed."""

import re
from datetime import date
from typing import NamedTuple, get_args

from plans.dates import ImpossibleDay, read
from plans.joint_owners import parties
from plans.owners import name as party
from plans.prisons import named
from plans.register import Duty


class Unclear(Exception):
    """A cell or line that cannot be taken; says where and what, to stand behind "line 4"."""


class Cell(NamedTuple):
    words: str
    acting: bool


_ACTING = re.compile(r"^(?:acting|interim|temporary)\s+|\s*[(,-]\s*(?:acting|interim|temporary)\s*\)?$", re.IGNORECASE)
_VACANT = frozenset({"vacant", "(vacant)", "vacancy", "tbc", "tba", "n/a", "none", "-", "–", "nobody"})
_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?$")
_EARLIEST, _LATEST = 1980, 2100


def prison(words: str, held: tuple[str, ...]) -> str:
    """A prison's plain name."""
    found, near = named(words, held)
    if found is None:
        meant = f"; did you mean {' or '.join(near[:3])}?" if near else ""
        raise Unclear(f"I know no prison “{_short(words)}”{meant}")
    return found


def post(words: str) -> Cell:
    """A post by the name the bot uses, and whether it is held by somebody acting."""
    plain = _ACTING.sub("", words).strip()
    return Cell(party(plain or words), bool(plain) and plain != words)


def name(words: str) -> str | None:
    """None where it says that nobody is."""
    if _ADDRESS.fullmatch(words):
        raise Unclear(f"“{_short(words)}” is an e-mail address, not a name")
    return None if words.casefold() in _VACANT else words


def email(words: str) -> str:
    """In lower case: addresses are one in either."""
    address = words.casefold().removeprefix("mailto:")
    if not _ADDRESS.fullmatch(address):
        raise Unclear(f"“{_short(words)}” is not an e-mail address")
    return address


def day(words: str, today: date, *, last: bool) -> date:
    """Written day first or as 2024-11-01; of a whole month its first day or its `last`."""
    try:
        span = read(_MIDNIGHT.sub("", words), today)
    except ImpossibleDay as impossible:
        raise Unclear(f"“{_short(words)}” does not exist; is it {impossible.suggestion.isoformat()}?") from impossible
    if span is None or span.precision not in ("day", "month") or not re.search(r"\d", words):
        raise Unclear(f"“{_short(words)}” is not a day; write it as 2024-11-01, or day first")
    if span.assumed:
        raise Unclear(f"“{_short(words)}” leaves open which year; write it as 2024-11-01")
    if not _EARLIEST <= span.first.year <= _LATEST:
        raise Unclear(f"“{_short(words)}” is out of reach; is the year right?")
    return span.last if last else span.first


def roles(words: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(re.split(r"\s*(?:[,;/&+]|\band\b)\s*", words.casefold().strip())))
    for role in found:
        if role.replace("-", "") not in get_args(Duty):
            raise Unclear(f"I know no role “{_short(role)}”; there are {', '.join(get_args(Duty))}")
    return tuple(role.replace("-", "") for role in found)


def organisations(words: str) -> tuple[str, ...]:
    """The organisations that a post is the contact for, apart."""
    return tuple(dict.fromkeys(party(each) for part in words.split(";") for each in parties(part)))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
