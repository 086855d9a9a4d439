"""Lays out what a document draws as a grid: each table's cells on its columns, the text around them as lines.

Authors drag borders by hand, so cells of one column seldom begin at quite the same place from row to row, and they draw
tables within tables to arrange a page. Here both are seen through.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from documents import about, draft
from documents.assembly import headers
from documents.readers.drawn import Block, Cell, Row, Table, Words

_NEAR = 0.04
"""How far apart, of the table's width, two borders may be that are meant as one."""
STRUCK = "some of its words are crossed out in the document: do they still count?"


def grid(blocks: Iterable[Block], *, notes: Sequence[Words], headings: Sequence[str], title: str | None) -> draft.Grid:
    """The grid of a document. `notes` stand at its foot; `headings` above and below each page; `title` is the one it is
    filed under. The last two count only where nothing else says what the document is."""
    laid = _Laid()
    laid.take(blocks)
    laid.take(notes)
    prose = _titled(draft.Grid(tuple(laid.rows), tuple(laid.prose)), headings, title)
    return draft.Grid(tuple(laid.rows), prose)


class _Laid:
    """Rows and lines as they come, with the count of tables."""

    def __init__(self) -> None:
        self.rows: list[draft.Row] = []
        self.prose: list[draft.Line] = []
        self.tables = 0

    def take(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._take_table(block)
            elif block.words:
                self.prose.append(draft.Line(block.words, draft.Place(page=block.page), self.tables + 1))

    def _take_table(self, table: Table) -> None:
        """A table that only arranges the page is none: a box round some words, or one that holds a plan's table."""
        cells = [cell for row in table.rows for cell in row.cells]
        if all(len(row.cells) == 1 and row.cells[0].column == 0 for row in table.rows) or _arranges(table):
            for cell in cells:
                self.take(cell.blocks)
        elif cells:
            self.tables += 1
            self.rows += laid_out(table, self.tables)


def _arranges(table: Table) -> bool:
    """Is a table in it a plan's, as it is not itself? Or are there no words but those of tables in it?"""
    blocks = [block for row in table.rows for cell in row.cells for block in cell.blocks]
    inner = [block for block in blocks if isinstance(block, Table)]
    if inner and not any(block.words for block in blocks if isinstance(block, Words)):
        return True
    return any(_is_plan(each) or _arranges(each) for each in inner) and not _is_plan(table)


def _is_plan(table: Table) -> bool:
    return any(headers.columns(row) for row in laid_out(table, 0))


# --- rows on columns ---------------------------------------------------------------------------------------------


def laid_out(table: Table, number: int) -> list[draft.Row]:
    """The table's rows with a cell for each column that can be seen."""
    model = _model(table)
    edges = list(accumulate(table.widths, initial=0))
    for row in table.rows:
        _line_up(row.cells, model, edges)
    starts = sorted({cell.column for row in table.rows for cell in row.cells})
    broken, rows = table.broken, []
    for row in table.rows:
        rows.append(_row(row, starts, number, broken=broken))
        broken = broken and row.heads
    return rows


def _model(table: Table) -> list[int]:
    """Where the columns begin: as in the header, else as in most of the rows that have the most cells."""
    layouts = [[cell.column for cell in row.cells] for row in table.rows]
    for row, starts in zip(table.rows, layouts, strict=True):
        if headers.columns(_row(row, starts, 0, broken=False)):
            return starts
    widest = max(map(len, layouts), default=0)
    likeliest = Counter(tuple(starts) for starts in layouts if len(starts) == widest)
    return list(likeliest.most_common(1)[0][0]) if likeliest else []


def _line_up(cells: list[Cell], model: list[int], edges: list[int]) -> None:
    """Let the cells begin where the model's do: each at its counterpart where there are as many, else at one nearby."""
    pairs = list(zip(cells, model, strict=False))
    ends = [*model[1:], max(model[-1] + 1, len(edges) - 1)] if model else []
    if len(cells) == len(model) and all(
        cell.column < end and begin < cell.column + cell.across for (cell, begin), end in zip(pairs, ends, strict=True)
    ):
        for cell, begin in pairs:
            cell.column = begin
        return
    taken = {cell.column for cell in cells}
    for cell in cells:
        near = [begin for begin in model if begin not in taken and _gap(cell.column, begin, edges) <= _NEAR]
        if cell.column not in model and near:
            taken.discard(cell.column)
            cell.column = min(near, key=lambda begin: _gap(cell.column, begin, edges))
            taken.add(cell.column)


def _gap(one: int, other: int, edges: list[int]) -> float:
    """Between two borders, as a share of the table's width; infinite when widths are not known."""
    if max(one, other) >= len(edges) or not edges[-1]:
        return float("inf")
    return abs(edges[one] - edges[other]) / edges[-1]


def _row(row: Row, starts: Sequence[int], number: int, *, broken: bool) -> draft.Row:
    beginning = {cell.column: cell for cell in row.cells}
    place = draft.Place(page=row.page, table=number, row=row.number)
    cells: list[draft.Cell] = []
    merged = False
    for start in starts:
        cell = beginning.get(start)
        reached = cell is None and any(each.column < start < each.column + each.across for each in row.cells)
        merged = cell.merged if cell else merged and reached
        page = next((line.page for line in cell.lines() if line.words), row.page) if cell else row.page
        at = draft.Place(page=page, table=number, row=row.number)
        cells.append(draft.Cell(cell.paragraphs() if cell and not merged else (), at, merged))
    return draft.Row(tuple(cells), broken, place, (STRUCK,) if row.struck and not row.heads else ())


# --- the title ---------------------------------------------------------------------------------------------------


def _titled(grid: draft.Grid, headings: Sequence[str], title: str | None) -> tuple[draft.Line, ...]:
    """The text, with the title in front of it where that stands only above the pages or in the file's properties.

    Properties outlive the document that a new one was begun from: a prison that its text does not name is not its own.
    """
    if about.title_of(grid.prose):
        return grid.prose
    held = {prison for words in (*grid.text(), *headings) for prison in about.named(words)}
    own = title and (not held or set(about.named(title)) <= held)
    for said in (tuple(headings), (title,) if title and own else ()):
        lines = tuple(draft.Line(words) for words in said)
        if about.title_of(lines):
            return lines + grid.prose
    return grid.prose
