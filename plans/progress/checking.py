"""Whether what is asked for can be: a day to come, a reason, a post that there is. What is wrong is a sentence."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from plans.owners import is_post
from plans.progress import chasing
from plans.progress.facts import Facts
from plans.progress.refusing import the
from plans.progress.turn import Turn
from plans.rights import NEED_REASON, NEED_WORDS, Doing

LONGEST = 3_000
"""Characters of what somebody says at once: as many as one Slack input takes."""

FURTHEST = 2100
"""The year from which a date is a slip of the keys."""


class WantedLike(Protocol):
    @property
    def doing(self) -> Doing: ...
    @property
    def words(self) -> str: ...
    @property
    def until(self) -> date | None: ...
    @property
    def day(self) -> date | None: ...
    @property
    def to(self) -> str | None: ...
    @property
    def links(self) -> tuple[str, ...]: ...


def legible(words: str) -> str:
    """Without what no database keeps: the null character, halves of pairs."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode().strip()


def one_word(link: str) -> str:
    """A link has no white space: it could be taken for two."""
    return "".join(legible(link).split())


def wrong(turn: Turn, facts: Facts, wanted: WantedLike) -> Iterator[tuple[str, str]]:
    """(code, sentence) of everything that is wrong with it, the worst first."""
    dated = list(_until(turn, facts, wanted.until)) if wanted.doing == "postpone" else []
    if wanted.doing == "nudge":
        yield from chasing.wrong(turn, facts, wanted.words)
    # No reason is asked for a date that nobody can be given.
    yield from dated if wanted.until else ()
    yield from _words(wanted)
    yield from dated if not wanted.until else ()
    if wanted.doing in ("hand_over", "delegate"):
        yield from _to(turn, facts, wanted)
    if wanted.day and wanted.day > turn.on:
        yield "day_to_come", f"{_said(wanted.day)} is still to come, so nothing can have been done on it."


def _words(wanted: WantedLike) -> Iterator[tuple[str, str]]:
    words = wanted.words.strip()
    if len(words) > LONGEST or sum(map(len, wanted.links)) > LONGEST:
        most = f"{LONGEST:,} characters at most"
        yield (
            "too_long",
            f"That is {len(words):,} characters: {most}. Keep the evidence where it lives and send its link.",
        )
    if not words and wanted.doing in NEED_REASON:
        yield "reason", "Say why, in a few words: the reason is kept with it."
    elif not words and wanted.doing in NEED_WORDS:
        yield "reason", "Say in a line how you know that it still happens."
    if wanted.doing == "note" and not words and not wanted.links:
        yield "reason", "Say something, or send a link: an empty note is none."


def _until(turn: Turn, facts: Facts, until: date | None) -> Iterator[tuple[str, str]]:
    if until is None:
        yield "no_date", "Say until when: the date that you ask for."
    elif until <= turn.on:
        past = "is today" if until == turn.on else "is past"
        yield "past", f"{_said(until)} {past}. Ask for a day to come."
    elif until.year >= FURTHEST:
        yield "far", f"{_said(until)} is out of reach: ask for a date before {FURTHEST}."
    elif facts.due and until <= facts.due:
        later = "already, so" if until == facts.due else f"and {_said(until)} is no later:"
        yield "not_later", f"It is due on {_said(facts.due)} {later} its date stands."
    elif facts.starts and until < facts.starts:
        yield "before_start", f"{_said(until)} is before it starts, on {_said(facts.starts)}."


def _to(turn: Turn, facts: Facts, wanted: WantedLike) -> Iterator[tuple[str, str]]:
    to = wanted.to
    if wanted.doing == "delegate" and to is None:
        return
    if not to:
        yield "no_post", "Say which post it should go to."
    elif not (is_post(to) or to in turn.register.names):
        yield "unknown_post", f"I do not know a post named {to[:60]}."
    elif to == facts.lead and wanted.doing == "hand_over":
        yield "same_post", f"{the(turn, to)[:1].upper()}{the(turn, to)[1:]} leads action {facts.address} already."
    elif wanted.doing == "delegate" and to != facts.lead and not _is_held(turn, facts, to):
        named, where = turn.name_of(to), turn.where(facts.prison)
        yield "unheld", f"Nobody is registered as {named} of {where}, so nobody would be reminded. Register them first."


def _is_held(turn: Turn, facts: Facts, post: str) -> bool:
    return any((one.prison, one.post) == (facts.prison, post) and one.person for one in turn.register.holdings)


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
