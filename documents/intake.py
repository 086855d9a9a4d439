"""Draft → rows: a new plan is added, the same one again changes nothing, a re-issue changes only what it prints anew.

What people reported is never overwritten: a re-issue may change words, owners and dates, not a status anyone gave."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, select

from documents.draft import ActionDraft, JudgementDraft, PlanDraft
from documents.reading import address
from plans.owners import key, name
from plans.stemming import searchable
from storage.history import Happened, append
from storage.models import Action, ActionOwner, Judgement, Owner, OwnerName, Plan, Prison, Recommendation, Source
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
    gone, other = [], []
    if plan is None:
        plan = _new_plan(session, prison, draft, at)
        changes = _add_all(session, plan, draft, at)
    else:
        gone, other = _gone(session, plan, draft), _other(session, plan, draft)
        changes = _reissue(session, plan, draft, at)
        _describe(plan, draft)
    _keep_source(session, plan, file, at)
    session.flush()
    before = set(session.exec(select(Plan.key).where(Plan.prison_id == prison.id, Plan.live)))
    after = relive(session, prison.id or 0)
    return Loaded(plan.key, changes, gone, other, sorted(before.difference(after)))


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


# --- adding ------------------------------------------------------------------------------------------------------


def _add_all(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> dict[str, int]:
    actions = _add_actions(session, plan, list(enumerate(draft.actions)))
    _add_judgements(session, plan, draft.judgements)
    session.flush()
    happened = [Happened(kind="loaded", at=at, channel="import")]
    happened += [
        Happened(kind="loaded", at=at, channel="import", action_id=action.id, to_status=action.status)
        for action in actions
    ]
    append(session, plan.id or 0, happened)
    return {"added": len(actions), "changed": 0, "removed": 0, "unchanged": 0}


def _add_actions(session: Session, plan: Plan, drafts: list[tuple[int, ActionDraft]]) -> list[Action]:
    recommendations = _recommendations(session, plan, [draft for _, draft in drafts])
    actions = [
        Action(
            plan_id=plan.id or 0,
            recommendation_id=recommendations[_recommended(draft)].id,
            position=position,
            ref=draft.ref,
            step=draft.step or "",
            status=draft.target.status,
            **_facts(draft),
        )
        for position, draft in drafts
    ]
    session.add_all(actions)
    session.flush()
    owners = _owners(session, {owner for _, draft in drafts for owner in draft.owners})
    for action, (_, draft) in zip(actions, drafts, strict=True):
        session.add_all(_links(action, draft, owners))
    return actions


def _facts(draft: ActionDraft) -> dict[str, Any]:
    """What the document prints of an action, as stored. Status is not among it: people change that."""
    stems, folded = searchable(draft.text)
    target = draft.target
    return {
        "heading": draft.heading, "title": draft.title, "text": draft.text, "stems": stems, "folded": folded,
        "owner_cell": draft.owner_cell, "target": target.printed, "starts": draft.starts, "due": target.due,
        "precision": target.precision, "recurrence": target.recurrence, "standing": target.standing,
        "links": draft.links, "source_line": draft.line,
    }  # fmt: skip


def _recommended(draft: ActionDraft) -> tuple[str | None, ...]:
    return (draft.ref, draft.theme, draft.recommendation, draft.response)


def _recommendations(
    session: Session, plan: Plan, drafts: list[ActionDraft]
) -> dict[tuple[str | None, ...], Recommendation]:
    start = len(session.exec(select(Recommendation.id).where(Recommendation.plan_id == plan.id)).all())
    distinct = dict.fromkeys(map(_recommended, drafts))
    rows = {
        facts: Recommendation(
            plan_id=plan.id or 0, position=at, ref=facts[0], theme=facts[1], text=facts[2], response=facts[3]
        )
        for at, facts in enumerate(distinct, start)
    }
    session.add_all(rows.values())
    session.flush()
    return rows


def _owners(session: Session, printed: Iterable[str]) -> dict[str, int]:
    """Owner ids by printed name; new parties and new names of known ones are added."""
    wanted = sorted(printed)
    names = {row.printed: row.owner_id for row in session.exec(select(OwnerName).where(OwnerName.printed.in_(wanted)))}  # type: ignore[attr-defined]
    keys = {key(party) for party in wanted if party not in names}
    owners = {row.key: row for row in session.exec(select(Owner).where(Owner.key.in_(keys)))}  # type: ignore[attr-defined]
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


def _links(action: Action, draft: ActionDraft, owners: dict[str, int]) -> list[ActionOwner]:
    """Who owns the action, in order, the lead first; a party printed twice in one cell counts once."""
    once: dict[int, str] = {}
    for printed in draft.owners:
        once.setdefault(owners[printed], printed)
    return [
        ActionOwner(action_id=action.id or 0, position=position, owner_id=owner, printed=printed)
        for position, (owner, printed) in enumerate(once.items())
    ]


def _add_judgements(session: Session, plan: Plan, drafts: list[JudgementDraft]) -> None:
    session.add_all(
        Judgement(plan_id=plan.id or 0, position=position, body=one.body, kind=one.kind, section=one.section or None,
                  text=one.text, rating=one.rating, paragraph=one.paragraph)
        for position, one in enumerate(drafts)
    )  # fmt: skip


# --- the same plan again -----------------------------------------------------------------------------------------


def _reissue(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> dict[str, int]:
    """Bring what the plan prints up to date, matched by address. Actions gone from it are kept and counted."""
    held = {(row.ref, row.step): row for row in session.exec(select(Action).where(Action.plan_id == plan.id))}
    seen = {(one.ref, one.step or "") for one in draft.actions}
    counts: Counter[str] = Counter(removed=sum(place not in seen for place in held))
    happened: list[Happened] = []
    new: list[ActionDraft] = []
    for one in draft.actions:
        action = held.get((one.ref, one.step or ""))
        if action is None:
            new.append(one)
        elif _closed_by_the_plan(action, one):
            happened.append(_as_printed(action, one, at))
            changed = [*_update(session, action, one), "status"]
        elif changed := _update(session, action, one):
            happened.append(
                Happened(kind="changed", at=at, channel="import", action_id=action.id, words=", ".join(changed))
            )
        counts["added" if action is None else "changed" if changed else "unchanged"] += 1
    last = max((row.position for row in held.values()), default=-1)
    added = _add_actions(session, plan, list(enumerate(new, last + 1)))
    happened += [
        Happened(kind="loaded", at=at, channel="import", action_id=row.id, to_status=row.status) for row in added
    ]
    happened += _rejudged(session, plan, draft, at)
    append(session, plan.id or 0, happened)
    return {name: counts[name] for name in ("added", "changed", "removed", "unchanged")}


def _gone(session: Session, plan: Plan, draft: PlanDraft) -> list[str]:
    """Addresses that the plan held and the document no longer prints: a re-issue, or a file cut short."""
    printed = {(one.ref, one.step or "") for one in draft.actions}
    held = session.exec(select(Action.ref, Action.step).where(Action.plan_id == plan.id).order_by(Action.position))  # type: ignore[arg-type]
    return [address(ref, step) for ref, step in held if (ref, step) not in printed]


def _closed_by_the_plan(action: Action, draft: ActionDraft) -> bool:
    """The re-issue prints Completed where nobody has reported anything yet."""
    return action.status in ("not_started", "in_progress") and draft.target.status in ("done", "sustained")


def _as_printed(action: Action, draft: ActionDraft, at: datetime) -> Happened:
    before, action.status = action.status, draft.target.status
    return Happened(
        kind="changed",
        at=at,
        channel="import",
        action_id=action.id,
        from_status=before,
        to_status=action.status,
        words=draft.target.printed,
    )


_SAME, _ALIKE = 90, 40
"""Of 100. From the first two texts are one action, below the second they are two: a renumbered plan must not hand one
action's answers to another."""


