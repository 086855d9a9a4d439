"""The ledger: what is to be sent, what was, and what each message named; the channels that are written to, and digests
as they were frozen. Its rules are in `storage.deliveries`."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlmodel import JSON, CheckConstraint, Field, Index, SQLModel, UniqueConstraint, text

from storage.models.columns import HEX, Instant, one_of, only

STATES = ("waiting", "claimed", "unknown", "sent", "superseded", "dropped", "undeliverable")
KINDS = ("brief", "digest")
PURPOSES = ("digest", "coordinator")
_ABOUT = text("about IS NOT NULL")


class Channel(SQLModel, table=True):
    """A channel that a prison's digest, or its coordinator's notices, go to. `external` is its id in the workspace,
    `name` as it was called when it was proved by a post; `why` what makes it unreachable since."""

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("workspace_id", "external", "prison_id", "purpose"),
        one_of("purpose", PURPOSES),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    prison_id: int = Field(foreign_key="prison.id")
    purpose: str
    external: str
    name: str
    active: bool = True
    why: str | None = None
    proved_at: datetime = Field(sa_type=Instant)


class Digest(SQLModel, table=True):
    """A week's digest as it was frozen: numbered in its `scope` (`prison rochester`, `person 12`) and never changed.

    `occasion` is the week, as 2025-W06. `body` is the canonical text of its facts, `text` the words that were said,
    `sha256` covers both.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("scope", "number"),
        UniqueConstraint("scope", "occasion"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint(f"length(sha256) = 64 AND {only('sha256', HEX)}", name="sha256"),
    )

    id: int | None = Field(default=None, primary_key=True)
    scope: str
    number: int
    occasion: str
    day: date
    made_at: datetime = Field(sa_type=Instant)
    body: str
    text: str
    sha256: str


class Delivery(SQLModel, table=True):
    """One message to one person or channel for one occasion: `person 12`, `brief`, `2024-12-02`.

    To a channel it is `channel 3`, and `channel_id`. `day` is the calendar's, `sent_at` and `seen_at` moments of it;
    `claimed_at` and `not_before` are the machine clock's. `claim` is the attempt's own token: nobody
    else may confirm or give back what it holds. `body` is the message as facts.
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
    channel_id: int | None = None  # no foreign key: SQLite adds none to a table that others refer to
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
