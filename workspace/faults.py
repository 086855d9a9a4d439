"""A bad day on demand: what the next calls of a method meet instead of an answer."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["ratelimited", "hang", "accept_and_hang", "drop", "accept_and_drop", "500", "html", "404", "error"]


@dataclass(frozen=True)
class Fault:
    """`accept_and_…`: the call takes effect, its answer never arrives. `error`: refused with Slack's word `code`."""

    kind: Kind
    code: str = ""
    retry_after: int = 1
    seconds: float = 30.0  # how long `hang` holds its breath


@dataclass
class Faults:
    """`refuses` are block types that this workspace does not take, as older ones do not. What hangs lets go once
    `released` is set."""

    refuses: set[str] = field(default_factory=set)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    _planned: dict[str, deque[tuple[Fault, int]]] = field(default_factory=lambda: defaultdict(deque))

    def plan(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """The next `times` calls meet the fault (-1: every one until cleared). `response_url` counts as a method."""
        self._planned[method].append((fault, times))

    def clear(self, method: str | None = None) -> None:
        if method is None:
            self._planned.clear()
        else:
            self._planned.pop(method, None)

    def next(self, method: str) -> Fault | None:
        """What this call meets; None for an ordinary answer. Methods of their own name go before `*`."""
        for name in (method, "*"):
            if planned := self._planned.get(name):
                fault, times = planned.popleft()
                if times != 1:
                    planned.appendleft((fault, times - 1 if times > 0 else times))
                return fault
        return None
