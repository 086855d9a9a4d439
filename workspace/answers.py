"""What an app's answers show: the bodies of its acks, and what it posts to response_urls."""

from dataclasses import dataclass, replace

from workspace.faults import Faults
from workspace.methods.chat import compose
from workspace.methods.views import closed, pushed, updated
from workspace.record import Record
from workspace.refusals import Refusal, Sorry
from workspace.team import Conversation, Json, Message, Team, View
from workspace.tickets import Return

YES = (True, "true", 1)


@dataclass
class Answers:
    team: Team
    faults: Faults
    record: Record

    def show(self, body: Json, place: Return) -> None:
        """An ack's body, of a command. Refusal when it cannot be shown."""
        with self.record.taking("ack", body) as answer:
            answer.update(self.put(body, place))

    def put(self, body: Json, place: Return) -> Json:
        """In the conversation, or in place of the message that was acted on."""
        channel = self.team.conversations[place.channel]
        original = channel.messages.get(place.ts or "")
        if body.get("delete_original") in YES:
            if original is not None:
                self.team.remove(channel, original.ts)
            return {"channel": channel.id, "ts": place.ts}
        only_for = None if body.get("response_type") == "in_channel" else place.user
        message = compose(self.team, self.faults, body, channel=channel, only_for=only_for)
        if original is not None and body.get("replace_original") in YES:
            kept = {name: getattr(original, name) for name in ("ts", "only_for", "thread_ts", "at")}
            message = replace(message, **kept)
        return {"channel": channel.id, "ts": self.team.put(channel, message).ts}

    def alone(self, channel: Conversation, user: str, text: str) -> None:
        """What Slack itself says, to one person."""
        ts = self.team.next_ts()
        self.team.put(channel, Message(ts, "USLACKBOT", text, only_for=user, at=self.team.now()))

    def form(self, view: View, body: Json) -> dict[str, str]:
        """Does what a form's ack asks; nothing asked closes the form. Returns the errors to show in it."""
        if not body:
            closed(self.team, view)
            return {}
        try:
            with self.record.taking("view_ack", body):
                return self._form(view, body)
        except Refusal as refusal:
            raise Sorry(f"{self.team.app.name} gave an answer that cannot be shown: {refusal.code}.") from refusal

    def _form(self, view: View, body: Json) -> dict[str, str]:
        match body.get("response_action"):
            case None | "" | "clear" as asked:
                closed(self.team, view, clear=asked == "clear")
            case "update":
                updated(self.team, self.faults, view, body.get("view"))
            case "push":
                pushed(self.team, self.faults, view.user, body.get("view"))
            case "errors":
                return _errors(view, body.get("errors"))
            case _:
                raise Refusal("invalid_response_action")
        return {}


def _errors(view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refusal("invalid_errors")
    return {block: str(words) for block, words in errors.items()}
