"""Documents sent in chat: claimed, read apart, kept with what was read, previewed; then whatever their sender presses.

Each step is a transaction of its own, and none is open while a document is fetched or read (DESIGN section 3).
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Protocol, TypeVar

from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from app.previewing import preview, prisons
from app.settling import IMPORTERS, PRESSED, told
from bot.conversation import CHANGING, Act
from documents.apart.kept import facts_of
from documents.apart.worker import read_apart
from documents.draft import PlanDraft
from documents.readers import Progress
from documents.unreadable import Unreadable
from plans.bringing import is_evidence, prison_in
from plans.calendar import day_of
from plans.chat import (
    Answered,
    Asker,
    Brought,
    Fetch,
    Heard,
    Offered,
    Pressed,
    Quiet,
    Redraw,
    Refill,
    Replied,
    Resumed,
    Say,
    Submitted,
)
from plans.messages import Verb
from plans.prisons import Held
from plans.progress import is_awaited
from plans.progress.turn import Turn, row_number, said
from storage import inbound, offers
from storage.database import reading, writing
from storage.offers import OfferRow

T = TypeVar("T")

AT_ONCE = timedelta(minutes=1)  # in which a second press may still belong to the first
DEADLOCK = "40P01"  # PostgreSQL's word for two who wait for each other: it ends one of them
ONLY = (
    "Only a coordinator or an administrator imports a plan, so I did not open {0}. To attach a file to an action, reply"
    " with it in the thread of a message about that action."
)
FORGOTTEN = "I do not have that document any more: I keep one for a week. Send it again."
SAVED_BEFORE = "{0} was saved already. Nothing was changed."
LEFT_BEFORE = "{0} was cancelled, and nothing of it was saved. Send it again to import it."


class Read(Protocol):
    """documents.apart.worker.read_apart: blocks, within limits; raises Unreadable."""

    def __call__(
        self, content: bytes, name: str, *, today: date, prison: str | None = None, progress: Progress = ...
    ) -> PlanDraft: ...


def offering(made: Engine, act: Act, now: Callable[[], datetime], *, read: Read = read_apart) -> Act:
    """All that is of documents, and `act` for the rest. `now` is the calendar's moment."""
    desk = Offering(made, now, read)

    def hear(heard: Heard) -> Answered | None:
        match heard:
            case Brought():
                return desk.brought(heard)
            case Offered():
                return desk.offered(heard)
            case Resumed():
                return desk.resumed(heard)
            case Pressed(Verb(name)) if name in PRESSED:
                return desk.pressed(heard)
            case Submitted(form="settle"):
                return desk.submitted(heard)
            case _:
                return act(heard)

    return hear


def twice(work: Callable[[], T]) -> T:
    """Two who load the same plan at once meet at its number: the second time the later one sees what the other did."""
    try:
        return work()
    except IntegrityError:
        return work()
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", "") != DEADLOCK:
            raise
        return work()


class Offering:
    def __init__(self, made: Engine, now: Callable[[], datetime], read: Read) -> None:
        self._made, self._now, self._read = made, now, read

    def brought(self, heard: Brought) -> Answered | None:
        """Claimed with its key, in one transaction: a file heard of twice is read once."""
        at = datetime.now(UTC)
        with writing(self._made) as session:
            turn = self._turn(session, heard.by)
            may = any(turn.has_role(role, None) for role in IMPORTERS)
            if self._of_an_action(session, heard) or (heard.words and (not may or self._is_evidence(session, heard))):
                return None
            if heard.key and not inbound.first_time(session, f"brought {heard.key}", at):
                return Quiet()
            if not may:
                return said(ONLY.format(heard.name))
            return Fetch(offers.begin(session, heard.by.account, heard.name, at))

    def _of_an_action(self, session: Session, heard: Brought) -> bool:
        """In a thread of direct messages a file belongs to what it is about: an action, if it is no document."""
        channel, _, ts = heard.thread.partition(" ")
        return heard.private and bool(ts) and not offers.is_told_at(session, heard.by.account, channel, ts)

    def _is_evidence(self, session: Session, heard: Brought) -> bool:
        """An answer, or what was asked of them there; a prison's name alone answers only which it is of."""
        if is_evidence(heard.words, day_of(self._now())):
            return True
        replied = Replied(heard.words, heard.by, heard.thread, heard.place)
        return not prison_in(heard.words, Held()) and is_awaited(session, replied, now=self._now())

    def offered(self, heard: Offered) -> Answered:
        """Read with nothing held: minutes may go by."""
        today = day_of(self._now())
        with reading(self._made) as session:
            prison = prison_in(heard.words, prisons(session))
        try:
            draft = self._read(heard.content, heard.name, today=today, prison=prison, progress=heard.progress)
        except Unreadable as refused:
            return said(f"{refused} Nothing was saved.")
        return twice(lambda: self._kept(heard, draft))

    def _kept(self, heard: Offered, draft: PlanDraft) -> Answered:
        with writing(self._made) as session:
            whole = sha256(heard.content).hexdigest()
            row = offers.keep(session, heard.offer, whole, facts_of(draft), datetime.now(UTC))
            return Say(preview(session, row, self._now())) if row else Quiet()

    def resumed(self, heard: Resumed) -> Answered:
        """What was read, as it now stands."""
        with writing(self._made) as session:
            row = offers.held(session, heard.offer, heard.by.account)
            return Say(preview(session, row, self._now())) if row and row.state == "open" else Quiet()

    def pressed(self, heard: Pressed) -> Answered | None:
        """Once for each press, in the transaction of what it changes."""
        verb = heard.verb
        key = heard.key if verb.name in CHANGING else ""  # what only shows was remembered by whoever carried it here
        return self._once(key, heard.by, verb.query, lambda turn, row: PRESSED[verb.name](turn, row, verb))

    def submitted(self, heard: Submitted) -> Answered | None:
        return self._once(heard.key, heard.by, heard.about, lambda turn, row: told(turn, row, heard))

    def _once(self, key: str, by: Asker, query: str, work: Callable[[Turn, OfferRow], Answered]) -> Answered | None:
        return twice(lambda: self._settled(key, by, query, work))

    def _settled(self, key: str, by: Asker, query: str, work: Callable[[Turn, OfferRow], Answered]) -> Answered | None:
        """`query` begins with a document's number, whoever forged it: of others' nothing is found."""
        number = row_number(query.partition(" ")[0])
        with writing(self._made) as session:
            if key and not inbound.first_time(session, key, datetime.now(UTC)):
                return None
            row = None if number is None else offers.held(session, number, by.account)
            if row is None:
                return said(FORGOTTEN)
            if row.state != "open":
                return _closed(row)
            answered = work(self._turn(session, by), row)
            if key and isinstance(answered, Refill):
                inbound.forget(session, key)
            return answered

    def _turn(self, session: Session, by: Asker) -> Turn:
        return Turn(session, by, self._now(), by.account.partition(":")[0] or "cli")


def _closed(row: OfferRow) -> Answered:
    """A preview whose buttons stand yet, though it was answered, was not drawn anew: Slack was away, or we were. Within
    a minute it is somebody who pressed twice, and what stands there by now is worth more."""
    told = said((SAVED_BEFORE if row.state == "loaded" else LEFT_BEFORE).format(row.file))
    return Redraw(told.message) if datetime.now(UTC) - row.made_at > AT_ONCE else told
