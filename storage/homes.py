"""What a person's home shows, as rows: their own open actions, how prisons stand, what they put off, whether they are
away. Of the live plans. Reads only."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, and_, exists, func, or_, select
from sqlalchemy.engine import Dialect
from sqlmodel import SQLModel

from storage.conditions import ACTION, ACTION_OWNER, OWNER, PLAN, PLANS, PRISON, STATUS, among
from storage.prepared import Reader, given, rows

_TABLES = SQLModel.metadata.tables
ABSENCE, SNOOZE, PERSON = (_TABLES[name] for name in ("absence", "snooze", "person"))
_LIVE = and_(PLAN.c.live, PLAN.c.kind != "review")


class OwnRow(NamedTuple):
    """One of somebody's open actions: what says where it comes in a list."""

    id: int
    status: str
    due: date | None
    plan: str
    position: int


class StandingRow(NamedTuple):
    """An action of a prison's live plans, as far as its colour goes."""

    prison: str
    id: int
    status: str
    due: date | None
    slips: int


def own_open(reader: Reader, held: Collection[tuple[str, str]], work: Collection[int]) -> list[OwnRow]:
    """The open actions of live plans that a party of `held` (prison and party, by their keys) owns, alone or with
    others, and those of `work` (ids); plan by plan."""

    def build(dialect: Dialect) -> Select[Any]:
        party = PRISON.c.key + " " + OWNER.c.key
        owned = (
            select(ACTION_OWNER.c.action_id)
            .join(OWNER, OWNER.c.id == ACTION_OWNER.c.owner_id)
            .where(ACTION_OWNER.c.action_id == ACTION.c.id, among(dialect, party, "held"))
        )
        own = or_(exists(owned.correlate(ACTION, PRISON)), among(dialect, ACTION.c.id, "work"))
        columns = (ACTION.c.id, ACTION.c.status, ACTION.c.due, PLAN.c.key, ACTION.c.position)
        of = ACTION.join(PLAN, PLAN.c.id == ACTION.c.plan_id).join(PRISON, PRISON.c.id == PLAN.c.prison_id)
        wanted: Select[Any] = select(*columns).select_from(of).where(_LIVE, STATUS["open"], own)
        return wanted.order_by(PLAN.c.key, ACTION.c.position)

    given_ = {"held": [f"{prison} {party}" for prison, party in held], "work": list(work)}
    return [OwnRow._make(row) for row in rows(reader, "own open", build, given_)]


def standing(reader: Reader, prisons: Collection[str]) -> list[StandingRow]:
    """Every action of the live plans of some prisons, in no order."""

    def build(dialect: Dialect) -> Select[Any]:
        columns = (PRISON.c.key, ACTION.c.id, ACTION.c.status, ACTION.c.due, ACTION.c.slips)
        wanted: Select[Any] = select(*columns).select_from(PLANS.join(ACTION, ACTION.c.plan_id == PLAN.c.id))
        return wanted.where(_LIVE, among(dialect, PRISON.c.key, "prisons"))

    return [StandingRow._make(row) for row in rows(reader, "standing", build, {"prisons": list(prisons)})]


def with_live_plans(reader: Reader) -> list[str]:
    """The names of the prisons that have one."""
    wanted: Select[Any] = select(PRISON.c.name).select_from(PLANS).where(_LIVE).distinct().order_by(PRISON.c.name)
    return [name for (name,) in rows(reader, "with live plans", lambda _: wanted)]


def snoozed(reader: Reader, person: int, on: date) -> int:
    """How many open actions they keep out of their briefs on a day."""

    def build(_: Dialect) -> Select[Any]:
        still = (SNOOZE.c.person_id == given("person"), SNOOZE.c.until_on > given("on", Date()))
        put_off = select(SNOOZE.c.action_id).where(*still, SNOOZE.c.snoozed_on <= given("on", Date()))
        wanted: Select[Any] = select(func.count()).select_from(ACTION)
        return wanted.where(ACTION.c.id.in_(put_off), STATUS["open"])

    ((count,),) = rows(reader, "snoozed", build, {"person": person, "on": on})
    return int(count)


def away(reader: Reader, person: int, on: date) -> tuple[date, str] | None:
    """Until which day they are away, and who said so (a name, "" where the register's file did)."""
    found = rows(reader, "away", lambda _: _AWAY, {"person": person, "on": on})
    return (found[0][0], found[0][1] or "") if found else None


_AWAY = (
    select(ABSENCE.c.until_on, PERSON.c.name)
    .outerjoin(PERSON, PERSON.c.id == ABSENCE.c.told_by)
    .where(
        ABSENCE.c.person_id == given("person"),
        ABSENCE.c.until_on >= given("on", Date()),
        or_(ABSENCE.c.from_on.is_(None), ABSENCE.c.from_on <= given("on", Date())),
    )
    .order_by(ABSENCE.c.until_on.desc())
)
