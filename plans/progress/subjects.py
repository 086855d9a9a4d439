"""Which actions words are about: those of the message in whose thread they stand, else those that are named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from plans.addresses import written as address
from plans.asking import answer
from plans.briefing import brought
from plans.chat import Asker, Replied
from plans.dates.finding import find
from plans.prisons import ALSO_WORDS
from plans.progress.facts import facts
from plans.progress.turn import Turn
from storage import spoken
from storage.sent import Sent, posted

OWN = ("lead", "delegate", "liaison", "coordinator")
_TITLES = r"(?:hmp\s*(?:&|and)\s*yoi|hmp/yoi|hmp|hmyoi|yoi)"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a number in the words is looked for. `thread`: the one action that the thread is about; `lines` those of
    the brief in whose thread it is; `prison` is named in the words, which are `text` without it."""

    text: str
    rows: tuple[Any, ...] = ()
    thread: int | None = None
    lines: tuple[int, ...] = ()
    brief: Sent | None = None
    prison: str | None = None

    @property
    def in_thread(self) -> bool:
        return self.thread is not None or bool(self.lines)

    @property
    def single(self) -> int | None:
        """The one action that the thread is about, if it is one."""
        return self.thread if self.thread is not None or len(self.lines) != 1 else self.lines[0]

    @property
    def refs(self) -> tuple[str, ...]:
        """What a number in the words may be."""
        named = (name for row in self.rows for name in (row.ref, address(row.ref, row.step)))
        return tuple(dict.fromkeys(named))

    def called(self, ref: str) -> list[int]:
        """The actions of that address; of a ref alone all its steps."""
        exact = [row.id for row in self.rows if address(row.ref, row.step) == ref]
        return exact or [row.id for row in self.rows if row.ref == ref]

    def numbered(self, on: date) -> list[int]:
        """The actions whose numbers stand in the words, but for those of a date."""
        rest = self.text
        for found in reversed(find(rest, on)):
            rest = f"{rest[: found.start]} {rest[found.end :]}"
        words = [word.strip(".,;:!?()#") for word in rest.split()]
        return [id for word in dict.fromkeys(words) if word in self.refs for id in self.called(word)]


def scope(turn: Turn, replied: Replied) -> Scope:
    prison, text = without_prison(turn, replied.text)
    found = _of_thread(turn, replied, text)
    if prison is not None:
        return replace(found, prison=prison, rows=_rows(turn, turn.where(prison)))
    if found.in_thread:
        return found
    return replace(found, rows=_near(turn))


def of_action(turn: Turn, text: str, action: int) -> Scope:
    """As in the thread of a message about that action."""
    one = facts(turn, [action])[action]
    return Scope(without_prison(turn, text)[1], _rows(turn, one.plan), thread=action)


def mine(turn: Turn) -> tuple[Any, ...]:
    """All that they answer for and is still open."""
    found = answer(turn.session, "mine open", asker=turn.asker, on=turn.on)
    return () if found.error else found.rows


def without_prison(turn: Turn, text: str) -> tuple[str | None, str]:
    """The prison that the words name, and the words without its name: a reply is of actions, not of places."""
    for key, name in turn.register.prisons.items():
        called = _called(name)
        if called.search(text):
            return key, " ".join(called.sub(" ", text).split(" ")).strip()
    return None, text


@lru_cache(1_000)
def _called(name: str) -> re.Pattern[str]:
    """How a prison is named in a sentence; one whose name is an everyday word only after HMP or "at"."""
    short = re.sub(rf"^{_TITLES}\s+", "", name, flags=re.IGNORECASE)
    before = rf"(?:\b(?:at|for|in|of)\s+)?(?:\b{_TITLES}\s+)?"
    if short.casefold() in ALSO_WORDS:
        before = rf"(?:\bat\s+(?:{_TITLES}\s+)?|\b{_TITLES}\s+)"
    return re.compile(rf"{before}\b{re.escape(short)}\b[:,]?", re.IGNORECASE)


def _of_thread(turn: Turn, replied: Replied, text: str) -> Scope:
    channel, _, ts = replied.thread.partition(" ")
    if not ts:
        return Scope(text)
    sent = posted(turn.session, turn.person, channel, ts) if turn.person is not None else None
    if sent is not None and sent.body:
        return _of_brief(turn, text, sent)
    action = spoken.action_of(turn.session, channel, ts)
    return of_action(turn, text, action) if action is not None and facts(turn, [action]) else Scope(text)


def _of_brief(turn: Turn, text: str, sent: Sent) -> Scope:
    """Its lines that are the reader's own; each once."""
    brief = brought(sent.body)
    asked = [line.action for line in brief.lines if line.quality in OWN]
    lines = tuple(dict.fromkeys(asked or [line.action for line in brief.lines if line.action]))
    known = facts(turn, lines)
    held = tuple(known[id] for id in lines if id in known)
    return Scope(text, held, lines=tuple(one.id for one in held), brief=sent)


def _near(turn: Turn) -> tuple[Any, ...]:
    """Where no prison is named: what is theirs, then whatever else there is where they hold something."""
    own = mine(turn)
    prisons = {one.prison for one in turn.identity.posts} if turn.identity else set()
    prisons |= {one.prison for one in turn.identity.roles if one.prison} if turn.identity else set()
    others = [row for prison in sorted(prisons) for row in _rows(turn, turn.where(prison))]
    return (*own, *_unlike(own, others))


def _unlike(own: Sequence[Any], others: Iterable[Any]) -> list[Any]:
    """A number that names something of theirs names nothing else."""
    held = {address(row.ref, row.step) for row in own} | {row.ref for row in own}
    return [row for row in others if address(row.ref, row.step) not in held and row.ref not in held]


def _rows(turn: Turn, words: str) -> tuple[Any, ...]:
    found = answer(turn.session, words, asker=Asker(), on=turn.on)
    return () if found.error else found.rows
