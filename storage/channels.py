"""The channels that a prison's digest, or its coordinator's notices, go to; and what became of them."""

from datetime import datetime
from typing import Literal, NamedTuple

from sqlalchemy import Select, and_, insert, or_, select, update
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.conditions import PRISON
from storage.database import execute
from storage.prepared import Reader, rows

CHANNEL = SQLModel.metadata.tables["channel"]

REMOVED = "it was taken off the list"
"""Its row stays: the ledger names it, and a row's number may be given again."""

Purpose = Literal["digest", "coordinator"]


class ChannelRow(NamedTuple):
    """`prison` is its key, `external` the channel's id in the workspace; not `active`: it refused us, and `why`."""

    id: int
    workspace: int
    prison: str
    prison_name: str
    purpose: str
    external: str
    name: str
    active: bool
    why: str | None


def channels(reader: Reader) -> list[ChannelRow]:
    """Every one that was added and not removed, by prison and purpose."""
    return [ChannelRow._make(row) for row in rows(reader, "channels", lambda _: _CHANNELS)]


def add(
    session: Session, prison: str, purpose: Purpose, *, workspace: int, external: str, name: str, at: datetime
) -> None:
    """A channel that was proved by a post: from now on it is written to."""
    place = execute(session, select(PRISON.c.id).where(PRISON.c.key == prison)).scalar_one()
    one = _one(workspace, place, purpose, external)
    proved = {"name": name, "active": True, "why": None, "proved_at": at}
    if not execute(session, update(CHANNEL).where(one).values(proved)).rowcount:
        key = {"workspace_id": workspace, "prison_id": place, "purpose": purpose, "external": external}
        execute(session, insert(CHANNEL).values({**key, **proved}))


def remove(session: Session, numbers: list[int]) -> None:
    """Nothing is written there any more."""
    execute(session, update(CHANNEL).where(CHANNEL.c.id.in_(numbers)).values(active=False, why=REMOVED))


def lose(session: Session, workspace: int, external: str, *, why: str) -> None:
    """The workspace does not let us write there: for no prison, and for no purpose."""
    there = and_(CHANNEL.c.workspace_id == workspace, CHANNEL.c.external == external, CHANNEL.c.active)
    execute(session, update(CHANNEL).where(there).values(active=False, why=why))


def _one(workspace: int, place: int, purpose: str, external: str) -> ColumnElement[bool]:
    return and_(
        CHANNEL.c.workspace_id == workspace,
        CHANNEL.c.prison_id == place,
        CHANNEL.c.purpose == purpose,
        CHANNEL.c.external == external,
    )


_COLUMNS = (
    CHANNEL.c.id, CHANNEL.c.workspace_id, PRISON.c.key, PRISON.c.name, CHANNEL.c.purpose, CHANNEL.c.external,
    CHANNEL.c.name, CHANNEL.c.active, CHANNEL.c.why,
)  # fmt: skip
_CHANNELS: Select[tuple[object, ...]] = (
    select(*_COLUMNS)
    .join(PRISON, PRISON.c.id == CHANNEL.c.prison_id)
    .where(or_(CHANNEL.c.active, CHANNEL.c.why != REMOVED))
    .order_by(PRISON.c.key, CHANNEL.c.purpose.desc(), CHANNEL.c.id)
)
