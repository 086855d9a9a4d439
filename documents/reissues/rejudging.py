"""A review printed again: what inspectors judged, each in its own row, so that what a person matched it to stands."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from documents.draft import JudgementDraft, PlanDraft
from documents.reissues.folding import folded
from documents.reissues.merging import matched
from documents.reissues.versions import Version
from documents.rows import add_judgements
from plans.messages.imports import ChangeKind, ReissueChange
from storage.models import Judgement, Plan


def rejudge(session: Session, plan: Plan, draft: PlanDraft) -> list[ReissueChange] | None:
    """What is judged otherwise, anew or no more, to be told; None where nothing but white space changed."""
    wanted = select(Judgement).where(Judgement.plan_id == plan.id).order_by(col(Judgement.position))
    held = list(session.exec(wanted).all())
    if [_facts(row) for row in held] == [_facts(one) for one in draft.judgements]:
        return None
    versions = [Version(row.id or 0, row.kind, folded(row.text), row.text) for row in held]
    printed = [Version(at, one.kind, folded(one.text), one.text) for at, one in enumerate(draft.judgements)]
    pairs = matched(versions, printed).pairs
    rows = {row.id: row for row in held}
    kept = {place: rows[id_] for place, id_ in pairs.items()}
    told = [_told("gone", row, row.text, "") for row in held if row.id not in pairs.values()]
    told += [_told("new", one, "", one.text) for place, one in enumerate(draft.judgements) if place not in kept]
    told += [change for place, row in kept.items() for change in _otherwise(row, draft.judgements[place])]
    for row in held:
        row.position = -(row.id or 0)
        if row.id not in pairs.values():
            session.delete(row)
    session.flush()
    for place, row in kept.items():
        _say(row, draft.judgements[place], place)
    session.flush()
    add_judgements(session, plan, [(place, one) for place, one in enumerate(draft.judgements) if place not in kept])
    return told


def _otherwise(row: Judgement, one: JudgementDraft) -> Iterator[ReissueChange]:
    for was, now in ((row.rating, one.rating), (row.text, one.text)):
        if folded(was) != folded(now):
            yield _told("words", one, was, now)


def _told(kind: ChangeKind, one: Judgement | JudgementDraft, was: str, now: str) -> ReissueChange:
    return ReissueChange(kind, one.paragraph or "", one.section or one.kind.capitalize(), was, now)


def _facts(one: Judgement | JudgementDraft) -> tuple[str, ...]:
    return one.kind, folded(one.body), folded(one.section), folded(one.text), folded(one.rating), one.paragraph or ""


def _say(row: Judgement, one: JudgementDraft, place: int) -> None:
    row.position, row.body, row.kind, row.section = place, one.body, one.kind, one.section or None
    row.text, row.rating, row.paragraph = one.text, one.rating, one.paragraph
