"""A bot on a real port, before the workspace on another: people ask it there, or a payload made by hand is sent."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import structlog

from app.serving import build, log_plainly
from bot.slack.app import Access, Memory
from tests.fakes import payloads, small_slack, use_case
from tests.fakes.acting import Acting
from tests.fakes.serving import served
from tests.fakes.small_slack import APP, BOT_TOKEN, CHANNEL, DIRECT, PERSON, SECRET, asked
from workspace.server import Workspace
from workspace.team import View

NOW = 1_738_540_800  # the machine's clock in these tests stands still, the workspace's with it


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
    actions: dict[tuple[str, str], int] = field(default_factory=dict)

    def remember_action(self, channel: str, ts: str, action: int) -> None:
        self.actions[channel, ts] = action

    def first_time(self, key: str) -> bool:
        new = key not in self.seen
        self.seen.add(key)
        return new

    def remember(self, kind: str) -> None:
        self.table = kind

    @property
    def memory(self) -> Memory:
        return Memory(
            self.first_time, lambda: self.table, self.remember, self.seen.discard, remember_action=self.remember_action
        )


@dataclass
class Bot:
    """The bot under test, and Slack's side of it."""

    url: str
    slack: Workspace
    remembered: Remembered
    client: aiohttp.ClientSession
    acting: Acting

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(self.url + path) as response:
            return response.status, await response.text()

    async def send(self, body: bytes | str, kind: str = "form", **change: Any) -> tuple[int, Any]:
        """Posts as Slack does, signed now; `change` replaces headers."""
        request = payloads.signed(body, NOW, kind=kind)
        request["headers"] |= change.get("headers", {})
        async with self.client.post(f"{self.url}/slack/events", **request) as response:
            in_json = response.content_type == "application/json"
            return response.status, await (response.json() if in_json else response.text())

    async def event(self, inner: dict[str, Any], event_id: str = "Ev1") -> None:
        """One made by hand."""
        status, _ = await self.send(payloads.event(self.slack, inner, event_id), "json")
        assert status == 200

    async def command(self, text: str, channel: str = CHANNEL) -> dict[str, Any]:
        """What the acknowledgement of `/actions …` holds, once the workspace has taken it."""
        return await asked(self.slack, text, channel)

    async def say(self, text: str, channel: str = DIRECT, thread: str | None = None) -> None:
        outcome = await self.slack.people.say(PERSON, channel, text, thread)
        assert outcome.ok, outcome.error

    async def mention(self, text: str, thread: str | None = None) -> None:
        await self.say(f"<@{APP}> {text}", CHANNEL, thread)

    async def press(self, label: str) -> None:
        """The button of that label, in the newest message of the channel that has one."""
        await self.press_in(CHANNEL, label)

    async def press_in(self, channel: str, label: str) -> None:
        seen = self.slack.team.conversations[channel].visible(PERSON)
        *_, (ts, button) = [(each.ts, found[label]) for each in seen if label in (found := buttons(vars(each)))]
        outcome = await self.slack.people.press(PERSON, channel, ts, button["action_id"])
        assert outcome.ok, outcome.error

    async def opened(self, title: str) -> View:
        """The form of that title, once what was looked up for it is there."""
        await self.slack.until(lambda: (top := self.slack.team.top(PERSON)) and top.body.get("callback_id"))
        top = self.slack.team.top(PERSON)
        assert top is not None
        assert top.body["title"]["text"] == title
        return top

    async def press_by_hand(self, button: dict[str, Any], **more: str) -> None:
        status, _ = await self.send(payloads.pressed(self.slack, button, **more))
        assert status == 200

    async def ready(self) -> None:
        """Known to Slack, and done asking it about tables."""
        async with asyncio.timeout(5):
            while (await self.get("/readyz"))[0] != 200:
                await asyncio.sleep(0.01)


@pytest.fixture
async def slack() -> AsyncIterator[Workspace]:
    async with small_slack.opened(lambda: NOW) as opened:
        yield opened


Start = Callable[..., Any]


@pytest.fixture
async def start(slack: Workspace) -> AsyncIterator[Start]:
    """Starts a bot: `await start()`, with what it remembers and how it is reached, if that matters."""
    async with AsyncExitStack() as stack:

        async def begin(remembered: Remembered | None = None, **access: str) -> Bot:
            return await stack.enter_async_context(_running(slack, remembered or Remembered(), access))

        yield begin


@pytest.fixture
async def bot(start: Start) -> Bot:
    """Started, and ready; over HTTP."""
    begun: Bot = await start()
    await begun.ready()
    return begun


@asynccontextmanager
async def _running(slack: Workspace, remembered: Remembered, access: dict[str, str]) -> AsyncIterator[Bot]:
    access = access or {"signing_secret": SECRET}
    reached = Access(BOT_TOKEN, api_url=slack.api_url, **access)
    acting = Acting()
    web = build(use_case.answer, reached, remembered.memory, act=acting, now=lambda: NOW)
    async with served(web) as url, aiohttp.ClientSession() as client:
        slack.team.app.request_url = f"{url}/slack/events" if "signing_secret" in access else None
        yield Bot(url, slack, remembered, client, acting)


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
