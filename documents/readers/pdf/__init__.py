"""Reads PDF files into a grid: tables from their rules, else from the header's words; upright, however pages lie.

`painting` takes what pages paint, `lines` and `passages` make words and paragraphs of it, `lattice` cells of rules,
`columns`, `rivers` and `stretches` stand in where rules are missing, `mending` joins what pages tear, `counting`
parts what numbers alone part, `margins` finds what is printed on every page. Nothing here knows plans but by the words
of their headers.
"""

from collections.abc import Callable

from documents.draft import Grid
from documents.readers.pdf.layout import laid_out
from documents.readers.pdf.lines import joined
from documents.readers.pdf.marks import Sheet
from documents.readers.pdf.opening import Opened
from documents.unreadable import Unreadable

_SCAN = (
    "I could not read {name}: it is a scan, a picture of pages with no text. Ask for the Word or Excel file, or a PDF"
    " made from it."
)
_BLANK = "I could not read {name}: no page of the PDF holds any text. Ask for the Word or Excel file."


def read(content: bytes, progress: Callable[[int, int], None] = lambda done, total: None) -> Grid:
    """The grid of a PDF. `progress` is told the pages read, of how many. Raises Unreadable."""
    opened = Opened(content)
    total = len(opened)
    sheets: list[Sheet] = []
    unsure: list[str] = []
    for number, sheet in enumerate(opened.sheets(), 1):
        if sheet is None:
            unsure.append(f"page {number} is damaged and could not be read whole")
        else:
            sheet.pieces = joined(sheet.pieces)
            sheets.append(sheet)
            unsure += _doubts(sheet)
        progress(number, total)
    if not any(sheet.pieces for sheet in sheets):
        raise Unreadable(_SCAN if any(sheet.pictured for sheet in sheets) else _BLANK)
    return laid_out(sheets, unsure)


def _doubts(sheet: Sheet) -> list[str]:
    """What of a page may have been missed or misread."""
    doubts = []
    if sheet.pictured and not sheet.pieces:
        doubts.append(f"page {sheet.number} is a picture with no text and was not read")
    if sheet.hidden and sheet.pieces:
        doubts.append(f"the words of page {sheet.number} were recognised in a picture and may be wrong")
    if sheet.sideways > 40:
        doubts.append(f"words that stand sideways on page {sheet.number} were not read")
    return doubts
