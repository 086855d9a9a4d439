"""A bad day on demand: each fault as the caller meets it, whether the call took effect, and what the record says."""

import asyncio
import time

import aiohttp
import pytest

from tests.workspace.serving import GENERAL, Stage, served
from workspace.faults import Fault

pytestmark = pytest.mark.anyio
POST = {"channel": GENERAL, "text": "Hello"}


def heard(stage: Stage) -> list[str]:
    return [message.text for message in stage.team.conversations[GENERAL].messages.values() if message.text == "Hello"]


async def test_too_many_calls_are_told_when_to_come_back():
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault("ratelimited", retry_after=7))
        response, answer = await stage.answered("chat.postMessage", json=POST)

        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert answer == {"ok": False, "error": "ratelimited"}
        assert heard(stage) == []
        assert [refused[:2] for refused in stage.record.refused] == [("chat.postMessage", "ratelimited")]
        assert (await stage.ask("chat.postMessage", json=POST))["ok"]


@pytest.mark.parametrize(("kind", "status"), [("500", 500), ("404", 404), ("html", 200)])
async def test_a_page_comes_where_json_was_due(kind: str, status: int):
    async with served() as stage:
        stage.faults.plan("*", Fault(kind))  # type: ignore[arg-type]  # by name
        response, answer = await stage.answered("chat.postMessage", json=POST)

        assert (response.status, response.content_type) == (status, "text/html")
        assert answer.startswith("<html>")
        assert heard(stage) == []


async def test_any_error_of_slacks_can_be_asked_for():
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault("error", "token_revoked"), times=2)
        answers = [await stage.ask("chat.postMessage", json=POST) for _ in range(3)]

        assert [answer.get("error") for answer in answers] == ["token_revoked", "token_revoked", None]
        assert len(heard(stage)) == 1


async def test_a_fault_of_no_times_is_none():
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault("500"), times=0)

        assert (await stage.ask("chat.postMessage", json=POST))["ok"]


@pytest.mark.parametrize(("kind", "effects"), [("drop", 0), ("accept_and_drop", 1)])
async def test_a_dropped_connection_may_or_may_not_have_said_it(kind: str, effects: int):
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault(kind))  # type: ignore[arg-type]  # by name
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await stage.ask("chat.postMessage", json=POST)

        assert len(heard(stage)) == effects
        assert stage.record.counts()["chat.postMessage"] == effects
        assert len(stage.record.refused) == 1 - effects


@pytest.mark.parametrize(("kind", "effects"), [("hang", 0), ("accept_and_hang", 1)])
async def test_an_answer_that_never_comes_may_or_may_not_have_said_it(kind: str, effects: int):
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault(kind))  # type: ignore[arg-type]  # by name
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await stage.ask("chat.postMessage", json=POST)

        assert len(heard(stage)) == stage.record.counts()["chat.postMessage"] == effects


async def test_what_hangs_lets_go_in_the_end():
    async with served() as stage:
        stage.faults.plan("auth.test", Fault("hang", seconds=0.05))
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await stage.ask("auth.test")


async def test_and_when_the_workspace_stops():
    began = time.monotonic()
    async with served() as stage:
        stage.faults.plan("auth.test", Fault("hang", seconds=60))
        hanging = asyncio.create_task(stage.ask("auth.test"))
        while not stage.record.refused:
            await asyncio.sleep(0.005)
    with pytest.raises(aiohttp.ClientError):
        await hanging
    assert time.monotonic() - began < 10


async def test_a_call_refused_anyway_is_refused_whatever_was_planned_after_it():
    async with served() as stage:
        stage.faults.plan("chat.postMessage", Fault("accept_and_drop"))
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await stage.ask("chat.postMessage", json={"channel": "C0NONE", "text": "a"})

        assert [refused[1] for refused in stage.record.refused] == ["channel_not_found"]


async def test_blocks_that_this_workspace_does_not_take_are_refused_wherever_they_come():
    table = [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}]
    async with served() as stage:
        stage.faults.refuses = {"table"}
        posted = await stage.ask("chat.postMessage", json={"channel": GENERAL, "blocks": table})
        checked = await stage.ask("blocks.validate", json={"blocks": table})

        assert (posted["error"], checked["error"]) == ("invalid_blocks", "invalid_blocks")
        assert posted["errors"] == ["unsupported type: table [json-pointer:/blocks/0/type]"]
        assert checked["errors"][0]["pointer"] == "/0/type"


async def test_the_record_keeps_what_was_asked_and_what_was_answered():
    async with served() as stage:
        answer = await stage.ask("chat.postMessage", json=POST)
        await stage.ask("chat.postMessage", json={"channel": "C0NONE"})

        (accepted,) = stage.record.accepted
        assert accepted.payload == POST
        assert accepted.answer["ts"] == answer["ts"]
        assert stage.record.refused == [("chat.postMessage", "channel_not_found", {"channel": "C0NONE"})]
        assert stage.record.messages() == [POST]
