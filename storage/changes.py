"""An action as it is changed: held while it is, and written only if nobody wrote it meanwhile."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.engine import Dialect
from sqlmodel import Session

from storage import history
from storage.conditions import ACTION, ACTION_OWNER, OWNER, PLAN, PRISON, RECOMMENDATION, among
from storage.database import execute
from storage.plans import owner_id
from storage.prepared import Reader, rows
from storage.requests import REQUEST


class ActionRow(NamedTuple):
    id: int
    plan_id: int
    plan: str
    kind: str
    live: bool
    prison: str
    ref: str
    step: str
    title: str
    text: str
    theme: str | None
    target: str | None
    status: str
    version: int
    due: date | None
    original_due: date | None
    slips: int
    starts: date | None
    standing: bool
    recurrence: str | None
    gone_at: datetime | None


class OwnerRow(NamedTuple):
    """An owner of an action: its key, and as printed there."""

    key: str
    printed: str


def those(reader: Reader, actions: Collection[int]) -> list[ActionRow]:
    def build(dialect: Dialect) -> Select[Any]:
        return _ACTIONS.where(among(dialect, ACTION.c.id, "ids"))

    return [ActionRow._make(row) for row in rows(reader, "actions to change", build, {"ids": list(actions)})]


def owners(reader: Reader, actions: Collection[int]) -> dict[int, tuple[OwnerRow, ...]]:
    """Of each action, the lead first."""

    def build(dialect: Dialect) -> Select[Any]:
        return _OWNERS.where(among(dialect, ACTION_OWNER.c.action_id, "ids"))

    found: dict[int, tuple[OwnerRow, ...]] = {}
    for action, key, printed in rows(reader, "owners to change", build, {"ids": list(actions)}):
        found[action] = (*found.get(action, ()), OwnerRow(key, printed))
    return found


def undecided(reader: Reader, prisons: Collection[str]) -> list[int]:
    """The actions of these prisons that are reported, or of which something is asked for."""

    def build(dialect: Dialect) -> Select[Any]:
        plans = select(PLAN.c.id).join(PRISON, PRISON.c.id == PLAN.c.prison_id)
        of_these = ACTION.c.plan_id.in_(plans.where(among(dialect, PRISON.c.key, "prisons")))
        asked = select(REQUEST.c.action_id).where(REQUEST.c.state == "open")
        waits = (ACTION.c.status == "reported") | ACTION.c.id.in_(asked)
        return select(ACTION.c.id).where(of_these, waits).order_by(ACTION.c.plan_id, ACTION.c.position)

    return [id for (id,) in rows(reader, "undecided", build, {"prisons": list(prisons)})]


# --- changing ----------------------------------------------------------------------------------------------------


def hold(session: Session, actions: Collection[int]) -> None:
    """Nobody else changes these actions, or extends their plans' histories, until the transaction ends.

    Plans are taken in one order, and before their actions: whoever changes several can wait for another, but no two
    for each other.
    """
    plans = select(ACTION.c.plan_id).where(ACTION.c.id.in_(actions)).distinct().order_by(ACTION.c.plan_id)
    for plan in execute(session, plans).scalars().all():
        history.hold(session, plan)
    # SQLite ignores FOR UPDATE: its writer is alone already. The lock leaves room for rows that refer to the actions.
    held = select(ACTION.c.id).where(ACTION.c.id.in_(actions)).order_by(ACTION.c.id)
    held = held.with_for_update(key_share=True)
    execute(session, held)


def save(session: Session, action: int, version: int, **values: Any) -> bool:
    """Write the action as its next version; False where it is not at this version any more, and nothing was written."""
    same = (ACTION.c.id == action, ACTION.c.version == version)
    return execute(session, update(ACTION).where(*same).values(version=version + 1, **values)).rowcount == 1


def lead(session: Session, action: int, party: str, name: str) -> int | None:
    """The party of that key leads from now on, the others after it. Where among them it stood before; None: nowhere."""
    held = _links(session, action)
    owner = owner_id(session, party, name=name, printed=name)
    was_at = next((at for at, (id, _) in enumerate(held) if id == owner), None)
    first = held.pop(was_at) if was_at is not None else (owner, name)
    _relink(session, action, [first, *held])
    return was_at


def lead_back(session: Session, action: int, was_at: int | None) -> None:
    """What `lead` did, undone: whoever leads stands where it stood before."""
    first, *others = _links(session, action)
    if was_at is not None:
        others.insert(was_at, first)
    _relink(session, action, others)


def _links(session: Session, action: int) -> list[tuple[int, str]]:
    own = select(ACTION_OWNER.c.owner_id, ACTION_OWNER.c.printed).where(ACTION_OWNER.c.action_id == action)
    return [(id, printed) for id, printed in execute(session, own.order_by(ACTION_OWNER.c.position))]


def _relink(session: Session, action: int, links: list[tuple[int, str]]) -> None:
    execute(session, delete(ACTION_OWNER).where(ACTION_OWNER.c.action_id == action))
    made = [
        {"action_id": action, "position": at, "owner_id": owner, "printed": printed}
        for at, (owner, printed) in enumerate(links)
    ]
    if made:  # an action that had no owner may be without one again
        execute(session, insert(ACTION_OWNER), made)


_ACTIONS = (
    select(
        ACTION.c.id, ACTION.c.plan_id, PLAN.c.key, PLAN.c.kind, PLAN.c.live, PRISON.c.key, ACTION.c.ref, ACTION.c.step,
        ACTION.c.title, ACTION.c.text, RECOMMENDATION.c.theme, ACTION.c.target, ACTION.c.status, ACTION.c.version,
        ACTION.c.due, ACTION.c.original_due, ACTION.c.slips, ACTION.c.starts, ACTION.c.standing, ACTION.c.recurrence,
        ACTION.c.gone_at,
    )
    .select_from(ACTION)
    .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .outerjoin(RECOMMENDATION, RECOMMENDATION.c.id == ACTION.c.recommendation_id)
)  # fmt: skip
_OWNERS = (
    select(ACTION_OWNER.c.action_id, OWNER.c.key, ACTION_OWNER.c.printed)
    .join(OWNER, OWNER.c.id == ACTION_OWNER.c.owner_id)
    .order_by(ACTION_OWNER.c.action_id, ACTION_OWNER.c.position)
)
