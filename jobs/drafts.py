"""The next digest in the briefs of the working day before: for a prison's Governor and its coordinators, who will be
asked about it. It makes no brief by itself, and is composed once for a prison, whoever reads it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session

from plans import digests
from plans.calendar import next_working_day
from plans.digest.drafting import drafted
from plans.messages import Drafted
from storage.concerned import concerned

MANY = 8
"""Prisons: whoever coordinates more finds the drafts of the others with `/actions digest`."""


def drafts(session: Session, on: date, persons: Collection[int], now: datetime) -> dict[int, tuple[Drafted, ...]]:
    """By person. On every other day nobody is told, and nothing is looked up."""
    day = next_working_day(on)
    if not persons or digests.next_day(session, now) != day:
        return {}
    theirs: defaultdict[int, list[str]] = defaultdict(list)
    for row in concerned(session, persons, on):
        theirs[row.person].append(row.prison)
    wanted = {prison for prisons in theirs.values() for prison in prisons[:MANY]}
    made = {prison: _drafted(session, prison, day, now) for prison in wanted}
    return {person: tuple(made[prison] for prison in prisons[:MANY]) for person, prisons in theirs.items()}


def _drafted(session: Session, prison: str, day: date, now: datetime) -> Drafted:
    before = digests.stored(session, prison)
    return drafted(digests.preview(session, prison, day, now=now), before.digest if before else None)
