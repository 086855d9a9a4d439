"""A list of actions in blocks: what it comes to, the first lines as text, the buttons, then the rest as a table."""

from dataclasses import replace

from bot import wording
from bot.slack import tables
from bot.slack.blocks import buttons, clipped, context, section
from bot.slack.limits import Block
from bot.slack.marks import bold, fit, literal
from bot.slack.tables import Face, table_of
from bot.summaries import summary
from plans.messages import Listing

FOOT = 600


def draw(message: Listing, face: Face | None) -> tuple[list[Block], list[Block], bool]:
    """(what stands above the table, the table if any, whether one is to follow)."""
    first = wording.first(message)
    top = [section("\n".join(tables.texts(message, first)))] if first else []
    wanted = message.total > len(first)  # a list that the lines of text already show whole needs no table
    follows = face is None and wanted
    rows, drawn = tables.draw(message, table_of(face)) if face and wanted else ([], 0)
    above = [
        section(fit(summary(message), 600, literal)),
        *top,
        *_foot(message, drawn=drawn, follows=follows),
        *buttons(message.verbs),  # above the table, which fills a screen
    ]
    return above, rows, follows


def draw_rest(message: Listing, face: Face) -> list[Block]:
    """The table alone, and what it has no room for."""
    rows, drawn = tables.draw(message, table_of(face))
    note = _left_out(message, drawn)
    return [*rows, *([context(note)] if note else [])]


def _foot(message: Listing, *, drawn: int, follows: bool) -> list[Block]:
    more = message.total - len(wording.first(message))
    where = " in the table that follows" if follows else " in the table below" if drawn else ""
    counted = f"… and {more:,} more{where}." if more > 0 and message.pages == 1 else ""
    page = _page(message, where) if message.pages > 1 else ""
    remarks = wording.remarks(_quoted_remarks(message), bold)
    said = " ".join(filter(None, [counted, page, _left_out(message, drawn) if drawn else "", *remarks]))
    return [context(clipped(said, FOOT))] if said else []


def _page(message: Listing, where: str) -> str:
    """Which lines of the whole list this page has."""
    count = len(message.lines)
    first = message.total - count + 1 if message.page == message.pages else (message.page - 1) * count + 1
    place = f"{first:,} to {first + count - 1:,} of {message.total:,}{where}"
    return f"Page {message.page} of {message.pages}: {place}."


def _left_out(message: Listing, drawn: int) -> str:
    """Slack's limits may hold fewer lines than the page has: then it says which, so that they can be asked for."""
    if drawn >= len(message.lines):
        return ""
    places = message.places
    missing = ", ".join(f"{places.get(line.plan, '')} {line.address}".strip() for line in message.lines[drawn:])
    return f"Not shown for want of room: {fit(missing, 1_200, literal)}."


def _quoted_remarks(message: Listing) -> Listing:
    if not message.asked.read_as and not message.notes:
        return message
    read_as = tuple((fit(heard, 60, literal), fit(meant, 60, literal)) for heard, meant in message.asked.read_as)
    notes = tuple(fit(note, 200, literal) for note in message.notes)
    return replace(message, asked=replace(message.asked, read_as=read_as), notes=notes)
