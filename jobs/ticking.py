"""A tick: whatever is due, one thing after another. No failure of one keeps the others from being done."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog
from sqlalchemy.exc import SQLAlchemyError

Duty = Callable[[], Awaitable[object]]

log = structlog.get_logger()


class Ticking:
    """Never two at a time: a tick that comes while one is under way does nothing."""

    def __init__(self, duties: Mapping[str, Duty]) -> None:
        self._duties, self._busy = duties, asyncio.Lock()

    async def tick(self) -> None:
        if self._busy.locked():
            return
        async with self._busy:
            for name, duty in self._duties.items():
                await self._do(name, duty)

    async def finish(self) -> None:
        """Wait for the tick under way."""
        async with self._busy:
            pass

    async def _do(self, name: str, duty: Duty) -> None:
        try:
            await duty()
        except SQLAlchemyError as error:
            log.error("the database did not let us", duty=name, why=type(error).__name__)
        except Exception:  # logged, and tried again by the next tick
            log.exception("something due could not be done", duty=name)
