"""The ledger: who is about to send a delivery, and what became of it. What a day gives rise to is in `storage.slots`.

A delivery is `waiting` until somebody claims it with a token of their own; whoever holds the token says what became
of it, and nobody else can. A claim of which nothing more is heard is taken over by replacing its token: from then on
the old one opens nothing. `unknown` is what may have arrived: without a token it waits for somebody's word
(`storage.doubts`); `superseded` what was not sent on its day, and is merged with the next; `undeliverable` what no
account or channel could take. Which of these follows from what is decided in `jobs`, and
said in `storage.outcomes`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

DELIVERY = SQLModel.metadata.tables["delivery"]
EARLIER = DELIVERY.alias()  # made once: a tick asks every few seconds
MENTION = SQLModel.metadata.tables["mention"]
ACCOUNT = SQLModel.metadata.tables["account"]
CHANNEL = SQLModel.metadata.tables["channel"]

OPEN = ("claimed", "unknown")  # may be on its way
UNTOLD = or_(DELIVERY.c.state == "claimed", DELIVERY.c.state == "unknown")  # the same, for many rows at once


class Named(NamedTuple):
    """An action named in a message, or what else a line is about, and why."""

    section: str
    reason: str
    action_id: int | None = None
    about: str | None = None


class Claimed(NamedTuple):
    """A delivery in one's hands. `account` is the person's id in the workspace, or the channel's; None when there is
    none that takes messages."""

    id: int
    recipient: str
    kind: str
    occasion: str
    day: date
    person_id: int | None
    account: str | None
    dm: str | None
    claimed_at: datetime
    attempts: int
    may_repeat: bool
    channel_id: int | None = None

    @property
    def key(self) -> str:
        """What the message carries unseen, so that it can be found."""
        return f"{self.kind} {self.occasion} {self.recipient}"


class Composed(NamedTuple):
    """A message as facts, and what it names."""

    body: Any
    named: Sequence[Named]


# --- claiming ----------------------------------------------------------------------------------------------------


def claim(
    session: Session,
    workspace_id: int,
    kind: str,
    day: date,
    *,
    token: str,
    at: datetime,
    limit: int,
    longest: timedelta,
    apart: timedelta = timedelta(),
) -> list[Claimed]:
    """Take what waits for this day, but for people of whom an earlier day's is unsettled; of what goes to one channel
    the first alone, the rest not before `apart` has passed.

    `at` is the machine's clock; what is put off for more than `longest` was put off by a clock that has been set back
    since, and waits no more.
    """
    unsettled = select(EARLIER.c.id).where(
        EARLIER.c.recipient == DELIVERY.c.recipient,
        EARLIER.c.kind == kind,
        EARLIER.c.day < day,
        EARLIER.c.state.in_(OPEN),
        EARLIER.c.claim.is_not(None),  # or it waits for somebody's word, and holds up nothing
    )
    put_off = DELIVERY.c.not_before
    due = or_(put_off.is_(None), put_off <= at, put_off > at + longest)
    wanted = (
        select(DELIVERY.c.id, CHANNEL.c.external)
        .join_from(DELIVERY, CHANNEL, CHANNEL.c.id == DELIVERY.c.channel_id, isouter=True)
        .where(DELIVERY.c.state == "waiting", DELIVERY.c.day == day, DELIVERY.c.kind == kind)
        .where(DELIVERY.c.workspace_id == workspace_id, due, ~unsettled.exists())
        .order_by(DELIVERY.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=DELIVERY)
    )
    found = execute(session, wanted).all()
    first = {row.external: row.id for row in reversed(found)}
    ids = [row.id for row in found if row.external is None or first[row.external] == row.id]
    taken = {"state": "claimed", "claim": token, "claimed_at": at, "attempts": DELIVERY.c.attempts + 1}
    if ids:
        execute(session, update(DELIVERY).where(DELIVERY.c.id.in_(ids)).values(taken | {"not_before": None}))
        _space_out(session, workspace_id, [each for each in first if each], until=at + apart)
    return _held(session, token) if ids else []


def _space_out(session: Session, workspace_id: int, channels: Sequence[str], *, until: datetime) -> None:
    """What else waits for these channels is put off."""
    if channels:
        theirs = select(CHANNEL.c.id).where(CHANNEL.c.workspace_id == workspace_id, CHANNEL.c.external.in_(channels))
        sooner = or_(DELIVERY.c.not_before.is_(None), DELIVERY.c.not_before < until)
        waiting = and_(DELIVERY.c.state == "waiting", DELIVERY.c.channel_id.in_(theirs), sooner)
        execute(session, update(DELIVERY).where(waiting).values(not_before=until))


def open_claims(session: Session, workspace_id: int) -> list[tuple[int, str]]:
    """Every delivery that may be on its way, and the token that holds it."""
    found = select(DELIVERY.c.id, DELIVERY.c.claim).where(
        DELIVERY.c.state.in_(OPEN), DELIVERY.c.workspace_id == workspace_id, DELIVERY.c.claim.is_not(None)
    )
    return [(row.id, row.claim) for row in execute(session, found)]


def take_over(session: Session, claims: Iterable[tuple[int, str]], *, token: str) -> list[Claimed]:
    """Take unconfirmed claims from whoever held them, if nobody else has meanwhile. They are `unknown` then."""
    rows = [{"number": number, "theirs": theirs} for number, theirs in sorted(claims)]
    still = and_(DELIVERY.c.id == bindparam("number"), DELIVERY.c.claim == bindparam("theirs"), UNTOLD)
    if rows:
        execute(session, update(DELIVERY).where(still).values(claim=token, state="unknown"), rows)
    return _held(session, token)


def _held(session: Session, token: str) -> list[Claimed]:
    theirs = and_(
        ACCOUNT.c.person_id == DELIVERY.c.person_id, ACCOUNT.c.workspace_id == DELIVERY.c.workspace_id, ACCOUNT.c.active
    )
    there = and_(CHANNEL.c.id == DELIVERY.c.channel_id, CHANNEL.c.active)
    own = [DELIVERY.c[name] for name in ("id", "recipient", "kind", "occasion", "day", "person_id")]
    at = [func.coalesce(ACCOUNT.c[name], CHANNEL.c.external) for name in ("external", "dm")]
    rest = [DELIVERY.c[name] for name in ("claimed_at", "attempts", "may_repeat", "channel_id")]
    held = (
        select(*own, *at, *rest)
        .join_from(DELIVERY, ACCOUNT, theirs, isouter=True)
        .join(CHANNEL, there, isouter=True)
        .where(DELIVERY.c.claim == token, DELIVERY.c.state.in_(OPEN))
        .order_by(DELIVERY.c.id, ACCOUNT.c.id.desc())  # of several accounts the oldest comes last, and stays
    )
    return list({row.id: Claimed(*row) for row in execute(session, held)}.values())


# --- what a claim holds ------------------------------------------------------------------------------------------


def named(session: Session, deliveries: Sequence[int]) -> dict[int, list[Named]]:
    """What each names, as planned or as last composed."""
    found: dict[int, list[Named]] = {each: [] for each in deliveries}
    lines = select(MENTION).where(MENTION.c.delivery_id.in_(deliveries)).order_by(MENTION.c.id)
    for row in execute(session, lines):
        found[row.delivery_id].append(Named(row.section, row.reason, row.action_id, row.about))
    return found


def write(session: Session, composed: Mapping[int, Composed], *, before: Mapping[int, Sequence[Named]]) -> None:
    """Keep the messages about to be sent, and what they name where that is not what was named `before`."""
    if not composed:
        return
    bodies = [{"number": number, "said": each.body} for number, each in composed.items()]
    said = update(DELIVERY).where(DELIVERY.c.id == bindparam("number")).values(body=bindparam("said"))
    execute(session, said, bodies)
    anew = {number: each.named for number, each in composed.items() if list(each.named) != before.get(number)}
    if anew:
        execute(session, delete(MENTION).where(MENTION.c.delivery_id.in_(anew)))
        name(session, anew)


def name(session: Session, lines: Mapping[int, Sequence[Named]]) -> None:
    """Note what deliveries name."""
    rows = [{"delivery_id": number, **each._asdict()} for number, named in lines.items() for each in named]
    if rows:
        execute(session, insert(MENTION), rows)
