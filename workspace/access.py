"""What a person may reach: themselves, the conversations they are in, the messages and forms they can see."""

from workspace.outcome import Sorry
from workspace.team import Conversation, Message, Team, View


def person(team: Team, user: str) -> str:
    found = team.people.get(user)
    if found is None or found.deleted or found.bot:
        raise Sorry("There is nobody here to act as by that id.")
    return user


def place(team: Team, user: str, channel: str) -> Conversation:
    seen = {each.id: each for each in team.seen_by(person(team, user))}
    if channel not in seen:
        raise Sorry("There is no such conversation, or you are not in it.")
    return seen[channel]


def message(user: str, place: Conversation, ts: str) -> Message:
    found = place.messages.get(ts)
    if found is None or found.only_for not in (None, user):
        raise Sorry("That message is no longer there.")
    return found


def view(team: Team, user: str, view_id: str) -> View:
    """The form on top, or the Home."""
    shown = [*team.modals.get(person(team, user), [])[-1:], team.homes.get(user)]
    found = next((view for view in shown if view is not None and view.id == view_id), None)
    if found is None:
        raise Sorry("That form is no longer open.")
    return found
