"""Stands in for the Web API's composing until it lands; then it goes."""

from uuid import uuid4

from workspace.faults import Faults
from workspace.team import Conversation, Json, Message, Team, View


def compose(team: Team, faults: Faults, payload: Json, *, channel: Conversation) -> Message:
    blocks = [{"block_id": uuid4().hex[:5], **block} for block in payload.get("blocks") or []]
    app = team.app
    return Message(team.next_ts(), app.user_id, payload.get("text", ""), blocks, bot_id=app.bot_id, at=team.now())


def updated(team: Team, view: View, body: Json) -> None:
    view.body, view.hash = body, uuid4().hex
    team.changed("view", user=view.user)


def pushed(team: Team, user: str, body: Json) -> None:
    stack = team.modals.setdefault(user, [])
    view = View(team.next_id("V"), uuid4().hex, user, body, stack[0].id if stack else "")
    stack.append(view)
    team.changed("view", user=user)
