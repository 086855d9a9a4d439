"""The port between platforms and use cases: what can be heard, and what can be answered."""

from dataclasses import dataclass
from typing import Literal

from plans.messages import Message, Verb


@dataclass(frozen=True, slots=True)
class Asker:
    """Who speaks. `post` is the post, organisation or abbreviation they speak as, when it is known."""

    account: str = ""
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words typed to the bot: a command, a mention, or a line in its messages tab."""

    text: str
    by: Asker


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of one of our own messages."""

    verb: Verb
    by: Asker


@dataclass(frozen=True, slots=True)
class Say:
    """Answer with a new message, to the asker alone or to everyone where the question was asked."""

    message: Message
    to: Literal["asker", "everyone"] = "asker"


@dataclass(frozen=True, slots=True)
class Redraw:
    """Answer by drawing the pressed message anew."""

    message: Message


Heard = Said | Pressed
Answered = Say | Redraw
