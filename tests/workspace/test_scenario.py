"""One conversation, held with the same app written on slack_bolt, on slack_sdk alone and on @slack/bolt: one record."""

import asyncio
import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.workspace.apps import bolt_app, sdk_app
from workspace.server import Workspace
from workspace.team import App, Conversation, Person, Team

JAVASCRIPT = Path(__file__).parents[1] / "javascript"
Json = dict[str, Any]
Run = Callable[[Workspace], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def opened() -> AsyncIterator[Workspace]:
    team = Team(clock=time.time, app=App(commands=("/echo",)))
    team.add(Person("U0ANN", "ann", "Ann"), Person("U0BEN", "ben", "Ben"))
    team.add(
        Conversation("C0OPEN", "open", members={"U0ANN", "U0BEN", team.app.user_id}),
        Conversation("C0CLOSED", "closed", members={"U0BEN"}),
    )
    workspace = Workspace(team)
    await workspace.start()
    yield workspace
    await workspace.stop()


@asynccontextmanager
async def client_of(workspace: Workspace) -> AsyncIterator[AsyncWebClient]:
    async with ClientSession() as session:
        yield AsyncWebClient(workspace.team.app.bot_token, base_url=workspace.api_url, session=session)


@asynccontextmanager
async def served(workspace: Workspace, application: web.Application) -> AsyncIterator[None]:
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    workspace.team.app.request_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield
    await runner.cleanup()


@asynccontextmanager
async def with_bolt_over_http(workspace: Workspace) -> AsyncIterator[None]:
    async with client_of(workspace) as client:
        app = bolt_app.build(client, workspace.team.app.signing_secret)
        async with served(workspace, app.web_app("/slack/events")):
            yield


@asynccontextmanager
async def with_bolt_in_socket_mode(workspace: Workspace) -> AsyncIterator[None]:
    async with client_of(workspace) as client:
        app = bolt_app.build(client, workspace.team.app.signing_secret)
        handler = AsyncSocketModeHandler(app, workspace.team.app.app_token, web_client=client)
        await handler.connect_async()
        yield
        await handler.close_async()


@asynccontextmanager
async def with_the_sdk_alone(workspace: Workspace) -> AsyncIterator[None]:
    async with client_of(workspace) as client, _sdk_alone(workspace, client):
        yield


def _sdk_alone(workspace: Workspace, client: AsyncWebClient) -> AbstractAsyncContextManager[None]:
    return served(workspace, sdk_app.build(client, workspace.team.app.signing_secret))


@asynccontextmanager
async def _javascript(workspace: Workspace, **more: str) -> AsyncIterator[None]:
    app = workspace.team.app
    told = {"API_URL": workspace.api_url, "BOT_TOKEN": app.bot_token, "SIGNING_SECRET": app.signing_secret, **more}
    process = await asyncio.create_subprocess_exec(
        "node", "app.mjs", cwd=JAVASCRIPT, env={**os.environ, **told}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    async with asyncio.timeout(30):
        started = (await process.stdout.readline()).decode().strip()
    if started.isdecimal():
        app.request_url = f"http://127.0.0.1:{started}/slack/events"
    yield
    process.stdin.close()
    await process.wait()


def with_javascript_over_http(workspace: Workspace) -> AbstractAsyncContextManager[None]:
    return _javascript(workspace)


def with_javascript_in_socket_mode(workspace: Workspace) -> AbstractAsyncContextManager[None]:
    return _javascript(workspace, APP_TOKEN=workspace.team.app.app_token)


async def _scenario(run: Run) -> list[Any]:
    async with opened() as workspace, run(workspace):
        await _converse(workspace)
        return _record(workspace)


async def _converse(workspace: Workspace) -> None:
    """Each step waits for what it leads to, so that the record is in the order of the conversation."""
    people = workspace.people

    async def came(method: str, times: int) -> None:
        await workspace.until(lambda: workspace.record.counts()[method] >= times)

    assert (await people.command("U0ANN", "C0OPEN", "/echo hello")).ok
    ephemeral = list(workspace.team.conversations["C0OPEN"].messages)[-1]
    assert (await people.press("U0ANN", "C0OPEN", ephemeral, "share")).ok
    await came("response_url", 1)
    assert (await people.press("U0ANN", "C0OPEN", ephemeral, "ask")).ok
    await came("views.open", 1)
    modal = workspace.team.modals["U0ANN"][-1]
    too_short = await people.submit("U0ANN", modal.id, {"why": {"words": "no"}})
    assert too_short.errors == {"why": "Say more."}
    assert (await people.submit("U0ANN", modal.id, {"why": {"words": "because it matters"}})).ok
    await came("chat.update", 1)
    assert (await people.say("U0BEN", "C0OPEN", f"<@{workspace.team.app.user_id}> are you there?")).ok
    await came("chat.postMessage", 2)
    assert (await people.command("U0ANN", "C0OPEN", "/echo people")).ok
    await came("ack", 2)
    assert (await people.command("U0ANN", "C0OPEN", "/echo elsewhere")).ok
    await came("chat.postEphemeral", 1)


OF_A_CLIENT = {"auth.test", "apps.connections.open"}


def _record(workspace: Workspace) -> list[Any]:
    """Who the clients are and when they called left out: times and ids become the order in which they first came."""
    names: dict[str, str] = {}
    accepted = [
        (each.method, _plain(each.payload, names))
        for each in workspace.record.accepted
        if each.method not in OF_A_CLIENT
    ]
    refused = [(method, code, _plain(payload, names)) for method, code, payload in workspace.record.refused]
    return [accepted, refused]


GIVEN = ("ts", "thread_ts", "trigger_id", "cursor")
OWN = ("team_id",)  # Bolt names the team in every call; the SDK alone does not, and neither is wrong


def _plain(value: Any, names: dict[str, str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner, names, name) for name, inner in sorted(value.items()) if name not in OWN}
    if isinstance(value, list):
        return [_plain(inner, names) for inner in value]
    if key in GIVEN:
        return names.setdefault(value, f"{key} {len(names)}")
    return str(value)


def node() -> None:
    """Skips, in one sentence, where Slack's JavaScript cannot run."""
    if shutil.which("node") and (JAVASCRIPT / "node_modules").is_dir():
        return
    message = "Slack's JavaScript clients are not installed: put Node 20 or newer on the path and run make javascript"
    if os.environ.get("ACTIONS_TOOLS_REQUIRED"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def agreed() -> list[Any]:
    """The record of slack_bolt over HTTP, which is read in the first test and is what the others must repeat."""
    return asyncio.run(_scenario(with_bolt_over_http))


def test_the_record_tells_the_conversation(agreed: list[Any]) -> None:
    accepted, refused = agreed
    assert [method for method, _ in accepted] == [
        "ack", "response_url", "views.open", "view_ack", "chat.postMessage", "chat.update", "chat.postMessage",
        "users.list", "users.list", "ack", "chat.postEphemeral",
    ]  # fmt: skip
    assert [(method, code) for method, code, _ in refused] == [("chat.postMessage", "not_in_channel")]
    assert accepted[3] == ("view_ack", {"errors": {"why": "Say more."}, "response_action": "errors"})
    said = dict(accepted)
    assert said["ack"]["text"] == "actions ann ben"
    assert said["response_url"]["text"] == "For everyone: hello"
    assert said["chat.update"]["text"] == "Because: because it matters (seen)"
    assert said["chat.postEphemeral"]["text"] == "not_in_channel"


def test_slack_bolt_in_socket_mode_gives_the_same_record(agreed: list[Any]) -> None:
    assert asyncio.run(_scenario(with_bolt_in_socket_mode)) == agreed


def test_slack_sdk_alone_gives_the_same_record(agreed: list[Any]) -> None:
    assert asyncio.run(_scenario(with_the_sdk_alone)) == agreed


def test_slack_bolt_for_javascript_over_http_gives_the_same_record(agreed: list[Any]) -> None:
    node()
    assert asyncio.run(_scenario(with_javascript_over_http)) == agreed


def test_slack_bolt_for_javascript_in_socket_mode_gives_the_same_record(agreed: list[Any]) -> None:
    node()
    assert asyncio.run(_scenario(with_javascript_in_socket_mode)) == agreed
