"""A day's slot: planned once within its hours, sent within them; what is not waits for the next, which merges it.

What is due is always read from the calendar and the ledger, never from a timer having fired: a service that was down
at nine plans at a quarter past eleven, and one that was down for a week plans one brief a person.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Protocol

import structlog
from sqlmodel import Session

from jobs.delivery import Courier
from jobs.recording import Recording
from plans.calendar import LONDON, is_working_day
from storage import slots
from storage.database import reading, writing
from storage.slots import New

log = structlog.get_logger()


class Plan(Protocol):
    """All that a day asks for, whoever it can be brought to. Only reads."""

    def __call__(self, session: Session, day: date) -> Sequence[New]: ...


Hours = Callable[[Session, date], tuple[time, time]]


class Slots:
    """The slot of a working day. `hours` says from when until when a day's may go, London time."""

    KIND = "brief"

    def __init__(
        self, plan: Plan, hours: Hours, courier: Courier, recording: Recording, *, now: Callable[[], datetime]
    ) -> None:
        self._plan, self._hours, self._courier, self._recording, self._now = plan, hours, courier, recording, now

    async def plan(self) -> None:
        """Plan the day if its hour has passed and nobody has; put aside what earlier days left, take up again whose
        account is known by now."""
        if day := await self._recording.thread(self._open):
            await self._recording.thread(lambda: self._prepare(day))

    async def send(self) -> None:
        """Everything that can go now."""
        while (day := await self._recording.thread(self._open)) and await self._courier.send(self.KIND, day):
            pass

    def settled(self) -> bool:
        """Whether nothing of today's is still to be planned or sent: what a rehearsal waits for."""
        day = self._open()
        with reading(self._recording.engine) as session:
            return day is None or (
                slots.is_planned(session, self.KIND, day.isoformat()) and not slots.unsettled(session, self.KIND, day)
            )

    def hour(self, day: date) -> time:
        """From when that day's may go."""
        with reading(self._recording.engine) as session:
            return self._hours(session, day)[0]

    def _open(self) -> date | None:
        """Today, if it is a working day and within its hours."""
        now = self._now().astimezone(LONDON)
        if not is_working_day(now.date()):
            return None
        with reading(self._recording.engine) as session:
            first, until = self._hours(session, now.date())
        return now.date() if first <= now.time() < until else None

    def _prepare(self, day: date) -> None:
        with writing(self._recording.engine) as session:
            stale = slots.supersede(session, self.KIND, day)
            slots.revive(session, self.KIND, day)
        if stale:
            log.warning("briefs of earlier days were not sent in time: the next ones merge them", briefs=stale)
        occasion = day.isoformat()
        with reading(self._recording.engine) as session:
            new = None if slots.is_planned(session, self.KIND, occasion) else self._plan(session, day)
        if new is None:
            return
        with writing(self._recording.engine) as session:  # short: reading took as long as it took
            if slots.open_slot(session, self.KIND, occasion, day):
                slots.add(session, self.KIND, occasion, day, new)
                log.info("the day's briefs are planned", day=occasion, briefs=len(new))
