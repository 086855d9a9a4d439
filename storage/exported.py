"""Of actions that are written out: when each was last answered for and as which post, and when anything was last
recorded of it. Nobody's name, and nobody's words."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.engine import Dialect

from storage.conditions import ACTION, ENTRY, PLAN, among
from storage.heard import ANSWERS, DECIDED
from storage.models import Instant
from storage.prepared import Reader, given, rows

SAID = (*ANSWERS, *DECIDED)


class SaidRow(NamedTuple):
    """`as_post` and `for_party` are keys."""

    at: datetime
    as_post: str | None
    for_party: str | None


def last_said(reader: Reader, actions: Collection[int], until: datetime) -> dict[int, SaidRow]:
    """Of each, what was last said by then and not taken back by then, of those of which anything was."""

    def build(dialect: Dialect) -> Select[Any]:
        undo = ENTRY.alias()
        taken_back = exists().where(undo.c.plan_id == ENTRY.c.plan_id, undo.c.undoes == ENTRY.c.seq, undo.c.at <= _THEN)
        of_these = (among(dialect, ENTRY.c.action_id, "ids"), ENTRY.c.kind.in_(SAID), ENTRY.c.at <= _THEN)
        last = select(ENTRY.c.action_id, func.max(ENTRY.c.seq).label("seq")).where(*of_these, ~taken_back)
        found = last.group_by(ENTRY.c.action_id).subquery()
        it = and_(found.c.action_id == ENTRY.c.action_id, found.c.seq == ENTRY.c.seq)
        columns = (ENTRY.c.action_id, ENTRY.c.at, ENTRY.c.as_post, ENTRY.c.for_party)
        return select(*columns).select_from(ENTRY.join(found, it))

    told = rows(reader, "last said", build, {"ids": list(actions), "then": until})
    return {action: SaidRow(*rest) for action, *rest in told}


def recorded(reader: Reader, actions: Collection[int], until: datetime) -> dict[int, datetime]:
    """Of each, the moment of what was last recorded by then; that of its plan's loading, where nothing was."""

    def build(dialect: Dialect) -> Select[Any]:
        last = func.coalesce(func.max(ENTRY.c.at).filter(ENTRY.c.at <= _THEN), func.max(PLAN.c.loaded_at))
        joined = ACTION.join(PLAN, PLAN.c.id == ACTION.c.plan_id).outerjoin(ENTRY, ENTRY.c.action_id == ACTION.c.id)
        wanted: Select[Any] = select(ACTION.c.id, last).select_from(joined)
        return wanted.where(among(dialect, ACTION.c.id, "ids")).group_by(ACTION.c.id)

    return dict(rows(reader, "last recorded", build, {"ids": list(actions), "then": until}))


_THEN = given("then", Instant())
