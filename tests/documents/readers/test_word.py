"""Word files: each trap by itself."""

import pytest

from documents.draft import Grid
from documents.readers.word import read
from documents.unreadable import Unreadable
from tests.documents.making.word import package


def cells(grid: Grid) -> list[list[str]]:
    return [[cell.words for cell in row.cells] for row in grid.rows]


def said(*cells: str) -> Grid:
    """The grid of a file with one table of one row, each cell given as its XML."""
    return read(
        package(f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in (*cells, _p('end')))}</w:tr></w:tbl>")
    )


def _p(words: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


# --- tracked changes, hidden words, fields -----------------------------------------------------------------------


def test_deleted_words_are_gone_and_inserted_ones_stay() -> None:
    grid = said(
        '<w:p><w:r><w:t>new</w:t></w:r><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>er</w:t></w:r></w:ins></w:p>'
    )

    assert cells(grid) == [["newer", "end"]]


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next() -> None:
    grid = said(_p("one ", '<w:rPr><w:del w:id="1"/></w:rPr>') + _p("two"), _p("three"))

    assert [paragraph.words for paragraph in grid.rows[0].cells[0].paragraphs] == ["one two"]


def test_hidden_words_are_not_read_and_crossed_out_ones_raise_a_question() -> None:
    hidden = "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r></w:p>"
    struck = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Governor</w:t></w:r></w:p>"

    assert cells(said(hidden)) == [["seen", "end"]]
    assert said(hidden).rows[0].flags == ()
    assert said(struck).rows[0].flags == ("some of its words are crossed out in the document: do they still count?",)


def test_a_field_gives_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>no</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>March 2025</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    listed = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Agreed"/>'
        '<w:listEntry w:val="Not Agreed"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Choose an item.</w:t></w:r></w:sdtContent></w:sdt>"

    assert cells(said(field, listed, f"<w:p>{prompt}</w:p>")) == [["March 2025", "Not Agreed", "", "end"]]


def test_signs_hyphens_and_breaks_are_read_as_they_are_printed() -> None:
    signs = (
        "<w:p><w:r><w:t>re</w:t><w:softHyphen/><w:t>cord</w:t><w:noBreakHyphen/><w:t>keeping</w:t><w:tab/><w:t>all</w:t></w:r>"
        '<w:r><w:br/><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> an item</w:t></w:r></w:p>'
    )

    (cell, _) = said(signs).rows[0].cells
    assert [(one.words, one.bullet) for one in cell.paragraphs] == [("record-keeping all", False), ("an item", True)]


def test_a_mark_of_a_note_does_not_stick_to_the_word_and_the_note_is_read_outside_the_table() -> None:
    marked = '<w:p><w:r><w:t>Governor</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r></w:p>'

    grid = said(marked)
    assert cells(grid) == [["Governor", "end"]]
    assert [line.words for line in grid.prose] == ["NOTED at the foot."]


def test_a_cell_that_nobody_has_filled_in_is_blank_and_keeps_its_column() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"<w:tc>{_p('Click here.')}</w:tc></w:sdtContent></w:sdt>"
    )
    row = f"<w:tr><w:tc>{_p('a')}</w:tc>{prompt}<w:tc>{_p('c')}</w:tc></w:tr>"

    assert cells(read(package(f"<w:tbl>{row}</w:tbl>"))) == [["a", "", "c"]]


# --- lists -------------------------------------------------------------------------------------------------------

_LISTS = """
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="7"/><w:lvlOverride
 w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
"""


def _item(words: str, level: int = 0, which: int = 7) -> str:
    return _p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>')


def test_word_counts_its_lists_and_so_do_we() -> None:
    body = (
        _item("one") + _item("first", 1) + _item("second", 1) + _item("two") + _item("again", 1) + _item("four", 0, 8)
    )

    assert [line.words for line in read(package(body, lists=_LISTS)).prose] == [
        "1. one", "(a) first", "(b) second", "2. two", "(a) again", "4. four",
    ]  # fmt: skip


