"""What the page asks and does. Whoever one acts as sees what that person may see, and no more."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web

from workspace import access
from workspace import page_facts as facts
from workspace.acting import Acting
from workspace.methods.files import as_file, new_file
from workspace.reading import UNREADABLE, in_json
from workspace.refusals import Sorry
from workspace.team import Change, Json, Team

PAGE = Path(__file__).parent / "page"
LONGEST = 2**18  # of a JSON body
HEARTBEAT = 15.0
ACTS = {name: getattr(Acting, name) for name in ("say", "press", "press_in_view", "submit", "close", "read")}
ACTS |= {"home": Acting.open_home, "shortcut": Acting.shortcut}
KINDS = {"value": object, "values": dict, "clear": bool, "thread_ts": str | None, "files": ()}  # files: not so


class Page:
    def __init__(self, team: Team, people: Acting, hints: tuple[str, ...]) -> None:
        self._team, self._people, self._hints = team, people, hints

    def routes(self) -> list[web.AbstractRouteDef]:
        team = self._team
        return [
            web.get("/", _index),
            web.get("/page/state", self._seen(lambda me, _: facts.state(team, me, self._hints))),
            web.get("/page/conversation/{name}", self._seen(self._conversation)),
            web.get("/page/view", self._seen(lambda me, _: facts.view(team, team.top(me)))),
            web.get("/page/home", self._seen(lambda me, _: facts.view(team, team.homes.get(me)))),
            web.get("/page/events", self._events),
            web.post("/page/calendar", self._calendar),
            web.post("/page/upload", self._upload),
            web.post("/page/{name}", self._act),
            web.static("/page", PAGE),
        ]

    def _me(self, request: web.Request) -> str:
        """Who the page is used as: the first person, unless it says."""
        first = next((each.id for each in self._team.actors()), "")
        return access.person(self._team, request.query.get("as") or first)

    def _seen(self, look: Callable[[str, str], Json]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            return web.json_response(look(self._me(request), request.match_info.get("name", "")))

        return answer

    def _conversation(self, me: str, name: str) -> Json:
        return facts.conversation(self._team, access.place(self._team, me, name), me)

    async def _act(self, request: web.Request) -> web.Response:
        act = ACTS.get(request.match_info["name"])
        if act is None:
            raise Sorry("There is nothing of that name to do.")
        given = await body_of(request)
        given["user"] = given.pop("as", None)
        try:
            inspect.signature(act).bind(self._people, **given)
        except TypeError as wrong:
            raise Sorry(f"That is not how to ask for it: {wrong}.") from wrong
        check_kinds(given, KINDS, otherwise=str)
        return web.json_response(vars(await act(self._people, **given)))

    async def _calendar(self, request: web.Request) -> web.Response:
        move, calendar = str((await body_of(request)).get("move")), self._team.calendar
        if calendar is None:
            raise Sorry("This workspace shows no calendar.")
        moves = {"hour": calendar.move_hour, "working_day": calendar.move_to_working_day}
        if (day := _day(move)) is None and move not in moves:
            raise Sorry("Move it by hour, to the next working_day, or to a day, as 2025-02-03.")
        await calendar.settled()
        try:
            calendar.move_to(day) if day else moves[move]()
        except ValueError as wrong:
            return web.json_response({"ok": False, "error": str(wrong)})
        self._team.changed("calendar")
        return web.json_response({"ok": True})

    async def _upload(self, request: web.Request) -> web.Response:
        me, asked, base = self._me(request), request.query, str(request.url.origin())
        place = access.place(self._team, me, asked.get("channel", ""))
        file = new_file(self._team, base, asked.get("name", "file"), user=me, content=await request.read())
        said = await self._people.say(me, place.id, asked.get("text", ""), files=(as_file(file),))
        return web.json_response(vars(said))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Every change that this person may see, until the page goes or the workspace stops. By WebSocket: of streams
        over HTTP a browser keeps six to a server, and a seventh page would stand still."""
        me, heard, socket = self._me(request), asyncio.Queue[Change](), web.WebSocketResponse(heartbeat=HEARTBEAT)
        self._team.watchers.append(heard.put_nowait)
        try:
            await socket.prepare(request)
            telling = asyncio.create_task(self._tell(socket, me, heard))
            async for _ in socket:
                pass  # a page only listens
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
        finally:
            self._team.watchers.remove(heard.put_nowait)
        return socket

    async def _tell(self, socket: web.WebSocketResponse, me: str, heard: asyncio.Queue[Change]) -> None:
        while (change := await heard.get()).kind != "end":
            if facts.may_see(self._team, me, change):
                await socket.send_json({"kind": change.kind, **({"channel": change.channel} if change.channel else {})})
        await socket.close()


async def body_of(request: web.Request) -> Json:
    """A JSON object. A form of another site's could not say that it is one."""
    if request.content_type != "application/json":
        raise Sorry("Send JSON, and say so in Content-Type.")
    if len(await request.read()) > LONGEST:
        raise Sorry("That is too long.")
    try:
        return {**in_json(await request.text())}
    except UNREADABLE as wrong:
        raise Sorry("That is no JSON object.") from wrong


def check_kinds(given: Json, kinds: dict[str, Any], otherwise: Any = object) -> None:
    if odd := [name for name, value in given.items() if not isinstance(value, kinds.get(name, otherwise))]:
        raise Sorry(f"{odd[0]} is not of the kind it has to be.")


def _day(written: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(written)
    return None


async def _index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
