"""One process of the service, as far as sending goes, with a day's briefs to send, or a week's digests: run by the fork
server, which has imported everything already. It ends by itself when all is settled, and dies where it was told to."""

import asyncio
import os
import random
import signal
import sys
import time as machine_time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import event, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.plain import render
from bot.slack.sender import Sender, opened
from jobs import digests
from jobs.delivery import Courier, Letter
from jobs.doubts import Doubts
from jobs.recording import Recording
from jobs.slots import Slots
from jobs.spans import Machine, Spans
from jobs.threads import Thread
from jobs.ticking import Ticking
from plans.calendar import is_working_day
from plans.chat import Where
from plans.messages import Message, Notice
from storage import database
from storage.deliveries import Claimed, Composed, Named
from storage.models import Account
from storage.slots import New

NOW = datetime(2024, 12, 2, 9, 5, tzinfo=UTC)
TUESDAY = datetime(2025, 2, 4, 8, 35, tzinfo=UTC)
TICK = 0.03
is_working_day(TUESDAY.date())  # the calendar of holidays is read before forking: it takes half a second
LINE = Named("late", "late", about="what it says")

# Where a process may be told to die, by what it is doing.
POINTS = (
    "planning", "before claiming", "after claiming", "before sending", "while sending", "after sending",
    "while confirming", "after confirming", "while looking", "after looking",
)  # fmt: skip


@dataclass(frozen=True)
class Orders:
    """`dies`: at a point, the nth time it comes there. `steps`: when, and by how much, the wall clock is set. `kind` is
    what it sends: digests as the service makes them, or briefs that only say whether they may repeat."""

    url: str
    api_url: str
    token: str
    workspace: int
    seed: int
    spans: Spans
    dies: tuple[str, int] | None = None
    steps: tuple[tuple[float, float], ...] = ()
    until: float = 30.0
    kind: str = "brief"


def main(orders: Orders) -> None:
    database.BUSY_SECONDS = 0.3  # type: ignore[assignment]  # an outage is shortened, and so is the waiting for its end
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(50), logger_factory=structlog.PrintLoggerFactory(sys.stderr)
    )
    random.seed(orders.seed)
    asyncio.run(_serve(orders))


async def _serve(orders: Orders) -> None:
    engine, thread, doom = database.open_engine(orders.url), Thread(), Doom(orders.dies)
    async with opened(orders.token, orders.api_url) as sender:
        machine = Machine(wall=_stepping(orders.steps))
        now = TUESDAY if orders.kind == "digest" else NOW
        recording = Recording(
            engine, orders.workspace, now=lambda: now, thread=thread, spans=orders.spans, machine=machine
        )
        messenger = Dying(sender, doom)
        composed = partial(digests.compose, now=lambda: now, words=render) if orders.kind == "digest" else compose
        courier, doubts = Courier(messenger, composed, recording), Doubts(messenger, recording)
        due = slots(orders, courier, recording)
        doom.lies_in(engine, courier, recording, doubts, due)
        ticking = Ticking({"look": doubts.look, "plan": due.plan, "send": due.send})
        deadline = machine_time.monotonic() + orders.until
        while machine_time.monotonic() < deadline:
            await ticking.tick()
            if _settled(due):
                break
            await asyncio.sleep(TICK)
    thread.close()
    engine.dispose()


def slots(orders: Orders, courier: Courier, recording: Recording) -> Slots:
    if orders.kind == "brief":
        return Slots("brief", opening, plan(orders.workspace), courier, recording, now=lambda: NOW)
    planned = partial(digests.plan, workspace_id=orders.workspace)
    return Slots(
        "digest", digests.opening, planned, courier, recording, now=lambda: TUESDAY, follow=digests.follow, grows=True,
    )  # fmt: skip


def _settled(due: Slots) -> bool:
    try:
        return due.settled()
    except SQLAlchemyError:
        return False


def opening(session: Session, now: datetime) -> tuple[date, str]:
    return now.date(), now.date().isoformat()


def plan(workspace: int) -> Callable[[Session, date], Sequence[New]]:
    def planned(session: Session, day: date) -> list[New]:
        people = session.execute(select(Account.person_id).where(Account.workspace_id == workspace)).scalars()
        return [New(f"person {each}", each, workspace, [LINE]) for each in people]

    return planned


def compose(session: Session, claimed: Sequence[Claimed], planned: Mapping[int, Sequence[Named]]) -> dict[int, Letter]:
    def said(each: Claimed) -> Message:
        return Notice("plain", detail="This may repeat." if each.may_repeat else "Said once.")

    return {each.id: Letter(said(each), Composed({"for": each.recipient}, planned[each.id])) for each in claimed}


def _stepping(steps: Sequence[tuple[float, float]]) -> Callable[[], datetime]:
    begun = machine_time.monotonic()

    def wall() -> datetime:
        gone = machine_time.monotonic() - begun
        return datetime.now(UTC) + timedelta(seconds=sum(by for at, by in steps if gone >= at))

    return wall


class Doom:
    """Kills the process, as the operating system does, when it comes to its point for the nth time."""

    def __init__(self, dies: tuple[str, int] | None) -> None:
        self._point, self._left = dies or ("", 0)

    def at(self, point: str) -> None:
        if not point or point != self._point:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def lies_in(self, engine: Engine, courier: Courier, recording: Recording, doubts: Doubts, due: Slots) -> None:
        doing: list[str] = []

        def commits(connection: Any) -> None:
            if doing:
                self.at(doing[-1])

        event.listen(engine, "commit", commits)
        self._round(due, "_prepare", "", "", during=(doing, "planning"))
        self._round(courier, "_claim", "before claiming", "after claiming")
        self._round(recording, "_write", "", "after confirming", during=(doing, "while confirming"))
        self._round(doubts, "_take_over", "while looking", "after looking")

    def _round(
        self, whose: Any, name: str, before: str, after: str, *, during: tuple[list[str], str] | None = None
    ) -> None:
        work = getattr(whose, name)

        def worked(*given: Any) -> Any:
            self.at(before)
            if during:
                during[0].append(during[1])
            try:
                return work(*given)
            finally:
                if during:
                    during[0].pop()
                self.at(after)

        setattr(whose, name, worked)


class Dying(Sender):
    """The real sender, in a process that may end in the middle of it."""

    def __init__(self, sender: Sender, doom: Doom) -> None:
        super().__init__(sender._client)
        self._doom = doom

    async def post(self, to: str, message: Message, *, key: str) -> Where:
        self._doom.at("before sending")
        sending: Awaitable[Where] = super().post(to, message, key=key)
        if self._doom._point == "while sending":
            sending = asyncio.ensure_future(sending)
            await asyncio.sleep(random.uniform(0, 0.01))
            self._doom.at("while sending")
        where = await sending
        self._doom.at("after sending")
        return where
