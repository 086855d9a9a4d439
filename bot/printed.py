"""An action as its plan prints it: which page, table and row, and the words that stand there."""

from bot.actions import where_of
from bot.wording import capital, strong
from plans.messages import Printed

NAMES = {
    "theme": "Theme",
    "recommendation": "Concern or recommendation",
    "response": "Response",
    "text": "Action",
    "owner": "Owner",
    "target": "Target date",
}
NOWHERE = "Where it stands was not kept when this plan was imported. Import the plan again to know it."


def heading(message: Printed) -> list[str]:
    """Which action, of which plan, read from which file."""
    plan = where_of(message.prison, message.plan)
    return [strong(f"{message.address} {message.title}"), f"{plan}: {message.file}" if message.file else plan]


def part(what: str, place: str) -> str:
    """What stands above the words: "Owner (page 3, table 1, row 7)"."""
    name = NAMES.get(what, capital(what))
    return f"{name} ({place})" if place else name


def remarks(message: Printed) -> list[str]:
    return [] if any(place for _, _, place in message.parts) else [NOWHERE]


def paragraphs(message: Printed) -> list[str]:
    """All of it in order, for faces that have no boxes."""
    parts = [f"{part(what, place)}:\n  {words}" for what, words, place in message.parts]
    return ["\n".join(heading(message)), *parts, *remarks(message)]
