"""What a day gives rise to, or a week: its slot, planned once with the deliveries that come of it, and what earlier
ones left."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import and_, func, insert, or_, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once
from storage.deliveries import OPEN, Named, name

_TABLES = SQLModel.metadata.tables
DELIVERY, MENTION, SLOT, ACCOUNT = (_TABLES[name] for name in ("delivery", "mention", "slot", "account"))
CHANNEL = _TABLES["channel"]
ACTION, PLAN, PRISON = (_TABLES[name] for name in ("action", "plan", "prison"))

SETTLED = ("sent", "dropped")  # everything up to its day was said, or needed no saying any more


class New(NamedTuple):
    """`why`: it cannot be delivered, and this is the reason."""

    recipient: str
    person_id: int | None
    workspace_id: int | None
    named: Sequence[Named]
    why: str | None = None
    channel_id: int | None = None


def open_slot(session: Session, kind: str, occasion: str, day: date) -> bool:
    """Whether this slot is ours to plan: another's planning of it is waited for."""
    return insert_once(session, SLOT, kind=kind, occasion=occasion, day=day)


def planned_for(session: Session, kind: str, occasion: str) -> date | None:
    """The day of this slot; None where it is not planned."""
    return execute(session, select(SLOT.c.day).where(SLOT.c.kind == kind, SLOT.c.occasion == occasion)).scalar()


def is_planned(session: Session, kind: str, occasion: str) -> bool:
    return planned_for(session, kind, occasion) is not None


def last_slot(session: Session, kind: str, before: date) -> date | None:
    """The last day before this one whose slot was planned."""
    found = select(func.max(SLOT.c.day)).where(SLOT.c.kind == kind, SLOT.c.day < before)
    return execute(session, found).scalar()


def live_since(session: Session) -> datetime | None:
    """When the first of the live plans went live."""
    return execute(session, select(func.min(PLAN.c.live_at)).where(PLAN.c.live)).scalar()


def without(session: Session, kind: str, occasion: str, new: Sequence[New]) -> list[New]:
    """Those for whom the slot has nothing yet, whatever became of it."""
    theirs = select(DELIVERY.c.recipient).where(DELIVERY.c.kind == kind, DELIVERY.c.occasion == occasion)
    held = set(execute(session, theirs).scalars())
    return [each for each in new if each.recipient not in held]


def add(session: Session, kind: str, occasion: str, day: date, new: Sequence[New]) -> None:
    """What the slot gives rise to, once for each: in the transaction that opened it, or that waits for another's."""
    slot = select(SLOT.c.day).where(SLOT.c.kind == kind, SLOT.c.occasion == occasion)
    execute(session, slot.with_for_update())
    if not (new := without(session, kind, occasion, new)):
        return
    common = {"kind": kind, "occasion": occasion, "day": day, "attempts": 0, "may_repeat": False}
    rows = [
        {**common, "recipient": each.recipient, "person_id": each.person_id, "workspace_id": each.workspace_id,
         "channel_id": each.channel_id, "state": "undeliverable" if each.why else "waiting", "why": each.why}
        for each in new
    ]  # fmt: skip
    execute(session, insert(DELIVERY), rows)
    these = select(DELIVERY.c.recipient, DELIVERY.c.id).where(DELIVERY.c.kind == kind, DELIVERY.c.occasion == occasion)
    ids = {row.recipient: row.id for row in execute(session, these.where(DELIVERY.c.day == day))}
    name(session, {ids[each.recipient]: each.named for each in new})


def reached(session: Session, workspace_id: int) -> set[int]:
    """Whoever has an account there that takes messages."""
    active = select(ACCOUNT.c.person_id).where(ACCOUNT.c.workspace_id == workspace_id, ACCOUNT.c.active)
    return set(execute(session, active).scalars())


def prisons(session: Session, actions: Collection[int]) -> dict[int, str]:
    """The key of each action's prison."""
    wanted = (
        select(ACTION.c.id, PRISON.c.key)
        .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
        .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
        .where(ACTION.c.id.in_(actions))
    )
    return {action: key for action, key in execute(session, wanted)}  # noqa: C416 (a row is more than a pair)


