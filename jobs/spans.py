"""How long things take by the machine's clock, which is never rehearsed, and that clock itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Spans:
    """Seconds. Whoever shortens them keeps `lease` + `wait` well above `send` + `answer`.

    `lease`: how long nobody doubts a claim. `wait`: for a message that may have arrived to be there to be found.
    `send`: how old the facts of a message may be when it goes. `answer`: how long the platform may take over one.
    `first` to `longest`: the pauses before a message is tried again, each twice the one before. `pace`: between two
    messages to a workspace, `channel` between two to one channel. `batch`: how many are claimed at once.
    """

    lease: float = 120
    wait: float = 60
    send: float = 10
    answer: float = 10
    first: float = 5
    longest: float = 900
    pace: float = 0.2
    channel: float = 1.0
    batch: int = 20

    def pause(self, attempts: int) -> float:
        return min(self.first * 2.0 ** max(attempts - 1, 0), self.longest)

    @property
    def furthest(self) -> timedelta:
        """Nothing is ever put off for longer: a moment further off was written by a clock that was ahead."""
        return timedelta(seconds=self.longest)


def _wall() -> datetime:
    return datetime.now(UTC)


def _elapsed() -> float:
    # Where there is such a clock, one that goes on while the machine sleeps: a claim made before is an old one.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(frozen=True, slots=True)
class Machine:
    """`wall` may step, back or forward, and decides nothing alone; `elapsed` only grows."""

    wall: Callable[[], datetime] = _wall
    elapsed: Callable[[], float] = _elapsed
