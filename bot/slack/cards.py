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
    listing_cards,
)
from bot.slack.blocks import buttons, clipped, section
from bot.slack.limits import CHART, SECTION_CHARS, TABLES, TEXT, Block
from bot.slack.marks import bold, escape, fit, literal
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
    above, rows, follows = listing_cards.draw(message, table)
    return Card([*above, *rows], _text(message), table_of(table) if table and rows else None, follows)


@render.register
def _(message: Notice, table: Face | None = "sections") -> Card:
    said = sentences(_quoted(message), bold)
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
    said = fit(summary(message), 600, lambda said: escape(wording.safe(said)))
    return Card(listing_cards.draw_rest(message, face), said, table_of(face))


def _quoted(message: Notice) -> Notice:
    """The same notice, every word of people and plans made inert."""
    about, known, names = (
        tuple(fit(wording.short(word), 80, literal) for word in words)
        for words in (message.about, message.known, message.names)
    )
    tries = tuple(fit(each, 150, literal) for each in message.tries)
    detail = "\n".join(fit(line, 1_000, literal) for line in message.detail.split("\n"))
    return replace(message, about=about, known=known, names=names, detail=detail, tries=tries)


def _text(message: Message) -> str:
    return fit(plain.render(message), TEXT, escape) or NOTHING
