"""Which action a message of ours in somebody's direct messages is about: what is said in its thread is of it."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once
from storage.prepared import Reader, given, rows

SPOKEN = SQLModel.metadata.tables["spoken"]


def remember(session: Session, channel: str, ts: str, action: int, at: datetime) -> None:
    """The message at that place is about the action. What a message is about never changes."""
    insert_once(session, SPOKEN, channel=channel, ts=ts, action_id=action, at=at)


def action_of(reader: Reader, channel: str, ts: str) -> int | None:
    """The action that the message is about, if it is one of ours about one action."""
    found = rows(reader, "spoken of", lambda _: _THERE, {"channel": channel, "ts": ts})
    return int(found[0][0]) if found else None


def forget_before(session: Session, at: datetime) -> int:
    """Drop what was said before a moment; how many."""
    return execute(session, delete(SPOKEN).where(SPOKEN.c.at < at)).rowcount


_THERE = select(SPOKEN.c.action_id).where(SPOKEN.c.channel == given("channel"), SPOKEN.c.ts == given("ts"))
