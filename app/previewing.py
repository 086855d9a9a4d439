"""What a document would change, found out by loading it and taking that back: the preview, and what tells two apart."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from documents.draft import ActionDraft, PlanDraft
from documents.intake import File, Loaded, load
from documents.questions import Told, questions_of
from plans.addresses import written
from plans.messages import ClosedPlan, ImportPreview, Line, Look, Question, ReissueChange

SIGNS = 12  # of a preview's mark, which travels in its buttons


def preview_of(
    session: Session, draft: PlanDraft, file: File, answers: dict[str, str], told: Told, *, at: datetime
) -> ImportPreview:
    """Without a prison nobody can say what it changes: only what was read is told."""
    loaded = _tried(session, draft, file, at) if draft.prison else Loaded("")
    owners = {owner for action in draft.actions for owner in action.owners}
    changes = loaded.changes
    return ImportPreview(
        file=file.name,
        kind=draft.kind,
        title=draft.title,
        prison=f"HMP {draft.prison}" if draft.prison else "",
        plan=loaded.plan,
        actions=len(draft.actions),
        themes=len({action.theme for action in draft.actions if action.theme}),
        owners=len(owners),
        judgements=len(draft.judgements),
        is_new=not (changes.get("unchanged") or changes.get("changed") or changes.get("removed")),
        unchanged=changes.get("unchanged", 0),
        failed=tuple(draft.failed),
        looks=tuple(_looks(draft)),
        questions=tuple(_asked(questions_of(draft, told), answers)),
        changes=tuple(_changes(loaded)),
        closes=tuple(ClosedPlan(plan, plan) for plan in loaded.closes),
        lines=tuple(_line(action, draft, loaded.plan) for action in draft.actions),
    )


def mark(preview: ImportPreview) -> str:
    """The same for what would change the same. Days pass, and what is open in a closed plan gets later by itself."""
    closes = tuple((one.plan, tuple(line.address for line in one.open)) for one in preview.closes)
    bare = replace(preview, closes=(), state="preview", verbs=(), notes=(), lines=(), page=0)
    return sha256(repr((bare, closes)).encode()).hexdigest()[:SIGNS]


def _tried(session: Session, draft: PlanDraft, file: File, at: datetime) -> Loaded:
    point = session.begin_nested()
    try:
        return load(session, draft, file, at=at)
    finally:
        point.rollback()
        session.expire_all()


def _looks(draft: PlanDraft) -> list[Look]:
    flagged = [(action, flag) for action in draft.actions for flag in action.flags]
    unread = [Look(one.why, place=one.where, words=one.text) for one in draft.unread]
    return [*unread, *(_look(action, flag) for action, flag in flagged)]


def _look(action: ActionDraft, flag: str) -> Look:
    words = action.target.printed or ""
    return Look(flag, written(action.ref, action.step), action.title, str(action.place), words)


def _asked(questions: tuple[Question, ...], answers: dict[str, str]) -> list[Question]:
    return [replace(each, chosen=each.chosen or answers.get(each.key, "")) for each in questions]


def _changes(loaded: Loaded) -> list[ReissueChange]:
    gone = [ReissueChange("gone", address, "") for address in loaded.gone]
    return [*(ReissueChange("other", address, "") for address in loaded.other), *gone]


def _line(action: ActionDraft, draft: PlanDraft, plan: str) -> Line:
    address = written(action.ref, action.step)
    target = action.target
    return Line(
        plan, draft.prison, address, action.title, tuple(action.owners), target.due, target.status, 0, action.starts
    )
