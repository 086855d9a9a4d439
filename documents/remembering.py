"""Answers to an import's questions, kept for every plan that prints the same: where questions meet rows."""

from datetime import datetime

from sqlmodel import Session, select

from documents.about import UNKNOWN
from documents.draft import PlanDraft
from documents.intake import slug
from documents.questions import Answers, answered, dateless, learnt
from documents.reissues.settled import undated
from documents.retelling import retell
from documents.rows import owner_ids
from storage.models import OwnerName, Prison
from storage.told_cells import tell, told_cells


def as_told(session: Session, draft: PlanDraft, answers: Answers) -> PlanDraft:
    """The draft with what anybody told of its owners before, and these answers."""
    found = answered(draft, answers, told_cells(session))
    strange = UNKNOWN.format(found.prison[:60])
    others = [one for one in found.failed if not one.startswith(strange)]
    if len(others) < len(found.failed) and _is_held(session, found.prison):
        found.failed = others
    return found


def _is_held(session: Session, prison: str) -> bool:
    """A prison that no list has may have been told of before: by a plan that was confirmed, or by the register."""
    return session.exec(select(Prison.id).where(Prison.key == slug(prison))).first() is not None


def remember(
    session: Session, draft: PlanDraft, answers: Answers, *, plan: str = "", by: str, at: datetime
) -> list[str]:
    """Keep what was answered of a draft as it was read, once it is loaded as that plan. A party's two forms are one
    owner from now on, also where people ask by the printed one. What that changes in other plans, in sentences."""
    told = learnt(draft, answers)
    tell(session, told | {undated(plan, cell): [] for cell in dateless(draft, answers)}, by=by, at=at)
    for printed, parties in told.items():
        if len(parties) == 1 and parties[0] != printed:
            owner = owner_ids(session, parties)[parties[0]]
            session.merge(OwnerName(printed=printed, owner_id=owner))
    session.flush()
    return retell(session, told, but=plan, at=at)
