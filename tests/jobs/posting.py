"""A courier with a platform of the test's own: what it took, in order, and the ways it fails."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.engine import Engine
from sqlmodel import Session

from jobs.briefs import opening
from jobs.delivery import Courier, Letter
from jobs.doubts import Doubts
from jobs.recording import Recording
from jobs.slots import Slots
from jobs.spans import Machine, Spans
from jobs.threads import Thread
from plans.chat import Member, Where
from plans.messages import Message, Notice
from storage.database import reading, writing
from storage.deliveries import Claimed, Composed, Named
from storage.slots import New
from tests.storage import ledger

NINE = datetime(2024, 12, 2, 9, tzinfo=UTC)
QUICK = Spans(lease=2, wait=1, send=5, answer=0.2, first=5, longest=900, pace=0)


@dataclass
class Platform:
    """Takes messages. `troubles` is what the next calls meet: raised before the message is taken, or after it was."""

    taken: list[tuple[str, str, Message]] = field(default_factory=list)
    before: list[Exception | None] = field(default_factory=list)
    after: list[Exception | None] = field(default_factory=list)
    finding: list[Exception | None] = field(default_factory=list)
    looked: list[tuple[str, datetime]] = field(default_factory=list)
    takes: float = 0.0  # seconds over each

    async def post(self, to: str, message: Message, *, key: str) -> Where:
        _raise_next(self.before)
        self.taken.append((to, key, message))
        await asyncio.sleep(self.takes)
        _raise_next(self.after)
        return Where(f"D{to}", f"{len(self.taken)}.0")

    async def revise(self, where: Where, message: Message) -> None:
        raise NotImplementedError

    async def find(self, to: str, key: str, *, since: datetime, dm: str | None = None) -> Where | None:
        _raise_next(self.finding)
        self.looked.append((key, since))
        found = [place for place, taken in enumerate(self.taken, 1) if taken[:2] == (to, key)]
        return Where(f"D{to}", f"{found[0]}.0") if found else None

    async def members(self) -> Sequence[Member]:
        return []

    @property
    def keys(self) -> list[str]:
        return [key for _, key, _ in self.taken]


def _raise_next(troubles: list[Exception | None]) -> None:
    if troubles and (trouble := troubles.pop(0)):
        raise trouble


@dataclass
class Clock:
    """The machine's, moved by hand: `wall` may be set apart from what has elapsed."""

    elapsed: float = 0.0
    wall: datetime = ledger.NOON

    def go(self, seconds: float) -> None:
        self.elapsed += seconds
        self.wall += timedelta(seconds=seconds)

    def machine(self) -> Machine:
        return Machine(wall=lambda: self.wall, elapsed=lambda: self.elapsed)


def compose(session: Session, claimed: Sequence[Claimed], planned: Mapping[int, Sequence[Named]]) -> dict[int, Letter]:
    return {
        each.id: Letter(Notice("plain", detail=each.key), Composed({"for": each.recipient}, planned[each.id]))
        for each in claimed
    }


@dataclass
class Post:
    """One process's hands. Another of the same database is another process, as far as the ledger knows."""

    courier: Courier
    doubts: Doubts
    recording: Recording
    workspace: int
    platform: Platform

    async def send(self, day: date = ledger.MONDAY) -> int:
        return await self.courier.send("brief", day)


@contextmanager
def posting(
    engine: Engine,
    platform: Platform,
    workspace: int,
    *,
    clock: Clock | None = None,
    spans: Spans = QUICK,
    compose: Callable[..., Mapping[int, Letter]] = compose,
) -> Iterator[Post]:
    thread, machine = Thread(), clock.machine() if clock else Machine()
    recording = Recording(
        engine, workspace, now=lambda: NINE, thread=thread, spans=spans, machine=machine
    )  # fmt: skip
    yield Post(Courier(platform, compose, recording), Doubts(platform, recording), recording, workspace, platform)
    thread.close()


def planned(engine: Engine, count: int = 3) -> int:
    with writing(engine) as session:
        return ledger.a_day(session, count)


def states(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return ledger.states(session)


def briefs(post: Post, now: Callable[[], datetime], plan: Callable[[Session, date], Sequence[New]]) -> Slots:
    return Slots("brief", opening, plan, post.courier, post.recording, now=now)
