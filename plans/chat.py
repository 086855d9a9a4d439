"""The port between platforms and use cases: what can be heard, and what can be answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from plans.messages import Digest, Form, Message, Verb


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
class Replied:
    """Words said to the bot where an answer is expected: in a message's thread, in its messages tab, after a mention.

    They may be an answer or a question. `thread` is the message whose thread it is ("channel ts"), empty outside one;
    `links` are files sent along. `key` is of this line: what it changes is changed once for it.
    """

    text: str
    by: Asker
    thread: str = ""
    place: str = ""
    links: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file sent to the bot, which may be a plan: nothing of it has been fetched yet. The rest is as of words.
    `private`: in direct messages, where a thread is of a message of ours.

    None answers it where the words beside it are an answer, so that the file is their evidence.
    """

    name: str
    by: Asker
    words: str = ""
    thread: str = ""
    place: str = ""
    key: str = ""
    private: bool = False


def _unnoticed(done: int, total: int) -> None:
    """Nobody asked how far it is."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is in a file that was to be fetched (`Fetch`). `progress` hears how many pages of how many are read."""

    offer: int
    name: str
    content: bytes
    by: Asker
    words: str = ""
    progress: Callable[[int, int], None] = _unnoticed


@dataclass(frozen=True, slots=True)
class Resumed:
    """A document that was read and kept, of which its sender was not told: whoever read it ended before that."""

    offer: int
    by: Asker


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of one of our own messages. `key` is of this press: what it changes is changed once for it."""

    verb: Verb
    by: Asker
    key: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """A message that was posted, so that it can be changed."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Say:
    """Answer with a new message, to the asker alone or to everyone where the question was asked.

    `revised` are messages of ours that stand elsewhere and now say something else: a brief that was answered.
    """

    message: Message
    to: Literal["asker", "everyone"] = "asker"
    revised: tuple[tuple[Where, Message], ...] = ()


@dataclass(frozen=True, slots=True)
class Redraw:
    """Answer by drawing the pressed message anew; `revised` as above."""

    message: Message
    revised: tuple[tuple[Where, Message], ...] = ()


@dataclass(frozen=True, slots=True)
class Hand:
    """Answer with a digest as a page of its own: a file, for the asker alone."""

    digest: Digest


@dataclass(frozen=True, slots=True)
class Fetch:
    """Answer by fetching the file that was brought, and offering what is in it under this number."""

    offer: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """Answer nothing: thanks, an auto-reply, or what was heard before."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form filled in: `values` by the names of its fields, those left empty left out; several chosen are a tuple.

    Of a field that names somebody of the workspace, `members` has who that is. `key` is of this form: what it changes
    is changed once for it.
    """

    form: str
    about: str
    values: Mapping[str, str | tuple[str, ...]]
    by: Asker
    key: str = ""
    members: Mapping[str, "Member"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer with a form; `again` is a button that asks for it, where it cannot be opened at once."""

    form: Form
    again: Verb | None = None


@dataclass(frozen=True, slots=True)
class Refill:
    """A form is not taken as it was filled in: what is wrong, a sentence for each field named."""

    wrong: Mapping[str, str]


Heard = Said | Replied | Pressed | Submitted | Brought | Offered | Resumed
Answered = Say | Redraw | Ask | Refill | Hand | Quiet | Fetch


# --- what is said unasked ----------------------------------------------------------------------------------------


class Later(Exception):
    """The platform did not take it and will later: it surely did not arrive. `after`: seconds it asks us to wait;
    `everyone`: so must whatever else we send to that workspace."""

    def __init__(self, why: str, *, after: float | None = None, everyone: bool = False) -> None:
        super().__init__(why)
        self.after, self.everyone = after, everyone


class Never(Exception):
    """This account cannot be reached (gone, deactivated, closed to us), and only a person can mend that. A sentence."""


class InDoubt(Exception):
    """Sent, and no answer came: it may have arrived."""


class CannotLook(Exception):
    """The history that would say whether a message arrived cannot be read."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A document whose reader ended without a word; `where` the message stands that says it is being read. `is_read`:
    it was read and kept, and only not shown."""

    account: str
    file: str
    offer: int
    where: Where | None = None
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a workspace. `gone`: deactivated there. A `bot` can hold no post."""

    account: str
    email: str | None
    name: str
    gone: bool = False
    bot: bool = False


class Messenger(Protocol):
    """A platform's way to say things unasked. `to` is an account's id there, `dm` its direct-message channel if known.

    `post` raises Later, Never or InDoubt; `find` looks for `key` among what was posted since a moment (machine clock),
    None when it surely is not there, CannotLook when nobody can tell, Later when it cannot be asked just now; `revise`
    may fail with Later or Never, `members` with Later.
    """

    async def post(self, to: str, message: Message, *, key: str) -> Where: ...
    async def revise(self, where: Where, message: Message) -> None: ...
    async def find(self, to: str, key: str, *, since: datetime, dm: str | None = None) -> Where | None: ...
    async def members(self) -> Sequence[Member]: ...
