"""What a person may reach: themselves, the conversations they are in, the messages and forms they can see."""

from workspace.refusals import Sorry
from workspace.team import Conversation, Message, Team, View


def person(team: Team, user: str) -> str:
    if user not in [each.id for each in team.actors()]:
        raise Sorry("There is nobody here to act as by that id.")
    return user


def place(team: Team, user: str, channel: str) -> Conversation:
    for each in team.seen_by(person(team, user)):
        if each.id == channel:
            return each
    raise Sorry("There is no such conversation, or you are not in it.")


def message(user: str, place: Conversation, ts: str) -> Message:
    for each in place.visible(user):
        if each.ts == ts:
            return each
    raise Sorry("That message is no longer there.")


def view(team: Team, user: str, view_id: str) -> View:
    """The form on top, or the Home."""
    for each in (team.top(person(team, user)), team.homes.get(user)):
        if each is not None and each.id == view_id:
            return each
    raise Sorry("That form is no longer open.")
