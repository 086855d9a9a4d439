"""The ledger: what is to be sent, what was, and what each message named. Its rules are in `storage.deliveries`."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlmodel import JSON, CheckConstraint, Field, Index, SQLModel, UniqueConstraint, text

from storage.models.columns import Instant, one_of

STATES = ("waiting", "claimed", "unknown", "sent", "superseded", "dropped", "undeliverable")
KINDS = ("brief", "digest")
_ABOUT = text("about IS NOT NULL")


class Delivery(SQLModel, table=True):
    """One message to one person or channel for one occasion: `person 12`, `brief`, `2024-12-02`.

    `day` is the calendar's, `sent_at` and `seen_at` moments of it; `claimed_at` and `not_before` are the machine
    clock's. `claim` is the attempt's own token: nobody else may confirm or give back what it holds. `body` is the
    message as facts.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("recipient", "kind", "occasion"),
        one_of("state", STATES),
        one_of("kind", KINDS),
        CheckConstraint("(state = 'claimed') <= (claim IS NOT NULL)", name="claimed_by_somebody"),
        CheckConstraint("(state = 'sent') <= (ts IS NOT NULL)", name="sent_somewhere"),
        Index(None, "state", "day"),
        Index(None, "recipient", "day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    recipient: str
    kind: str
    occasion: str
    day: date
    state: str = "waiting"
    person_id: int | None = Field(default=None, foreign_key="person.id")
    workspace_id: int | None = Field(default=None, foreign_key="workspace.id")
    claim: str | None = None
    claimed_at: datetime | None = Field(default=None, sa_type=Instant)
    not_before: datetime | None = Field(default=None, sa_type=Instant)
    attempts: int = 0
    may_repeat: bool = False
    channel: str | None = None
    ts: str | None = None
    sent_at: datetime | None = Field(default=None, sa_type=Instant)
    seen_at: datetime | None = Field(default=None, sa_type=Instant)
    why: str | None = None
    body: Any = Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)


class Mention(SQLModel, table=True):
    """An action named in a delivery, and why: what the policy and `why` know of the past. `about` says which post or
    person a line is about where no action is (a gap in the register)."""

    __table_args__: ClassVar[Any] = (
        CheckConstraint("(action_id IS NULL) <> (about IS NULL)", name="action_or_about"),
        UniqueConstraint("delivery_id", "action_id", "reason"),
        Index(None, "action_id", "delivery_id"),
        # Few lines are about no action: what the register lacks.
        Index("ix_mention_about", "about", sqlite_where=_ABOUT, postgresql_where=_ABOUT),
    )

    id: int | None = Field(default=None, primary_key=True)
    delivery_id: int = Field(foreign_key="delivery.id")
    action_id: int | None = Field(default=None, foreign_key="action.id")
    about: str | None = None
    section: str
    reason: str


class Slot(SQLModel, table=True):
    """A day whose briefs have been planned (or a week's digests): inserted with the deliveries it gave rise to."""

    kind: str = Field(primary_key=True)
    occasion: str = Field(primary_key=True)
    day: date


class Pace(SQLModel, table=True):
    """When a workspace may next be sent something, by the machine clock: shared by all replicas."""

    workspace_id: int = Field(primary_key=True, foreign_key="workspace.id")
    next_at: datetime = Field(sa_type=Instant)
