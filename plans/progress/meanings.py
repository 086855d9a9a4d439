"""What was understood of somebody's words, as what is wanted of an action."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

from plans.owners import is_post, key
from plans.progress.drafting import Want
from plans.progress.facts import Facts, facts
from plans.progress.subjects import Scope
from plans.progress.turn import Turn
from plans.replies import Context, Intent, Meant, Understood, understand
from plans.rights import FINISHED, Doing

_DOINGS: dict[Intent, Doing] = {
    "complete": "report",
    "progress": "progress",
    "postpone": "postpone",
    "blocked": "block",
    "not_mine": "hand_over",
    "note": "note",
}
DAYS = ("which_day", "no_such_day", "past_day")
KEPT_UP = ("complete", "progress", "note")
"""Said of what is done, these say that it still happens."""


def context(turn: Turn, found: Facts | None, refs: tuple[str, ...]) -> Context:
    if found is None:
        return Context(turn.on, refs=refs)
    return Context(turn.on, found.due, found.status, found.address, refs)


def understood(turn: Turn, where: Scope, links: tuple[str, ...] = ()) -> Understood:
    """What words mean of the actions that they may be about. Files sent without a word are evidence."""
    if links and not where.text.strip():
        return Understood(Meant("note", evidence=links))
    known = facts(turn, [where.single]) if where.single is not None else {}
    found = next(iter(known.values()), None)
    return understand(where.text, context(turn, found, where.refs if where.in_thread else ()))


def changes(meant: Meant) -> bool:
    """Is it an answer for an action?"""
    return meant.intent in _DOINGS


def want(turn: Turn, found: Facts, meant: Meant, words: str, links: tuple[str, ...]) -> Want:
    """`words` verbatim, all that was said: the history keeps them."""
    doing = _doing(found, meant.intent)
    to = _party(turn, found, meant.to) if doing == "hand_over" else None
    asks = meant.asks
    if doing == "hand_over":
        asks = "whose" if to is None else None
    return Want(
        found.id, doing, found.version, words,
        until=meant.date if doing == "postpone" else None,
        day=meant.date if doing == "report" else None,
        to=to,
        links=tuple(dict.fromkeys((*meant.evidence, *links))),
        read=_assumed(meant),
        assumed=doing == "postpone" and bool(_assumed(meant)),
        asks=asks,
        options=tuple(_to_come(turn, meant.options)),
        phrase=meant.rests_on if meant.asks in DAYS else "",
        reason=meant.note,
    )  # fmt: skip


def _doing(found: Facts, intent: Intent) -> Doing:
    if found.status in FINISHED and intent in KEPT_UP:
        return "sustain"
    if found.standing and found.status == "reported" and intent == "progress":
        return "note"  # that it goes on takes nothing back
    return _DOINGS[intent]


def _assumed(meant: Meant) -> tuple[tuple[str, date], ...]:
    """DESIGN 5: every assumption is read back."""
    return tuple((read.words, read.day) for read in meant.read if read.assumed)


def _to_come(turn: Turn, days: Iterable[date]) -> Iterator[date]:
    """Nobody asks for a day that is past: it is the next of that name."""
    for day in days:
        while day <= turn.on:
            day = day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
        yield day


def _party(turn: Turn, found: Facts, words: str | None) -> str | None:
    """Whom words name, where that is surely somebody: a party that is known here, or a post by its name. What is said
    of them behind it ("Head of Healthcare has it") is no part of the name."""
    said = (words or "").strip().removeprefix("the ").removeprefix("The ")
    split = said.split()
    heads = [key(" ".join(split[:count])) for count in range(len(split), 0, -1)]
    known = next((head for head in heads if head in turn.register.names or head in found.owners), None)
    named = " ".join(takewhile(lambda word: word.casefold() not in _GOES_ON, split))
    party = known or (key(named) if named and is_post(named) else None)
    return None if party == found.lead else party


_GOES_ON = frozenset(
    "has have had does do did is are was owns own leads lead will would should can could must took takes deals needs"
    " now instead who that it it's which please".split()
)
