"""What goes on unasked, beside the answers: ticks by the clock, by hand in the demonstration, by a calendar that runs
ahead in a rehearsal."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import date, datetime, timedelta

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.rehearsing import Running
from app.wiring import PLATFORM, TEAM, clock
from bot.conversation import Act
from bot.plain import render
from jobs.spans import Spans
from jobs.timetable import Rounds, ticking
from plans.calendar import LONDON, day_of, first_working_day, next_working_day
from plans.chat import Answered, Heard, Messenger
from plans.progress import writes
from storage.database import reading, writing
from storage.models.deliveries import STATES
from storage.sent import counts
from storage.workspaces import workspace_id

BEAT = 0.02  # seconds between the ticks of a rehearsal; at 36,000 times the pace a quarter of an hour passes
REHEARSED = Spans(pace=0.02)
"""A rehearsal is faster by the calendar, not in its doubts: only the pace is quickened."""
A_WEEK = timedelta(days=7)


def rounds(
    made: Engine,
    messenger: Messenger,
    now: Callable[[], datetime],
    *,
    spans: Spans | None = None,
    rehearsed_from: date | None = None,
) -> Rounds:
    """All that this process does unasked, for the workspace of its bot token."""
    with writing(made) as session:
        workspace = workspace_id(session, platform=PLATFORM, team=TEAM)
    return Rounds(made, workspace, messenger, now=now, words=render, spans=spans, rehearsed_from=rehearsed_from)


class Nudge:
    """Lets what goes on unasked know that something was answered: briefs that have it change at once."""

    def __init__(self) -> None:
        self.rounds: Rounds | None = None

    def after(self, act: Act) -> Act:
        def acts(heard: Heard) -> Answered | None:
            answered = act(heard)
            if self.rounds and answered is not None and writes(heard):
                self.rounds.nudge()
            return answered

        return acts


def delivered(made: Engine, now: Callable[[], datetime]) -> dict[str, int]:
    """By what became of them, the deliveries of the last week; nothing while the database is gone."""
    try:
        with reading(made) as session:
            return dict.fromkeys(STATES, 0) | counts(session, day_of(now()) - A_WEEK)
    except SQLAlchemyError:
        return {}


async def nothing() -> None:
    pass


@asynccontextmanager
async def beating(
    rounds: Rounds, every: float, *, after: Callable[[], Awaitable[None]] = nothing
) -> AsyncIterator[None]:
    """Tick every so many seconds while the service runs, instead of every minute, and do what comes `after` each."""
    stopping = asyncio.Event()

    async def beat() -> None:
        while not stopping.is_set():
            await rounds.tick()
            await after()
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), every)

    beats = asyncio.create_task(beat())
    try:
        yield
    finally:
        stopping.set()
        await rounds.stop()
        await beats


class Rehearsal:
    """Moves a calendar on from slot to slot: it stands at each until nothing of it waits or is in doubt."""

    def __init__(self, calendar: Running, rounds: Rounds) -> None:
        self._calendar, self._rounds = calendar, rounds

    async def go_on(self) -> None:
        now = self._calendar.now()
        if now >= self._calendar.held_at and await self._rounds.settled():
            today = first_working_day(day_of(now))
            slots = [*self._slots(today), *self._slots(next_working_day(today))]
            self._calendar.go_to(next(slot for slot in slots if slot > now))

    def _slots(self, day: date) -> list[datetime]:
        return [datetime.combine(day, hour, LONDON) for hour in self._rounds.hours(day)]


def beside(
    made: Engine, messenger: Messenger, calendar: Running | None, nudge: Nudge
) -> AbstractAsyncContextManager[None]:
    """By the real calendar every minute, or as fast as another runs, which needs no nudge."""
    if calendar is None:
        nudge.rounds = rounds(made, messenger, clock)
        return ticking(nudge.rounds)
    return rehearsing(made, messenger, calendar)


@asynccontextmanager
async def rehearsing(
    made: Engine, messenger: Messenger, calendar: Running, *, spans: Spans = REHEARSED
) -> AsyncIterator[None]:
    """Days and weeks of the service, as fast as its calendar runs and its messages go."""
    beats = rounds(made, messenger, calendar.now, spans=spans, rehearsed_from=day_of(calendar.now()))
    async with beating(beats, BEAT, after=Rehearsal(calendar, beats).go_on):
        yield
