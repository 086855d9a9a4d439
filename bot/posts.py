"""Who holds what at a prison, in the words that every platform shares."""

from bot import wording
from bot.wording import joined, many
from plans.messages import Held, Posts

NONE = (
    "Nobody is registered there yet, so nobody is reminded of anything."
    " A coordinator adds the posts: actions posts import FILE.csv"
)


def summary(message: Posts) -> str:
    """HMP Rochester on 2 December 2024: 5 posts, 1 of them vacant; 3 that its plan names are not registered."""
    start = f"{message.prison} on {wording.day(message.on)}"
    if not message.held:
        return f"{start}: {NONE[0].lower()}{NONE[1:]}"
    posts = dict.fromkeys(each.post for each in message.held)
    filled = {each.post for each in message.held if each.holder and each.how != "deputy"}
    vacant = len(posts) - len(filled)
    return f"{start}: {many(len(posts), 'post')}{f', {vacant} of them vacant' if vacant else ''}{_unheld(message)}."


def _unheld(message: Posts) -> str:
    count = len(message.unregistered)
    if not count:
        return ""
    return f"; {count} that its plan names {'is' if count == 1 else 'are'} not registered"


def cells(held: Held) -> tuple[str, str, str]:
    """The post, who holds it and how, what it owes."""
    owes = f"{many(held.actions, 'open action')}" if held.actions and held.how == "holder" else ""
    return held.post, ", ".join(filter(None, [_holder(held), held.note])), owes


def _holder(held: Held) -> str:
    if held.holder is None:
        return "vacant" + _period(held)
    how = "" if held.how == "holder" else f" ({held.how})"
    return f"{held.holder}{how}{_period(held)}"


def _period(held: Held) -> str:
    since = f"since {wording.day(held.since)}" if held.since else ""
    until = f"until {wording.day(held.until)}" if held.until else ""
    return "".join(f", {each}" for each in (since, until) if each)


def remarks(message: Posts) -> list[str]:
    """The posts nobody holds, then roles and contacts."""
    unheld = [f"{post} ({many(count, 'open action')})" for post, count in message.unregistered]
    said = [f"Not registered: {joined(unheld)}."] if unheld else []
    said += [f"{role}: {who}." for role, who in message.roles]
    return said + [f"Contact of {organisation}: {post}." for organisation, post in message.liaisons]
