"""Assembles the rows of any layout into records: a ref, its concern or recommendation, and the steps that answer it.

Readers differ, this does not: every document's grid comes through here. What fits no rule is `unread`, with the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from documents.assembly.layout import Layout, header
from documents.assembly.numbers import heads
from documents.assembly.overhead import Overhead, overhead
from documents.assembly.records import Record
from documents.assembly.rowwise import Rowwise
from documents.assembly.sentences import is_furniture, reads_as_heading
from documents.assembly.spans import plain_rows
from documents.assembly.turning import turned
from documents.assembly.unmapped import goes_on, headings, like_plan, total
from documents.draft import Grid, Line, Row, Unread


@dataclass(slots=True)
class Assembly:
    """What the rows gave. `totals`: response → count, from a table of counts when the document prints one.

    `beside` are rows that are no actions, as lines: titles above a header, tables of other things; `passed` the columns
    of these; `passed_over` the plan's own columns that are not read; `mapped`: a plan's header was found; `counted`:
    the document numbers nothing, and the refs are ours.
    """

    records: list[Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)
    beside: list[Line] = field(default_factory=list)
    passed: list[tuple[str, ...]] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    mapped: bool = False
    counted: bool = False


def assemble(grid: Grid) -> Assembly:
    """Records in the document's order. Definitions and totals are no actions; totals are kept to check against."""
    assembler = _Assembler(overhead(grid))
    for table in _tables(grid.rows):
        assembler.take(table)
    assembly = assembler.assembly
    opened = assembler.rows.opened
    assembly.records, assembly.counted = opened.records, opened.counted > 0
    assembly.mapped = assembler.layout is not None
    assembly.unread = [*grid.unread, *assembler.rows.unread]
    for record in assembly.records:
        record.settle()
    assembler.rows.flag_unnumbered()
    return assembly


def _tables(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each table; a text file is one, whatever tables it has."""
    for _, table in groupby(rows, key=lambda row: (row.place.sheet, row.place.table)):
        yield [row for row in table if any(cell.merged or not is_furniture(cell.words) for cell in row.cells)]


class _Assembler:
    """Goes from table to table: which has a header, which goes on without one, which is no plan's."""

    def __init__(self, over: Overhead) -> None:
        self.over = over
        self.assembly = Assembly()
        self.layout: Layout | None = None
        self.rows = Rowwise()

    def take(self, table: Sequence[Row]) -> None:
        rows = [row for row in table if not self._is_total(row)]
        headers = list(_headers(rows))
        if not headers and (made := turned(rows)):
            rows, headers = made, list(_headers(made))
        if not rows or (not headers and not self._carries_on(rows)):
            return
        begin = headers[0][0] if headers else len(rows)
        self._above(rows[:begin], alone=bool(headers))
        ends = [*(at for at, _, _ in headers), len(rows)][1:]
        for (at, layout, lines), end in zip(headers, ends, strict=True):
            self._change(layout)
            if at == begin:
                self._titled(rows, begin)
            self._below(rows[at + lines : end])

    def _titled(self, rows: Sequence[Row], begin: int) -> None:
        """Take what the text over a table, or the row over its header, says of its rows."""
        first = rows[begin - 1] if begin and _is_lone(rows[begin - 1]) else rows[0]
        words = " ".join(cell.words for cell in first.cells if cell.words)
        lines = self.over.get(first.place.table or 0, [])
        if begin and heads(words):
            lines = [Line(words, first.place, first.place.table)]
        if self.layout and first.place.table and lines:
            self.rows.titled(lines, self.layout)

    def _is_total(self, row: Row) -> bool:
        counted = total(row)
        if counted:
            self.assembly.totals[counted[0]] = counted[1]
        return counted is not None

    def _carries_on(self, rows: Sequence[Row]) -> bool:
        """Is a table without a header more of the last plan's? If it is none but looks like one, it is said."""
        if self.layout and goes_on(rows, self.layout):
            return True
        named = headings(rows)
        why = f"its columns ({', '.join(f'“{name}”' for name in named)}) name no action with an owner or a date"
        for row in like_plan(rows):
            self.rows.leave(row, why if named else "its table has no header that names actions, owners and dates")
        if named:
            self.assembly.passed.append(named)
        self._set_beside(rows)
        return False

    def _above(self, rows: Sequence[Row], *, alone: bool) -> None:
        """Rows above a table's header: its title, or more of the table before."""
        if self.layout and rows and goes_on(rows, self.layout):
            self._below(rows)
        elif alone:
            self._set_beside(rows)
            real = bool(rows) and (rows[0].place.table is not None or rows[0].place.sheet is not None)
            if real and _is_lone(rows[-1]) and reads_as_heading(self.assembly.beside[-1].words):
                self.rows.head(self.assembly.beside[-1].words, rows[-1].place)

    def _set_beside(self, rows: Sequence[Row]) -> None:
        lines = (Line(" ".join(cell.words for cell in row.cells if cell.words), row.place) for row in rows)
        self.assembly.beside += [line for line in lines if line.words]

    def _change(self, layout: Layout) -> None:
        if self.layout and self.layout.columns != layout.columns:
            self.rows.part()
        if self.layout and self.layout.columns == layout.columns and layout.numbered is None:
            layout = self.layout
        self.layout = layout

    def _below(self, rows: Sequence[Row]) -> None:
        if self.layout is None:
            return
        fitting = [row for row in rows if not self._is_wide(row)]
        over = self.assembly.passed_over
        over += [words for words in self.layout.passed_over(fitting) if words not in over]
        for plain in plain_rows(fitting, self.layout):
            self.rows.take(plain, self.layout)

    def _is_wide(self, row: Row) -> bool:
        """Does a row have words beyond the columns that its table's header names?"""
        width = self.layout.width if self.layout else 0
        wide = any(cell.words for cell in row.cells[width:])
        if wide:
            self.rows.leave(row, f"it has {len(row.cells)} cells where the header has {width}")
        return wide


def _is_lone(row: Row) -> bool:
    return sum(bool(cell.words) for cell in row.cells) == 1


def _headers(rows: Sequence[Row]) -> Iterator[tuple[int, Layout, int]]:
    """(index, layout, rows it takes) of every header among the rows."""
    at = 0
    while at < len(rows):
        found = header(rows, at)
        if found:
            yield at, *found
        at += found[1] if found else 1
