"""Ticks never overlap, and no failure of one duty keeps the others from being done."""

import asyncio
from datetime import datetime, time

import pytest
from sqlalchemy.exc import OperationalError

from jobs.daily import Daily
from jobs.spans import Spans
from jobs.ticking import Ticking
from plans.calendar import LONDON
from plans.chat import Later

pytestmark = pytest.mark.anyio


async def test_a_tick_that_comes_while_one_is_under_way_does_nothing():
    done = []

    async def slowly() -> None:
        await asyncio.sleep(0.02)
        done.append(1)

    ticking = Ticking({"slowly": slowly})
    await asyncio.gather(*(ticking.tick() for _ in range(5)))

    assert done == [1]


@pytest.mark.parametrize(
    "trouble", [RuntimeError("a defect"), Later("slow down"), OperationalError("SELECT 1", {}, Exception("gone"))]
)
async def test_what_fails_stops_nothing_else_and_is_tried_again(trouble: Exception, capsys: pytest.CaptureFixture[str]):
    done = []

    async def fails() -> None:
        done.append("tried")
        raise trouble

    async def works() -> None:
        done.append("done")

    ticking = Ticking({"fails": fails, "works": works})
    await ticking.tick()
    await ticking.tick()

    assert done == ["tried", "done"] * 2
    assert "duty=fails" in capsys.readouterr().err


async def test_the_end_waits_for_the_tick_under_way():
    done = []

    async def slowly() -> None:
        await asyncio.sleep(0.02)
        done.append(1)

    ticking = Ticking({"slowly": slowly})
    under_way = asyncio.create_task(ticking.tick())
    await asyncio.sleep(0)
    await ticking.finish(within=1)

    assert done == [1]
    await under_way


async def test_at_the_end_nothing_more_is_begun_and_what_takes_too_long_is_let_go():
    """A list of people that the platform asks us to wait a minute for keeps nobody from stopping."""
    done = []

    async def waits() -> None:
        done.append("waiting")
        await asyncio.sleep(60)

    async def follows() -> None:
        done.append("begun")

    ticking = Ticking({"waits": waits, "follows": follows})
    under_way = asyncio.create_task(ticking.tick())
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        await ticking.finish(within=0.05)
        await under_way
        await ticking.tick()

    assert done == ["waiting"]


async def test_one_duty_is_done_at_once_and_under_a_tick_after_it():
    done = []

    async def slowly() -> None:
        await asyncio.sleep(0.02)
        done.append("slowly")

    async def revise() -> None:
        done.append("revise")

    ticking = Ticking({"slowly": slowly, "revise": revise})
    await ticking.at_once("revise")
    assert done == ["revise"]

    under_way = asyncio.create_task(ticking.tick())
    await asyncio.sleep(0)
    await ticking.at_once("revise")
    await under_way
    assert done == ["revise", "slowly", "revise"]  # asked for before it was begun: it need not be done twice

    under_way = asyncio.create_task(ticking.at_once("slowly"))
    await asyncio.sleep(0)
    await asyncio.gather(ticking.at_once("slowly"), ticking.at_once("revise"))
    await under_way
    assert sorted(done[3:]) == ["revise", "slowly", "slowly"]


async def test_after_the_end_nothing_is_done_at_once():
    done = []

    async def revise() -> None:
        done.append(1)

    ticking = Ticking({"revise": revise})
    await ticking.finish(within=1)
    await ticking.at_once("revise")

    assert done == []


async def test_what_is_done_nightly_is_done_at_the_start_and_once_a_night_after_its_hour():
    done: list[datetime] = []
    moment = datetime(2024, 12, 2, 1, tzinfo=LONDON)

    async def work() -> None:
        done.append(moment)

    nightly = Daily(time(2, 30), work, now=lambda: moment)
    for day, hour in ((2, 1), (2, 2), (2, 3), (2, 23), (3, 2), (3, 3), (6, 12)):
        moment = datetime(2024, 12, day, hour, tzinfo=LONDON)
        await nightly()

    assert [(each.day, each.hour) for each in done] == [(2, 1), (2, 3), (3, 3), (6, 12)]


async def test_what_failed_at_night_is_tried_at_the_next_tick():
    troubles, done = [RuntimeError("users.list failed")], []

    async def work() -> None:
        if troubles:
            raise troubles.pop()
        done.append(1)

    nightly = Daily(time(2, 30), work, now=lambda: datetime(2024, 12, 2, 3, tzinfo=LONDON))
    with pytest.raises(RuntimeError):
        await nightly()
    await nightly()
    await nightly()

    assert done == [1]


def test_the_spans_leave_nobody_sending_what_another_looks_for():
    spans = Spans()

    assert spans.lease + spans.wait > 5 * (spans.send + spans.answer)
    assert [spans.pause(n) for n in (1, 2, 3, 20)] == [5, 10, 20, 900]
