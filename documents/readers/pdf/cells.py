"""Rows of a grid from a table's own grid: words of each cell as paragraphs, with their places."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.draft import Cell, Place, Row
from documents.readers.pdf.lattice import Lattice
from documents.readers.pdf.lines import Setting, Text, lines, paragraphs


@dataclass(slots=True)
class Found:
    """One table on one page, its lines by cell. `down`: how far the page stands below the first one's top."""

    page: int
    down: float
    lattice: Lattice
    lines: dict[tuple[int, int], list[Text]]
    unsure: bool = False

    @classmethod
    def of(cls, page: int, down: float, lattice: Lattice) -> "Found":
        return cls(page, down, lattice, {cell: lines(pieces) for cell, pieces in lattice.pieces.items()})

    def columns_match(self, other: "Found") -> bool:
        """Are the columns of the two the same, so that one may be the other going on?"""
        mine, others = self.lattice.xs, other.lattice.xs
        return len(mine) == len(others) and all(abs(a - b) < 6 for a, b in zip(mine, others, strict=True))


def rows_of(found: Found, setting: Setting, place: Place) -> list[Row]:
    """The rows of one table; `place` is of its first row, and those below count on from it."""
    margins = _margins(found)
    rows: list[Row] = []
    region = found.lattice.region
    for row in range(len(region)):
        at = Place(place.page, place.table, (place.row or 1) + row)
        cells = []
        for column, cell in enumerate(region[row]):
            if cell == (row, column):
                left, right = found.lattice.span(cell)
                margin = margins[column]
                cells.append(
                    Cell(
                        paragraphs(
                            found.lines.get(cell, ()),
                            setting,
                            left=left + margin,
                            right=right - margin,
                            down=found.down,
                        ),
                        at,
                    )
                )
            else:
                cells.append(Cell((), at, merged=cell[0] < row))
        rows.append(Row(tuple(cells), place=at))
    return rows


def _margins(found: Found) -> list[float]:
    """How far words stand from the sides of each column: what the leftmost line of it keeps."""
    kept: list[list[float]] = [[] for _ in found.lattice.xs[1:]]
    for (_, column), stretch in found.lines.items():
        kept[column] += [line.x0 - found.lattice.xs[column] for line in stretch]
    return [max(0.0, min(each)) if each else 0.0 for each in kept]


def same_words(one: Row, other: Row) -> bool:
    return [cell.words for cell in one.cells] == [cell.words for cell in other.cells]


def numbered(rows: Sequence[Row], table: int, first: int) -> list[Row]:
    """The rows with their places counted on from `first` of that table."""
    made: list[Row] = []
    for number, row in enumerate(rows, first):
        place = Place(row.place.page, table, number)
        cells = tuple(Cell(cell.paragraphs, place, cell.merged) for cell in row.cells)
        made.append(Row(cells, row.after_break, place))
    return made
