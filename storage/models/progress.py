"""What waits for somebody's yes, what was read back and not yet confirmed, what our messages are about."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlmodel import JSON, CheckConstraint, Field, Index, SQLModel, text

from storage.models.columns import Instant, one_of

REQUEST_KINDS = ("extension", "hand_over")
REQUEST_STATES = ("open", "agreed", "declined", "withdrawn")


class Request(SQLModel, table=True):
    """Another date for an action, or another lead: asked for, and nothing changes until somebody else agrees.

    `asked` and `settled` are the entries of the history that say so (by seq, within the action's plan); `asked_on` is
    the day in London since which it waits: of another date put in place of one that waited, the first one's.
    `person_id` and `as_post` say who asked, `for_party` on whose behalf. One of a kind is open at a time. `was_at`:
    where among the owners the new lead stood before it accepted, null if nowhere.
    """

    __table_args__: ClassVar[Any] = (
        one_of("kind", REQUEST_KINDS),
        one_of("state", REQUEST_STATES),
        CheckConstraint("(to_due IS NULL) <> (to_party IS NULL)", name="date_or_party"),
        CheckConstraint("(state = 'open') = (settled IS NULL)", name="settled"),
        Index(
            "ix_request_open", "action_id", "kind", unique=True,
            sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'"),
        ),
        Index(None, "action_id"),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id")
    kind: str
    to_due: date | None = None
    to_party: str | None = None
    person_id: int | None = Field(default=None, foreign_key="person.id")
    as_post: str | None = None
    for_party: str | None = None
    asked: int
    asked_on: date
    state: str = "open"
    settled: int | None = None
    was_at: int | None = None


class Draft(SQLModel, table=True):
    """What somebody's words were read as, before they confirm it. `body` are the changes as facts; `thread` is where it
    was said (channel and ts). Used once; forgotten after a while."""

    __table_args__: ClassVar[Any] = (Index(None, "account", "thread"),)

    id: int | None = Field(default=None, primary_key=True)
    account: str
    thread: str
    words: str
    body: Any = Field(sa_type=JSON)
    made_at: datetime = Field(sa_type=Instant)
    settled: bool = False


class Spoken(SQLModel, table=True):
    """Which action a message of ours in somebody's direct messages is about: what is said in its thread is of it."""

    channel: str = Field(primary_key=True)
    ts: str = Field(primary_key=True)
    action_id: int = Field(foreign_key="action.id")
    at: datetime = Field(sa_type=Instant, index=True)
