"""A small Slack: real HTTP and a real WebSocket on this machine, recording all it hears.

Switches make it misbehave as Slack, proxies and other Slack-shaped servers do.
"""

import asyncio
import hmac
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from aiohttp import WSMsgType, web

SECRET = "a signing secret"
BOT = "UBOT"


class SlackServer:
    """`refuses`: block types it does not take. `broken`: how a method fails: html, 404, 500, hang, drop, 429,
    or Slack's error. `calls` are the Web API's; `responses` what response_urls received.
    """

    def __init__(self) -> None:
        self.refuses: set[str] = set()
        self.broken: dict[str, str] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.responses: list[dict[str, Any]] = []
        self.refused: list[dict[str, Any]] = []
        self.acks: dict[str, dict[str, Any]] = {}
        self.opened = 0
        self.socket: web.WebSocketResponse | None = None
        self.url = ""
        self._line: asyncio.Transport | None = None
        self._stop = asyncio.Event()

    async def start(self) -> None:
        app = web.Application(client_max_size=10**8)
        app.add_routes(
            [
                web.post("/api/{method}", self._api),
                web.post("/respond/{name}", self._respond),
                web.get("/socket", self._socket),
            ]
        )
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    def release(self) -> None:
        """Lets go of every call that hangs."""
        self._stop.set()

    async def stop(self) -> None:
        self.release()
        if self.socket is not None:
            await self.socket.close()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def response_url(self, name: str = "one") -> str:
        return f"{self.url}/respond/{name}"

    def called(self, method: str) -> list[dict[str, Any]]:
        return [payload for name, payload in self.calls if name == method]

    def posted(self) -> list[dict[str, Any]]:
        """Every message that was taken, by whatever way it came."""
        methods = ("chat.postMessage", "chat.postEphemeral")
        return [payload for name, payload in self.calls if name in methods] + self.responses

    async def until(self, happened: Callable[[], Any], seconds: float = 5) -> None:
        """Waits until it is true; fails when it never becomes so."""
        async with asyncio.timeout(seconds):
            while not happened():
                await asyncio.sleep(0.005)

    async def send(self, envelope: dict[str, Any]) -> None:
        assert self.socket is not None
        await self.socket.send_json(envelope)

    async def drop(self) -> None:
        """Breaks the connection, as a network does."""
        assert self._line is not None
        self._line.abort()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method, payload = request.match_info["method"], await _payload(request)
        if (trouble := self.broken.get(method)) is not None:
            return await self._misbehave(request, method, trouble)
        refusal = self._refusal(payload)
        if method == "blocks.validate":
            self.calls.append((method, payload))
            return web.json_response(_validated(refusal))
        if refusal:
            self.refused.append(payload)
            return web.json_response({"ok": False, "error": "invalid_blocks"})
        self.calls.append((method, payload))
        return web.json_response({"ok": True, **self._answer(method)})

    async def _misbehave(self, request: web.Request, method: str, trouble: str) -> web.StreamResponse:
        if trouble == "hang":
            self.calls.append((f"{method} hung", {}))
            await self._stop.wait()
        if trouble == "drop":
            self.calls.append((f"{method} dropped", {}))
            assert request.transport is not None
            request.transport.abort()
        if trouble == "429":
            del self.broken[method]
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "0"})
        if trouble in ("html", "404", "500"):
            status = int(trouble) if trouble.isdecimal() else 200
            return web.Response(text="<html>no</html>", content_type="text/html", status=status)
        self.calls.append((f"{method} refused", {}))
        return web.json_response({"ok": False, "error": trouble})

    def _answer(self, method: str) -> dict[str, Any]:
        return {
            "auth.test": {
                "user_id": BOT,
                "bot_id": "BBOT",
                "team_id": "T1",
                "team": "Sample",
                "user": "actions",
            },
            "apps.connections.open": {"url": f"{self.url.replace('http', 'ws')}/socket"},
            "conversations.open": {"channel": {"id": "D1"}},
        }.get(method, {"channel": "C1", "ts": f"1700000000.{len(self.calls):06}"})

    def _refusal(self, payload: dict[str, Any]) -> str:
        return next((b["type"] for b in payload.get("blocks") or [] if b["type"] in self.refuses), "")

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        payload = {**await _payload(request), "name": request.match_info["name"]}
        if (trouble := self.broken.get("response_url")) is not None:
            return await self._misbehave(request, "response_url", trouble)
        if self._refusal(payload):
            self.refused.append(payload)
            return web.Response(text="invalid_blocks", status=400)
        self.responses.append(payload)
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})

        self.socket, self._line, self.opened = socket, request.transport, self.opened + 1
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                heard = json.loads(message.data)
                self.acks[heard["envelope_id"]] = heard.get("payload", {})
        return socket


def _validated(refusal: str) -> dict[str, Any]:
    if not refusal:
        return {"ok": True}
    errors = [{"code": "unsupported_type", "message": f"no {refusal} here", "pointer": "/0/type"}]
    return {"ok": False, "error": "invalid_blocks", "errors": errors}


async def _payload(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    fields = {**request.query, **await request.post()}
    return {key: json.loads(value) if key == "blocks" else value for key, value in fields.items()}


def signed(body: bytes | str, at: float, secret: str = SECRET, kind: str = "form") -> dict[str, Any]:
    """Arguments for an HTTP client: the body, and Slack's headers on it."""
    raw = body.encode() if isinstance(body, str) else body
    stamp = str(int(at))
    signature = "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + raw, sha256).hexdigest()
    mime = "application/json" if kind == "json" else "application/x-www-form-urlencoded"
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature, "Content-Type": mime}
    return {"data": raw, "headers": headers}


def command(text: str, response_url: str) -> dict[str, str]:
    return {
        "command": "/actions",
        "text": text,
        "user_id": "U1",
        "channel_id": "C1",
        "team_id": "T1",
        "api_app_id": "A1",
        "trigger_id": "1.2.3",
        "response_url": response_url,
    }


def event(inner: dict[str, Any], event_id: str = "Ev1") -> dict[str, Any]:
    return {
        "type": "event_callback",
        "team_id": "T1",
        "api_app_id": "A1",
        "event_id": event_id,
        "authorizations": [{"team_id": "T1", "user_id": BOT, "is_bot": True}],
        "event": {"ts": "1700000001.000100", **inner},
    }


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "text": text, **more}


def mentioned(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "app_mention", "channel": "C1", "user": "U1", "text": f"<@{BOT}> {text}", **more}


def pressed(button: dict[str, Any], response_url: str | None, **more: Any) -> dict[str, Any]:
    """A press of a button as it stood in a message of ours that only its presser sees."""
    body = {
        "type": "block_actions",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1"},
        "channel": {"id": "C1"},
        "container": {"type": "message", "message_ts": "1700.1", "channel_id": "C1", "is_ephemeral": True},
        "trigger_id": "1.2.3",
        "actions": [{**button, "block_id": "b", "action_ts": "1700.2"}],
        **more,
    }
    return body if response_url is None else {**body, "response_url": response_url}


def form(fields: dict[str, Any]) -> str:
    return urlencode(fields)


def interaction(body: dict[str, Any]) -> str:
    return urlencode({"payload": json.dumps(body)})
