"""The demonstration: the real bot, served as always, in a workspace of our own in the browser. Nothing is kept."""

import logging
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import structlog
from sqlalchemy.engine import Engine

from app.failing import Failed
from app.importing import import_files
from app.rehearsing import Rehearsed
from app.serving import Access, address, build, listening, log_plainly, loop, until_stopped
from app.wiring import answers, memory
from bot.conversation import Answer
from bot.slack.manifest import COMMAND, EVENTS
from bot.wording import day
from jobs.timetable import ticking
from plans.chat import Asker
from plans.messages import Message
from storage.database import ensure_migrated, open_engine
from workspace.server import Workspace
from workspace.team import App, Conversation, Person, Team

SAMPLE = "rochester-2024.txt"

POSTS = {
    "U0GOVERNOR": "Governor",
    "U0DIRECTOR": "Prison Group Director",
    "U0SAFETY": "Head of Safety",
    "U0GFSL": "GFSL",
    "U0COORDINATOR": None,
}
"""Who speaks as which post, until people are registered: `mine` needs to know."""

HINTS = (
    "/actions Rochester overdue",
    "/actions mine",
    "/actions Rochester GFSL open",
    "/actions about drugs",
    "/actions help",
    "Set the calendar to 3 February 2025 and ask again: much more is late by then.",
    "To see a plan of your own: .venv/bin/actions demo FILE",
)


def run(plans: list[Path], *, port: int, on: date) -> None:
    """Load the plans, or else the sample, and open the workspace until stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # until the service takes over: nothing is left behind
    with tempfile.TemporaryDirectory(prefix="actions-demo-") as folder, ExitStack() as ending:
        engine = open_engine(f"sqlite:///{Path(folder) / 'demo.db'}")
        ending.callback(engine.dispose)
        ensure_migrated(engine)
        if code := _load(engine, plans):
            raise SystemExit(code)
        _log_what_is_wrong()
        with loop() as running:
            running.run(_open(engine, Rehearsed(on), port))


def _load(engine: Engine, plans: list[Path]) -> int:
    if plans:
        return import_files(engine, plans)
    with as_file(files("app") / "sample" / SAMPLE) as sample:
        return import_files(engine, [sample])


def _log_what_is_wrong() -> None:
    """Nothing else: whoever tries the bot reads the page, not a log."""
    log_plainly()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


async def _open(engine: Engine, calendar: Rehearsed, port: int) -> None:
    """The workspace first, so that the bot finds it when it asks who it is; then the bot, until stopped."""
    workspace = Workspace(_team(calendar), hints=HINTS)
    async with AsyncExitStack() as ending:
        bot = ending.enter_context(listening("127.0.0.1", 0))
        workspace.team.app.request_url = f"{address(bot)}/slack/events"
        await _start(workspace, port)
        ending.push_async_callback(workspace.stop)
        app = workspace.team.app
        access = Access(app.bot_token, app.signing_secret, api_url=workspace.api_url)
        answer = _as_posts(answers(engine, calendar.now))

        @asynccontextmanager
        async def alongside() -> AsyncIterator[None]:
            async with ticking(engine):
                _announce(workspace.url, calendar)  # not before it can be stopped in good order
                yield

        await until_stopped(build(answer, access, memory(engine), alongside=alongside), bot)


async def _start(workspace: Workspace, port: int) -> None:
    try:
        await workspace.start(port)
    except OSError as refused:
        why = os.strerror(refused.errno or 0)  # asyncio's own words are longer and say no more
        other = port + 1 if port < 65_535 else 0  # 0: any that is free
        raise Failed(f"Port {port} cannot be used: {why}. Try: actions demo --port {other}") from refused


def _as_posts(answer: Answer) -> Answer:
    def reply(text: str, asker: Asker, page: int) -> Message:
        return answer(text, replace(asker, post=POSTS.get(asker.account.rpartition(":")[2])), page)

    return reply


def _announce(url: str, calendar: Rehearsed) -> None:
    print(f"\nThe workspace is open: {url}")
    print("No Slack and no token are needed, and nothing is kept. Ctrl-C closes it.")
    print(f"Its calendar says {calendar.now():%A} {day(calendar.now().date())}. Try there: {HINTS[0]}")
    print(HINTS[-1], flush=True)


def _team(calendar: Rehearsed) -> Team:
    """A prison's small workspace. Its people go by their posts: nobody in it exists."""
    app = App(commands=(COMMAND,), events=EVENTS)
    team = Team(clock=time.time, name="HMP Rochester (sample)", calendar=calendar, app=app)
    team.add(
        Person("U0GOVERNOR", "governor", "Governor", "HMP Rochester", "governor@prison.example"),
        Person("U0DIRECTOR", "director", "Prison Group Director", "Kent, Surrey and Sussex", "director@prison.example"),
        Person("U0SAFETY", "safety", "Head of Safety", "HMP Rochester", "safety@prison.example"),
        Person("U0GFSL", "gfsl", "GFSL's liaison", "HMP Rochester", "facilities@prison.example"),
        Person("U0COORDINATOR", "coordinator", "Coordinator", "Business hub", "hub@prison.example"),
    )
    everyone = {*team.people}
    team.add(
        Conversation("C0ACTIONPLAN", "action-plan", members=everyone, topic="The action plan, day to day"),
        Conversation("C0LEADERSHIP", "leadership", members=everyone, topic="The governor's meeting"),
    )
    for person in POSTS:
        team.direct(person)
    return team
