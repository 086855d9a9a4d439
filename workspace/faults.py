"""A bad day on demand: what the next calls of a method meet instead of an answer."""

import asyncio
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

Kind = Literal["ratelimited", "hang", "accept_and_hang", "drop", "accept_and_drop", "500", "html", "404", "error"]


@dataclass(frozen=True)
class Fault:
    """`accept_and_…`: the call takes effect, its answer never arrives. `error`: refused with Slack's word `code`."""

    kind: Kind
    code: str = ""
    retry_after: int = 1
    seconds: float = 30.0  # how long `hang` holds its breath

    @property
    def refuses(self) -> bool:
        return not self.kind.startswith("accept_")


@dataclass
class Faults:
    """`refuses` are block types that this workspace does not take, as older ones do not. What hangs lets go once
    `released` is set."""

    refuses: set[str] = field(default_factory=set)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    _planned: dict[str, deque[tuple[Fault, int]]] = field(default_factory=lambda: defaultdict(deque))

    def plan(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """The next `times` calls meet the fault (-1: every one until cleared). `response_url` counts as a method."""
        if times:
            self._planned[method].append((fault, times))

    def clear(self, method: str | None = None) -> None:
        for name in [method] if method else list(self._planned):
            self._planned.pop(name, None)

    def next(self, method: str) -> Fault | None:
        """What this call meets; None for an ordinary answer. Methods of their own name go before `*`."""
        for name in (method, "*"):
            if planned := self._planned.get(name):
                fault, times = planned.popleft()
                if times != 1:
                    planned.appendleft((fault, max(times - 1, -1)))
                return fault
        return None

    async def misbehave(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        """What the caller meets instead of an answer, whether or not the call took effect."""
        if fault.kind == "ratelimited":
            after = {"Retry-After": str(fault.retry_after)}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=after)
        if fault.kind == "error":
            return web.json_response({"ok": False, "error": fault.code})
        if fault.kind.endswith("hang"):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.released.wait(), fault.seconds)
        if fault.kind.endswith(("hang", "drop")) and request.transport:
            request.transport.abort()
        words = "<html><body>Something went wrong</body></html>"
        return web.Response(
            text=words, content_type="text/html", status=int(fault.kind) if fault.kind.isdecimal() else 200
        )
