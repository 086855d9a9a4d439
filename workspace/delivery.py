"""How an app is reached: over its sockets where it has connected, else by signed HTTP. Events are sent again."""

import asyncio
import hmac
import json
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import aiohttp

from workspace import payloads
from workspace.socket_mode import Sockets
from workspace.spans import Spans
from workspace.team import Change, Json, Team

FORM = "application/x-www-form-urlencoded"
AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
TIMED_OUT, FAILED = "operation_timeout", "dispatch_failed"
# Slack's names for the same over HTTP, as a retry gives them.
REASONS = {TIMED_OUT: "http_timeout", FAILED: "http_error", "connection_failed": "connection_failed"}


@dataclass(frozen=True)
class Ack:
    """What the app said within three seconds: `error` is Slack's word when it did not, `body` what is to be shown."""

    error: str = ""
    body: Json = field(default_factory=dict)
    again: bool = True  # False: the app asked not to be sent this again


@dataclass
class Delivery:
    team: Team
    sockets: Sockets
    spans: Spans
    _session: aiohttp.ClientSession | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def ask(self, kind: str, payload: Json) -> Ack:
        """`kind` as envelopes name it: slash_commands or interactive. Once: nothing of these is sent again."""
        if self.sockets.connected:
            return await self._by_socket(kind, payload, accepts_response_payload=True)
        form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
        return await self._by_http(urlencode(form).encode(), {"Content-Type": FORM})

    def watch(self, change: Change) -> None:
        """Hears of every message, and tells the app of those it is there to see."""
        if change.kind != "message" or change.user is not None:
            return
        channel = self.team.conversations[change.channel or ""]
        if self.team.app.user_id in channel.members:
            for inner in payloads.events(self.team, channel, change.message, change.was):
                self.tell(inner)

    def tell(self, inner: Json) -> None:
        """An event, in the background, again and again until it is taken."""
        if self.team.app.active:
            self._later(self._insist(payloads.event(self.team, inner)))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _insist(self, event: Json) -> None:
        ack = await self._event(event, 0, "")
        for attempt, wait in enumerate(self.spans.retries, 1):
            if not ack.error or not ack.again:
                return
            await asyncio.sleep(wait)
            ack = await self._event(event, attempt, REASONS[ack.error])

    async def _event(self, event: Json, attempt: int, reason: str) -> Ack:
        if self.sockets.connected:
            retry = {"retry_attempt": attempt, "retry_reason": reason.removeprefix("http_")}
            return await self._by_socket("events_api", event, accepts_response_payload=False, **retry)
        again = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason} if attempt else {}
        return await self._by_http(json.dumps(event).encode(), {"Content-Type": "application/json", **again})

    async def _by_socket(self, kind: str, payload: Json, **more: Any) -> Ack:
        try:
            return Ack(body=_shown(await self.sockets.ask(kind, payload, **more)))
        except TimeoutError:
            return Ack(TIMED_OUT)

    async def _by_http(self, body: bytes, headers: dict[str, str]) -> Ack:
        url = self.team.app.request_url
        if url is None:
            return Ack("connection_failed")
        if self._session is None:
            # Servers drop idle connections after about 5 s: never be the one to find out.
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(keepalive_timeout=4))
        signed = {**headers, **self._signature(body), "User-Agent": AGENT, "Accept": "application/json,*/*"}
        try:
            async with (
                asyncio.timeout(self.spans.ack),
                self._session.post(url, data=body, headers=signed, allow_redirects=False) as response,
            ):
                again = response.headers.get("X-Slack-No-Retry") != "1"
                said = _shown(await response.read())
                return Ack(body=said) if response.status // 100 == 2 else Ack(FAILED, again=again)
        except TimeoutError:
            return Ack(TIMED_OUT)
        except aiohttp.ClientError:
            return Ack("connection_failed")

    def _signature(self, body: bytes) -> dict[str, str]:
        stamp, secret = str(int(self.team.clock())), self.team.app.signing_secret.encode()
        digest = hmac.new(secret, f"v0:{stamp}:".encode() + body, sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _shown(body: Any) -> Json:
    """A body that is no object is words to show."""
    if isinstance(body, bytes):
        with suppress(ValueError):
            body = json.loads(body)
    words = body.decode(errors="replace") if isinstance(body, bytes) else body
    if isinstance(words, str):
        return {"text": words} if words.strip() else {}
    return words if isinstance(words, dict) else {}
