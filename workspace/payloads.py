"""What Slack shows and sends an app, in Slack's shapes. All of it comes from the workspace's own copy of things."""

from secrets import token_hex
from typing import Any

from workspace.team import Conversation, Json, Message, Person, Team, View

TOKEN = "workspace-verification-token"  # noqa: S105 (what signatures replaced; still sent)
# By kind of conversation: what an event says of it, and the event that an app subscribes to.
TYPES = {"channel": "channel", "private": "group", "im": "im"}
EVENTS = {"channel": "message.channels", "private": "message.groups", "im": "message.im"}
NAMES = {"im": "directmessage", "private": "privategroup"}  # of what commands and presses do not call by name


def message(team: Team, channel: Conversation, said: Message, *, metadata: bool = True) -> Json:
    app, began = team.app, channel.messages.get(said.thread_ts or "")
    profile = {"id": app.bot_id, "app_id": app.id, "name": app.name, "icons": {}, "deleted": False}
    optional = {
        **{name: getattr(said, name) for name in ("subtype", "blocks", "attachments", "files", "thread_ts")},
        "parent_user_id": began.user if began and began.ts != said.ts else None,
        "edited": {"user": said.user, "ts": said.edited} if said.edited else None,
        "metadata": said.metadata if metadata else None,
        **({"bot_id": said.bot_id, "app_id": app.id, "bot_profile": profile} if said.bot_id else {}),
    }
    if replies := [each for each in channel.thread(said.ts) if each.ts != said.ts and not each.only_for]:
        users = list(dict.fromkeys(each.user for each in replies))
        optional |= {"thread_ts": said.ts, "reply_count": len(replies), "latest_reply": replies[-1].ts}
        optional |= {"reply_users": users, "reply_users_count": len(users)}
    own = {"type": "message", "user": said.user, "team": team.id, "ts": said.ts, "text": said.text}
    return own | {name: value for name, value in optional.items() if value}


def conversation(team: Team, found: Conversation) -> Json:
    me = team.app.user_id
    common: Json = {"id": found.id, "created": found.created, "is_archived": found.archived, "is_mpim": False}
    if found.kind == "im":
        other = next(iter(found.members - {me}), me)
        return {**common, "is_im": True, "user": other, "is_user_deleted": team.people[other].deleted, "is_open": True}
    kind = {"is_channel": True, "is_group": False, "is_im": False, "is_private": found.kind == "private"}
    named = {"name": found.name, "name_normalized": found.name, "is_member": me in found.members}
    said = {"topic": {"value": found.topic, "creator": "", "last_set": 0}, "purpose": {"value": ""}}
    return {**common, **named, **kind, **said, "num_members": len(found.members)}


def person(team: Team, who: Person) -> Json:
    names = {"real_name": who.real_name, "display_name": who.name, "title": who.title, "team": team.id}
    address = {"email": who.email} if who.email else {}
    whose = {"bot_id": team.app.bot_id, "api_app_id": team.app.id} if who.bot else {}
    own = {"id": who.id, "team_id": team.id, "name": who.name, "deleted": who.deleted, "is_bot": who.bot}
    zone = {"tz": "Europe/London", "tz_label": "Greenwich Mean Time", "tz_offset": 0}
    here = {} if who.deleted else {"real_name": who.real_name, **zone}
    return {**own, **here, "profile": {**names, **address, **whose}, "updated": 1_700_000_000}


def view(team: Team, shown: View) -> Json:
    usual: Json = dict.fromkeys(("private_metadata", "callback_id", "external_id"), "")
    usual |= dict.fromkeys(("clear_on_close", "notify_on_close"), False) | dict.fromkeys(("title", "close", "submit"))
    own = {"id": shown.id, "team_id": team.id, "state": shown.state, "hash": shown.hash, "root_view_id": shown.root_id}
    whose = {"app_id": team.app.id, "app_installed_team_id": team.id, "bot_id": team.app.bot_id}
    return {**usual, **shown.body, **own, **whose, "previous_view_id": shown.previous_id}


def place(channel: Conversation) -> dict[str, str]:
    return {"id": channel.id, "name": NAMES.get(channel.kind, channel.name)}


def command(team: Team, user: str, channel: Conversation, typed: tuple[str, str], **more: str) -> dict[str, str]:
    """`typed` is the command and the rest of the line, unescaped; `more` brings response_url and trigger_id."""
    where = {f"channel_{name}": value for name, value in place(channel).items()}
    who = {"team_id": team.id, "team_domain": team.domain, "user_id": user, "user_name": team.people[user].name}
    what = {"command": typed[0], "text": typed[1], "api_app_id": team.app.id, "is_enterprise_install": "false"}
    return {"token": TOKEN, **who, **where, **what, **more}


def interaction(team: Team, kind: str, user: str, **more: Any) -> Json:
    name = team.people[user].name
    who = {"user": {"id": user, "username": name, "name": name, "team_id": team.id}, "api_app_id": team.app.id}
    where = {"team": {"id": team.id, "domain": team.domain}, "enterprise": None, "is_enterprise_install": False}
    return {"type": kind, **who, "token": TOKEN, **where, **more}


def event(team: Team, inner: Json) -> Json:
    """An event_callback around `inner`, with an id of its own."""
    whose = {"team_id": team.id, "enterprise_id": None, "user_id": team.app.user_id, "is_enterprise_install": False}
    name = token_hex(5).upper()  # new in every run: apps remember which they have seen
    own = {"event_id": f"Ev0{name}", "event_time": int(team.clock()), "event_context": f"4-{name}"}
    context = {"token": TOKEN, "team_id": team.id, "context_team_id": team.id, "context_enterprise_id": None}
    called = {"type": "event_callback", "event": inner, "api_app_id": team.app.id, "is_ext_shared_channel": False}
    return {**context, **called, **own, "authorizations": [{**whose, "is_bot": True}]}


def events(team: Team, channel: Conversation, now: Message | None, was: Message | None) -> list[Json]:
    """Those of a message that the app subscribed to. `now` None: gone; `was` None: new."""
    subscribed, me = team.app.events, team.app.user_id
    where = {"channel": channel.id, "channel_type": TYPES[channel.kind]}
    if now is not None and was is None:
        told = {**message(team, channel, now), **where, "event_ts": now.ts}
    else:
        ts, stages = team.next_ts(), {"message": now, "previous_message": was}
        then = {name: message(team, channel, each) for name, each in stages.items() if each}
        changed = (
            {"subtype": "message_changed"} if now else {"subtype": "message_deleted", "deleted_ts": was and was.ts}
        )
        told = {"type": "message", "hidden": True, **where, **then, **changed, "ts": ts, "event_ts": ts}
    found = [told] if EVENTS[channel.kind] in subscribed else []
    mentioned = now is not None and was is None and now.user != me and f"<@{me}>" in now.text
    if mentioned and channel.kind != "im" and "app_mention" in subscribed:
        kept = {name: value for name, value in told.items() if name not in ("channel_type", "subtype")}
        found.append({**kept, "type": "app_mention"})
    return found
