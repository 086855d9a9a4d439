"""Plans, prisons and owners: how each plan stands, which are live, and the rows that an import needs."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, true, update
from sqlmodel import Session, Table

from storage.asked import PlanTotals
from storage.conditions import ACTION, OWNER, OWNER_NAME, PLAN, PLAN_SHOWN, PLANS, PRISON, STATUS
from storage.database import execute, insert_once
from storage.shapes import on_the_day

_COUNTED = ("actions", "open", "overdue")


def plans(session: Session, on: date) -> list[PlanTotals]:
    """Every plan and how it stands on a day; reviews left out."""
    conditions = (true(), STATUS["open"], STATUS["overdue"])
    counts = [func.count().filter(each).label(name) for each, name in zip(conditions, _COUNTED, strict=True)]
    # Counted before plans are met: one index says it all.
    counted = select(ACTION.c.plan_id, *counts).group_by(ACTION.c.plan_id).subquery()
    wanted = (
        select(*PLAN_SHOWN, *(func.coalesce(counted.c[name], 0) for name in _COUNTED))
        .select_from(PLANS.outerjoin(counted, counted.c.plan_id == PLAN.c.id))
        .where(PLAN.c.kind != "review")
        .order_by(PLAN.c.key)
    )
    return [PlanTotals(*row) for row in execute(session, wanted, on_the_day(on))]


def prison_id(session: Session, key: str, *, name: str) -> int:
    """The prison of that key, made if it is new. The first name stands."""
    insert_once(session, PRISON, key=key, name=name)
    return _id(session, PRISON, key)


def owner_id(session: Session, key: str, *, name: str, printed: str) -> int:
    """The owner of that key, made if it is new, remembering the form in which it was printed."""
    insert_once(session, OWNER, key=key, name=name)
    owner = _id(session, OWNER, key)
    insert_once(session, OWNER_NAME, printed=printed, owner_id=owner)
    return owner


def relive(session: Session, prison_id: int, *, at: datetime) -> tuple[str, ...]:
    """Work out anew which of a prison's plans are live, in whatever order they came; their keys.

    The plan ranked latest is live, and so is any that answers the same inspection or ranks the same. A review
    closes nothing and is never live. The coordinator's override decides for its own plan alone. `at` is when a plan
    that was not live goes live, and when one that was is closed.
    """
    # One import at a time decides for a prison; the lock leaves room for the rows that refer to it.
    execute(session, select(PRISON.c.id).where(PRISON.c.id == prison_id).with_for_update(key_share=True))
    wanted = select(PLAN).where(PLAN.c.prison_id == prison_id, PLAN.c.kind != "review").order_by(PLAN.c.key)
    found = execute(session, wanted).all()
    live = tuple(plan.key for plan in found if _is_live(plan, found))
    opened = [plan.id for plan in found if plan.key in live and not plan.live]
    closed = [plan.id for plan in found if plan.key not in live and plan.live]
    execute(session, update(PLAN).where(PLAN.c.id.in_(opened)).values(live=True, live_at=at, closed_at=None))
    execute(session, update(PLAN).where(PLAN.c.id.in_(closed)).values(live=False, closed_at=at))
    return live


def _is_live(plan: Any, all_plans: Iterable[Any]) -> bool:
    if plan.live_override is not None:
        return bool(plan.live_override)
    latest = max(all_plans, key=_rank)
    return _rank(plan) == _rank(latest) or _same_inspection(plan, latest)


def _rank(plan: Any) -> date:
    return plan.ranked_on or date.min


def _same_inspection(one: Any, other: Any) -> bool:
    dates = (one.inspected_from, one.inspected_to)
    return dates[0] is not None and dates == (other.inspected_from, other.inspected_to)


def _id(session: Session, table: Table, key: str) -> int:
    return int(execute(session, select(table.c.id).where(table.c.key == key)).scalar_one())
