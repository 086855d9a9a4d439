"""Delegations as they are written: which post does a lead's work, from a day on."""

from datetime import date, timedelta

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.conditions import ACTION, OWNER, PLAN, PLANS, PRISON, RECOMMENDATION
from storage.database import execute
from storage.prepared import Reader, given, rows

DELEGATION = SQLModel.metadata.tables["delegation"]


def delegate(session: Session, action: int, post: str | None, from_on: date) -> None:
    """The post of that key does the work on an action from a day on, nobody else; None: the lead does it again."""
    of_it = DELEGATION.c.action_id == action
    later = and_(of_it, DELEGATION.c.from_on >= from_on)
    running = and_(of_it, or_(DELEGATION.c.until_on.is_(None), DELEGATION.c.until_on >= from_on))
    execute(session, delete(DELEGATION).where(later))
    execute(session, update(DELEGATION).where(running).values(until_on=from_on - timedelta(days=1)))
    if post is None:
        return
    plan = select(ACTION.c.plan_id).where(ACTION.c.id == action).scalar_subquery()
    doing = select(OWNER.c.id).where(OWNER.c.key == post).scalar_subquery()
    execute(session, insert(DELEGATION).values(plan_id=plan, action_id=action, post_id=doing, from_on=from_on))


def prisons_of_plans(reader: Reader) -> dict[str, str]:
    """By a plan's key the key of its prison."""
    wanted = select(PLAN.c.key, PRISON.c.key).select_from(PLANS)
    return dict(tuple(row) for row in rows(reader, "prisons of plans", lambda _: wanted))


def of_theme(reader: Reader, plan: str, theme: str) -> list[int]:
    """The actions of a plan's theme."""
    joined = _OF_PLAN.join(RECOMMENDATION, RECOMMENDATION.c.id == ACTION.c.recommendation_id)
    wanted = joined.where(PLAN.c.key == given("plan"), RECOMMENDATION.c.theme == given("theme"))
    return [id for (id,) in rows(reader, "of theme", lambda _: wanted, {"plan": plan, "theme": theme})]


_OF_PLAN = select(ACTION.c.id).join(PLAN, PLAN.c.id == ACTION.c.plan_id)
