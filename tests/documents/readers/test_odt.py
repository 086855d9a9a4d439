"""OpenDocument texts: each trap by itself."""

import pytest
from lxml.etree import fromstring

from documents.draft import Grid
from documents.readers.odt import read
from documents.readers.odt.lists import Lists
from documents.unreadable import Unreadable
from tests.documents.making.odt import package


def cells(grid: Grid) -> list[list[str]]:
    return [[cell.words for cell in row.cells] for row in grid.rows]


def said(*cells: str, styles: str = "") -> Grid:
    """The grid of a file with one table of one row, each cell given as its XML."""
    row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in (*cells, "<text:p>end</text:p>"))
    return read(package(f"<table:table><table:table-row>{row}</table:table-row></table:table>", styles=styles))


def test_hidden_words_comments_and_deletions_are_not_read() -> None:
    grid = said(
        '<text:p>seen<text:span text:style-name="Unseen">HIDDEN</text:span><office:annotation><text:p>COMMENT</text:p>'
        "</office:annotation></text:p>"
    )

    assert cells(grid) == [["seen", "end"]]


def test_blanks_tabs_and_breaks_are_read_as_they_are_printed() -> None:
    (cell, _) = (
        said("<text:p>one<text:s text:c='900000000'/>two<text:tab/>three<text:line-break/>four</text:p>").rows[0].cells
    )

    assert [paragraph.words for paragraph in cell.paragraphs] == ["one two three", "four"]


def test_a_note_is_read_outside_the_table() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>At the foot.</text:p></text:note-body>"
        "</text:note>"
    )

    grid = said(f"<text:p>Governor{note}</text:p>")
    assert cells(grid) == [["Governor", "end"]]
    assert [line.words for line in grid.prose] == ["At the foot."]


_STEPS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:list-style>"
)


def test_lists_count_within_each_other_and_go_on_where_they_say_so() -> None:
    def item(words: str) -> str:
        return f"<text:list-item><text:p>{words}</text:p></text:list-item>"

    inner = f"<text:list>{item('first')}{item('second')}</text:list>"
    body = (
        f'<text:list text:style-name="L" xml:id="a">{item("one")}<text:list-item><text:p>two</text:p>{inner}</text:list-item>'
        f'</text:list><text:p>between</text:p><text:list text:style-name="L" text:continue-list="a">{item("three")}</text:list>'
        f'<text:list text:style-name="L">{item("again")}</text:list>'
    )

    assert [line.words for line in read(package(body, styles=_STEPS)).prose] == [
        "1. one", "2. two", "(i) first", "(ii) second", "between", "3. three", "1. again",
    ]  # fmt: skip


def test_a_cell_that_reaches_down_is_one_cell_and_one_that_spans_has_its_words_once() -> None:
    grid = read(
        package(
            "<table:table><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>a</text:p></table:table-cell>"
            "<table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell>"
            "</table:table-row><table:table-row><table:covered-table-cell><text:p>left over</text:p></table:covered-table-cell>"
            "<table:table-cell table:number-columns-spanned='2'><text:p>d</text:p></table:table-cell>"
            "<table:covered-table-cell/></table:table-row></table:table>"
        )
    )

    assert cells(grid) == [["a", "b", "c"], ["", "d", ""]]
    assert [cell.merged for cell in grid.rows[1].cells] == [True, False, False]


def test_a_million_blank_rows_are_one() -> None:
    grid = read(
        package(
            "<table:table><table:table-row table:number-rows-repeated='1048576'><table:table-cell"
            " table:number-columns-repeated='16384'/></table:table-row><table:table-row><table:table-cell><text:p>a</text:p>"
            "</table:table-cell></table:table-row></table:table>"
        )
    )

    assert [row.place.row for row in grid.rows] == [1, 1048577]
    assert max(len(row.cells) for row in grid.rows) <= 63


def test_a_title_that_stands_only_above_the_pages_or_in_the_properties_is_found() -> None:
    table = (
        "<table:table><table:table-row><table:table-cell><text:p>HMP Bristol</text:p></table:table-cell><table:table-cell/>"
        "</table:table-row></table:table>"
    )

    assert read(package(table, header="HMP Bristol Action Plan")).prose[0].words == "HMP Bristol Action Plan"
    assert read(package(table, title="HMP Bristol Action Plan")).prose[0].words == "HMP Bristol Action Plan"
    assert read(package(table, title="HMP Leeds Action Plan")).prose == ()


def test_tables_without_end_are_refused() -> None:
    table = "<text:p>deep</text:p>"
    for _ in range(60):
        table = f"<table:table><table:table-row><table:table-cell>{table}</table:table-cell></table:table-row></table:table>"

    with pytest.raises(Unreadable, match="too deep"):
        read(package(table))


def test_a_list_that_goes_on_with_one_of_another_style_is_of_its_own_style() -> None:
    lists = Lists()
    first = lists.begin(fromstring('<list id="a" style-name="One"/>'), "One")
    second = lists.begin(fromstring('<list continue-list="a" style-name="Two"/>'), "Two")

    assert lists.begin(fromstring('<list continue-numbering="true"/>'), "Two") is second is first