def test_a_number_stands_in_a_cell_that_has_no_other_words() -> None:
    table = f"<w:tbl><w:tr><w:tc>{_item('')}</w:tc><w:tc>{_p('text')}</w:tc></w:tr></w:tbl>"

    assert cells(read(package(table + table, lists=_LISTS))) == [["1.", "text"], ["2.", "text"]]


def test_a_bullet_comes_from_the_style_that_a_style_is_based_on() -> None:
    (cell, _) = said(_p("lead-in:") + _p("item", '<w:pStyle w:val="TableItem"/>')).rows[0].cells

    assert [(one.words, one.bullet) for one in cell.paragraphs] == [("lead-in:", False), ("item", True)]


def test_blank_paragraphs_count_for_how_far_down_a_line_stands() -> None:
    (cell, _) = said(_p("") + _p("one") + "<w:p/><w:p/>" + _p("two")).rows[0].cells

    assert [(one.words, one.top) for one in cell.paragraphs] == [("one", 1.0), ("two", 4.0)]


# --- tables ------------------------------------------------------------------------------------------------------


def test_a_cell_merged_down_is_one_cell_and_one_that_spans_has_its_words_once() -> None:
    def tc(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_p(words)}</w:tc>"

    rows = (
        tc("a", '<w:vMerge w:val="restart"/>') + tc("b") + tc("c"),
        tc("left over", "<w:vMerge/>") + tc("d", '<w:gridSpan w:val="2"/>'),
    )
    grid = read(package("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"))

    assert cells(grid) == [["a", "b", "c"], ["", "d", ""]]
    assert [cell.merged for cell in grid.rows[1].cells] == [True, False, False]


def test_a_box_of_one_column_is_text_and_a_deleted_row_is_none() -> None:
    box = f"<w:tbl><w:tr><w:tc>{_p('Action Plan: HMP Sampleton')}</w:tc></w:tr></w:tbl>"
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{_p("x")}</w:tc><w:tc>{_p("y")}</w:tc></w:tr>'
    kept = f"<w:tr><w:tc>{_p('a')}</w:tc><w:tc>{_p('b')}</w:tc></w:tr>"

    grid = read(package(f"{box}<w:tbl>{gone}{kept}</w:tbl>"))
    assert [line.words for line in grid.prose] == ["Action Plan: HMP Sampleton"]
    assert (cells(grid), grid.rows[0].place.row) == ([["a", "b"]], 1)


def test_a_table_in_a_cell_gives_its_words_to_the_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{_p('b')}</w:tc><w:tc>{_p('c')}</w:tc></w:tr></w:tbl>"

    assert cells(said(_p("a") + inner + _p("d"))) == [["a b c d", "end"]]


def test_tables_without_end_are_refused() -> None:
    table = _p("deep")
    for _ in range(30):
        table = f"<w:tbl><w:tr><w:tc>{table}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"

    with pytest.raises(Unreadable, match="too deep"):
        read(package(table))


# --- the title ---------------------------------------------------------------------------------------------------


def test_a_title_that_stands_only_above_the_pages_or_in_the_properties_is_found() -> None:
    table = f"<w:tbl><w:tr><w:tc>{_p('HMP Bristol')}</w:tc><w:tc>{_p('b')}</w:tc></w:tr></w:tbl>"

    assert read(package(table, header="HMP Bristol Action Plan")).prose[0].words == "HMP Bristol Action Plan"
    assert read(package(table, core="HMP Bristol Action Plan")).prose[0].words == "HMP Bristol Action Plan"
    # Properties go with a file that another plan was begun from.
    assert "HMP Leeds Action Plan" not in [
        line.words for line in read(package(table, core="HMP Leeds Action Plan")).prose
    ]


def test_a_file_of_pictures_is_told_from_an_empty_one() -> None:
    with pytest.raises(Unreadable, match="only pictures"):
        read(package("<w:p><w:r><w:drawing/></w:r></w:p>"))
