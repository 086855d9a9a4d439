"""What inspectors judged beside what owners say, and what was raised before, as blocks: the disagreements in words, all
of it in a table where the workspace takes one."""

from collections.abc import Iterable, Iterator

from bot import assurance, repeats
from bot.slack import tables
from bot.slack.behind_cards import Opened
from bot.slack.blocks import buttons, chunks, context, header, section, sentence, within
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from bot.slack.tables import Row, Table
from bot.wording import many, strong
from plans.messages import Assurance, Judged, Repeats

WORDS = 5_000  # characters of sentences; the table and the buttons have the rest of a message
RAISED = 1_500
REPEATS = 9_000
ROWS = 40
CELL = 60
MORE = "{0:,} more are not shown for want of room: the buttons open every theme's."
DISAGREE = (assurance.OVER, assurance.UNDER)


def draw(message: Assurance, table: Table) -> list[Block]:
    """The sum, the buttons, each disagreement; then the others, as lines only where no table can have them."""
    rows = [] if message.whole else _table(message, table)
    groups = assurance.groups(message)
    if rows:
        groups = [group for group in groups if group[0] in DISAGREE]
    said, left = _groups(groups, message)
    foot = [*assurance.remarks(message), *([MORE.format(left)] if left else [])]
    return [
        section(sentence(strong(assurance.summary(message)), 900)),
        *buttons(message.verbs),
        *said,
        *(_actions(message, table) if message.whole else rows),
        *_raised(message),
        context(fit(" ".join(foot), 1_900, literal)),
    ]


def _groups(groups: Iterable[tuple[str, tuple[Judged, ...]]], message: Assurance) -> tuple[list[Block], int]:
    """As many as there is room for, and how many lines had none."""
    blocks, room, left = list[Block](), WORDS, 0
    for heading, those in groups:
        kept, cut = within([f"• {line}" for one in those for line in _lines(one, message)], room)
        room -= sum(len(line) + 1 for line in kept)
        left += cut
        blocks += [header(heading), *chunks(kept)] if kept else []
    return blocks, left


def _lines(one: Judged, message: Assurance) -> Iterator[str]:
    why = f" {assurance.why(one)}" if message.whole else ""
    yield sentence(f"{assurance.line(one)}{why}", 600)


def _table(message: Assurance, table: Table) -> list[Block]:
    """A row a judgement, whichever of them are told in words above."""
    if not message.judged:
        return []
    those = message.judged[:ROWS]
    rows: list[Row] = [
        assurance.HEADINGS,
        *(tuple(fit(cell, CELL) or "–" for cell in assurance.cells(o)) for o in those),
    ]
    numbers = dict(
        zip(assurance.HEADINGS[3:], map(list, zip(*map(assurance.figures, those), strict=True)), strict=True)
    )
    return tables.figures(table, f"{many(len(those), 'judgement')}, and the actions that each is about", rows, numbers)


def _actions(message: Assurance, table: Table) -> list[Block]:
    lines = assurance.actions(message)
    places = dict(message.places)
    held = Opened(lines, places, message.places, len(lines))
    return tables.draw(held, table)[0] if lines else []


def _raised(message: Assurance) -> list[Block]:
    kept, _ = within([f"• {fit(line, 300, literal)}" for line in assurance.raised(message)], RAISED)
    return [header("Raised before"), *chunks(kept)] if kept else []


def draw_repeats(message: Repeats) -> list[Block]:
    """By plan, a line for each; what has no room is counted."""
    blocks, room, left = list[Block](), REPEATS, 0
    for heading, lines in repeats.groups(message):
        kept, cut = within([f"• {fit(line, 400, literal)}" for line in lines], room)
        room -= sum(len(line) + 1 for line in kept)
        left += cut
        blocks += [header(heading), *chunks(kept)] if kept else []
    more = [f"{left:,} more have no room here."] if left else []
    foot = context(fit(" ".join([*repeats.remarks(message), *more]), 900, literal))
    return [section(fit(repeats.summary(message), 900, literal)), *blocks, foot]
