"""What was said of each action and to whom; what each person asked not to hear for a while; the policy's settings."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, delete, func, insert, or_, select
from sqlalchemy.engine import Dialect
from sqlmodel import Session, SQLModel

from storage.conditions import PLAN, among
from storage.database import execute
from storage.prepared import Reader, rows

_TABLES = SQLModel.metadata.tables
DELIVERY, MENTION, SNOOZE, SETTING = (_TABLES[name] for name in ("delivery", "mention", "snooze", "policy_setting"))


class ToldRow(NamedTuple):
    """`subject` is an action's id, or what a line without an action was about; `day` the last one it was said on."""

    recipient: str
    subject: int | str
    reason: str
    day: date


class SnoozeRow(NamedTuple):
    action: int
    person: int
    on: date
    until: date


class SettingRow(NamedTuple):
    """`plan` None: for every plan. `value` as JSON has it."""

    plan: str | None
    name: str
    value: Any
    from_on: date


def told_of(reader: Reader, actions: Collection[int]) -> list[ToldRow]:
    """What was surely sent of these actions, and of the register's gaps: to whom, why, when last; and what was made for
    posts that nobody holds."""

    def build(dialect: Dialect) -> Select[Any]:
        return _TOLD.where(among(dialect, MENTION.c.action_id, "ids")).group_by(*_TOLD_COLUMNS)

    about = _TOLD.where(MENTION.c.about.is_not(None)).group_by(*_TOLD_COLUMNS)
    found = [*rows(reader, "told", build, {"ids": list(actions)}), *rows(reader, "told gaps", lambda _: about)]
    return [ToldRow(to, about if action is None else action, reason, day) for to, action, about, reason, day in found]


def snoozes_of(reader: Reader, actions: Collection[int]) -> list[SnoozeRow]:
    def build(dialect: Dialect) -> Select[Any]:
        columns = (SNOOZE.c.action_id, SNOOZE.c.person_id, SNOOZE.c.snoozed_on, SNOOZE.c.until_on)
        return select(*columns).where(among(dialect, SNOOZE.c.action_id, "ids")).order_by(SNOOZE.c.id)

    return [SnoozeRow._make(row) for row in rows(reader, "snoozes", build, {"ids": list(actions)})]


def save_snoozes(session: Session, snoozes: Iterable[SnoozeRow]) -> None:
    for one in snoozes:
        values = {"action_id": one.action, "person_id": one.person, "snoozed_on": one.on, "until_on": one.until}
        execute(session, insert(SNOOZE).values(values))


def setting_rows(reader: Reader) -> list[SettingRow]:
    """Every setting ever made, in the order in which they take effect."""
    wanted = select(PLAN.c.key, SETTING.c.name, SETTING.c.value, SETTING.c.from_on)
    ordered = wanted.outerjoin(PLAN, PLAN.c.id == SETTING.c.plan_id).order_by(SETTING.c.from_on, SETTING.c.id)
    return [SettingRow._make(row) for row in rows(reader, "settings", lambda _: ordered)]


def save_setting(session: Session, plan: str | None, name: str, value: Any, from_on: date) -> None:
    """From that day on; in place of what was set for the same day."""
    plan_id = None if plan is None else execute(session, select(PLAN.c.id).where(PLAN.c.key == plan)).scalar_one()
    same = (SETTING.c.plan_id.is_not_distinct_from(plan_id), SETTING.c.name == name, SETTING.c.from_on == from_on)
    execute(session, delete(SETTING).where(*same))
    execute(session, insert(SETTING).values(plan_id=plan_id, name=name, value=value, from_on=from_on))


_TOLD_COLUMNS = (DELIVERY.c.recipient, MENTION.c.action_id, MENTION.c.about, MENTION.c.reason)
_TOLD = (
    select(*_TOLD_COLUMNS, func.max(DELIVERY.c.day))
    .join(DELIVERY, DELIVERY.c.id == MENTION.c.delivery_id)
    .where(
        or_(
            DELIVERY.c.state == "sent",
            # To a post that nobody holds all was said that can be: not again each day. Whoever takes it over hears all.
            and_(DELIVERY.c.state == "undeliverable", DELIVERY.c.person_id.is_(None)),
        )
    )
)
