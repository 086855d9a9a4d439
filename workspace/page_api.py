"""What the page asks and does. Whoever one acts as sees what that person may see, and no more."""

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable
from datetime import date
from importlib.resources import files
from typing import Any

from aiohttp import web

from workspace import access
from workspace import page_facts as facts
from workspace.acting import Acting
from workspace.methods.files import as_file, new_file
from workspace.outcome import Outcome, Sorry
from workspace.team import Change, Json, Team

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
}
LONGEST = 2**18  # of a JSON body
HEARTBEAT = 15.0
BEHIND = 200  # changes a page may lag before it is let go, to come back and ask anew
ACTS: dict[str, Callable[..., Awaitable[Outcome]]] = {
    "say": Acting.say,
    "press": Acting.press,
    "press_in_view": Acting.press_in_view,
    "submit": Acting.submit,
    "close": Acting.close,
    "home": Acting.open_home,
    "read": Acting.read,
}


class Page:
    def __init__(self, team: Team, people: Acting, hints: tuple[str, ...]) -> None:
        self._team, self._people, self._hints = team, people, hints
        self._listeners: set[asyncio.Queue[Change | None]] = set()

    def routes(self) -> list[web.RouteDef]:
        asked = {"state": self._state, "conversation/{id}": self._conversation, "view": self._view, "home": self._home}
        return [
            web.get("/", self._file),
            *(web.get(f"/page/{name}", self._answering(answer)) for name, answer in asked.items()),
            web.get("/page/events", self._events),
            web.get("/page/{file}", self._file),
            web.post("/page/calendar", self._answering(self._calendar)),
            web.post("/page/upload", self._answering(self._upload)),
            web.post("/page/{act}", self._answering(self._act)),
        ]

    def close(self) -> None:
        for queue in self._listeners:
            _put(queue, None)

    def _answering(
        self, answer: Callable[[web.Request], Awaitable[Any]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answered(request: web.Request) -> web.Response:
            try:
                given = await answer(request)
            except Sorry as sorry:
                status = 404 if request.method == "GET" else 400
                return web.json_response({"error": str(sorry)}, status=status, headers=HEADERS)
            return web.json_response(vars(given) if isinstance(given, Outcome) else given, headers=HEADERS)

        return answered

    def _me(self, request: web.Request) -> str:
        """Who the page is used as: the first person, unless it says."""
        first = next((each.id for each in facts.actors(self._team)), "")
        return access.person(self._team, request.query.get("as") or first)

    async def _state(self, request: web.Request) -> Json:
        return facts.state(self._team, self._me(request), self._hints)

    async def _conversation(self, request: web.Request) -> Json:
        me = self._me(request)
        return facts.conversation(self._team, access.place(self._team, me, request.match_info["id"]), me)

    async def _view(self, request: web.Request) -> Json:
        return {"view": facts.top(self._team, self._me(request))}

    async def _home(self, request: web.Request) -> Json:
        return {"view": facts.home(self._team, self._me(request))}

    async def _act(self, request: web.Request) -> Outcome:
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise Sorry("There is nothing of that name to do.")
        body = await _body(request)
        given: Json = {"user" if name == "as" else name: value for name, value in body.items()}
        try:
            inspect.signature(act).bind(self._people, **given)
        except TypeError as wrong:
            raise Sorry(f"That is not how to ask for it: {wrong}.") from wrong
        odd = [name for name, value in given.items() if not isinstance(value, SHAPES.get(name, str))]
        if odd:
            raise Sorry(f"{odd[0]} is not of the kind it has to be.")
        return await act(self._people, **given)

    async def _calendar(self, request: web.Request) -> Outcome:
        move, calendar = (await _body(request)).get("move"), self._team.calendar
        if calendar is None:
            raise Sorry("This workspace shows no calendar.")
        try:
            if move == "hour":
                calendar.move_hour()
            elif move == "working_day":
                calendar.move_to_working_day()
            else:
                calendar.move_to(date.fromisoformat(str(move)))
        except ValueError as wrong:
            return Outcome(ok=False, error=str(wrong))
        self._team.changed("calendar")
        return Outcome()

    async def _upload(self, request: web.Request) -> Outcome:
        me = self._me(request)
        content, base = await request.read(), str(request.url.origin())
        file = as_file(new_file(self._team, base, request.query.get("name", "file"), user=me, content=content))
        return await self._people.say(me, request.query.get("channel", ""), "", files=(file,))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """A line for every change that this person may see, until the page goes or the workspace stops."""
        me = self._me(request)
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        queue: asyncio.Queue[Change | None] = asyncio.Queue(BEHIND)

        def hear(change: Change) -> None:
            if facts.may_see(self._team, me, change):
                _put(queue, change)

        self._listeners.add(queue)
        self._team.watchers.append(hear)
        try:
            await _tell(response, queue)
        except ConnectionError:
            pass  # the page has gone
        finally:
            self._listeners.discard(queue)
            self._team.watchers.remove(hear)
        return response

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info.get("file", "index.html")
        folder = files("workspace") / "page"
        found = {each.name: each for each in (folder.iterdir() if folder.is_dir() else ()) if each.is_file()}
        kind = KINDS.get(name.rpartition(".")[2])
        if name not in found or kind is None:
            return web.Response(status=404, text="There is no such page.", headers=HEADERS)
        return web.Response(body=found[name].read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)


SHAPES: dict[str, Any] = {"value": object, "values": dict, "clear": bool, "thread_ts": (str, type(None))}


async def _body(request: web.Request) -> Json:
    if request.content_type != "application/json":
        raise Sorry("Send JSON, and say so in Content-Type.")
    text = await request.text()
    if len(text) > LONGEST:
        raise Sorry("That is too long.")
    try:
        body = json.loads(text)
    except ValueError as wrong:
        raise Sorry("That is not JSON.") from wrong
    if not isinstance(body, dict):
        raise Sorry("Send an object of fields.")
    return body


async def _tell(response: web.StreamResponse, queue: asyncio.Queue[Change | None]) -> None:
    await response.write(b": listening\n\n")
    while True:
        try:
            change = await asyncio.wait_for(queue.get(), HEARTBEAT)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if change is None:
            return
        told = {"kind": change.kind, **({"channel": change.channel} if change.channel else {})}
        await response.write(f"data: {json.dumps(told)}\n\n".encode())


def _put(queue: asyncio.Queue[Change | None], change: Change | None) -> None:
    """A listener that has fallen behind, or is to go, is told nothing more: it ends, and may come back."""
    if change is None or queue.full():
        while not queue.empty():
            queue.get_nowait()
        change = None
    queue.put_nowait(change)
