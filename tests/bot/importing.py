"""The bot as it is wired, over a database of its own, before the workspace: a coordinator, a Governor, a sample plan."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp
from sqlalchemy import Engine
from sqlmodel import col, func, select

from app.acting import acts
from app.offering import Read, offering
from app.serving import build
from app.wiring import answers, memory
from bot.slack.app import Access
from documents.apart.worker import read_apart
from storage.database import reading, writing
from storage.models import Account, Action, Offer, Workspace
from tests.bot.conftest import blocks, buttons
from tests.fakes import payloads
from tests.fakes.serving import served
from tests.fakes.small_slack import BOT_TOKEN, CHANNEL, DIRECT, PERSON, SECRET
from tests.storage.register import a_holding, a_person, a_role
from tests.storage.rows import add
from workspace.methods.files import as_file, new_file
from workspace.server import Workspace as SmallSlack
from workspace.team import Message, Person, View

GOVERNOR, THEIRS = "U2", "D2"
ON = datetime(2024, 12, 2, 10, tzinfo=UTC)
CLOCK = 1_738_540_800
PLAN = """HMP {prison} Action Plan
Action plan submitted: 1 October 2024

Rec\tConcern\tAction\tResponsible Owner\tTarget Date
1\tToo few checks\tCheck every cell bell each week.\tGovernor\t30 November 2024
2\tNo plan for keys\tCount the keys twice a day.\tHead of Security\t31 January 2025
3\tMail is late\tAgree a time for the post with the mail room.\tTUBU\tFrom October 2024
"""


def plan(prison: str = "Rochester", **words: str) -> bytes:
    """A small plan of ours; `words` put other words in the place of some."""
    text = PLAN.format(prison=prison)
    for old, new in words.items():
        text = text.replace(old, new)
    return text.encode()


def registered(engine: Engine) -> None:
    """PERSON coordinates Rochester; the Governor has no role."""
    with writing(engine) as session:
        a_role(session, "coordinator", "C. Sample")
        a_holding(session, "Governor", "G. Sample")
        workspace = add(session, Workspace(platform="slack", team="")).id
        for external, name in ((PERSON, "C. Sample"), (GOVERNOR, "G. Sample")):
            person = a_person(session, name).id
            add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=ON))


@dataclass
class Desk:
    """The bot under test, and who uses it."""

    url: str
    slack: SmallSlack
    engine: Engine
    client: aiohttp.ClientSession
    told: list[Any] = field(default_factory=list)

    def file(self, name: str = "plan.txt", content: bytes = b"", user: str = PERSON) -> dict[str, Any]:
        return as_file(new_file(self.slack.team, self.slack.url, name, user=user, content=content or plan()))

    async def send(
        self,
        *files: dict[str, Any],
        words: str = "",
        user: str = PERSON,
        channel: str = DIRECT,
        thread: str | None = None,
    ) -> None:
        outcome = await self.slack.people.say(user, channel, words, thread, files=files)
        assert outcome.ok, outcome.error

    async def event(self, inner: dict[str, Any], event_id: str = "Ev1") -> None:
        """One made by hand: the same may come twice."""
        body = payloads.event(self.slack, inner, event_id)
        async with self.client.post(f"{self.url}/slack/events", **payloads.signed(body, CLOCK, kind="json")) as answer:
            assert answer.status == 200

    async def says(self, words: str, channel: str = DIRECT, user: str = PERSON, seconds: float = 10) -> Message:
        """The message of the bot that has these words, once it is there."""
        try:
            await self.slack.until(lambda: self.saying(words, channel, user), seconds)
        except TimeoutError:
            seen = self.slack.team.conversations[channel].visible(user)
            raise AssertionError(f"nobody said {words!r}, but: {[each.text for each in seen]}") from None
        return self.saying(words, channel, user)[-1]

    def saying(self, words: str, channel: str = DIRECT, user: str = PERSON) -> list[Message]:
        seen = self.slack.team.conversations[channel].visible(user)
        return [each for each in seen if words in each.text and each.bot_id]

    async def press(self, message: Message, label: str, *, user: str = PERSON, channel: str = DIRECT) -> None:
        shown = self.slack.team.conversations[channel].messages[message.ts]
        block, pressed = next(
            (block["block_id"], button["action_id"])
            for block in blocks(vars(shown), "actions")
            for button in block["elements"]
            if button["text"]["text"].startswith(label)
        )
        outcome = await self.slack.people.press(user, channel, message.ts, pressed, block)
        assert outcome.ok, outcome.error

    async def form(self, message: Message, label: str) -> View:
        """The form that the button opens, once it is there."""
        await self.press(message, label)
        await self.slack.until(lambda: (top := self.slack.team.top(PERSON)) and top.body.get("callback_id"), 10)
        view = self.slack.team.top(PERSON)
        assert view
        return view

    def now(self, message: Message, channel: str = DIRECT) -> Message:
        """As it stands now."""
        return self.slack.team.conversations[channel].messages[message.ts]

    def labels(self, message: Message, channel: str = DIRECT) -> list[str]:
        return [*buttons(vars(self.slack.team.conversations[channel].messages[message.ts]))]

    def actions(self) -> int:
        with reading(self.engine) as session:
            return session.exec(select(func.count()).select_from(Action)).one()

    async def offers(self) -> list[str]:
        """What became of each document, once nobody is at one any more."""
        await self.slack.until(lambda: "reading" not in self.states())
        return self.states()

    def states(self) -> list[str]:
        with reading(self.engine) as session:
            return list(session.exec(select(Offer.state).order_by(col(Offer.id))))


@asynccontextmanager
async def importing(
    slack: SmallSlack, engine: Engine, *, read: Read = read_apart, now: Callable[[], datetime] = lambda: ON
) -> AsyncIterator[Desk]:
    """The Governor is there too."""
    if GOVERNOR not in slack.team.people:
        slack.team.add(Person(GOVERNOR, "gov", "G. Sample", "Governor"))
        assert slack.team.direct(GOVERNOR).id == THEIRS
        slack.team.conversations[CHANNEL].members.add(GOVERNOR)
    act = offering(engine, acts(engine, now), now, read=read)
    access = Access(BOT_TOKEN, signing_secret=SECRET, api_url=slack.api_url)
    web = build(answers(engine, now), access, memory(engine, now), act=act, now=lambda: CLOCK)
    async with served(web) as url, aiohttp.ClientSession() as client:
        slack.team.app.request_url = f"{url}/slack/events"
        yield Desk(url, slack, engine, client)
