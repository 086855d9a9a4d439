"""Calendars other than the real one: the demonstration's, which stands still until somebody moves it on, and a
rehearsal's, which runs ahead and waits for nobody but the day's briefs."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic

from bot.wording import day as written
from plans.calendar import LONDON, next_working_day

SETTLING = 10.0  # seconds that a day is given to be done with, by the machine's clock
MORNING, LAST = time(9, 0), 2100  # the last year, here as for --on


class Rehearsed:
    """Begins at 9am of a day, and only moves forward: what was said on a day cannot be unsaid by going back.

    `is_settled` says whether all that the day brings was sent: nobody wants to leave a day that has only begun.
    """

    def __init__(self, day: date) -> None:
        self._now = _morning(day)
        self.is_settled: Callable[[], Awaitable[bool]] = _always

    async def settled(self) -> None:
        """Waits for it, but not for ever."""
        last = monotonic() + SETTLING
        while not await self.is_settled() and monotonic() < last:
            await asyncio.sleep(0.02)

    def now(self) -> datetime:
        """Aware, in London."""
        return self._now

    def move_hour(self) -> None:
        # Through UTC: in London an hour is skipped in March and comes twice in October.
        self._go((self._now.astimezone(UTC) + timedelta(hours=1)).astimezone(LONDON))

    def move_to_working_day(self) -> None:
        """9am of the next one."""
        self._go(_morning(next_working_day(self._now.date())))

    def move_to(self, day: date) -> None:
        """9am of that day, if it is not today already. ValueError, in a sentence, for what is past."""
        if day == self._now.date():
            return
        there = _morning(day)
        if there < self._now:
            raise ValueError(
                f"The calendar only moves forward, and it is {written(self._now.date())}. "
                f"To go back, stop the demonstration and start it with --on {day}."
            )
        self._go(there)

    def _go(self, there: datetime) -> None:
        if there.year > LAST:
            raise ValueError(f"The calendar ends with {LAST}.")
        self._now = there


class Running:
    """Begins at a moment and goes `rate` times as fast as the machine's clock, not past the moment it is held at."""

    def __init__(self, begins: datetime, rate: float, *, elapsed: Callable[[], float] = monotonic) -> None:
        self._elapsed, self._rate = elapsed, rate
        self._from, self._since = begins.astimezone(UTC), elapsed()
        self.held_at = self._from

    def now(self) -> datetime:
        """Aware, in London."""
        gone = timedelta(seconds=(self._elapsed() - self._since) * self._rate)
        return min(self._from + gone, self.held_at).astimezone(LONDON)

    def go_to(self, moment: datetime) -> None:
        """On from where it stands, as far as this moment at most."""
        self._from, self._since = self.now().astimezone(UTC), self._elapsed()
        self.held_at = moment.astimezone(UTC)


async def _always() -> bool:
    return True


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, LONDON)
