"""The plans that an import closes, with what stands open in each: listed once, to be carried over or left."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from plans.addresses import written
from plans.calendar import day_of
from plans.entries import days_late
from plans.messages.imports import ClosedPlan
from plans.messages.lines import Line
from plans.rights import UNFINISHED
from storage.models import Action, ActionOwner, Plan, Prison


def closed(session: Session, keys: Sequence[str], at: datetime) -> tuple[ClosedPlan, ...]:
    """Those of these keys, in order, with their open actions in the plan's order."""
    found = []
    for key in keys:
        plan = session.exec(select(Plan).where(Plan.key == key)).one()
        found.append(ClosedPlan(key, plan.title, tuple(_lines(session, plan, at))))
    return tuple(found)


def open_of(session: Session, plan: Plan) -> Sequence[Action]:
    """What nobody has said is done."""
    wanted = select(Action).where(Action.plan_id == plan.id, col(Action.status).in_(UNFINISHED))
    return session.exec(wanted.order_by(col(Action.position))).all()


def _lines(session: Session, plan: Plan, at: datetime) -> list[Line]:
    rows = open_of(session, plan)
    prison = session.get_one(Prison, plan.prison_id).name
    owners, on = owners_of(session, [row.id or 0 for row in rows]), day_of(at)
    return [
        Line(
            plan.key, prison, written(row.ref, row.step), row.title, tuple(owners[row.id or 0]), row.due, row.status,
            days_late(row.status, row.due, on), row.starts,
        )
        for row in rows
    ]  # fmt: skip


def owners_of(session: Session, actions: Any) -> dict[int, list[str]]:
    """By action, as printed, the lead first. `actions` are ids, or a selection of them."""
    wanted = (
        select(ActionOwner.action_id, ActionOwner.printed)
        .where(col(ActionOwner.action_id).in_(actions))
        .order_by(col(ActionOwner.position))
    )
    found: dict[int, list[str]] = defaultdict(list)
    for action, printed in session.exec(wanted):
        found[action].append(printed)
    return found
