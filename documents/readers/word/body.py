"""Walks what stands in a Word document, from the top: paragraphs, tables, and the boxes and forms that hold more."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from documents.draft import Unread
from documents.readers.drawn import Block, Cell, Row, Table, Words, line
from documents.readers.word.numbering import Label, Numbering
from documents.readers.word.runs import SEEN_THROUGH, RunReader, Runs, chosen, is_prompt
from documents.readers.word.styles import Styles, switched
from documents.readers.xml import name, number, value, within
from documents.unreadable import Unreadable

_DEEPEST = 12
_MOST_COLUMNS = 63
"""Word draws no more."""


class Body:
    """Reads blocks. `page` is None where the file does not say where pages end."""

    def __init__(self, styles: Styles, numbering: Numbering, *, page: int | None = None) -> None:
        self._styles, self._numbering, self._page = styles, numbering, page
        self._broken = False
        self._depth = 0
        self._struck = False
        self.unread: list[Unread] = []

    def blocks(self, container: _Element) -> list[Block]:
        """The paragraphs and tables in a container, the document's body or a cell, in order."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("I could not read {name}: its tables stand one within another, too deep for a plan.")
        found: list[Block] = []
        joined: list[_Element] = []
        for element in _flat(container):
            kind = name(element)
            if kind == "p":
                joined.append(element)
                if switched(within(element, "pPr", "rPr"), "del"):
                    continue  # its end is deleted: it runs on into the next one
                found += self._paragraph(joined)
                joined = []
            elif kind == "tbl":
                found += self._rest(joined)
                joined = []
                found.append(self._table(element))
            elif kind == "altChunk":
                self.unread.append(
                    Unread("the document", "", "it holds another file within it, until Word opens and saves it again")
                )
        found += self._rest(joined)
        self._depth -= 1
        return found

    def _rest(self, joined: list[_Element]) -> list[Block]:
        """What is left of paragraphs whose ends are deleted and that none follows: nothing if all of it is."""
        read = self._paragraph(joined) if joined else []
        return [block for block in read if isinstance(block, Table) or block.words]

    def lines(self, container: _Element) -> Iterator[Words]:
        """All words in a container, those of tables too."""
        return Cell(0, blocks=self.blocks(container)).lines()

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, paragraphs: list[_Element]) -> list[Block]:
        """A line for each that a break makes, then what stands in boxes fixed to it. Deleted ends make several one."""
        properties = within(paragraphs[-1], "pPr")
        style = value(within(properties, "pStyle"))
        runs = RunReader(self._styles).read(paragraphs)
        label = self._numbering.label(properties, style)
        found: list[Block] = [*self._lines(runs, label)]
        self._broken |= runs.page_break or runs.broken > 0 or bool(self._ends_page(properties, style))
        self._struck |= runs.struck
        if self._page is not None:
            self._page += runs.broken
        for box in runs.boxes:
            found += self.blocks(box)
        return found

    def _lines(self, runs: Runs, label: Label | None) -> Iterator[Words]:
        for index, pieces in enumerate(runs.lines):
            numeral = label.text if label and index == 0 else ""
            broken = next((piece.broken for piece in pieces if piece.text.strip()), runs.broken)
            yield line(
                numeral + "".join(piece.text for piece in pieces).lstrip(),
                bullet=label is not None and label.bullet,
                bold=all(piece.bold for piece in pieces if piece.text.strip()),
                page=None if self._page is None else self._page + broken,
            )

    def _ends_page(self, properties: _Element | None, style: str | None) -> bool:
        before = switched(properties, "pageBreakBefore")
        section = within(properties, "sectPr")
        kind = value(within(section, "type")) or "nextPage"
        return (self._styles.breaks_page(style) if before is None else before) or (
            section is not None and kind not in {"continuous", "nextColumn"}
        )

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, element: _Element) -> Table:
        columns = within(element, "tblGrid")
        widths = [number(column, "w") for column in columns if name(column) == "gridCol"] if columns is not None else []
        table, began = Table(widths=widths, broken=self._broken), self._page
        reaching: dict[int, int] = {}
        for row in _rows(element):
            if not _is_gone(row):
                table.rows.append(self._row(row, len(table.rows) + 1, reaching))
        table.broken |= bool(table.rows) and table.rows[0].page != began
        self._broken = False
        return table

    def _row(self, element: _Element, number_of: int, reaching: dict[int, int]) -> Row:
        """`reaching` are the columns at which a cell of the row above may go on; it is left so for the row below."""
        properties = within(element, "trPr")
        above, began, ends = dict(reaching), self._page, [self._page]
        reaching.clear()
        struck, self._struck = self._struck, False
        column = min(number(within(properties, "gridBefore")), _MOST_COLUMNS)
        row = Row(number_of, [], heads=switched(properties, "tblHeader") is True)
        for drawn in _cells(element):
            self._page = began
            cell = self._cell(drawn, column, above, reaching)
            column += cell.across
            if row.cells and _goes_on_across(drawn):
                row.cells[-1].across += cell.across
            else:
                row.cells.append(cell)
            ends.append(self._page)
        self._page = max((page for page in ends if page is not None), default=None)
        row.struck, self._struck = self._struck, struck
        row.page = next((one.page for cell in row.cells for one in cell.lines() if one.words), began)
        return row

    def _cell(self, element: _Element, column: int, above: dict[int, int], reaching: dict[int, int]) -> Cell:
        properties = within(element, "tcPr")
        across = min(max(number(within(properties, "gridSpan"), otherwise=1), 1), _MOST_COLUMNS)
        down = within(properties, "vMerge")
        merged = down is not None and value(down) in {None, "continue"} and column in above
        if down is not None:
            reaching[column] = across
        # What stands in a cell that is merged into the one above is not drawn, and its list items are not counted.
        return Cell(column, across, [] if merged or _only_prompts(element) else self.blocks(element), merged)


def _flat(container: _Element) -> Iterator[_Element]:
    """What stands in a container, seen through what only wraps it."""
    waiting = list(reversed(container))
    while waiting:
        element = waiting.pop()
        kind = name(element)
        if kind in SEEN_THROUGH:
            waiting += [] if is_prompt(element) and within(element, "sdtContent", "tc") is None else reversed(element)
        elif kind == "AlternateContent":
            waiting += reversed(chosen(element))
        else:
            yield element


def _rows(table: _Element) -> Iterable[_Element]:
    return (element for element in _flat(table) if name(element) == "tr")


def _cells(row: _Element) -> Iterable[_Element]:
    """The cells of a row but for those whose deletion is tracked."""
    return (element for element in _flat(row) if name(element) == "tc" and within(element, "tcPr", "cellDel") is None)


def _goes_on_across(cell: _Element) -> bool:
    """Is it the rest of the cell to its left, in the way older programs wrote it?"""
    merged = within(cell, "tcPr", "hMerge")
    return merged is not None and value(merged) != "restart"


def _only_prompts(cell: _Element) -> bool:
    """Is the whole cell a form's field that nobody has filled in?"""
    content = cell.getparent()
    form = content.getparent() if content is not None and name(content) == "sdtContent" else None
    return form is not None and is_prompt(form)


def _is_gone(row: _Element) -> bool:
    """Is the row deleted, or hidden?"""
    properties = within(row, "trPr")
    return within(properties, "del") is not None or switched(properties, "hidden") is True
