"""Slack's side of a busy hour: signed commands over 32 connections that stay open, each asked anew once answered.

Requests are made and signed beforehand and answers are only measured, so that the load costs a small part of what
the servers do; `commands` prints what it reaches against a server that does nothing.
"""

import asyncio
import hmac
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlencode

CONNECTIONS = 32
SECRET = "a signing secret of the benchmark"
USERS = 400


@dataclass
class Tally:
    """Seconds each answer took, in the order they came; how many were no good; bytes of those that were."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    size: int = 0
    lasted: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.lasted

    def share(self, part: float) -> float:
        """Milliseconds within which that part of the answers came."""
        ranked = sorted(self.seconds)
        return 1000 * ranked[min(len(ranked) - 1, int(part * len(ranked)))]


def signed(texts: Sequence[str]) -> list[bytes]:
    """A request as Slack sends it for each text: good for the five minutes that a signature is."""
    stamp = str(int(time.time()))
    return [_request(text, number, stamp) for number, text in enumerate(texts)]


def _request(text: str, number: int, stamp: str) -> bytes:
    user = number * 7 % USERS
    fields = {
        "token": "unused", "team_id": "T0BENCH", "team_domain": "bench", "channel_id": f"C{number % 40:08}",
        "channel_name": "directmessage", "user_id": f"U{user:08}", "user_name": f"user{user}",
        "command": "/actions", "text": text, "api_app_id": "A0BENCH", "is_enterprise_install": "false",
        "response_url": f"http://127.0.0.1:1/commands/T0BENCH/{number}/unused",
        "trigger_id": f"{number}.{stamp}.unused",
    }  # fmt: skip
    body = urlencode(fields).encode()
    signature = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, sha256).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: bench\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
        "Accept: application/json,*/*\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: v0={signature}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class _Asker(asyncio.Protocol):
    """One connection: a request, its whole answer, the next request."""

    def __init__(self, requests: Iterator[bytes], tally: Tally, until: float, done: asyncio.Future[None]) -> None:
        self._requests, self._tally, self._until, self._done = requests, tally, until, done
        self._answer, self._length = b"", 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._answer = self._answer + data if self._answer else data
        if not self._length:
            self._length = _length(self._answer)
        if not self._length or len(self._answer) < self._length:
            return
        now = time.perf_counter()
        self._tally.seconds.append(now - self._asked)
        self._tally.size += self._length
        self._tally.errors += not self._answer.startswith(b"HTTP/1.1 200")
        self._answer, self._length = b"", 0
        if now < self._until:
            self._ask()
        else:
            self._transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self._tally.errors += error is not None
        if not self._done.done():
            self._done.set_result(None)

    def _ask(self) -> None:
        self._asked = time.perf_counter()
        self._transport.write(next(self._requests))


def _length(answer: bytes) -> int:
    """Of the whole answer, head and body; 0 while the head is not there."""
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return 0
    at = answer.lower().find(b"content-length: ", 0, end)
    return end + 4 + int(answer[at + 16 : answer.find(b"\r\n", at)])


async def run(port: int, requests: Sequence[bytes], seconds: float, connections: int = CONNECTIONS) -> Tally:
    """Asks for so long and tells how it went."""
    loop, tally, source = asyncio.get_running_loop(), Tally(), itertools.cycle(requests)
    begun = time.perf_counter()
    done = [loop.create_future() for _ in range(connections)]
    for each in done:
        await loop.create_connection(lambda each=each: _Asker(source, tally, begun + seconds, each), "127.0.0.1", port)
    await asyncio.gather(*done)
    tally.lasted = time.perf_counter() - begun
    return tally


async def one(port: int, request: bytes) -> bytes:
    """The whole answer to a single request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    body = await reader.readexactly(_length(head) - len(head))
    writer.close()
    return head + body
