"""Plans as they are printed, and all that was recorded of them: what a document written out is made of. Reads only."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

from storage.models import Action, Entry, Plan, Prison, Recommendation


class PlanRow(NamedTuple):
    id: int
    key: str
    prison: str
    title: str
    kind: str
    submitted: date | None
    published: date | None
    inspected_from: date | None
    inspected_to: date | None


class PrintedRow(NamedTuple):
    """An action as printed. `step` is "" where the plan numbers none."""

    action: int
    ref: str
    step: str
    theme: str | None
    recommendation: str | None
    response: str | None
    heading: str | None
    text: str
    owner_cell: str | None
    target: str | None


class EntryRow(NamedTuple):
    """`as_post` and `for_party` are keys."""

    seq: int
    action: int | None
    at: datetime
    kind: str
    as_post: str | None
    for_party: str | None
    from_status: str | None
    to_status: str | None
    from_due: date | None
    to_due: date | None
    undoes: int | None
    words: str | None


def plans_of(session: Session, keys: Collection[str]) -> list[PlanRow]:
    """Plans by key, in the order of their keys."""
    wanted = select(Plan, Prison.name).join(Prison).where(col(Plan.key).in_(keys)).order_by(Plan.key)
    return [
        PlanRow(
            plan.id or 0, plan.key, prison, plan.title, plan.kind, plan.submitted, plan.published, plan.inspected_from,
            plan.inspected_to,
        )
        for plan, prison in session.exec(wanted)
    ]  # fmt: skip


def printed(session: Session, plan: int) -> list[PrintedRow]:
    """The actions that the plan prints now, in its order."""
    wanted = (
        select(Action, Recommendation)
        .outerjoin(Recommendation, col(Recommendation.id) == Action.recommendation_id)
        .where(Action.plan_id == plan, col(Action.gone_at).is_(None))
        .order_by(col(Action.position))
    )
    return [_row(action, asked or Recommendation(plan_id=plan, position=0)) for action, asked in session.exec(wanted)]


def _row(action: Action, asked: Recommendation) -> PrintedRow:
    return PrintedRow(
        action.id or 0, action.ref, action.step, asked.theme, asked.text, asked.response, action.heading, action.text,
        action.owner_cell, action.target,
    )  # fmt: skip


def entries(session: Session, plan: int, until: datetime) -> list[EntryRow]:
    """All that was recorded of the plan by then, in order."""
    wanted = select(Entry).where(Entry.plan_id == plan, Entry.at <= until).order_by(col(Entry.seq))
    return [
        EntryRow(one.seq, one.action_id, one.at, one.kind, one.as_post, one.for_party, one.from_status, one.to_status,
                 one.from_due, one.to_due, one.undoes, one.words)
        for one in session.exec(wanted)
    ]  # fmt: skip
