"""How fast a workspace may be written to, shared by all who write to it: a row that says when the next may go."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once

PACE = SQLModel.metadata.tables["pace"]


def next_at(session: Session, workspace_id: int, at: datetime, *, longest: timedelta) -> datetime:
    """When the next message may go, `at` or later; others who ask wait until this transaction ends.

    A moment further off than `longest` was written before the clock was set back: it counts as past.
    """
    row = select(PACE.c.next_at).where(PACE.c.workspace_id == workspace_id).with_for_update()
    found = execute(session, row).scalar()
    if found is None:
        insert_once(session, PACE, workspace_id=workspace_id, next_at=at)
        found = execute(session, row).scalar_one()
    return max(found, at) if found <= at + longest else at


def move(session: Session, workspace_id: int, to: datetime) -> None:
    """Nobody sends anything before this moment."""
    execute(session, update(PACE).where(PACE.c.workspace_id == workspace_id).values(next_at=to))
