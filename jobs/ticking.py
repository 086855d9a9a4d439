"""A tick: whatever is due, one thing after another. No failure of one keeps the others from being done."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog
from sqlalchemy.exc import SQLAlchemyError

from plans.chat import Later

Duty = Callable[[], Awaitable[object]]

log = structlog.get_logger()


class Ticking:
    """Never two at a time: a tick that comes while one is under way does nothing."""

    def __init__(self, duties: Mapping[str, Duty]) -> None:
        self._duties, self._busy = duties, asyncio.Lock()
        self._duty: asyncio.Future[object] | None = None
        self._ended = False
        self._wanted: set[str] = set()

    async def tick(self) -> None:
        if self._busy.locked() or self._ended:
            return
        async with self._busy:
            for name, duty in self._duties.items():
                self._wanted.discard(name)
                await self._do(name, duty)
            await self._catch_up()

    async def at_once(self, name: str) -> None:
        """One duty now, and not with the next tick: while one is under way, after it."""
        self._wanted.add(name)
        if not self._busy.locked():
            async with self._busy:
                await self._catch_up()

    async def _catch_up(self) -> None:
        while self._wanted and not self._ended:
            name = self._wanted.pop()
            await self._do(name, self._duties[name])

    async def finish(self, *, within: float) -> None:
        """Begin nothing more, and wait for what is under way: so many seconds, then it is let go. The ledger knows
        what to make of that, as it would of a process that died."""
        self._ended = True
        if self._duty:
            await asyncio.wait([self._duty], timeout=within)
            self._duty.cancel()
        async with self._busy:
            pass

    async def _do(self, name: str, duty: Duty) -> None:
        if self._ended:
            return
        try:
            self._duty = asyncio.ensure_future(duty())
            await self._duty
        except asyncio.CancelledError:
            if not self._ended:
                raise
            log.warning("something under way was let go", duty=name)
        except Later as later:
            log.warning("the platform did not let us", duty=name, why=str(later))
        except SQLAlchemyError as error:
            log.error("the database did not let us", duty=name, why=type(error).__name__)
        except Exception:  # logged, and tried again by the next tick
            log.exception("something due could not be done", duty=name)
