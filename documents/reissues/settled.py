"""A cell that is no date is asked about once: as long as it is printed the same, what was told of it stands, be it a
day or that it is none."""

from copy import deepcopy

from sqlmodel import Session, select

from documents.draft import PlanDraft
from documents.reissues.folding import folded
from storage.models import Action, Plan
from storage.told_cells import told_cells


def undated(plan: str, cell: str | None) -> str:
    """A date cell of a plan, as it is kept among the cells that were told of: it names nothing."""
    return f"date in {plan}: {cell or ''}"


def undoubted(session: Session, draft: PlanDraft, plan: Plan) -> PlanDraft:
    """The draft as it was just loaded, without doubts of dates that the plan holds a day for, or that are none."""
    if not any(action.target.problem in action.flags for action in draft.actions):
        return draft
    held = {(row.ref, row.step): row for row in session.exec(select(Action).where(Action.plan_id == plan.id))}
    told = {folded(cell) for cell in told_cells(session)}
    new = deepcopy(draft)
    for action in new.actions:
        row, printed = held.get((action.ref, action.step or "")), action.target.printed
        has_day = row and row.due and folded(row.target) == folded(printed)
        if has_day or folded(undated(plan.key, printed)) in told:
            action.flags = [flag for flag in action.flags if flag != action.target.problem]
    return new
