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

from jobs import briefs, people, upkeep
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

REVISE = "change what is answered since"
RECORDING = 2.0
"""Seconds at a stop, beyond those that the last answer may take, to write down what became of it."""


class Rounds:
    """All that one process does unasked. `now` is the calendar: the real one, or one that is `rehearsed_from` a day."""

    def __init__(
        self,
        engine: Engine,
        workspace_id: int,
        messenger: Messenger,
        *,
        now: Callable[[], datetime],
        spans: Spans | None = None,
        machine: Machine | None = None,
        rehearsed_from: date | None = None,
    ) -> None:
        self._thread, spans = Thread(), spans or Spans()
        self._patience = spans.answer + RECORDING
        recording = Recording(
            engine, workspace_id, now=now, thread=self._thread, spans=spans, machine=machine or Machine()
        )
        plan = partial(briefs.plan, workspace_id=workspace_id, rehearsed_from=rehearsed_from)
        compose = partial(briefs.compose, rehearsed_from=rehearsed_from)
        self._courier, doubts = Courier(messenger, compose, recording), Doubts(messenger, recording)
        self._briefs = Slots(plan, briefs.hours, self._courier, recording, now=now)
        revising = Revising(messenger, recording, now=now)
        everybody, newcomers = (partial(look, messenger, recording) for look in (people.refresh, people.look_for_new))
        forgetting = partial(upkeep.forget, recording, now)

        # What                                When it is due, in London
        self._ticking = Ticking({
            "look through the accounts":       Daily(time(2, 30), everybody, now=now),   # and when the service starts
            "look for newcomers' accounts":    newcomers,          # whenever somebody was registered
            "forget what is of no more use":   Daily(time(3, 10), forgetting, now=now),
            "plan the day's briefs":           self._briefs.plan,   # working days, in the policy's hours
            "look for what nobody confirmed":  doubts.look,        # whenever it was watched for long enough
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
        """Whether nothing is left to plan or send today, or in doubt: what a rehearsal waits for."""
        return await self._thread(self._briefs.settled)

    def hour(self, day: date) -> time:
        """From when a day's briefs may go, in London."""
        return self._briefs.hour(day)

    async def stop(self) -> None:
        """Give back what is claimed and not on its way, and wait for what is."""
        self._courier.stop()
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
