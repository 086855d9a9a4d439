"""What a plan prints of an action and where, as it was read. Queries only; whoever calls owns the transaction."""

from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from storage.models import Action, Plan, Prison, Recommendation, Source


class PlacedRow(NamedTuple):
    """An action's printed cells. `places`: part → list of {page, table, row, line, sheet}, those known."""

    plan: str
    kind: str
    prison: str
    ref: str
    step: str
    title: str
    text: str
    owner: str | None
    target: str | None
    theme: str | None
    recommendation: str | None
    response: str | None
    places: dict[str, Any]
    file: str | None
    sha256: str | None


def placed(session: Session, action: int) -> PlacedRow | None:
    """None: there is no such action."""
    statement = (
        select(Action, Plan, Prison, Recommendation)
        .join(Plan, col(Plan.id) == col(Action.plan_id))
        .join(Prison, col(Prison.id) == col(Plan.prison_id))
        .join(Recommendation, col(Recommendation.id) == col(Action.recommendation_id), isouter=True)
        .where(col(Action.id) == action)
    )
    found = session.exec(statement).first()
    if found is None:
        return None
    held, plan, prison, asked = found
    file = _file(session, held)
    theme, text, response = (asked.theme, asked.text, asked.response) if asked else (None, None, None)
    name, digest = (file.file, file.sha256) if file else (None, None)
    return PlacedRow(
        plan.key, plan.kind, prison.key, held.ref, held.step, held.title, held.text, held.owner_cell, held.target,
        theme, text, response, held.places, name, digest,
    )  # fmt: skip


def _file(session: Session, action: Action) -> Source | None:
    """The file that its places are of: the newest that still printed it."""
    statement = select(Source).where(col(Source.plan_id) == action.plan_id)
    if action.gone_at is not None:
        statement = statement.where(col(Source.read_at) < action.gone_at)
    return session.exec(statement.order_by(col(Source.read_at).desc(), col(Source.id).desc())).first()
