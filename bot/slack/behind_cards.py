"""The list behind a number of a digest as blocks: drawn as listings are, and what is no list of actions as lines."""

from dataclasses import dataclass

from bot import behind
from bot.slack import tables
from bot.slack.blocks import buttons, chunks, clipped, context, section, within
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from bot.slack.tables import Table
from plans.messages import Behind, Line

WORDS = 5_000  # characters of sentences; the table and the buttons have the rest of a message


@dataclass(frozen=True, slots=True)
class Opened:
    """The list behind a number, as a table takes one."""

    lines: tuple[Line, ...]
    places: dict[str, str]
    plans: tuple[tuple[str, str], ...]
    total: int


def opened(message: Behind) -> Opened:
    return Opened(tuple(each.line for each in message.lines), dict(message.places), message.places, message.total)


def draw(message: Behind, table: Table) -> list[Block]:
    """Which number it is behind, the latest five as text, the buttons, the table; changes and requests as lines."""
    held = opened(message)
    first = tuple(sorted(held.lines, key=lambda line: -line.days_late)[: len(held.lines) and 5])
    rows, shown = tables.draw(held, table) if len(held.lines) > len(first) else ([], len(held.lines))
    lines, left = within((fit(each, 300, literal) for each in behind.others(message)), WORDS)
    said = [*behind.remarks(message), *_missing(len(held.lines) - shown + left)]
    return [
        section(fit(behind.summary(message), 600, literal)),
        *([section("\n".join(tables.texts(held, first)))] if first else []),
        *chunks(lines),
        *([context(clipped(fit(" ".join(said), 1_200, literal), 1_200))] if said else []),
        *buttons(message.verbs),
        *rows,
    ]


def _missing(count: int) -> list[str]:
    return [f"{count:,} more are not shown for want of room."] if count else []
