"""How prisons stand today, in figures: every action of their live plans counted once, by the colours of digests."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from plans.calendar import day_of
from plans.digest.colours import OPEN, colour, days_late, is_soon
from plans.messages import Counts
from plans.progress.turn import Turn
from storage.entries import reporters
from storage.homes import StandingRow, standing

COUNTED = ("done", "sustained", "withdrawn", "blocked", "reported")


def counts(turn: Turn, prisons: Collection[str]) -> dict[str, Counts]:
    """By prison. Of what only a digest can tell (what is new, what was asked for) nothing is counted."""
    rows = standing(turn.session, prisons)
    by = reporters(turn.session, [row.id for row in rows if row.status == "reported"])
    since = {id: day_of(one.at) for id, one in by.items() if one.at}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.prison].update(_counted(row, turn.on, since.get(row.id)))
    return {prison: Counts(**tally) for prison, tally in found.items()}


class _Stood(NamedTuple):
    status: str
    due: date | None
    slips: int
    since: date | None


def _counted(row: StandingRow, on: date, since: date | None) -> Iterator[str]:
    """The names of the counts that it is in."""
    stood = _Stood(row.status, row.due, row.slips, since)
    yield from ("total", colour(stood, on))
    if row.status in OPEN:
        yield "open"
        if row.due is None:
            yield "no_date"
    if row.status in COUNTED:
        yield row.status
    if is_soon(stood, on):
        yield "due_soon"
    if days_late(stood, on):
        yield "overdue"
    if row.status == "reported" and row.due and row.due < on:
        yield "past_reported"
    if row.slips and row.status in OPEN:
        yield "slipped"
