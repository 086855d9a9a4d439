"""Slack's side of a busy hour: signed commands over 32 connections that stay open, each asked anew once answered.

Requests are made and signed beforehand and answers are only measured, so that the load costs a small part of what
the servers do; `commands` prints what it reaches against a server that does nothing.
"""

import asyncio
import hmac
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
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
    cpu: float = 0.0

    @property
    def cost(self) -> float:
        """Milliseconds of processor that the server took for each answer: what a busy machine does not change."""
        return 1000 * self.cpu / max(1, len(self.seconds))

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.lasted

    def share(self, part: float) -> float:
        """Milliseconds within which that part of the answers came."""
        ranked = sorted(self.seconds)
        return 1000 * ranked[min(len(ranked) - 1, int(part * len(ranked)))]


def signed(texts: Sequence[str], answers_to: str = "http://127.0.0.1:1/commands/T0BENCH/unused") -> list[bytes]:
    """A request as Slack sends it for each text: good for the five minutes that a signature is."""
    stamp = str(int(time.time()))
    return [_request(text, number, stamp, answers_to) for number, text in enumerate(texts)]


def _request(text: str, number: int, stamp: str, answers_to: str) -> bytes:
    user = number * 7 % USERS
    fields = {
        "token": "unused", "team_id": "T0BENCH", "team_domain": "bench", "channel_id": f"C{number % 40:08}",
        "channel_name": "directmessage", "user_id": f"U{user:08}", "user_name": f"user{user}",
        "command": "/actions", "text": text, "api_app_id": "A0BENCH", "is_enterprise_install": "false",
        "response_url": answers_to,
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


@dataclass
class _Round:
    """Counting begins once every connection has had an answer: a busy server takes them in one by one."""

    requests: Iterator[bytes]
    lasting: float
    waited_for: int
    cpu: Callable[[], float]
    tally: Tally = field(default_factory=Tally)
    begun: float = float("inf")

    def answered(self, asked: float, now: float, answer: bytes) -> None:
        if asked >= self.begun and not self.tally.lasted:
            self.tally.seconds.append(now - asked)
            self.tally.size += len(answer)
            self.tally.errors += not answer.startswith(b"HTTP/1.1 200")

    def first_answered(self, now: float) -> None:
        self.waited_for -= 1
        if not self.waited_for:
            self.begun, self.tally.cpu = now, -self.cpu()

    def is_over(self, now: float) -> bool:
        if now <= self.begun + self.lasting:
            return False
        if not self.tally.lasted:
            self.tally.lasted = now - self.begun
            self.tally.cpu += self.cpu()
        return True


class _Asker(asyncio.Protocol):
    """One connection: a request, its whole answer, the next request."""

    def __init__(self, round: _Round, done: asyncio.Future[None]) -> None:
        self._round, self._done = round, done
        self._answer, self._length, self._is_first = b"", 0, True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # TCP alone
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._answer = self._answer + data if self._answer else data
        if not self._length:
            self._length = _length(self._answer)
        if not self._length or len(self._answer) < self._length:
            return
        now = time.perf_counter()
        self._round.answered(self._asked, now, self._answer)
        if self._is_first:
            self._is_first = False
            self._round.first_answered(now)
        self._answer, self._length = b"", 0
        if self._round.is_over(now):
            self._transport.close()
        else:
            self._ask()

    def connection_lost(self, error: Exception | None) -> None:
        self._round.tally.errors += error is not None
        if not self._done.done():
            self._done.set_result(None)

    def _ask(self) -> None:
        self._asked = time.perf_counter()
        self._transport.write(next(self._round.requests))


def _length(answer: bytes) -> int:
    """Of the whole answer, head and body; 0 while the head is not there."""
    end = answer.find(b"\r\n\r\n")
    if end < 0:
        return 0
    at = answer.lower().find(b"content-length: ", 0, end)
    return end + 4 + int(answer[at + 16 : answer.find(b"\r\n", at)])


async def run(port: int, requests: Sequence[bytes], seconds: float, cpu: Callable[[], float] = lambda: 0.0) -> Tally:
    """Asks for so long and tells how it went. `cpu` is what the server has used so far, in seconds."""
    loop, round = asyncio.get_running_loop(), _Round(itertools.cycle(requests), seconds, CONNECTIONS, cpu)
    done = [loop.create_future() for _ in range(CONNECTIONS)]
    for each in done:
        await loop.create_connection(lambda each=each: _Asker(round, each), "127.0.0.1", port)
    await asyncio.gather(*done)
    return round.tally


async def one(port: int, request: bytes) -> bytes:
    """The whole answer to a single request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    body = await reader.readexactly(_length(head) - len(head))
    writer.close()
    return head + body
