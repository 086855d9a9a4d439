"""What has been acted on already, so that a retry or a replay has no second effect."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once

INBOUND = SQLModel.metadata.tables["inbound"]


def first_time(session: Session, key: str, at: datetime) -> bool:
    """Whether this event or press is new. Asked in the transaction of its effect: both happen, or neither."""
    return insert_once(session, INBOUND, key=key, at=at)


def forget(session: Session, key: str) -> None:
    """Let this press count again: what it was to do did not happen."""
    execute(session, delete(INBOUND).where(INBOUND.c.key == key))


def forget_before(session: Session, at: datetime) -> int:
    """Drop what no platform would send again; how many."""
    return execute(session, delete(INBOUND).where(INBOUND.c.at < at)).rowcount
