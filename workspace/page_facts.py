"""What the page shows a person, as facts to draw."""

from collections import defaultdict
from datetime import UTC, datetime

from workspace import payloads
from workspace.team import Change, Conversation, Json, Message, Person, Team, View

PLAIN = ("ts", "user", "text", "blocks", "attachments", "files", "thread_ts")
SLACK = Person("USLACKBOT", "slackbot", "Slackbot", bot=True)


def state(team: Team, me: str, hints: tuple[str, ...]) -> Json:
    app = team.app
    named = [*team.actors(), team.people[app.user_id]]
    return {
        "team": {"name": team.name},
        "app": {
            "id": app.id,
            "user_id": app.user_id,
            "name": app.name,
            "commands": list(app.commands),
            "shortcuts": [{"callback_id": id, "name": name} for id, name in app.shortcuts],
        },
        "me": _person(team.people[me]),
        "people": [_person(each) for each in named],
        "conversations": [_listed(team, each, me) for each in team.seen_by(me) if not each.archived],
        "calendar": _calendar(team.now()),
        "hints": list(hints),
        "home": me in team.homes,
    }


def conversation(team: Team, place: Conversation, me: str) -> Json:
    replies, unread = defaultdict[str | None, list[str]](list), {each.ts for each in place.unread(me)}
    for each in place.visible(me):
        if each.thread_ts != each.ts:
            replies[each.thread_ts].append(each.ts)
    shown = [_message(team, each, replies[each.ts]) | {"unread": each.ts in unread} for each in place.visible(me)]
    return {**_listed(team, place, me), "messages": shown}


def view(team: Team, shown: View | None) -> Json:
    return {"view": payloads.view(team, shown) if shown else None}


def may_see(team: Team, me: str, change: Change) -> bool:
    seen = change.channel is None or any(each.id == change.channel for each in team.seen_by(me))
    return seen and change.user in (None, me)


def _person(person: Person) -> Json:
    return {name: getattr(person, name) for name in ("id", "name", "real_name", "title", "bot")}


def _listed(team: Team, place: Conversation, me: str) -> Json:
    """Direct messages are called by whom they are with."""
    partner = next((each for each in place.members if each != me), me) if place.kind == "im" else None
    unread = place.unread(me)
    return {
        "id": place.id,
        "name": team.people[partner].real_name if partner else place.name,
        "kind": place.kind,
        "topic": place.topic,
        "with": partner,
        "unread": len(unread),
        "mention": any(f"<@{me}>" in each.text for each in unread),
    }


def _message(team: Team, message: Message, replies: list[str]) -> Json:
    author = team.people.get(message.user, SLACK)
    return {
        **{name: getattr(message, name) for name in PLAIN},
        "text": message.text
        or "\n".join(str(each.get("text") or each.get("fallback") or "") for each in message.attachments),
        "author": {"name": author.real_name, "app": author.bot, "title": author.title},
        "ephemeral": message.only_for is not None,
        "edited": message.edited is not None,
        "at": message.at and message.at.isoformat(),
        "time": datetime.fromtimestamp(float(message.ts), UTC).isoformat(),
        "reply_count": len(replies),
        "latest_reply": max(replies, default=None),
    }


def _calendar(now: datetime | None) -> Json | None:
    if now is None:
        return None
    hour = f"{now.hour % 12 or 12}{f':{now.minute:02}' if now.minute else ''}{'am' if now.hour < 12 else 'pm'}"
    return {"now": now.isoformat(), "label": f"{now:%A} {now.day} {now:%B %Y}, {hour}"}
