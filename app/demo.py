"""The demonstration: the real bot, served as always, in a workspace of our own in the browser. Nothing is kept."""

import logging
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from datetime import date, datetime
from importlib.resources import as_file, files
from pathlib import Path

import structlog
from sqlalchemy.engine import Engine

from app.acting import acts
from app.cast import CHANNELS, Cast
from app.failing import Failed
from app.importing import import_files
from app.offering import offering
from app.rehearsing import Rehearsed
from app.serving import Access, address, build, listening, log_plainly, loop, until_stopped
from app.unasked import beating, rounds
from app.wiring import PLATFORM, TEAM, answers, memory
from bot.wording import day
from documents.posts import enter
from documents.register import read_register
from jobs.spans import Spans
from plans.chat import Messenger
from plans.prisons import plain
from plans.situations import prisons_by_name
from storage.channels import add
from storage.database import ensure_migrated, open_engine, reading, writing
from storage.plans import plans as plans_held
from storage.posts import Told
from storage.workspaces import workspace_id
from workspace.server import Workspace

STOPS = (signal.SIGINT, signal.SIGTERM)
SAMPLE, REGISTER = "rochester-2024.txt", "register.csv"
BEAT = 0.25  # seconds between two looks at the calendar


def run(plans: list[Path], *, port: int, on: date) -> None:
    """Load the plans, or else the sample, and open the workspace until stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # until the service takes over: nothing is left behind
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)  # until the folder is ours to remove
    with tempfile.TemporaryDirectory(prefix="actions-demo-") as folder, ExitStack() as ending:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
        engine = open_engine(f"sqlite:///{Path(folder) / 'demo.db'}")
        ending.callback(engine.dispose)
        ensure_migrated(engine)
        calendar = Rehearsed(on)
        if code := _load(engine, plans, calendar.now()):
            raise SystemExit(code)
        cast = _cast(engine, on, sample=not plans)
        _register(engine, cast, calendar.now())
        _add_channels(engine, cast, calendar.now())
        _log_what_is_wrong()
        with loop() as running:
            running.run(_open(engine, calendar, cast, port))


def _load(engine: Engine, plans: list[Path], at: datetime) -> int:
    """The plans go live on the calendar's day: the first brief asks where each action stands."""
    if plans:
        return import_files(engine, plans, at=at)
    with as_file(files("app") / "sample" / SAMPLE) as sample:
        return import_files(engine, [sample], at=at)


def _register(engine: Engine, cast: Cast, at: datetime) -> None:
    """The people of the workspace hold their posts."""
    content = cast.register((files("app") / "sample" / REGISTER).read_text()).encode()
    with writing(engine) as session:
        prisons = prisons_by_name(session)
        lines = read_register(content, REGISTER, held=tuple(prisons), today=at.date())
        enter(session, lines, prisons, told=Told(at.date(), at))


def _add_channels(engine: Engine, cast: Cast, at: datetime) -> None:
    """As `actions channels add` would, but for the post that proves them: they are the workspace's own."""
    with writing(engine) as session:
        (home,) = plain([cast.home])
        key, place = prisons_by_name(session)[home], workspace_id(session, platform=PLATFORM, team=TEAM)
        for purpose, (external, name) in CHANNELS.items():
            add(session, key, purpose, workspace=place, external=external, name=name, at=at)


def _cast(engine: Engine, on: date, *, sample: bool) -> Cast:
    with reading(engine) as session:
        held = [plan.prison_name for plan in plans_held(session, on) if plan.kind != "review"]
    return Cast(list(dict.fromkeys(held)), sample)


def _log_what_is_wrong() -> None:
    """Nothing else: whoever tries the bot reads the page, not a log."""
    log_plainly()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


async def _open(engine: Engine, calendar: Rehearsed, cast: Cast, port: int) -> None:
    """The workspace first, so that the bot finds it when it asks who it is; then the bot, until stopped."""
    workspace = Workspace(cast.team(calendar), hints=cast.hints)
    async with AsyncExitStack() as ending:
        bot = ending.enter_context(listening("127.0.0.1", 0))
        workspace.team.app.request_url = f"{address(bot)}/slack/events"
        await _start(workspace, port)
        ending.push_async_callback(workspace.stop)
        app = workspace.team.app
        access = Access(app.bot_token, app.signing_secret, api_url=workspace.api_url)

        @asynccontextmanager
        async def alongside(messenger: Messenger) -> AsyncIterator[None]:
            made = rounds(engine, messenger, calendar.now, spans=Spans(pace=0))
            calendar.is_settled = made.settled
            await made.tick()  # whoever opens the page is known, and finds the day's briefs
            async with beating(made, BEAT):  # so that a calendar moved on brings its briefs at once
                _announce(workspace.url, calendar, cast.hints)  # not before it can be stopped in good order
                yield

        answer, act = answers(engine, calendar.now), offering(engine, acts(engine, calendar.now), calendar.now)
        await until_stopped(build(answer, access, memory(engine, calendar.now), act=act, alongside=alongside), bot)


async def _start(workspace: Workspace, port: int) -> None:
    try:
        await workspace.start(port)
    except OSError as refused:
        why = os.strerror(refused.errno or 0)  # asyncio's own words are longer and say no more
        other = port + 1 if port < 65_535 else 0  # 0: any that is free
        raise Failed(f"Port {port} cannot be used: {why}. Try: actions demo --port {other}") from refused


def _announce(url: str, calendar: Rehearsed, hints: tuple[str, ...]) -> None:
    print(f"\nThe workspace is open: {url}")
    print("No Slack and no token are needed, and nothing is kept. Ctrl-C closes it.")
    print(f"Its calendar says {calendar.now():%A} {day(calendar.now().date())}. Try there: {hints[0]}")
    print(hints[-1], flush=True)
