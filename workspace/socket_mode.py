"""Socket Mode: an app connects to us, and every payload goes to one of its connections, in an envelope to be acked."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import web

from workspace.reading import in_json
from workspace.spans import Spans
from workspace.team import Json, Team
from workspace.tickets import Tickets

MOST = 10  # connections of one app
HOST = {"host": "workspace", "build_number": 1, "approximate_connection_time": 18060}


@dataclass
class Sockets:
    """`_open` are the connections in use; one asked to refresh is no longer given anything."""

    team: Team
    tickets: Tickets
    spans: Spans
    opened: int = 0
    _open: list[tuple[web.WebSocketResponse, web.Request]] = field(default_factory=list)
    _retired: list[web.WebSocketResponse] = field(default_factory=list)
    _waiting: dict[str, asyncio.Future[Any]] = field(default_factory=dict)

    @property
    def connected(self) -> int:
        return len(self._open)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if not self.tickets.spend_socket(request.query.get("ticket", "")):
            return web.Response(status=404, text="This address opens one connection, once: ask for a new one.")
        socket = web.WebSocketResponse(heartbeat=self.spans.ping, timeout=1.0)
        await socket.prepare(request)
        if len(self._open) >= MOST:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": HOST})
            await socket.close()
            return socket
        self._open.append((socket, request))
        self.opened += 1
        try:
            whose = {"connection_info": {"app_id": self.team.app.id}, "debug_info": HOST}
            await socket.send_json({"type": "hello", "num_connections": self.connected, **whose})
            await self._listen(socket)
        finally:
            self._open = [line for line in self._open if line[0] is not socket]
        return socket

    async def ask(self, envelope: Json) -> Any:
        """Sends it to the connection that has waited longest; its ack's payload, or TimeoutError."""
        name, line = str(uuid4()), self._open.pop(0)
        self._open.append(line)
        self._waiting[name] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(self.spans.ack):
                with suppress(ConnectionError):  # the network broke; nobody says so before the time is up
                    await line[0].send_json({"envelope_id": name, **envelope})
                return await self._waiting[name]
        finally:
            del self._waiting[name]

    async def disconnect(self, reason: str) -> None:
        """Tells every connection that it will end soon. With `warning` it is still used for a while."""
        sockets = [socket for socket, _ in self._open]
        for socket in sockets:
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": HOST})
        if reason != "warning":
            self._retired += sockets
            self._open.clear()

    def drop(self) -> None:
        """Breaks every connection, as a network does."""
        for _, request in self._open:
            if request.transport is not None:
                request.transport.abort()

    async def close(self) -> None:
        for socket in [*self._retired, *(socket for socket, _ in self._open)]:
            await socket.close()

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            with suppress(ValueError, TypeError, AttributeError):  # what is no ack is passed over
                heard = in_json(message.data)
                waiting = self._waiting.get(heard.get("envelope_id", ""))
                if waiting is not None and not waiting.done():
                    waiting.set_result(heard.get("payload"))
