"""Workbooks: what Excel shows is what is read, and what it hides is said."""

import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from documents.draft import Grid, Place
from documents.readers.sheet import read
from documents.readers.shown import shown
from documents.reading import read_document
from documents.unreadable import Unreadable
from tests.documents.making.alike import facts
from tests.documents.making.layouts import PLANS, published
from tests.documents.making.sheet import as_xlsx

TODAY = date(2026, 1, 1)
HEAD = ("Ref", "Action", "Owner", "Target date")


def book(fill: Callable[[Worksheet], None]) -> bytes:
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Plan"
    fill(sheet)
    return saved(made)


def saved(made: Workbook) -> bytes:
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.words for cell in row.cells] for row in grid.rows]


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_reads_from_a_workbook_as_from_its_text(name: str, plans_dir: Path) -> None:
    text = read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=TODAY)
    sheet = read_document(as_xlsx(published(name, plans_dir)), name, today=TODAY)

    assert facts(sheet) == facts(text)
    assert len(sheet.actions) == PLANS[name]
    assert all(action.place.sheet == "Action plan" and action.place.row for action in sheet.actions)


def test_the_published_workbook_reads_as_its_text(plans_dir: Path) -> None:
    text = read_document((plans_dir / "rochester-un-2024.txt").read_bytes(), "text", today=TODAY)
    sheet = read_document((plans_dir / "rochester-un-2024.xlsx").read_bytes(), "sheet", today=TODAY)

    assert facts(sheet) == facts(text)
    assert sheet.actions[0].place == Place(sheet="Action Plan", row=4)


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (5.1, "General", "5.1"),
        (5.1, "0.00", "5.10"),
        (5.0, "0.0", "5.0"),
        (7, "", "7"),
        (7, "000", "007"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0.0#", "1234.5"),
        (44256, "mmm-yy", "March 2021"),
        (44256, "mmmm yyyy", "March 2021"),
        (44256, "[$-809]mmmm\\ yyyy;@", "March 2021"),
        (44256, "dd/mm/yyyy", "1 March 2021"),
        (44256, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "1 March 2021"),
        (44256.75, "d mmmm yyyy h:mm", "1 March 2021"),
        (44256, "yyyy", "2021"),
        (9e9, "mmm-yy", "9000000000"),
        (5.1, '"Action "0.0', "5.1"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(number: float, form: str, words: str) -> None:
    assert shown(number, form) == words


def test_a_month_is_due_on_its_last_day_and_a_day_on_itself() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (HEAD, (1, "Make beds.", "Governor", date(2021, 3, 1)), (2, "Buy sheets.", "Governor", None)):
            sheet.append(row)
        sheet["D2"].number_format = "mmm-yy"
        sheet["D3"], sheet["D3"].number_format = date(2021, 3, 1), "dd/mm/yyyy"

    draft = read_document(book(fill), "plan", today=TODAY, prison="Rochester")

    assert [(one.target.due, one.target.precision) for one in draft.actions] == [
        (date(2021, 3, 31), "month"),
        (date(2021, 3, 1), "day"),
    ]


def test_a_ref_kept_as_a_number_gets_its_nought_back() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        for ref in (5.8, 5.9, 5.1, 5.11):
            sheet.append((ref, "Make beds.", "Governor", "May 2023"))

    assert [row[0] for row in rows(read(book(fill)))] == ["Ref", "5.8", "5.9", "5.10", "5.11"]


def test_a_formula_gives_its_kept_value_and_without_one_is_said() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((*HEAD, "RAG"))
        sheet.append((1, "Make beds.", '=IF(1,"Governor","")', "May 2023", "=1/0"))

    grid = read(book(fill))

    assert [(unread.where, unread.why) for unread in grid.unread] == [
        (str(Place(sheet="Plan", row=2)),
         "its formula has no value: open the file in Excel and save it")
    ]  # fmt: skip
    worked = rewritten(book(fill), '<f>IF(1,"Governor","")</f><v></v>', "<f>1</f><v>Governor</v>", kind="str")
    assert (rows(read(worked))[1][2], read(worked).unread) == ("Governor", ())


def rewritten(content: bytes, before: str, after: str, *, kind: str | None = None) -> bytes:
    """The workbook with words of its first sheet's XML replaced."""
    held = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("sheet1.xml"):
                assert before.replace("<v></v>", "<v />") in part or before in part
                part = part.replace(before.replace("<v></v>", "<v />"), after).replace(before, after)
                part = part.replace('r="C2"', f'r="C2" t="{kind}"') if kind else part
            new.writestr(name, part)
    return held.getvalue()


def test_rows_that_a_filter_hides_are_read_and_flagged() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        sheet.append((1, "Make beds.", "Governor", "May 2023"))
        sheet.append((2, "Buy sheets.", "Governor", "May 2023"))
        sheet.row_dimensions[3].hidden = True
        sheet["B2"].font = Font(strike=True)

    assert [row.flags for row in read(book(fill)).rows[1:]] == [
        ("words of row 2 are struck out in its sheet; they were read",),
        ("row 3 is hidden in its sheet; it was read",),
    ]


def test_a_hidden_sheet_is_not_read_and_said_when_it_holds_a_plan() -> None:
    made = Workbook()
    sheet, old, lists = made.active, made.create_sheet("Old plan"), made.create_sheet("Lists")
    assert isinstance(sheet, Worksheet)
    for each in (sheet, old):
        each.append(HEAD)
        each.append((1, "Make beds.", "Governor", "May 2023"))
    lists.append(("Governor",))
    old.sheet_state, lists.sheet_state = "hidden", "veryHidden"

    grid = read(saved(made))

    assert len(grid.rows) == 2
    assert grid.rows[1].flags == ("the hidden sheet “Old plan” holds a table of actions too; it was not read",)


def test_lines_of_a_cell_are_paragraphs_with_glyphs_and_bold_told_apart() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        rich = CellRichText(TextBlock(InlineFont(b=True), "Beds\n"), "Make beds:\n\n• of wood\n- of iron")
        sheet.append((1, rich, "Governor", "May 2023"))

    cell = read(book(fill)).rows[1].cells[1]

    assert [(one.words, one.bullet, one.bold, one.top) for one in cell.paragraphs] == [
        ("Beds", False, True, 0.0),
        ("Make beds:", False, False, 1.0),
        ("of wood", True, False, 3.0),
        ("of iron", True, False, 4.0),
    ]


def test_a_wrapped_paragraph_is_as_high_as_its_column_makes_it() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        sheet.append((1, "Make beds " * 4 + "\n\nBuy sheets.", "Governor", "May 2023"))
        sheet.column_dimensions["B"].width = 20
        sheet["B2"].alignment = Alignment(wrap_text=True)

    assert [one.top for one in read(book(fill)).rows[1].cells[1].paragraphs] == [0.0, 3.0]


def test_struck_out_words_and_footnote_figures_are_left_out_of_a_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        old, new = TextBlock(InlineFont(strike=True), "June"), TextBlock(InlineFont(vertAlign="superscript"), "1")
        sheet.append((1, "Make beds.", CellRichText("Governor", new), CellRichText(old, "July 2023")))

    assert rows(read(book(fill)))[1] == ["1", "Make beds.", "Governor", "July 2023"]


def test_merged_cells_are_empty_and_known_to_go_on_from_above() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Theme", *HEAD))
        sheet.append(("Decency", 1, "Make beds.", "Governor", "May 2023"))
        sheet.append((None, 2, "Buy sheets.", "Governor", "May 2023"))
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("F1:XFD1")

    grid = read(book(fill))

    assert [row.cells[0].merged for row in grid.rows] == [False, False, True]


def test_a_sheet_that_claims_a_million_rows_takes_no_time() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        sheet.append((1, "Make beds.", "Governor", "May 2023"))
        sheet["XFD1048576"] = " "
        sheet["ZZ4"] = "A stray note"

    begun = time.process_time()
    grid = read(rewritten(book(fill), "<sheetData>", "<sheetData>"))

    assert len(grid.rows) >= 2
    assert time.process_time() - begun < 1


def test_a_merge_over_the_whole_sheet_takes_no_time() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEAD)
        sheet.append((1, "Make beds.", "Governor", "May 2023"))

    whole = rewritten(
        book(fill), "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>'
    )
    begun = time.process_time()

    assert len(read(whole).rows) == 2
    assert time.process_time() - begun < 1


def test_a_second_sheet_without_header_goes_on_with_the_table() -> None:
    made = Workbook()
    sheet, more, notes = made.active, made.create_sheet("Table 2"), made.create_sheet("Notes")
    assert isinstance(sheet, Worksheet)
    sheet.append(HEAD)
    sheet.append((1, "Make beds.", "Governor", "May 2023"))
    more.append((2, "Buy sheets.", "Governor", "May 2023"))
    notes.append(("This is", "how to", "fill in", "the plan"))

    draft = read_document(saved(made), "plan", today=TODAY, prison="Rochester")

    assert [(one.ref, one.place.sheet) for one in draft.actions] == [("1", "Sheet"), ("2", "Table 2")]
    assert draft.unread == []


def test_titles_above_the_table_are_running_text() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Action Plan: HMP Rochester",))
        sheet.append(("Action Plan Submitted", date(2018, 6, 19)))
        sheet["B2"].number_format = "d mmmm yyyy"
        sheet.append(())
        sheet.append(HEAD)
        sheet.append((1, "Make beds.", "Governor", "May 2023"))

    draft = read_document(book(fill), "plan", today=TODAY)

    assert (draft.title, draft.prison, draft.submitted) == (
        "Action Plan: HMP Rochester",
        "Rochester",
        date(2018, 6, 19),
    )


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b""])
def test_a_damaged_workbook_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable, match="the workbook is damaged"):
        read(content)
