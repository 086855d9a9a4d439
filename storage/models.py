"""The tables, and what the database itself refuses. No queries here, and no rules beyond what a row may hold.

Constraints live in the database, not in hope: SQLModel does not validate table rows, so every vocabulary,
range and pairing below is a CHECK, a UNIQUE or a foreign key. `migrations/` says the same; a test holds the
two together.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import JSON, CheckConstraint, DateTime, Field, Index, SQLModel, UniqueConstraint

# Named constraints can be told apart in an error and altered in a migration. Before the first table.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

TITLE_LENGTH = 80
STATUSES = ("not_started", "in_progress", "blocked", "reported", "done", "sustained", "withdrawn")
PLAN_KINDS = ("urgent_notification", "inspection", "review")
RESPONSES = ("agreed", "partly agreed", "not agreed")
PRECISIONS = ("day", "week", "month", "quarter", "season", "year", "part")
JUDGEMENT_KINDS = ("concern", "theme")
CHANNELS = ("import", "slack", "teams", "cli")
TABLE_BLOCKS = ("data_table", "table", "none")


class Instant(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out, on both databases. A naive one is refused: whose hour is it?"""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone: give the moment in UTC or with its offset.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # SQLite keeps no offset: what it gives back is the UTC that was bound above.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _only(column: str, characters: str) -> str:
    # Both databases trim any of the characters given, so what is left is what should not be there.
    return f"{column} <> '' AND ltrim({column}, '{characters}') = ''"


_SLUG = "abcdefghijklmnopqrstuvwxyz0123456789-"
_HEX = "0123456789abcdef"


