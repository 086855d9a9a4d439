"""Messages as plain text: what the command line prints, and what every richer face falls back to."""

import re
from functools import singledispatch

from bot import (
    actions,
    assurance,
    behind,
    briefs,
    digests,
    drafts,
    gaps,
    groups,
    homes,
    imports,
    openings,
    posts,
    printed,
    readbacks,
    receipts,
    repeats,
    wording,
)
from bot.columns import columns
from bot.notices import sentences
from bot.summaries import summary
from plans.messages import (
    ActionCard,
    Assurance,
    Behind,
    Brief,
    Digest,
    GroupDigest,
    Home,
    ImportPreview,
    Line,
    Listing,
    Message,
    Notice,
    Posts,
    Printed,
    ReadBack,
    Receipt,
    Repeats,
)

REFS_NAMED = 60


@singledispatch
def render(message: Message, *, width: int = 0) -> str:
    """The whole message as lines of text, safe to post anywhere: nothing in it can notify anyone.

    A list's lines are cut to `width` characters where one is given.
    """
    raise TypeError(f"There is no plain text for {type(message).__name__}")


@render.register
def _(message: Listing, *, width: int = 0) -> str:
    shown = wording.first(message)
    places = message.places
    table = columns([_cells(line, places.get(line.plan, "")) for line in shown], width)
    said = [_more(message, shown), *wording.remarks(message, quoted)]
    return "\n".join([wording.safe(summary(message)), *table, *filter(None, map(wording.safe, said))])


@render.register
def _(message: Notice, *, width: int = 0) -> str:
    return "\n".join(map(wording.safe, sentences(message, quoted).split("\n")))


@render.register
def _(message: Brief, *, width: int = 0) -> str:
    """The count, words to forward, then section by section; the last line says what may be wrong with it."""
    said = (openings.opening(message), *drafts.drafted(message), *map(" ".join, openings.forwards(message)))
    parts = [wording.safe(words) for words in said]
    parts += ["\n".join([group.heading, *_lines(group, message)]) for group in briefs.groups(message)]
    if ahead := briefs.ahead(message):
        parts.append(f"{briefs.coming(message)}  {ahead}")
    if message.gaps:
        parts.append(
            "\n".join([gaps.HEADING, *(f"  {wording.safe(gaps.gap(gap, message.person))}" for gap in message.gaps)])
        )
    return "\n\n".join([*parts, *briefs.foot(message)])


def _lines(group: briefs.Group, brief: Brief) -> list[str]:
    """Ref and title in columns, then what is said of each, however long."""
    places = brief.places
    rows = [
        (*_cells(line.line, places.get(line.line.plan, ""))[:2], briefs.said(line, brief.on)) for line in group.lines
    ]
    tidy = [[wording.safe(cell) for cell in row] for row in rows]
    ref, title = (max((len(row[column]) for row in tidy), default=0) for column in (0, 1))
    drawn = [f"{row[0].rjust(max(ref, 2))}  {row[1].ljust(title)}  {row[2]}" for row in tidy]
    return [*drawn, f"{'…'.rjust(max(ref, 2))}  {group.more} more"] if group.more else drawn


@render.register
def _(message: Digest, *, width: int = 0) -> str:
    """The very text that is kept with a digest: nothing in it may depend on when or where it is shown."""
    said = [digests.headline(message), "", digests.standing(message), "", *digests.week_lines(message), ""]
    return _lined([*said, digests.stamp(message)])


@render.register
def _(message: GroupDigest, *, width: int = 0) -> str:
    said = [groups.headline(message), "", groups.standing(message), "", *groups.week_lines(message), ""]
    return _lined([*said, digests.stamp(message)])


@render.register
def _(message: Behind, *, width: int = 0) -> str:
    table = columns([behind.cells(each, dict(message.places)) for each in message.lines], width)
    others = map(wording.safe, behind.others(message))
    return "\n".join(
        [wording.safe(behind.summary(message)), *table, *others, *map(wording.safe, behind.remarks(message))]
    )


def _lined(said: list[str]) -> str:
    """Lines as they are, what stands in from the left too, with no two empty ones together."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(_safely, said)))


@render.register
def _(message: Posts, *, width: int = 0) -> str:
    rows = [tuple(map(wording.safe, posts.cells(held))) for held in message.held]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = [f"{row[0].ljust(widths[0])}  {row[1].ljust(widths[1])}  {row[2]}".rstrip() for row in rows]
    return "\n".join([wording.safe(posts.summary(message)), *lines, *map(wording.safe, posts.remarks(message))])


@render.register
def _(message: Receipt, *, width: int = 0) -> str:
    said = "\n".join(map(_safely, receipts.lines(message)))
    return f"{said}\n\n{render(message.card)}" if message.card else said


@render.register
def _(message: ReadBack, *, width: int = 0) -> str:
    return "\n".join(map(_safely, readbacks.paragraphs(message)))


@render.register
def _(message: ActionCard, *, width: int = 0) -> str:
    return _paragraphs(actions.paragraphs(message))


@render.register
def _(message: Home, *, width: int = 0) -> str:
    return _paragraphs(homes.paragraphs(message))


@render.register
def _(message: Assurance, *, width: int = 0) -> str:
    return _paragraphs(assurance.paragraphs(message))


@render.register
def _(message: Repeats, *, width: int = 0) -> str:
    return _paragraphs(repeats.paragraphs(message))


@render.register
def _(message: ImportPreview, *, width: int = 0) -> str:
    return _paragraphs(imports.paragraphs(message))


def whole(message: ImportPreview) -> str:
    """All that a preview names, for the command line."""
    return _paragraphs(imports.in_full(message))


def _paragraphs(said: list[str]) -> str:
    return "\n\n".join("\n".join(map(_safely, one.split("\n"))) for one in said)


@render.register
def _(message: Printed, *, width: int = 0) -> str:
    return _paragraphs(printed.paragraphs(message))


def _safely(sentence: str) -> str:
    """Inert, what was strong like the rest; what stands in from the left stays there."""
    indent = len(sentence) - len(sentence.lstrip(" "))
    return " " * indent + wording.safe(wording.unmarked(sentence))


def quoted(words: str) -> str:
    return f"*{wording.short(words.replace('*', ' ').replace('`', ' '))}*"


def _cells(line: Line, place: str) -> tuple[str, ...]:
    address = f"{place} {line.address}".strip()
    return address, line.title, wording.parties(line), wording.standing(line)


def _more(message: Listing, shown: tuple[Line, ...]) -> str:
    """How many are not among the lines above, and which, when they are of one plan and all known here."""
    page = f" Page {message.page} of {message.pages}." if message.pages > 1 else ""
    rest = message.total - len(shown)
    if rest <= 0 or message.page > 1:
        return page.strip()
    seen = {(line.plan, line.address) for line in shown}
    others = [line.address for line in message.lines if (line.plan, line.address) not in seen]
    named = f": {', '.join(others)}." if _nameable(others, rest, message) else "."
    return f"… and {rest:,} more{named}{page}"


def _nameable(others: list[str], rest: int, message: Listing) -> bool:
    return len(others) == rest <= REFS_NAMED and not message.places
