"""conversations.*: channels and direct messages, their members and what was said in them."""

import re

from workspace.methods.call import Call, method
from workspace.methods.chat import as_message
from workspace.refusals import Refusal
from workspace.team import Conversation, Json, Message, Team

_KINDS = {"public_channel": "channel", "private_channel": "private", "im": "im", "mpim": "mpim"}


@method("conversations.open")
def conversations_open(call: Call) -> Json:
    before = len(call.team.conversations)
    found = call.channel() if call.text("channel") else _with(call)
    opened = len(call.team.conversations) == before
    channel = described(call.team, found) if call.flag("return_im") else {"id": found.id}
    return {"channel": channel, **({"no_op": True, "already_open": True} if opened else {})}


@method("conversations.list")
def conversations_list(call: Call) -> Json:
    channels, more = call.page(of_kinds(call))
    return {"channels": [described(call.team, each) for each in channels], **more}


@method("conversations.info", "channel")
def conversations_info(call: Call) -> Json:
    return {"channel": described(call.team, call.channel())}


@method("conversations.members", "channel")
def conversations_members(call: Call) -> Json:
    members, more = call.page(sorted(call.channel().members))
    return {"members": members, **more}


@method("conversations.join", "channel")
def conversations_join(call: Call) -> Json:
    found = call.channel()
    if found.kind != "channel":
        raise Refusal("method_not_supported_for_channel_type")
    if found.archived:
        raise Refusal("is_archived")
    already = call.team.app.user_id in found.members
    found.members.add(call.team.app.user_id)
    call.team.changed("people")
    warned = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    return {"channel": described(call.team, found), **(warned if already else {})}


@method("conversations.history", "channel")
def conversations_history(call: Call) -> Json:
    """The newest first; of threads, only how they began."""
    found = _entered(call)
    lasting = [each for each in found.messages.values() if each.only_for is None and each.thread_ts in (None, each.ts)]
    messages, more = call.page(_between(call, lasting)[::-1])
    return {**_told(call, found, messages, more), "pin_count": 0}


@method("conversations.replies", "channel", "ts")
def conversations_replies(call: Call) -> Json:
    """A thread, oldest first, by the ts of any message in it."""
    found = _entered(call)
    asked = found.messages.get(call.text("ts"))
    if asked is None or asked.only_for:
        raise Refusal("thread_not_found")
    began, *replies = [each for each in found.thread(asked.thread_ts or asked.ts) if each.only_for is None]
    messages, more = call.page([began, *_between(call, replies)], default=1_000)
    return _told(call, found, messages, more)


def _with(call: Call) -> Conversation:
    wanted = call.text("users").strip(" ,")
    if not wanted:
        raise Refusal("users_list_not_supplied")
    if "," in wanted:
        raise Refusal("method_not_supported_for_channel_type")  # no group messages here
    if (person := call.person(wanted)).deleted:
        raise Refusal("user_disabled")
    return call.team.direct(person.id)


def _entered(call: Call) -> Conversation:
    found = call.channel()
    if call.team.app.user_id not in found.members:
        raise Refusal("not_in_channel")
    return found


def _between(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = _moment(call, "oldest") or "0", _moment(call, "latest") or "9" * 10
    edges = {oldest, latest} if call.flag("inclusive") else set()
    return [each for each in messages if oldest < each.ts < latest or each.ts in edges]


def _moment(call: Call, name: str) -> str:
    """As a ts, so that text compares as time does."""
    if not (given := call.text(name)):
        return ""
    if not re.fullmatch(r"\d{1,10}(\.\d+)?", given):
        raise Refusal(f"invalid_ts_{name}")
    whole, _, part = given.partition(".")
    return f"{whole:0>10}.{part:0<6}"


def _told(call: Call, found: Conversation, messages: list[Message], more: Json) -> Json:
    whole = call.flag("include_all_metadata")
    shown = [as_message(call.team, each, found, metadata=whole) for each in messages]
    return {"messages": shown, "has_more": bool(more["response_metadata"]["next_cursor"]), **more}


def of_kinds(call: Call) -> list[Conversation]:
    """What the app may see of the `types` asked for."""
    kinds = {_KINDS.get(each.strip()) for each in (call.text("types") or "public_channel").split(",")}
    if None in kinds:
        raise Refusal("invalid_types")
    seen = call.team.seen_by(call.team.app.user_id)
    return [each for each in seen if each.kind in kinds and not (each.archived and call.flag("exclude_archived"))]


def described(team: Team, found: Conversation) -> Json:
    me = team.app.user_id
    common: Json = {"id": found.id, "created": found.created, "is_archived": found.archived, "is_mpim": False}
    if found.kind == "im":
        other = next(iter(found.members - {me}), me)
        return {**common, "is_im": True, "user": other, "is_user_deleted": team.people[other].deleted, "is_open": True}
    kind = {"is_channel": True, "is_group": False, "is_im": False, "is_private": found.kind == "private"}
    named = {"name": found.name, "name_normalized": found.name, "is_member": me in found.members}
    said = {"topic": {"value": found.topic, "creator": "", "last_set": 0}, "purpose": {"value": ""}}
    return {**common, **named, **kind, **said, "num_members": len(found.members)}
