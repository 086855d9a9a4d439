"""The Web API alone on a port of this machine, on a clock that stands still, holding a little of everything."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from workspace.faults import Faults
from workspace.record import Record
from workspace.team import Conversation, Message, Person, Team
from workspace.tickets import Tickets
from workspace.web_api import WebApi

ANNA, BEN, GONE, APP = "U0ANNA", "U0BEN", "U0GONE", "U0ACTIONS"
GENERAL, ELSEWHERE, OLD, PRIVATE, SECRET = "C0GENERAL", "C0ELSEWHERE", "C0OLD", "G0PRIVATE", "G0SECRET"


class Clock:
    now = 1_733_130_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Stage:
    """What a call may lean on: `said` is the app's, `asked` Anna's with two replies, `whispered` Ben's alone."""

    team: Team
    tickets: Tickets
    clock: Clock
    url: str = ""

    @property
    def faults(self) -> Faults:
        return self.team.faults

    @property
    def record(self) -> Record:
        return self.team.record

    @property
    def said(self) -> str:
        return self._ts(0)

    @property
    def asked(self) -> str:
        return self._ts(1)

    @property
    def replied(self) -> str:
        return self._ts(2)

    @property
    def whispered(self) -> str:
        return self._ts(4)

    def _ts(self, n: int) -> str:
        return list(self.team.conversations[GENERAL].messages)[n]

    def trigger(self) -> str:
        return self.tickets.trigger(ANNA)

    async def ask(self, method: str, *, token: str | None = "xoxb-workspace", **request: Any) -> dict[str, Any]:
        """As one does with curl: `json=`, `data=` or `params=`."""
        return (await self.answered(method, token=token, **request))[1]

    async def answered(
        self, method: str, *, token: str | None = "xoxb-workspace", verb: str = "POST", **request: Any
    ) -> tuple[aiohttp.ClientResponse, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= {"Content-Type": "application/json; charset=utf-8"} if "json" in request else {}
        headers |= request.pop("headers", {})
        async with (
            aiohttp.ClientSession() as session,
            session.request(verb, f"{self.url}/api/{method}", headers=headers, **request) as response,
        ):
            in_json = response.content_type == "application/json"
            return response, await (response.json() if in_json else response.text())


def furnished(clock: Clock) -> Team:
    team = Team(clock)
    both = {ANNA, BEN, APP}
    general = Conversation(GENERAL, "general", members=both, topic="Everything")
    team.add(
        Person(ANNA, "anna", "Anna Able", "Governor", "anna@example.org"),
        Person(BEN, "ben", "Ben Bold", "Head of Safety", "ben@example.org"),
        Person(GONE, "gone", "Gone Away", email="gone@example.org", deleted=True),
        general,
        Conversation(ELSEWHERE, "elsewhere", members={ANNA}),
        Conversation(OLD, "old", members=both, archived=True),
        Conversation(PRIVATE, "private", "private", members=both),
        Conversation(SECRET, "secret", "private", members={ANNA}),
    )
    bot = team.app.bot_id
    blocks = [{"type": "divider", "block_id": "d"}]
    note = {"event_type": "delivery", "event_payload": {"key": "brief 2024-12-02"}}
    team.put(general, Message(team.next_ts(), APP, "Said", blocks, bot_id=bot, metadata=note))
    asked = team.put(general, Message(team.next_ts(), ANNA, "Asked"))
    for text, who in (("First", BEN), ("Second", ANNA)):
        team.put(general, Message(team.next_ts(), who, text, thread_ts=asked.ts))
    team.put(general, Message(team.next_ts(), APP, "Whispered", bot_id=bot, only_for=BEN))
    return team


@asynccontextmanager
async def served() -> AsyncIterator[Stage]:
    clock = Clock()
    stage = Stage(furnished(clock), Tickets(clock, lambda: stage.url), clock)
    app = web.Application(client_max_size=10**8)
    app.add_routes(WebApi(stage.team, stage.tickets, lambda: stage.url).routes())
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stage.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield stage
    stage.faults.released.set()
    await runner.cleanup()
