"""The same plan again: what it prints anew, what it no longer prints, what it prints under another action's number.

What people reported is never overwritten: a re-issue may change words, owners and dates, not a status anyone gave. A
date that was agreed to and an owner who took the action on stand for as long as the plan prints the same cells.
"""

from collections import Counter
from datetime import date, datetime

from sqlmodel import Session, col, select

from documents import rejudging
from documents.draft import ActionDraft, PlanDraft
from documents.rows import add_actions, add_judgements, facts_of, owner_ids, owner_links
from plans.addresses import written
from plans.rights import FINISHED
from storage.history import Happened, append, hold
from storage.models import Action, ActionOwner, Judgement, Plan
from storage.requests import settle


def reissue(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> dict[str, int]:
    """Bring what the plan prints up to date, matched by address. Actions gone from it are kept and counted."""
    hold(session, plan.id or 0)  # before the actions, as whoever answers does
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
            before = action.due
            status, action.status = action.status, one.target.status
            changed = [*_update(session, action, one), "status"]
            happened.append(_as_printed(action, one, (status, before), at))
        else:
            before = action.due
            if changed := _update(session, action, one):
                happened.append(_anew(action, before, changed, at))
        counts["added" if action is None else "changed" if changed else "unchanged"] += 1
    last = max((row.position for row in held.values()), default=-1)
    added = add_actions(session, plan, list(enumerate(new, last + 1)))
    happened += [
        Happened(kind="loaded", at=at, channel="import", action_id=row.id, to_status=row.status) for row in added
    ]
    happened += _rejudged(session, plan, draft, at)
    last_seq = append(session, plan.id or 0, happened)
    _overrule(session, happened, last_seq - len(happened) + 1)
    return {name: counts[name] for name in ("added", "changed", "removed", "unchanged")}


def _anew(action: Action, before: date | None, changed: list[str], at: datetime) -> Happened:
    dates = (before, action.due) if before != action.due else (None, None)
    return Happened(
        kind="changed",
        at=at,
        channel="import",
        action_id=action.id,
        from_due=dates[0],
        to_due=dates[1],
        words=", ".join(changed),
    )


def _overrule(session: Session, happened: list[Happened], first: int) -> None:
    """What was asked for of a date or a lead that the plan now prints otherwise is asked for no more."""
    for seq, one in enumerate(happened, first):
        words = one.words or ""
        if one.action_id and (one.to_status in FINISHED or "target of" in words):
            settle(session, one.action_id, ["extension"], "withdrawn", seq)
        if one.action_id and (one.to_status in FINISHED or "owner cell of" in words):
            settle(session, one.action_id, ["hand_over"], "withdrawn", seq)


def gone(session: Session, plan: Plan, draft: PlanDraft) -> list[str]:
    """Addresses that the plan held and the document no longer prints: a re-issue, or a file cut short."""
    printed = {(one.ref, one.step or "") for one in draft.actions}
    held = session.exec(select(Action.ref, Action.step).where(Action.plan_id == plan.id).order_by(col(Action.position)))
    return [written(ref, step) for ref, step in held if (ref, step) not in printed]


def _closed_by_the_plan(action: Action, draft: ActionDraft) -> bool:
    """The re-issue prints Completed, and did not before, where nobody has reported anything yet.

    What people reopened stays open for as long as the plan prints the same."""
    if action.target == draft.target.printed:
        return False
    return action.status in ("not_started", "in_progress") and draft.target.status in FINISHED


def _as_printed(action: Action, draft: ActionDraft, before: tuple[str, date | None], at: datetime) -> Happened:
    """`before` are the status and the date that it had: what is printed as completed has no date any more."""
    status, due = before
    moved = (due, action.due) if due != action.due else (None, None)
    return Happened(
        kind="changed",
        at=at,
        channel="import",
        action_id=action.id,
        from_status=status,
        to_status=action.status,
        from_due=moved[0],
        to_due=moved[1],
        words=draft.target.printed,
    )


_SAME, _ALIKE = 90, 40
"""Of 100. From the first two texts are one action, below the second they are two: a renumbered plan must not hand one
action's answers to another."""


def renumbered(session: Session, plan: Plan, draft: PlanDraft) -> list[str]:
    """Addresses that print another action than the one held there."""
    from rapidfuzz.fuzz import ratio  # only a re-issue needs it

    held = session.exec(select(Action.ref, Action.step, Action.text).where(Action.plan_id == plan.id))
    texts = {(ref, step): text for ref, step, text in held}

    def is_another(one: ActionDraft) -> bool:
        place = (one.ref, one.step or "")
        if place not in texts or (own := ratio(texts[place], one.text)) >= _SAME:
            return False
        return own < _ALIKE or any(ratio(text, one.text) >= _SAME for at, text in texts.items() if at != place)

    return [written(one.ref, one.step) for one in draft.actions if is_another(one)]


def _update(session: Session, action: Action, draft: ActionDraft) -> list[str]:
    """Make the row say what is printed now; return what changed, in words. An edited title is the coordinator's."""
    facts = facts_of(draft)
    if facts["target"] == action.target:
        facts = {name: value for name, value in facts.items() if name not in _DATES}
    changed = [name for name, value in facts.items() if name not in _SILENT and getattr(action, name) != value]
    if changed:
        for fact, value in facts.items():
            setattr(action, fact, value)
        action.version += 1
        action.original_due = action.original_due or action.due
    if "owner_cell" in changed:
        owned = session.exec(select(ActionOwner).where(ActionOwner.action_id == action.id)).all()
        for link in owned:
            session.delete(link)
        session.flush()
        session.add_all(owner_links(action, draft, owner_ids(session, draft.owners)))
    return [f"{fact.replace('_', ' ')} of {written(action.ref, action.step)}" for fact in changed]


_DATES = {"starts", "due", "precision", "recurrence", "standing"}
"""What a target cell says. While it prints the same, an extension that was agreed to stands."""

_SILENT = {"places", "stems", "folded", "title", "links", "precision"}
"""Facts that follow from others, or that a person may have edited: no change of the plan by themselves."""


def _rejudged(session: Session, plan: Plan, draft: PlanDraft, at: datetime) -> list[Happened]:
    held = session.exec(select(Judgement).where(Judgement.plan_id == plan.id).order_by(col(Judgement.position))).all()
    if [(row.text, row.rating) for row in held] == [(one.text, one.rating) for one in draft.judgements]:
        return []
    kept = rejudging.told(session, plan.id or 0)
    for row in held:
        session.delete(row)
    session.flush()
    add_judgements(session, plan, draft.judgements)
    rejudging.tell_again(session, plan.id or 0, kept)
    return [Happened(kind="judged", at=at, channel="import")]
