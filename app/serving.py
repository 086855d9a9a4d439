"""One process for everything that answers: the web server, its health, its figures, and Slack behind it."""

import asyncio
import contextlib
import gc
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Generator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

import structlog
import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from app.figures import Figures
from bot.conversation import Act, Answer, Conversation, Run, in_place, only_questions
from bot.slack.app import Access, Memory, Slack, open_slack
from bot.slack.guards import Now
from plans.chat import Messenger

__all__ = [
    "Access", "CannotListen", "Memory", "address", "build", "listening", "log_plainly", "loop", "serve",
    "until_stopped",
]  # fmt: skip

Alongside = Callable[[Messenger], AbstractAsyncContextManager[None]]
Count = Callable[[], Mapping[str, int]]

BACKLOG = 128  # connections waiting to be taken; when there are no file handles left, each is a line in the log
STOPPING = 5  # seconds for requests under way once told to stop


def nothing_alongside(messenger: Messenger) -> AbstractAsyncContextManager[None]:
    return nullcontext()


class CannotListen(Exception):
    """The address is not ours to listen on."""


def serve(
    answer: Answer,
    access: Access,
    memory: Memory,
    *,
    host: str = "127.0.0.1",
    port: int = 3000,
    act: Act = only_questions,
    run: Run = in_place,
    alongside: Alongside = nothing_alongside,
    deliveries: Count = dict,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Answers until told to stop (SIGTERM or Ctrl-C). Port 0 takes a free one; `announce` hears which.

    `alongside` is entered on the service's loop with what messages are sent by, and left before it closes. `deliveries`
    counts them by what became of them.
    """
    if not structlog.is_configured():
        log_plainly()
    with listening(host, port) as listener:
        (announce or _announce)(address(listener))
        with loop() as running:
            web = build(answer, access, memory, act=act, run=run, alongside=alongside, deliveries=deliveries)
            running.run(until_stopped(web, listener))


def log_plainly() -> None:
    """To stderr. Tracebacks come without the values in them, which may be tokens or words of a plan."""
    console = structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback, pad_event_to=0
    )
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    structlog.configure(
        processors=[structlog.processors.add_log_level, stamp, console],
        logger_factory=lambda *names: structlog.PrintLogger(sys.stderr),
    )


def build(
    answer: Answer,
    access: Access,
    memory: Memory,
    *,
    act: Act = only_questions,
    run: Run = in_place,
    alongside: Alongside = nothing_alongside,
    deliveries: Count = dict,
    now: Now = time.time,
) -> Starlette:
    """The ASGI app. Slack is opened and closed with its lifespan, on its loop. `now` is the machine's clock."""
    figures = Figures()
    conversation = Conversation(answer, act, counted=figures.counted)

    @asynccontextmanager
    async def lifespan(web: Starlette) -> AsyncIterator[None]:
        async with open_slack(access, conversation, memory, run=run, now=now) as slack, alongside(slack.sender):
            web.state.slack = slack
            gc.freeze()  # what is loaded now stays: no pause to look through it again
            yield

    async def metrics(request: Request) -> Response:
        figures.delivered(await asyncio.to_thread(deliveries))
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)

    routes = [
        Route("/slack/events", _SlackEvents(), methods=["GET", "POST"]),  # first, as the one that people wait for
        Route("/healthz", _healthy),
        Route("/readyz", _ready),
        Route("/metrics", metrics),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def _healthy(request: Request) -> Response:
    return PlainTextResponse("Alive.\n")


async def _ready(request: Request) -> Response:
    slack: Slack = request.app.state.slack
    trouble = await slack.trouble()
    return PlainTextResponse(f"{trouble or 'Ready.'}\n", 503 if trouble else 200)


class _SlackEvents:
    """An ASGI app, not a function, so that Starlette wraps nothing more round what people wait for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        slack: Slack = scope["app"].state.slack
        if slack.gate is None:
            sentence = "Slack is not set up to call here: there is no SLACK_SIGNING_SECRET.\n"
            answered: Response = PlainTextResponse(sentence, 404)
        else:
            answered = await slack.gate(Request(scope, receive, send))
        await answered(scope, receive, send)


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections already; CannotListen says what is in the way."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns Nagle's delay off only for what says it is TCP: 40 ms an answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as refused:
        listener.close()
        raise CannotListen(f"Cannot listen on {host} port {port}: {refused.strerror}. Set HOST or PORT.") from refused
    return listener


def _announce(address: str) -> None:
    print(f"Listening on {address}", file=sys.stderr, flush=True)


def address(listener: socket.socket) -> str:
    """The URL that reaches it, for example http://127.0.0.1:3000."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    """Stops on a signal without raising it again: a stop that was asked for ends with code 0."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        loop = asyncio.get_running_loop()
        for wanted in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(wanted, self._stop)
        yield

    def _stop(self) -> None:
        self.should_exit = True


def loop() -> asyncio.Runner:
    """What the service runs on: uvicorn's own choice of loop, which is uvloop where that is installed."""
    return asyncio.Runner(loop_factory=uvicorn.Config("", log_config=None).get_loop_factory())


async def until_stopped(web: Starlette, listener: socket.socket) -> None:
    """Serves on the running loop until told to stop (SIGTERM or Ctrl-C)."""
    config = uvicorn.Config(
        web,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=STOPPING,
    )
    await _Server(config).serve(sockets=[listener])
