"""A document as it would be saved, told before anything is: what to look at, what changes, what it closes.

Composed after a real load in a transaction that is taken back, so that what is shown and what is saved cannot differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, select

from documents.draft import ActionDraft, Part, PlanDraft
from documents.intake import File, Loaded, load
from documents.questions import Told, questions_of
from documents.reissues.closing import closed, open_of
from documents.reissues.settled import undoubted
from documents.repeating import repeats_of
from plans.addresses import written
from plans.messages.imports import ImportPreview, Look, Question
from plans.messages.lines import Line
from storage.models import Plan, Prison

_SHOWN = 10
_NOBODY: Told = {}
_NONE: dict[str, str] = {}

Answers = Mapping[str, str]


def tried(
    session: Session, draft: PlanDraft, file: File, *, at: datetime, answers: Answers = _NONE, told: Told = _NOBODY
) -> ImportPreview:
    """What an import would do at this moment; nothing is saved. Without a prison nothing can be said of changes."""
    if not draft.prison:
        return preview_of(session, draft, file, Loaded(""), at=at, answers=answers, told=told)
    point = session.begin_nested()
    try:
        loaded = load(session, draft, file, at=at)
        return preview_of(session, draft, file, loaded, at=at, answers=answers, told=told)
    finally:
        point.rollback()
        session.expire_all()


def preview_of(
    session: Session,
    draft: PlanDraft,
    file: File,
    loaded: Loaded,
    *,
    at: datetime,
    answers: Answers = _NONE,
    told: Told = _NOBODY,
) -> ImportPreview:
    """Of what was just loaded, in the transaction in which it was. `answers` were given to its questions, by key."""
    plan = session.exec(select(Plan).where(Plan.key == loaded.plan)).first()
    draft = undoubted(session, draft, plan) if plan else draft
    return ImportPreview(
        file=file.name,
        kind=draft.kind,
        title=draft.title,
        prison=_prison(session, draft, plan),
        plan=loaded.plan,
        actions=len(draft.actions),
        themes=len({one.theme for one in draft.actions if one.theme}),
        owners=len({owner for one in draft.actions for owner in one.owners}),
        judgements=len(draft.judgements),
        is_new=loaded.is_new,
        added=0 if loaded.is_new else loaded.changes.get("added", 0),
        changed=loaded.changes.get("changed", 0),
        unchanged=loaded.changes.get("unchanged", 0),
        gone=loaded.changes.get("removed", 0),
        is_same=loaded.is_same,
        is_live=loaded.live,
        failed=tuple(failed(draft, loaded)),
        looks=tuple(_looks(session, draft, loaded, plan)),
        questions=tuple(_asked(questions_of(draft, told), answers)),
        changes=tuple(loaded.differences),
        closes=closed(session, loaded.closes, at),
        repeats=repeats_of(session, plan.id or 0) if plan and not loaded.is_same else (),
        lines=tuple(_line(one, draft, loaded.plan) for one in draft.actions),
    )


def failed(draft: PlanDraft, loaded: Loaded) -> list[str]:
    """What must not pass without a person's word, as sentences without their full stops."""
    return [*draft.failed, *_fewer(draft, loaded), *_undated(loaded), *_beside(loaded)]


def _fewer(draft: PlanDraft, loaded: Loaded) -> Iterator[str]:
    """A plan may drop actions; a file cut short does too, and so may a page that was not read. Nobody closed them."""
    if not loaded.gone:
        return
    shown = _some(loaded.gone)
    whole = ": is the file whole?" if len(loaded.gone) >= len(draft.actions) else ""
    if len(loaded.gone) == 1:
        yield f"action {shown} is no longer printed and is kept as it is{whole}"
    else:
        yield f"{len(loaded.gone)} actions are no longer printed and are kept as they are: {shown}{whole}"


def _undated(loaded: Loaded) -> Iterator[str]:
    """A cell left blank, or an unread one, would end what is chased: late yesterday, and today no day at all."""
    if len(loaded.undated) == 1:
        yield f"action {loaded.undated[0]} had a date and has none here: nobody would be reminded of it"
    elif loaded.undated:
        had = f"{len(loaded.undated)} actions had a date and have none here"
        yield f"{had}: nobody would be reminded of {_some(loaded.undated)}"


def _some(addresses: Sequence[str]) -> str:
    return ", ".join(addresses[:_SHOWN]) + (" …" if len(addresses) > _SHOWN else "")


def _beside(loaded: Loaded) -> Iterator[str]:
    """Two plans of a prison may be live at once; one plan twice may not."""
    if loaded.resembles:
        yield (
            f"most numbers, owners and dates are those of {loaded.resembles}, which is live, and only the words differ:"
            " a newer version of it would be merged into it, but this is another plan beside it"
        )


def _prison(session: Session, draft: PlanDraft, plan: Plan | None) -> str:
    """As it is known, however the document writes it."""
    if plan is None:
        return f"HMP {draft.prison}" if draft.prison else ""
    return session.get_one(Prison, plan.prison_id).name


def _asked(questions: tuple[Question, ...], answers: Answers) -> list[Question]:
    return [replace(one, chosen=one.chosen or answers.get(one.key, "")) for one in questions]


def _line(one: ActionDraft, draft: PlanDraft, plan: str) -> Line:
    """As it is printed: what people said of it stands whatever is."""
    target = one.target
    address = written(one.ref, one.step)
    return Line(plan, draft.prison, address, one.title, tuple(one.owners), target.due, target.status, 0, one.starts)


# --- what to look at -------------------------------------------------------------------------------------------------


def _looks(session: Session, draft: PlanDraft, loaded: Loaded, plan: Plan | None) -> Iterator[Look]:
    if plan and plan.kind != "review" and loaded.is_new and not loaded.live:
        yield _outranked(session, plan)
    for change in loaded.differences:
        if change.kind == "regrouped":
            yield Look(f"it was {change.was}; {change.kept}: which holds?", change.address, change.title)
    if draft.passed_over:
        yield Look(f"columns I did not read: {', '.join(draft.passed_over)}")
    for one in draft.unread:
        yield Look(one.why, place=one.where, words=one.text)
    for action in draft.actions:
        for flag in action.flags:
            yield _look(action, flag)


def _outranked(session: Session, plan: Plan) -> Look:
    """An older plan that comes later closes nothing, and is closed itself at once (DESIGN section 2)."""
    live = session.exec(select(Plan.key).where(Plan.prison_id == plan.prison_id, Plan.live).order_by(Plan.key)).all()
    return Look(
        f"a later plan is live ({', '.join(live)}), so this one is closed as it is loaded:"
        f" it is answered when its year is named, and {_unchased(len(open_of(session, plan)))}",
        title=plan.title,
    )


def _unchased(many: int) -> str:
    return "its one open action is never chased" if many == 1 else f"its {many} open actions are never chased"


def _look(action: ActionDraft, flag: str) -> Look:
    part = _part(action, flag)
    words = {"owner": action.owner_cell, "target": action.target.printed}.get(part) or action.text
    place = next(iter(action.places.get(part, ())), action.place)
    return Look(flag, written(action.ref, action.step), action.title, str(place), words)


def _part(action: ActionDraft, flag: str) -> Part:
    """The cell that a flag is about."""
    if "owner" in flag or flag.startswith("who is"):
        return "owner"
    printed = action.target.printed
    return "target" if (printed and printed in flag) or "date" in flag else "text"
