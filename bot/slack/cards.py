"""Messages as Block Kit, always within Slack's limits. What is said comes from bot.wording."""

from dataclasses import dataclass, replace
from functools import singledispatch

from bot import plain, wording
from bot.notices import sentences
from bot.slack import (
    action_cards,
    assurance_cards,
    behind_cards,
    brief_cards,
    digest_cards,
    import_cards,
    tables,
)
from bot.slack.blocks import buttons, clipped, context, section
from bot.slack.limits import CHART, SECTION_CHARS, TABLES, TEXT, Block
from bot.slack.marks import escape, fit, literal
from bot.slack.tables import Face, Table, table_of
from bot.summaries import summary
from plans.messages import (
    ActionCard,
    Assurance,
    Behind,
    Brief,
    Digest,
    GroupDigest,
    ImportPreview,
    Listing,
    Message,
    Notice,
    Posts,
    Printed,
    ReadBack,
    Receipt,
    Repeats,
)

FOOT = 600
NOTHING = "…"  # Slack takes no empty text, which words of nothing printable would leave


@dataclass(frozen=True, slots=True)
class Card:
    """A message drawn. `table` is the kind of table in it, `charts`: it has some; `follows`: a table is to come."""

    blocks: list[Block]
    text: str
    table: Table | None = None
    follows: bool = False
    charts: bool = False

    @property
    def face(self) -> Face | None:
        return "charts" if self.charts else self.table


@singledispatch
def render(message: Message, table: Face | None = "sections") -> Card:
    """The whole message. `table` is the best that the workspace takes; None when that is not known yet."""
    raise TypeError(f"There is no card for {type(message).__name__}")


@render.register
def _(message: Listing, table: Face | None = "sections") -> Card:
    first = wording.first(message)
    top = [section("\n".join(tables.texts(message, first)))] if first else []
    rows, drawn = _table(message, table)
    follows = table is None and _wants_table(message)
    foot = _foot(message, drawn=drawn, follows=follows)
    blocks = [
        section(fit(summary(message), 600, literal)),
        *top,
        *foot,
        *buttons(message.verbs),  # above the table, which fills a screen
        *rows,
    ]
    return Card(blocks, _text(message), table_of(table) if table and rows else None, follows)


@render.register
def _(message: Notice, table: Face | None = "sections") -> Card:
    said = sentences(_quoted(message), _bold)
    return Card([section(clipped(said, SECTION_CHARS) or NOTHING), *buttons(message.verbs)], _text(message))


@render.register
def _(message: Brief, table: Face | None = "sections") -> Card:
    return Card([*brief_cards.draw(message), *buttons(message.verbs)], _text(message))


@render.register
def _(message: Posts, table: Face | None = "sections") -> Card:
    return Card([*brief_cards.draw_posts(message), *buttons(message.verbs)], _text(message))


@render.register
def _(message: Receipt, table: Face | None = "sections") -> Card:
    return Card(action_cards.draw_receipt(message), _text(message))


@render.register
def _(message: ReadBack, table: Face | None = "sections") -> Card:
    return Card(action_cards.draw_read_back(message), _text(message))


@render.register
def _(message: ActionCard, table: Face | None = "sections") -> Card:
    return Card(action_cards.draw_action(message), _text(message))


@render.register
def _(message: Printed, table: Face | None = "sections") -> Card:
    return Card(action_cards.draw_printed(message), _text(message))


@render.register
def _(message: Digest, table: Face | None = "sections") -> Card:
    return _in_figures(message, digest_cards.draw(message, table or "sections"), table)


@render.register
def _(message: GroupDigest, table: Face | None = "sections") -> Card:
    return _in_figures(message, digest_cards.draw_group(message, table or "sections"), table)


@render.register
def _(message: Behind, table: Face | None = "sections") -> Card:
    return _in_figures(message, behind_cards.draw(message, table_of(table or "sections")), table)


@render.register
def _(message: Assurance, table: Face | None = "sections") -> Card:
    return _in_figures(message, assurance_cards.draw(message, table_of(table or "sections")), table)


@render.register
def _(message: Repeats, table: Face | None = "sections") -> Card:
    return Card([*assurance_cards.draw_repeats(message), *buttons(message.verbs)], _text(message))


@render.register
def _(message: ImportPreview, table: Face | None = "sections") -> Card:
    return Card(import_cards.draw(message), _text(message))


def _in_figures(message: Message, blocks: list[Block], face: Face | None) -> Card:
    """In an answer to a workspace not yet known the numbers go as words, and nothing follows."""
    kinds = {block["type"] for block in blocks}
    return Card(blocks, _text(message), table_of(face) if face and kinds & {*TABLES} else None, charts=CHART in kinds)


def rest(message: Listing, face: Face) -> Card:
    """The table alone, for the message that follows an answer whose workspace was not yet known."""
    table = table_of(face)
    rows, drawn = tables.draw(message, table)
    note = _left_out(message, drawn)
    blocks = [*rows, *([context(note)] if note else [])]
    return Card(blocks, fit(summary(message), 600, lambda said: escape(wording.safe(said))), table)


def _table(message: Listing, face: Face | None) -> tuple[list[Block], int]:
    return tables.draw(message, table_of(face)) if face and _wants_table(message) else ([], 0)


def _wants_table(message: Listing) -> bool:
    """A list that the lines of text above already show whole needs none."""
    return message.total > len(wording.first(message))


def _foot(message: Listing, *, drawn: int, follows: bool) -> list[Block]:
    more = message.total - len(wording.first(message))
    where = " in the table that follows" if follows else " in the table below" if drawn else ""
    counted = f"… and {more:,} more{where}." if more > 0 and message.pages == 1 else ""
    page = _page(message, where) if message.pages > 1 else ""
    remarks = wording.remarks(_quoted_remarks(message), _bold)
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


def _quoted(message: Notice) -> Notice:
    """The same notice, every word of people and plans made inert."""
    about, known, names = (
        tuple(fit(wording.short(word), 80, literal) for word in words)
        for words in (message.about, message.known, message.names)
    )
    tries = tuple(fit(each, 150, literal) for each in message.tries)
    detail = "\n".join(fit(line, 1_000, literal) for line in message.detail.split("\n"))
    return replace(message, about=about, known=known, names=names, detail=detail, tries=tries)


def _quoted_remarks(message: Listing) -> Listing:
    if not message.asked.read_as and not message.notes:
        return message
    read_as = tuple((fit(heard, 60, literal), fit(meant, 60, literal)) for heard, meant in message.asked.read_as)
    notes = tuple(fit(note, 200, literal) for note in message.notes)
    return replace(message, asked=replace(message.asked, read_as=read_as), notes=notes)


def _bold(word: str) -> str:
    return f"*{word}*"


def _text(message: Message) -> str:
    return fit(plain.render(message), TEXT, escape) or NOTHING
