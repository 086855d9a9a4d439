"""A plan as a workbook: its sheet in the layout it was published in with an update beside each action, and its history
on a sheet of its own. Every cell is words: nothing is run, no ref loses a nought, no date is told as another."""

import math
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from documents.export.published import Layout, PrintedPlan, laid_out, lines
from documents.export.values import plain
from documents.formulas import harmless

_LETTERS = 165
"""Of all columns together: what stands on landscape A4 at a size that can be read."""
_LONGEST = 32_000
"""Letters that a cell of a workbook holds."""
_HISTORY = (
    ("Moment", 18), ("Ref", 8), ("What happened", 24), ("Said by", 26), ("Status after", 14), ("Date named", 18),
    ("In their words", 70), ("Plan", 16), ("Entry", 8),
)  # fmt: skip
"""Headings that are no plan's, and more columns than a plan has: the sheet is never taken for one."""
_FONT, _SIZE, _LINE_HEIGHT = "Arial", 10, 13.0
_HIGHEST = 409.0
"""Points of a row's height that Excel takes."""
_SIDE = Side(style="thin", color="808080")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEAD = PatternFill("solid", fgColor="D9E2EC")


def as_xlsx(plan: PrintedPlan, key: str) -> bytes:
    """`key` is the plan's id. Prisoner numbers are masked."""
    book = Workbook()
    sheet, history = book.active, book.create_sheet("History")
    assert isinstance(sheet, Worksheet)  # noqa: S101  (a new workbook has one)
    sheet.title = "Action plan"
    _describe(book, plan)
    _write_plan(sheet, plan, laid_out(plan))
    _write_history(history, plan, key)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _describe(book: Workbook, plan: PrintedPlan) -> None:
    about = book.properties
    about.title, about.subject, about.language, about.creator = plain(plan.title), plain(plan.prison), "en-GB", ""
    about.created = about.modified = datetime(plan.on.year, plan.on.month, plan.on.day, tzinfo=UTC).replace(tzinfo=None)


def _write_plan(sheet: Worksheet, plan: PrintedPlan, layout: Layout) -> None:
    for at, words in enumerate((plan.title, *lines(plan)), 1):
        cell = _say(sheet, at, 1, words)
        cell.font = Font(_FONT, 14 if at == 1 else _SIZE, bold=at == 1)
    head = sheet.max_row + 2
    for down, row in enumerate(layout.rows):
        for across, box in enumerate(row, 1):
            cell = _say(sheet, head + down, across, box.words if box else "")
            cell.border, cell.alignment = _LINE, Alignment(wrap_text=True, vertical="top")
            cell.font = Font(
                _FONT, _SIZE, bold=bool(box and box.paragraphs and all(one.bold for one in box.paragraphs))
            )
    _merge(sheet, layout, head)
    _heights(sheet, layout, head)
    for column, share in enumerate(layout.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = round(share * _LETTERS, 1)
    _set_page(sheet, head, len(layout.widths))


def _heights(sheet: Worksheet, layout: Layout, head: int) -> None:
    """As high as the words need: no program works that out for a cell that reaches over several rows."""
    heights = [_LINE_HEIGHT] * len(layout.rows)
    spanning: list[tuple[int, int, float]] = []
    for down, row in enumerate(layout.rows):
        for share, box in zip(layout.widths, row, strict=True):
            needed = _height(box.words if box else "", share * _LETTERS)
            if box and box.down > 1:
                spanning.append((down, down + box.down, needed))
            else:
                heights[down] = max(heights[down], needed)
    for first, after, needed in spanning:
        heights[after - 1] += max(0.0, needed - sum(heights[first:after]))
    for down, height in enumerate(heights):
        sheet.row_dimensions[head + down].height = min(height, _HIGHEST)


def _height(words: str, letters: float) -> float:
    lines = sum(max(1, math.ceil(len(line) / letters)) for line in words.split("\n"))
    return lines * _LINE_HEIGHT + 4


def _merge(sheet: Worksheet, layout: Layout, head: int) -> None:
    for down, row in enumerate(layout.rows):
        for across, box in enumerate(row, 1):
            if box and box.down > 1:
                sheet.merge_cells(
                    start_row=head + down, end_row=head + down + box.down - 1, start_column=across, end_column=across
                )


def _write_history(sheet: Worksheet, plan: PrintedPlan, key: str) -> None:
    for column, (name, width) in enumerate(_HISTORY, 1):
        _say(sheet, 1, column, name).font = Font(_FONT, _SIZE, bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, one in enumerate(plan.history, 2):
        told = (one.at, one.address, one.what, one.said_by, one.status, one.due, one.words, key, str(row - 1))
        for column, words in enumerate(told, 1):
            cell = _say(sheet, row, column, words)
            cell.alignment, cell.font = Alignment(wrap_text=True, vertical="top"), Font(_FONT, _SIZE)
    _set_page(sheet, 1, len(_HISTORY))


def _say(sheet: Worksheet, row: int, column: int, words: str) -> Cell:
    """A cell of words, line by line."""
    cell = sheet.cell(row, column)
    shown = "\n".join(plain(line) for line in words.split("\n"))[:_LONGEST]
    if shown:
        cell.value, cell.data_type = harmless(shown), "s"
    return cell  # type: ignore[return-value]  # a merged cell is none that is written to


def _set_page(sheet: Worksheet, head: int, columns: int) -> None:
    """On screen the header stays; on paper it stands on each page, landscape A4, no column cut off."""
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter:
        sheet.oddFooter.center.text = "Page &P of &N"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    for cell in sheet[head][:columns]:
        cell.fill = _HEAD
