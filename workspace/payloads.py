"""What Slack sends an app, in Slack's shapes. All of it comes from the workspace's own copy of things."""

from typing import Any

from workspace.team import Conversation, Json, Message, Team, View

NAMES = {"im": "directmessage", "private": "privategroup"}
TYPES = {"channel": "channel", "private": "group", "im": "im"}
TOKEN = "workspace-verification-token"  # noqa: S105 (what signatures replaced; still sent)


def command(team: Team, user: str, channel: Conversation, typed: tuple[str, str], **more: str) -> dict[str, str]:
    """`typed` is the command and the rest of the line, unescaped; `more` brings response_url and trigger_id."""
    return {
        "token": TOKEN,
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": NAMES.get(channel.kind, channel.name),
        "user_id": user,
        "user_name": team.people[user].name,
        "command": typed[0],
        "text": typed[1],
        "api_app_id": team.app.id,
        "is_enterprise_install": "false",
        **more,
    }


def interaction(team: Team, kind: str, user: str, **more: Any) -> Json:
    name = team.people[user].name
    return {
        "type": kind,
        "user": {"id": user, "username": name, "name": name, "team_id": team.id},
        "api_app_id": team.app.id,
        "token": TOKEN,
        "team": {"id": team.id, "domain": team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        **more,
    }


def place(channel: Conversation) -> Json:
    return {"id": channel.id, "name": NAMES.get(channel.kind, channel.name)}


def acted_on(team: Team, channel: Conversation, message: Message) -> Json:
    """Where a press was. A message that one person sees is not shown to the app again."""
    ephemeral, thread = message.only_for is not None, {"thread_ts": message.thread_ts} if message.thread_ts else {}
    stands = {"type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": ephemeral}
    shown = {} if ephemeral else {"message": message_of(team, message)}
    return {"container": stands | thread, "channel": place(channel), **shown}


def message_of(team: Team, message: Message) -> Json:
    """As events and interactions carry it."""
    given = {
        "subtype": message.subtype,
        "bot_id": message.bot_id,
        "app_id": message.bot_id and team.app.id,
        "thread_ts": message.thread_ts,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "files": message.files,
        "metadata": message.metadata,
        "edited": message.edited and {"user": message.user, "ts": message.edited},
    }
    kept = {key: value for key, value in given.items() if value}
    return {"type": "message", "user": message.user, "ts": message.ts, "text": message.text, "team": team.id, **kept}


def view(team: Team, view: View) -> Json:
    app = team.app
    usual: Json = dict.fromkeys(("private_metadata", "callback_id", "external_id"), "")
    usual |= dict.fromkeys(("clear_on_close", "notify_on_close"), False) | {"close": None, "submit": None}
    own = {"id": view.id, "team_id": team.id, "state": view.state, "hash": view.hash, "root_view_id": view.root_id}
    whose = {"app_id": app.id, "app_installed_team_id": team.id, "bot_id": app.bot_id}
    return {**usual, **view.body, **own, **whose, "previous_view_id": view.previous_id}


def event(team: Team, inner: Json) -> Json:
    """An event_callback around `inner`, with an id of its own."""
    app = team.app
    authorization = {"enterprise_id": None, "team_id": team.id, "user_id": app.user_id, "is_bot": True}
    return {
        "token": TOKEN,
        "team_id": team.id,
        "context_team_id": team.id,
        "context_enterprise_id": None,
        "api_app_id": app.id,
        "event": inner,
        "type": "event_callback",
        "event_id": team.next_id("Ev"),
        "event_time": int(team.clock()),
        "authorizations": [{**authorization, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
        "event_context": f"4-{team.next_id('EC')}",
    }


def heard(team: Team, channel: Conversation, now: Message | None, was: Message | None) -> list[Json]:
    """The events of a message that is new, changed or gone: those that the app subscribed to."""
    inner = message_event(team, channel, now, was)
    found = [inner] if f"message.{_plural(channel)}" in team.app.events else []
    new = now is not None and was is None and now.user != team.app.user_id
    if new and channel.kind != "im" and f"<@{team.app.user_id}>" in inner["text"] and "app_mention" in team.app.events:
        kept = {key: value for key, value in inner.items() if key not in ("channel_type", "subtype")}
        found.append({**kept, "type": "app_mention"})
    return found


def message_event(team: Team, channel: Conversation, now: Message | None, was: Message | None) -> Json:
    where = {"channel": channel.id, "channel_type": TYPES[channel.kind]}
    if now is not None and was is None:
        return {**message_of(team, now), **where, "event_ts": now.ts}
    ts = team.next_ts()
    before = {"previous_message": message_of(team, was)} if was else {}
    told = {"type": "message", "hidden": True, **where, **before, "ts": ts, "event_ts": ts}
    if now is not None:
        return {**told, "subtype": "message_changed", "message": message_of(team, now)}
    return {**told, "subtype": "message_deleted", "deleted_ts": was and was.ts}


def _plural(channel: Conversation) -> str:
    return {"channel": "channels", "private": "groups", "im": "im"}[channel.kind]
