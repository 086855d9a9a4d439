"""How fast the ledger lets messages go when nothing else holds them up: no pace, and a platform that answers at once.

Everything else is the service's own: SQLite with synchronous FULL, claims of twenty that are composed in their
transaction, confirmations together with whatever else has finished. PostgreSQL is a server of the benchmark's own.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from sqlmodel import Session

from benchmarks.postgresql import postgresql
from jobs.delivery import Courier, Letter
from jobs.recording import Recording
from jobs.spans import Machine, Spans
from jobs.threads import Thread
from plans.chat import Member, Where
from plans.messages import Message, Notice
from storage import slots
from storage.database import ensure_migrated, open_engine, writing
from storage.deliveries import Claimed, Composed, Named
from storage.models import Account, Person, Workspace
from storage.sent import counts
from storage.slots import New

DAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 9, tzinfo=UTC)
PEOPLE, LINES, ROUNDS = 1_000, 5, 5
WANTED = 300  # a second, on SQLite


class AtOnce:
    """A platform that takes no time."""

    def __init__(self) -> None:
        self.taken = 0

    async def post(self, to: str, message: Message, *, key: str) -> Where:
        self.taken += 1
        return Where(f"D{to}", f"{self.taken}.0")

    async def revise(self, where: Where, message: Message) -> None: ...

    async def find(self, to: str, key: str, *, since: datetime, dm: str | None = None) -> Where | None:
        return None

    async def members(self) -> Sequence[Member]:
        return []


def compose(session: Session, claimed: Sequence[Claimed], planned: Mapping[int, Sequence[Named]]) -> dict[int, Letter]:
    body = {"lines": ["a line of a brief, as long as they are"] * LINES}
    return {each.id: Letter(Notice("plain"), Composed(body, planned[each.id])) for each in claimed}


def run(folder: Path) -> None:
    with postgresql(folder) as create:
        for name, urls in (
            ("SQLite, synchronous FULL", [f"sqlite:///{folder / f'ledger-{n}.db'}" for n in range(ROUNDS)]),
            ("PostgreSQL", [create() for _ in range(ROUNDS)]),
        ):
            rates = [_rate(url) for url in urls]
            wanted = f", wanted {WANTED}" if "SQLite" in name else ""
            print(
                f"ledger without pacing, {name}: {median(rates):,.0f} deliveries/s "
                f"({min(rates):,.0f} to {max(rates):,.0f}; {PEOPLE:,} of {LINES} lines, {ROUNDS} runs{wanted})"
            )


def _rate(url: str) -> float:
    engine = open_engine(url)
    ensure_migrated(engine)
    with writing(engine) as session:
        workspace = _people(session)
        slots.open_slot(session, "brief", DAY.isoformat(), DAY)
        lines = [Named("late", "late", about=f"line {n}") for n in range(LINES)]
        new = [New(f"person {n}", n, workspace, lines) for n in range(1, PEOPLE + 1)]
        slots.add(session, "brief", DAY.isoformat(), DAY, new)
    thread, platform = Thread(), AtOnce()
    recording = Recording(
        engine, workspace, now=lambda: NOW, thread=thread, spans=Spans(pace=0), machine=Machine()
    )  # fmt: skip
    courier = Courier(platform, compose, recording)

    async def everything() -> float:
        begun = time.perf_counter()
        while await courier.send("brief", DAY):
            pass
        return time.perf_counter() - begun

    seconds = asyncio.run(everything())
    thread.close()
    with writing(engine) as session:
        assert counts(session, DAY) == {"sent": PEOPLE}
    assert platform.taken == PEOPLE
    engine.dispose()
    return PEOPLE / seconds


def _people(session: Session) -> int:
    place = Workspace(platform="slack", team="")
    session.add(place)
    session.flush()
    session.add_all(Person(id=n, name=f"Sample {n}") for n in range(1, PEOPLE + 1))
    session.flush()
    session.add_all(
        Account(person_id=n, workspace_id=place.id, external=f"U{n}", checked_at=NOW) for n in range(1, PEOPLE + 1)
    )
    session.flush()
    return place.id or 0


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="actions-bench-") as folder:
        run(Path(folder))
