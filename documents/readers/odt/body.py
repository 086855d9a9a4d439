"""Walks what stands in an OpenDocument text, from the top: paragraphs, lists, tables, sections and boxes."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from documents.readers.drawn import Block, Cell, Row, Table, Words, line
from documents.readers.odt.lists import Begun, Lists
from documents.readers.odt.paragraphs import Read, read
from documents.readers.odt.styles import Styles
from documents.readers.xml import name, number, value, within
from documents.unreadable import Unreadable

_DEEPEST = 40
_MOST_COLUMNS = 63
_MOST_REPEATS = 200
_PASSED_OVER = frozenset({
    "tracked-changes", "forms", "table-of-content-source", "annotation", "event-listeners", "image", "title", "desc",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Item:
    """The list that blocks stand in, its style and level; `start` is set when the item sets its own number."""

    begun: Begun
    style: str | None
    level: int
    label: bool = False
    start: int | None = None


_Reach = dict[int, tuple[int, int]]
"""Cells of rows above that reach down: column → (rows still to go, columns across)."""


class Body:
    """Reads blocks; `notes` are collected on the way. `page` is None where the file does not say where pages end."""

    def __init__(self, styles: Styles, lists: Lists, *, page: int | None = None) -> None:
        self._styles, self._lists, self._page = styles, lists, page
        self._broken = False
        self._depth = 0
        self._struck = False
        self.notes: list[Words] = []

    def blocks(self, container: _Element, item: _Item | None = None) -> list[Block]:
        """The paragraphs and tables in a container, the document's text, a cell or a list item, in order."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("I could not read {name}: what it holds stands one within another, too deep for a plan.")
        found: list[Block] = []
        for element in container:
            kind = name(element)
            if kind in {"p", "h"}:
                found += self._paragraph(element, item)
                item = item and _Item(item.begun, item.style, item.level)
            elif kind == "list":
                found += self._list(element, item)
            elif kind == "table":
                found.append(self._table(element))
            elif kind == "soft-page-break":
                self._end_page()
            elif kind not in _PASSED_OVER:
                found += self.blocks(element)
        self._depth -= 1
        return found

    def lines(self, container: _Element) -> Iterator[Words]:
        """All words in a container, those of tables too."""
        return Cell(0, blocks=self.blocks(container)).lines()

    def _end_page(self) -> None:
        self._broken = True
        if self._page is not None:
            self._page += 1

    # --- paragraphs and lists ------------------------------------------------------------------------------------

    def _paragraph(self, element: _Element, item: _Item | None) -> list[Block]:
        style = value(element, "style-name")
        if self._styles.breaks_page("paragraph", style):
            self._end_page()
        printed = read(element, self._styles)
        numeral, bullet = "", item is not None
        if item and item.label:
            of = item.style or self._styles.list_of(style)
            numeral, bullet = self._lists.label(item.begun, item.level, of, start=item.start)
        elif item:
            bullet = self._lists.is_bullet(item.style or self._styles.list_of(style), item.level)
        found: list[Block] = list(self._lines(printed, numeral, bullet=bullet))
        self._broken |= printed.broken > 0
        self._struck |= printed.struck
        if self._page is not None:
            self._page += printed.broken
        for box in printed.boxes:
            found += self.blocks(box)
        for note in printed.notes:
            self.notes += self.lines(note)
        if self._styles.ends_page("paragraph", style):
            self._end_page()
        return found

    def _lines(self, printed: Read, numeral: str, *, bullet: bool) -> Iterator[Words]:
        for index, pieces in enumerate(printed.lines):
            broken = next((piece.broken for piece in pieces if piece.text.strip()), printed.broken)
            text = "".join(piece.text for piece in pieces).lstrip()
            yield line(
                (numeral if index == 0 else "") + text,
                bullet=bullet,
                bold=all(piece.bold for piece in pieces if piece.text.strip()),
                page=None if self._page is None else self._page + broken,
            )

    def _list(self, element: _Element, above: _Item | None) -> list[Block]:
        style = value(element, "style-name") or (above.style if above else self._style_of(element))
        begun = above.begun if above else self._lists.begin(element, style)
        level = above.level + 1 if above else 1
        found: list[Block] = []
        for item in element:
            if name(item) == "list-item":
                start = number(item, "start-value", otherwise=-1)
                found += self.blocks(item, _Item(begun, style, level, label=True, start=start if start >= 0 else None))
            elif name(item) == "list-header":
                found += self.blocks(item, _Item(begun, style, level))
        return found

    def _style_of(self, element: _Element) -> str | None:
        """The style of a list that names none: that of its first paragraph."""
        first = within(element, "list-item", "p")
        return self._styles.list_of(value(first, "style-name"))

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, element: _Element) -> Table:
        style = value(element, "style-name")
        if self._styles.breaks_page("table", style):
            self._end_page()
        table, began, counted = Table(broken=self._broken), self._page, 0
        reach: _Reach = {}
        for drawn, heads in self._rows(element):
            row = self._row(drawn, counted + 1, reach, heads=heads)
            times = max(number(drawn, "number-rows-repeated", otherwise=1), 1)
            blank = not any(one.words for cell in row.cells for one in cell.lines())
            for again in range(1 if blank else min(times, _MOST_REPEATS)):
                table.rows.append(
                    row if again == 0 else Row(counted + 1 + again, row.cells, heads, row.struck, row.page)
                )
            counted += times
        table.broken |= bool(table.rows) and table.rows[0].page != began
        self._broken = False
        return table

    def _rows(self, element: _Element, *, heads: bool = False) -> Iterator[tuple[_Element, bool]]:
        """(row, whether it is a header's), through the groups that rows may stand in."""
        for one in element:
            kind = name(one)
            if kind == "table-row":
                yield one, heads
            elif kind == "soft-page-break":
                self._end_page()
            elif kind in {"table-rows", "table-header-rows", "table-row-group"}:
                yield from self._rows(one, heads=heads or kind == "table-header-rows")

    def _row(self, element: _Element, number_of: int, reach: _Reach, *, heads: bool) -> Row:
        row, column = Row(number_of, [], heads=heads), 0
        struck, self._struck = self._struck, False
        began, ends = self._page, [self._page]
        for drawn in element:
            kind = name(drawn)
            if kind not in {"table-cell", "covered-table-cell"}:
                continue
            for _ in range(min(max(number(drawn, "number-columns-repeated", otherwise=1), 1), _MOST_COLUMNS)):
                self._page = began
                cell = self._cell(drawn, column, row, reach, covered=kind == "covered-table-cell")
                if cell:
                    row.cells.append(cell)
                column += 1
                ends.append(self._page)
        self._page = max((page for page in ends if page is not None), default=None)
        row.struck, self._struck = self._struck, struck
        row.page = next((one.page for cell in row.cells for one in cell.lines() if one.words), began)
        return row

    def _cell(self, element: _Element, column: int, row: Row, reach: _Reach, *, covered: bool) -> Cell | None:
        """The cell at this column; None where the one to its left reaches over it."""
        left, across = reach.pop(column, (0, 1))
        if covered and left:
            if left > 1:
                reach[column] = (left - 1, across)
            return Cell(column, across, merged=True)
        if covered and any(each.column < column < each.column + each.across for each in row.cells):
            return None
        if covered:
            return Cell(column)
        across = min(max(number(element, "number-columns-spanned", otherwise=1), 1), _MOST_COLUMNS)
        down = number(element, "number-rows-spanned", otherwise=1)
        if down > 1:
            reach[column] = (down - 1, across)
        return Cell(column, across, self.blocks(element))
