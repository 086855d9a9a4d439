"""Concerns as they are set against those of a prison's earlier plans, and which of them stood there before."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import delete, insert, select
from sqlmodel import Session, SQLModel

from storage.conditions import ACTION, PLAN, RECOMMENDATION
from storage.database import execute

REPEATED = SQLModel.metadata.tables["repeated"]


class PlanRow(NamedTuple):
    """`ranked_on` says which of a prison's plans is later."""

    id: int
    key: str
    ranked_on: date | None
    inspected: date | None


class ConcernRow(NamedTuple):
    """One action and the concern that it answers."""

    id: int
    ref: str
    concern: str | None
    theme: str | None
    title: str
    text: str
    target: str | None
    due: date | None


class RepeatedRow(NamedTuple):
    """`plan`, `year` and `ranked_on` are those of the earlier plan."""

    id: int
    earlier: int
    said: bool
    likeness: int
    plan: int
    year: int
    ranked_on: date | None


def plans(session: Session, prison_id: int) -> list[PlanRow]:
    """A prison's plans, the earliest first; reviews are none."""
    wanted = (
        select(PLAN.c.id, PLAN.c.key, PLAN.c.ranked_on, PLAN.c.inspected_to)
        .where(PLAN.c.prison_id == prison_id, PLAN.c.kind != "review", PLAN.c.ranked_on.is_not(None))
        .order_by(PLAN.c.ranked_on, PLAN.c.key)
    )
    return [PlanRow._make(row) for row in execute(session, wanted)]


def concerns(session: Session, plans: Collection[int], refs: Collection[str] | None = None) -> list[ConcernRow]:
    """Of each action of the plans its concern, in the order of their actions; of some refs alone, and of whichever
    answer the same concern as those."""
    same = RECOMMENDATION.alias()
    wanted = (
        select(
            RECOMMENDATION.c.id, ACTION.c.ref, RECOMMENDATION.c.text, RECOMMENDATION.c.theme, ACTION.c.title,
            ACTION.c.text, ACTION.c.target, ACTION.c.original_due,
        )
        .join(ACTION, ACTION.c.recommendation_id == RECOMMENDATION.c.id)
        .where(RECOMMENDATION.c.plan_id.in_(list(plans)))
        .order_by(RECOMMENDATION.c.plan_id, ACTION.c.position)
    )  # fmt: skip
    if refs is not None:
        texts = select(same.c.text).where(same.c.plan_id.in_(list(plans)), same.c.ref.in_(list(refs)))
        wanted = wanted.where(ACTION.c.ref.in_(list(refs)) | RECOMMENDATION.c.text.in_(texts))
    return [ConcernRow._make(row) for row in execute(session, wanted)]


def keep(session: Session, prison_id: int, found: Iterable[tuple[int, int, bool, int]]) -> None:
    """(concern, earlier concern, said, likeness), instead of whatever was kept of that prison."""
    theirs = (
        select(RECOMMENDATION.c.id)
        .join(PLAN, PLAN.c.id == RECOMMENDATION.c.plan_id)
        .where(PLAN.c.prison_id == prison_id)
    )
    execute(session, delete(REPEATED).where(REPEATED.c.recommendation_id.in_(theirs)))
    names = ("recommendation_id", "earlier_id", "said", "likeness")
    if rows := [dict(zip(names, row, strict=True)) for row in found]:
        execute(session, insert(REPEATED), rows)


def repeated(session: Session, plans: Collection[int]) -> list[RepeatedRow]:
    """Of the plans' concerns those that stood in earlier plans, the earliest of those first."""
    of = RECOMMENDATION.alias()
    wanted = (
        select(
            REPEATED.c.recommendation_id, REPEATED.c.earlier_id, REPEATED.c.said, REPEATED.c.likeness, PLAN.c.id,
            PLAN.c.year, PLAN.c.ranked_on,
        )
        .join(of, of.c.id == REPEATED.c.recommendation_id)
        .join(RECOMMENDATION, RECOMMENDATION.c.id == REPEATED.c.earlier_id)
        .join(PLAN, PLAN.c.id == RECOMMENDATION.c.plan_id)
        .where(of.c.plan_id.in_(list(plans)))
        .order_by(PLAN.c.ranked_on, PLAN.c.key)
    )  # fmt: skip
    return [RepeatedRow._make(row) for row in execute(session, wanted)]
