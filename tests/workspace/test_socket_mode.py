"""Socket Mode, with slack_bolt's own handler on the other end and with bare sockets that misbehave."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from tests.workspace.conftest import ANNA, APP, GENERAL, bolt_app, shown
from workspace.spans import Spans

pytestmark = pytest.mark.anyio
QUICK = pytest.mark.parametrize("workspace", [Spans(ack=0.3, retries=(0.0, 0.05, 0.1))], indirect=True)


class Listening:
    """slack_bolt's app, its handler, and what it heard."""

    def __init__(self, workspace):
        self.app, self.heard = bolt_app(workspace), []
        self.handler = AsyncSocketModeHandler(
            self.app, workspace.team.app.app_token, web_client=self.app.client, ping_interval=0.2
        )

        @self.app.command("/actions")
        async def command(ack, body):
            self.heard.append(body)
            await ack({"text": f"You asked: {body['text']}"})

        @self.app.event("message")
        async def message(event):
            self.heard.append(event)


@pytest.fixture
async def listening(workspace) -> AsyncIterator[Listening]:
    listening = Listening(workspace)
    await listening.handler.connect_async()
    await workspace.until(lambda: workspace.sockets.connected)
    yield listening
    await listening.handler.close_async()
    await asyncio.sleep(0)


async def test_slack_bolt_takes_a_command_over_its_socket(workspace, listening):
    assert (await workspace.people.command(ANNA, GENERAL, "/actions Rochester")).ok

    assert shown(workspace, ANNA) == ["You asked: Rochester"]
    assert listening.heard[0]["user_id"] == ANNA


async def test_a_socket_goes_before_an_address(workspace, listening, odd):
    await workspace.people.command(ANNA, GENERAL, "/actions Rochester")
    await workspace.people.say(ANNA, GENERAL, "hello")
    await workspace.until(lambda: len(listening.heard) == 2)

    assert odd.heard == []


async def test_a_refresh_makes_the_app_connect_anew_and_nothing_is_lost(workspace, listening):
    await workspace.sockets.disconnect("refresh_requested")
    await workspace.until(lambda: workspace.sockets.opened == 2 and workspace.sockets.connected)

    await workspace.people.command(ANNA, GENERAL, "/actions Rochester")

    assert shown(workspace, ANNA) == ["You asked: Rochester"]


async def test_a_warning_is_only_a_warning(workspace, opened):
    socket, _ = await opened()
    await workspace.sockets.disconnect("warning")

    assert (await socket.receive_json())["reason"] == "warning"
    assert workspace.sockets.connected == 1


async def test_a_broken_connection_is_made_again_by_the_app(workspace, listening):
    workspace.sockets.drop()
    await workspace.until(lambda: workspace.sockets.opened == 2 and workspace.sockets.connected == 1)

    await workspace.people.command(ANNA, GENERAL, "/actions Rochester")

    assert shown(workspace, ANNA) == ["You asked: Rochester"]


# --- bare sockets --------------------------------------------------------------------------------------------


async def address(workspace, http):
    token = {"Authorization": f"Bearer {workspace.team.app.app_token}"}
    async with http.post("/api/apps.connections.open", headers=token) as response:
        return (await response.json())["url"]


@pytest.fixture
async def opened(workspace, http):
    """Opens a socket: it, and what it heard first."""
    sockets = []

    async def opened():
        sockets.append(await http.ws_connect(await address(workspace, http)))
        return sockets[-1], await sockets[-1].receive_json()

    yield opened
    for socket in sockets:
        await socket.close()


async def test_a_socket_says_hello_and_its_address_works_once(workspace, http):
    url = await address(workspace, http)
    async with http.ws_connect(url) as socket:
        hello = await socket.receive_json()

    assert (hello["type"], hello["num_connections"]) == ("hello", 1)
    assert hello["connection_info"] == {"app_id": "A0ACTIONS"}
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await http.ws_connect(url)
    assert refused.value.status == 404


async def test_ten_may_connect_and_each_hears_in_its_turn(workspace, opened):
    sockets = [(await opened())[0] for _ in range(10)]
    _, first_heard = await opened()
    assert first_heard["reason"] == "too_many_websockets"

    for _ in sockets:
        await workspace.people.say(ANNA, GENERAL, "hello")
    for socket in sockets:
        envelope = await socket.receive_json()
        assert envelope["type"] == "events_api"
        assert envelope["accepts_response_payload"] is False
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
    await asyncio.gather(*workspace.delivery._tasks)


@QUICK
async def test_an_event_nobody_acked_is_sent_again_with_the_same_id(workspace, opened):
    socket, _ = await opened()
    await workspace.people.say(ANNA, GENERAL, "hello")
    first = await socket.receive_json()
    await socket.send_str("nonsense")
    await socket.send_json(["an ack of nothing"])
    await socket.send_json({"envelope_id": "somebody else's"})
    second = await socket.receive_json()
    await socket.send_json({"envelope_id": second["envelope_id"]})
    await asyncio.gather(*workspace.delivery._tasks)

    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert (first["retry_attempt"], second["retry_attempt"]) == (0, 1)
    assert first["envelope_id"] != second["envelope_id"]
    assert second["retry_reason"] == "timeout"


@QUICK
async def test_a_command_nobody_acked_fails_for_the_asker(workspace, opened):
    socket, _ = await opened()

    await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert (await socket.receive_json())["type"] == "slash_commands"
    assert shown(workspace, ANNA) == ["/actions failed with the error “operation_timeout”"]


@QUICK
async def test_an_event_waits_for_an_app_that_is_not_there_yet(workspace, opened):
    await workspace.people.say(ANNA, GENERAL, f"<@{APP}> anyone?")
    socket, _ = await opened()

    assert (await socket.receive_json())["payload"]["event"]["text"] == f"<@{APP}> anyone?"


async def test_stopping_closes_every_socket(workspace, opened):
    socket, _ = await opened()
    await workspace.stop()

    assert (await socket.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSING)
