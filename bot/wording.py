"""The sentences, dates and plurals that every platform shares. Each platform marks words its own way."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache

from plans.calendar import LONDON
from plans.messages import Line, Listing
from plans.owners import is_post

Mark = Callable[[str], str]

SHORT = 60
_PINGS = re.compile(r"<(?=[!@#/\w])|@(?=(?:here|channel|everyone|group)\b)", re.IGNORECASE)
_BREAK = "\u200b"


@lru_cache(30_000)
def safe(text: str) -> str:
    """Text of plans and people, on one line, unable to notify anyone or to pass for a link in any chat."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return _PINGS.sub(lambda found: found[0] + _BREAK, " ".join(shown.split()))


def short(text: str, most: int = SHORT) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@lru_cache(5_000)
def day(on: date) -> str:
    """31 October 2024"""
    return f"{on.day} {on:%B} {on.year}"


def near(on: date, today: date) -> str:
    """The day without its year where that year is the one we are in."""
    return f"{on.day} {on:%B}" if on.year == today.year else day(on)


def weekday(on: date) -> str:
    """Friday 29 November"""
    return f"{on:%A} {on.day} {on:%B}"


def moment(at: datetime) -> str:
    """2 December at 10:42, in London"""
    there = at.astimezone(LONDON)
    return f"{there.day} {there:%B} at {there:%H:%M}"


def many(count: int, one: str, several: str = "") -> str:
    """1 action, 2 actions, 2,000 actions"""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def the(party: str) -> str:
    """ "the Governor", but "GFSL"."""
    return f"the {party}" if is_post(party) else party


def full(on: date) -> str:
    """Saturday 30 November 2024"""
    return f"{weekday(on)} {on.year}"


def nth(on: date) -> str:
    """the 15th"""
    ending = "th" if on.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(on.day % 10, "th")
    return f"the {on.day}{ending}"


def strong(words: str) -> str:
    """What the eye is to find first. Each platform marks it its own way: `spans` tells it from the rest."""
    return f"{_STRONG}{words.replace(_STRONG, ' ')}{_STRONG}"


def spans(sentence: str) -> list[tuple[str, bool]]:
    """A sentence in parts, and which of them are strong."""
    return [(part, at % 2 == 1) for at, part in enumerate(sentence.split(_STRONG)) if part]


def unmarked(sentence: str) -> str:
    return sentence.replace(_STRONG, "")


def quote(words: str, most: int = 200) -> str:
    """Somebody's own words, on one line and no longer than is read at a glance."""
    return f"“{short(' '.join(words.replace(_STRONG, ' ').split()), most)}”"


def capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def are(count: int) -> str:
    return "is" if count == 1 else "are"


def joined(words: Iterable[str], last: str = "and") -> str:
    """a, b and c"""
    *others, final = list(words) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def status(word: str) -> str:
    return word.replace("_", " ")


def progress(line: Line) -> str:
    """Where an action stands, in a plan's words; empty while nothing has been said of it."""
    return _PROGRESS.get(line.status, status(line.status))


def standing(line: Line) -> str:
    """How late an action is, or where it stands and when it is due."""
    if line.days_late > 0 and line.due:
        return f"{many(line.days_late, 'day')} late ({day(line.due)})"
    if line.status in _OVER:
        return progress(line)
    return ", ".join(filter(None, [progress(line), _when(line)]))


def _when(line: Line) -> str:
    if line.due:
        return f"due {day(line.due)}"
    return f"{since(line.starts)}, no end date" if line.starts else "no date"


def since(starts: date) -> str:
    """From October 2024; a day that is not the month's first was named, and is said."""
    return f"from {starts:%B} {starts.year}" if starts.day == 1 else f"from {day(starts)}"


def parties(line: Line) -> str:
    return ", ".join(line.owners) or "no owner"


def first(listing: Listing) -> tuple[Line, ...]:
    """The few lines that stand as text above any table: the latest five, or the first five of a page."""
    if listing.page > 1 or not any(line.days_late for line in listing.worst):
        return listing.lines[:5]
    return listing.worst[:5]


def remarks(listing: Listing, mark: Mark) -> list[str]:
    """How misspelt words were read, and whatever else the answer wants said."""
    readings = [f"I read {mark(heard)} as {meant}." for heard, meant in listing.asked.read_as]
    earlier = listing.earlier and f"{listing.earlier[1]:,} due {listing.earlier[0]} {are(listing.earlier[1])} late."
    dated = f"As of {day(listing.on)}." if listing.shared else ""
    return [*readings, *listing.notes, *filter(None, [earlier, dated])]


_STRONG = "\x02"  # stands in nothing that people write: `safe` makes a space of it
_PROGRESS = {"not_started": "", "done": "completed", "sustained": "completed and ongoing"}
_OVER = {"done", "sustained", "withdrawn"}
