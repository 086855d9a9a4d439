"""What goes on unasked, beside the answers: ticks by the clock, by hand in the demonstration, by a calendar that runs
ahead in a rehearsal."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import date, datetime, timedelta

from sqlalchemy.engine import Engine

from app.rehearsing import Running
from jobs.spans import Spans
from jobs.timetable import Rounds
from plans.calendar import LONDON, day_of, first_working_day, next_working_day
from plans.chat import Messenger
from storage.database import reading, writing
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
    platform: str,
    team: str,
    spans: Spans | None = None,
) -> Rounds:
    with writing(made) as session:
        workspace = workspace_id(session, platform=platform, team=team)
    return Rounds(made, workspace, messenger, now=now, spans=spans)


def delivered(made: Engine, now: Callable[[], datetime]) -> dict[str, int]:
    """By what became of them, the deliveries of the last week."""
    with reading(made) as session:
        return counts(session, day_of(now()) - A_WEEK)


@asynccontextmanager
async def beating(rounds: Rounds, every: float, *, after: Callable[[], object] = lambda: None) -> AsyncIterator[None]:
    """Tick every so many seconds while the service runs, instead of every minute; `after` each."""

    async def beat() -> None:
        while True:
            await rounds.tick()
            await asyncio.to_thread(after)
            await asyncio.sleep(every)

    beats = asyncio.create_task(beat())
    try:
        yield
    finally:
        stopping = asyncio.create_task(rounds.stop())
        await asyncio.sleep(0)
        await stopping
        beats.cancel()
        with suppress(asyncio.CancelledError):
            await beats


class Rehearsal:
    """Moves a calendar on from slot to slot: it stands at each until nothing of that day waits or is in doubt."""

    def __init__(self, calendar: Running, rounds: Rounds) -> None:
        self._calendar, self._rounds = calendar, rounds
        calendar.go_to(self._slot(first_working_day(day_of(calendar.now()))))

    def go_on(self) -> None:
        now, slot = self._calendar.now(), self._calendar.held_at
        if now >= slot and self._rounds.briefs.settled():
            self._calendar.go_to(self._slot(next_working_day(day_of(slot))))

    def _slot(self, day: date) -> datetime:
        return datetime.combine(day, self._rounds.briefs.hour(day), LONDON)
