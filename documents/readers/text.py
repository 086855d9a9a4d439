"""Reads text files into a grid: rows of tab-separated cells, or one cell to a line led by a tab, as Word saves them."""

import re
from collections.abc import Iterator

from documents.assembly.headers import is_role
from documents.draft import Cell, Grid, Line, Place, Row
from documents.encodings import decoded
from documents.markup import paragraphs, plain

_LEADING_TAB = re.compile(r"^[ \xa0\ufeff]*\t")
_RULE = re.compile(r"[-=_:|\s]+")


def read(content: bytes) -> Grid:
    """The grid of a text file, whatever wrote it."""
    return read_text(decoded(content))


def read_text(text: str) -> Grid:
    """The grid of a text file's words. Rows keep the number of the line they begin on, counted from 1."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    return _cell_lines(lines) if _is_cell_lines(lines) else _row_lines(lines)


def _is_cell_lines(lines: list[str]) -> bool:
    """One cell a line: lines lead with a tab, and hardly one holds a second."""
    led = [line for line in lines if _LEADING_TAB.match(line)]
    return len(led) > 2 and sum(line.count("\t") > 1 for line in led) <= len(led) // 10


def _row_lines(lines: list[str]) -> Grid:
    rows: list[Row] = []
    prose: list[Line] = []
    broken = False
    for number, line in enumerate(lines, 1):
        if "\t" not in line:
            broken = True
            if words := plain(line):
                prose.append(Line(words, Place(line=number)))
        elif not _RULE.fullmatch(line):
            cells = tuple(Cell(paragraphs(cell), Place(line=number)) for cell in line.split("\t"))
            rows.append(Row(cells, after_break=broken, place=Place(line=number)))
            broken = False
    return Grid(tuple(rows), tuple(prose))


def _cell_lines(lines: list[str]) -> Grid:
    cells = list(_cells(lines))
    width, begin = _header(cells)
    prose = tuple(Line(words, cell.place) for cell in cells[:begin] if (words := cell.words))
    if not width:
        return Grid((), prose)
    rows = [Row(tuple(cells[at : at + width]), place=cells[at].place) for at in range(begin, len(cells), width)]
    return Grid(tuple(rows), prose)


def _cells(lines: list[str]) -> Iterator[Cell]:
    raw: list[str] = []
    start = 1
    for number, line in enumerate(lines, 1):
        if _LEADING_TAB.match(line):
            if raw:
                yield Cell(paragraphs("\n".join(raw)), Place(line=start))
            raw, start = [_LEADING_TAB.sub("", line, count=1)], number
        else:
            raw.append(line)
    yield Cell(paragraphs("\n".join(raw)), Place(line=start))


def _header(cells: list[Cell]) -> tuple[int, int]:
    """(columns, index of the first header cell): the longest run of cells that all name a column's role."""
    best = (0, len(cells))
    run = 0
    for index, cell in enumerate([*cells, Cell(())]):
        if is_role(cell.words):
            run += 1
            continue
        if run > max(best[0], 2):
            best = (run, index - run)
        run = 0
    return best
