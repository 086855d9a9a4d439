"""The workspace on a port of this machine: everything put together, for those who call it by HTTP and by socket."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from workspace import control, page_api
from workspace.acting import Acting
from workspace.delivery import Delivery
from workspace.refusals import Refusal, Sorry
from workspace.socket_mode import Sockets
from workspace.spans import Spans
from workspace.team import Team
from workspace.tickets import Tickets
from workspace.web_api import WebApi

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
LARGEST = 32 * 2**20
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Workspace:
    """`team` is what it holds, `people` act in it; `faults` and `record` are for tests."""

    def __init__(self, team: Team, *, spans: Spans | None = None, hints: tuple[str, ...] = ()) -> None:
        spans = spans or Spans()
        self.team, self.faults, self.record, self.url = team, team.faults, team.record, ""
        self.tickets = Tickets(team.clock, lambda: self.url, spans)
        self.sockets = Sockets(team, self.tickets, spans)
        self.delivery = Delivery(team, self.sockets, spans)
        self.people = Acting(team, self.tickets, self.delivery)
        self._page = page_api.Page(team, self.people, hints)
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    async def start(self, port: int = 0) -> None:
        """Listens on 127.0.0.1 alone. Port 0 takes any that is free."""
        app = web.Application(middlewares=[own_visitors], client_max_size=LARGEST)
        app.add_routes(WebApi(self.team, self.tickets, lambda: self.url).routes())
        app.add_routes([*control.routes(self.team), *self._page.routes(), web.get("/socket", self.sockets.serve)])
        app.on_response_prepare.append(_head)
        self.faults.released.clear()
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.team.watchers.append(self.delivery.watch)

    async def stop(self) -> None:
        """Lets go of whatever hangs or waits to be sent again."""
        if self._runner is None:
            return
        self.team.watchers.remove(self.delivery.watch)
        self.faults.released.set()
        self.team.changed("end")
        await self.delivery.close()
        await self.sockets.close()
        await self._runner.cleanup()
        self._runner = None

    async def until(self, happened: Callable[[], Any], seconds: float = 5) -> None:
        """Waits until it is true; TimeoutError when it never becomes so."""
        async with asyncio.timeout(seconds):
            while not happened():
                await asyncio.sleep(0.005)


@web.middleware
async def own_visitors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only what this machine's own programs and this page ask: no other name for us (DNS rebinding), nothing that
    another site makes a browser send."""
    port = request.get_extra_info("sockname")[1]
    if request.host not in [f"{name}:{port}".removesuffix(":80") for name in LOOPBACK]:
        return web.Response(status=421, text="This workspace answers on this machine only: open it as 127.0.0.1.")
    foreign = request.headers.get("Origin", f"http://{request.host}") != f"http://{request.host}"
    sent = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin") and request.path != "/"
    if foreign or sent:
        return web.Response(status=403, text="This workspace takes nothing that another site sends.")
    try:
        return await handler(request)
    except (Sorry, Refusal) as sorry:
        return web.json_response({"error": str(sorry)}, status=404 if request.method == "GET" else 400)


async def _head(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
