"""The register as rows: who holds which post, who stands in, speaks for whom, is away. Reads only.

What the rows mean on a day, `plans.register` says; they are written by `storage.posts` and `storage.beside`.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from sqlalchemy import Date, Select, or_, select
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ColumnElement
from sqlmodel import SQLModel

from storage.conditions import OWNER, OWNER_NAME, PLAN, PRISON, among
from storage.prepared import Reader, given, rows

_TABLES = SQLModel.metadata.tables
PERSON, ACCOUNT, HOLDING, ROLE = (_TABLES[name] for name in ("person", "account", "holding", "role"))
LIAISON, ABSENCE, DELEGATION = (_TABLES[name] for name in ("liaison", "absence", "delegation"))
WORKSPACE, GROUP, MEMBERSHIP = (_TABLES[name] for name in ("workspace", "prison_group", "group_membership"))

Capacity = Literal["holder", "acting", "deputy"]
Duty = Literal["coordinator", "administrator", "assurer"]


class PersonRow(NamedTuple):
    """`sought`: an account was looked for; `reachable`: there is one that takes messages; `why`: what is wrong."""

    id: int
    name: str
    email: str | None
    sought: bool
    reachable: bool
    why: str | None


class HoldingRow(NamedTuple):
    prison: str
    post: str
    person: int | None
    capacity: Capacity
    from_on: date | None
    until_on: date | None
    id: int


class RoleRow(NamedTuple):
    prison: str | None
    person: int
    role: Duty
    from_on: date | None
    until_on: date | None


class LiaisonRow(NamedTuple):
    prison: str
    organisation: str
    post: str
    from_on: date | None
    until_on: date | None


class AbsenceRow(NamedTuple):
    person: int
    from_on: date | None
    until_on: date


class DelegationRow(NamedTuple):
    plan: str
    post: str
    action: int | None
    theme: str | None
    from_on: date
    until_on: date | None


class RegisterRows(NamedTuple):
    """Posts, organisations, prisons and plans by their keys; `names` and `prisons` are (key, name),
    `printed` each form in which a plan names an owner."""

    people: list[PersonRow]
    holdings: list[HoldingRow]
    roles: list[RoleRow]
    liaisons: list[LiaisonRow]
    absences: list[AbsenceRow]
    delegations: list[DelegationRow]
    names: list[tuple[str, str]]
    printed: list[tuple[str, str]]
    prisons: list[tuple[str, str]]


def register_rows(reader: Reader, prisons: Collection[str] | None = None) -> RegisterRows:
    """All of the register, past and coming too; or what concerns some prisons and whoever is named there."""
    at = None if prisons is None else list(prisons)
    holdings = [HoldingRow._make(row) for row in _read(reader, _HOLDINGS, PRISON.c.key, at)]
    roles = [RoleRow._make(row) for row in _read(reader, _ROLES, PRISON.c.key, at, everywhere=True)]
    named = (
        None if at is None else sorted({row.person for row in holdings if row.person} | {row.person for row in roles})
    )
    return RegisterRows(
        people=_people(_read(reader, _PEOPLE, PERSON.c.id, named)),
        holdings=holdings,
        roles=roles,
        liaisons=[LiaisonRow._make(row) for row in _read(reader, _LIAISONS, PRISON.c.key, at)],
        absences=[AbsenceRow._make(row) for row in _read(reader, _ABSENCES, ABSENCE.c.person_id, named)],
        delegations=[DelegationRow._make(row) for row in _read(reader, _DELEGATIONS, PRISON.c.key, at)],
        names=[(key, name) for key, name in _read(reader, _NAMES)],
        printed=[(key, name) for key, name in _read(reader, _PRINTED)],
        prisons=[(key, name) for key, name in _read(reader, _PRISONS, PRISON.c.key, at)],
    )


def _read(
    reader: Reader,
    wanted: Select[Any],
    column: ColumnElement[Any] | None = None,
    among_these: Sequence[Any] | None = None,
    *,
    everywhere: bool = False,
) -> list[Any]:
    """Where `column` is one of the values given, if any are; `everywhere`: or is null."""
    if column is None or among_these is None:
        return rows(reader, wanted, lambda _: wanted)

    def build(dialect: Dialect) -> Select[Any]:
        those = among(dialect, column, "those")
        return wanted.where(or_(those, column.is_(None)) if everywhere else those)

    return rows(reader, (wanted, "some"), build, {"those": list(among_these)})


def _people(found: Iterable[Any]) -> list[PersonRow]:
    """One row each; of several accounts the active one counts."""
    people: dict[int, PersonRow] = {}
    for id, name, email, sought_at, active, why in found:
        before = people.get(id)
        if before is None or not before.reachable:
            people[id] = PersonRow(id, name, email, sought_at is not None, bool(active), why)
    return list(people.values())


def prison_rows(reader: Reader) -> list[tuple[str, str]]:
    """(key, name) of every prison."""
    return [(key, name) for key, name in _read(reader, _PRISONS)]


def groups(reader: Reader, on: date) -> dict[str, str]:
    """By prison's key, the group that it belongs to on a day."""
    return dict(rows(reader, _GROUPS, lambda _: _GROUPS, {"on": on}))


