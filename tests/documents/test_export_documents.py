"""Plans written out as Word documents and workbooks, and read back with the readers that read published ones."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from documents.draft import PlanDraft
from documents.export.docx import as_docx
from documents.export.published import Happening, Printed, PrintedPlan
from documents.export.xlsx import as_xlsx
from documents.reading import read_document
from tests.documents.making.alike import facts
from tests.documents.making.layouts import PLANS

TODAY = date(2026, 1, 1)
WRITERS: dict[str, Callable[[PrintedPlan], bytes]] = {
    "docx": as_docx,
    "xlsx": lambda plan: as_xlsx(plan, "rochester-2024"),
}
UPDATE = ("In progress since 3 May 2024, 12 days late.", "Reported as done by Governor, 4 May 2024: “Governor 1.1 May”")


def printed(draft: PlanDraft) -> PrintedPlan:
    """The plan as it is kept once imported, each action with an update that reads like a plan's own words."""
    actions = tuple(
        Printed(one.ref, one.step or "", one.theme, one.recommendation, one.response, one.heading, one.text,
                one.owner_cell, one.target.printed, UPDATE)
        for one in draft.actions
    )  # fmt: skip
    history = tuple(
        Happening("4 May 2024, 10:42", one.ref, "Reported as done", "Governor", "Reported", "May 2024", "Submitted it")
        for one in draft.actions
    )
    return PrintedPlan(
        f"HMP {draft.prison}", draft.title, draft.kind, TODAY, draft.submitted, draft.published, draft.inspected,
        actions, history,
    )  # fmt: skip


def asked_for(plan: PlanDraft) -> PlanDraft:
    """Without what depends on how the cells were printed: a question that an answered cell no longer raises."""
    for action in plan.actions:
        action.flags = [flag for flag in action.flags if "its owner cell is blank" not in flag]
    return plan


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_written_out_reads_back_as_the_same_plan(name: str, form: str, plans_dir: Path) -> None:
    draft = read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=TODAY)
    again = read_document(WRITERS[form](printed(draft)), f"plan.{form}", today=TODAY)

    assert facts(asked_for(again)) == facts(asked_for(draft))
    assert len(again.actions) == PLANS[name]


def a_plan(**facts: str) -> PrintedPlan:
    known = {"text": "Make beds.", "owner": "Governor", "target": "May 2024", **facts}
    action = Printed("1", "", "Decency", "Cells were bare.", None, None, update=UPDATE, **known)  # type: ignore[arg-type]  # facts by name
    return PrintedPlan(
        "HMP Exampleton", "HMP Exampleton Urgent Notification Action Plan", "urgent_notification", TODAY, None, None,
        None, (action,), (Happening("4 May 2024, 10:42", "1", "Noted", "Governor", "", "", "=1+1"),),
    )  # fmt: skip


@pytest.mark.parametrize("words", ["=1+1", "+44 beds", "-2 beds", "@SUM(A1)", " =1+1", "＝1+1", "\t@x", "\r+1"])
def test_no_cell_is_run_and_the_mark_that_keeps_it_is_not_read_back(words: str) -> None:
    written = as_xlsx(a_plan(text=words), "exampleton-2024")
    cells = [cell for sheet in load_workbook(BytesIO(written)) for row in sheet for cell in row if cell.value]

    assert all(
        cell.data_type == "s" and not str(cell.value).lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in cells
    )
    assert [one.text for one in read_document(written, "x", today=TODAY).actions] == [" ".join(words.split())]


@pytest.mark.parametrize("form", WRITERS)
def test_prisoner_numbers_are_masked(form: str) -> None:
    written = WRITERS[form](a_plan(text="Move A1234BC to a cell of his own."))
    parts = ZipFile(BytesIO(written))

    assert not any(b"A1234BC" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("form", WRITERS)
def test_what_no_file_can_hold_is_left_out(form: str) -> None:
    draft = read_document(WRITERS[form](a_plan(text="Make\x00\x0b beds\ufffe.")), "x", today=TODAY)

    assert draft.actions[0].text in {"Make beds .", "Make beds."}


def test_a_document_is_landscape_with_its_header_on_each_page_and_speaks_english() -> None:
    document = Document(BytesIO(as_docx(a_plan())))
    section, (table,) = document.sections[0], document.tables
    xml = table._tbl.xml

    assert (section.page_width or 0) > (section.page_height or 0)
    assert document.paragraphs[0].style is not None
    assert (document.paragraphs[0].style.name, document.core_properties.language) == ("Heading 1", "en-GB")
    assert (xml.count("w:tblHeader"), xml.count("w:cantSplit"), xml.count("w:tblCaption")) == (1, 2, 1)
    assert [cell.text for cell in table.rows[0].cells][-1] == "Update"
    assert table.rows[1].cells[-1].text == "\n".join(UPDATE)


def test_a_workbook_has_the_plan_and_its_history_and_the_history_is_no_plan() -> None:
    written = as_xlsx(a_plan(), "exampleton-2024")
    book = load_workbook(BytesIO(written))

    assert book.sheetnames == ["Action plan", "History"]
    assert [cell.value for cell in book["History"][2]][:4] == ["4 May 2024, 10:42", "1", "Noted", "Governor"]
    assert len(read_document(written, "x", today=TODAY).actions) == 1


def test_a_ref_keeps_its_nought() -> None:
    plan = a_plan()
    written = as_xlsx(
        PrintedPlan(plan.prison, plan.title, plan.kind, TODAY, None, None, None,
                    (Printed("1.10", "", None, "Cells.", "agreed", None, "Make beds.", "Governor", "May 2024"),)),
        "x",
    )  # fmt: skip

    assert [one.ref for one in read_document(written, "x", today=TODAY).actions] == ["1.10"]
