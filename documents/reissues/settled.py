"""A cell that is no date is asked about once: as long as it is printed the same, the day told for it stands."""

from copy import deepcopy

from sqlmodel import Session, select

from documents.draft import PlanDraft
from documents.reissues.folding import folded
from storage.models import Action, Plan


def undoubted(session: Session, draft: PlanDraft, plan: Plan) -> PlanDraft:
    """The draft as it was just loaded, without doubts of dates that the plan holds a day for."""
    if not any(action.target.problem in action.flags for action in draft.actions):
        return draft
    held = {(row.ref, row.step): row for row in session.exec(select(Action).where(Action.plan_id == plan.id))}
    new = deepcopy(draft)
    for action in new.actions:
        row = held.get((action.ref, action.step or ""))
        if row and row.due and folded(row.target) == folded(action.target.printed):
            action.flags = [flag for flag in action.flags if flag != action.target.problem]
    return new
