"""Slack's documented answers as a table of cases: for every method, its success and each error it knows.

A case is its name, the method, what is asked (of the stage as it stands), and what the answer must hold. Unless a
comment says otherwise the words are those of the method's page on docs.slack.dev. † marks answers that the pages
leave open, as reported by people who got them; ‡ what nobody tells, where ours is the likeliest.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.workspace.serving import (
    ANNA,
    APP,
    BEN,
    ELSEWHERE,
    GENERAL,
    GONE,
    OLD,
    PRIVATE,
    SECRET,
    Stage,
)
from workspace.methods.files import new_file
from workspace.methods.views import pushed
from workspace.team import Conversation, Person

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello"}}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}
TITLE = {"type": "plain_text", "text": "Update"}
MODAL = {"type": "modal", "title": TITLE, "blocks": [SECTION], "callback_id": "c"}
HOME = {"type": "home", "blocks": [SECTION]}
NOTE = {"event_type": "delivery", "event_payload": {"key": "brief 2024-12-02", "n": 1}}


@dataclass(frozen=True)
class Case:
    name: str
    method: str
    asks: dict[str, Any] | Callable[[Stage], dict[str, Any]]
    holds: Any  # a part of the answer; a bare word is the error


def posting(method: str = "chat.postMessage", **asks: Any) -> tuple[str, dict[str, Any]]:
    return method, {"channel": GENERAL, **asks}


def opened(stage: Stage, times: int = 1, **more: Any) -> None:
    """Anna has a modal before her, or several."""
    for _ in range(times):
        pushed(stage.team, ANNA, MODAL | more)


def top(stage: Stage) -> Any:
    return stage.team.modals[ANNA][-1]


def modal_opened(stage: Stage, times: int = 1, **more: Any) -> dict[str, Any]:
    opened(stage, times, **more)
    return {"trigger_id": stage.trigger(), "view": MODAL}


def expired(stage: Stage) -> dict[str, Any]:
    trigger = stage.trigger()
    stage.clock.now += 3.01
    return {"trigger_id": trigger, "view": MODAL}


def exchanged(stage: Stage) -> dict[str, Any]:
    trigger = stage.trigger()
    stage.tickets.spend_trigger(trigger)
    return {"trigger_id": trigger, "view": MODAL}


def updating(stage: Stage, **more: Any) -> dict[str, Any]:
    opened(stage, external_id="mine")
    return {"view_id": top(stage).id, "view": MODAL | {"title": {**TITLE, "text": "Changed"}}, **more}


def a_file(stage: Stage, *, sent: bool = True) -> str:
    return str(new_file(stage.team, stage.url, "plan.csv", user=APP, content=b"a,b\n" if sent else None)["id"])


def crowded(stage: Stage, **more: Any) -> dict[str, Any]:
    """Twelve more of everything."""
    for n in range(12):
        stage.team.add(Person(f"U1{n}", f"p{n}", f"Person {n}"), Conversation(f"C1{n}", f"c{n}", members={APP, ANNA}))
    return more


def invalid(*sentences: str) -> dict[str, Any]:
    messages = [f"[ERROR] {each}" for each in sentences]
    return {"error": "invalid_arguments", "response_metadata": {"messages": messages}}


OK = {"ok": True}
# fmt: off
CHAT = [
    Case("plain text", *posting(text="Hello"), {"channel": GENERAL, "ts": str, "message": {"type": "message", "user": APP, "bot_id": "B0ACTIONS", "app_id": "A0ACTIONS", "team": "T0WORKSPACE", "text": "Hello", "bot_profile": {"name": "Action plans"}}}),
    Case("blocks get ids", *posting(blocks=[SECTION]), {"message": {"blocks": [{"type": "section", "block_id": str, "text": {"verbatim": False}}]}}),
    Case("attachments alone do", *posting(attachments=[{"text": "a"}]), {"message": {"attachments": [{"text": "a"}]}}),
    Case("by name", *posting(channel="#general", text="a"), {"channel": GENERAL}),
    Case("a private channel", *posting(channel=PRIVATE, text="a"), {"channel": PRIVATE}),
    Case("a person's id opens the direct messages", *posting(channel=ANNA, text="a"), {"channel": "D0ANNA"}),
    Case("a leaver's direct messages take it †", *posting(channel=GONE, text="a"), {"channel": "D0GONE"}),  # python-slack-sdk#1156
    Case("in a thread", "chat.postMessage", lambda s: {"channel": GENERAL, "text": "a", "thread_ts": s.asked}, lambda s: {"message": {"thread_ts": s.asked, "parent_user_id": ANNA}}),
    Case("by a reply's ts, in its thread ‡", "chat.postMessage", lambda s: {"channel": GENERAL, "text": "a", "thread_ts": s.replied}, lambda s: {"message": {"thread_ts": s.asked}}),
    Case("a thread that is not there †", *posting(text="a", thread_ts="1700000000.000001"), OK),  # python-slack-sdk#840
    Case("metadata", *posting(text="a", metadata=NOTE), {"message": {"metadata": NOTE}}),
    Case("40,001 characters", *posting(text="x" * 40_001), "msg_too_long"),
    Case("nowhere", *posting(channel="C0NONE", text="a"), "channel_not_found"),
    Case("a channel it cannot see", *posting(channel=SECRET, text="a"), "channel_not_found"),
    Case("not a member", *posting(channel=ELSEWHERE, text="a"), "not_in_channel"),
    Case("archived", *posting(channel=OLD, text="a"), "is_archived"),
    Case("nothing said", *posting(), "no_text"),
    Case("empty blocks say nothing", *posting(blocks=[]), "no_text"),
    Case("blocks in words", *posting(blocks="[{", text="a"), "invalid_blocks_format"),
    Case("one block, not a list of them", *posting(blocks=SECTION, text="a"), "invalid_blocks_format"),
    Case("a bad block", *posting(blocks=[{"type": "section"}], text="a"), {"error": "invalid_blocks", "errors": ["must define either `text` or `fields` [json-pointer:/blocks/0/type]"], "response_metadata": {"messages": ["[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0/type]"]}}),
    Case("two tables †", *posting(blocks=[TABLE, TABLE]), {"error": "invalid_attachments", "errors": ["only_one_table_allowed"]}),
    Case("too much in blocks †", *posting(blocks=[{**SECTION, "text": {"type": "mrkdwn", "text": "x" * 3_000}}] * 5), "msg_blocks_too_long"),  # bolt-js#2509
    Case("attachments that say nothing", *posting(attachments=[{"color": "#fff"}]), "no_text"),
    Case("attachments of no kind", *posting(text="a", attachments=[1, None]), "invalid_attachments"),
    Case("a bad block in an attachment", *posting(attachments=[{"blocks": [{"type": "section"}]}]), {"error": "invalid_attachments", "errors": ["must define either `text` or `fields` [json-pointer:/attachments/0/blocks/0/type]"]}),
    Case("blocks in an attachment get ids", *posting(attachments=[{"blocks": [SECTION]}]), {"message": {"attachments": [{"blocks": [{"block_id": str}]}]}}),
    Case("files that were never uploaded", *posting(files=[{"id": "F1"}]), "no_text"),
    Case("attachments in words", *posting(attachments="no"), "invalid_attachments"),
    Case("a thread_ts that is none †", *posting(text="a", thread_ts="0"), {"error": "invalid_thread_ts", "response_metadata": {"messages": ["[ERROR] 0 is not a valid thread_ts"]}}),  # jenkinsci/slack-plugin#584
    Case("metadata in words", *posting(text="a", metadata="no"), "invalid_metadata_format"),
    Case("metadata without payload", *posting(text="a", metadata={"event_type": "a"}), "invalid_metadata_format"),
    Case("metadata of another shape", *posting(text="a", metadata=NOTE | {"x": 1}), "invalid_metadata_schema"),
    Case("too much metadata ‡", *posting(text="a", metadata={"event_type": "a", "event_payload": {"a": "x" * 16_000}}), "metadata_too_large"),
    Case("to one person", *posting("chat.postEphemeral", user=ANNA, text="a"), {"message_ts": str}),
    Case("to one who is not there", *posting("chat.postEphemeral", user=GONE, text="a"), "user_not_in_channel"),
    Case("to one, nowhere", *posting("chat.postEphemeral", channel="C0NONE", user=ANNA, text="a"), "channel_not_found"),
    Case("to one, not a member", *posting("chat.postEphemeral", channel=ELSEWHERE, user=ANNA, text="a"), "not_in_channel"),
    Case("to one, archived", *posting("chat.postEphemeral", channel=OLD, user=ANNA, text="a"), "is_archived"),
    Case("to one, nothing", *posting("chat.postEphemeral", user=ANNA), "no_text"),
    Case("to one, too long", *posting("chat.postEphemeral", user=ANNA, text="x" * 40_001), "msg_too_long"),
    Case("to one, a bad block", *posting("chat.postEphemeral", user=ANNA, blocks=[{"type": "no"}]), "invalid_blocks"),
    Case("changed text; the rest stays", "chat.update", lambda s: {"channel": GENERAL, "ts": s.said, "text": "New"}, lambda s: {"ts": s.said, "channel": GENERAL, "text": "New", "message": {"text": "New", "blocks": [{"type": "divider"}], "metadata": {"event_type": "delivery"}, "edited": {"user": APP, "ts": str}}}),
    Case("changed blocks; the text stays", "chat.update", lambda s: {"channel": GENERAL, "ts": s.said, "blocks": [SECTION]}, {"text": "Said", "message": {"blocks": [{"type": "section"}]}}),
    Case("of nothing", "chat.update", lambda s: {"channel": GENERAL, "ts": s.said}, "no_text"),
    Case("4,001 characters †", "chat.update", lambda s: {"channel": GENERAL, "ts": s.said, "text": "x" * 4_001}, "msg_too_long"),
    Case("somebody else's", "chat.update", lambda s: {"channel": GENERAL, "ts": s.asked, "text": "a"}, "cant_update_message"),
    Case("one that is not there", "chat.update", {"channel": GENERAL, "ts": "1.2", "text": "a"}, "message_not_found"),
    Case("one that only Ben sees", "chat.update", lambda s: {"channel": GENERAL, "ts": s.whispered, "text": "a"}, "message_not_found"),
    Case("update by a person's id", "chat.update", {"channel": ANNA, "ts": "1.2", "text": "a"}, "channel_not_found"),
    Case("update, a bad block", "chat.update", lambda s: {"channel": GENERAL, "ts": s.said, "blocks": [{"type": "no"}]}, "invalid_blocks"),
    Case("removed", "chat.delete", lambda s: {"channel": GENERAL, "ts": s.said}, {"ok": True, "channel": GENERAL, "ts": str}),
    Case("remove somebody else's", "chat.delete", lambda s: {"channel": GENERAL, "ts": s.asked}, "cant_delete_message"),
    Case("remove what is not there", "chat.delete", {"channel": GENERAL, "ts": "1.2"}, "message_not_found"),
    Case("remove nowhere", "chat.delete", {"channel": "C0NONE", "ts": "1.2"}, "channel_not_found"),
]

CONVERSATIONS = [
    Case("with a person", "conversations.open", {"users": ANNA}, {"ok": True, "channel": {"id": "D0ANNA"}}),
    Case("whole", "conversations.open", {"users": ANNA, "return_im": True}, {"channel": {"id": "D0ANNA", "is_im": True, "user": ANNA}}),
    Case("again", "conversations.open", lambda s: {"users": s.team.direct(ANNA) and ANNA}, {"no_op": True, "already_open": True}),
    Case("by its id", "conversations.open", lambda s: {"channel": s.team.direct(ANNA).id}, {"already_open": True, "channel": {"id": "D0ANNA"}}),
    Case("with nobody", "conversations.open", {}, "users_list_not_supplied"),
    Case("with a stranger", "conversations.open", {"users": "U0NONE"}, "user_not_found"),
    Case("with a leaver", "conversations.open", {"users": GONE}, "user_disabled"),
    Case("by another's id", "conversations.open", {"channel": "D0NONE"}, "channel_not_found"),
    Case("several ‡", "conversations.open", {"users": f"{ANNA},{BEN}"}, "method_not_supported_for_channel_type"),  # no group messages here
    Case("public ones unless asked", "conversations.list", {}, {"channels": [{"id": GENERAL, "name": "general", "is_channel": True, "is_member": True, "is_archived": False, "num_members": 3, "topic": {"value": "Everything"}}, {"id": ELSEWHERE, "is_member": False}, {"id": OLD}], "response_metadata": {"next_cursor": ""}}),
    Case("without the archived", "conversations.list", {"exclude_archived": "true"}, {"channels": [{"id": GENERAL}, {"id": ELSEWHERE}]}),
    Case("private ones it is in", "conversations.list", {"types": "private_channel"}, {"channels": [{"id": PRIVATE, "is_private": True}]}),
    Case("direct ones", "conversations.list", lambda s: {"types": s.team.direct(ANNA) and "im"}, {"channels": [{"id": "D0ANNA", "user": ANNA}]}),
    Case("a page", "conversations.list", lambda s: crowded(s, limit=5), {"channels": [dict] * 5, "response_metadata": {"next_cursor": b64encode(b"next:5").decode()}}),
    Case("the last page", "conversations.list", lambda s: crowded(s, limit="10", cursor=b64encode(b"next:10").decode()), {"channels": [dict] * 5, "response_metadata": {"next_cursor": ""}}),
    Case("types that are none", "conversations.list", {"types": "secret"}, "invalid_types"),
    Case("a cursor that is none", "conversations.list", {"cursor": "!"}, "invalid_cursor"),
    Case("a limit that is none", "conversations.list", {"limit": "many"}, "invalid_limit"),
    Case("a limit of no end", "conversations.list", {"limit": "9" * 5_000}, "invalid_limit"),
    Case("a cursor before the first", "conversations.list", {"cursor": b64encode(b"next:-5").decode()}, "invalid_cursor"),
    Case("a limit of less than one", "conversations.list", {"limit": -1}, "invalid_limit"),
    Case("a channel", "conversations.info", {"channel": PRIVATE}, {"channel": {"id": PRIVATE, "name": "private", "is_member": True}}),
    Case("with its members counted", "conversations.info", {"channel": GENERAL, "include_num_members": "1"}, {"channel": {"num_members": 3}}),
    Case("one it cannot see", "conversations.info", {"channel": SECRET}, "channel_not_found"),
    Case("who is in it", "conversations.members", {"channel": GENERAL}, {"members": sorted([ANNA, APP, BEN])}),
    Case("who, a page", "conversations.members", {"channel": GENERAL, "limit": 2}, {"members": [str, str], "response_metadata": {"next_cursor": str}}),
    Case("who, nowhere", "conversations.members", {"channel": SECRET}, "channel_not_found"),
    Case("who, no such page", "conversations.members", {"channel": GENERAL, "cursor": "bmV4dDp4"}, "invalid_cursor"),
    Case("who, no such limit", "conversations.members", {"channel": GENERAL, "limit": "x"}, "invalid_limit"),
    Case("newest first; replies and whispers left out", "conversations.history", {"channel": GENERAL}, lambda s: {"messages": [{"ts": s.asked, "user": ANNA, "text": "Asked", "reply_count": 2, "reply_users": [BEN, ANNA], "thread_ts": s.asked}, {"ts": s.said, "metadata": None}], "has_more": False}),
    Case("with metadata", "conversations.history", {"channel": GENERAL, "include_all_metadata": True}, {"messages": [dict, {"metadata": {"event_type": "delivery"}}]}),
    Case("history, a page", "conversations.history", {"channel": GENERAL, "limit": 1}, {"messages": [{"text": "Asked"}], "has_more": True, "response_metadata": {"next_cursor": str}}),
    Case("history, the next", "conversations.history", {"channel": GENERAL, "limit": 1, "cursor": b64encode(b"next_ts:1733130000000000").decode()}, {"messages": [{"text": "Said"}], "has_more": False}),
    Case("history, a page of another kind", "conversations.history", {"channel": GENERAL, "cursor": b64encode(b"next:1").decode()}, "invalid_cursor"),
    Case("after", "conversations.history", lambda s: {"channel": GENERAL, "oldest": s.said}, {"messages": [{"text": "Asked"}]}),
    Case("from", "conversations.history", lambda s: {"channel": GENERAL, "oldest": s.said, "inclusive": "true"}, {"messages": [{"text": "Asked"}, {"text": "Said"}]}),
    Case("before", "conversations.history", lambda s: {"channel": GENERAL, "latest": s.asked}, {"messages": [{"text": "Said"}]}),
    Case("to", "conversations.history", lambda s: {"channel": GENERAL, "latest": s.asked, "oldest": s.asked, "inclusive": 1}, {"messages": [{"text": "Asked"}]}),
    Case("from a whole second", "conversations.history", {"channel": GENERAL, "oldest": 1_733_130_000}, {"messages": [dict]}),
    Case("history, not a member", "conversations.history", {"channel": ELSEWHERE}, "not_in_channel"),
    Case("history, nowhere", "conversations.history", {"channel": SECRET}, "channel_not_found"),
    Case("history, no such page", "conversations.history", {"channel": GENERAL, "cursor": "x"}, "invalid_cursor"),
    Case("history since no time", "conversations.history", {"channel": GENERAL, "oldest": "May"}, "invalid_ts_oldest"),
    Case("history to no time", "conversations.history", {"channel": GENERAL, "latest": "-1"}, "invalid_ts_latest"),
    Case("a thread, oldest first", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked}, lambda s: {"messages": [{"text": "Asked", "reply_count": 2}, {"text": "First", "thread_ts": s.asked, "parent_user_id": ANNA}, {"text": "Second"}]}),
    Case("by a reply", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.replied}, {"messages": [{"text": "Asked"}, dict, dict]}),
    Case("a message nobody answered", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.said, "include_all_metadata": "true"}, {"messages": [{"text": "Said", "metadata": dict}]}),
    Case("since a reply", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked, "oldest": s.replied}, {"messages": [{"text": "Asked"}, {"text": "Second"}]}),
    Case("replies, a page", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked, "limit": 2}, {"messages": [dict, dict], "has_more": True}),
    Case("no such thread", "conversations.replies", {"channel": GENERAL, "ts": "1700000000.000001"}, "thread_not_found"),
    Case("replies, not a member", "conversations.replies", {"channel": ELSEWHERE, "ts": "1.2"}, "not_in_channel"),
    Case("replies, nowhere", "conversations.replies", {"channel": SECRET, "ts": "1.2"}, "channel_not_found"),
    Case("replies, no such page", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked, "cursor": "x"}, "invalid_cursor"),
    Case("replies since no time", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked, "oldest": "x"}, "invalid_ts_oldest"),
    Case("replies to no time", "conversations.replies", lambda s: {"channel": GENERAL, "ts": s.asked, "latest": "x"}, "invalid_ts_latest"),
]

USERS = [
    Case("everybody, leavers too", "users.list", {}, {"members": [{"id": APP, "is_bot": True, "profile": {"bot_id": "B0ACTIONS"}}, {"id": ANNA, "name": "anna", "deleted": False, "tz": "Europe/London", "profile": {"real_name": "Anna Able", "title": "Governor", "email": "anna@example.org"}}, {"id": BEN}, {"id": GONE, "deleted": True}], "cache_ts": int, "response_metadata": {"next_cursor": ""}}),
    Case("people, a page", "users.list", {"limit": 3}, {"members": [dict] * 3, "response_metadata": {"next_cursor": b64encode(b"next:3").decode()}}),
    Case("people, no such page", "users.list", {"cursor": "x"}, "invalid_cursor"),
    Case("people, no such limit", "users.list", {"limit": "x"}, "invalid_limit"),
    Case("a person", "users.info", {"user": ANNA}, {"user": {"id": ANNA, "real_name": "Anna Able", "is_bot": False, "team_id": "T0WORKSPACE"}}),
    Case("a stranger", "users.info", {"user": "U0NONE"}, "user_not_found"),
    Case("by address", "users.lookupByEmail", {"email": "Anna@Example.org"}, {"user": {"id": ANNA}}),
    Case("no such address", "users.lookupByEmail", {"email": "no@example.org"}, "users_not_found"),
    Case("a leaver's address", "users.lookupByEmail", {"email": "gone@example.org"}, "users_not_found"),
]

VIEWS = [
    Case("opened", "views.open", lambda s: {"trigger_id": s.trigger(), "view": MODAL}, {"view": {"id": str, "type": "modal", "team_id": "T0WORKSPACE", "title": TITLE, "callback_id": "c", "state": {"values": {}}, "hash": str, "root_view_id": str, "previous_view_id": None, "app_id": "A0ACTIONS", "bot_id": "B0ACTIONS", "private_metadata": "", "external_id": "", "clear_on_close": False, "notify_on_close": False, "submit": None, "close": None, "blocks": [{"block_id": str}]}}),
    Case("late", "views.open", expired, "expired_trigger_id"),
    Case("twice", "views.open", exchanged, "exchanged_trigger_id"),
    Case("by no trigger of ours", "views.open", {"trigger_id": "1.2.a", "view": MODAL}, "invalid_trigger_id"),
    Case("a bad view", "views.open", lambda s: {"trigger_id": s.trigger(), "view": {"type": "modal", "blocks": []}}, invalid("missing required field: title [json-pointer:/view]")),
    Case("a Home", "views.open", lambda s: {"trigger_id": s.trigger(), "view": HOME}, invalid("unsupported type: home [json-pointer:/view/type]")),
    Case("a view in words", "views.open", lambda s: {"trigger_id": s.trigger(), "view": "{"}, "invalid_arguments"),
    Case("a name that is used", "views.open", lambda s: modal_opened(s, external_id="mine") | {"view": MODAL | {"external_id": "mine"}}, "duplicate_external_id"),
    Case("250 kB", "views.open", lambda s: {"trigger_id": s.trigger(), "view": MODAL | {"blocks": [{"type": "section", "fields": [{"type": "plain_text", "text": "x" * 2_000}] * 10}] * 13}}, "view_too_large"),
    Case("pushed", "views.push", modal_opened, {"view": {"previous_view_id": "V000000001", "root_view_id": "V000000001"}}),
    Case("a fourth", "views.push", lambda s: modal_opened(s, 3), "push_limit_reached"),
    Case("pushed on nothing †", "views.push", lambda s: {"trigger_id": s.trigger(), "view": MODAL}, invalid("must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]")),
    Case("pushed late", "views.push", expired, "expired_trigger_id"),
    Case("pushed twice", "views.push", exchanged, "exchanged_trigger_id"),
    Case("pushed by no trigger", "views.push", {"trigger_id": "1.2.a", "view": MODAL}, "invalid_trigger_id"),
    Case("pushed, a used name", "views.push", lambda s: modal_opened(s, external_id="mine") | {"view": MODAL | {"external_id": "mine"}}, "duplicate_external_id"),
    Case("pushed, a bad view", "views.push", lambda s: modal_opened(s) | {"view": {}}, "invalid_arguments"),
    Case("updated", "views.update", updating, {"view": {"title": {"text": "Changed"}}}),
    Case("updated by its name", "views.update", lambda s: updating(s, external_id="mine", view_id=""), {"view": {"title": {"text": "Changed"}}}),
    Case("updated as it was", "views.update", lambda s: updating(s) | {"hash": top(s).hash}, OK),
    Case("updated meanwhile", "views.update", lambda s: updating(s, hash="1.2"), "hash_conflict"),
    Case("update what is gone", "views.update", {"view_id": "V1", "view": MODAL}, "not_found"),
    Case("update no name", "views.update", {"external_id": "none", "view": MODAL}, "not_found"),
    Case("update neither", "views.update", {"view": MODAL}, "invalid_arguments"),
    Case("update into a Home ‡", "views.update", lambda s: updating(s, view=HOME), "invalid_arguments"),
    Case("update, a used name", "views.update", lambda s: (updating(s) and (opened(s, external_id="other") or {"view_id": top(s).id, "view": MODAL | {"external_id": "mine"}})), "duplicate_external_id"),
    Case("published", "views.publish", {"user_id": ANNA, "view": HOME}, {"view": {"type": "home", "root_view_id": str, "blocks": [{"type": "section"}]}}),
    Case("published for a stranger", "views.publish", {"user_id": "U0NONE", "view": HOME}, {"error": "invalid_arguments"}),
    Case("published a modal", "views.publish", {"user_id": ANNA, "view": MODAL}, "invalid_arguments"),
    Case("published, a bad block", "views.publish", {"user_id": ANNA, "view": {"type": "home", "blocks": [TABLE]}}, invalid("unsupported type: table [json-pointer:/view/blocks/0/type]")),
]

FILES = [
    Case("where to send it", "files.getUploadURLExternal", {"filename": "a.csv", "length": 4}, lambda s: {"upload_url": f"{s.url}/upload/F000000001", "file_id": "F000000001"}),
    Case("of no length", "files.getUploadURLExternal", {"filename": "a.csv", "length": "long"}, "invalid_arguments"),
    Case("shared", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s), "title": "Plan"}], "channel_id": GENERAL, "initial_comment": "Here"}, {"files": [{"id": str, "title": "Plan", "size": 4, "mimetype": "text/csv"}]}),
    Case("kept", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s)}]}, {"files": [{"title": "plan.csv"}]}),
    Case("never announced", "files.completeUploadExternal", {"files": [{"id": "F1"}]}, "file_not_found"),
    Case("never sent", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s, sent=False)}]}, "file_not_found"),
    Case("shared nowhere ‡", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s)}], "channel_id": "C0NONE"}, "channel_not_found"),
    Case("shared, not a member ‡", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s)}], "channel_id": ELSEWHERE}, "not_in_channel"),
    Case("shared in the archive", "files.completeUploadExternal", lambda s: {"files": [{"id": a_file(s)}], "channel_id": OLD}, "is_archived"),
    Case("files that are none", "files.completeUploadExternal", {"files": "["}, "invalid_arguments"),
    Case("what is known", "files.info", lambda s: {"file": a_file(s)}, {"file": {"name": "plan.csv", "user": APP, "url_private": str, "content": None}}),
    Case("of no file", "files.info", {"file": "F1"}, "file_not_found"),
]

REST = [
    Case("echo", "api.test", {"foo": "bar"}, {"args": {"foo": "bar"}}),
    Case("an error asked for", "api.test", {"error": "my_error"}, {"error": "my_error", "args": {"error": "my_error"}}),
    Case("who it is", "auth.test", {}, {"user_id": APP, "user": "actions", "bot_id": "B0ACTIONS", "team_id": "T0WORKSPACE", "team": "Sample workspace", "url": str}),
    Case("right blocks", "blocks.validate", {"blocks": [SECTION, TABLE]}, OK),
    Case("a right message", "blocks.validate", {"message": {"blocks": [TABLE]}}, OK),
    Case("a right view, in words", "blocks.validate", {"view": '{"type":"home","blocks":[]}'}, OK),
    Case("bad blocks", "blocks.validate", {"blocks": [{"type": "section", "text": {"type": "text", "text": "a"}}]}, {"error": "invalid_blocks", "errors": [{"pointer": "/0/text/type", "code": "failed_constraint", "message": "unsupported type: text", "constraint": {"type": "enum", "got": "text", "expected": ["mrkdwn", "plain_text"]}}]}),
    Case("a bad message †", "blocks.validate", {"message": {"blocks": [{"type": "alert"}]}}, {"error": "invalid_message", "errors": [{"pointer": "/blocks/0/type", "code": "failed_constraint"}]}),
    Case("a bad view ‡", "blocks.validate", {"view": {"type": "modal", "blocks": []}}, {"error": "invalid_view", "errors": [{"pointer": "", "code": "missing_property", "field": "title", "message": "missing required field: title"}]}),
    Case("nothing", "blocks.validate", {}, "invalid_arguments"),
    Case("two things", "blocks.validate", {"blocks": [], "view": HOME}, "invalid_arguments"),
]
# fmt: on

TABLE_OF_CASES = [*CHAT, *CONVERSATIONS, *USERS, *VIEWS, *FILES, *REST]
