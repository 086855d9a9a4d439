"""A plan loaded beside a live one that has its numbers, owners and dates: a newer version that was not recognised?

Its words differ too much for `sameness`, which never makes one plan of two. Two plans of a prison hardly share all
three of an action; so a person is asked before the prison is chased twice for one thing.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session, col, select

from documents.draft import PlanDraft
from documents.reissues.closing import owners_of
from documents.reissues.folding import folded
from plans.calendar import day_of
from plans.targets import read_target
from storage.models import Action, Plan

MOST = 0.5
"""More than so much of the longer plan."""
FEW = 5
"""Of fewer actions it may be chance."""

Told = tuple[tuple[str, str], frozenset[str], date | None]
"""Number, owners, date."""


def resembled(session: Session, plan: Plan, draft: PlanDraft, live: Iterable[str], at: datetime) -> str:
    """The key of the live plan that this new one is most likely a version of; empty where there is none."""
    mine = {
        (one.ref.casefold(), (one.step or "").casefold()): (_folded(one.owners), one.target.due)
        for one in draft.actions
    }
    shares = {key: _share(mine, _held(session, key, at)) for key in live if key != plan.key}
    likest = max(sorted(shares), key=lambda key: shares[key], default="")
    return likest if likest and shares[likest] > MOST else ""


def _held(session: Session, key: str, at: datetime) -> list[Told]:
    """As its document printed it, whatever was agreed since."""
    plan = session.exec(select(Plan).where(Plan.key == key)).one()
    printed = select(Action).where(Action.plan_id == plan.id, col(Action.gone_at).is_(None))
    rows = session.exec(printed).all()
    owners, read_by = owners_of(session, [row.id or 0 for row in rows]), plan.submitted or day_of(at)
    return [
        (
            (row.ref.casefold(), (row.step or "").casefold()),
            _folded(owners[row.id or 0]),
            read_target(row.target, read_by).due,
        )
        for row in rows
    ]


def _share(mine: dict[tuple[str, str], tuple[frozenset[str], date | None]], held: list[Told]) -> float:
    """Of the longer one, what has its number, one of its owners and its date in the other."""
    longer = max(len(mine), len(held))
    if min(len(mine), len(held)) < FEW:
        return 0.0
    alike = sum(
        number in mine and mine[number][1] == due and bool(mine[number][0] & owners) for number, owners, due in held
    )
    return alike / longer


def _folded(owners: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, owners))
