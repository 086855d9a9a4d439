"""Actions as the policy needs them; what was heard of them is in storage.heard. Reads only.

A day is planned over millions of stored actions of which thousands matter: everything starts from the live plans and
goes by index to what is due there, and nothing is read of what is far off.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, and_, exists, or_, select, text, true
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ColumnElement

from storage.conditions import ACTION, ACTION_OWNER, ENTRY, OWNER, PLAN, PRISON, RECOMMENDATION, STATUS, among
from storage.models import Instant
from storage.prepared import Reader, given, rows
from storage.registered import ABSENCE, DELEGATION, HOLDING, LIAISON
from storage.requests import REQUEST


@dataclass(frozen=True, slots=True)
class Window:
    """What can matter on the day `on` of the live plans: what is owed and due by `due_by`; the undated, if wanted; what
    was done, and which plans were closed, between two moments. Whole are plans that went live, and those of prisons
    whose register changed, since a day that began at `since_at`.
    """

    on: date
    ends_at: datetime
    since: date
    since_at: datetime
    due_by: date
    done: tuple[datetime, datetime]
    undated: bool = False


class OwedRow(NamedTuple):
    id: int
    plan: str
    prison: str
    ref: str
    step: str
    title: str
    position: int
    theme: str | None
    due: date | None
    starts: date | None
    status: str
    standing: bool
    recurrence: str | None
    live: bool
    live_at: datetime | None
    closed_at: datetime | None
    kind: str
    version: int
    slips: int


def owed(reader: Reader, window: Window, *, prisons: Collection[str] | None = None) -> list[OwedRow]:
    """Every action that can matter on the day, in no order; of all prisons, or of some."""
    parts = [part for part in _PARTS if part != "undated" or window.undated]
    return _found(reader, parts, _values(window), prisons)


def every_owed(reader: Reader, *, prisons: Collection[str] | None = None) -> list[OwedRow]:
    """Every action of the live plans, and what is left open of the plans that were closed here."""
    return _found(reader, ["live", "left"], {}, prisons)


def _found(
    reader: Reader, parts: Iterable[str], values: dict[str, Any], prisons: Collection[str] | None
) -> list[OwedRow]:
    """Each once, though several parts have it."""
    named = values if prisons is None else {**values, "prisons": list(prisons)}
    found: dict[int, OwedRow] = {}
    for part in parts:
        told = rows(reader, ("owed", part, prisons is None), _Part(part, prisons is not None), named)
        found |= {row[0]: OwedRow._make(row) for row in told}
    return list(found.values())


def those_owed(reader: Reader, actions: Collection[int]) -> list[OwedRow]:
    def build(dialect: Dialect) -> Select[Any]:
        return _ACTIONS.where(among(dialect, ACTION.c.id, "ids"))

    return [OwedRow._make(row) for row in rows(reader, "owed those", build, {"ids": list(actions)})]


def owners_of(reader: Reader, actions: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The keys of each action's owners, the lead first."""

    def build(dialect: Dialect) -> Select[Any]:
        wanted = select(ACTION_OWNER.c.action_id, OWNER.c.key).join(OWNER, OWNER.c.id == ACTION_OWNER.c.owner_id)
        ordered = wanted.order_by(ACTION_OWNER.c.action_id, ACTION_OWNER.c.position)
        return ordered.where(among(dialect, ACTION_OWNER.c.action_id, "ids"))

    found: dict[int, tuple[str, ...]] = {}
    for action, key in rows(reader, "owed owners", build, {"ids": list(actions)}):
        found[action] = (*found.get(action, ()), key)
    return found


# --- how they are found ------------------------------------------------------------------------------------------

