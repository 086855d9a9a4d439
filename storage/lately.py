"""What somebody did last, over all plans: what their "undo" is about."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlmodel import Session

from storage.conditions import ENTRY
from storage.database import execute


class DoneRow(NamedTuple):
    action: int
    seq: int
    at: datetime


def lately(session: Session, person: int, since: datetime) -> list[DoneRow]:
    """A person's entries since a moment that stand, the newest first."""
    later = ENTRY.alias()
    taken_back = exists().where(later.c.plan_id == ENTRY.c.plan_id, later.c.undoes == ENTRY.c.seq)
    theirs = (ENTRY.c.person_id == person, ENTRY.c.at >= since, ENTRY.c.action_id.is_not(None))
    standing = (ENTRY.c.kind.not_in(("undo", "blank")), ~taken_back)
    columns = (ENTRY.c.action_id, ENTRY.c.seq, ENTRY.c.at)
    found = select(*columns).where(*theirs, *standing).order_by(ENTRY.c.at.desc(), ENTRY.c.seq.desc())
    return [DoneRow._make(row) for row in execute(session, found)]
