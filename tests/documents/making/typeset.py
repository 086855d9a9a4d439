"""Typesets a plan with reportlab's own tables, as programs do that publish reports: rows cut across pages with no rule
below the header printed again, cells at their top, middle or foot, a box round the whole, paragraphs without a gap."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Typeset

from tests.documents.making.layouts import Box, Made, Para, Table


@dataclass(frozen=True)
class Style:
    """`stacked`: owners and dates right below each other, with no blank lines to stand beside their actions."""

    rules: Literal["all", "below", "box", "none"] = "all"
    stands: Literal["TOP", "MIDDLE", "BOTTOM"] = "TOP"
    size: float = 9
    beside: float = 6
    above: float = 3
    stacked: bool = False
    upright: bool = False


_DRAWN: dict[str, list[tuple[Any, ...]]] = {
    "all": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "below": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
    "box": [("BOX", (0, 0), (-1, -1), 0.5, colors.black)],
    "none": [],
}


def typeset(made: Made, style: Style) -> bytes:
    """The document as a PDF."""
    file = io.BytesIO()
    page = A4 if style.upright else landscape(A4)
    words = ParagraphStyle("words", fontName="Helvetica", fontSize=style.size, leading=1.2 * style.size)
    document = SimpleDocTemplate(file, pagesize=page, leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40)
    story: list[Flowable] = [Paragraph(escape(one.words), words) for one in made.before]
    for table in made.tables:
        story += [_table(table, style, words, page[0] - 92), Spacer(1, 12)]
    document.build(story)
    return file.getvalue()


def _table(table: Table, style: Style, words: ParagraphStyle, width: float) -> Typeset:
    rows = [
        [list(_cell(box, style, words, bold=number < table.headers)) for box in row]
        for number, row in enumerate(table.rows)
    ]
    drawn = [
        *_DRAWN[style.rules],
        ("VALIGN", (0, 0), (-1, -1), style.stands),
        ("LEFTPADDING", (0, 0), (-1, -1), style.beside),
        ("RIGHTPADDING", (0, 0), (-1, -1), style.beside),
        ("TOPPADDING", (0, 0), (-1, -1), style.above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), style.above),
    ]
    widths = [share * width for share in table.widths]
    return Typeset(rows, colWidths=widths, repeatRows=table.headers, splitInRow=1, style=TableStyle(drawn))


def _cell(box: Box | None, style: Style, words: ParagraphStyle, *, bold: bool) -> Iterator[Paragraph]:
    for one in _kept(box.paragraphs if box else (), style):
        printed = escape(f"• {one.printed}" if one.bullet else one.printed) or "&nbsp;"
        yield Paragraph(f"<b>{printed}</b>" if bold or one.bold else printed, words)


def _kept(paragraphs: Sequence[Para], style: Style) -> Sequence[Para]:
    last = max((at for at, one in enumerate(paragraphs, 1) if one.words), default=0)
    return [one for one in paragraphs[:last] if one.words or not style.stacked]
