"""What somebody did last, over all plans: what their "undo" is about."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, exists, select
from sqlmodel import Session

from storage.conditions import ENTRY
from storage.database import execute


class DoneRow(NamedTuple):
    action: int
    seq: int
    at: datetime
    words: str | None


def lately(session: Session, person: int | None, who: str | None, since: datetime) -> list[DoneRow]:
    """The entries since a moment that stand, the newest first: a person's, or of whoever spoke as a post alone."""
    later = ENTRY.alias()
    taken_back = exists().where(later.c.plan_id == ENTRY.c.plan_id, later.c.undoes == ENTRY.c.seq)
    by_post = and_(ENTRY.c.person_id.is_(None), ENTRY.c.who == who)
    own = by_post if person is None else ENTRY.c.person_id == person
    theirs = (own, ENTRY.c.at >= since, ENTRY.c.action_id.is_not(None))
    standing = (ENTRY.c.kind.not_in(("undo", "blank")), ~taken_back)
    columns = (ENTRY.c.action_id, ENTRY.c.seq, ENTRY.c.at, ENTRY.c.words)
    found = select(*columns).where(*theirs, *standing).order_by(ENTRY.c.at.desc(), ENTRY.c.seq.desc())
    return [DoneRow._make(row) for row in execute(session, found)]
