"""What is done once a night of the calendar, and once when the service starts."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from plans.calendar import LONDON


class Daily:
    """Does its work when its hour has passed and it has not been done since; what fails is tried at the next tick."""

    def __init__(self, hour: time, work: Callable[[], Awaitable[object]], *, now: Callable[[], datetime]) -> None:
        self._hour, self._work, self._now = hour, work, now
        self._done: date | None = None

    async def __call__(self) -> None:
        now = self._now().astimezone(LONDON)
        due = now.date() if now.time() >= self._hour else now.date() - timedelta(days=1)
        if self._done is None or due > self._done:
            await self._work()
            self._done = due
