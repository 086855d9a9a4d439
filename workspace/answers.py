"""What an app's answers show: the bodies of its acks, and what it posts to response_urls."""

from dataclasses import dataclass, replace

from workspace import forms
from workspace.faults import Faults
from workspace.methods.chat import compose
from workspace.outcome import Sorry
from workspace.record import Record
from workspace.refusals import Refusal
from workspace.team import Conversation, Json, Message, Team, View
from workspace.tickets import Return

YES = (True, "true", 1)


@dataclass
class Answers:
    team: Team
    faults: Faults
    record: Record

    def show(self, method: str, body: Json, place: Return) -> None:
        """`method` is ack or response_url, for the record. Refusal when it cannot be shown."""
        try:
            ts = self._put(body, place)
        except Refusal as refusal:
            self.record.refuse(method, refusal.code, body)
            raise
        self.record.accept(method, body, {"ok": True, "channel": place.channel, "ts": ts})

    def form(self, view: View, body: Json) -> dict[str, str]:
        """What a form's ack does to it; the errors to show in it."""
        try:
            errors = forms.answer(self.team, self.faults, view, body)
        except Refusal as refusal:
            self.record.refuse("view_ack", refusal.code, body)
            raise Sorry(f"{self.team.app.name} gave an answer that cannot be shown: {refusal.code}.") from refusal
        if body:
            self.record.accept("view_ack", body, {"ok": True})
        return errors

    def alone(self, channel: Conversation, user: str, text: str) -> None:
        """What Slack itself says, to one person."""
        ts = self.team.next_ts()
        self.team.put(channel, Message(ts, "USLACKBOT", text, only_for=user, at=self.team.now()))

    def _put(self, body: Json, place: Return) -> str:
        channel = self.team.conversations[place.channel]
        original = channel.messages.get(place.ts or "")
        if body.get("delete_original") in YES:
            if original is not None:
                self.team.remove(channel, original.ts)
            return place.ts or ""
        only_for = None if body.get("response_type") == "in_channel" else place.user
        message = compose(self.team, self.faults, body, channel=channel, only_for=only_for)
        if original is not None and body.get("replace_original") in YES:
            kept = {name: getattr(original, name) for name in ("ts", "only_for", "thread_ts", "at")}
            message = replace(message, **kept)
        return self.team.put(channel, message).ts
