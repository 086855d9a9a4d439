"""Draft → rows of one plan: recommendations, actions, owners, judgements. Which plan that is, intake decides."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from documents.draft import ActionDraft, JudgementDraft, PlanDraft
from documents.places import places_json
from documents.reissues.concerns import concern_of, rows_of
from plans.owners import key, name
from plans.stemming import searchable
from storage.history import Happened, append
from storage.models import Action, ActionOwner, Judgement, Owner, OwnerName, Plan


def add_all(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> dict[str, int]:
    """Everything a new plan prints, and the first entries of its history; the counts that an import reports."""
    actions = add_actions(session, plan, list(enumerate(draft.actions)))
    add_judgements(session, plan, list(enumerate(draft.judgements)))
    session.flush()
    happened = [Happened(kind="loaded", at=at, channel="import")]
    happened += [
        Happened(kind="loaded", at=at, channel="import", action_id=action.id, to_status=action.status)
        for action in actions
    ]
    append(session, plan.id or 0, happened)
    return {"added": len(actions), "changed": 0, "removed": 0, "unchanged": 0}


def add_actions(session: Session, plan: Plan, drafts: list[tuple[int, ActionDraft]]) -> list[Action]:
    """(position, draft) pairs as rows, with their recommendations and owners. They have ids when this returns."""
    recommendations = rows_of(session, plan, [draft for _, draft in drafts])
    actions = [
        Action(
            plan_id=plan.id or 0,
            recommendation_id=recommendations[concern_of(draft)].id,
            position=position,
            ref=draft.ref,
            step=draft.step or "",
            status=draft.target.status,
            original_due=draft.target.due,
            **facts_of(draft),
        )
        for position, draft in drafts
    ]
    session.add_all(actions)
    session.flush()
    owners = owner_ids(session, {owner for _, draft in drafts for owner in draft.owners})
    for action, (_, draft) in zip(actions, drafts, strict=True):
        session.add_all(owner_links(action, draft, owners))
    return actions


def facts_of(draft: ActionDraft) -> dict[str, Any]:
    """What the document prints of an action, as stored. Status is not among it: people change that."""
    stems, folded = searchable(draft.text)
    target = draft.target
    return {
        "heading": draft.heading, "title": draft.title, "text": draft.text, "stems": stems, "folded": folded,
        "owner_cell": draft.owner_cell, "target": target.printed, "starts": draft.starts, "due": target.due,
        "precision": target.precision, "recurrence": target.recurrence, "standing": target.standing,
        "links": draft.links, "places": places_json(draft.places),
    }  # fmt: skip


def owner_ids(session: Session, printed: Iterable[str]) -> dict[str, int]:
    """Owner ids by printed name; new parties and new names of known ones are added."""
    wanted = sorted(printed)
    names = {
        row.printed: row.owner_id for row in session.exec(select(OwnerName).where(col(OwnerName.printed).in_(wanted)))
    }
    keys = {key(party) for party in wanted if party not in names}
    owners = {row.key: row for row in session.exec(select(Owner).where(col(Owner.key).in_(keys)))}
    for party in wanted:
        if party not in names and key(party) not in owners:
            owners[key(party)] = Owner(key=key(party), name=name(party))
            session.add(owners[key(party)])
    session.flush()
    for party in wanted:
        if party not in names:
            names[party] = owners[key(party)].id or 0
            session.add(OwnerName(printed=party, owner_id=names[party]))
    session.flush()
    return names


def owner_links(action: Action, draft: ActionDraft, owners: dict[str, int]) -> list[ActionOwner]:
    """Who owns the action, in order, the lead first; a party printed twice in one cell counts once."""
    once: dict[int, str] = {}
    for printed in draft.owners:
        once.setdefault(owners[printed], printed)
    return [
        ActionOwner(action_id=action.id or 0, position=position, owner_id=owner, printed=printed)
        for position, (owner, printed) in enumerate(once.items())
    ]


def add_judgements(session: Session, plan: Plan, drafts: list[tuple[int, JudgementDraft]]) -> None:
    """What inspectors judged, each with its place in the order of the report."""
    session.add_all(
        Judgement(plan_id=plan.id or 0, position=position, body=one.body, kind=one.kind, section=one.section or None,
                  text=one.text, rating=one.rating, paragraph=one.paragraph)
        for position, one in drafts
    )  # fmt: skip
