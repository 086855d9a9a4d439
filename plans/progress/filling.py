"""What a form asks to answer for an action, and what is wrong with how it was filled in, in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plans.messages import Field
from plans.owners import is_post
from plans.progress import checking
from plans.progress.changing import Wanted
from plans.progress.facts import Facts
from plans.progress.holding import named, owed, rank
from plans.progress.turn import Turn, written
from plans.rights import Doing

NO_NAMES = "No prisoner names."
BACK = "-"
"""The lead does the work again."""

_ASKED: dict[Doing, str] = {
    "report": "What was done?",
    "progress": "How does it go?",
    "block": "What stops it?",
    "postpone": "Why does it need longer?",
    "hand_over": "Why is it theirs?",
    "note": "Your note",
    "sustain": "How do you know?",
    "confirm": "A word to go with it?",
    "send_back": "What is missing?",
    "reopen": "Why is it open again?",
    "agree": "A word to go with it?",
    "decline": "Why not?",
    "accept": "A word to go with it?",
    "refuse": "Why not?",
    "leave": "Why is it left open?",
}
NEEDED: dict[Doing, str] = {
    "block": "Say what stops it.",
    "postpone": "Say why it needs longer.",
    "sustain": "Say how you know.",
    "send_back": "Say what is missing.",
    "reopen": "Say why it is open again.",
    "leave": "Say why it is left open.",
}
"""Said where the words are missing without which it cannot be recorded."""

_EVIDENCE = ("report", "progress", "note", "sustain")
_LINK = re.compile(r"https?://[^\s<>|\"]{1,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in for one action. `until` and `day` None: left empty, or no day."""

    words: str = ""
    link: str = ""
    until: date | None = None
    day: date | None = None
    to: str = ""

    @property
    def links(self) -> tuple[str, ...]:
        """Those given as such, and those that stand in the words."""
        found = (link.rstrip(".,;:!?)'\"]}") for link in _LINK.findall(f"{self.link} {self.words}"))
        return tuple(dict.fromkeys(found))


def read(values: Mapping[str, str | tuple[str, ...]], of: str = "") -> Filled:
    """What a form holds; `of` is what follows the names of its fields where it is about several actions."""

    def value(name: str) -> str:
        return str(values.get(f"{name}{of}") or "").strip()

    return Filled(value("words"), value("link"), _day(value("until")), _day(value("day")), value("to"))


def fields(turn: Turn, found: Facts, doing: Doing, filled: Filled = Filled()) -> tuple[Field, ...]:
    """What is asked to do it, with what is known already."""
    asked: list[Field] = []
    if doing in ("hand_over", "delegate"):
        asked.append(Field("to", "Which post?", "one", tuple(_posts(turn, found, doing)), value=filled.to))
    if doing == "postpone":
        stands = f"Its date, {dated(found.due)}, stands until that is agreed." if found.due else "It has no date yet."
        until = filled.until.isoformat() if filled.until else ""
        asked.append(Field("until", "Until when?", "day", value=until, hint=stands))
    if doing == "nudge":
        asked.append(Field("words", WITH_IT, "line", value=filled.words, hint=UNSEEN, optional=True))
    if doing in _ASKED:
        needed = doing in NEEDED
        asked.append(Field("words", _ASKED[doing], "words", value=filled.words, hint=NO_NAMES, optional=not needed))
    if doing in _EVIDENCE:
        asked.append(Field("link", "A link to evidence?", "line", value=filled.link, hint=_STAYS, optional=True))
    if doing == "report":
        day = filled.day.isoformat() if filled.day else ""
        asked.append(Field("day", "When was it done?", "day", value=day, hint="Empty: not said.", optional=True))
    return tuple(asked)


WITH_IT = "A line to go with it?"
UNSEEN = f"Its owner sees it, and no channel. {NO_NAMES}"
_STAYS = "It stays where it lives; only its link is kept."


def _posts(turn: Turn, found: Facts, doing: Doing) -> Iterator[tuple[str, str]]:
    """Whom it can go to: the posts registered at the prison and those that its plans name; for work, those held."""
    held = {one.post for one in turn.register.holdings if one.prison == found.prison and one.person}
    lead = found.lead
    if doing == "delegate" and found.delegate and lead:
        yield BACK, f"{named(turn, lead)} again"
    parties = held if doing == "delegate" else held | set(owed(turn, found.prison)) | set(found.owners)
    for party in sorted(parties - {lead}, key=lambda one: (not is_post(named(turn, one)), *rank(one))):
        yield party, named(turn, party)


def wrong(turn: Turn, found: Facts, wanted: Wanted, filled: Filled) -> Iterator[tuple[str, str]]:
    """By field, what is to be mended; of each field the first thing."""
    if wanted.doing in NEEDED and not filled.words:
        yield "words", NEEDED[wanted.doing]
    if filled.link and not _LINK.match(filled.link):
        yield "link", "A link begins with https://"
    if wanted.doing in ("hand_over", "delegate") and filled.to not in dict(_posts(turn, found, wanted.doing)):
        yield "to", "Choose one of the posts."
    for code, sentence in checking.wrong(turn, found, wanted):
        yield field_of(code), sentence


def mended(amiss: Iterable[tuple[str, str]], of: str = "") -> dict[str, str]:
    """The first sentence for each field; `of` is what follows the names of fields about one of several actions."""
    found: dict[str, str] = {}
    for name, sentence in amiss:
        found.setdefault(f"{name}{of}", sentence)
    return found


def field_of(code: str) -> str:
    """The field that a refusal is about."""
    return _FIELDS.get(code, "until")


_FIELDS = {
    "too_long": "words", "reason": "words", "day_to_come": "day", "no_post": "to", "unknown_post": "to",
    "same_post": "to", "unheld": "to",
}  # fmt: skip


def dated(day: date) -> str:
    """Friday 13 December 2024"""
    return f"{written(day)} {day.year}"


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
