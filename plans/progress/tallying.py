"""How prisons stand today, in figures: every action of their live plans counted once, by the colours of digests."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from plans.calendar import day_of, working_day_after
from plans.entries import days_late
from plans.messages import Colour, Counts
from plans.policy.desk import OPEN
from plans.progress.turn import Turn
from storage.entries import reporters
from storage.homes import StandingRow, standing

SOON = 14
UNCONFIRMED = 20  # working days after which what was reported is red


def counts(turn: Turn, prisons: Collection[str]) -> dict[str, Counts]:
    """By prison. Of what only a digest can tell (what is new, what was asked for) nothing is counted."""
    rows = standing(turn.session, prisons)
    by = reporters(turn.session, [row.id for row in rows if row.status == "reported"])
    since = {id: day_of(one.at) for id, one in by.items() if one.at}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.prison].update(_counted(row, turn.on, since.get(row.id)))
    return {prison: Counts(**tally) for prison, tally in found.items()}


def _counted(row: StandingRow, on: date, since: date | None) -> Iterator[str]:
    """The names of the counts that it is in."""
    yield from ("total", colour(row.status, row.due, row.slips, on, since))
    if row.status in OPEN:
        yield "open"
        if row.due is None:
            yield "no_date"
        elif on <= row.due and (row.due - on).days <= SOON:
            yield "due_soon"
    if row.status in ("done", "sustained", "withdrawn", "blocked", "reported"):
        yield row.status
    if days_late(row.status, row.due, on):
        yield "overdue"
    if row.status == "reported" and row.due and row.due < on:
        yield "past_reported"
    if row.slips:
        yield "slipped"


def colour(status: str, due: date | None, slips: int, on: date, since: date | None) -> Colour:
    """DESIGN 2, RAG: the first that fits."""
    if status == "withdrawn":
        return "grey"
    if status in ("done", "sustained"):
        return "blue"
    stale = status == "reported" and since is not None and working_day_after(since, UNCONFIRMED) <= on
    if days_late(status, due, on) or status == "blocked" or stale:
        return "red"
    if status == "reported" or slips or (due is not None and on <= due and (due - on).days <= SOON):
        return "amber"
    return "green" if due is not None else "grey"
