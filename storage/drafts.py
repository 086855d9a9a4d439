"""What was read back and not yet confirmed: kept for whoever said it, used once, forgotten after a while."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

DRAFT = SQLModel.metadata.tables["draft"]


class DraftRow(NamedTuple):
    id: int
    account: str
    thread: str
    words: str
    body: Any
    made_at: datetime
    settled: bool


def keep(session: Session, account: str, thread: str, words: str, body: Any, at: datetime) -> int:
    """A new draft of an account's, said in a thread; its number. `body` is anything that JSON has."""
    values = {"account": account, "thread": thread, "words": words, "body": body, "made_at": at, "settled": False}
    return int(execute(session, insert(DRAFT).values(values).returning(DRAFT.c.id)).scalar_one())


def rewrite(session: Session, draft: int, body: Any) -> None:
    """What it means now, its owner having dropped or chosen something."""
    execute(session, update(DRAFT).where(DRAFT.c.id == draft).values(body=body))


def leave(session: Session, draft: int) -> None:
    """Something else was said there since: words no longer go on with it, only its own buttons do."""
    execute(session, update(DRAFT).where(DRAFT.c.id == draft).values(thread=""))


def held(session: Session, draft: int, account: str) -> DraftRow | None:
    """The account's own draft of that number, if it was not used yet."""
    own = (DRAFT.c.id == draft, DRAFT.c.account == account, ~DRAFT.c.settled)
    found = execute(session, select(*_COLUMNS).where(*own)).one_or_none()
    return None if found is None else DraftRow._make(found)


def taken(session: Session, draft: int, account: str) -> DraftRow | None:
    """The same, and it is used now: whoever presses twice gets it once."""
    own = (DRAFT.c.id == draft, DRAFT.c.account == account, ~DRAFT.c.settled)
    used = update(DRAFT).where(*own).values(settled=True).returning(*_COLUMNS)
    found = execute(session, used).one_or_none()
    return None if found is None else DraftRow._make(found)


def latest(session: Session, account: str, thread: str) -> DraftRow | None:
    """The last thing that the account said in a thread and has not confirmed."""
    own = (DRAFT.c.account == account, DRAFT.c.thread == thread, ~DRAFT.c.settled)
    found = execute(session, select(*_COLUMNS).where(*own).order_by(DRAFT.c.id.desc()).limit(1)).one_or_none()
    return None if found is None else DraftRow._make(found)


def since(session: Session, account: str, thread: str, at: datetime) -> list[DraftRow]:
    """All that the account said in a thread from a moment on, left since or not, and has not confirmed; last first."""
    own = (DRAFT.c.account == account, DRAFT.c.thread.in_((thread, "")), DRAFT.c.made_at >= at, ~DRAFT.c.settled)
    return [DraftRow._make(row) for row in execute(session, select(*_COLUMNS).where(*own).order_by(DRAFT.c.id.desc()))]


def forget_before(session: Session, at: datetime) -> int:
    """Drop what was said before a moment; how many."""
    return execute(session, delete(DRAFT).where(DRAFT.c.made_at < at)).rowcount


_COLUMNS = (
    DRAFT.c.id, DRAFT.c.account, DRAFT.c.thread, DRAFT.c.words, DRAFT.c.body, DRAFT.c.made_at, DRAFT.c.settled,
)  # fmt: skip
