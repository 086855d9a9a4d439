"""What Slack sends an app, in Slack's shapes. All of it comes from the workspace's own copy of things."""

from secrets import token_hex
from typing import Any

from workspace.team import Conversation, Json, Message, Team, View

NAMES = {"im": "directmessage", "private": "privategroup"}
TOKEN = "workspace-verification-token"  # noqa: S105 (what signatures replaced; still sent)


def command(team: Team, user: str, channel: Conversation, typed: tuple[str, str], **more: str) -> dict[str, str]:
    """`typed` is the command and the rest of the line, unescaped; `more` brings response_url and trigger_id."""
    where = {"channel_id": channel.id, "channel_name": place(channel)["name"]}
    who = {"team_id": team.id, "team_domain": team.domain, "user_id": user, "user_name": team.people[user].name}
    what = {"command": typed[0], "text": typed[1], "api_app_id": team.app.id, "is_enterprise_install": "false"}
    return {"token": TOKEN, **who, **where, **what, **more}


def interaction(team: Team, kind: str, user: str, **more: Any) -> Json:
    name = team.people[user].name
    who = {"user": {"id": user, "username": name, "name": name, "team_id": team.id}, "api_app_id": team.app.id}
    where = {"team": {"id": team.id, "domain": team.domain}, "enterprise": None, "is_enterprise_install": False}
    return {"type": kind, **who, "token": TOKEN, **where, **more}


def place(channel: Conversation) -> dict[str, str]:
    return {"id": channel.id, "name": NAMES.get(channel.kind, channel.name)}


def container(channel: Conversation, message: Message) -> Json:
    """Where a press was."""
    thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    stands = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
    return {**stands, "is_ephemeral": message.only_for is not None, **thread}


def event(team: Team, inner: Json) -> Json:
    """An event_callback around `inner`, with an id of its own."""
    whose = {"team_id": team.id, "enterprise_id": None, "user_id": team.app.user_id, "is_enterprise_install": False}
    name = token_hex(5).upper()  # new in every run: apps remember which they have seen
    own = {"event_id": f"Ev0{name}", "event_time": int(team.clock()), "event_context": f"4-{name}"}
    return {
        "token": TOKEN,
        "team_id": team.id,
        "context_team_id": team.id,
        "context_enterprise_id": None,
        "api_app_id": team.app.id,
        "event": inner,
        "type": "event_callback",
        **own,
        "authorizations": [{**whose, "is_bot": True}],
        "is_ext_shared_channel": False,
    }


def view(team: Team, view: View) -> Json:
    """As apps are shown a view, whichever way."""
    usual: Json = dict.fromkeys(("private_metadata", "callback_id", "external_id"), "")
    usual |= dict.fromkeys(("clear_on_close", "notify_on_close"), False) | dict.fromkeys(("title", "close", "submit"))
    own = {"id": view.id, "team_id": team.id, "state": view.state, "hash": view.hash, "root_view_id": view.root_id}
    whose = {"app_id": team.app.id, "app_installed_team_id": team.id, "bot_id": team.app.bot_id}
    return {**usual, **view.body, **own, **whose, "previous_view_id": view.previous_id}
