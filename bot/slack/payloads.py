"""What Slack's payloads say, read into a few values. Nothing is answered here."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.slack.marks import unpack
from plans.chat import Asker
from plans.messages import Verb

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Who spoke, and where an answer can go."""

    user: str
    channel: str
    team: str = ""
    thread: str | None = None
    response_url: str | None = None
    private: bool = False

    @property
    def key(self) -> str:
        """The message whose thread it is, as storage knows it; empty outside a thread."""
        return f"{self.channel} {self.thread}" if self.thread else ""

    @property
    def asker(self) -> Asker:
        return Asker(f"slack:{self.team}:{self.user}")


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed. `key` is of this press, `message` of where it stood; `own`: nobody else sees it. `trigger`
    opens one form, within three seconds; `ts` is of a message that stands in their direct messages; `within` names the
    block that the button stood in, if that has a name of ours."""

    verb: Verb | None
    place: Place
    key: str
    message: str
    own: bool
    trigger: str = ""
    ts: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A form sent off. `people` are the accounts chosen, by the name of the field; `fields` are all that it has."""

    form: str
    about: str
    values: dict[str, str | tuple[str, ...]]
    people: dict[str, str]
    place: Place
    key: str
    fields: tuple[str, ...] = ()


def of_command(body: Payload) -> Place:
    return Place(
        user=body.get("user_id", ""),
        channel=body.get("channel_id", ""),
        team=body.get("team_id", ""),
        response_url=body.get("response_url"),
        private=str(body.get("channel_id", "")).startswith("D"),
    )


def of_event(body: Payload) -> Place:
    event = body.get("event", {})
    channel = event.get("channel", "")
    return Place(
        user=event.get("user", ""),
        channel=channel,
        team=body.get("team_id") or event.get("team", ""),
        thread=event.get("thread_ts"),
        private=event.get("channel_type") == "im" or channel.startswith("D"),
    )


def event_key(body: Payload) -> str:
    event = body.get("event", {})
    return f"event {body.get('event_id') or (event.get('channel'), event.get('ts'))}"


def message_key(body: Payload) -> str:
    """Of a message, by whatever event it is told: one in which we are mentioned may be told of twice."""
    event = body.get("event", {})
    return f"message {event.get('channel')} {event.get('ts')}"


def direct(user: str, team: str) -> Place:
    """In direct messages with somebody, where no message or channel says where: by the person's own id."""
    return Place(user, channel=user, team=team, private=True)


def of_press(body: Payload) -> Press:
    """On somebody's Home, which has no message, channel or response_url, answers go to their direct messages."""
    action, container = body["actions"][0], body.get("container", {})
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id", "")
    message = container.get("message_ts") or (body.get("message") or {}).get("ts") or body.get("trigger_id", "")
    press = (body.get("trigger_id"), action.get("action_ts")), message, action.get("value")
    user, team = body.get("user", {}).get("id", ""), (body.get("team") or {}).get("id", "")
    in_message = container.get("type") != "view"
    place = (
        Place(
            user=user,
            channel=channel,
            team=team,
            thread=container.get("thread_ts"),
            response_url=body.get("response_url"),
            private=channel.startswith("D"),
        )
        if in_message
        else direct(user, team)
    )
    return Press(
        verb=unpack(action.get("value", ""), action.get("text", {}).get("text", "")),
        place=place,
        key=f"press {digest(press)}",
        message=f"{place.channel} {message}",
        own=place.private or bool(container.get("is_ephemeral")),
        trigger=str(body.get("trigger_id") or ""),
        ts=message if in_message and place.private and not container.get("is_ephemeral") else "",
        within=str(action.get("block_id") or ""),
    )


def of_shortcut(body: Payload) -> Place:
    """Of a shortcut in a message's menu. Never taken for private: it may stand in direct messages with somebody else,
    where we cannot write; by its response_url its presser is answered anywhere."""
    return Place(
        user=body.get("user", {}).get("id", ""),
        channel=str((body.get("channel") or {}).get("id", "")),
        team=(body.get("team") or {}).get("id", ""),
        response_url=body.get("response_url"),
    )


def shortcut_key(body: Payload) -> str:
    return f"shortcut {digest((body.get('trigger_id'), body.get('action_ts'), body.get('message_ts')))}"


def of_submission(body: Payload) -> Submission:
    """What was chosen, by the names of the fields; what was left empty is left out."""
    view = body["view"]
    held = {
        name: state for fields in view.get("state", {}).get("values", {}).values() for name, state in fields.items()
    }
    chosen = {name: value for name, state in held.items() if (value := _chosen(state))}
    people = {name: str(state["selected_user"]) for name, state in held.items() if state.get("selected_user")}
    user, team = body.get("user", {}).get("id", ""), (body.get("team") or {}).get("id", "")
    return Submission(
        form=view.get("callback_id", ""),
        about=view.get("private_metadata", ""),
        values=chosen,
        people=people,
        place=direct(user, team),
        key=f"form {view['id']}",
        fields=tuple(each["block_id"] for each in view.get("blocks", ()) if each.get("type") == "input"),
    )


def _chosen(state: Payload) -> str | tuple[str, ...]:
    """What a field of any kind holds, in plain values."""
    if "selected_options" in state:
        return tuple(str(each["value"]) for each in state["selected_options"] or ())
    if option := state.get("selected_option"):
        return str(option["value"])
    return str(state.get("selected_date") or state.get("selected_user") or state.get("value") or "").strip()


def digest(what: object) -> str:
    """A short key for something said in many words."""
    return sha256(repr(what).encode()).hexdigest()[:32]
