"""The whole document laid out: tables of all pages in order as one run of rows, and the text around them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.draft import Grid, Line, Place, Row
from documents.headers import columns as roles_of
from documents.readers.pdf import unruled
from documents.readers.pdf.cells import Found, numbered, rows_of, same_words
from documents.readers.pdf.lattice import lattice, merged, touching
from documents.readers.pdf.lines import Setting, Text, lines, paragraphs
from documents.readers.pdf.margins import without_margins
from documents.readers.pdf.painting import Piece, Rule, Sheet

_MOST_RULES = 3000
"""On one page: more is a drawing."""


@dataclass(slots=True)
class _Page:
    """A page with the tables that its rules close, the rules across that close none, and the words outside."""

    sheet: Sheet
    down: float
    found: list[Found] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)


def laid_out(sheets: Sequence[Sheet], unsure: list[str]) -> Grid:
    """Rows and running text of all pages; `unsure` is what is already known to be uncertain."""
    without_margins(sheets)
    size = _usual_size(sheets)
    pages = []
    down = 0.0
    for sheet in sheets:
        pages.append(_closed(sheet, down, size))
        down += sheet.height
    setting = Setting.of(stretch for page in pages for stretch in _stretches(page))
    if not any(_is_plan(table, setting) for page in pages for table in page.found):
        unsure = unsure + _close_open(pages, setting, size)
    rows = list(_rows(pages, setting))
    prose = [line for page in pages for line in _prose(page, setting)]
    return Grid(tuple(rows), tuple(prose), tuple(unsure))


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes = Counter[float]()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _closed(sheet: Sheet, down: float, size: float) -> _Page:
    """The page with the tables that its rules close."""
    page = _Page(sheet, down)
    rules = merged(sheet.rules if len(sheet.rules) <= 20 * _MOST_RULES else (), size)
    made = []
    for group in touching(rules, size) if len(rules) <= _MOST_RULES else ():
        found = lattice(group, size)
        if found is None:
            page.across += [rule for rule in group if rule.across]
        else:
            made.append(found)
    for piece in sheet.pieces:
        holder = next((each for each in made if each.holds(piece)), None)
        if holder is None:
            page.loose.append(piece)
        else:
            holder.put(piece)
    page.found = [Found.of(sheet.number, down, each) for each in made if each.pieces]
    return page


def _stretches(page: _Page) -> Iterator[list[Text]]:
    for table in page.found:
        yield from table.lines.values()
    yield lines(page.loose)


def _is_plan(table: Found, setting: Setting) -> bool:
    """Is it a plan's table with rows, not the box of a header alone?"""
    rows = rows_of(table, setting, Place())
    header = next((at for at, row in enumerate(rows) if roles_of(row)), None)
    return header is not None and (any(cell.words for row in rows[header + 1 :] for cell in row.cells))


def _close_open(pages: Sequence[_Page], setting: Setting, size: float) -> list[str]:
    """Find tables that rules do not close; what small ones they do close beside is given up where a header asks for
    its words. Returns why these tables are uncertain."""
    opened = []
    for page in pages:
        across = [*page.across, *(rule for rule in merged(page.sheet.rules, size) if rule.across)]
        opened.append(unruled.Open(page.sheet.number, page.down, list(page.sheet.pieces), across))
    found, unsure = unruled.tables(opened, setting, size)
    if not found:
        return []
    for page, left in zip(pages, opened, strict=True):
        page.found = [table for table in found if table.page == page.sheet.number]
        page.loose = left.pieces
    return unsure


def _rows(pages: Sequence[_Page], setting: Setting) -> Iterator[Row]:
    """Rows of all tables. A page's first table with the columns of the last one goes on with it: its header is left
    out where it is the same again."""
    last: Found | None = None
    start: list[Row] = []
    table = count = 0
    for page in pages:
        for index, found in enumerate(page.found):
            rows = rows_of(found, setting, Place(found.page))
            goes_on = index == 0 and last is not None and last.page < found.page and found.columns_match(last)
            if goes_on:
                again = 0
                while (
                    again < min(len(rows), len(start))
                    and any(roles_of(row) for row in start[: again + 1])
                    and same_words(rows[again], start[again])
                ):
                    again += 1
                rows = rows[again:]
                rows[:1] = [replace(row, after_break=True) for row in rows[:1]]
            else:
                table, count, start = table + 1, 0, rows
            yield from numbered(rows, table, count + 1)
            count += len(rows)
            last = found


def _prose(page: _Page, setting: Setting) -> Iterator[Line]:
    stretch = lines(page.loose)
    if not stretch:
        return
    left, right = min(line.x0 for line in stretch), max(line.x1 for line in stretch)
    for paragraph in paragraphs(stretch, setting, left=left, right=right):
        yield Line(paragraph.words, Place(page.sheet.number))
