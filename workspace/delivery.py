"""How an app is reached: over its sockets where it has connected, else by signed HTTP. Events are sent again."""

import asyncio
import hmac
import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import aiohttp

from workspace import payloads
from workspace.reading import in_json
from workspace.socket_mode import Sockets
from workspace.spans import Spans
from workspace.team import Change, Json, Team

FORM = "application/x-www-form-urlencoded"
AGENT = {"User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)", "Accept": "application/json,*/*"}
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
        form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
        envelope = {"type": kind, "payload": payload, "accepts_response_payload": True}
        return await self._reach(envelope, urlencode(form), {"Content-Type": FORM})

    def watch(self, change: Change) -> None:
        """Hears of every message, and tells the app of those it is there to see."""
        if change.kind == "message" and change.user is None:
            channel = self.team.conversations[change.channel or ""]
            if self.team.app.user_id in channel.members:
                for inner in payloads.events(self.team, channel, change.message, change.was):
                    self.tell(inner)

    def tell(self, inner: Json) -> None:
        """An event, in the background, again and again until it is taken."""
        if self.team.app.active:
            task = asyncio.create_task(self._insist(payloads.event(self.team, inner)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _insist(self, event: Json) -> None:
        headers, reason = {"Content-Type": "application/json"}, ""
        for attempt, wait in enumerate((0.0, *self.spans.retries)):
            await asyncio.sleep(wait)
            retry = {"retry_attempt": attempt, "retry_reason": reason.removeprefix("http_")}
            envelope = {"type": "events_api", "payload": event, "accepts_response_payload": False, **retry}
            ack = await self._reach(envelope, json.dumps(event), headers)
            if not ack.error or not ack.again:
                return
            reason = REASONS[ack.error]
            headers |= {"X-Slack-Retry-Num": str(attempt + 1), "X-Slack-Retry-Reason": reason}

    async def _reach(self, envelope: Json, body: str, headers: dict[str, str]) -> Ack:
        """By socket where the app has one open, else by HTTP."""
        try:
            if self.sockets.connected:
                return Ack(body=_shown(await self.sockets.ask(envelope)))
            return await self._post(body.encode(), headers)
        except TimeoutError:
            return Ack(TIMED_OUT)
        except aiohttp.ClientError:
            return Ack("connection_failed")

    async def _post(self, body: bytes, headers: dict[str, str]) -> Ack:
        if self.team.app.request_url is None:
            return Ack("connection_failed")
        if self._session is None:
            # Servers drop idle connections after about 5 s: never be the one to find out.
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(keepalive_timeout=4))
        stamp, secret = str(int(self.team.clock())), self.team.app.signing_secret.encode()
        digest = hmac.new(secret, f"v0:{stamp}:".encode() + body, sha256).hexdigest()
        signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}", **AGENT, **headers}
        asked = self._session.post(self.team.app.request_url, data=body, headers=signed, allow_redirects=False)
        async with asyncio.timeout(self.spans.ack), asked as response:
            said, again = _shown(await response.read()), response.headers.get("X-Slack-No-Retry") != "1"
            return Ack(body=said) if response.status // 100 == 2 else Ack(FAILED, again=again)


def _shown(said: Any) -> Json:
    """What is no object is words to show."""
    if isinstance(said, bytes):
        try:
            said = in_json(said)
        except ValueError:
            said = said.decode(errors="replace")
    words = {"text": said} if isinstance(said, str) and said.strip() else {}
    return said if isinstance(said, dict) else words
