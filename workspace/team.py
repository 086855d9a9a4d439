"""What a workspace holds: people, one installed app, conversations with their messages, views, files. All in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex
from typing import Any, Literal

from workspace.calendar import Calendar
from workspace.faults import Faults
from workspace.record import Record

Json = dict[str, Any]
Kind = Literal["message", "view", "home", "people", "calendar", "end"]


@dataclass
class Person:
    """`name` is the handle, `real_name` what is shown, `title` the post; a leaver is `deleted`."""

    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    deleted: bool = False
    bot: bool = False


@dataclass
class App:
    """The one app installed. Slack calls `request_url`, or whoever has connected with `app_token`. `events` are those
    that it subscribed to."""

    name: str = "Action plans"
    id: str = "A0ACTIONS"
    user_id: str = "U0ACTIONS"
    bot_id: str = "B0ACTIONS"
    bot_token: str = "xoxb-workspace"  # noqa: S105 (good for this pretence alone)
    app_token: str = "xapp-workspace"  # noqa: S105 (likewise)
    signing_secret: str = "workspace-signing-secret"  # noqa: S105 (likewise)
    request_url: str | None = None
    commands: tuple[str, ...] = ("/actions",)
    shortcuts: tuple[tuple[str, str], ...] = ()  # in a message's menu: callback_id and name
    events: tuple[str, ...] = ("app_home_opened", "app_mention", "message.channels", "message.groups", "message.im")
    active: bool = True  # False once removed from the workspace: account_inactive


@dataclass
class Message:
    """`only_for` is the one person who sees an ephemeral one; `at` what the workspace's calendar showed."""

    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    bot_id: str | None = None
    thread_ts: str | None = None
    metadata: Json | None = None
    files: list[Json] = field(default_factory=list)
    subtype: str | None = None
    edited: str | None = None
    only_for: str | None = None
    at: datetime | None = None


@dataclass
class Conversation:
    """`messages` by ts in the order posted, threads among them; `read` is the last ts that each person has seen."""

    id: str
    name: str
    kind: Literal["channel", "private", "im"] = "channel"
    members: set[str] = field(default_factory=set)
    topic: str = ""
    archived: bool = False
    created: int = 1_700_000_000
    messages: dict[str, Message] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)

    def thread(self, ts: str) -> list[Message]:
        """The message that began a thread and its replies, oldest first."""
        return [message for message in self.messages.values() if ts in (message.ts, message.thread_ts)]

    def visible(self, user: str) -> list[Message]:
        return [message for message in self.messages.values() if message.only_for in (None, user)]

    def unread(self, user: str) -> list[Message]:
        seen = self.read.get(user, "")
        return [message for message in self.visible(user) if message.ts > seen and message.user != user]


@dataclass
class View:
    """A modal or a Home. `body` is what the app gave; `state` what the person has filled in, as Slack reports it."""

    id: str
    user: str
    body: Json
    root_id: str
    previous_id: str | None = None
    state: Json = field(default_factory=lambda: {"values": {}})
    hash: str = field(default_factory=token_hex)


@dataclass(frozen=True)
class Change:
    """Something to draw anew; `user` None means everybody. `end`: the workspace stops.

    `message` is as it now stands (None: gone), `was` as it stood before (None: new)."""

    kind: Kind
    channel: str | None = None
    user: str | None = None
    message: Message | None = None
    was: Message | None = None


@dataclass
class Team:
    """The whole workspace. `clock` gives machine seconds; `watchers` hear of every change."""

    clock: Callable[[], float]
    id: str = "T0WORKSPACE"
    name: str = "Sample workspace"
    domain: str = "sample-workspace"
    app: App = field(default_factory=App)
    people: dict[str, Person] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)  # by person, the one on top last
    homes: dict[str, View] = field(default_factory=dict)
    files: dict[str, Json] = field(default_factory=dict)
    watchers: list[Callable[[Change], None]] = field(default_factory=list)
    calendar: Calendar | None = None
    faults: Faults = field(default_factory=Faults)
    record: Record = field(default_factory=Record)
    _last: int = 0
    _count: int = 0

    def __post_init__(self) -> None:
        app = self.app
        self.people.setdefault(app.user_id, Person(app.user_id, "actions", app.name, bot=True))

    def add(self, *members: Person | Conversation) -> None:
        self.people |= {each.id: each for each in members if isinstance(each, Person)}
        self.conversations |= {each.id: each for each in members if isinstance(each, Conversation)}

    def next_ts(self) -> str:
        """Microseconds since 1970 as Slack writes them; each is later than the one before, whatever the clock does."""
        self._last = max(int(self.clock() * 1_000_000), self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06}"

    def now(self) -> datetime | None:
        """What the calendar shows, where there is one."""
        return self.calendar.now() if self.calendar else None

    def next_id(self, letter: str) -> str:
        self._count += 1
        return f"{letter}0{self._count:08}"

    def direct(self, user: str) -> Conversation:
        """The direct messages between a person and the app, opened if they are not."""
        both = {user, self.app.user_id}
        for conversation in self.conversations.values():
            if conversation.kind == "im" and conversation.members == both:
                return conversation
        opened = Conversation(f"D{user[1:]}", "", "im", both)
        self.add(opened)
        self.changed("people", user=user)
        return opened

    def actors(self) -> list[Person]:
        """Who one can be."""
        return [each for each in self.people.values() if not each.bot and not each.deleted]

    def top(self, user: str) -> View | None:
        """The form on top of those that a person has open."""
        stack = self.modals.get(user)
        return stack[-1] if stack else None

    def seen_by(self, user: str) -> list[Conversation]:
        """What a person has in their list: public channels, and what they are a member of."""
        return [each for each in self.conversations.values() if each.kind == "channel" or user in each.members]

    def put(self, conversation: Conversation, message: Message) -> Message:
        """Posts a message, or puts a changed one in its place."""
        was = conversation.messages.get(message.ts)
        conversation.messages[message.ts] = message
        self.changed("message", channel=conversation.id, user=message.only_for, message=message, was=was)
        return message

    def remove(self, conversation: Conversation, ts: str) -> None:
        gone = conversation.messages.pop(ts)
        self.changed("message", channel=conversation.id, user=gone.only_for, was=gone)

    def changed(self, kind: Kind, **what: Any) -> None:
        """`what` are the fields of the Change."""
        for watcher in list(self.watchers):
            watcher(Change(kind, **what))
