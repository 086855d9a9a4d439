"""What is heard becomes what is answered, the same for every platform. No platform's names, no database."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import perf_counter
from typing import Protocol, TypeVar

from plans.chat import Answered, Ask, Asker, Fetch, Hand, Heard, Pressed, Quiet, Redraw, Refill, Replied, Said, Say
from plans.messages import ActionCard, Assurance, Listing, Message, Notice, Printed, ReadBack, Receipt, Verb

T = TypeVar("T")

ASKING = ("ask", "page")
FORMS = ("snooze", "post", "answer", "update", "meet", "decide", "redate", "away", "nudge", "inspected", "match")
"""Verbs answered by a form."""
CHANGING = (
    "seen", "delegate", "undo", "send", "drop", "cancel", "pick", "choose", "blank", "arrived", "repeat", "back",
    "load", "leave", "settle",
)  # fmt: skip
"""Verbs that change something: once for each press, in the transaction of the change."""


def asks_a_form(verb: Verb) -> bool:
    """A question of a document is settled by a press, or by a form where nothing is chosen yet ("OFFER KEY")."""
    return verb.name in FORMS or (verb.name == "settle" and verb.query.count(" ") < 2)


SHOWING = ("card", "story", "source")
"""Verbs that show an action: where it stands already, or else anew."""


class Answer(Protocol):
    """The use case: an asker's words become a message with its verbs. It opens its own transaction."""

    def __call__(self, text: str, asker: Asker, page: int) -> Message: ...


class Act(Protocol):
    """All that is no question: the few commands, buttons that change or show something, forms. It opens its own
    transactions. None for words that are no command or answer, so a question; and for what was pressed before."""

    def __call__(self, heard: Heard) -> Answered | None: ...


def only_questions(heard: Heard) -> Answered | None:
    """Where nothing else is offered."""
    return None


class Run(Protocol):
    """Where plain, synchronous work runs, seen from an event loop."""

    async def __call__(self, work: Callable[[], T], /) -> T: ...


class Counted(Protocol):
    def __call__(self, kind: str, seconds: float) -> None: ...


class Conversation:
    def __init__(
        self,
        answer: Answer,
        act: Act = only_questions,
        *,
        counted: Counted = lambda kind, seconds: None,
    ) -> None:
        self._answer = answer
        self._act = act
        self._counted = counted

    def hear(self, heard: Heard) -> Answered | None:
        """Blocks while the question is looked up: edges call it through a `Run`. None: it was heard before."""
        begun, outcome = perf_counter(), "failed"
        try:
            answered = self._answered(heard)
            outcome = kind(answered)
            return answered
        finally:
            self._counted(outcome, perf_counter() - begun)

    def _answered(self, heard: Heard) -> Answered | None:
        match heard:
            case Said(text, by):
                return self._act(heard) or Say(self._answer(text, by, 1))
            case Replied(text, by):
                return self._act(heard) or self._answered(Said(text, by))
            case Pressed(verb, by) if verb.name == "share":
                return shared(self._asked(verb.query, by, verb.page))
            case Pressed(verb, by) if verb.name in ASKING:
                return Redraw(self._answer(verb.query, by, verb.page))
            case _:
                return self._act(heard)

    def _asked(self, words: str, by: Asker, page: int) -> Message:
        """What is shared may be a question's answer, or a command's."""
        answered = self._act(Said(words, by))
        return answered.message if isinstance(answered, Say) else self._answer(words, by, page)


def shared(message: Message) -> Say:
    """A list goes to everyone, without buttons or remarks on how its asker typed; of an action what its plan prints;
    what inspectors judged, with counts; nothing else may."""
    if isinstance(message, ActionCard):
        return Say(message.published, to="everyone")
    if isinstance(message, Assurance):
        return Say(replace(message, verbs=(), shared=True), to="everyone")
    if not isinstance(message, Listing):
        return Say(message)
    asked = replace(message.asked, read_as=())
    return Say(replace(message, asked=asked, verbs=(), notes=(), shared=True), to="everyone")


def about(message: Message) -> int | None:
    """The one action that a message is about; None where it is about several, or none."""
    match message:
        case ActionCard(action=action) | Printed(action=action):
            return action
        case Receipt():
            those = {one.action for one in message.changed} | {one.action for one in message.refused}
        case ReadBack():
            those = {one.action for one in message.lines}
        case _:
            return None
    return those.pop() if len(those) == 1 else None


def kind(answered: Answered | None) -> str:
    """What /metrics counts an answer as."""
    match answered:
        case Say(message) | Redraw(message):
            return message.code if isinstance(message, Notice) else type(message).__name__.lower()
        case Ask():
            return "form"
        case Refill():
            return "refill"
        case Hand():
            return "page"
        case Fetch():
            return "fetch"
        case Quiet():
            return "quiet"
        case None:
            return "again"


async def in_place(work: Callable[[], T], /) -> T:
    """For SQLite: a read takes less time than a hop to a thread."""
    return work()


def on_threads(size: int) -> tuple[Run, ThreadPoolExecutor]:
    """For a database over a network: at most `size` questions at once. The caller shuts the pool down."""
    pool = ThreadPoolExecutor(size, thread_name_prefix="answers")

    async def run(work: Callable[[], T], /) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, work)

    return run, pool
