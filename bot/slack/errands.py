"""Work that goes on after an acknowledgement: never lost track of, finished or given up at the end."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any


class Errands:
    def __init__(self) -> None:
        self._going: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None], failed: Callable[[Exception], Awaitable[None]]) -> None:
        """`failed` is told of whatever `work` raises, as the app's error listener would have been."""
        task = asyncio.create_task(_watched(work, failed))
        self._going.add(task)
        task.add_done_callback(self._going.discard)

    async def finish(self, seconds: float) -> None:
        """Waits for what is under way, but no longer than so many seconds."""
        if not self._going:
            return
        _, late = await asyncio.wait(self._going, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def _watched(work: Coroutine[Any, Any, None], failed: Callable[[Exception], Awaitable[None]]) -> None:
    try:
        await work
    except Exception as error:
        await failed(error)