_ACTIONS = (
    select(
        ACTION.c.id, PLAN.c.key, PRISON.c.key, ACTION.c.ref, ACTION.c.step, ACTION.c.title, ACTION.c.position,
        RECOMMENDATION.c.theme, ACTION.c.due, ACTION.c.starts, ACTION.c.status, ACTION.c.standing, ACTION.c.recurrence,
        PLAN.c.live, PLAN.c.live_at, PLAN.c.closed_at, PLAN.c.kind, ACTION.c.version, ACTION.c.slips,
    )
    .select_from(ACTION)
    .join(PLAN, PLAN.c.id == ACTION.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .outerjoin(RECOMMENDATION, RECOMMENDATION.c.id == ACTION.c.recommendation_id)
)  # fmt: skip


def _values(window: Window) -> dict[str, Any]:
    """By name. The drivers take more values than a statement names; those that it lacks are none of its business."""
    (done_from, done_to) = window.done
    return {
        "on": window.on, "ends_at": window.ends_at, "since": window.since, "since_at": window.since_at,
        "due_by": window.due_by, "done_from": done_from, "done_to": done_to,
    }  # fmt: skip


_SINCE, _ON = given("since", Date()), given("on", Date())
_SINCE_AT, _ENDS_AT = given("since_at", Instant()), given("ends_at", Instant())


def _changed(table: Any) -> ColumnElement[bool]:
    """Of a table of periods: one that began or ended, or was written, since that day."""
    began_or_ended = or_(table.c.from_on.between(_SINCE, _ON), table.c.until_on.between(_SINCE, _ON))
    return or_(began_or_ended, table.c.recorded_at >= _SINCE_AT) if "recorded_at" in table.c else began_or_ended


_changed_prisons = (
    select(HOLDING.c.prison_id)
    .where(_changed(HOLDING))
    .union(
        select(LIAISON.c.prison_id).where(_changed(LIAISON)),
        select(HOLDING.c.prison_id).join(ABSENCE, ABSENCE.c.person_id == HOLDING.c.person_id).where(_changed(ABSENCE)),
        select(PLAN.c.prison_id).join(DELEGATION, DELEGATION.c.plan_id == PLAN.c.id).where(_changed(DELEGATION)),
    )
)
_owed = or_(STATUS["not_started"], STATUS["in_progress"], STATUS["blocked"])
_standing = text("action.standing")  # word for word as the index of those few has it, or SQLite does not use it
_was_done = and_(
    ENTRY.c.action_id == ACTION.c.id,
    ENTRY.c.to_status == "done",
    ENTRY.c.at.between(given("done_from", Instant()), given("done_to", Instant())),
)
# What its owner is to hear of though nothing is due: few entries, by an index of theirs, which the words are those of.
_told = text(
    "(entry.as_post = 'coordinator'"
    " OR entry.kind IN ('send_back', 'decline', 'refuse', 'reopen', 'agree', 'accept', 'confirm', 'nudge'))"
)
_others_did = ACTION.c.id.in_(select(ENTRY.c.action_id).where(_told, ENTRY.c.at >= _SINCE_AT).correlate(None))
_asked = ACTION.c.id.in_(select(REQUEST.c.action_id).where(text("request.state = 'open'")).correlate(None))
# Of each part which plans it looks in, and at which of their actions.
_PARTS: dict[str, tuple[ColumnElement[bool], ...]] = {
    "due": (PLAN.c.live, and_(_owed, ACTION.c.due <= given("due_by", Date()))),
    "undated": (PLAN.c.live, and_(_owed, ACTION.c.due.is_(None))),
    "reported": (PLAN.c.live, STATUS["reported"]),
    "sustained": (PLAN.c.live, STATUS["sustained"]),
    "standing": (PLAN.c.live, and_(_standing, ~STATUS["withdrawn"])),
    "done": (PLAN.c.live, and_(ACTION.c.status == "done", exists().where(_was_done))),
    "asked": (PLAN.c.live, _asked),
    "news": (PLAN.c.live, _others_did),
    "closed": (and_(~PLAN.c.live, PLAN.c.closed_at.between(_SINCE_AT, _ENDS_AT)), STATUS["open"]),
    # Without an end: on a calendar set back, what was loaded later counts as live, and is news all the same.
    "gone live": (and_(PLAN.c.live, PLAN.c.live_at >= _SINCE_AT), STATUS["open"]),
    "handed over": (and_(PLAN.c.live, PLAN.c.prison_id.in_(_changed_prisons)), STATUS["open"]),
}
_WHOLE: dict[str, tuple[ColumnElement[bool], ...]] = {
    "live": (PLAN.c.live, true()),
    "left": (and_(~PLAN.c.live, PLAN.c.closed_at.is_not(None)), STATUS["open"]),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """Writes the statement that finds a part. Put so, a database starts from the plans and not from the actions."""

    name: str
    of_some: bool

    def __call__(self, dialect: Dialect) -> Select[Any]:
        plans, actions = (_PARTS | _WHOLE)[self.name]
        wanted = select(PLAN.c.id).where(plans)
        if self.of_some:
            some = select(PRISON.c.id).where(among(dialect, PRISON.c.key, "prisons")).correlate(None)
            wanted = wanted.where(PLAN.c.prison_id.in_(some))
        return _ACTIONS.where(ACTION.c.plan_id.in_(wanted.correlate(None)), actions)
