"""Separated files: their separator, letters and quotes, and where each record stands."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from documents.assembly.records import Record
from documents.assembly.tables import assemble
from documents.draft import Place
from documents.readers import grid_of
from documents.readers.separated import looks_separated, read
from documents.unreadable import Unreadable
from tests.documents.making.layouts import PLANS, published
from tests.documents.making.sheet import as_csv

PLAN = 'Ref,Action,Owner,Target date\r\n1,"Make beds,\r\n\r\n• of wood",Governor,May 2023\r\n2,Buy sheets.,"Head of ""Safety""",\r\n'


@pytest.mark.parametrize("separator", [",", ";", "|"])
@pytest.mark.parametrize("name", PLANS)
def test_every_plan_reads_from_a_separated_file_as_from_its_text(name: str, separator: str, plans_dir: Path) -> None:
    text = assemble(grid_of((plans_dir / f"{name}.txt").read_bytes()))
    content = as_csv(published(name, plans_dir), separator=separator)

    assert looks_separated(content.decode("utf-8-sig"))
    assert facts(assemble(read(content)).records) == facts(text.records)
    assert len(facts(text.records)) == PLANS[name]


def facts(records: list[Record]) -> list[tuple[object, ...]]:
    return [
        (record.ref, record.section, record.theme and record.theme.words, record.concern, record.response,
         record.heading, step.numeral, step.owner, step.target, step.text)
        for record in records
        for step in record.steps
    ]  # fmt: skip


def test_a_record_stands_at_the_line_it_begins_on_and_its_cells_keep_their_lines() -> None:
    rows = read(PLAN.encode("utf-8-sig")).rows

    assert [row.place for row in rows] == [Place(line=1), Place(line=2), Place(line=5)]
    assert [(one.words, one.bullet, one.top) for one in rows[1].cells[1].paragraphs] == [
        ("Make beds,", False, 0.0),
        ("of wood", True, 2.0),
    ]
    assert rows[2].cells[2].words == 'Head of "Safety"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "|", "\t"])
def test_whatever_wrote_it_the_words_are_read(separator: str, encoding: str) -> None:
    plan = PLAN.replace("Make beds,", "Make beds – all").replace("• ", "").replace(",", separator)

    words = [cell.words for cell in read(plan.encode(encoding)).rows[1].cells]

    assert words == ["1", "Make beds – all of wood", "Governor", "May 2023"]


def test_excel_may_say_the_separator_in_the_first_line() -> None:
    rows = read(b"sep=;\r\nRef;Action;Owner;Target date\r\n1;Make beds.;Governor;May 2023\r\n").rows

    assert [row.place.line for row in rows] == [2, 3]
    assert len(rows[0].cells) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Action plan\n\nRef\tAction\tOwner\tTarget date\n1\tMake beds, and sheets, and rugs\tGovernor\tMay 2023\n",
        'Ref\tAction\tOwner\tTarget date\n1\t"Make" beds\tGovernor\tMay 2023\n\n2\t"Buy" sheets\tGovernor\tMay 2023\n',
        "We visited in March, and found little.\nOf nine concerns, two, we judged, had moved.\nThe rest had not.\n",
        "",
    ],
)
def test_text_with_tabs_and_prose_with_commas_are_no_separated_files(text: str) -> None:
    assert not looks_separated(text)


def test_the_review_and_the_plans_as_text_are_no_separated_files(plans_dir: Path) -> None:
    assert [path.name for path in plans_dir.glob("*.txt") if looks_separated(path.read_text(encoding="utf-8"))] == []


def test_a_cell_kept_from_being_run_is_read_as_it_was_meant() -> None:
    rows = read(b"Ref,Action,Owner,Target date\n1,'=Make beds.,'Tis the Governor,'+May 2023\n").rows

    assert [cell.words for cell in rows[1].cells] == ["1", "=Make beds.", "'Tis the Governor", "+May 2023"]


def test_titles_above_the_table_are_running_text() -> None:
    lines = prose("Action Plan: HMP Rochester,,,\nSubmitted,4 June 2018,,\n,,,\n" + PLAN)

    assert lines == ["Action Plan: HMP Rochester", "Submitted 4 June 2018"]


def prose(text: str) -> list[str]:
    return [line.words for line in read(text.encode()).prose]


def test_a_quote_that_never_ends_is_read_or_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="one of its cells holds over 131,072 letters"):
        read(b'Ref,Action,Owner,Target date\n1,"' + b"Make beds. " * 20_000)


@pytest.mark.parametrize("content", [b"," * 1_000_000, b'"' * 1_000_001, b"a,b,c\n" * 100_000, b"\n" * 1_000_000])
def test_a_monstrous_file_takes_no_time(content: bytes) -> None:
    begun = time.process_time()
    with suppress(Unreadable):
        looks_separated(content.decode())
        read(content)

    assert time.process_time() - begun < 10


def test_lines_that_only_a_macintosh_ends_so_are_in_its_letters() -> None:
    text = "No;Action;Owner;Date\r1;Count beds – all of them.;Governor;July 2024\r2;“Order” more.;Governor;July 2024"

    rows = read(text.encode("mac-roman")).rows

    assert [row.cells[1].words for row in rows] == ["Action", "Count beds – all of them.", "“Order” more."]
