"""A slot: planned once when it opens, sent while it is open; what is not waits for the next, which merges it. Of briefs
it is a working day, of digests a week.

What is due is always read from the calendar and the ledger, never from a timer having fired: a service that was down
at nine plans at a quarter past eleven, and one that was down for a week plans one brief a person.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

import structlog
from sqlmodel import Session

from jobs.delivery import Courier
from jobs.recording import Recording
from storage import slots
from storage.database import reading, writing
from storage.slots import New

log = structlog.get_logger()


class Plan(Protocol):
    """All that a slot asks for, whoever it can be brought to. Only reads."""

    def __call__(self, session: Session, day: date) -> Sequence[New]: ...


class Opening(Protocol):
    """The day and the occasion of the slot that is open at an aware moment, None when none is. Only reads."""

    def __call__(self, session: Session, now: datetime) -> tuple[date, str] | None: ...


def nothing(session: Session, day: date) -> None:
    """Most slots give rise to nothing once they are planned."""


class Slots:
    """The slots of one kind. `follow` is what comes of one after it was planned; it may write. One that `grows` is
    planned again while it is open, for whoever came since; the others once."""

    def __init__(
        self,
        kind: str,
        opening: Opening,
        plan: Plan,
        courier: Courier,
        recording: Recording,
        *,
        now: Callable[[], datetime],
        follow: Callable[[Session, date], None] = nothing,
        grows: bool = False,
    ) -> None:
        self._grows = grows
        self._kind, self._opening, self._plan, self._follow = kind, opening, plan, follow
        self._courier, self._recording, self._now = courier, recording, now

    async def plan(self) -> None:
        """Plan the slot that is open if nobody has; put aside what earlier ones left, take up again whose account is
        known by now."""
        if found := await self._recording.thread(self._open):
            await self._recording.thread(lambda: self._prepare(*found))

    async def send(self) -> None:
        """Everything that can go now."""
        while (found := await self._recording.thread(self._open)) and await self._courier.send(self._kind, found[0]):
            pass

    def settled(self) -> bool:
        """Whether nothing of the open slot is still to be planned or sent: what a rehearsal waits for."""
        found = self._open()
        with reading(self._recording.engine) as session:
            return found is None or (
                slots.is_planned(session, self._kind, found[1]) and not slots.unsettled(session, self._kind, found[0])
            )

    def _open(self) -> tuple[date, str] | None:
        with reading(self._recording.engine) as session:
            return self._opening(session, self._now())

    def _prepare(self, day: date, occasion: str) -> None:
        with writing(self._recording.engine) as session:
            stale = slots.supersede(session, self._kind, day)
            slots.revive(session, self._kind, day)
            self._follow(session, day)
        if stale:
            log.warning("not sent in time: the next ones merge them", kind=self._kind, deliveries=stale)
        with reading(self._recording.engine) as session:
            planned = slots.is_planned(session, self._kind, occasion)
            new = self._plan(session, day) if self._grows or not planned else []
            new = slots.without(session, self._kind, occasion, new)
        if planned and not new:
            return
        with writing(self._recording.engine) as session:  # short: reading took as long as it took
            if slots.open_slot(session, self._kind, occasion, day) or self._grows:
                slots.add(session, self._kind, occasion, day, new)
                log.info("planned", kind=self._kind, occasion=occasion, deliveries=len(new))
