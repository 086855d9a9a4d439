"""Draws a plan's tables as a PDF, as awkwardly as producers do: rows broken by pages in mid sentence, cells that reach
down over pages, rules all round, only across, or none; pages turned."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.making.layouts import Box, Made, Para, Table

WIDTH, HEIGHT, EDGE = 842.0, 595.0, 50.0


@dataclass(frozen=True)
class Manner:
    """How a PDF is drawn. `turned`: how far the content is drawn turned; `shown`: the page's own /Rotate.

    `again`: the header on each page. `closed`: a rule where a page cuts a row. `double`: rules drawn twice.
    """

    rules: Literal["all", "across", "none"] = "all"
    turned: int = 0
    shown: int = 0
    again: bool = True
    closed: bool = True
    double: bool = False
    thin_boxes: bool = False
    size: float = 10
    padding: float = 4
    spacing: float = 0
    spaces: bool = True
    bold: bool = True


@dataclass(frozen=True)
class _Line:
    """One line as drawn, down the table's galley. Points."""

    x: float
    top: float
    words: str
    bold: bool
    glyph: bool = False


@dataclass
class _Galley:
    """A table as if on one endless page: its lines, its rules across (height, left, right) and its height."""

    edges: list[float]
    lines: list[_Line] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    height: float = 0


def written(made: Made, manner: Manner) -> bytes:
    """The document as a PDF."""
    file = io.BytesIO()
    sideways = (manner.turned + manner.shown) % 180 == 90  # reportlab lays the sheet itself sideways with /Rotate
    canvas = Canvas(file, pagesize=(HEIGHT, WIDTH) if sideways else (WIDTH, HEIGHT), pageCompression=1)
    pages = _Pages(canvas, manner, made.before[0].words if made.before else "")
    for paragraph in made.before:
        pages.text(paragraph)
    for table in made.tables:
        pages.table(table)
    pages.end()
    canvas.save()
    return file.getvalue()


