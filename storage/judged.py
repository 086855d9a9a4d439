"""What inspectors judged on their visits, which plans stood then, and what a person matched to what."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select
from sqlmodel import Session

from storage.conditions import ACTION, ENTRY, PLAN, PLANS, PRISON
from storage.database import execute
from storage.digests import ENTRIES, JUDGEMENT, MATCH, STATES, EntryRow, StateRow


class PlanRow(NamedTuple):
    """A plan, or a review of progress. `first` and `last` are the days of the inspection that it prints."""

    id: int
    key: str
    kind: str
    title: str
    live: bool
    live_override: bool | None
    ranked_on: date | None
    first: date | None
    last: date | None
    published: date | None
    submitted: date | None
    loaded_at: datetime

    @property
    def visited(self) -> date | None:
        """Of a review, the day by which inspectors had seen what they judge."""
        return self.last or self.published or self.submitted


class JudgementRow(NamedTuple):
    id: int
    body: str
    kind: str
    section: str | None
    text: str
    rating: str
    paragraph: str | None


class MatchRow(NamedTuple):
    """Neither theme nor ref: a person said that it is about nothing of the plan."""

    judgement: int
    plan: int
    theme: str | None
    ref: str | None
    told_by: str
    told_at: datetime


def plans(session: Session, prison: str) -> list[PlanRow]:
    """A prison's plans and reviews."""
    wanted = (
        select(
            PLAN.c.id, PLAN.c.key, PLAN.c.kind, PLAN.c.title, PLAN.c.live, PLAN.c.live_override, PLAN.c.ranked_on,
            PLAN.c.inspected_from, PLAN.c.inspected_to, PLAN.c.published, PLAN.c.submitted, PLAN.c.loaded_at,
        )
        .select_from(PLANS)
        .where(PRISON.c.key == prison)
        .order_by(PLAN.c.key)
    )  # fmt: skip
    return [PlanRow._make(row) for row in execute(session, wanted)]


def reviewed(session: Session) -> list[str]:
    """The prisons of which a review is held, by name."""
    wanted = select(PRISON.c.key, PRISON.c.name).select_from(PLANS).where(PLAN.c.kind == "review").distinct()
    return [row.key for row in execute(session, wanted.order_by(PRISON.c.name))]


def reviews(session: Session) -> list[tuple[str, str, int]]:
    """Every review: its key, its prison's name, how many judgements it holds."""
    counted = func.count(JUDGEMENT.c.id)
    wanted = (
        select(PLAN.c.key, PRISON.c.name, counted)
        .select_from(PLANS.outerjoin(JUDGEMENT, JUDGEMENT.c.plan_id == PLAN.c.id))
        .where(PLAN.c.kind == "review")
        .group_by(PLAN.c.key, PRISON.c.name)
        .order_by(PLAN.c.key)
    )
    return [(key, prison, count) for key, prison, count in execute(session, wanted)]


def judgements(session: Session, review: int) -> list[JudgementRow]:
    """In the report's order."""
    shown = (JUDGEMENT.c[name] for name in JudgementRow._fields)
    wanted = select(*shown).where(JUDGEMENT.c.plan_id == review).order_by(JUDGEMENT.c.position)
    return [JudgementRow._make(row) for row in execute(session, wanted)]


def states(session: Session, plans: Collection[int]) -> list[StateRow]:
    """The actions of the plans, live or closed, in each plan's order."""
    return [StateRow._make(row) for row in execute(session, STATES.where(PLAN.c.id.in_(list(plans))))]


def words(session: Session, plans: Collection[int]) -> dict[int, str]:
    """By action what its plan prints of it."""
    wanted = select(ACTION.c.id, ACTION.c.text).where(ACTION.c.plan_id.in_(list(plans)))
    return {row.id: row.text for row in execute(session, wanted)}


def entries(session: Session, plans: Collection[int]) -> list[EntryRow]:
    """What was done to the actions of the plans, in the order of each history."""
    return [EntryRow._make(row) for row in execute(session, ENTRIES.where(ENTRY.c.plan_id.in_(list(plans))))]


def matches(session: Session, review: int) -> list[MatchRow]:
    """What people said of a review's judgements."""
    wanted = select(MATCH).join(JUDGEMENT, JUDGEMENT.c.id == MATCH.c.judgement_id).where(JUDGEMENT.c.plan_id == review)
    return [MatchRow._make(row) for row in execute(session, wanted)]


def match(session: Session, row: MatchRow) -> None:
    """Keep what a person said of a judgement and a plan, instead of what was said before."""
    one = (MATCH.c.judgement_id == row.judgement) & (MATCH.c.plan_id == row.plan)
    execute(session, delete(MATCH).where(one))
    told = {"theme": row.theme, "ref": row.ref, "told_by": row.told_by, "told_at": row.told_at}
    execute(session, insert(MATCH).values(judgement_id=row.judgement, plan_id=row.plan, **told))
