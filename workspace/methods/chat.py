"""chat.*: messages posted, changed and removed. `compose` is the one way in for anything that puts words to people."""

import json
import re
from dataclasses import replace
from typing import Any

from workspace import limits
from workspace.faults import Faults
from workspace.methods.call import Call, method
from workspace.refusals import Refusal
from workspace.team import Conversation, Json, Message, Team
from workspace.validation import check_message, complete

_EDITABLE = {"text", "blocks", "attachments", "metadata"}


@method("chat.postMessage", "channel")
def post_message(call: Call) -> Json:
    channel = _addressed(call)
    arguments, cut = _shortened(call.arguments)
    message = call.team.put(channel, compose(call.team, call.faults, arguments, channel=channel))
    return {"channel": channel.id, "ts": message.ts, "message": as_message(call.team, message, channel), **cut}


@method("chat.postEphemeral", "channel", "user")
def post_ephemeral(call: Call) -> Json:
    channel = _entered(call, call.channel())
    if call.text("user") not in channel.members:
        raise Refusal("user_not_in_channel")
    message = compose(call.team, call.faults, call.arguments, channel=channel, only_for=call.text("user"))
    return {"message_ts": call.team.put(channel, message).ts}


@method("chat.update", "channel", "ts")
def update(call: Call) -> Json:
    """What is not given stays; an empty list or object takes it away."""
    channel, message = _own(call, "cant_update_message")
    if channel.archived:
        raise Refusal("is_inactive")
    edited = compose(call.team, call.faults, call.arguments, channel=channel, most=limits.UPDATED_TEXT)
    given = {name: getattr(edited, name) for name in call.arguments.keys() & _EDITABLE}
    message = call.team.put(channel, replace(message, **given, edited=edited.ts))
    shown = as_message(call.team, message, channel)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


@method("chat.delete", "channel", "ts")
def delete(call: Call) -> Json:
    channel, message = _own(call, "cant_delete_message")
    call.team.remove(channel, message.ts)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink", "channel", "message_ts")
def get_permalink(call: Call) -> Json:
    channel, ts = call.channel(), call.text("message_ts")
    if ts not in channel.messages or channel.messages[ts].only_for:
        raise Refusal("message_not_found")
    return {"channel": channel.id, "permalink": f"{call.base}/archives/{channel.id}/p{ts.replace('.', '')}"}


def compose(
    team: Team,
    faults: Faults,
    payload: Json,
    *,
    channel: Conversation,
    user: str | None = None,
    only_for: str | None = None,
    most: int = limits.TEXT,
) -> Message:
    """A message of the app's, or of `user`'s, ready to be put; refused as Slack would refuse it."""
    text, blocks, attachments = payload.get("text") or "", payload.get("blocks") or [], payload.get("attachments") or []
    if not isinstance(blocks, list):
        raise Refusal("invalid_blocks_format")
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        raise Refusal("invalid_attachments")
    if not (text or blocks or attachments or payload.get("files")):
        raise Refusal("no_text")
    if len(str(text)) > most:
        raise Refusal("msg_too_long")
    if len(attachments) > limits.ATTACHMENTS:
        raise Refusal("too_many_attachments")
    check_message(blocks, faults.refuses)
    return Message(
        ts=team.next_ts(),
        user=user or team.app.user_id,
        text=str(text),
        blocks=complete(blocks),
        attachments=attachments,
        files=payload.get("files") or [],
        bot_id=None if user else team.app.bot_id,
        thread_ts=_thread(channel, str(payload.get("thread_ts") or "")),
        metadata=_metadata(payload.get("metadata")),
        only_for=only_for,
        at=team.now(),
    )


def as_message(team: Team, message: Message, channel: Conversation, *, metadata: bool = True) -> Json:
    """As Slack shows a message to apps."""
    app, began = team.app, channel.messages.get(message.thread_ts or "")
    profile = {"id": app.bot_id, "app_id": app.id, "name": app.name, "icons": {}, "deleted": False}
    optional = {
        **{name: getattr(message, name) for name in ("subtype", "blocks", "attachments", "files", "thread_ts")},
        "parent_user_id": began.user if began and began.ts != message.ts else None,
        "edited": {"user": message.user, "ts": message.edited} if message.edited else None,
        "metadata": message.metadata if metadata else None,
        **({"bot_id": message.bot_id, "app_id": app.id, "bot_profile": profile} if message.bot_id else {}),
        **_replied(channel, message),
    }
    said = {"type": "message", "user": message.user, "team": team.id, "ts": message.ts, "text": message.text}
    return {**said, **{name: value for name, value in optional.items() if value}}


def _replied(channel: Conversation, message: Message) -> Json:
    if not (replies := [each for each in channel.thread(message.ts) if each.ts != message.ts and not each.only_for]):
        return {}
    users = list(dict.fromkeys(each.user for each in replies))
    counted = {"reply_count": len(replies), "reply_users": users, "reply_users_count": len(users)}
    return {"thread_ts": message.ts, **counted, "latest_reply": replies[-1].ts}


def _addressed(call: Call) -> Conversation:
    """A person's id stands for the direct messages with them, a leaver's too: Slack keeps those."""
    if (wanted := call.text("channel")) in call.team.people and wanted != call.team.app.user_id:
        return call.team.direct(wanted)
    return _entered(call, call.channel())


def _entered(call: Call, channel: Conversation) -> Conversation:
    if channel.archived:
        raise Refusal("is_archived")
    if call.team.app.user_id not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def _own(call: Call, otherwise: str) -> tuple[Conversation, Message]:
    channel = call.channel()
    message = channel.messages.get(call.text("ts"))
    if message is None or message.only_for:
        raise Refusal("message_not_found")
    if message.bot_id != call.team.app.bot_id:
        raise Refusal(otherwise)
    return channel, message


def _shortened(arguments: Json) -> tuple[Json, Json]:
    """chat.postMessage alone cuts what is too long, and says so."""
    text = str(arguments.get("text") or "")
    if len(text) <= limits.TEXT:
        return arguments, {}
    return {**arguments, "text": text[: limits.TEXT]}, {"response_metadata": {"warnings": ["message_truncated"]}}


def _thread(channel: Conversation, ts: str) -> str | None:
    """The ts that the thread began with, even where a reply's is given."""
    if ts and not re.fullmatch(r"\d{10}\.\d{1,6}", ts):
        sentence = f"[ERROR] {ts} is not a valid thread_ts"
        raise Refusal("invalid_thread_ts", response_metadata={"messages": [sentence]})
    replied = channel.messages.get(ts)
    return (replied.thread_ts if replied else None) or ts or None


def _metadata(given: Any) -> Json | None:
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_payload"), dict):
        raise Refusal("invalid_metadata_format")
    if not isinstance(given.get("event_type"), str) or given.keys() - {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_schema")
    if len(json.dumps(given)) > limits.METADATA_CHARS:
        raise Refusal("metadata_too_large")
    return given
