"""A draft comes in: which prison and plan it is, whether it is new or held, and which plans are live after it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, select

from documents.draft import PlanDraft
from documents.reissue import gone, reissue, renumbered
from documents.repeating import flag_repeats
from documents.rows import add_all
from storage.models import Plan, Prison, Source
from storage.plans import relive


@dataclass(slots=True)
class Loaded:
    """What an import did: the plan's id; how many actions were added, changed, gone from it or as before.

    `gone` are the addresses of those no longer printed, `other` of those whose text is another altogether; `closes`
    the plans that were live and are not now.
    """

    plan: str
    changes: dict[str, int] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    closes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class File:
    """The file a draft was read from."""

    name: str
    sha256: str


def year_of(draft: PlanDraft) -> int:
    """The year in a plan's id: submitted, else of its earliest date, else inspected."""
    if draft.submitted:
        return draft.submitted.year
    found = _earliest(draft) or (draft.inspected and draft.inspected[0]) or draft.published or draft.read_on
    return found.year if found else 0


def _earliest(draft: PlanDraft) -> date | None:
    targets = [found for action in draft.actions for found in (action.target.starts, action.target.due) if found]
    return min(targets or [action.starts for action in draft.actions if action.starts], default=None)


def load(session: Session, draft: PlanDraft, file: File, *, at: datetime) -> Loaded:
    """Save what was read. The session's transaction is the caller's: an import lands whole or not at all."""
    prison = _prison(session, draft.prison)
    plan = _held(session, prison, draft, file)
    missing, other = [], []
    if plan is None:
        plan = _new_plan(session, prison, draft, at)
        changes = add_all(session, plan, draft, at)
    else:
        missing, other = gone(session, plan, draft), renumbered(session, plan, draft)
        changes = reissue(session, plan, draft, at)
        _describe(plan, draft)
    _keep_source(session, plan, file, at)
    session.flush()
    before = set(session.exec(select(Plan.key).where(Plan.prison_id == prison.id, Plan.live)))
    after = relive(session, prison.id or 0, at=at)
    flag_repeats(session, prison.id or 0)
    return Loaded(plan.key, changes, missing, other, sorted(before.difference(after)))


# --- which prison, which plan ----------------------------------------------------------------------------------------


def slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("'", "").replace("’", "")).strip("-")


def _prison(session: Session, printed: str) -> Prison:
    found = session.exec(select(Prison).where(Prison.key == slug(printed))).one_or_none()
    if found is None:
        found = Prison(key=slug(printed), name=f"HMP {printed}")
        session.add(found)
        session.flush()
    return found


def _held(session: Session, prison: Prison, draft: PlanDraft, file: File) -> Plan | None:
    """The plan that this file is, or re-issues: the same file; else the same kind, year and inspection or title."""
    plans = session.exec(select(Plan).where(Plan.prison_id == prison.id).order_by(Plan.key)).all()
    sources = session.exec(select(Source).where(Source.sha256 == file.sha256)).all()
    for plan in plans:
        if any(source.plan_id == plan.id for source in sources):
            return plan
    return next((plan for plan in plans if _is_same(plan, draft)), None)


def _is_same(plan: Plan, draft: PlanDraft) -> bool:
    if (plan.kind, plan.year) != (draft.kind, year_of(draft)):
        return False
    if plan.inspected_from and draft.inspected:
        return (plan.inspected_from, plan.inspected_to) == draft.inspected
    return plan.title.casefold() == draft.title.casefold()


def _new_plan(session: Session, prison: Prison, draft: PlanDraft, at: datetime) -> Plan:
    plan = Plan(
        key=_free_key(session, f"{prison.key}-{year_of(draft)}"),
        prison_id=prison.id or 0,
        title=draft.title,
        kind=draft.kind,
        year=year_of(draft),
        loaded_at=at,
    )
    _describe(plan, draft)
    session.add(plan)
    session.flush()
    return plan


def _free_key(session: Session, wanted: str) -> str:
    taken = set(session.exec(select(Plan.key).where(Plan.key.startswith(wanted))).all())
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _describe(plan: Plan, draft: PlanDraft) -> None:
    plan.title, plan.submitted, plan.published = draft.title, draft.submitted, draft.published
    plan.inspected_from, plan.inspected_to = draft.inspected or (None, None)
    plan.ranked_on = (draft.inspected and draft.inspected[1]) or draft.submitted or _earliest(draft)


def _keep_source(session: Session, plan: Plan, file: File, at: datetime) -> None:
    held = select(Source).where(Source.plan_id == plan.id, Source.sha256 == file.sha256)
    if session.exec(held).first() is None:
        session.add(Source(plan_id=plan.id or 0, file=file.name, sha256=file.sha256, read_at=at))
