"""What the page shows a person, as facts to draw."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from workspace import payloads
from workspace.team import Change, Conversation, Json, Message, Person, Team

PLAIN = ("ts", "user", "text", "blocks", "attachments", "files", "thread_ts")


def actors(team: Team) -> Iterator[Person]:
    """Who one can be."""
    return (each for each in team.people.values() if not each.bot and not each.deleted)


def state(team: Team, me: str, hints: tuple[str, ...]) -> Json:
    app = team.app
    named = [*actors(team), team.people[app.user_id]]
    return {
        "team": {"name": team.name},
        "app": {"id": app.id, "user_id": app.user_id, "name": app.name, "commands": list(app.commands)},
        "me": _person(team.people[me]),
        "people": [_person(each) for each in named],
        "conversations": [_listed(team, each, me) for each in team.seen_by(me) if not each.archived],
        "calendar": _calendar(team),
        "hints": list(hints),
        "home": me in team.homes,
    }


def conversation(team: Team, place: Conversation, me: str) -> Json:
    replies: dict[str, list[str]] = defaultdict(list)
    for each in place.visible(me):
        if each.thread_ts not in (None, each.ts):
            replies[each.thread_ts or ""].append(each.ts)
    shown = [_message(team, each, replies[each.ts]) | {"unread": _new(place, each, me)} for each in place.visible(me)]
    return {**_listed(team, place, me), "messages": shown}


def top(team: Team, me: str) -> Json | None:
    stack = team.modals.get(me)
    return payloads.view(team, stack[-1]) if stack else None


def home(team: Team, me: str) -> Json | None:
    shown = team.homes.get(me)
    return payloads.view(team, shown) if shown else None


def may_see(team: Team, me: str, change: Change) -> bool:
    seen = change.channel is None or any(each.id == change.channel for each in team.seen_by(me))
    return seen and change.user in (None, me)


def _person(person: Person) -> Json:
    return {name: getattr(person, name) for name in ("id", "name", "real_name", "title", "bot")}


def _other(place: Conversation, me: str) -> str | None:
    """Whom one's direct messages are with."""
    return next((each for each in place.members if each != me), me) if place.kind == "im" else None


def _new(place: Conversation, message: Message, me: str) -> bool:
    return message.ts > place.read.get(me, "") and message.user != me


def _listed(team: Team, place: Conversation, me: str) -> Json:
    partner = _other(place, me)
    unread = [each for each in place.visible(me) if _new(place, each, me)]
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
    plain = {name: getattr(message, name) for name in PLAIN}
    return {
        **plain,
        "author": _author(team, message),
        "ephemeral": message.only_for is not None,
        "edited": message.edited is not None,
        "at": message.at and message.at.isoformat(),
        "time": datetime.fromtimestamp(float(message.ts), UTC).isoformat(),
        "reply_count": len(replies),
        "latest_reply": max(replies, default=None),
    }


def _author(team: Team, message: Message) -> Json:
    """Somebody here, or Slack itself."""
    author = team.people.get(message.user) or Person(message.user, "slackbot", "Slackbot", bot=True)
    return {"name": author.real_name, "app": author.bot, "title": author.title}


def _calendar(team: Team) -> Json | None:
    now = team.now()
    if now is None:
        return None
    hour = f"{now.hour % 12 or 12}{f':{now.minute:02}' if now.minute else ''}{'am' if now.hour < 12 else 'pm'}"
    return {"now": now.isoformat(), "label": f"{now:%A} {now.day} {now:%B %Y}, {hour}"}
