"""Digests to channels, over the same misfortunes as briefs: each is posted once, or somebody is asked about it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import settings

from tests.faults.conftest import Lend
from tests.faults.replica import POINTS
from tests.faults.running import TOGETHER, Run, Scenario, run
from tests.faults.test_nothing_is_lost_nothing_is_doubled import (
    AT_ONCE,
    LIMITED,
    LOST_WORDS,
    NOT_TAKEN,
    database_gone,
    history_closed,
    weather,
)
from workspace.faults import Fault

pytestmark = pytest.mark.anyio

RUNS = 4  # of each, on each database
FOUR = Scenario(channels=4)
CHARTS = {"data_visualization", "data_table"}

SCENARIOS = {
    "killed at every step, one after another": replace(FOUR, deaths=[[point] for point in POINTS[:7]]),
    "killed after Slack accepted, before we confirmed": replace(FOUR, deaths=[["while sending", "after sending"]]),
    "killed while looking for what the last one posted": replace(
        FOUR, deaths=[["after claiming", "after sending"], ["while looking", "after looking"]]
    ),
    "asked to slow down": replace(FOUR, weather=weather(LIMITED, most=2)),
    "not taken": replace(FOUR, weather=weather(*NOT_TAKEN)),
    "taken without an answer, and killed": replace(FOUR, weather=weather(*LOST_WORDS), deaths=[POINTS]),
    "charts refused, answers lost, and killed": replace(
        FOUR, weather=weather(*LOST_WORDS, most=2) | {"refuses": CHARTS}, deaths=[POINTS]
    ),
    "the database gone": replace(FOUR, trouble=database_gone, weather=weather(*LOST_WORDS, most=2)),
    "two at once": replace(
        FOUR, replicas=2, spans=TOGETHER, deaths=[POINTS], steps=(0, 3600, -3600),
        weather=weather(*LOST_WORDS, *NOT_TAKEN, LIMITED, most=5),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SCENARIOS)
async def test_each_digest_is_posted_once(lend: Lend, name: str):
    runs = await _runs(SCENARIOS[name], lend)

    assert [wrong for each in runs for wrong in each.wrong()] == []
    assert all(len(each.ledger) == len(each.accepted) == 4 for each in runs)
    if "killed" in name:
        assert sum(each.deaths for each in runs) >= len(runs) / 3, "hardly anything was killed"


async def test_where_history_cannot_be_read_none_is_posted_twice_and_somebody_is_asked(lend: Lend):
    closed = replace(FOUR, trouble=history_closed, weather=weather(*LOST_WORDS, most=2, chance=0.6), deaths=[POINTS])
    runs = await _runs(closed, lend)

    assert [wrong for each in runs for wrong in each.wrong(asked=True)] == []
    assert [key for each in runs for key, count in each.accepted.items() if count > 1] == []
    assert any(_unasked(each) == [] and "unknown" in each.states for each in runs)
    assert [missing for each in runs for missing in _unasked(each)] == []


async def test_a_channel_that_refuses_keeps_it_from_no_other(lend: Lend):
    archived = replace(FOUR, weather=weather(Fault("error", "is_archived"), most=1, chance=0.7), killed=1)
    runs = await _runs(archived, lend)

    assert [wrong for each in runs for wrong in each.wrong(unreachable=True)] == []
    assert any("undeliverable" in each.states for each in runs)


def _unasked(found: Run) -> Sequence[str]:
    """Of the prisons' digests in doubt, those of which the coordinator's channel has no notice, in doubt or not."""
    numbered = {key: number for number, key in enumerate(found.ledger, 1)}
    doubted = [key for key, state in found.ledger.items() if state == "unknown" and " 2025-W06 " in key]
    return [key for key in doubted if not any(f" doubt {numbered[key]}." in other for other in found.ledger)]


async def _runs(scenario: Scenario, lend: Lend) -> list[Run]:
    soaking = settings.get_current_profile_name() == "soak"
    room = asyncio.Semaphore(AT_ONCE // scenario.replicas)

    async def one(seed: int) -> Run:
        async with room, lend() as url:
            return await run(scenario, url, seed)

    return await asyncio.gather(*(one(seed) for seed in range(RUNS * (30 if soaking else 1))))
