"""A bot on a real port, in front of the small Slack of tests/fakes, asked as Slack asks."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import structlog
import uvicorn

from app.serving import build, log_plainly
from bot.slack.app import Access, Memory
from tests.fakes import slack_server, use_case
from tests.fakes.slack_server import SECRET, SlackServer, form, interaction, signed

NOW = 1_738_540_800  # the machine's clock in these tests stands still


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _plain_logs() -> Iterator[None]:
    log_plainly()
    yield
    structlog.reset_defaults()


@dataclass
class Remembered:
    """Storage as far as the Slack face knows it."""

    seen: set[str] = field(default_factory=set)
    table: str | None = None

    def first_time(self, key: str) -> bool:
        new = key not in self.seen
        self.seen.add(key)
        return new

    def remember(self, kind: str) -> None:
        self.table = kind

    @property
    def memory(self) -> Memory:
        return Memory(self.first_time, lambda: self.table, self.remember)


@dataclass
class Bot:
    """The bot under test, and Slack's side of it."""

    url: str
    slack: SlackServer
    remembered: Remembered
    client: aiohttp.ClientSession
    web: Any

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(self.url + path) as response:
            return response.status, await response.text()

    async def send(self, body: bytes | str, kind: str = "form", **change: Any) -> tuple[int, Any]:
        """Posts as Slack does, signed now; `change` replaces headers."""
        request = signed(body, NOW, kind=kind)
        request["headers"] |= change.get("headers", {})
        async with self.client.post(f"{self.url}/slack/events", **request) as response:
            in_json = response.content_type == "application/json"
            return response.status, await (response.json() if in_json else response.text())

    async def command(self, text: str, name: str = "one") -> dict[str, Any]:
        status, answered = await self.send(form(slack_server.command(text, self.slack.response_url(name))))
        assert status == 200, answered
        assert isinstance(answered, dict), answered
        return answered

    async def press(self, button: dict[str, Any], **more: Any) -> None:
        url = self.slack.response_url("press")
        status, _ = await self.send(interaction(slack_server.pressed(button, url, **more)))
        assert status == 200

    async def event(self, inner: dict[str, Any], event_id: str = "Ev1") -> None:
        status, _ = await self.send(as_json(slack_server.event(inner, event_id)), "json")
        assert status == 200

    async def ready(self) -> None:
        """Known to Slack, and done asking it about tables."""
        async with asyncio.timeout(5):
            while (await self.get("/readyz"))[0] != 200:
                await asyncio.sleep(0.01)


def as_json(body: dict[str, Any]) -> str:
    return json.dumps(body)


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    server = SlackServer()
    await server.start()
    yield server
    await server.stop()


Start = Callable[..., Any]


@pytest.fixture
async def start(slack: SlackServer) -> AsyncIterator[Start]:
    """Starts a bot: `await start()`, with what it remembers and how it is reached, if that matters."""
    async with AsyncExitStack() as stack:

        async def begin(remembered: Remembered | None = None, **access: str) -> Bot:
            return await stack.enter_async_context(_running(slack, remembered or Remembered(), access))

        yield begin


class _Server(uvicorn.Server):
    """Stops when told to, rather than when it next looks up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told = asyncio.Event()

    async def main_loop(self) -> None:
        await self.told.wait()


@asynccontextmanager
async def _running(slack: SlackServer, remembered: Remembered, access: dict[str, str]) -> AsyncIterator[Bot]:
    access = access or {"signing_secret": SECRET}
    web = build(use_case.answer, Access("xoxb-1", api_url=slack.api_url, **access), remembered.memory, now=lambda: NOW)
    server = _Server(uvicorn.Config(web, port=0, log_config=None, lifespan="on", ws="none"))
    serving = asyncio.create_task(server._serve())
    async with asyncio.timeout(5):
        while not server.started:
            await asyncio.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        async with aiohttp.ClientSession() as client:
            yield Bot(f"http://127.0.0.1:{port}", slack, remembered, client, web)
    finally:
        server.told.set()
        await serving


def blocks(payload: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [block for block in payload.get("blocks", []) if block["type"] == kind]


def buttons(payload: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons of a message, by what they say."""
    return {each["text"]["text"]: each for block in blocks(payload, "actions") for each in block["elements"]}


def words(payload: dict[str, Any]) -> str:
    """Everything a reader would see in the blocks."""
    return "\n".join(_texts(payload.get("blocks", [])))


def refs(payload: dict[str, Any]) -> set[str]:
    """The refs that a message names, in its table or, where it has none, in its lines of text."""
    for kind in ("data_table", "table"):
        for block in blocks(payload, kind):
            return {row[0]["text"] for row in block["rows"][1:]}
    return set(re.findall(r"^\*(\d+)\* ", words(payload), re.MULTILINE))


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if not isinstance(value, dict):
        return []
    own = [value["text"]] if isinstance(value.get("text"), str) else []
    return own + [text for each in value.values() for text in _texts(each)]
