"""Plans as printed, their actions and their history; what questions need beside them."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlmodel import JSON, CheckConstraint, Field, Index, SQLModel, UniqueConstraint
from sqlmodel import text as sql

from storage.models.columns import HEX, SLUG, Instant, one_of, only

TITLE_LENGTH = 80
STATUSES = ("not_started", "in_progress", "blocked", "reported", "done", "sustained", "withdrawn")
PLAN_KINDS = ("urgent_notification", "inspection", "review")
RESPONSES = ("agreed", "partly agreed", "not agreed")
PRECISIONS = ("day", "week", "month", "quarter", "season", "year", "part")
JUDGEMENT_KINDS = ("concern", "theme")
CHANNELS = ("import", "slack", "teams", "cli")
_TOLD = sql(
    "as_post = 'coordinator'"
    " OR kind IN ('send_back', 'decline', 'refuse', 'reopen', 'agree', 'accept', 'confirm', 'nudge')"
)
TABLE_BLOCKS = ("data_table", "table", "none")


class Prison(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (CheckConstraint(only("key", SLUG), name="key"),)

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
    """`ranked_on` says which of a prison's plans is later; `live` is worked out from it by `plans.relive`.

    `live_at` and `closed_at`: the moments at which it last went live and was closed. `inspected_told` is the last day
    of the inspection as the coordinator said, where the plan prints none: it says when to expect inspectors, and does
    not rank the plan.
    """

    __table_args__: ClassVar[Any] = (
        CheckConstraint(only("key", SLUG), name="key"),
        one_of("kind", PLAN_KINDS),
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
    inspected_told: date | None = None
    ranked_on: date | None = None
    live: bool = False
    live_override: bool | None = None
    loaded_at: datetime = Field(sa_type=Instant)
    live_at: datetime | None = Field(default=None, sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class Source(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "sha256"),
        CheckConstraint(f"length(sha256) = 64 AND {only('sha256', HEX)}", name="sha256"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id")
    file: str
    sha256: str
    read_at: datetime = Field(sa_type=Instant)


class Recommendation(SQLModel, table=True):
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "position"),
        one_of("response", RESPONSES),
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

    `original_due` is the date first promised, which no extension moves; `slips` counts the extensions agreed to.

    `stems` and `folded` are the action's own text made searchable: ' stem stem ' (each word once, a space on
    either side) and the text casefolded with white space folded.

    `places` says where each part stands in the document: part → list of {page, table, row, line, sheet}, those known.
    `gone_at`: since when the plan's newer version no longer prints it.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "ref", "step"),
        UniqueConstraint("plan_id", "position"),
        CheckConstraint("ref <> ''", name="ref"),
        CheckConstraint(f"length(title) <= {TITLE_LENGTH} AND trim(title) <> ''", name="title"),
        CheckConstraint("trim(text) <> ''", name="text"),
        CheckConstraint("starts <= due", name="starts_before_due"),
        one_of("precision", PRECISIONS),
        one_of("status", STATUSES),
        CheckConstraint("version >= 1", name="version"),
        # Counts read this and no row, and what is overdue is found plan by plan. An index on status and date
        # alone would tempt SQLite to walk all that was ever overdue.
        Index(None, "plan_id", "status", "due"),
        # What never ends is asked about each quarter, whatever its status; few of a plan's actions are.
        Index("ix_action_standing", "plan_id", sqlite_where=sql("standing"), postgresql_where=sql("standing")),
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
    original_due: date | None = None
    slips: int = Field(default=0, sa_column_kwargs={"server_default": sql("0")})
    precision: str | None = None
    recurrence: str | None = None
    standing: bool = False
    links: list[str] = Field(default_factory=list, sa_type=JSON)
    status: str = "not_started"
    version: int = 1
    places: dict[str, Any] = Field(default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": "{}"})
    gone_at: datetime | None = Field(default=None, sa_type=Instant)


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
        one_of("kind", JUDGEMENT_KINDS),
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


class JudgementMatch(SQLModel, table=True):
    """A person's word on what of a plan a judgement is about: a theme, or one concern by its ref; neither: nothing."""

    __tablename__ = "judgement_match"

    judgement_id: int = Field(primary_key=True, foreign_key="judgement.id", ondelete="CASCADE")
    plan_id: int = Field(primary_key=True, foreign_key="plan.id")
    theme: str | None = None
    ref: str | None = None
    told_by: str
    told_at: datetime = Field(sa_type=Instant)


class Repeated(SQLModel, table=True):
    """A concern that stood in an earlier plan of the same prison. `said`: the document says so; `likeness` of 100."""

    __table_args__: ClassVar[Any] = (CheckConstraint("likeness BETWEEN 0 AND 100", name="likeness"),)

    recommendation_id: int = Field(primary_key=True, foreign_key="recommendation.id", ondelete="CASCADE")
    earlier_id: int = Field(primary_key=True, foreign_key="recommendation.id", ondelete="CASCADE")
    said: bool
    likeness: int


class ToldCell(SQLModel, table=True):
    """Whom an owner cell names, as a person told: asked once. `printed` is the cell, white space folded, casefolded;
    `parties` those it names, as printed or by the name of the party that they are. A date cell of a plan that was told
    to be no date is among them, and names nobody."""

    __tablename__ = "told_cell"

    printed: str = Field(primary_key=True)
    parties: list[str] = Field(sa_type=JSON)
    told_by: str
    told_at: datetime = Field(sa_type=Instant)


class Offer(SQLModel, table=True):
    """A document sent in chat: it is read, then waits for its sender's yes. `body` has where its message stands,
    and the draft as facts once it is read; `answers` what was answered of its questions, by key. Forgotten after a
    while.

    While it is read, `made_at` moves on with its reader: one that stands still was left behind."""

    __table_args__: ClassVar[Any] = (one_of("state", ("reading", "open", "loaded", "left")),)

    id: int | None = Field(default=None, primary_key=True)
    account: str = Field(index=True)
    file: str
    sha256: str
    body: Any = Field(sa_type=JSON)
    answers: dict[str, str] = Field(sa_type=JSON)
    made_at: datetime = Field(sa_type=Instant)
    state: str = "open"


class Entry(SQLModel, table=True):
    """One line of a plan's history, written by `history.append` alone.

    `as_post` is the post that `who` (the person `person_id`) answered as, `for_party` on whose behalf, `party` the post
    that something goes to: keys. `day` is a day that was stated, as of a completion. `links` are one a line. `undoes`
    is the seq of the entry that this one takes back.

    Triggers refuse deletes, and every update but the blanking of words.
    """

    __table_args__: ClassVar[Any] = (
        UniqueConstraint("plan_id", "seq"),
        one_of("channel", CHANNELS),
        one_of("from_status", STATUSES),
        one_of("to_status", STATUSES),
        CheckConstraint("seq >= 1", name="seq"),
        CheckConstraint("(words IS NULL) = (words_salt IS NULL)", name="words_salted"),
        Index(None, "action_id", "at"),
        # What owners are to hear of though they did not do it: few entries.
        Index("ix_entry_told", "at", "action_id", sqlite_where=_TOLD, postgresql_where=_TOLD),
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
    from_due: date | None = None
    to_due: date | None = None
    person_id: int | None = None
    for_party: str | None = None
    party: str | None = None
    day: date | None = None
    links: str | None = None
    undoes: int | None = None
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
        one_of("platform", ("slack", "teams")),
        one_of("table_block", TABLE_BLOCKS),
    )

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    team: str
    table_block: str | None = None
