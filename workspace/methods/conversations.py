"""conversations.*: channels and direct messages, their members and what was said in them."""

import re

from workspace import payloads
from workspace.methods.call import Call, method, to_be_continued
from workspace.refusals import Refusal, require
from workspace.team import Conversation, Json, Message

KINDS = {"public_channel": "channel", "private_channel": "private", "im": "im", "mpim": "mpim"}


@method("conversations.open")
def conversations_open(call: Call) -> Json:
    before = len(call.team.conversations)
    found = call.channel() if call.text("channel") else _with(call)
    opened = len(call.team.conversations) == before
    channel = payloads.conversation(call.team, found) if call.flag("return_im") else {"id": found.id}
    return {"channel": channel, **({"no_op": True, "already_open": True} if opened else {})}


@method("conversations.list")
def conversations_list(call: Call) -> Json:
    """What the app may see of the `types` asked for."""
    kinds = {KINDS.get(each.strip()) for each in (call.text("types") or "public_channel").split(",")}
    require(None not in kinds, "invalid_types")
    seen = [each for each in call.team.seen_by(call.team.app.user_id) if each.kind in kinds]
    channels, more = call.page([each for each in seen if not (each.archived and call.flag("exclude_archived"))])
    return {"channels": [payloads.conversation(call.team, each) for each in channels], **more}


@method("conversations.info", "channel")
def conversations_info(call: Call) -> Json:
    return {"channel": payloads.conversation(call.team, call.channel())}


@method("conversations.members", "channel")
def conversations_members(call: Call) -> Json:
    members, more = call.page(sorted(call.channel().members))
    return {"members": members, **more}


@method("conversations.history", "channel")
def conversations_history(call: Call) -> Json:
    """The newest first; of threads, only how they began."""
    found = call.joined()
    lasting = [each for each in found.messages.values() if each.only_for is None and each.thread_ts in (None, each.ts)]
    return {**_told(call, found, _between(call, lasting)[::-1], default=100, back=True), "pin_count": 0}


@method("conversations.replies", "channel", "ts")
def conversations_replies(call: Call) -> Json:
    """A thread, oldest first, by the ts of any message in it."""
    found = call.joined()
    asked = found.messages.get(call.text("ts"))
    if asked is None or asked.only_for:
        raise Refusal("thread_not_found")
    began, *replies = [each for each in found.thread(asked.thread_ts or asked.ts) if each.only_for is None]
    return _told(call, found, [began, *_between(call, replies)], default=1_000)


def _with(call: Call) -> Conversation:
    wanted = call.text("users").strip(" ,")
    require(wanted, "users_list_not_supplied")
    require("," not in wanted, "method_not_supported_for_channel_type")  # no group messages here
    person = call.person(wanted)
    require(not person.deleted, "user_disabled")
    return call.team.direct(person.id)


def _between(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = _moment(call, "oldest", "0"), _moment(call, "latest", "9" * 10)
    edges = {oldest, latest} if call.flag("inclusive") else set()
    return [each for each in messages if oldest < each.ts < latest or each.ts in edges]


def _moment(call: Call, name: str, otherwise: str) -> str:
    """As a ts, so that text compares as time does."""
    given = call.text(name) or otherwise
    require(re.fullmatch(r"\d{1,10}(\.\d+)?", given), f"invalid_ts_{name}")
    whole, _, part = given.partition(".")
    return f"{whole:0>10}.{part:0<6}"


def _told(call: Call, found: Conversation, messages: list[Message], *, default: int, back: bool = False) -> Json:
    """A page of them, newest first if `back`. Cursors name a moment: messages come and go between pages."""
    limit, begins = call.limit(default), call.cursor("next_ts")
    moments = [int(each.ts.replace(".", "")) for each in messages]
    if begins is not None:
        passed = sum(each > begins if back else each < begins for each in moments)
        messages, moments = messages[passed:], moments[passed:]
    whole, after = call.flag("include_all_metadata"), next(iter(moments[limit:]), None)
    told = [payloads.message(call.team, found, each, metadata=whole) for each in messages[:limit]]
    return {"messages": told, "has_more": after is not None, **to_be_continued("next_ts", after)}
