"""Who holds which post and who speaks for whom, from when until when; their accounts; the policy's settings.

A period's `from_on` and `until_on` are its first and last day, both included; null is open.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlmodel import JSON, CheckConstraint, Field, Index, SQLModel, UniqueConstraint

from storage.models.columns import Instant, one_of

CAPACITIES = ("holder", "acting", "deputy")
ROLES = ("coordinator", "administrator", "assurer")


def _in_order() -> CheckConstraint:
    return CheckConstraint("until_on >= from_on", name="in_order")


class Person(SQLModel, table=True):
    """`email` is kept in lower case: it is what accounts are found by. `sought_at`: when one was last looked for.
    `filed_away_until`: until when the register's file last had them away, whatever they said themselves since."""

    __table_args__: ClassVar[Any] = (
        CheckConstraint("trim(name) <> ''", name="name"),
        CheckConstraint("email = lower(email) AND email <> ''", name="email"),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str | None = Field(default=None, unique=True)
    sought_at: datetime | None = Field(default=None, sa_type=Instant)
    filed_away_until: date | None = None


class Account(SQLModel, table=True):
    """A person in one workspace. `dm` is the direct-message channel once known; `why` what makes it unreachable."""

    __table_args__: ClassVar[Any] = (UniqueConstraint("workspace_id", "external"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    external: str
    dm: str | None = None
    active: bool = True
    why: str | None = None
    checked_at: datetime = Field(sa_type=Instant)


class Holding(SQLModel, table=True):
    """Who holds a post of a prison. A null person: the post was vacant, and known to be.

    `recorded_at`, here and below: when the row was last written. What was recorded late is met late.
    """

    __table_args__: ClassVar[Any] = (
        one_of("capacity", CAPACITIES),
        _in_order(),
        Index(None, "prison_id", "owner_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    prison_id: int = Field(foreign_key="prison.id")
    owner_id: int = Field(foreign_key="owner.id")
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    capacity: str = "holder"
    from_on: date | None = None
    until_on: date | None = None
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)


class Role(SQLModel, table=True):
    """What a person is beside posts, at one prison; a null prison: at all."""

    __table_args__: ClassVar[Any] = (one_of("role", ROLES), _in_order())

    id: int | None = Field(default=None, primary_key=True)
    prison_id: int | None = Field(default=None, foreign_key="prison.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    role: str
    from_on: date | None = None
    until_on: date | None = None


class Liaison(SQLModel, table=True):
    """The inside post that chases an outside organisation for a prison."""

    __table_args__: ClassVar[Any] = (_in_order(), Index(None, "prison_id", "organisation_id"))

    id: int | None = Field(default=None, primary_key=True)
    prison_id: int = Field(foreign_key="prison.id")
    organisation_id: int = Field(foreign_key="owner.id")
    post_id: int = Field(foreign_key="owner.id")
    from_on: date | None = None
    until_on: date | None = None
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)


class Absence(SQLModel, table=True):
    """`told_by`: the person who said so in chat; null where the register's file did."""

    __table_args__: ClassVar[Any] = (_in_order(),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    from_on: date | None = None
    until_on: date
    told_by: int | None = None


class Delegation(SQLModel, table=True):
    """The post that does a lead's work on one action, or on a theme of a plan."""

    __table_args__: ClassVar[Any] = (
        CheckConstraint("(action_id IS NULL) <> (theme IS NULL)", name="action_or_theme"),
        _in_order(),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id")
    theme: str | None = None
    post_id: int = Field(foreign_key="owner.id")
    from_on: date
    until_on: date | None = None
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)


class PolicySetting(SQLModel, table=True):
    """What a plan, or every plan where it is null, differs in from the policy's defaults, from a day on."""

    __tablename__ = "policy_setting"
    __table_args__: ClassVar[Any] = (Index(None, "name", "from_on"),)

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int | None = Field(default=None, foreign_key="plan.id")
    name: str
    value: Any = Field(sa_type=JSON)
    from_on: date


class Snooze(SQLModel, table=True):
    """An action left out of one person's briefs until a day, as asked for on a day of the calendar."""

    __table_args__: ClassVar[Any] = (CheckConstraint("until_on > snoozed_on", name="in_order"),)

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    snoozed_on: date
    until_on: date
