"""Processes really killed, a platform really misbehaving, a database really gone: by the workspace's own count each
brief arrives once. Every run is drawn from a seed; `make soak` draws many more."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from tests.faults.conftest import Lend
from tests.faults.replica import POINTS
from tests.faults.running import TOGETHER, Run, Scenario, World, run
from workspace.faults import Fault

pytestmark = pytest.mark.anyio

RUNS = 8  # of each, on each database
AT_ONCE = 12  # processes
LIMITED = Fault("ratelimited", retry_after=1)
LOST_WORDS = [Fault("accept_and_hang", seconds=2), Fault("accept_and_drop")]
NOT_TAKEN = [Fault("hang", seconds=2), Fault("drop"), Fault("500"), Fault("html"), Fault("error", "internal_error")]


def weather(*kinds: Fault, most: int = 4, chance: float = 0.4) -> dict[str, Any]:
    return {"kinds": kinds, "most": most, "chance": chance}


async def limited_for_long(world: World) -> None:
    """Ten minutes, in proportion."""
    world.slack.faults.plan("chat.postMessage", LIMITED, times=-1)
    await asyncio.sleep(2.5)
    world.slack.faults.clear()


async def history_closed(world: World) -> None:
    world.slack.faults.plan("conversations.history", Fault("error", "missing_scope"), times=-1)


async def app_removed(world: World) -> None:
    world.slack.team.app.active = False
    await asyncio.sleep(1.0)
    world.slack.team.app.active = True


async def database_gone(world: World) -> None:
    """For a minute, in proportion, at any moment."""
    await asyncio.sleep(world.lot.uniform(0, 0.5))
    parsed = make_url(world.url)
    gone = _locked if parsed.get_backend_name() == "sqlite" else _closed
    await asyncio.to_thread(gone, world.url)


def _locked(url: str) -> None:
    import time

    with closing(sqlite3.connect(make_url(url).database or "", timeout=5, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        time.sleep(1.0)
        connection.execute("ROLLBACK")


def _closed(url: str) -> None:
    import time

    parsed = make_url(url)
    admin = create_engine(
        parsed.set(drivername="postgresql+psycopg", database="postgres"), isolation_level="AUTOCOMMIT"
    )
    allow = f"ALTER DATABASE {parsed.database} ALLOW_CONNECTIONS "
    with admin.connect() as connection:
        connection.execute(text(allow + "false"))
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": parsed.database},
        )
        time.sleep(1.0)
        connection.execute(text(allow + "true"))
    admin.dispose()


SCENARIOS = {
    "killed before claiming": Scenario(deaths=[["planning", "before claiming"]]),
    "killed after claiming": Scenario(deaths=[["after claiming", "before sending"]]),
    "killed after Slack accepted, before we confirmed": Scenario(deaths=[["while sending", "after sending"]]),
    "killed while confirming": Scenario(deaths=[["while confirming", "after confirming"]]),
    "killed while looking for what the last one sent": Scenario(
        deaths=[["after claiming", "after sending"], ["while looking", "after looking"]]
    ),
    "killed three times at any moment": Scenario(killed=3),
    "asked to slow down": Scenario(weather=weather(LIMITED, most=2)),
    "asked to slow down for ten minutes": Scenario(trouble=limited_for_long),
    "not taken": Scenario(weather=weather(*NOT_TAKEN)),
    "taken without an answer": Scenario(weather=weather(*LOST_WORDS)),
    "taken without an answer, and killed": Scenario(weather=weather(*LOST_WORDS), deaths=[POINTS]),
    "the database gone": Scenario(trouble=database_gone, weather=weather(*LOST_WORDS, most=2)),
    "the wall clock set": Scenario(steps=(3600, -3600), weather=weather(*LOST_WORDS, LIMITED), killed=1),
    "three at once": Scenario(
        people=10, replicas=3, spans=TOGETHER, deaths=[POINTS], steps=(0, 0, 3600, -3600),
        weather=weather(*LOST_WORDS, *NOT_TAKEN, LIMITED, most=6),
    ),
}  # fmt: skip
UNREACHABLE = {
    "somebody Slack does not know": Scenario(strangers=1, killed=1),
    "accounts closed": Scenario(weather=weather(Fault("error", "account_inactive"), most=2), killed=1),
    "somebody's channel not found": Scenario(weather=weather(Fault("error", "channel_not_found"), most=2), killed=1),
}


@pytest.mark.parametrize("name", SCENARIOS)
async def test_each_brief_arrives_once(lend: Lend, name: str):
    runs = await _runs(SCENARIOS[name], lend)

    assert [wrong for each in runs for wrong in each.wrong()] == []
    if "killed" in name:
        assert sum(each.deaths for each in runs) >= len(runs) / 3, "hardly anything was killed"


@pytest.mark.parametrize("name", UNREACHABLE)
async def test_who_cannot_be_reached_keeps_it_from_nobody_else(lend: Lend, name: str):
    runs = await _runs(UNREACHABLE[name], lend)

    assert [wrong for each in runs for wrong in each.wrong(unreachable=True)] == []
    assert any("undeliverable" in each.states for each in runs)


async def test_an_app_that_was_removed_for_a_while_sends_what_waits_when_it_is_back(lend: Lend):
    runs = await _runs(Scenario(trouble=app_removed), lend)

    # Slack has one word for an app and for a person who are gone: who is asked about as the app returns may be taken
    # for the latter, until the accounts are looked through that night.
    assert [wrong for each in runs for wrong in each.wrong(unreachable=True)] == []


async def test_where_history_cannot_be_read_what_is_sent_again_says_so(lend: Lend):
    runs = await _runs(Scenario(trouble=history_closed, weather=weather(*LOST_WORDS), deaths=[POINTS]), lend)

    assert [wrong for each in runs for wrong in each.wrong(may_repeat=True)] == []
    assert any(each.repeats for each in runs)


async def _runs(scenario: Scenario, lend: Lend) -> list[Run]:
    soaking = settings.get_current_profile_name() == "soak"
    room = asyncio.Semaphore(AT_ONCE // scenario.replicas)

    async def one(seed: int) -> Run:
        async with room, lend() as url:
            return await run(scenario, url, seed)

    return await asyncio.gather(*(one(seed) for seed in range(RUNS * (30 if soaking else 1))))
