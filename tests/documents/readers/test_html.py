"""Web pages: what a browser shows is what is read, however the page was made."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from documents.apart.kinds import kind_of
from documents.readers.html import is_login, read
from documents.reading import read_document
from documents.unreadable import Unreadable
from tests.documents.making.alike import facts
from tests.documents.making.html import as_html, as_old_html, as_word_html
from tests.documents.making.layouts import PLANS, Made, published

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("written", [as_html, as_word_html, as_old_html])
@pytest.mark.parametrize("name", PLANS)
def test_every_plan_reads_from_a_page_as_from_its_text(
    name: str, written: Callable[[Made], bytes], plans_dir: Path
) -> None:
    text = read_document((plans_dir / f"{name}.txt").read_bytes(), name, today=TODAY)
    page = read_document(written(published(name, plans_dir)), name, today=TODAY)

    assert facts(page) == facts(text)
    assert len(page.actions) == PLANS[name]
    assert all(action.place.table and action.place.row for action in page.actions)


def test_the_published_page_reads_as_its_text(plans_dir: Path) -> None:
    text = read_document((plans_dir / "rochester-un-2024.txt").read_bytes(), "text", today=TODAY)
    page = read_document((plans_dir / "rochester-un-2024.html").read_bytes(), "page", today=TODAY)

    assert facts(page) == facts(text)


def cells(table: str) -> list[list[str]]:
    """The words of a table's rows; what a cell from above reaches over is ^."""
    rows = read(f"<html><table>{table}</table></html>".encode()).rows
    return [["^" if cell.merged else cell.words for cell in row.cells] for row in rows]


def cell(markup: str) -> list[tuple[str, bool, bool]]:
    """(words, whether a list item, whether bold) of each paragraph."""
    (row,) = read(f"<html><table><tr><td>x<td>{markup}</table></html>".encode()).rows
    return [(one.words, one.bullet, one.bold) for one in row.cells[1].paragraphs]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["^", "c"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["^", "c"], ["^", "d"]]),
        ("<tbody><tr><td rowspan=0>a<td>b<tbody><tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=99>a<td rowspan=2>b<td>c<tr><td>d", [["a", "b", "c"], ["^", "^", "d"]]),
        ("<tr><td rowspan=99>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [["a", "", "b"], ["^", "^", "c"]]),
        ("<tr><td rowspan=x colspan=-1>a<td>b", [["a", "b"]]),
        ("<tr style='display:none'><td>a<td>b<tr><td>c<td>d", [["c", "d"]]),
        ("<tr><td>a<td><table><tr><td>b<td>c<tr><td>d</table>", [["a", "b c d"]]),
    ],
)
def test_a_cell_reaches_as_far_as_a_browser_lets_it(table: str, rows: list[list[str]]) -> None:
    assert cells(table) == rows


def test_a_cell_that_claims_to_reach_over_everything_takes_no_room() -> None:
    begun = time.process_time()
    rows = cells("<tr><td colspan=999999 rowspan=999999>a<td>b" + "<tr><td>c" * 200)

    assert len(rows[0]) <= 202
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("a<br>b", [("a", False, False), ("b", False, False)]),
        ("<p>a\n  b</p><p><b>c</b></p>", [("a b", False, False), ("c", False, True)]),
        ("<strong>a</strong> b", [("a b", False, False)]),
        ("<p style='font-weight: 700'>a</p>", [("a", False, True)]),
        ("<ul><li>a<li><p>b</p><p>c</p></ul>d", [("a", True, False), ("b c", True, False), ("d", False, False)]),
        ("<ol type=i start=2><li>a<li>b</ol>", [("ii) a", False, False), ("iii) b", False, False)]),
        ("<ol style='list-style-type: lower-roman'><li value=4>a</ol>", [("iv) a", False, False)]),
        (
            "<ol type=a><li>a<ul><li>b</ul><li>c</ol>",
            [("a) a", False, False), ("b", True, False), ("b) c", False, False)],
        ),
        ("<ol><li>a</ol>", [("1. a", False, False)]),
        ("&bull; a<br>· b", [("a", True, False), ("b", True, False)]),
        ("a <del>b</del><s>c</s><ins>d</ins> <span hidden>e</span>", [("a d", False, False)]),
        ("a<span style='display: none'>b</span><script>c</script><template>d</template>", [("a", False, False)]),
        ("a<sup>1</sup> 13<sup>th</sup>", [("a 13th", False, False)]),
        ("<span class=responsive-table__heading>Owner</span>a", [("a", False, False)]),
        ("R&amp;D &lt;b&gt; &pound;5&nbsp;m", [("R&D <b> £5 m", False, False)]),
        ("<pre>a\nb</pre>", [("a", False, False), ("b", False, False)]),
        ("<o:p>a</o:p><!-- b --><![if !supportLists]>c<![endif]>", [("ac", False, False)]),
        ("wo<wbr>rd<b>s</b>", [("words", False, False)]),
    ],
)
def test_the_paragraphs_of_a_cell_are_those_a_browser_shows(
    markup: str, paragraphs: list[tuple[str, bool, bool]]
) -> None:
    assert cell(markup) == paragraphs


