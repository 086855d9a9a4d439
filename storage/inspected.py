"""When inspectors were there: which prisons' plans do not print it, and what a coordinator said."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, exists, or_, select, update
from sqlalchemy.engine import Dialect
from sqlmodel import Session

from storage.conditions import PLAN, PLANS, PRISON, among
from storage.database import execute
from storage.prepared import Reader, given, rows


class UninspectedRow(NamedTuple):
    """A live plan of a prison of which nobody knows when it was inspected: the latest, where several are live."""

    plan: str
    prison: str
    live_at: datetime | None


class InspectedRow(NamedTuple):
    """`first` and `last` are as printed, `told` as the coordinator said."""

    id: int
    key: str
    prison: str
    title: str
    kind: str
    live: bool
    first: date | None
    last: date | None
    told: date | None


def uninspected(reader: Reader, prisons: Collection[str] | None = None) -> list[UninspectedRow]:
    """One a prison; of some prisons, or of all."""

    def build(dialect: Dialect) -> Select[Any]:
        some = [] if prisons is None else [among(dialect, PRISON.c.key, "prisons")]
        wanted = select(PRISON.c.key, PLAN.c.key, PLAN.c.live_at).select_from(PLANS).where(PLAN.c.live, ~_known, *some)
        return wanted.order_by(PRISON.c.key, PLAN.c.ranked_on.is_not(None), PLAN.c.ranked_on, PLAN.c.key)

    values = {} if prisons is None else {"prisons": list(prisons)}
    found = rows(reader, ("uninspected", prisons is None), build, values)
    return list({prison: UninspectedRow(plan, prison, live_at) for prison, plan, live_at in found}.values())


def plan_named(reader: Reader, key: str) -> InspectedRow | None:
    found = rows(reader, "plan inspected", lambda _: _ONE, {"plan": key})
    return InspectedRow._make(found[0]) if found else None


def tell(session: Session, plan_id: int, day: date | None) -> None:
    execute(session, update(PLAN).where(PLAN.c.id == plan_id).values(inspected_told=day))


_other = PLAN.alias()
_known = exists().where(
    and_(_other.c.prison_id == PLAN.c.prison_id, _other.c.live),
    or_(_other.c.inspected_to.is_not(None), _other.c.inspected_told.is_not(None)),
)
_ONE = (
    select(
        PLAN.c.id, PLAN.c.key, PRISON.c.key, PLAN.c.title, PLAN.c.kind, PLAN.c.live, PLAN.c.inspected_from,
        PLAN.c.inspected_to, PLAN.c.inspected_told,
    )
    .select_from(PLANS)
    .where(PLAN.c.key == given("plan"))
)  # fmt: skip