# --- how they are read -------------------------------------------------------------------------------------------

_post, _organisation = OWNER.alias("post"), OWNER.alias("organisation")

# A person once for each account, the oldest first.
_PEOPLE = (
    select(PERSON.c.id, PERSON.c.name, PERSON.c.email, PERSON.c.sought_at, ACCOUNT.c.active, ACCOUNT.c.why)
    .outerjoin(ACCOUNT, ACCOUNT.c.person_id == PERSON.c.id)
    .order_by(PERSON.c.id, ACCOUNT.c.id)
)
_HOLDINGS = (
    select(
        PRISON.c.key, OWNER.c.key, HOLDING.c.person_id, HOLDING.c.capacity, HOLDING.c.from_on, HOLDING.c.until_on,
        HOLDING.c.id,
    )
    .join(PRISON, PRISON.c.id == HOLDING.c.prison_id)
    .join(OWNER, OWNER.c.id == HOLDING.c.owner_id)
    .order_by(HOLDING.c.id)
)  # fmt: skip
_ROLES = (
    select(PRISON.c.key, ROLE.c.person_id, ROLE.c.role, ROLE.c.from_on, ROLE.c.until_on)
    .outerjoin(PRISON, PRISON.c.id == ROLE.c.prison_id)
    .order_by(ROLE.c.id)
)
_LIAISONS = (
    select(PRISON.c.key, _organisation.c.key, _post.c.key, LIAISON.c.from_on, LIAISON.c.until_on)
    .join(PRISON, PRISON.c.id == LIAISON.c.prison_id)
    .join(_organisation, _organisation.c.id == LIAISON.c.organisation_id)
    .join(_post, _post.c.id == LIAISON.c.post_id)
    .order_by(LIAISON.c.id)
)
_NAMES = select(OWNER.c.key, OWNER.c.name).order_by(OWNER.c.key)
_PRINTED = (
    select(OWNER.c.key, OWNER_NAME.c.printed)
    .join(OWNER_NAME, OWNER_NAME.c.owner_id == OWNER.c.id)
    .order_by(OWNER_NAME.c.printed)
)
_PRISONS = select(PRISON.c.key, PRISON.c.name).order_by(PRISON.c.key)
_ABSENCES = select(ABSENCE.c.person_id, ABSENCE.c.from_on, ABSENCE.c.until_on).order_by(ABSENCE.c.id)
_DELEGATIONS = (
    select(
        PLAN.c.key, OWNER.c.key, DELEGATION.c.action_id, DELEGATION.c.theme, DELEGATION.c.from_on,
        DELEGATION.c.until_on,
    )
    .join(PLAN, PLAN.c.id == DELEGATION.c.plan_id)
    .join(PRISON, PRISON.c.id == PLAN.c.prison_id)
    .join(OWNER, OWNER.c.id == DELEGATION.c.post_id)
    .order_by(DELEGATION.c.id)
)  # fmt: skip
_since, _until = MEMBERSHIP.c.from_on, MEMBERSHIP.c.until_on
_GROUPS = (
    select(PRISON.c.key, GROUP.c.name)
    .join(MEMBERSHIP, MEMBERSHIP.c.prison_id == PRISON.c.id)
    .join(GROUP, GROUP.c.id == MEMBERSHIP.c.group_id)
    .where(_since <= given("on", Date()), or_(_until.is_(None), _until > given("on", Date())))
)
