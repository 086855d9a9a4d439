"""Lays cells out that reach over columns and rows, as a browser does: every row gets a cell for each column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.draft import Cell, Paragraph, Place, Row

WIDEST = 200
"""Columns that one cell may reach over; what claims more is broken."""
_TO_THE_END = 1_000_000


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell as written: its paragraphs, and over how many columns and rows it reaches; `down` 0 is to the end of its
    group of rows."""

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class Written:
    """A row as written, and its `group`: no cell reaches out of one (head, body)."""

    cells: list[Spanning]
    group: int = 0


def laid_out(written: Sequence[Written], table: int) -> Iterator[Row]:
    """Rows numbered from 1. A cell said to reach further down than it can is cut off where the row's own cells need its
    room: the table is as wide as its first row, and of those that reach in from above the outer ones reach furthest."""
    over: dict[int, int] = {}
    width = group = 0
    for number, row in enumerate(written, 1):
        if row.group != group:
            over, group = {}, row.group
        own = sum(min(max(cell.across, 1), WIDEST) for cell in row.cells)
        reached = sorted(at for at, rows in over.items() if rows > 0)
        for column in reached[max(0, width - own) :] if width else ():
            over[column] = 0
        cells = dict(_cells(row.cells, over, Place(table=table, row=number)))
        width = width or len(cells)
        yield Row(tuple(cells[column] for column in sorted(cells)), place=Place(table=table, row=number))


def _cells(cells: Iterable[Spanning], over: dict[int, int], place: Place) -> Iterator[tuple[int, Cell]]:
    """(column, cell), taking from `over` how many rows each column is still reached over from above."""
    column = 0
    reached = {at for at, rows in over.items() if rows > 0}
    for at in reached:
        over[at] -= 1
        yield at, Cell((), place, merged=True)
    for cell in cells:
        while column in reached:
            column += 1
        for at in range(column, column + min(max(cell.across, 1), WIDEST)):
            if at in reached:
                break
            over[at] = (cell.down or _TO_THE_END) - 1
            yield at, Cell(cell.paragraphs if at == column else (), place)
            reached.add(at)