class Prison(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (CheckConstraint(_only("key", _SLUG), name="key"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str


class PrisonGroup(SQLModel, table=True):
    __tablename__ = "prison_group"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class GroupMembership(SQLModel, table=True):
    __tablename__ = "group_membership"
    __table_args__: ClassVar[Any] = (CheckConstraint("until_on > from_on", name="until_after_from"),)

    prison_id: int = Field(primary_key=True, foreign_key="prison.id")
    group_id: int = Field(primary_key=True, foreign_key="prison_group.id")
    from_on: date = Field(primary_key=True)
    until_on: date | None = None


class Plan(SQLModel, table=True):
    """`ranked_on` says which of a prison's plans is later; `live` is worked out from it by `plans.relive`."""

    __table_args__: ClassVar[Any] = (
        CheckConstraint(_only("key", _SLUG), name="key"),
        _one_of("kind", PLAN_KINDS),
        CheckConstraint("(inspected_from IS NULL) = (inspected_to IS NULL)", name="inspected_both"),
        CheckConstraint("inspected_to >= inspected_from", name="inspected_in_order"),
        CheckConstraint("kind <> 'review' OR NOT live", name="review_never_live"),
        # A prison's live plans are found without meeting its closed ones.
        Index(None, "prison_id", "live"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    prison_id: int = Field(foreign_key="prison.id")
    title: str
    kind: str
    year: int
    submitted: date | None = None
    published: date | None = None
    inspected_from: date | None = None
    inspected_to: date | None = None
    ranked_on: date | None = None
    live: bool = False
    live_override: bool | None = None
    loaded_at: datetime = Field(sa_type=Instant)


class Source(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "sha256"),
        CheckConstraint(f"length(sha256) = 64 AND {_only('sha256', _HEX)}", name="sha256"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    file: str
    sha256: str
    read_at: datetime = Field(sa_type=Instant)


class Recommendation(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "position"),
        _one_of("response", RESPONSES),
        Index(None, "plan_id", "theme"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    position: int
    ref: str | None = None
    theme: str | None = None
    text: str | None = None
    response: str | None = None


class Action(SQLModel, table=True):
    """`step` is '' when the plan numbers none, so that the address can be unique.

    `stems` and `folded` are the action's own text made searchable: ' stem stem ' (each word once, a space on
    either side) and the text casefolded with white space folded.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "ref", "step"),
        UniqueConstraint("plan_id", "position"),
        CheckConstraint("ref <> ''", name="ref"),
        CheckConstraint(f"length(title) <= {TITLE_LENGTH} AND trim(title) <> ''", name="title"),
        CheckConstraint("trim(text) <> ''", name="text"),
        CheckConstraint("starts <= due", name="starts_before_due"),
        _one_of("precision", PRECISIONS),
        _one_of("status", STATUSES),
        CheckConstraint("version >= 1", name="version"),
        # Counts read this and no row, and what is overdue is found plan by plan. An index on status and date
        # alone would tempt SQLite to walk all that was ever overdue.
        Index(None, "plan_id", "status", "due"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    recommendation_id: int | None = Field(default=None, foreign_key="recommendation.id", index=True)
    position: int
    ref: str
    step: str = ""
    heading: str | None = None
    title: str
    text: str
    stems: str = " "
    folded: str = ""
    owner_cell: str | None = None
    target: str | None = None
    starts: date | None = None
    due: date | None = None
    precision: str | None = None
    recurrence: str | None = None
    standing: bool = False
    links: list[str] = Field(default_factory=list, sa_type=JSON)
    status: str = "not_started"
    version: int = 1
    source_page: int | None = None
    source_table: int | None = None
    source_row: int | None = None
    source_line: int | None = None


class Owner(SQLModel, table=True):
    """A post or organisation, never a person."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str


class OwnerName(SQLModel, table=True):
    """Every form in which a plan has printed an owner: two forms of one party are one owner."""

    __tablename__ = "owner_name"

    printed: str = Field(primary_key=True)
    owner_id: int = Field(foreign_key="owner.id", index=True)


class ActionOwner(SQLModel, table=True):
    """Position 0 leads."""

    __tablename__ = "action_owner"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("action_id", "owner_id"),
        CheckConstraint("position >= 0", name="position"),
        Index(None, "owner_id", "action_id", "position"),
    )

    action_id: int = Field(primary_key=True, foreign_key="action.id")
    position: int = Field(primary_key=True)
    owner_id: int = Field(foreign_key="owner.id")
    printed: str


class Judgement(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "position"),
        _one_of("kind", JUDGEMENT_KINDS),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    position: int
    body: str
    kind: str
    section: str | None = None
    text: str
    rating: str
    paragraph: str | None = None


class Entry(SQLModel, table=True):
    """One line of a plan's history, written by `history.append` alone.

    Triggers refuse deletes, and every update but the blanking of words.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "seq"),
        _one_of("channel", CHANNELS),
        _one_of("from_status", STATUSES),
        _one_of("to_status", STATUSES),
        CheckConstraint("seq >= 1", name="seq"),
        CheckConstraint("(words IS NULL) = (words_salt IS NULL)", name="words_salted"),
        Index(None, "action_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    action_id: int | None = Field(default=None, foreign_key="action.id")
    seq: int
    at: datetime = Field(sa_type=Instant)
    kind: str
    who: str | None = None
    as_post: str | None = None
    channel: str
    from_status: str | None = None
    to_status: str | None = None
    words: str | None = None
    words_salt: str | None = None
    canonical: str
    previous: str
    hash: str


class Chain(SQLModel, table=True):
    """The head of a plan's history: locked by whoever extends it."""

    plan_id: int = Field(primary_key=True, foreign_key="plan.id")
    seq: int
    hash: str


class Stamp(SQLModel, table=True):
    """One row, which triggers keep. What was read under a stamp is true for as long as the stamp stands.

    `names` changes with whatever questions can be about (prisons, plans, owners, themes), `facts` with those and with
    all else that plans print of an action. Neither changes with an action's status or due date.
    """

    __table_args__: ClassVar[Any] = (CheckConstraint("id = 1", name="id"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    names: str
    facts: str


class Inbound(SQLModel, table=True):
    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant, index=True)


class Workspace(SQLModel, table=True):
    """`table_block`: the table block this workspace has been seen to accept; null until it has been tried."""

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("platform", "team"),
        _one_of("platform", ("slack", "teams")),
        _one_of("table_block", TABLE_BLOCKS),
    )

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    team: str
    table_block: str | None = None
