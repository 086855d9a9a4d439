"""The servers under load, each one process on one core: a bare Bolt app, our service, one that does nothing."""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.load import SECRET

CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
SERVING, ASKING = (CORES[:1], CORES[1:2]) if len(CORES) > 1 else (CORES, CORES)


def stay(pid: int, cores: list[int]) -> None:
    """Keeps a process on a core, where the system has such a thing."""
    if cores:
        os.sched_setaffinity(pid, cores)


class Server(NamedTuple):
    port: int
    pid: int

    def cpu(self) -> float:
        """Processor seconds used so far; 0 where the system does not tell."""
        told = Path(f"/proc/{self.pid}/stat")
        if not told.exists():
            return 0.0
        ticks = told.read_text().rsplit(")", 1)[1].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def running(*command: str, env: dict[str, str]) -> AsyncIterator[Server]:
    """A server on the serving core, at the port that its first line ends with."""
    process = await asyncio.create_subprocess_exec(*command, env={**os.environ, **env}, stderr=PIPE)
    try:
        stay(process.pid, SERVING)
        port = await _port(process)
        reading = asyncio.create_task(_drain(process))
        yield Server(port, process.pid)
        reading.cancel()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _port(process: Process) -> int:
    assert process.stderr is not None
    async with asyncio.timeout(30):
        while line := (await process.stderr.readline()).decode():
            if line.startswith("Listening on "):
                return int(line.rsplit(":", 1)[1])
    raise SystemExit("A server did not start.")


async def _drain(process: Process) -> None:
    """A pipe that nobody reads would fill and stop its writer. What it says of trouble is passed on."""
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode():
        if '"error"' in line or "Traceback" in line:
            print(line, end="", file=sys.stderr)


def bare() -> contextlib.AbstractAsyncContextManager[Server]:
    return running(sys.executable, "-m", "benchmarks.bare_bolt", env={})


def ours(database: str, slack: int) -> contextlib.AbstractAsyncContextManager[Server]:
    """`actions serve`, as it is run."""
    env = {
        "ACTIONS_DATABASE_URL": database, "SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{slack}/api/", "HOST": "127.0.0.1", "PORT": "0",
    }  # fmt: skip
    return running(str(Path(sys.executable).parent / "actions"), "serve", env=env)


class _Always(asyncio.Protocol):
    """One answer to whatever comes in one piece."""

    def __init__(self, body: bytes, kind: str) -> None:
        head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n"
        self._answer = head.encode() + body

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # TCP alone
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._transport.write(self._answer)


@asynccontextmanager
async def always(body: bytes, kind: str = "application/json") -> AsyncIterator[int]:
    """A server in this process: Slack, to a service that asks it little; or nothing at all, for the load to beat."""
    server = await asyncio.get_running_loop().create_server(lambda: _Always(body, kind), "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


SLACK_SAYS = b'{"ok": true, "user_id": "UBOT", "bot_id": "BBOT", "team_id": "T0BENCH", "team": "Bench", "errors": []}'
