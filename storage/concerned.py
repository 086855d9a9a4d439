"""Whom a prison's digest concerns: its Governor and its coordinators, of prisons whose digest goes anywhere."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, and_, or_, select, true
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ColumnElement

from storage.channels import CHANNEL
from storage.conditions import OWNER, PLAN, PRISON, among
from storage.prepared import Reader, given, rows
from storage.registered import HOLDING, ROLE

_ON = given("on", Date())


class ConcernedRow(NamedTuple):
    person: int
    prison: str


def concerned(reader: Reader, persons: Collection[int], on: date) -> list[ConcernedRow]:
    """Of these people, who holds or acts as Governor, or coordinates, on a day, and where; prison by prison.

    A prison counts that has a live plan and a channel that its digest goes to.
    """

    def holding(dialect: Dialect) -> Select[Any]:
        held = (
            select(HOLDING.c.person_id, PRISON.c.key).select_from(HOLDING).join(OWNER, OWNER.c.id == HOLDING.c.owner_id)
        )
        leads = (OWNER.c.key == "governor", HOLDING.c.capacity.in_(("holder", "acting")), _in_force(HOLDING))
        there = held.join(PRISON, PRISON.c.id == HOLDING.c.prison_id)
        return there.where(*leads, _told(), among(dialect, HOLDING.c.person_id, "persons"))

    def coordinating(dialect: Dialect) -> Select[Any]:
        anywhere = or_(ROLE.c.prison_id.is_(None), ROLE.c.prison_id == PRISON.c.id)
        there = select(ROLE.c.person_id, PRISON.c.key).select_from(ROLE).join(PRISON, and_(true(), anywhere))
        return there.where(
            ROLE.c.role == "coordinator", _in_force(ROLE), _told(), among(dialect, ROLE.c.person_id, "persons")
        )

    values = {"persons": list(persons), "on": on}
    found = {*rows(reader, "concerned holding", holding, values)}
    found |= {*rows(reader, "concerned coordinating", coordinating, values)}
    return [ConcernedRow(*row) for row in sorted((tuple(row) for row in found), key=lambda row: (row[1], row[0]))]


def _in_force(table: Any) -> ColumnElement[bool]:
    began = or_(table.c.from_on.is_(None), table.c.from_on <= _ON)
    return and_(began, or_(table.c.until_on.is_(None), table.c.until_on >= _ON))


def _told() -> ColumnElement[bool]:
    channels = select(CHANNEL.c.prison_id).where(CHANNEL.c.purpose == "digest", CHANNEL.c.active)
    live = select(PLAN.c.prison_id).where(PLAN.c.live)
    return and_(PRISON.c.id.in_(channels.correlate(None)), PRISON.c.id.in_(live.correlate(None)))
