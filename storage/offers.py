"""Documents sent in chat: claimed once while they are read, kept for their sender's yes, then forgotten."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

OFFER = SQLModel.metadata.tables["offer"]


class OfferRow(NamedTuple):
    """`body` is {"channel", "ts"} of the message that tells of it, and its "draft" once it is read."""

    id: int
    account: str
    file: str
    sha256: str
    body: Any
    answers: dict[str, str]
    state: str
    made_at: datetime


def begin(session: Session, account: str, file: str, at: datetime) -> int:
    """A document that is going to be read for an account; its number."""
    values = {"account": account, "file": file, "sha256": "", "body": {}, "answers": {}, "made_at": at}
    new = insert(OFFER).values(**values, state="reading").returning(OFFER.c.id)
    return int(execute(session, new).scalar_one())


def place(session: Session, offer: int, channel: str, ts: str) -> None:
    """Where the message stands that tells of it."""
    execute(session, update(OFFER).where(*_reading(offer)).values(body={"channel": channel, "ts": ts}))


def alive(session: Session, offer: int, at: datetime) -> None:
    """It is being read yet."""
    execute(session, update(OFFER).where(*_reading(offer)).values(made_at=at))


def keep(session: Session, offer: int, sha256: str, draft: Any, at: datetime) -> OfferRow | None:
    """It was read, and is to be told of; None where its sender was told meanwhile that it was not."""
    body = execute(session, select(OFFER.c.body).where(*_reading(offer))).scalar_one_or_none()
    if body is None:
        return None
    values = {"sha256": sha256, "body": {**body, "draft": draft}, "made_at": at}
    kept = update(OFFER).where(*_reading(offer)).values(**values).returning(*_COLUMNS)
    return OfferRow._make(execute(session, kept).one())


def told(session: Session, offer: int) -> None:
    """Whoever sent it has seen what became of it: what was read waits for their yes, all else is forgotten."""
    execute(session, update(OFFER).where(*_reading(offer), _is_read).values(state="open"))
    execute(session, delete(OFFER).where(*_reading(offer)))


def held(session: Session, offer: int, account: str) -> OfferRow | None:
    """The account's own document of that number once it is read, whatever became of it; nobody else changes it
    meanwhile. One whose preview stands already, though nobody noted that, is as good as open."""
    own = select(*_COLUMNS).where(OFFER.c.id == offer, OFFER.c.account == account, _is_read)
    found = execute(session, own.with_for_update()).one_or_none()
    row = None if found is None else OfferRow._make(found)
    return row._replace(state="open") if row and row.state == "reading" else row


def is_told_at(session: Session, account: str, channel: str, ts: str) -> bool:
    """Whether the message there tells of a document of the account's."""
    body = OFFER.c.body
    there = (body["channel"].as_string() == channel, body["ts"].as_string() == ts)
    return execute(session, select(OFFER.c.id).where(OFFER.c.account == account, *there)).first() is not None


def answer(session: Session, offer: int, answers: dict[str, str]) -> None:
    execute(session, update(OFFER).where(OFFER.c.id == offer).values(answers=answers))


def close(session: Session, offer: int, state: str, at: datetime) -> None:
    """`loaded` or `left`, by the machine's clock."""
    execute(session, update(OFFER).where(OFFER.c.id == offer).values(state=state, made_at=at))


def left_behind(session: Session, platform: str, before: datetime, *, at: datetime) -> list[OfferRow]:
    """Those whose reader ended without a word: given to one caller alone, who is to tell their senders and to say so
    (`told`); to another, if that one ends too."""
    stale = (OFFER.c.state == "reading", OFFER.c.made_at < before, OFFER.c.account.startswith(f"{platform}:"))
    taken = update(OFFER).where(*stale).values(made_at=at).returning(*_COLUMNS)
    return [OfferRow._make(row) for row in execute(session, taken)]


def forget_before(session: Session, at: datetime) -> int:
    """Drop what was read before a moment; how many."""
    return execute(session, delete(OFFER).where(OFFER.c.made_at < at)).rowcount


def _reading(offer: int) -> tuple[Any, Any]:
    return OFFER.c.id == offer, OFFER.c.state == "reading"


_is_read = OFFER.c.sha256 != ""
_COLUMNS = (
    OFFER.c.id, OFFER.c.account, OFFER.c.file, OFFER.c.sha256, OFFER.c.body, OFFER.c.answers, OFFER.c.state,
    OFFER.c.made_at,
)  # fmt: skip
