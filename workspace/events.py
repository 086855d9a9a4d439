"""The events of messages: new, changed, gone."""

from workspace.methods.chat import as_message
from workspace.team import Conversation, Json, Message, Team

# By kind of conversation: what an event says of it, and the event that an app subscribes to.
TYPES = {"channel": "channel", "private": "group", "im": "im"}
EVENTS = {"channel": "message.channels", "private": "message.groups", "im": "message.im"}


def heard(team: Team, channel: Conversation, now: Message | None, was: Message | None) -> list[Json]:
    """Those that the app subscribed to. `now` None: gone; `was` None: new."""
    subscribed, me = team.app.events, team.app.user_id
    inner = _message(team, channel, now, was)
    found = [inner] if EVENTS[channel.kind] in subscribed else []
    fresh = now is not None and was is None and now.user != me and channel.kind != "im"
    if fresh and "app_mention" in subscribed and f"<@{me}>" in inner["text"]:
        kept = {name: value for name, value in inner.items() if name not in ("channel_type", "subtype")}
        found.append({**kept, "type": "app_mention"})
    return found


def _message(team: Team, channel: Conversation, now: Message | None, was: Message | None) -> Json:
    where = {"channel": channel.id, "channel_type": TYPES[channel.kind]}
    if now is not None and was is None:
        return {**as_message(team, now, channel), **where, "event_ts": now.ts}
    ts = team.next_ts()
    before = {"previous_message": as_message(team, was, channel)} if was else {}
    told = {"type": "message", "hidden": True, **where, **before, "ts": ts, "event_ts": ts}
    if now is not None:
        return {**told, "subtype": "message_changed", "message": as_message(team, now, channel)}
    return {**told, "subtype": "message_deleted", "deleted_ts": was and was.ts}