def noted(session: Session, kind: str) -> set[tuple[str, int, str]]:
    """What was to be said to posts that nobody holds, of which action and why."""
    lines = (
        select(DELIVERY.c.recipient, MENTION.c.action_id, MENTION.c.reason)
        .join(MENTION, MENTION.c.delivery_id == DELIVERY.c.id)
        .where(DELIVERY.c.state == "undeliverable", DELIVERY.c.kind == kind, DELIVERY.c.person_id.is_(None))
        .where(MENTION.c.action_id.is_not(None))
        .distinct()
    )
    return {(row[0], row[1], row[2]) for row in execute(session, lines)}


def supersede(session: Session, kind: str, before: date) -> int:
    """What waits since an earlier day is not sent any more, nor asked about: the next one merges it. How many."""
    asked_about = and_(DELIVERY.c.state == "unknown", DELIVERY.c.claim.is_(None))
    waits = or_(DELIVERY.c.state == "waiting", asked_about)
    stale = and_(waits, DELIVERY.c.day < before, DELIVERY.c.kind == kind)
    return execute(session, update(DELIVERY).where(stale).values(state="superseded")).rowcount


def revive(session: Session, kind: str, day: date) -> None:
    """What was never tried, for want of an account, waits after all where there is one now; so does what a channel
    refused that was proved anew since: it surely is not there."""
    theirs = and_(ACCOUNT.c.person_id == DELIVERY.c.person_id, ACCOUNT.c.workspace_id == DELIVERY.c.workspace_id)
    untried = and_(DELIVERY.c.state == "undeliverable", DELIVERY.c.attempts == 0)
    todays = and_(DELIVERY.c.kind == kind, DELIVERY.c.day == day)
    reached = select(ACCOUNT.c.id).where(theirs, ACCOUNT.c.active).exists()
    proved = select(CHANNEL.c.id).where(CHANNEL.c.id == DELIVERY.c.channel_id, CHANNEL.c.active).exists()
    refused = and_(DELIVERY.c.state == "undeliverable", proved)
    able = or_(and_(untried, reached), refused)
    execute(session, update(DELIVERY).where(todays, able).values(state="waiting", why=None))


def behind(session: Session, kind: str, on: date) -> dict[str, date]:
    """By recipient: the last day up to which nothing is owed to them, where an earlier day's was not surely said.

    What may have arrived counts as not said: if it turns out that it did, the next finds nothing left of it. Who has
    no account that takes messages is not behind until they have: there is nobody to catch up with.
    """
    reached = select(ACCOUNT.c.id).where(ACCOUNT.c.person_id == DELIVERY.c.person_id, ACCOUNT.c.active)
    later = DELIVERY.alias()
    settled = (
        select(later.c.id)
        .where(later.c.recipient == DELIVERY.c.recipient, later.c.kind == kind, later.c.state.in_(SETTLED))
        .where(later.c.day >= DELIVERY.c.day, later.c.day < on)
    )
    owed = (
        select(DELIVERY.c.recipient, func.min(DELIVERY.c.day))
        .where(DELIVERY.c.state.in_(("superseded", "undeliverable", "waiting", *OPEN)))
        .where(DELIVERY.c.day < on, DELIVERY.c.kind == kind, reached.exists(), ~settled.exists())
        .group_by(DELIVERY.c.recipient)
    )
    return {recipient: first - timedelta(days=1) for recipient, first in execute(session, owed)}


def unsettled(session: Session, kind: str, day: date) -> bool:
    """Whether something of this day or before waits, or may be on its way; not what waits for somebody's word."""
    moves = or_(DELIVERY.c.state == "waiting", DELIVERY.c.claim.is_not(None))
    left = select(DELIVERY.c.id).where(DELIVERY.c.state.in_(("waiting", *OPEN)), moves, DELIVERY.c.day <= day)
    return execute(session, left.where(DELIVERY.c.kind == kind).limit(1)).first() is not None