def _other(session: Session, plan: Plan, draft: PlanDraft) -> list[str]:
    """Addresses that print another action than the one held there."""
    from rapidfuzz.fuzz import ratio  # only a re-issue needs it

    held = session.exec(select(Action.ref, Action.step, Action.text).where(Action.plan_id == plan.id))
    texts = {(ref, step): text for ref, step, text in held}

    def is_another(one: ActionDraft) -> bool:
        place = (one.ref, one.step or "")
        if place not in texts or (own := ratio(texts[place], one.text)) >= _SAME:
            return False
        return own < _ALIKE or any(ratio(text, one.text) >= _SAME for at, text in texts.items() if at != place)

    return [address(one.ref, one.step) for one in draft.actions if is_another(one)]


def _update(session: Session, action: Action, draft: ActionDraft) -> list[str]:
    """Make the row say what is printed now; return what changed, in words. An edited title is the coordinator's."""
    facts = _facts(draft)
    changed = [name for name, value in facts.items() if name not in _SILENT and getattr(action, name) != value]
    if changed:
        for fact, value in facts.items():
            setattr(action, fact, value)
        action.version += 1
    if "owner_cell" in changed:
        owned = session.exec(select(ActionOwner).where(ActionOwner.action_id == action.id)).all()
        for link in owned:
            session.delete(link)
        session.flush()
        session.add_all(_links(action, draft, _owners(session, draft.owners)))
    return [f"{fact.replace('_', ' ')} of {address(action.ref, action.step)}" for fact in changed]


_SILENT = {"source_line", "stems", "folded", "title", "links", "precision"}
"""Facts that follow from others, or that a person may have edited: no change of the plan by themselves."""


def _rejudged(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> list[Happened]:
    held = session.exec(select(Judgement).where(Judgement.plan_id == plan.id).order_by(Judgement.position)).all()  # type: ignore[arg-type]
    if [(row.text, row.rating) for row in held] == [(one.text, one.rating) for one in draft.judgements]:
        return []
    for row in held:
        session.delete(row)
    session.flush()
    _add_judgements(session, plan, draft.judgements)
    return [Happened(kind="judged", at=at, channel="import")]
