"""Reads Excel workbooks into a grid: every visible sheet, its rows numbered as Excel numbers them.

Rows that a filter hides, and hidden columns, are read and flagged: hiding is a view of a sheet, and a plan filtered to
what is open is still the whole plan. A hidden sheet is not read: it is a list for drop-downs, or an older plan; where
it holds a table of actions, that is said.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from documents.assembly.headers import columns
from documents.assembly.layout import Layout
from documents.draft import Cell, Grid, Line, Paragraph, Place, Row, Unread
from documents.formulas import as_meant
from documents.readers.above import parted, prose, rows_too
from documents.readers.lines import paragraphs_of
from documents.readers.noughts import numbered, with_noughts
from documents.readers.workbook import Held, Sheet, sheets
from documents.unreadable import Unreadable

MOST_CELLS = 200_000
"""Of the grid that one sheet spans, the empty ones counted. The longest published plan spans two thousand."""
_WIDEST = 256
_REF = re.compile(r"[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?\.?")


@dataclass(slots=True)
class _Read:
    """What the sheets so far gave; `layout` of the last plan's table."""

    rows: list[Row] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    layout: Layout | None = None
    hidden: list[str] = field(default_factory=list)


def read(content: bytes) -> Grid:
    """The grid of a workbook. Raises Unreadable."""
    found = _Read()
    for sheet in sheets(content):
        if sheet.hidden:
            if any(columns(row) for row in _rows(sheet)):
                found.hidden.append(sheet.name)
        else:
            _take(found, sheet)
    if not found.rows and not found.prose:
        raise Unreadable("I could not read {name}: no visible sheet of the workbook holds any words.")
    return Grid(tuple(_told(found)), tuple(found.prose), unread=tuple(found.unread))


def _told(found: _Read) -> Iterable[Row]:
    """The rows; the first says which hidden sheets were passed over."""
    flags = tuple(f"the hidden sheet “{name}” holds a table of actions too; it was not read" for name in found.hidden)
    first = next((at for at, row in enumerate(found.rows) if columns(row)), -1) + 1
    return (replace(row, flags=row.flags + flags) if at == first else row for at, row in enumerate(found.rows))


# --- which rows are of a table, which are running text --------------------------------------------------------------


def _take(found: _Read, sheet: Sheet) -> None:
    above, table, layout = parted(_rows(sheet))
    is_behind = found.layout is not None and layout is None
    if layout:
        found.layout = layout
    elif found.layout and _goes_on(above, found.layout):
        above, table = [], [replace(above[0], after_break=True), *above[1:]]
    if found.layout:
        table = with_noughts(sheet, table, found.layout, _columns(sheet))
        found.unread += _unread(sheet, table, found.layout)
    found.prose += [] if is_behind else prose(above)  # what stands behind the plan says nothing of the plan itself
    found.rows += rows_too(above, known=found.layout is not None) + table


def _unread(sheet: Sheet, table: Sequence[Row], layout: Layout) -> Iterable[Unread]:
    """Cells of the plan's own columns without a value; what other columns work out is nothing to us."""
    used = _columns(sheet)
    ours = {used[at] for several in layout.columns.values() for at in several if at < len(used)}
    for row in table:
        for held in sheet.cells[row.place.row or 0].values():
            if held.unread and held.column in ours:
                yield Unread(str(row.place), "".join(words for words, _ in held.pieces), held.unread)


def _goes_on(rows: Sequence[Row], layout: Layout) -> bool:
    """Does a sheet without a header go on with the table of the one before? It is as wide, and numbers its rows so."""
    at = numbered(layout)
    if at is None or not rows or len(rows[0].cells) != layout.width:
        return False
    refs = [row.cells[at].words for row in rows if row.cells[at].words]
    return bool(refs) and all(_REF.fullmatch(ref) for ref in refs)


# --- rows and cells -----------------------------------------------------------------------------------------------


def _rows(sheet: Sheet) -> list[Row]:
    """The rows that hold anything, each with a cell for every column that the sheet uses."""
    used = _columns(sheet)
    if len(used) * len(sheet.cells) > MOST_CELLS:
        raise Unreadable(
            f"I could not read {{name}}: its sheet “{sheet.name}” spans {len(used) * len(sheet.cells):,} cells, more"
            f" than the {MOST_CELLS:,} I take. Leave only the plan in it."
        )
    over = _reached_over(sheet, used)
    return [_row(sheet, number, used, over) for number in sorted(sheet.cells)]


def _columns(sheet: Sheet) -> list[int]:
    """Every column up to the last one used; where that is far away, only those used."""
    used = sorted({column for row in sheet.cells.values() for column in row})
    return list(range(1, used[-1] + 1)) if used and used[-1] <= _WIDEST else used


def _row(sheet: Sheet, number: int, used: Sequence[int], over: dict[tuple[int, int], bool]) -> Row:
    place = Place(sheet=sheet.name, row=number)
    held = sheet.cells[number]
    cells = tuple(
        Cell((), place, merged=over[number, column])
        if (number, column) in over
        else _cell(sheet, held.get(column), place)
        for column in used
    )
    return Row(cells, place=place, flags=_flags(sheet, number))


def _reached_over(sheet: Sheet, used: Sequence[int]) -> dict[tuple[int, int], bool]:
    """The cells that a merged one reaches over, by row and column; True where it began in a row above."""
    over: dict[tuple[int, int], bool] = {}
    numbers = sorted(sheet.cells)
    work = 0
    for top, left, bottom, right in sheet.merged:
        rows = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
        across = used[bisect_left(used, left) : bisect_right(used, right)]
        work += len(rows) * len(across)
        if work > MOST_CELLS:
            raise Unreadable("I could not read {name}: more cells of it are merged than a plan can have.")
        over |= {(row, column): row > top for row in rows for column in across if (row, column) != (top, left)}
    return over


def _cell(sheet: Sheet, held: Held | None, place: Place) -> Cell:
    return Cell(_paragraphs(sheet, held), place) if held and held.pieces else Cell((), place)


def _paragraphs(sheet: Sheet, held: Held) -> tuple[Paragraph, ...]:
    """How far down a paragraph begins follows from how wide its column is: nearly, but so do authors line cells up."""
    first, *others = held.pieces
    pieces = [(as_meant(first[0]), first[1]), *others]
    if not held.style.wraps:
        return paragraphs_of(pieces)
    width = max(1.0, sheet.width(held.column))
    return paragraphs_of(pieces, lambda words: max(1, math.ceil(len(words) / width)))


def _flags(sheet: Sheet, number: int) -> tuple[str, ...]:
    """What a person should know of a row that the sheet shows otherwise than it is read."""
    row = sheet.cells[number]
    flags = [f"row {number} is hidden in its sheet; it was read"] if number in sheet.hidden_rows else []
    flags += [
        f"column {_letters(column)} is hidden in its sheet; it was read" for column in row if sheet.is_hidden(column)
    ]
    if any(held.style.struck for held in row.values()):
        flags.append(f"words of row {number} are struck out in its sheet; they were read")
    return tuple(flags)


def _letters(column: int) -> str:
    """A, B … Z, AA: how Excel calls a column."""
    before, letter = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(65 + letter)
