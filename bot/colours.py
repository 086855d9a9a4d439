"""The five colours in words and figures (DESIGN section 2, RAG): never a colour alone, and they add up to the plan."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from bot.lateness import SOON
from plans.messages import COLOURS, Colour, Counts, Digest, DigestLine

GAP = " · "
SIGNS: dict[Colour, str] = {
    "red": "\N{LARGE RED CIRCLE}",
    "amber": "\N{LARGE ORANGE CIRCLE}",
    "green": "\N{LARGE GREEN CIRCLE}",
    "blue": "\N{LARGE BLUE CIRCLE}",
    "grey": "\N{MEDIUM WHITE CIRCLE}",
}


def standing(digest: Digest) -> str:
    """🔴 18 red (18 late) · 🟠 0 amber · 🟢 7 green (on track) · 🔵 0 blue · ⚪ 1 grey (no date) = 26

    Every action is in one of the five. What is red is not only what is late, so it is said what it is made of.
    """
    made: dict[Colour, Counter[str]] = {colour: Counter() for colour in COLOURS}
    for each in digest.lines:
        made[each.colour][_WHY[each.colour](each, digest.on)] += 1
    shown = [f"{SIGNS[colour]} {getattr(digest.counts, colour):,} {colour}{_made(made[colour])}" for colour in COLOURS]
    return f"{GAP.join(shown)} = {digest.counts.total:,}"


def in_colours(counts: Counts) -> str:
    """The five alone, of several prisons."""
    shown = [f"{SIGNS[colour]} {getattr(counts, colour):,} {colour}" for colour in COLOURS]
    return f"{GAP.join(shown)} = {counts.total:,}"


def _made(reasons: Counter[str]) -> str:
    if not reasons:
        return ""
    if len(reasons) == 1 and next(iter(reasons)) in _PLAIN:
        return f" ({next(iter(reasons))})"
    said = sorted(reasons.items(), key=lambda pair: _FIRST.index(pair[0]) if pair[0] in _FIRST else len(_FIRST))
    return f" ({', '.join(f'{count:,} {why}' for why, count in said)})"


def _red(each: DigestLine, on: date) -> str:
    if each.line.days_late:
        return "late"
    return BLOCKED if each.line.status == "blocked" else LONG_REPORTED


def _amber(each: DigestLine, on: date) -> str:
    if each.line.status == "reported":
        return "reported"
    due = each.line.due
    return SOON_DUE if due and (due - on).days <= SOON else "slipped"


def _grey(each: DigestLine, on: date) -> str:
    return "withdrawn" if each.line.status == "withdrawn" else "no date"


_WHY: dict[Colour, Callable[[DigestLine, date], str]] = {
    "red": _red,
    "amber": _amber,
    "green": lambda each, on: "on track",
    "blue": lambda each, on: "done" if each.line.status == "done" else "done and ongoing",
    "grey": _grey,
}


BLOCKED, LONG_REPORTED = "blocked but not late", "reported 20 working days ago or more"
SOON_DUE = f"due within {SOON} days"
_FIRST = ("late", BLOCKED, LONG_REPORTED, SOON_DUE, "slipped", "reported", "done", "done and ongoing", "no date")
"""The same order each week, whichever action stands first in the plan."""
_PLAIN = {"on track", "no date", "done", "done and ongoing", "withdrawn"}
"""What says by itself of what all of a colour are."""
