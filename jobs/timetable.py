"""The whole schedule on one screen. APScheduler, or a rehearsal, only ticks: each duty asks the calendar and the ledger
whether its hour has passed and it has not been done. A missed tick is made up for by the next."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, time
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.engine import Engine

from jobs import briefs, digests, people, upkeep
from jobs.daily import Daily
from jobs.delivery import Courier
from jobs.doubts import Doubts
from jobs.recording import Recording
from jobs.revising import Revising
from jobs.slots import Slots
from jobs.spans import Machine, Spans
from jobs.threads import Thread
from jobs.ticking import Ticking
from plans.calendar import LONDON
from plans.chat import Messenger
from plans.messages import Message
from storage.database import reading

REVISE = "change what is answered since"
RECORDING = 2.0
"""Seconds at a stop, beyond those that the last answer may take, to write down what became of it."""


class Rounds:
    """All that one process does unasked. `now` is the calendar: the real one, or one that is `rehearsed_from` a day.
    `words` is what a message says, as text."""

    def __init__(
        self,
        engine: Engine,
        workspace_id: int,
        messenger: Messenger,
        *,
        now: Callable[[], datetime],
        words: Callable[[Message], str],
        spans: Spans | None = None,
        machine: Machine | None = None,
        rehearsed_from: date | None = None,
    ) -> None:
        self._engine, self._thread, spans = engine, Thread(), spans or Spans()
        self._patience = spans.answer + RECORDING
        recording = Recording(
            engine, workspace_id, now=now, thread=self._thread, spans=spans, machine=machine or Machine()
        )
        doubts = Doubts(messenger, recording)
        to_people = Courier(messenger, partial(briefs.compose, rehearsed_from=rehearsed_from, now=now), recording)
        composed = partial(digests.compose, now=now, words=words)
        to_leaders = Courier(messenger, composed, recording, most=digests.AT_ONCE)
        self._couriers = to_people, to_leaders
        plan_day = partial(briefs.plan, workspace_id=workspace_id, rehearsed_from=rehearsed_from)
        self._briefs = Slots(briefs.KIND, briefs.opening, plan_day, to_people, recording, now=now)
        plan_week = partial(digests.plan, workspace_id=workspace_id)
        self._digests = Slots(
            digests.KIND, digests.opening, plan_week, to_leaders, recording, now=now, follow=digests.follow, grows=True
        )
        revising = Revising(messenger, recording, now=now)
        everybody, newcomers = (partial(look, messenger, recording) for look in (people.refresh, people.look_for_new))

        # What                                When it is due, in London
        self._ticking = Ticking({
            "look through the accounts":       Daily(time(2, 30), everybody, now=now),   # and when the service starts
            "look for newcomers' accounts":    newcomers,          # whenever somebody was registered
            "forget what is of no more use":   Daily(time(3, 10), partial(upkeep.forget, recording, now), now=now),
            "look for what nobody confirmed":  doubts.look,        # whenever it was watched for long enough
            "plan the week's digests":         self._digests.plan,  # from their hour on their day, until the week ends
            "send the week's digests":         self._digests.send,  # on its working days, in the same hours
            "plan the day's briefs":           self._briefs.plan,   # working days, in the policy's hours
            "send what waits":                 self._briefs.send,   # on its own day, in the same hours
            REVISE:                            revising.revise,    # whenever an action in a latest brief was answered
        })  # fmt: skip
        self._loop: asyncio.AbstractEventLoop | None = None
        self._nudged: set[asyncio.Future[None]] = set()

    async def tick(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._ticking.tick()

    def nudge(self) -> None:
        """Something was answered: change the briefs that have it now, and not within a minute. From any thread."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._revise)

    def _revise(self) -> None:
        nudged = asyncio.ensure_future(self._ticking.at_once(REVISE))
        self._nudged.add(nudged)  # or nobody holds it
        nudged.add_done_callback(self._nudged.discard)

    async def settled(self) -> bool:
        """Whether nothing is left to plan or send now, or in doubt: what a rehearsal waits for."""
        return await self._thread(lambda: self._digests.settled() and self._briefs.settled())

    def hours(self, day: date) -> list[time]:
        """When something begins to go on a working day, in London."""
        with reading(self._engine) as session:
            found = {digests.begins(session, day), briefs.begins(session, day)}
        return sorted(hour for hour in found if hour)

    async def stop(self) -> None:
        """Give back what is claimed and not on its way, and wait for what is."""
        for courier in self._couriers:
            courier.stop()
        await self._ticking.finish(within=self._patience)
        self._thread.close()


@asynccontextmanager
async def ticking(rounds: Rounds) -> AsyncIterator[None]:
    """Tick every minute while the service runs, on its loop, beginning at once."""
    scheduler = AsyncIOScheduler(
        timezone=LONDON, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    every_minute = CronTrigger(day_of_week="mon,tue,wed,thu,fri,sat,sun", minute="*", timezone=LONDON)
    scheduler.add_job(rounds.tick, every_minute, id="tick", next_run_time=datetime.now(LONDON))
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await rounds.stop()
        scheduler.shutdown(wait=False)
