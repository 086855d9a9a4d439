"""What each Slack workspace or Teams tenant has been seen to accept."""

from sqlalchemy import and_, select, update
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once

WORKSPACE = SQLModel.metadata.tables["workspace"]


def table_block(session: Session, *, platform: str, team: str) -> str | None:
    """The table block it accepts: `data_table`, `table` or `none`; None when that is not known yet."""
    return execute(session, select(WORKSPACE.c.table_block).where(_is(platform, team))).scalar()


def remember_table_block(session: Session, block: str | None, *, platform: str, team: str) -> None:
    """Keep what was learnt; None forgets it, to be tried again."""
    insert_once(session, WORKSPACE, platform=platform, team=team)
    execute(session, update(WORKSPACE).where(_is(platform, team)).values(table_block=block))


def _is(platform: str, team: str) -> ColumnElement[bool]:
    return and_(WORKSPACE.c.platform == platform, WORKSPACE.c.team == team)


def workspace_id(session: Session, *, platform: str, team: str) -> int:
    """Its row's number; made when it is new."""
    insert_once(session, WORKSPACE, platform=platform, team=team)
    return int(execute(session, select(WORKSPACE.c.id).where(_is(platform, team))).scalar_one())
