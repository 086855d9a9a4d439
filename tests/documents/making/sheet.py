"""Writes documents as workbooks and separated files, as awkward as published ones: the table begins below titles and
beside an empty column, months are real dates, refs are numbers, cells are merged, a filter hides rows, lists hide."""

import csv
import re
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from plans.dates import read
from tests.documents.making.layouts import Box, Made, Para, Row, Table

MONTH = re.compile(r"[A-Z][a-z]+ 20\d\d")


def as_xlsx(made: Made) -> bytes:
    """One sheet for the plan, its tables below one another; a cover and a guide beside it, lists hidden behind."""
    book = Workbook()
    cover, sheet = book.active, book.create_sheet("Action plan")
    assert cover is not None
    cover.title = "Cover"
    for at, paragraph in enumerate(made.before, 3):
        cover.cell(at, 2, paragraph.words)
        cover.merge_cells(start_row=at, end_row=at, start_column=2, end_column=8)
    row = 4
    for table in made.tables:
        row = _write_table(sheet, table, row) + 2
    _dress(sheet, made.tables[-1])
    lists = book.create_sheet("Lists")
    for at, words in enumerate(("Status", "Not started", "Done"), 1):
        lists.cell(at, 1, words)
    lists.sheet_state = "hidden"
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _write_table(sheet: Worksheet, table: Table, top: int) -> int:
    for down, row in enumerate(table.rows):
        for across, box in enumerate(row):
            if box is not None:
                _write(sheet, box, top + down, across + 2, is_head=down < table.headers)
    return top + len(table.rows)


def _write(sheet: Worksheet, box: Box, row: int, column: int, *, is_head: bool) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=is_head)
    words = _words(box)
    if re.fullmatch(r"\d+", words):
        cell.value = int(words)
    elif re.fullmatch(r"\d+\.\d+", words):
        cell.value, cell.number_format = (
            float(words),
            "General" if column % 2 else "0." + "0" * len(words.split(".")[1]),
        )
    elif MONTH.fullmatch(words):
        span = read(words, date(2000, 1, 1))
        assert span is not None
        cell.value, cell.number_format = span.first, "mmm-yy"
    elif len(box.paragraphs) > 1 and box.paragraphs[0].bold:
        heading, *rest = words.split("\n")
        cell.value = CellRichText(TextBlock(InlineFont(b=True), heading), "\n" + "\n".join(rest))
    else:
        cell.value = words or None
        cell.font = Font(bold=is_head or any(one.bold for one in box.paragraphs))
    if box.down > 1 or box.across > 1:
        sheet.merge_cells(
            start_row=row, end_row=row + box.down - 1, start_column=column, end_column=column + box.across - 1
        )


def _words(box: Box) -> str:
    return "\n".join(_printed(paragraph) for paragraph in box.paragraphs).rstrip("\n")


def _printed(paragraph: Para) -> str:
    return f"• {paragraph.printed}" if paragraph.bullet else paragraph.printed


def _dress(sheet: Worksheet, table: Table) -> None:
    """What real workbooks have besides words."""
    sheet.freeze_panes = "C5"
    sheet.cell(4, 3).comment = Comment("Leave as it is", "A. Sample")
    choices = DataValidation(type="list", formula1='"Agreed,Not agreed"')
    sheet.add_data_validation(choices)
    choices.add("J5:J900")
    for row in range(900, 960):
        sheet.cell(row, 30).font = Font(bold=True)
    for at, share in enumerate(table.widths):
        sheet.column_dimensions["BCDEFGH"[at]].width = share * 140


# --- separated files -------------------------------------------------------------------------------------------------


def as_csv(made: Made, *, separator: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """As Excel saves a sheet: titles padded with empty cells, merged cells empty but for the first."""
    held = StringIO(newline="")
    sheet = csv.writer(held, delimiter=separator, lineterminator="\r\n")
    width = max(len(row) for table in made.tables for row in table.rows)
    for paragraph in made.before:
        sheet.writerow([paragraph.words, *[""] * (width - 1)])
    for table in made.tables:
        sheet.writerow([""] * width)
        sheet.writerows(_padded(row, width) for row in table.rows)
    return held.getvalue().encode(encoding, errors="replace")


def _padded(row: Row, width: int) -> list[str]:
    return [_words(box) if box else "" for box in row] + [""] * (width - len(row))
