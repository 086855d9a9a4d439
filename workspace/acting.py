"""What people do: write, give commands, press, fill in forms. Each answers with what the person is to be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from workspace import access, elements, forms, payloads
from workspace.answers import Answers
from workspace.delivery import TIMED_OUT, Ack, Delivery
from workspace.methods.chat import as_message
from workspace.outcome import Outcome, Sorry, answered
from workspace.refusals import Refusal
from workspace.team import Conversation, Json, Message, Team
from workspace.tickets import Return, Tickets

MARKUP = re.compile(r"(<(?:[@#!][^<>]+|https?://[^<>]+)>)")


@dataclass
class Acting:
    """`_chosen` is what somebody has picked in a message, by message."""

    team: Team
    tickets: Tickets
    delivery: Delivery
    answers: Answers
    _chosen: dict[tuple[str, str, str], Json] = field(default_factory=dict)

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
        thread, subtype = (root.thread_ts or root.ts) if root else None, "file_share" if files else None
        message = Message(self.team.next_ts(), user, _typed(text), thread_ts=thread, subtype=subtype)
        message.files, message.at, place.read[user] = list(files), self.team.now(), message.ts
        self.team.put(place, message)
        return None

    @answered
    async def command(self, user: str, channel: str, text: str) -> Outcome | None:
        place, (name, _, rest), app = access.place(self.team, user, channel), text.strip().partition(" "), self.team.app
        if name not in app.commands or not app.active:
            raise Sorry(f"{name} is not a valid command here. Try {' or '.join(app.commands)}.")
        url, trigger = self.tickets.response_url(Return(channel, user)), self.tickets.trigger(user)
        sent = payloads.command(self.team, user, place, (name, rest.strip()), response_url=url, trigger_id=trigger)
        code = self._answer(await self.delivery.ask("slash_commands", sent), Return(channel, user))
        if code:
            self.answers.alone(place, user, f"{name} failed with the error “{code}”")
        return Outcome(ok=False) if code else None

    @answered
    async def press(
        self, user: str, channel: str, ts: str, action_id: str, block_id: str | None = None, value: Any = None
    ) -> None:
        """A button; or a menu or a date in a message, with its new value."""
        place = access.place(self.team, user, channel)
        message = access.message(user, place, ts)
        block, action, chosen = self._act(message.blocks, action_id, block_id, value)
        given = self._chosen.setdefault((user, channel, ts), {})
        given.setdefault(block, {}).update(chosen)
        where = {"container": payloads.container(place, message), "channel": payloads.place(place)}
        if message.only_for is None:  # what one person sees is not shown to the app again
            where["message"] = as_message(self.team, message, place)
        state = {"values": elements.state(message.blocks, given)}
        await self._send("block_actions", user, **where, **self._return(place, user, message), state=state, **action)

    @answered
    async def press_in_view(
        self, user: str, view_id: str, action_id: str, block_id: str | None = None, value: Any = None
    ) -> None:
        view = access.view(self.team, user, view_id)
        block, action, chosen = self._act(view.body["blocks"], action_id, block_id, value)
        had = view.state["values"]
        view.state = {"values": elements.state(view.body["blocks"], had | {block: had.get(block, {}) | chosen})}
        where = {"container": {"type": "view", "view_id": view.id}, "view": payloads.view(self.team, view)}
        await self._send("block_actions", user, **where, **action)

    @answered
    async def submit(self, user: str, view_id: str, values: Json) -> Outcome | None:
        """A form; `values` are plain, by block and action."""
        view = access.view(self.team, user, view_id)
        blocks = view.body["blocks"]
        if not all(isinstance(each, dict) for each in values.values()):
            raise Sorry("Send what was filled in by block, then by action.")
        view.state = {"values": elements.state(blocks, view.state["values"] | elements.fill(blocks, values))}
        if errors := elements.missing(blocks, view.state["values"]):
            return Outcome(ok=False, errors=errors)
        shown = payloads.view(self.team, view)
        ack = await self._send("view_submission", user, view=shown, response_urls=[])
        errors = self.answers.form(view, ack.body)
        return Outcome(ok=False, errors=errors) if errors else None

    @answered
    async def close(self, user: str, view_id: str, clear: bool = False) -> None:
        """Cancels the form on top; `clear` closes those beneath it too."""
        for view in forms.close(self.team, access.view(self.team, user, view_id), clear=clear):
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
        message = access.message(user, place, ts)
        where = {"channel": payloads.place(place), "message": as_message(self.team, message, place), "message_ts": ts}
        own = {"callback_id": callback_id, "action_ts": self.team.next_ts()}
        await self._send("message_action", user, **where, **own, **self._return(place, user, message))

    @answered
    async def read(self, user: str, channel: str) -> None:
        place = access.place(self.team, user, channel)
        place.read[user] = max((message.ts for message in place.visible(user)), default="")
        self.team.changed("people", user=user)

    def _act(self, blocks: list[Json], action_id: str, block_id: str | None, value: Any) -> tuple[str, Json, Json]:
        """Its block, the payload's `actions`, and what is now chosen, by action."""
        found = elements.find(blocks, action_id, block_id)
        if found is None:
            raise Sorry("That is no longer there to press.")
        block, element = found
        action = elements.action(block, element, value, self.team.next_ts())
        chosen = {action_id: elements.filled(element, value)} if elements.stateful(element) else {}
        return block, {"actions": [action]}, chosen

    def _return(self, place: Conversation, user: str, message: Message) -> Json:
        return {"response_url": self.tickets.response_url(Return(place.id, user, message.ts, message.thread_ts))}

    async def _send(self, kind: str, user: str, **more: Any) -> Ack:
        sent = payloads.interaction(self.team, kind, user, trigger_id=self.tickets.trigger(user), **more)
        ack = await self.delivery.ask("interactive", sent)
        if ack.error == TIMED_OUT:
            raise Sorry(f"{self.team.app.name} did not answer in time. Try again.")
        if ack.error:
            raise Sorry(f"{self.team.app.name} could not be reached, or failed. Try again.")
        return ack

    def _answer(self, ack: Ack, place: Return) -> str:
        """Shows what the app said to a command; Slack's word for why it could not."""
        if ack.error:
            return TIMED_OUT if ack.error == TIMED_OUT else "dispatch_failed"
        try:
            if ack.body:
                self.answers.show("ack", ack.body, place)
        except Refusal as refusal:
            return refusal.code
        return ""


def _typed(text: str) -> str:
    """As Slack sends what was typed: mentions and links stay, what only looks like markup is escaped."""
    return "".join(part if MARKUP.fullmatch(part) else escape(part, quote=False) for part in MARKUP.split(text))
