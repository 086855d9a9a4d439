"""Walks a web page's tree: its tables as a browser lays them out, and the running text round them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from documents.assembly.headers import columns
from documents.draft import Line, Paragraph, Row
from documents.readers.above import prose
from documents.readers.flowing import Flow
from documents.readers.frames import as_meant, is_frame
from documents.readers.seen import count, is_unseen, is_words_mark, numbering, weight, words_in
from documents.readers.spans import Spanning, Written, laid_out
from documents.unreadable import Unreadable

MOST_CELLS = 50_000
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend main p pre section summary td th tr".split()
)


@dataclass(slots=True)
class _Table:
    number: int
    rows: list[Written] = field(default_factory=list)
    group: int = 0
    held_plan: bool = False
    framed: bool = False


@dataclass(slots=True)
class _Cell:
    """A cell being read: what encloses it waits in `outer`."""

    outer: Flow
    paragraphs: list[Paragraph]


class Page:
    """Walks the tree once, without recursion: a page may be nested as deep as its author likes."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.prose: list[Line] = []
        self.flow = Flow(self._add)
        self.tables: list[_Table] = []
        self.cells: list[_Cell] = []
        self.count = self.size = 0
        self.headed = False

    def walk(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                if is_words_mark(element):
                    self.flow.marked(words_in(element))
                if is_words_mark(element) or is_unseen(element):
                    walker.skip_subtree()
                    skipped = element
                else:
                    self._open(element)
                    self._say(element, element.text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._close(element)
            if element is not root:
                self._say(element.getparent(), element.tail)
        self.flow.end()

    def _say(self, within: etree._Element | None, words: str | None) -> None:
        if not words:
            return
        if within is not None and within.tag == "pre":
            first, *lines = words.split("\n")
            self.flow.say(first)
            for line in lines:
                self.flow.end(line=True)
                self.flow.say(line)
        elif within is None or within.tag not in ("table", "tbody", "thead", "tfoot", "tr", "colgroup"):
            self.flow.say(words)

    def _add(self, paragraph: Paragraph) -> None:
        """A paragraph outside cells: a table's caption is its own, all else stands over the next table."""
        over = self.tables[-1].number if self.tables else self.count + 1
        self.prose.append(Line(paragraph.words, over=over))

    # --- elements ------------------------------------------------------------------------------------------------

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in ("td", "th") and self.tables:
            self._open_cell()
        elif tag == "table":
            self.flow.end()
            self.count += 1
            self.tables.append(_Table(self.count, framed=is_frame(element)))
        elif tag in ("thead", "tbody", "tfoot") and self.tables:
            self.tables[-1].group += 1
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append(Written([], self.tables[-1].group))
        elif tag in ("ul", "ol", "menu"):
            self.flow.open_list(numbering(element), count(element, "start", 1))
        elif tag == "li":
            self.flow.open_item(count(element, "value", 0) or None)
        elif tag == "br":
            self.flow.end(line=True)
        elif tag in _BLOCKS:
            self.flow.end()
        self.flow.bold += weight(element)

    def _close(self, element: etree._Element) -> None:
        tag = element.tag
        self.flow.bold -= weight(element)
        if tag in ("td", "th") and self.tables and self.cells:
            self._close_cell(element)
        elif tag == "table" and self.tables:
            self._close_table(self.tables.pop())
        elif tag in ("ul", "ol", "menu"):
            self.flow.close_list()
        elif tag == "li":
            self.flow.close_item()
        elif tag in _BLOCKS:
            self.flow.end()

    def _open_cell(self) -> None:
        paragraphs: list[Paragraph] = []
        self.cells.append(_Cell(self.flow, paragraphs))
        self.flow = Flow(paragraphs.append)

    def _close_cell(self, element: etree._Element) -> None:
        self.flow.close_item()
        cell = self.cells.pop()
        self.flow = cell.outer
        table = self.tables[-1]
        across, down = count(element, "colspan", 1), count(element, "rowspan", 1)
        if not table.rows:
            table.rows.append(Written([], table.group))
        paragraphs = as_meant(cell.paragraphs) if table.framed else cell.paragraphs
        table.rows[-1].cells.append(Spanning(tuple(paragraphs), max(1, across), down))

    # --- tables --------------------------------------------------------------------------------------------------

    def _close_table(self, table: _Table) -> None:
        """A table within a cell is a list of that cell's, unless it is a plan's: then the outer one only arranges, and
        the tables that follow within it go on with the plan."""
        rows = list(self._counted(laid_out(table.rows, table.number)))
        is_plan = any(columns(row) for row in rows)
        arranged = any(outer.held_plan for outer in self.tables)
        if self.cells and not is_plan and not table.held_plan and not arranged:
            self.cells[-1].paragraphs += _flat(rows, self.flow)
            return
        if self.tables and (is_plan or table.held_plan):
            self.tables[-1].held_plan = True
        if table.held_plan and not is_plan:
            self.prose += [
                Line(each.words, row.place) for row in rows for cell in row.cells for each in cell.paragraphs
            ]
        else:
            self._take(rows)

    def _counted(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            self.size += len(row.cells)
            if self.size > MOST_CELLS:
                raise Unreadable(f"I could not read {{name}}: it has more than the {MOST_CELLS:,} cells I take.")
            yield row

    def _take(self, rows: list[Row]) -> None:
        at = next((at for at, row in enumerate(rows) if columns(row)), None)
        above = [] if self.headed else rows[:at]
        self.headed = self.headed or at is not None
        self.prose += prose(above)
        self.rows += rows


def _flat(rows: list[Row], flow: Flow) -> Iterator[Paragraph]:
    """A paragraph for each row, its cells side by side; of a row of one cell, that cell's own."""
    for row in rows:
        worded = [cell for cell in row.cells if cell.words]
        alone = worded[0].paragraphs if len(worded) == 1 else [Paragraph(" ".join(cell.words for cell in worded))]
        for paragraph in alone if worded else ():
            yield replace(paragraph, top=float(flow.top))
            flow.top += 1
