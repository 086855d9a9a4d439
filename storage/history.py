"""The history of a plan: append, verify, blank words. Nothing else writes an entry, and nothing deletes one.

Each entry's hash covers the one before it and a stored canonical text (JSON, keys sorted), so that nobody can
alter the past unseen. The text holds a salted hash of the words, not the words: an administrator may blank
them (with their salt, or a guess could be checked against the hash) and the chain still holds.
"""

import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import insert, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute, insert_once

ENTRY = SQLModel.metadata.tables["entry"]
CHAIN = SQLModel.metadata.tables["chain"]

START = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something to record: `who` did it, holding the post `as_post`; `words` are theirs, verbatim.

    The columns are those of `models.Entry`.
    """

    kind: str
    at: datetime
    channel: str
    action_id: int | None = None
    who: str | None = None
    as_post: str | None = None
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


LATER = ("from_due", "to_due", "person_id", "for_party", "party", "day", "links", "undoes")
"""Facts that entries have had since version 0004: absent from a canonical text where there is nothing to say, so that
what was written before still agrees with its own."""


class Broken(NamedTuple):
    """Where a chain does not hold, and why; `seq` 0 is the head."""

    seq: int
    reason: str


def hold(session: Session, plan_id: int) -> None:
    """Nobody else extends the plan's chain until the transaction ends."""
    _lock_head(session, plan_id)


def append(session: Session, plan_id: int, happened: Sequence[Happened]) -> int:
    """Extend the plan's chain, in the order given, holding its head until the transaction ends; the last seq of it."""
    last, previous = _lock_head(session, plan_id)
    if not happened:
        return last
    rows: list[dict[str, Any]] = []
    for seq, event in enumerate(happened, start=last + 1):
        row = _row(plan_id, seq, event)
        row |= {"previous": previous, "hash": _link(previous, row["canonical"])}
        previous = row["hash"]
        rows.append(row)
    execute(session, insert(ENTRY), rows)
    head = {"seq": last + len(rows), "hash": previous}
    execute(session, update(CHAIN).where(CHAIN.c.plan_id == plan_id).values(head))
    return last + len(rows)


def verify(session: Session, plan_id: int) -> list[Broken]:
    """Every place where the plan's chain does not hold; empty when it is sound, blanked words and all."""
    broken: list[Broken] = []
    seq, previous = 0, START
    for entry in execute(session, select(ENTRY).where(ENTRY.c.plan_id == plan_id).order_by(ENTRY.c.seq)).mappings():
        expected = seq + 1
        broken += [Broken(entry["seq"], reason) for reason in _faults(dict(entry), expected, previous)]
        seq, previous = entry["seq"], entry["hash"]
    head = execute(session, select(CHAIN.c.seq, CHAIN.c.hash).where(CHAIN.c.plan_id == plan_id)).one_or_none()
    if tuple(head or (0, START)) != (seq, previous):
        broken.append(Broken(0, "the head is not the last entry: entries are missing, or the head was altered"))
    return broken


def blank_words(session: Session, entry_id: int) -> bool:
    """Remove an entry's words for good; whether it had any."""
    had = (ENTRY.c.id == entry_id) & ENTRY.c.words.is_not(None)
    return execute(session, update(ENTRY).where(had).values(words=None, words_salt=None)).rowcount == 1


def _lock_head(session: Session, plan_id: int) -> tuple[int, str]:
    # SQLite ignores FOR UPDATE: its writer is alone already.
    head = select(CHAIN.c.seq, CHAIN.c.hash).where(CHAIN.c.plan_id == plan_id).with_for_update()
    found = execute(session, head).one_or_none()
    if found is None:
        insert_once(session, CHAIN, plan_id=plan_id, seq=0, hash=START)
        found = execute(session, head).one()
    return found.seq, found.hash


def _row(plan_id: int, seq: int, event: Happened) -> dict[str, Any]:
    row = {name: getattr(event, name) for name in Happened.__slots__}
    row |= {"plan_id": plan_id, "seq": seq}
    row["words_salt"] = None if event.words is None else secrets.token_hex(16)
    return row | {"canonical": _canonical(row, _salted(row))}


def _salted(row: dict[str, Any]) -> str | None:
    return None if row["words"] is None else sha256((row["words_salt"] + row["words"]).encode()).hexdigest()


def _canonical(row: dict[str, Any], words: str | None) -> str:
    facts = {name: row[name] for name in (*Happened.__slots__, "plan_id", "seq")}
    facts |= {"at": row["at"].astimezone(UTC).isoformat(timespec="microseconds"), "words": words}
    facts = {name: _plainly(fact) for name, fact in facts.items() if name not in LATER or fact is not None}
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _plainly(fact: Any) -> Any:
    return fact.isoformat() if isinstance(fact, date) else fact


def _link(previous: str, canonical: str) -> str:
    return sha256((previous + canonical).encode()).hexdigest()


def _faults(entry: dict[str, Any], expected: int, previous: str) -> Iterator[str]:
    if entry["seq"] != expected:
        yield f"entry {expected} is missing"
    if entry["previous"] != previous:
        yield "it does not follow the entry before it"
    if entry["hash"] != _link(entry["previous"], entry["canonical"]):
        yield "its canonical text was altered"
    recorded = json.loads(entry["canonical"]).get("words")
    if entry["words"] is not None and _salted(entry) != recorded:
        yield "its words were altered"
    if entry["canonical"] != _canonical(entry, recorded):
        yield "its facts are not those of its canonical text"
