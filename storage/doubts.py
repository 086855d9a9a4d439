"""Deliveries that somebody may have to look after: on their way, unsure of having arrived, undeliverable; and a word
of somebody's on a channel's post, whose fate nobody else can tell."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Date, and_, func, select, update
from sqlmodel import Session

from storage.channels import CHANNEL, REMOVED
from storage.conditions import PRISON
from storage.database import execute, insert_once
from storage.deliveries import DELIVERY
from storage.prepared import Reader, given, rows

OPEN = ("claimed", "unknown", "undeliverable")
_LEFT = and_(DELIVERY.c.state == "unknown", DELIVERY.c.claim.is_(None))
"""Nobody is looking for it: it waits for somebody's word."""


def open_deliveries(reader: Reader) -> dict[str, int]:
    """How many are in each of the states in which somebody may have to look; those without any left out."""
    wanted = select(DELIVERY.c.state, func.count()).where(DELIVERY.c.state.in_(OPEN)).group_by(DELIVERY.c.state)
    return dict(tuple(row) for row in rows(reader, "open deliveries", lambda _: wanted))


# --- a prison's digest that may not have arrived in its channel -----------------------------------------------------


class Doubted(NamedTuple):
    """`id` is the delivery's; `lost`: its channel surely did not take it, else nobody can tell whether it did.

    `turn`: of how many attempts this one is the last; each may be in doubt anew. `noticed`: where the coordinator's
    notice of this turn stands, as (channel, ts) pairs."""

    id: int
    prison: str
    prison_name: str
    channel: str
    external: str
    occasion: str
    day: date
    lost: bool
    why: str
    turn: int
    noticed: tuple[tuple[str, str], ...] = ()


def doubted(reader: Reader, since: date = date.min) -> list[Doubted]:
    """Of the days since: every digest for a channel that waits for somebody's word, or that the channel refused; each
    with its notices."""
    notices: dict[str, list[tuple[str, str]]] = {}
    for occasion, channel, ts in rows(reader, "notices", lambda _: _NOTICES, {"since": since}):
        notices.setdefault(occasion, []).append((channel, ts))
    found = [
        Doubted._make((*row[:7], row[7] == "undeliverable", row[8] or "", row[9], ())) for row in _rows(reader, since)
    ]
    return [each._replace(noticed=tuple(notices.get(occasion_of(each), ()))) for each in found]


def one_doubted(reader: Reader, number: int) -> Doubted | None:
    return next((each for each in doubted(reader) if each.id == number), None)


def occasion_of(about: Doubted) -> str:
    """Of the notice of it: once for each turn. `doubt 12.1`: the first attempt at delivery 12."""
    return f"{'lost' if about.lost else 'doubt'} {about.id}.{about.turn}"


def tell(session: Session, about: Iterable[Doubted], to: Iterable[tuple[int, int]]) -> None:
    """The notices to go to channels, (its number, its workspace's): each once, whoever else does the same."""
    for each in about:
        for channel, workspace in to:
            insert_once(
                session, DELIVERY, recipient=f"channel {channel}", kind="digest", occasion=occasion_of(each),
                day=each.day, state="waiting", channel_id=channel, workspace_id=workspace, attempts=0,
                may_repeat=False,
            )  # fmt: skip


def arrived(session: Session, about: Doubted, at: datetime) -> bool:
    """Somebody saw it there: where exactly, nobody knows. Whether that was still to be said."""
    seen = {"state": "sent", "sent_at": at, "channel": about.external, "ts": "", "why": None}
    return _settle(session, about, seen)


def repeat(session: Session, about: Doubted) -> bool:
    """Somebody looked, and it is not there: it is posted. Whether that was still to be said."""
    return _settle(session, about, {"state": "waiting", "not_before": None, "why": None})


def _settle(session: Session, about: Doubted, values: dict[str, object]) -> bool:
    one = and_(DELIVERY.c.id == about.id, _LEFT)
    return execute(session, update(DELIVERY).where(one).values(values)).rowcount > 0


_OF_CHANNEL = and_(DELIVERY.c.kind == "digest", CHANNEL.c.purpose == "digest", CHANNEL.c.why.is_distinct_from(REMOVED))
_DOUBTED = (
    select(
        DELIVERY.c.id, PRISON.c.key, PRISON.c.name, CHANNEL.c.name, CHANNEL.c.external, DELIVERY.c.occasion,
        DELIVERY.c.day, DELIVERY.c.state, DELIVERY.c.why, DELIVERY.c.attempts,
    )
    .join(CHANNEL, CHANNEL.c.id == DELIVERY.c.channel_id)
    .join(PRISON, PRISON.c.id == CHANNEL.c.prison_id)
    .where(_OF_CHANNEL, DELIVERY.c.day >= given("since", Date()))
    .order_by(DELIVERY.c.id)
)  # fmt: skip
_NOTICES = (
    select(DELIVERY.c.occasion, DELIVERY.c.channel, DELIVERY.c.ts)
    .join(CHANNEL, CHANNEL.c.id == DELIVERY.c.channel_id)
    .where(DELIVERY.c.kind == "digest", CHANNEL.c.purpose == "coordinator", DELIVERY.c.state == "sent")
    .where(DELIVERY.c.day >= given("since", Date()))
)


_REFUSED = and_(DELIVERY.c.state == "undeliverable", ~CHANNEL.c.active)


def _rows(reader: Reader, since: date) -> list[Any]:
    values = {"since": since}
    left = rows(reader, "digests in doubt", lambda _: _DOUBTED.where(_LEFT), values)
    return [*left, *rows(reader, "digests refused", lambda _: _DOUBTED.where(_REFUSED), values)]
