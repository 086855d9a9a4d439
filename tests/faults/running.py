"""A seeded run: a workspace of its own, a database of its own, processes that die and are started again; and what the
workspace counted in the end."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from multiprocessing import get_context
from typing import Any

from sqlalchemy.engine import Engine
from sqlmodel import Session, col, select

from jobs.spans import Spans
from storage.database import open_engine, reading, writing
from storage.models import Delivery
from tests.faults import replica
from tests.faults.replica import Orders
from tests.storage import ledger
from tests.storage.channels import a_channel
from tests.storage.rows import a_plan, an_action
from workspace.faults import Fault, Faults
from workspace.server import Workspace
from workspace.team import Conversation, Person, Team

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.faults.replica", "psycopg", "bot.slack.sender"])

ALONE = Spans(lease=0.6, wait=0.3, send=0.6, answer=0.3, first=0.05, longest=3, pace=0.002, channel=0.02, batch=4)
TOGETHER = Spans(lease=1.5, wait=0.5, send=0.5, answer=0.3, first=0.05, longest=3, pace=0.002, channel=0.02, batch=3)
LIVE = datetime(2024, 9, 2, 9, tzinfo=UTC)
PATIENCE = 40.0


@dataclass
class Weather(Faults):
    """What a call meets is drawn by lot from `kinds`, so often and no more."""

    kinds: Sequence[Fault] = ()
    chance: float = 0.0
    most: int = 0
    method: str = "chat.postMessage"
    lot: random.Random = field(default_factory=random.Random)

    def next(self, method: str) -> Fault | None:
        if method == self.method and self.most and self.lot.random() < self.chance:
            self.most -= 1
            return self.lot.choice(self.kinds)
        return super().next(method)


@dataclass
class Run:
    """What happened: by key how often it was accepted, which of them said that they may repeat, and the ledger."""

    seed: int
    accepted: Counter[str]
    repeats: Counter[str]
    ledger: dict[str, str]
    deaths: int
    seconds: float

    @property
    def states(self) -> list[str]:
        return list(self.ledger.values())

    def wrong(self, *, may_repeat: bool = False, unreachable: bool = False, asked: bool = False) -> list[str]:
        """Every promise that was not kept, in words. `asked`: somebody is asked about what nobody can tell."""
        if any(state not in ("sent", "undeliverable", *(["unknown"] if asked else [])) for state in self.states):
            return [f"seed {self.seed}: not settled: {self.states}"]
        keys = self.ledger if not asked else {key: state for key, state in self.ledger.items() if state != "unknown"}
        lost = [key for key, state in keys.items() if state == "sent" and not self.accepted[key]]
        lost += [key for key, state in keys.items() if state != "sent" and not unreachable]
        said = self.accepted - self.repeats if may_repeat else self.accepted
        doubled = [key for key, count in said.items() if count > 1]
        return [f"seed {self.seed}: lost {lost}"] * bool(lost) + [f"seed {self.seed}: doubled {doubled}"] * bool(
            doubled
        )


@dataclass
class World:
    """What a scenario may touch while the processes run."""

    url: str
    slack: Workspace
    lot: random.Random


Trouble = Callable[[World], Awaitable[None]]


@dataclass
class Scenario:
    """`deaths`: for each process but the last, the points of which it dies at one. `killed`: so many more, before them,
    by a signal from outside, at any moment. `steps`: seconds by which the wall clock may be set. `strangers`: people
    that Slack does not know. `trouble` goes on beside it all. `channels`: so many prisons' digests go to a channel each,
    the last to that of the one before too, instead of briefs to people; and one channel is their coordinator's."""

    people: int = 6
    replicas: int = 1
    spans: Spans = ALONE
    deaths: Sequence[Sequence[str]] = ()
    killed: int = 0
    weather: dict[str, Any] = field(default_factory=dict)
    steps: Sequence[float] = ()
    strangers: int = 0
    trouble: Trouble | None = None
    channels: int = 0


async def run(scenario: Scenario, url: str, seed: int) -> Run:
    lot, begun = random.Random(seed), time.monotonic()
    faults = Weather(lot=random.Random(seed), **scenario.weather)
    team = Team(time.time, faults=faults)
    team.add(*(Person(f"U{n}", f"p{n}", f"Post {n}") for n in range(1, scenario.people - scenario.strangers + 1)))
    there = {*team.people}
    team.add(*(Conversation(f"C{n}", f"c{n}", members=there) for n in range(scenario.channels + 1)))
    slack, engine = Workspace(team), open_engine(url)
    await slack.start()
    try:
        with writing(engine) as session:
            workspace = ledger.a_workspace(session)
            if scenario.channels:
                _prisons(session, workspace, scenario.channels)
            else:
                ledger.people(session, workspace, scenario.people)
        world = World(url, slack, lot)
        kind = "digest" if scenario.channels else "brief"
        orders = Orders(url, slack.api_url, team.app.bot_token, workspace, seed, scenario.spans, kind=kind)
        troubles = [asyncio.create_task(scenario.trouble(world))] if scenario.trouble else []
        deaths = await asyncio.gather(*(_lives(scenario, orders, lot) for _ in range(scenario.replicas)))
        for each in troubles:
            await each
        return _told(seed, slack, engine, sum(deaths), time.monotonic() - begun)
    finally:
        await slack.stop()
        engine.dispose()


def _prisons(session: Session, workspace: int, count: int) -> None:
    for n, prison in enumerate(("rochester", "maidstone", "chelmsford", "feltham", "winchester", "belmarsh")[:count]):
        plan = a_plan(session, f"{prison}-2024", live_at=LIVE)
        an_action(session, plan, 1, owners=["Governor"], due=date(2024, 11, 29))
        a_channel(session, workspace, f"C{min(n + 1, count - 1)}", prison=prison)
        a_channel(session, workspace, "C0", prison=prison, purpose="coordinator")


def _told(seed: int, slack: Workspace, engine: Engine, deaths: int, seconds: float) -> Run:
    accepted, repeats = Counter[str](), Counter[str]()
    for payload in slack.record.of("chat.postMessage"):
        key = payload["metadata"]["event_payload"]["key"]
        accepted[key] += 1
        repeats[key] += "may repeat" in payload["text"]
    with reading(engine) as session:
        rows = session.exec(select(Delivery).order_by(col(Delivery.id))).all()
        found = {f"{one.kind} {one.occasion} {one.recipient}": one.state for one in rows}
        return Run(seed, accepted, repeats, found, deaths, seconds)


async def _lives(scenario: Scenario, orders: Orders, lot: random.Random) -> int:
    """One replica: each of its processes but the last is to die; how many did."""
    deaths = 0
    outside = [lot.uniform(0, 0.5) for _ in range(scenario.killed)]
    points = [(lot.choice(each), lot.randint(1, 3)) for each in scenario.deaths]
    ways = [*((None, after) for after in outside), *((point, None) for point in points), (None, None)]
    for number, (dies, after) in enumerate(ways):
        steps = ((lot.uniform(0, 0.4), lot.choice(scenario.steps)),) if scenario.steps else ()
        deaths += await _live(replace(orders, dies=dies, steps=steps, seed=orders.seed * 100 + number), after)
    return deaths


async def _live(orders: Orders, killed_after: float | None) -> bool:
    process = FORKS.Process(target=replica.main, args=(orders,))
    process.start()
    begun = time.monotonic()
    while process.is_alive():
        if killed_after is not None and time.monotonic() - begun > killed_after:
            process.kill()
        await asyncio.sleep(0.01)
    process.join()
    assert process.exitcode in (0, -9), process.exitcode
    return process.exitcode == -9
