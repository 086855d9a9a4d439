"""What people said and did of actions, as the policy needs it: when last, what is asked for, who did what. Reads only.

What was taken back counts as nothing: neither an entry that another one undoes, nor the one that undoes it.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.engine import Dialect

from storage.conditions import ACTION, ACTION_OWNER, ENTRY, OWNER, among
from storage.models import Instant
from storage.prepared import Reader, given, rows
from storage.requests import REQUEST

ANSWERS = ("report", "progress", "block", "postpone", "hand_over", "note", "sustain")
"""Kinds of entries by which a post answers for an action: what keeps it quiet for a while."""

NOTES = ("progress", "note")
"""Those that only put off the next rung of the ladder."""

DECIDED = ("send_back", "decline", "refuse", "agree", "accept", "confirm", "reopen")
"""What others decide of an action."""


TOLD = (*DECIDED, "nudge")
"""What its owner is to hear of, whoever did it."""


class HeardRow(NamedTuple):
    """Of an action: when it was last answered, last only noted on, and came into the status it has, `changed_at` if
    people brought it there; when its lead took it over from another. `answered_seq` is the entry of the last answer, or
    of the last lead that took it over: who was asked before that has answered."""

    action: int
    answered_at: datetime | None
    noted_at: datetime | None
    since_at: datetime | None
    changed_at: datetime | None
    led_at: datetime | None
    answered_seq: int | None


class RequestRow(NamedTuple):
    """What is asked for and open; `at` is when it was asked, `words` are the asker's."""

    action: int
    kind: str
    waits_since: date
    as_post: str | None
    for_party: str | None
    person: int | None
    to_due: date | None
    to_party: str | None
    words: str | None
    at: datetime | None


class EventRow(NamedTuple):
    action: int
    kind: str
    at: datetime
    as_post: str | None
    who: str | None
    person: int | None
    words: str | None
    seq: int


def heard_of(reader: Reader, actions: Collection[int]) -> dict[int, HeardRow]:
    """What the history says of each, of those of which it says anything."""

    def build(dialect: Dialect) -> Select[Any]:
        wanted = select(ENTRY.c.action_id, *_HEARD).where(among(dialect, ENTRY.c.action_id, "ids"), _STANDS)
        return wanted.group_by(ENTRY.c.action_id)

    return {row[0]: HeardRow._make(row) for row in rows(reader, "owed heard", build, {"ids": list(actions)})}


def requests_of(reader: Reader, actions: Collection[int]) -> dict[int, list[RequestRow]]:
    """What is open of each, the first asked first."""

    def build(dialect: Dialect) -> Select[Any]:
        own = (REQUEST.c.action_id, REQUEST.c.kind, REQUEST.c.asked_on, REQUEST.c.as_post, REQUEST.c.for_party)
        asked = and_(ENTRY.c.plan_id == ACTION.c.plan_id, ENTRY.c.seq == REQUEST.c.asked)
        return (
            select(*own, REQUEST.c.person_id, REQUEST.c.to_due, REQUEST.c.to_party, ENTRY.c.words, ENTRY.c.at)
            .join(ACTION, ACTION.c.id == REQUEST.c.action_id)
            .outerjoin(ENTRY, asked)
            .where(REQUEST.c.state == "open", among(dialect, REQUEST.c.action_id, "ids"))
            .order_by(REQUEST.c.id)
        )

    found: dict[int, list[RequestRow]] = {}
    for row in rows(reader, "owed requests", build, {"ids": list(actions)}):
        found.setdefault(row[0], []).append(RequestRow._make(row))
    return found


def events_of(reader: Reader, actions: Collection[int], since: datetime) -> dict[int, list[EventRow]]:
    """What others decided or asked of each since a moment, and what a coordinator recorded for a post, in order."""

    def build(dialect: Dialect) -> Select[Any]:
        own = (ENTRY.c.action_id, ENTRY.c.kind, ENTRY.c.at, ENTRY.c.as_post, ENTRY.c.who)
        recorded = and_(ENTRY.c.as_post == "coordinator", ENTRY.c.for_party.is_not(None), ENTRY.c.kind.in_(ANSWERS))
        return (
            select(*own, ENTRY.c.person_id, ENTRY.c.words, ENTRY.c.seq)
            .where(among(dialect, ENTRY.c.action_id, "ids"), ENTRY.c.at >= given("since", Instant()))
            .where(or_(ENTRY.c.kind.in_(TOLD), recorded), _STANDS)
            .order_by(ENTRY.c.action_id, ENTRY.c.at, ENTRY.c.id)
        )

    found: dict[int, list[EventRow]] = {}
    for row in rows(reader, "owed events", build, {"ids": list(actions), "since": since}):
        found.setdefault(row[0], []).append(EventRow._make(row))
    return found


_later = ENTRY.alias()
_STANDS = and_(
    ENTRY.c.kind != "undo",
    ~exists().where(
        _later.c.action_id == ENTRY.c.action_id, _later.c.plan_id == ENTRY.c.plan_id, _later.c.undoes == ENTRY.c.seq
    ),
)
_BECAME = and_(
    ENTRY.c.to_status.is_not(None), or_(ENTRY.c.from_status.is_(None), ENTRY.c.from_status != ENTRY.c.to_status)
)
# Whoever is above or beside the line may leave a note too: that answers for nobody.
_own = exists().where(
    ACTION_OWNER.c.action_id == ENTRY.c.action_id, OWNER.c.id == ACTION_OWNER.c.owner_id, OWNER.c.key == ENTRY.c.as_post
)
_ANSWERS = or_(ENTRY.c.kind != "note", ENTRY.c.for_party.is_not(None), _own)
_HEARD = (
    func.max(ENTRY.c.at).filter(ENTRY.c.kind.in_(ANSWERS), _ANSWERS),
    func.max(ENTRY.c.at).filter(ENTRY.c.kind.in_(NOTES), _ANSWERS),
    # Loading comes first, whatever the clock says: a calendar that is set back has answers from before it.
    func.coalesce(func.max(ENTRY.c.at).filter(_BECAME, ENTRY.c.kind != "loaded"), func.max(ENTRY.c.at).filter(_BECAME)),
    func.max(ENTRY.c.at).filter(_BECAME, ENTRY.c.channel != "import"),
    func.max(ENTRY.c.at).filter(ENTRY.c.kind == "accept"),
    func.max(ENTRY.c.seq).filter(ENTRY.c.kind.in_((*ANSWERS, "accept")), _ANSWERS),
)
