"""The sentences, dates and plurals that every platform shares. Each platform marks words its own way."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from plans.messages import Asked, Line, Listing

Mark = Callable[[str], str]

SHORT = 60
_PINGS = re.compile(r"<(?=[!@#/\w])|@(?=(?:here|channel|everyone|group)\b)", re.IGNORECASE)
_BREAK = "\u200b"


@lru_cache(4_096)
def safe(text: str) -> str:
    """Text of plans and people, on one line, unable to notify anyone or to pass for a link in any chat."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return _PINGS.sub(lambda found: found[0] + _BREAK, " ".join(shown.split()))


def short(text: str, most: int = SHORT) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@lru_cache(1_024)
def day(on: date) -> str:
    """31 October 2024"""
    return f"{on.day} {on:%B} {on.year}"


def near(on: date, today: date) -> str:
    """The day without its year where that year is the one we are in."""
    return f"{on.day} {on:%B}" if on.year == today.year else day(on)


def weekday(on: date) -> str:
    """Friday 29 November"""
    return f"{on:%A} {on.day} {on:%B}"


def many(count: int, one: str, several: str = "") -> str:
    """1 action, 2 actions, 2,000 actions"""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """a, b and c"""
    *others, final = list(words) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def status(word: str) -> str:
    return word.replace("_", " ")


def standing(line: Line) -> str:
    """How late an action is, or when it is due and where it stands."""
    if line.days_late > 0 and line.due:
        return f"{many(line.days_late, 'day')} late ({day(line.due)})"
    if line.due is None:
        return f"{status(line.status)}, no date"
    return f"{status(line.status)}, due {day(line.due)}"


def parties(line: Line) -> str:
    return ", ".join(line.owners) or "no owner"


def places(listing: Listing) -> dict[str, str]:
    """By plan, what must stand before a ref to tell actions apart; empty where all are of one plan."""
    shown = {line.plan: line.prison for line in (*listing.lines, *listing.worst)}
    paged = listing.pages > 1 and len(listing.asked.prisons) != 1
    if len(shown) < 2 and not paged:
        return {}
    apart = len(set(shown.values())) == len(shown)
    return {plan: prison if apart else f"{prison} ({plan})" for plan, prison in shown.items()}


def first(listing: Listing) -> tuple[Line, ...]:
    """The few lines that stand as text above any table: the latest five, or the first five of a page."""
    if listing.page > 1 or not any(line.days_late for line in listing.worst):
        return listing.lines[:5]
    return listing.worst[:5]


def summary(listing: Listing) -> str:
    """What was asked, answered in one sentence that adds up."""
    if not listing.total:
        return _nothing(listing)
    verb = "is" if listing.total == 1 else "are"
    counted = (
        f"{listing.total:,} of {many(listing.of, 'action')}"
        if listing.asked.statuses or listing.total != listing.of
        else many(listing.total, "action")
    )
    states = _states(listing.asked, verb)
    return f"{_scope(listing.asked)}: {counted}{states}{_filters(listing.asked)}{_reported(listing)}."


def remarks(listing: Listing, mark: Mark) -> list[str]:
    """How misspelt words were read, and whatever else the answer wants said."""
    readings = [f"I read {mark(heard)} as {meant}." for heard, meant in listing.asked.read_as]
    return [*readings, *listing.notes, *([f"As of {day(listing.on)}."] if listing.shared else [])]


def _scope(asked: Asked) -> str:
    return ", ".join(part for part in (joined(asked.prisons), asked.plans) if part) or "All live plans"


def _states(asked: Asked, verb: str) -> str:
    having = "has" if verb == "is" else "have"
    words = map(status, asked.statuses)
    said = [f"{having} no date" if word == "no date" else f"{verb} {word}" for word in words]
    return f" {joined(said, 'or')}" if said else ""


def _filters(asked: Asked) -> str:
    return f" ({'; '.join(asked.filters)})" if asked.filters else ""


def _reported(listing: Listing) -> str:
    if "overdue" not in listing.asked.statuses:
        return ""
    if not listing.past_reported:
        return ", none reported and waiting"
    return f", and {listing.past_reported:,} past their date, reported, not confirmed"


def _nothing(listing: Listing) -> str:
    """No overdue actions at HMP Rochester today. 3 are due by 17 February."""
    asked = listing.asked
    where = f"at {joined(asked.prisons)}" if asked.prisons else "in any live plan"
    words = [_AFTER_ARE.get(word, word) for word in map(status, asked.statuses)]
    if _ADJECTIVES.issuperset(words):
        states = f"{joined(words, 'or')} " if words else ""
        empty = f"No {states}actions {where}{_filters(asked)} today"
    else:
        empty = f"No actions {where} are {joined(words, 'or')}{_filters(asked)}"
    waiting = _reported(listing) if listing.past_reported else ""
    return f"{empty}{waiting}.{_soon(listing)}"


def _soon(listing: Listing) -> str:
    """What comes next, for those who asked what is late or open and are told nothing is."""
    if not {"overdue", "open"}.intersection(listing.asked.statuses):
        return ""
    count = listing.due_soon
    counted = f"{count:,} {'is' if count == 1 else 'are'}" if count else "None is"
    return f" {counted} due by {near(listing.due_soon_by, listing.on)}."


_ADJECTIVES = {"overdue", "open", "blocked", "ongoing"}
_AFTER_ARE = {"no date": "without a date"}
