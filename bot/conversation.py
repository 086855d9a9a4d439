"""What is heard becomes what is answered, the same for every platform. No platform's names, no database."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import perf_counter
from typing import Protocol, TypeVar

from plans.chat import Answered, Asker, Heard, Pressed, Redraw, Said, Say
from plans.messages import Listing, Message, Notice

T = TypeVar("T")


class Answer(Protocol):
    """The use case: an asker's words become a message with its verbs. It opens its own transaction."""

    def __call__(self, text: str, asker: Asker, page: int) -> Message: ...


class Run(Protocol):
    """Where plain, synchronous work runs, seen from an event loop."""

    async def __call__(self, work: Callable[[], T], /) -> T: ...


class Counted(Protocol):
    def __call__(self, kind: str, seconds: float) -> None: ...


class Conversation:
    def __init__(self, answer: Answer, *, counted: Counted = lambda kind, seconds: None) -> None:
        self._answer = answer
        self._counted = counted

    def hear(self, heard: Heard) -> Answered:
        """Blocks while the question is looked up: edges call it through a `Run`."""
        begun, outcome = perf_counter(), "failed"
        try:
            answered = self._answered(heard)
            outcome = kind(answered.message)
            return answered
        finally:
            self._counted(outcome, perf_counter() - begun)

    def _answered(self, heard: Heard) -> Answered:
        match heard:
            case Said(text, by):
                return Say(self._answer(text, by, 1))
            case Pressed(verb, by) if verb.name == "share":
                return shared(self._answer(verb.query, by, verb.page))
            case Pressed(verb, by):
                return Redraw(self._answer(verb.query, by, verb.page))


def shared(message: Message) -> Say:
    """A list goes to everyone, without buttons or remarks on how its asker typed; nothing else may."""
    if not isinstance(message, Listing):
        return Say(message)
    asked = replace(message.asked, read_as=())
    return Say(replace(message, asked=asked, verbs=(), notes=(), shared=True), to="everyone")


def kind(message: Message) -> str:
    """What /metrics counts an answer as."""
    return message.code if isinstance(message, Notice) else type(message).__name__.lower()


async def in_place(work: Callable[[], T], /) -> T:
    """For SQLite: a read takes less time than a hop to a thread."""
    return work()


def on_threads(size: int) -> tuple[Run, ThreadPoolExecutor]:
    """For a database over a network: at most `size` questions at once. The caller shuts the pool down."""
    pool = ThreadPoolExecutor(size, thread_name_prefix="answers")

    async def run(work: Callable[[], T], /) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, work)

    return run, pool
