"""What people do: write, give commands, press, fill in forms. Each answers with what the person is to be told."""

import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from html import escape
from typing import Any, ParamSpec

from workspace import access, answers, elements, payloads
from workspace.delivery import TIMED_OUT, Delivery
from workspace.methods.views import closed
from workspace.refusals import Sorry
from workspace.team import Conversation, Json, Message, Team
from workspace.tickets import Return, Tickets

MARKUP = re.compile(r"(<(?:[@#!][^<>]+|https?://[^<>]+)>)")
P = ParamSpec("P")


@dataclass(frozen=True)
class Outcome:
    """`error` is a sentence to show (empty where the conversation shows one already), `errors` are those of a form,
    by block_id."""

    ok: bool = True
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def answered(act: Callable[P, Awaitable[Outcome | None]]) -> Callable[P, Awaitable[Outcome]]:
    """Nothing said is well done; Sorry becomes the outcome."""

    @wraps(act)
    async def tried(*args: P.args, **kwargs: P.kwargs) -> Outcome:
        try:
            return await act(*args, **kwargs) or Outcome()
        except Sorry as sorry:
            return Outcome(ok=False, error=str(sorry))

    return tried


@dataclass
class Acting:
    """`_chosen` is what somebody has picked in a message, by message."""

    team: Team
    tickets: Tickets
    delivery: Delivery
    _chosen: dict[tuple[str, str, str], Json] = field(default_factory=lambda: defaultdict(dict))

    @answered
    async def say(
        self, user: str, channel: str, text: str, thread_ts: str | None = None, files: Sequence[Json] = ()
    ) -> Outcome | None:
        """Words, or a command where they begin with a slash."""
        place = access.place(self.team, user, channel)
        if text.startswith("/") and not files:
            if thread_ts is not None:
                raise Sorry(f"{text.split()[0]} is not supported in threads. Sorry!")
            return await self.command(user, channel, text)
        if not text.strip() and not files:
            raise Sorry("Type something to send.")
        if place.archived:
            raise Sorry("This channel is archived: nothing can be posted in it.")
        root = access.message(user, place, thread_ts) if thread_ts else None
        message = Message(self.team.next_ts(), user, _typed(text), files=list(files), at=self.team.now())
        message.thread_ts = (root.thread_ts or root.ts) if root else None
        message.subtype = "file_share" if files else None
        place.read[user] = message.ts
        self.team.put(place, message)
        return None

    @answered
    async def command(self, user: str, channel: str, text: str) -> Outcome | None:
        place, (name, _, rest), app = access.place(self.team, user, channel), text.strip().partition(" "), self.team.app
        if name not in app.commands or not app.active:
            raise Sorry(f"{name} is not a valid command here. Try {' or '.join(app.commands)}.")
        whence = Return(channel, user)
        url, trigger = self.tickets.response_url(whence), self.tickets.trigger(user)
        sent = payloads.command(self.team, user, place, (name, rest.strip()), response_url=url, trigger_id=trigger)
        ack = await self.delivery.ask("slash_commands", sent)
        failed = ack.error and (TIMED_OUT if ack.error == TIMED_OUT else "dispatch_failed")
        return Outcome(ok=answers.command(self.team, ack.body, whence, name=name, failed=failed))

    @answered
    async def press(
        self, user: str, channel: str, ts: str, action_id: str, block_id: str | None = None, value: Any = None
    ) -> None:
        """A button; or a menu or a date in a message, with its new value."""
        place = access.place(self.team, user, channel)
        message = access.message(user, place, ts)
        pressed, values = self._press(message.blocks, self._chosen[user, channel, ts], action_id, block_id, value)
        self._chosen[user, channel, ts] = values
        where, alone = self._where(user, place, message), message.only_for is not None
        if alone:
            del where["message"]  # what one person sees is not shown to the app again
        thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        container = {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": alone, **thread}
        await self._send(
            "block_actions", user, container=container, **where, state={"values": values}, actions=[pressed]
        )

    @answered
    async def press_in_view(
        self, user: str, view_id: str, action_id: str, block_id: str | None = None, value: Any = None
    ) -> None:
        view = access.view(self.team, user, view_id)
        pressed, values = self._press(view.body["blocks"], view.state["values"], action_id, block_id, value)
        view.state = {"values": values}
        where = {"container": {"type": "view", "view_id": view.id}, "view": payloads.view(self.team, view)}
        await self._send("block_actions", user, **where, actions=[pressed])

    @answered
    async def submit(self, user: str, view_id: str, values: Json) -> Outcome | None:
        """A form; `values` are plain, by block and action."""
        view = access.view(self.team, user, view_id)
        if not all(isinstance(each, dict) for each in values.values()):
            raise Sorry("Send what was filled in by block, then by action.")
        view.state = {"values": elements.state(view.body["blocks"], view.state["values"], values)}
        errors = elements.wrong(view.body["blocks"], view.state["values"])
        if not errors:
            shown = payloads.view(self.team, view)
            said = await self._send("view_submission", user, view=shown, response_urls=[])
            errors = answers.form(self.team, view, said)
        return Outcome(ok=not errors, errors=errors)

    @answered
    async def close(self, user: str, view_id: str, clear: bool = False) -> None:
        """Cancels the form on top; `clear` closes those beneath it too."""
        for view in closed(self.team, access.view(self.team, user, view_id), clear=clear):
            if view.body.get("notify_on_close"):
                told = {"view": payloads.view(self.team, view), "is_cleared": clear}
                await self.delivery.ask("interactive", payloads.interaction(self.team, "view_closed", user, **told))

    @answered
    async def open_home(self, user: str) -> None:
        channel, home = self.team.direct(access.person(self.team, user)), self.team.homes.get(user)
        event = {"type": "app_home_opened", "user": user, "channel": channel.id, "tab": "home"}
        shown = {"view": payloads.view(self.team, home)} if home else {}
        if "app_home_opened" in self.team.app.events:
            self.delivery.tell({**event, **shown, "event_ts": self.team.next_ts()})

    @answered
    async def shortcut(self, user: str, channel: str, ts: str, callback_id: str) -> None:
        """A shortcut from a message's menu."""
        place = access.place(self.team, user, channel)
        where = self._where(user, place, access.message(user, place, ts))
        own = {"callback_id": callback_id, "message_ts": ts, "action_ts": self.team.next_ts()}
        await self._send("message_action", user, **where, **own)

    @answered
    async def read(self, user: str, channel: str) -> None:
        place = access.place(self.team, user, channel)
        place.read[user] = max((message.ts for message in place.visible(user)), default="")
        self.team.changed("people", user=user)

    def _press(
        self, blocks: list[Json], had: Json, action_id: str, block_id: str | None, value: Any
    ) -> tuple[Json, Json]:
        """One of the payload's `actions`, and the state's values after it."""
        block, element = elements.find(blocks, action_id, block_id)
        action = elements.action(block, element, value, self.team.next_ts())
        return action, elements.state(blocks, had, {block: {action_id: value}})

    def _where(self, user: str, place: Conversation, message: Message) -> Json:
        url = self.tickets.response_url(Return(place.id, user, message.ts))
        shown = payloads.message(self.team, place, message)
        return {"channel": payloads.place(place), "message": shown, "response_url": url}

    async def _send(self, kind: str, user: str, **more: Any) -> Json:
        """What the app's ack says."""
        sent = payloads.interaction(self.team, kind, user, trigger_id=self.tickets.trigger(user), **more)
        ack = await self.delivery.ask("interactive", sent)
        if ack.error:
            failed = "did not answer in time" if ack.error == TIMED_OUT else "could not be reached, or failed"
            raise Sorry(f"{self.team.app.name} {failed}. Try again.")
        return ack.body


def _typed(text: str) -> str:
    """As Slack sends what was typed: mentions and links stay, what only looks like markup is escaped."""
    return "".join(part if MARKUP.fullmatch(part) else escape(part, quote=False) for part in MARKUP.split(text))
