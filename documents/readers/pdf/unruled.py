"""Tables that rules do not close: columns from header words, rows from rules across where there are any."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.readers.pdf import stretches, turns
from documents.readers.pdf.cells import Found
from documents.readers.pdf.columns import Header, headers
from documents.readers.pdf.lattice import lattice
from documents.readers.pdf.lines import Setting, Text, lines
from documents.readers.pdf.marks import Piece, Rule
from documents.readers.pdf.rivers import boundaries, column_of, runs
from documents.readers.pdf.sides import left_of, parted, sides


@dataclass(slots=True)
class Open:
    """What of a page no closed table holds."""

    number: int
    down: float
    width: float
    pieces: list[Piece]
    rules: list[Rule]
    """Those across."""


@dataclass(slots=True)
class _Region:
    """The part of a page that one header's table takes: its own pieces."""

    page: Open
    lines: list[Text]
    header: Header | None

    @property
    def pieces(self) -> list[Piece]:
        """In the order painted."""
        mine = {id(piece) for line in self.lines for piece in line.pieces}
        return [piece for piece in self.page.pieces if id(piece) in mine]

    def body(self) -> list[Piece]:
        """The pieces below the header."""
        return [piece for piece in self.pieces if self.header is None or piece.base > self.header.bottom + 1]


@dataclass(slots=True)
class _Table:
    """One header and all regions below it, over pages."""

    header: Header
    regions: list[_Region] = field(default_factory=list)


def tables(pages: Sequence[Open], setting: Setting, size: float) -> tuple[list[Found], list[str]]:
    """(the tables found; why they are uncertain). Their pieces are taken from the pages."""
    found: list[Found] = []
    unsure: list[str] = []
    for table in _tables(pages, setting):
        body = [line for region in table.regions for line in region.lines]
        parts, crossed = boundaries(table.header, body)
        _end(table, parts)
        columns = parted([piece for region in table.regions for piece in region.pieces], parts)
        rules = [rule for region in table.regions for rule in region.page.rules]
        width = table.regions[0].page.width
        edges = sides(columns, parts, rules, width, size)
        ruled = _is_ruled(table, edges[1:-1], edges[0], edges[-1])
        if ruled:
            edges = sides(columns, parts, rules, width, size, left_of(rules, edges))
        painted = [turns.turns(region.body(), edges[1:-1], table.header.roles) for region in table.regions]
        in_turn = turns.are_rows(painted, table.header.roles)
        if not ruled:
            unsure.append(
                f"the table on page {table.regions[0].page.number} has no rules; its rows and columns were told by"
                " where words stand"
            )
        else:
            trouble = "run into each other, with no rules between them" if crossed else "have no rules between them"
            unsure.append(f"the columns of the table on page {table.regions[0].page.number} {trouble}")
        for region, rows in zip(table.regions, painted, strict=True):
            across = turns.drawn(rows, table.header.roles, edges) if in_turn else None
            made = _closed(region, table, edges, setting, size, across, ruled=ruled)
            if made is not None:
                found.append(made)
    return found, unsure


def _tables(pages: Sequence[Open], setting: Setting) -> list[_Table]:
    """Tables in the document's order; a header printed again in the same words goes on with its table."""
    found: list[_Table] = []
    for page in pages:
        texts = lines(page.pieces)
        order = {id(piece): at for at, piece in enumerate(page.pieces)}
        heads = [head.cut(order) for head in headers(texts, setting, [rule.at for rule in page.rules])]
        if found and (not heads or heads[0].first > 0):
            end = heads[0].first if heads else len(texts)
            found[-1].regions.append(_Region(page, texts[:end], None))
        for head, after in zip(heads, [*heads[1:], None], strict=False):
            end = after.first if after else len(texts)
            region = _Region(page, texts[head.first : end], head)
            if not (found and found[-1].header.is_again(head)):
                found.append(_Table(head))
            found[-1].regions.append(region)
    return found


def _end(table: _Table, parts: Sequence[float]) -> None:
    """Leave out text that runs on below the table: whole lines that cross columns, with none below that does not."""
    for region in reversed(table.regions):
        while region.lines and any(sum(x0 < at < x1 for at in parts) > 1 for x0, x1 in runs(region.lines[-1])):
            region.lines.pop()
        if region.lines:
            return


def _is_ruled(table: _Table, columns: Sequence[float], left: float, right: float) -> bool:
    """Are there rules between rows, and not only under headers and around the whole? There are between most numbers, or
    dates where rows bear none; of few rows, more than one rule a region."""
    name = next((name for name in ("ref", "target", "action") if name in table.header.roles), None)
    many = between = parted = 0
    for region in table.regions:
        low = region.header.bottom if region.header else 0.0
        high = max((line.base for line in region.lines), default=0.0)
        rules = [
            rule.at
            for rule in region.page.rules
            if rule.end - rule.start > 0.3 * (right - left) and low + 4 < rule.at < high
        ]
        many += len(rules)
        column = [piece for piece in region.body() if name and column_of(piece, columns) == table.header.roles[name]]
        for above, below in pairwise(lines(column)):
            between += 1
            parted += any(above.base < at < below.base for at in rules)
    return parted >= 0.5 * between if between > 3 and name == "ref" else many > len(table.regions)


def _closed(
    region: _Region,
    table: _Table,
    xs: Sequence[float],
    setting: Setting,
    size: float,
    across: list[Rule] | None,
    *,
    ruled: bool,
) -> Found | None:
    """The region as a table, with the rules drawn that are missing; `across` are those that painting tells."""
    if not region.lines:
        return None
    pieces = region.pieces
    top = min(line.top for line in region.lines) - 2
    bottom = max(line.bottom for line in region.lines) + 2
    header = region.header
    rules = [Rule(False, x, top, bottom) for x in xs]
    rules += [Rule(True, y, xs[0], xs[-1]) for y in (top, bottom)]
    if ruled:
        rules += [
            Rule(True, rule.at, max(rule.start, xs[0]), min(rule.end, xs[-1]))
            for rule in region.page.rules
            if top + 1 < rule.at < bottom - 1 and rule.start < xs[-1] and rule.end > xs[0]
        ]
        ruled_at = [rule.at for rule in rules if rule.across]
        missing = stretches.between_numbers(parted(region.body(), xs[1:-1]), table.header.roles, ruled_at)
        rules += [Rule(True, at, xs[0], xs[-1]) for at in missing]
        if header and not any(header.bottom - 2 < rule.at < header.bottom + 3 * size for rule in region.page.rules):
            rules.append(Rule(True, header.bottom + 1, xs[0], xs[-1]))
    else:
        low = header.bottom + 1 if header else top
        if header:
            rules.append(Rule(True, low, xs[0], xs[-1]))
        if across is None:
            across = stretches.drawn(parted(region.body(), xs[1:-1]), table.header.roles, xs, setting)
        rules += [rule for rule in across if low + 2 < rule.at < bottom - 2]
    made = lattice(rules, size)
    if made is None:
        return None
    taken = {id(piece) for piece in pieces}
    region.page.pieces = [piece for piece in region.page.pieces if id(piece) not in taken]
    for piece in pieces:
        made.put(piece)
    return Found.of(region.page.number, region.page.down, made)