def test_blank_lines_count_in_how_far_down_a_paragraph_begins() -> None:
    (row,) = read(b"<html><table><tr><td><p>a</p><p>&nbsp;</p><p></p>b<br><br>c<td>d</table>").rows

    assert [one.top for one in row.cells[0].paragraphs] == [0.0, 2.0, 4.0]


PLAN = "<tr><th>Ref<th>Action<th>Owner<th>Target date<tr><td>{}<td>Make beds.<td>Governor<td>May 2023"


def test_only_the_first_of_several_tables_needs_a_header() -> None:
    tables = f"<table>{PLAN.format(1)}</table><table><tr><td>2<td>Buy sheets.<td>Governor<td>May 2023</table>"
    draft = read_document(f"<!doctype html>{tables}".encode(), "page", today=TODAY, prison="Rochester")

    assert [(one.ref, one.place.table) for one in draft.actions] == [("1", 1), ("2", 2)]


def test_navigation_is_no_title_and_the_page_names_itself_only_without_a_heading() -> None:
    page = (
        "<!doctype html><title>{}</title><body><nav>Action plan: HMP Leeds</nav>{}<table>" + PLAN.format(1) + "</table>"
    )
    titled = read_document(page.format("Action Plan: HMP Rochester", "").encode(), "page", today=TODAY)
    headed = read_document(page.format("Plans", "<h1>Action Plan: HMP Maidstone</h1>").encode(), "page", today=TODAY)

    assert [titled.title, headed.title] == ["Action Plan: HMP Rochester", "Action Plan: HMP Maidstone"]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset=iso-8859-15>", "iso-8859-15"),
        ("<meta charset=nonsense>", "utf-8"),
    ],
)
def test_the_letters_are_those_the_page_says_or_shows(said: str, encoding: str) -> None:
    page = f"<html><head>{said}</head><table><tr><td>£5 – ready".replace("–", "–" if "15" not in said else "-")

    assert read(page.encode(encoding)).rows[0].cells[0].words.startswith("£5 ")


@pytest.mark.parametrize(
    "page",
    [
        "<html><title>Sign in | Slack</title><body><h1>Sign in to your workspace</h1></body></html>",
        "<html><form><input name=u><input type='password' name=p><button>Go</button></form></html>",
        "<!DOCTYPE html><meta http-equiv=refresh content='0; url=https://example.slack.com/signin'>Please log in",
    ],
)
def test_a_page_that_asks_to_sign_in_is_refused_and_said(page: str) -> None:
    assert is_login(page)
    with pytest.raises(Unreadable, match="asks to sign in"):
        read(page.encode())


def test_a_plan_on_a_page_with_a_sign_in_box_is_read() -> None:
    assert not is_login(f"<form><input type=password></form><table>{PLAN.format(1)}</table>")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<table><tr><td>" * 5_000,
        "<ul><li>" * 20_000,
        "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><html>&c;",
        "<html>" + "<b>" * 50_000 + "x",
        "<",
        "<html></html>",
    ],
)
def test_a_monstrous_page_takes_no_time(page: str) -> None:
    begun = time.process_time()
    with suppress(Unreadable):
        read(page.encode())

    assert time.process_time() - begun < 10


def test_a_table_in_a_cell_keeps_the_list_items_of_its_cells() -> None:
    inner = "<table><tr><td><p>Do these:</p><ul><li>Count.</li><li>Order.</li></ul></td></tr></table>"
    page = f"<table><tr><th>No</th><th>Action</th><th>Owner</th></tr><tr><td>1</td><td>{inner}</td><td>Governor</td></tr></table>"

    paragraphs = read(page.encode()).rows[1].cells[1].paragraphs

    assert [(one.words, one.bullet) for one in paragraphs] == [("Do these:", False), ("Count.", True), ("Order.", True)]


def test_a_piece_of_a_page_that_begins_with_a_heading_is_a_page() -> None:
    assert kind_of(b"<h1>Action Plan: HMP Exampleton</h1>\n<table><tr><td>No</td></tr></table>") == "html"
    assert kind_of(b"<p>Action Plan</p>\n1\tCount beds.\tGovernor\tJuly 2024") == "text"


def test_a_table_as_pandas_writes_it_has_blank_cells_and_lines() -> None:
    row = r"<tr><td>NaN</td><td>Do these:\n• Count.\n• Order.</td><td>None</td></tr>"
    cells = read(f'<table border="1" class="dataframe">{row}</table>'.encode()).rows[0].cells

    assert [cell.words for cell in cells] == ["", "Do these: Count. Order.", ""]
    assert [one.bullet for one in cells[1].paragraphs] == [False, True, True]
