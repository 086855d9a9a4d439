"""One question, every way to ask it: `actions serve` as a process, over HTTP and the socket, before the workspace."""

import asyncio
import os
import re
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy.engine import Engine

from app.serving import build
from app.wiring import memory
from bot.slack.app import Access
from plans.asking import answer
from plans.chat import Asker
from plans.messages import Message
from storage.database import reading
from tests.fakes import small_slack
from tests.fakes.serving import served
from tests.fakes.small_slack import (
    APP,
    APP_TOKEN,
    BOT_TOKEN,
    CHANNEL,
    DIRECT,
    PERSON,
    SECRET,
    asked,
    breaks,
    posted,
    responses,
)
from tests.fakes.starting import program
from workspace.server import Workspace

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]
EIGHTEEN = "1 4 5 6 8 9 10 11 13 14 15 17 19 22 23 24 25 26".split()


@pytest.fixture
async def slack() -> AsyncIterator[Workspace]:
    async with small_slack.opened(time.time) as opened:
        yield opened


def table(payload: dict[str, Any]) -> list[str]:
    """The refs of the native table."""
    (block,) = (each for each in payload["blocks"] if each["type"] == "data_table")
    return [row[0]["text"] for row in block["rows"][1:]]


@asynccontextmanager
async def service(slack: Workspace, database: Path, **tokens: str) -> AsyncIterator[str]:
    """`actions serve` on a free port; its address once it is ready."""
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "ACTIONS_DATABASE_URL": f"sqlite:///{database}", "PORT": "0",
        "SLACK_API_URL": slack.api_url, "SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": "", "SLACK_APP_TOKEN": "", **tokens,
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        *program(), "serve", cwd=database.parent, env=env, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr
    try:
        async with asyncio.timeout(60):
            while not (found := re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())):
                assert process.returncode is None
            async with aiohttp.ClientSession() as client:
                while (await _status(client, f"{found[0]}/readyz")) != 200:
                    await asyncio.sleep(0.02)
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            await process.communicate()
    assert process.returncode == 0


async def _status(client: aiohttp.ClientSession, url: str) -> int:
    async with client.get(url) as response:
        return response.status


@pytest.fixture
def database(published: Engine, tmp_path: Path) -> Path:
    """The five plans in a file of their own."""
    path = tmp_path / "actions.db"
    with sqlite3.connect(str(published.url.database)) as held:
        held.execute("VACUUM INTO ?", (str(path),))
    held.close()
    return path


def overdue_now(published: Engine) -> list[str]:
    """What is overdue on the day the test runs: `serve` answers as of today."""
    from datetime import UTC, datetime

    from plans.calendar import day_of

    with reading(published) as session:
        rows = answer(session, "Rochester overdue", asker=Asker(), on=day_of(datetime.now(UTC))).rows
    return [row.ref for row in rows]


@pytest.mark.parametrize("trouble", ["", "unknown_method", "404", "html"])
async def test_serve_answers_a_signed_command_whatever_slack_knows(
    trouble: str, slack: Workspace, database: Path, published: Engine
) -> None:
    if trouble:
        breaks(slack, "blocks.validate", trouble)
    async with service(slack, database, SLACK_SIGNING_SECRET=SECRET) as url:
        slack.team.app.request_url = f"{url}/slack/events"
        told = await asked(slack, "Rochester overdue")
        if trouble:
            await slack.until(lambda: responses(slack))

    assert told["response_type"] == "ephemeral"
    assert "HMP Rochester" in told["text"]
    assert table(responses(slack)[0] if trouble else told) == overdue_now(published)


async def test_serve_answers_over_the_socket(slack: Workspace, database: Path, published: Engine) -> None:
    async with service(slack, database, SLACK_APP_TOKEN=APP_TOKEN):
        await slack.until(lambda: slack.sockets.connected)
        told = await asked(slack, "Rochester overdue")

    assert "HMP Rochester" in told["text"]
    lists = [
        message
        for message in [told, *responses(slack)]
        if any(block["type"] == "data_table" for block in message.get("blocks", []))
    ]
    assert table(lists[0]) == overdue_now(published)


async def test_the_command_the_mention_and_the_messages_tab_give_the_same_eighteen(
    slack: Workspace, published: Engine, database: Path
) -> None:
    """Through the whole app in one process, with the calendar at 3 February 2025."""
    from storage.database import open_engine

    engine = open_engine(f"sqlite:///{database}")

    def ask(text: str, asker: Asker, page: int) -> Message:
        with reading(engine) as session:
            return answer(session, text, asker=asker, on=date(2025, 2, 3), page=page).message

    web = build(ask, Access(BOT_TOKEN, signing_secret=SECRET, api_url=slack.api_url), memory(engine))
    async with served(web) as url:
        slack.team.app.request_url = f"{url}/slack/events"
        await slack.until(memory(engine).recall_table)
        told = await asked(slack, "Rochester overdue")
        await slack.people.say(PERSON, CHANNEL, f"<@{APP}> Rochester overdue")
        await slack.people.say(PERSON, DIRECT, "Rochester overdue")
        await slack.until(lambda: len(posted(slack)) == 2)
    engine.dispose()

    assert table(told) == EIGHTEEN
    assert [table(one) for one in posted(slack)] == [EIGHTEEN, EIGHTEEN]
    assert slack.record.counts().keys() >= {"chat.postEphemeral", "chat.postMessage"}