class _Pages:
    """Pages under the pen."""

    def __init__(self, canvas: Canvas, manner: Manner, title: str) -> None:
        self.canvas, self.manner, self.title = canvas, manner, title
        self.number = 0
        self.y = 0.0
        self.begin()

    @property
    def pitch(self) -> float:
        return self.manner.size * 1.2

    def begin(self) -> None:
        self.number += 1
        self.canvas.setPageRotation(self.manner.shown)
        self.canvas.saveState()
        if self.manner.turned == 90:
            self.canvas.transform(0, 1, -1, 0, HEIGHT, 0)
        elif self.manner.turned == 270:
            self.canvas.transform(0, -1, 1, 0, 0, WIDTH)
        elif self.manner.turned == 180:
            self.canvas.transform(-1, 0, 0, -1, WIDTH, HEIGHT)
        self.words(EDGE, EDGE - 20, self.title, bold=False)
        self.words(EDGE, HEIGHT - 25, str(self.number), bold=False)
        self.y = EDGE

    def end(self) -> None:
        self.canvas.restoreState()
        self.canvas.showPage()

    def turn(self) -> None:
        self.end()
        self.begin()

    def words(self, x: float, y: float, words: str, *, bold: bool) -> None:
        """Words with their top at y, counted from the top of the page."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        if self.manner.spaces:
            self.one(font, x, y, words)
            return
        for word in words.split():
            self.one(font, x, y, word)
            x += stringWidth(word + " ", font, self.manner.size)

    def one(self, font: str, x: float, y: float, words: str) -> None:
        self.canvas.setFont(font, self.manner.size)
        self.canvas.drawString(x, HEIGHT - y - 0.8 * self.manner.size, words)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.manner.thin_boxes:
            self.canvas.rect(x0, HEIGHT - y1, max(x1 - x0, 0.5), max(y1 - y0, 0.5), stroke=0, fill=1)
            return
        for by in (0, 1.5) if self.manner.double else (0,):
            across = y0 == y1
            dx, dy = (0, by) if across else (by, 0)
            self.canvas.line(x0 + dx, HEIGHT - y0 - dy, x1 + dx, HEIGHT - y1 - dy)

    def text(self, paragraph: Para) -> None:
        for line in _wrapped(paragraph.printed, WIDTH - 2 * EDGE, "Helvetica", self.manner.size):
            if self.y + self.pitch > HEIGHT - EDGE:
                self.turn()
            self.words(EDGE, self.y, line, bold=paragraph.bold)
            self.y += self.pitch
        self.y += self.pitch / 2

    def table(self, table: Table) -> None:
        """Draw a table from here on, over as many pages as it takes."""
        head = _galley(Table(table.widths, table.rows[: table.headers], plan=table.plan), self.manner, head=True)
        body = _galley(Table(table.widths, table.rows[table.headers :], plan=table.plan), self.manner)
        if self.y + head.height + 4 * self.pitch > HEIGHT - EDGE:
            self.turn()
        start, first = 0.0, True
        while start < body.height - 0.1:
            if first or (self.manner.again and table.headers):
                self.part(head, 0, head.height, opens=True)
            cut = _cut(body, start, HEIGHT - EDGE - self.y, self.pitch)
            self.part(body, start, cut, opens=self.manner.closed or start == 0)
            start, first = cut, False
            if start < body.height - 0.1:
                self.turn()
        self.y += 2 * self.pitch

    def part(self, galley: _Galley, start: float, end: float, *, opens: bool) -> None:
        """The stretch of a galley from start to end, drawn from here down."""
        down = self.y - start
        for line in galley.lines:
            if start - 0.01 <= line.top < end - 0.01:
                if line.glyph:
                    self.words(line.x - self.manner.size, line.top + down, "•", bold=False)
                self.words(line.x, line.top + down, line.words, bold=line.bold and self.manner.bold)
        if self.manner.rules != "none":
            for y, x0, x1 in galley.rules:
                if start < y < end or (y == start == 0):
                    self.rule(x0, y + down, x1, y + down)
            if opens:
                self.rule(galley.edges[0], start + down, galley.edges[-1], start + down)
            if self.manner.closed or end >= galley.height - 0.1:
                self.rule(galley.edges[0], end + down, galley.edges[-1], end + down)
        if self.manner.rules == "all":
            for x in galley.edges:
                self.rule(x, start + down, x, end + down)
        self.y = end + down


def _cut(galley: _Galley, start: float, room: float, pitch: float) -> float:
    """Where the page must end: at most `room` below start, and through no line."""
    cut = start + room
    if cut >= galley.height:
        return galley.height
    while through := [line.top for line in galley.lines if line.top < cut - 0.01 < line.top + pitch - 0.1]:
        if min(through) <= start:
            break
        cut = min(through)
    return cut


def _galley(table: Table, manner: Manner, *, head: bool = False) -> _Galley:
    """Set a table: each row as high as its own cells need, the last of a tall merged cell's rows as high as that needs."""
    total = WIDTH - 2 * EDGE
    edges = [EDGE]
    for width in table.widths:
        edges.append(edges[-1] + width * total)
    galley = _Galley(edges)
    tops = [0.0]
    reaching: dict[int, tuple[int, float]] = {}
    for number, row in enumerate(table.rows):
        needed = manner.size * 1.2 + 2 * manner.padding
        for column, box in enumerate(row):
            if box is None:
                continue
            lines = list(_set(box, edges[column], edges[column + box.across], tops[-1], manner, bold=head))
            bottom = (max(line.top for line in lines) if lines else tops[-1]) + manner.size * 1.2 + manner.padding
            galley.lines += lines
            reaching[column] = (number + box.down - 1, bottom)
            galley.rules.append((tops[-1], edges[column], edges[column + box.across]))
        for last, bottom in reaching.values():
            if last == number:
                needed = max(needed, bottom - tops[-1])
        tops.append(tops[-1] + needed)
    galley.height = tops[-1]
    return galley


def _set(box: Box, left: float, right: float, top: float, manner: Manner, *, bold: bool) -> Iterator[_Line]:
    y = top + manner.padding
    for paragraph in box.paragraphs:
        font = "Helvetica-Bold" if (bold or paragraph.bold) and manner.bold else "Helvetica"
        x = left + manner.padding + (1.5 * manner.size if paragraph.bullet else 0)
        for number, line in enumerate(
            _wrapped(paragraph.printed, right - manner.padding - x, font, manner.size) or [""]
        ):
            if line:
                yield _Line(x, y, line, bold or paragraph.bold, glyph=paragraph.bullet and number == 0)
            y += 1.2 * manner.size
        y += manner.spacing


def _wrapped(words: str, width: float, font: str, size: float) -> Sequence[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
