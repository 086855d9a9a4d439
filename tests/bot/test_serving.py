"""The server round the bot: health, readiness, figures, Socket Mode's connection, and an orderly end."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from app.serving import CannotListen, listening
from tests.bot.conftest import Bot, Remembered, Start, words
from tests.fakes.small_slack import APP, APP_TOKEN, BOT_TOKEN, PERSON, SECRET, breaks, refused
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]


async def test_it_is_alive_at_once_and_ready_once_slack_knows_it(start: Start, slack: Workspace):
    breaks(slack, "auth.test", "hang")
    bot: Bot = await start()

    assert await bot.get("/healthz") == (200, "Alive.\n")
    assert await bot.get("/readyz") == (503, "Slack has not answered yet.\n")


async def test_it_tries_again_until_slack_knows_it(start: Start, slack: Workspace):
    breaks(slack, "auth.test", "not_authed")
    bot = await start()
    await slack.until(lambda: refused(slack, "auth.test", "not_authed"))
    async with asyncio.timeout(5):
        while "there is no bot token" not in (await bot.get("/readyz"))[1].casefold():
            await asyncio.sleep(0.01)

    slack.faults.clear("auth.test")
    await bot.ready()


@pytest.mark.parametrize(
    ("kind", "event"),
    [("tokens_revoked", {"tokens": {"bot": [APP]}}), ("app_uninstalled", {})],
)
async def test_it_is_not_ready_once_the_workspace_has_removed_it(start: Start, kind: str, event: dict[str, object]):
    bot = await start()
    await bot.ready()
    await bot.event({"type": kind, **event})

    status, why = await bot.get("/readyz")
    assert status == 503
    assert "install" in why


async def test_a_person_revoking_a_token_of_their_own_changes_nothing(start: Start):
    bot = await start()
    await bot.ready()
    await bot.event({"type": "tokens_revoked", "tokens": {"oauth": [PERSON]}})

    assert (await bot.get("/readyz"))[0] == 200


async def test_with_nothing_set_up_it_says_what_is_missing(start: Start):
    bot = await start(app_token="")

    assert (await bot.get("/healthz"))[0] == 200
    assert "SLACK_SIGNING_SECRET" in (await bot.get("/readyz"))[1]
    assert (await bot.send("text=x"))[0] == 404


async def test_answers_are_counted_by_kind_and_timed(start: Start):
    bot = await start()
    await bot.command("Rochester overdue")
    await bot.command("help")
    _, figures = await bot.get("/metrics")

    assert 'actions_answers_total{kind="listing"} 1.0' in figures
    assert 'actions_answers_total{kind="help"} 1.0' in figures
    assert "actions_answer_seconds_count 2.0" in figures


@pytest.mark.parametrize("refusal", ["invalid_auth", "html", "500"])
async def test_in_socket_mode_it_is_ready_once_connected(start: Start, slack: Workspace, refusal: str):
    breaks(slack, "apps.connections.open", refusal)
    bot = await start(app_token=APP_TOKEN)
    assert await bot.get("/readyz") == (503, "Slack's socket is not connected.\n")

    slack.faults.clear("apps.connections.open")
    await bot.ready()
    assert slack.sockets.opened == 1


async def test_in_socket_mode_it_is_ready_whatever_auth_test_says(start: Start, slack: Workspace):
    breaks(slack, "auth.test", "unknown_method")
    await (await start(app_token=APP_TOKEN)).ready()


@pytest.mark.parametrize("way", ["dropped", "closed", "told to"])
async def test_a_lost_socket_is_opened_again(start: Start, slack: Workspace, way: str):
    bot = await start(Remembered(table="table"), app_token=APP_TOKEN)
    await bot.ready()
    assert slack.sockets.connected == 1
    if way == "dropped":
        slack.sockets.drop()
    elif way == "closed":
        await slack.sockets.close()
    else:
        await slack.sockets.disconnect("refresh_requested")
    await slack.until(lambda: slack.sockets.opened >= 2 and slack.sockets.connected == 1, seconds=10)

    assert "/actions" in words(await bot.command("help"))


async def test_a_port_that_is_taken_is_named():
    with (
        listening("127.0.0.1", 0) as taken,
        pytest.raises(CannotListen, match="Set HOST or PORT"),
    ):
        listening("127.0.0.1", taken.getsockname()[1])


async def test_the_process_stops_in_good_order_when_told_to(slack: Workspace):
    """A process of its own, as `actions serve` runs it; port 0 says which port was taken."""
    program = (
        "from app.serving import serve; from bot.slack.app import Access, Memory;"
        "from tests.fakes import use_case;"
        f"access = Access({BOT_TOKEN!r}, {SECRET!r}, {APP_TOKEN!r}, {slack.api_url!r});"
        "memory = Memory(lambda key: True, lambda: None, lambda kind: None);"
        "serve(use_case.answer, access, memory, port=0)"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE, stdout=-3
    )
    try:
        assert process.stderr is not None
        address = (await process.stderr.readline()).decode().split()[-1]
        await slack.until(lambda: slack.sockets.opened, seconds=20)
        async with aiohttp.ClientSession() as client, client.get(f"{address}/readyz") as response:
            assert response.status in (200, 503)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
