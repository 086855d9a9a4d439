"""`actions serve` as a process, with briefs to send: it goes on answering, shows its figures and stops in good order."""

import asyncio
import os
import re
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

import aiohttp
import pytest

from documents.intake import File, load
from documents.reading import read_document
from storage.database import ensure_migrated, open_engine, writing
from tests.app.test_rehearsal import LOADED, POSTS
from tests.fakes import small_slack
from tests.fakes.small_slack import BOT_TOKEN, SECRET, asked
from tests.fakes.starting import COLD, program
from tests.storage.register import a_holding, a_person
from workspace.faults import Fault
from workspace.server import Workspace
from workspace.team import Person

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
TWO_MONTHS_A_SECOND = "5000000"


@pytest.fixture
async def slack() -> AsyncIterator[Workspace]:
    async with small_slack.opened(time.time) as opened:
        yield opened


@pytest.fixture
def database(plans_dir: Path, tmp_path: Path, slack: Workspace) -> Path:
    """A plan, its posts, and accounts in the workspace to be found for them."""
    path = tmp_path / "actions.db"
    engine = open_engine(f"sqlite:///{path}")
    ensure_migrated(engine)
    content = (plans_dir / "rochester-un-2024.txt").read_bytes()
    draft = read_document(content, "rochester-un-2024", today=date(2024, 10, 1))
    with writing(engine) as session:
        load(session, draft, File("rochester-un-2024.txt", sha256(content).hexdigest()), at=LOADED)
        for post in POSTS:
            name = f"{post} of the sample"
            a_holding(session, post, name)
            person = a_person(session, name)
            slack.team.add(Person(f"UP{person.id}", name, name, email=person.email or ""))
    engine.dispose()
    return path


@asynccontextmanager
async def service(
    slack: Workspace, database: Path, *options: str, start: Sequence[str] = ()
) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "ACTIONS_DATABASE_URL": f"sqlite:///{database}", "PORT": "0",
        "SLACK_API_URL": slack.api_url, "SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_APP_TOKEN": "",
    }  # fmt: skip
    command = (*(start or program()), "serve", *options)
    process = await asyncio.create_subprocess_exec(
        *command, cwd=database.parent, env=env, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr
    async with asyncio.timeout(60):
        while not (found := re.search(r"http://[\d.:]+", (await process.stderr.readline()).decode())):
            assert process.returncode is None
    draining = asyncio.create_task(process.stderr.read())
    slack.team.app.request_url = f"{found[0]}/slack/events"
    try:
        yield found[0], process
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.wait()
        draining.cancel()


async def figures(url: str) -> str:
    async with aiohttp.ClientSession() as client, client.get(f"{url}/metrics") as response:
        return await response.text()


def states(database: Path) -> Counter[str]:
    with closing(sqlite3.connect(database)) as held:
        return Counter(state for (state,) in held.execute("SELECT state FROM delivery WHERE person_id IS NOT NULL"))


def keys(slack: Workspace) -> list[str]:
    return [each["metadata"]["event_payload"]["key"] for each in slack.record.of("chat.postMessage")]


async def test_a_rehearsal_sends_answers_and_stops_with_nothing_in_hand(slack: Workspace, database: Path):
    options = ("--rehearse", "2024-10-25T08:00", "--rate", TWO_MONTHS_A_SECOND)
    async with service(slack, database, *options) as (url, process):
        await slack.until(lambda: len(keys(slack)) >= 20, seconds=60)
        begun = time.monotonic()
        told = await asked(slack, "Rochester overdue")
        assert time.monotonic() - begun < 3
        assert 'actions_deliveries{state="sent"}' in await figures(url)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(15):
            assert await process.wait() == 0

    assert "HMP Rochester" in told["text"]
    assert len(keys(slack)) == len(set(keys(slack)))
    assert set(states(database)) <= {"sent", "waiting"}
    assert states(database)["sent"] == len(keys(slack))


async def test_what_one_process_left_in_doubt_the_next_leaves_alone_at_first(slack: Workspace, database: Path):
    """The spans of a real service are minutes: what was killed a moment ago is not yet anybody else's."""
    options = ("--rehearse", "2024-10-28T09:00", "--rate", "1")  # a Monday: what is coming goes
    slack.faults.plan("chat.postMessage", Fault("accept_and_hang", seconds=5), times=1)
    async with service(slack, database, *options, start=COLD) as (_, process):
        await slack.until(lambda: keys(slack), seconds=60)
        process.kill()
        await process.wait()
    in_doubt = states(database)["claimed"]
    async with service(slack, database, *options) as (_, process):
        await asyncio.sleep(1)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(15):
            assert await process.wait() == 0

    assert in_doubt == states(database)["claimed"] > 0
    assert len(keys(slack)) == len(set(keys(slack)))


async def test_it_serves_with_nobody_registered_and_nothing_to_send(slack: Workspace, tmp_path: Path):
    async with service(slack, tmp_path / "empty.db", start=COLD) as (url, process):
        assert 'actions_deliveries{state="unknown"} 0.0' in await figures(url)
        told = await asked(slack, "help")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(15):
            assert await process.wait() == 0

    assert "/actions" in told["text"]
    assert keys(slack) == []
