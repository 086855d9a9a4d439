"""A draft comes in: which prison and plan it is, whether it is new or held, and which plans are live after it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session, col, select

from documents.assembly.checks import YEARS_OFF
from documents.draft import PlanDraft
from documents.reissues.reissue import Reissued, reissue
from documents.reissues.resembling import resembled
from documents.reissues.sameness import Known, core, prison_key, same_plan
from documents.repeating import flag_repeats
from documents.rows import add_all
from plans.messages.imports import ReissueChange
from plans.prisons import plain as plain_names
from storage.history import hold
from storage.models import Action, Judgement, Plan, Prison, Source
from storage.plans import relive


@dataclass(slots=True)
class Loaded:
    """What an import did: the plan's id; how many actions were added, changed, gone from it or as before.

    `gone` are the addresses of those no longer printed, `undated` of those whose date is; `differences` all that a
    newer version prints otherwise; `closes` the plans that were live and are not now. `live`: the plan itself is.
    `resembles`: the live plan that it stands beside, though it may be a newer version of it. `is_same`: it was held,
    and nothing changed.
    """

    plan: str
    changes: dict[str, int] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    differences: list[ReissueChange] = field(default_factory=list)
    closes: list[str] = field(default_factory=list)
    is_new: bool = True
    live: bool = True
    resembles: str = ""
    is_same: bool = False


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
    """But for what was surely misprinted: it would make the plan years older than it is."""
    sure = [action for action in draft.actions if not any(flag.endswith(YEARS_OFF) for flag in action.flags)]
    targets = [found for action in sure for found in (action.target.starts, action.target.due) if found]
    return min(targets or [action.starts for action in sure if action.starts], default=None)


def load(session: Session, draft: PlanDraft, file: File, *, at: datetime) -> Loaded:
    """Save what was read. The session's transaction is the caller's: an import lands whole or not at all."""
    prison = _prison(session, draft.prison)
    plan = _held(session, prison, draft, file)
    is_new, is_same = plan is None, False
    if plan is None:
        plan = _new_plan(session, prison, draft, at)
        done = Reissued(add_all(session, plan, draft, at))
    else:
        done = reissue(session, plan, draft, at)
        held = _described(plan)
        _describe(plan, draft)
        is_same = not (done.differences or done.rejudged) and held == _described(plan)
    _keep_source(session, plan, file, at)
    session.flush()
    before = set(session.exec(select(Plan.key).where(Plan.prison_id == prison.id, Plan.live)))
    after = relive(session, prison.id or 0, at=at)
    flag_repeats(session, prison.id or 0)
    closes, live = sorted(before.difference(after)), plan.key in after
    resembles = resembled(session, plan, draft, after, at) if is_new and live else ""
    is_same = is_same and before == set(after)
    return Loaded(
        plan.key, done.changes, done.gone, done.undated, done.differences, closes, is_new, live, resembles, is_same
    )


# --- which prison, which plan ----------------------------------------------------------------------------------------


def slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("'", "").replace("’", "")).strip("-")


def _prison(session: Session, printed: str) -> Prison:
    """However it is written: HMP & YOI Exampleton is Exampleton."""
    held = session.exec(select(Prison).order_by(Prison.key)).all()
    found = next((one for one in held if one.key == slug(printed)), None)
    found = found or next((one for one in held if prison_key(one.name) == prison_key(printed)), None)
    if found is None:
        (plain,) = plain_names([printed.replace("(", " ").replace(")", " ")])
        found = Prison(key=slug(plain or printed), name=f"HMP {plain or printed}")
        session.add(found)
        session.flush()
    return found


def _held(session: Session, prison: Prison, draft: PlanDraft, file: File) -> Plan | None:
    """The plan that this file is, or is a newer version of: the same file; else what `sameness` finds."""
    mine = select(Plan.id).where(Plan.prison_id == prison.id)
    same = select(Source.plan_id).where(Source.sha256 == file.sha256, col(Source.plan_id).in_(mine))
    found = session.exec(same.order_by(col(Source.plan_id))).first()
    if found is None:
        found = same_plan(_known(session, prison, draft.kind), draft, year_of(draft))
    if found is None:
        return None
    hold(session, found)
    session.expire_all()  # what was read before it was held may be otherwise by now
    return session.get(Plan, found)


def _known(session: Session, prison: Prison, kind: str) -> list[Known]:
    """The prison's reviews, or its plans of either kind, with the words of what each prints."""
    alike = col(Plan.kind) == "review" if kind == "review" else col(Plan.kind) != "review"
    plans = session.exec(select(Plan).where(Plan.prison_id == prison.id, alike).order_by(Plan.key)).all()
    return [
        Known(
            plan.id or 0, plan.kind, plan.year, plan.title,
            (plan.inspected_from, plan.inspected_to) if plan.inspected_from and plan.inspected_to else None,
            _texts(session, plan),
        )
        for plan in plans
    ]  # fmt: skip


def _texts(session: Session, plan: Plan) -> tuple[str, ...]:
    if plan.kind == "review":
        return tuple(session.exec(select(Judgement.text).where(Judgement.plan_id == plan.id)).all())
    printed = select(Action.text).where(Action.plan_id == plan.id, col(Action.gone_at).is_(None))
    return tuple(session.exec(printed).all())


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


def _described(plan: Plan) -> tuple[object, ...]:
    return plan.title, plan.submitted, plan.published, plan.inspected_from, plan.inspected_to


def _describe(plan: Plan, draft: PlanDraft) -> None:
    """What it says of itself now; another format of it may say less, which takes nothing away."""
    if not core(draft.title, draft.prison) < core(plan.title, draft.prison):
        plan.title = draft.title
    plan.submitted, plan.published = draft.submitted or plan.submitted, draft.published or plan.published
    if draft.inspected:
        plan.inspected_from, plan.inspected_to = draft.inspected
    plan.ranked_on = plan.inspected_to or plan.submitted or _first(plan.ranked_on, _earliest(draft))


def _first(held: date | None, printed: date | None) -> date | None:
    """The earliest date that any version prints; but a misprinted year must not make it an older plan than it is."""
    if held and printed and abs(held.year - printed.year) > 1:
        return held
    return min(filter(None, (held, printed)), default=None)


def _keep_source(session: Session, plan: Plan, file: File, at: datetime) -> None:
    held = select(Source).where(Source.plan_id == plan.id, Source.sha256 == file.sha256)
    if session.exec(held).first() is None:
        session.add(Source(plan_id=plan.id or 0, file=file.name, sha256=file.sha256, read_at=at))
