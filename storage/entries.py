"""The history as it is read: an action's entries, and who last reported it. `storage.history` writes it."""

import json
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, exists, func, select
from sqlalchemy.engine import Dialect

from storage.conditions import ENTRY, PLAN, among
from storage.prepared import Reader, given, rows


class EntryRow(NamedTuple):
    """`blanked`: it had words, and they were removed; `undone`: a later entry took it back."""

    id: int
    plan_id: int
    seq: int
    at: datetime
    kind: str
    who: str | None
    as_post: str | None
    channel: str
    from_status: str | None
    to_status: str | None
    from_due: date | None
    to_due: date | None
    person_id: int | None
    for_party: str | None
    party: str | None
    day: date | None
    links: tuple[str, ...]
    undoes: int | None
    words: str | None
    blanked: bool
    undone: bool


class ReporterRow(NamedTuple):
    """Who reported an action, as which post, on whose behalf; when, in what words and with what links."""

    person: int | None
    as_post: str | None
    for_party: str | None
    at: datetime | None = None
    words: str | None = None
    links: tuple[str, ...] = ()


def history(reader: Reader, action: int) -> list[EntryRow]:
    """Of one action, the newest first."""
    found = rows(reader, "history of one", lambda _: _OF_ONE, {"action": action})
    return _read(found)


def action_at(reader: Reader, plan: str, seq: int) -> int | None:
    """The action that the entry of that seq of a plan's history is about, if there is one."""
    found = rows(reader, "action at", lambda _: _AT, {"plan": plan, "seq": seq})
    return found[0][0] if found else None


def reporters(reader: Reader, actions: Collection[int]) -> dict[int, ReporterRow]:
    """Of each action that was ever reported, who did so last and did not take it back."""

    def build(dialect: Dialect) -> Select[Any]:
        undone = exists().where(_undo.c.plan_id == ENTRY.c.plan_id, _undo.c.undoes == ENTRY.c.seq)
        of_these = (ENTRY.c.kind == "report", among(dialect, ENTRY.c.action_id, "ids"), ~undone)
        last = select(ENTRY.c.action_id, func.max(ENTRY.c.seq).label("seq")).where(*of_these)
        found = last.group_by(ENTRY.c.action_id).subquery()
        joined = ENTRY.join(found, (found.c.action_id == ENTRY.c.action_id) & (found.c.seq == ENTRY.c.seq))
        who = (ENTRY.c.action_id, ENTRY.c.person_id, ENTRY.c.as_post, ENTRY.c.for_party)
        return select(*who, ENTRY.c.at, ENTRY.c.words, ENTRY.c.links).select_from(joined)

    read = rows(reader, "reporters", build, {"ids": list(actions)})
    return {row[0]: ReporterRow._make((*row[1:6], _lines(row[6]))) for row in read}


def _read(found: Iterable[Any]) -> list[EntryRow]:
    taken = [(EntryRow._make((*row[:16], _lines(row[16]), *row[17:19], False, False)), row[19]) for row in found]
    undone = {entry.undoes for entry, _ in taken}
    return [
        entry._replace(blanked=entry.words is None and _had_words(canonical), undone=entry.seq in undone)
        for entry, canonical in taken
    ]


def _lines(links: str | None) -> tuple[str, ...]:
    return tuple(links.split("\n")) if links else ()


def _had_words(canonical: str) -> bool:
    return json.loads(canonical).get("words") is not None


_undo = ENTRY.alias("undo")
_COLUMNS = (
    ENTRY.c.id, ENTRY.c.plan_id, ENTRY.c.seq, ENTRY.c.at, ENTRY.c.kind, ENTRY.c.who, ENTRY.c.as_post, ENTRY.c.channel,
    ENTRY.c.from_status, ENTRY.c.to_status, ENTRY.c.from_due, ENTRY.c.to_due, ENTRY.c.person_id, ENTRY.c.for_party,
    ENTRY.c.party, ENTRY.c.day, ENTRY.c.links, ENTRY.c.undoes, ENTRY.c.words, ENTRY.c.canonical,
)  # fmt: skip
_AT = (
    select(ENTRY.c.action_id)
    .join(PLAN, PLAN.c.id == ENTRY.c.plan_id)
    .where(PLAN.c.key == given("plan"), ENTRY.c.seq == given("seq"))
)
_OF_ONE = select(*_COLUMNS).where(ENTRY.c.action_id == given("action")).order_by(ENTRY.c.seq.desc())
