"""A workspace on a port of this machine, with an app on the other end: slack_bolt's, or a bare one that behaves oddly."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from workspace.server import Workspace
from workspace.spans import Spans
from workspace.team import Conversation, Message, Person, Team

ANNA, BEN, APP = "U0ANNA", "U0BEN", "U0ACTIONS"
GENERAL, ELSEWHERE, PRIVATE = "C0GENERAL", "C0ELSEWHERE", "G0PRIVATE"


class Calendar:
    """Begins on Monday 2 December 2024 at 09:00."""

    def __init__(self) -> None:
        self.at = datetime(2024, 12, 2, 9, tzinfo=ZoneInfo("Europe/London"))

    def now(self) -> datetime:
        return self.at

    def move_hour(self) -> None:
        self.at += timedelta(hours=1)

    async def settled(self) -> None:
        """Nothing happens on its days."""

    def move_to_working_day(self) -> None:
        self.move_to(self.at.date() + timedelta(days=1))

    def move_to(self, day: date) -> None:
        if day < self.at.date():
            raise ValueError("The calendar only goes forward.")
        self.at = datetime(day.year, day.month, day.day, 9, tzinfo=self.at.tzinfo)


def sample_team() -> Team:
    """Two people and the app; a channel of all three, one without the app, and one that only Ben is in."""
    team = Team(time.time, calendar=Calendar())
    team.add(
        Person(ANNA, "anna", "Anna Able", "Governor", "anna@example.org"),
        Person(BEN, "ben", "Ben Bold", "Head of Safety"),
        Person("U0GONE", "gone", "Gone Away", deleted=True),
        Conversation(GENERAL, "general", members={ANNA, BEN, APP}),
        Conversation(ELSEWHERE, "elsewhere", members={ANNA}),
        Conversation(PRIVATE, "private", "private", members={BEN, APP}),
    )
    return team


@pytest.fixture
async def workspace(request: pytest.FixtureRequest) -> AsyncIterator[Workspace]:
    """Its spans are Slack's, unless a test brings its own: `@pytest.mark.parametrize("workspace", [Spans(…)], indirect=True)`."""
    opened = Workspace(sample_team(), spans=getattr(request, "param", Spans()), hints=("Try /actions help",))
    await opened.start()
    yield opened
    await opened.stop()


@pytest.fixture
def only_what_people_do(workspace: Workspace) -> None:
    """No event of a message comes between."""
    workspace.team.app.events = ("app_home_opened",)


@dataclass
class Odd:
    """A bare endpoint. `answers` are what it says next: a response, or something to wait for before it gives one."""

    url: str = ""
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    peers: set[Any] = field(default_factory=set)
    answers: list[Callable[[], Awaitable[web.Response]]] = field(default_factory=list)

    def say(self, **response: Any) -> None:
        async def say() -> web.Response:
            return web.Response(**response)

        self.answers.append(say)

    def keep_quiet(self) -> asyncio.Event:
        """The next request gets no answer until the event is set."""
        go_on = asyncio.Event()

        async def wait() -> web.Response:
            await go_on.wait()
            return web.Response()

        self.answers.append(wait)
        return go_on

    async def serve(self, request: web.Request) -> web.Response:
        self.peers.add(request.get_extra_info("peername"))
        self.heard.append((dict(request.headers), await request.read()))
        return await (self.answers.pop(0)() if self.answers else _nothing())

    def form(self, number: int = -1) -> dict[str, str]:
        return {
            key: value[0] for key, value in parse_qs(self.heard[number][1].decode(), keep_blank_values=True).items()
        }

    def interaction(self, number: int = -1) -> dict[str, Any]:
        return json.loads(self.form(number)["payload"])

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(body) for headers, body in self.heard if headers["Content-Type"] == "application/json"]


async def _nothing() -> web.Response:
    return web.Response()


async def serving(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> tuple[web.AppRunner, str]:
    app = web.Application()
    app.router.add_post("/slack/events", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"


@pytest.fixture
async def odd(workspace: Workspace) -> AsyncIterator[Odd]:
    """The workspace's app is a bare endpoint."""
    odd = Odd()
    runner, odd.url = await serving(odd.serve)
    workspace.team.app.request_url = odd.url
    yield odd
    await runner.cleanup()


def bolt_app(workspace: Workspace) -> AsyncApp:
    """slack_bolt, pointed at the workspace, checking signatures."""
    app = workspace.team.app
    client = AsyncWebClient(app.bot_token, base_url=workspace.api_url)
    return AsyncApp(client=client, signing_secret=app.signing_secret, process_before_response=True)


@pytest.fixture
async def bolt(workspace: Workspace) -> AsyncIterator[AsyncApp]:
    """The workspace's app is slack_bolt's, over HTTP."""
    app = bolt_app(workspace)

    async def serve(request: web.Request) -> web.StreamResponse:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    runner, workspace.team.app.request_url = await serving(serve)
    yield app
    await runner.cleanup()


@pytest.fixture
async def http(workspace: Workspace) -> AsyncIterator[aiohttp.ClientSession]:
    """Asks the workspace itself, by path."""
    async with aiohttp.ClientSession(workspace.url) as session:
        yield session


def shown(workspace: Workspace, user: str, channel: str = GENERAL) -> list[str]:
    return [message.text for message in workspace.team.conversations[channel].visible(user)]


def posted(workspace: Workspace, channel: str = GENERAL, **fields: Any) -> Message:
    """A message of the app's, put there by hand."""
    team = workspace.team
    message = Message(team.next_ts(), APP, bot_id=team.app.bot_id, **fields)
    return team.put(team.conversations[channel], message)


async def reply(http: aiohttp.ClientSession, url: str, **body: Any) -> tuple[int, str]:
    async with http.post(url, json=body) as response:
        return response.status, await response.text()


async def call(workspace: Workspace, http: aiohttp.ClientSession, method: str, **arguments: Any) -> dict[str, Any]:
    """The Web API, as the app."""
    token = {"Authorization": f"Bearer {workspace.team.app.bot_token}"}
    async with http.post(f"/api/{method}", json=arguments, headers=token) as response:
        answer: dict[str, Any] = await response.json()
    assert answer["ok"], answer
    return answer
