"""What inspectors asked for, as a plan prints it: the rows that its actions belong to, when they are printed anew."""

from collections import defaultdict

from sqlmodel import Session, col, delete, exists, func, select

from documents.draft import ActionDraft
from documents.reissues.folding import folded
from storage.models import Action, Plan, Recommendation

Facts = tuple[str | None, str | None, str | None, str | None]
"""Ref, theme, text, response."""


def concern_of(draft: ActionDraft) -> Facts:
    return draft.ref, draft.theme, draft.recommendation, draft.response


def concerns_of(session: Session, plan: Plan) -> list[Recommendation]:
    """In the order of the plan."""
    held = select(Recommendation).where(Recommendation.plan_id == plan.id).order_by(col(Recommendation.position))
    return list(session.exec(held).all())


def rows_of(session: Session, plan: Plan, drafts: list[ActionDraft]) -> dict[Facts, Recommendation]:
    """The rows that these actions belong to, made where nothing is held that says the same."""
    held = {_folded(facts_of(row)): row for row in reversed(concerns_of(session, plan))}
    last = session.exec(select(func.max(Recommendation.position)).where(Recommendation.plan_id == plan.id)).one()
    found: dict[Facts, Recommendation] = {}
    for facts in dict.fromkeys(map(concern_of, drafts)):
        if (row := held.get(_folded(facts))) is None:
            last = 0 if last is None else last + 1
            row = held[_folded(facts)] = Recommendation(plan_id=plan.id or 0, position=last)
            _say(row, facts)
            session.add(row)
        found[facts] = row
    session.flush()
    return found


def reword(session: Session, plan: Plan, pairs: list[tuple[Action, ActionDraft]]) -> None:
    """Say of what is held what is printed now: in its own row, which others refer to, where all its actions agree."""
    held = {row.id: row for row in concerns_of(session, plan)}
    known = {_folded(facts_of(row)) for row in held.values()}
    anew = [(row, one) for row, one in pairs if not _is_same(held.get(row.recommendation_id), one)]
    if not anew:
        return
    for id_, facts in _by_row(session, plan, pairs).items():
        if len(facts) == 1 and (only := facts.pop()) and _folded(only) not in known and id_ in held:
            _say(held[id_], only)
            known.add(_folded(only))
    session.flush()
    rows = rows_of(session, plan, [one for _, one in anew])
    for row, one in anew:
        row.recommendation_id = rows[concern_of(one)].id
    session.flush()
    _drop_unused(session, plan)


def _by_row(
    session: Session, plan: Plan, pairs: list[tuple[Action, ActionDraft]]
) -> dict[int | None, set[Facts | None]]:
    """By row what its actions print now; None for one of an action that is not printed."""
    drafts = {row.id: one for row, one in pairs}
    found: dict[int | None, set[Facts | None]] = defaultdict(set)
    for id_, row in session.exec(select(Action.id, Action.recommendation_id).where(Action.plan_id == plan.id)):
        found[row].add(concern_of(drafts[id_]) if id_ in drafts else None)
    return found


def _drop_unused(session: Session, plan: Plan) -> None:
    used = exists().where(col(Action.recommendation_id) == Recommendation.id)
    session.exec(delete(Recommendation).where(col(Recommendation.plan_id) == plan.id, ~used))


def facts_of(row: Recommendation) -> Facts:
    return row.ref, row.theme, row.text, row.response


def _is_same(row: Recommendation | None, one: ActionDraft) -> bool:
    return row is not None and _folded(facts_of(row)) == _folded(concern_of(one))


def _say(row: Recommendation, facts: Facts) -> None:
    row.ref, row.theme, row.text, row.response = facts


def _folded(facts: Facts) -> tuple[str, ...]:
    return tuple(map(folded, facts))
