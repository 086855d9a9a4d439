"""Which rows of a sheet are running text: those above the header of its table, where titles and dates stand."""

from collections.abc import Iterable, Sequence

from documents.assembly.layout import Layout, header
from documents.draft import Cell, Line, Row


def parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row], Layout | None]:
    """(the rows above the first header, those from it on, the header's layout)."""
    for at in range(len(rows)):
        if found := header(rows, at):
            return list(rows[:at]), list(rows[at:]), found[0]
    return list(rows), [], None


def prose(rows: Iterable[Row]) -> list[Line]:
    """A lone cell's paragraphs, or a label and what it says ("Submitted", "4 June 2018") on one line."""
    found: list[Line] = []
    for row in rows:
        printed = _printed(row)
        if len(printed) == 1:
            found += [Line(paragraph.words, row.place) for paragraph in printed[0].paragraphs]
        elif printed:
            found.append(Line(" ".join(cell.words for cell in printed), row.place))
    return found


def rows_too(rows: Iterable[Row], *, known: bool) -> list[Row]:
    """Those that are rows of some table all the same: counts; any of several cells where no header is `known`, so that
    its columns can be named."""
    return [row for row in rows if (_is_count(row) if known else len(_printed(row)) > 1)]


def _printed(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.words]


def _is_count(row: Row) -> bool:
    printed = _printed(row)
    return len(printed) == 2 and printed[1].words.isdecimal()
