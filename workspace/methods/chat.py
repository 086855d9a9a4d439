"""chat.*: messages posted, changed and removed. `compose` is the one way in for anything that puts words to people."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workspace import limits, payloads
from workspace.methods.call import Call, method
from workspace.refusals import Refusal, require
from workspace.team import Conversation, Json, Message, Team
from workspace.validation import check_attachments, check_message, complete

EDITABLE = {"text", "blocks", "attachments", "metadata"}


@method("chat.postMessage", "channel")
def post_message(call: Call) -> Json:
    """A person's id stands for the direct messages with them, a leaver's too: Slack keeps those."""
    wanted = call.text("channel")
    direct = wanted in call.team.people and wanted != call.team.app.user_id
    channel = call.team.direct(wanted) if direct else call.joined(to_write=True)
    message = call.team.put(channel, compose(call.team, call.arguments, channel=channel))
    return {"channel": channel.id, "ts": message.ts, "message": payloads.message(call.team, channel, message)}


@method("chat.postEphemeral", "channel", "user")
def post_ephemeral(call: Call) -> Json:
    channel, user = call.joined(to_write=True), call.text("user")
    require(user in channel.members, "user_not_in_channel")
    message = compose(call.team, call.arguments, channel=channel, only_for=user)
    return {"message_ts": call.team.put(channel, message).ts}


@method("chat.update", "channel", "ts")
def update(call: Call) -> Json:
    """What is not given stays; an empty list or object takes it away."""
    channel, message = _own(call, "cant_update_message")
    require(not channel.archived, "is_inactive")
    edited = compose(call.team, call.arguments, channel=channel, most=limits.UPDATED_TEXT)
    given = {name: getattr(edited, name) for name in call.arguments.keys() & EDITABLE}
    message = call.team.put(channel, replace(message, **given, edited=edited.ts))
    shown = payloads.message(call.team, channel, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


@method("chat.delete", "channel", "ts")
def delete(call: Call) -> Json:
    channel, message = _own(call, "cant_delete_message")
    removed(call.team, channel, message.ts)
    return {"channel": channel.id, "ts": message.ts}


def removed(team: Team, channel: Conversation, ts: str) -> None:
    """Where others replied, something stands in its place."""
    gone = channel.messages[ts]
    if any(each is not gone and each.only_for is None for each in channel.thread(ts)):
        team.put(channel, Message(ts, "USLACKBOT", "This message was deleted.", subtype="tombstone", at=gone.at))
    else:
        team.remove(channel, ts)


def compose(
    team: Team,
    given: Json,
    *,
    channel: Conversation,
    only_for: str | None = None,
    most: int = limits.TEXT,
    files: Sequence[Json] = (),
) -> Message:
    """A message of the app's, ready to be put; refused as Slack would refuse it."""
    text, blocks, attachments = str(given.get("text") or ""), given.get("blocks") or [], given.get("attachments") or []
    require(isinstance(blocks, list), "invalid_blocks_format")
    check_attachments(attachments, team.faults.refuses)
    saying = any(each.get(name) for each in attachments for name in ("text", "fallback", "blocks"))
    require(text or blocks or saying or files, "no_text")
    require(len(text) <= most, "msg_too_long")
    check_message(blocks, team.faults.refuses)
    return Message(
        ts=team.next_ts(),
        user=team.app.user_id,
        text=text,
        blocks=complete(blocks),
        attachments=[each | _completed(each) for each in attachments],
        files=list(files),
        bot_id=team.app.bot_id,
        thread_ts=_thread(channel, str(given.get("thread_ts") or "")),
        metadata=_metadata(given.get("metadata")),
        only_for=only_for,
        at=team.now(),
    )


def _completed(attachment: Json) -> Json:
    return {"blocks": complete(attachment["blocks"])} if attachment.get("blocks") else {}


def _own(call: Call, otherwise: str) -> tuple[Conversation, Message]:
    channel = call.channel()
    message = channel.messages.get(call.text("ts"))
    if message is None or message.only_for:
        raise Refusal("message_not_found")
    require(message.bot_id == call.team.app.bot_id, otherwise)
    return channel, message


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
    kind, inner = (given.get("event_type"), given.get("event_payload")) if isinstance(given, dict) else (None, None)
    require(isinstance(inner, dict), "invalid_metadata_format")
    require(isinstance(kind, str) and len(given) == 2, "invalid_metadata_schema")
    require(len(json.dumps(given)) <= limits.METADATA_CHARS, "metadata_too_large")
    return dict(given)
