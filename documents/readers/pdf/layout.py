"""The whole document laid out: tables of all pages in order as one run of rows, and the text around them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.assembly.heading_words import Role
from documents.draft import Grid, Line, Place, Row
from documents.readers.pdf import unruled
from documents.readers.pdf.cells import Band, Found, bands_of
from documents.readers.pdf.counting import names_of, settle
from documents.readers.pdf.lattice import lattice, merged, touching
from documents.readers.pdf.lines import Setting, Text, lines
from documents.readers.pdf.margins import without_margins
from documents.readers.pdf.marks import Piece, Rule, Sheet
from documents.readers.pdf.mending import mended
from documents.readers.pdf.passages import paragraphs

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
    margin = without_margins(sheets)
    size = _usual_size(sheets)
    pages = []
    down = 0.0
    for sheet in sheets:
        pages.append(_closed(sheet, down, size))
        down += sheet.height
    setting = Setting.of(stretch for page in pages for stretch in _stretches(page))
    tables = _long_tables(pages, setting)
    if not any(_is_plan(table, setting) for table in tables):
        unsure = unsure + _close_open(pages, setting, size, margin)
        tables = _long_tables(pages, setting)
    rows = list(_rows(tables, setting))
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


def _close_open(pages: Sequence[_Page], setting: Setting, size: float, margin: set[int]) -> list[str]:
    """Find tables that rules do not close. Of those that they do close, a plan's are given up: its header was boxed.
    `margin` names what stands in pages' margins, outside any. Returns why these tables are uncertain."""
    opened = []
    for page in pages:
        page.found = [table for table in page.found if _is_other(table, setting)]
        kept = {id(piece) for table in page.found for pieces in table.lattice.pieces.values() for piece in pieces}
        pieces = [piece for piece in page.sheet.pieces if id(piece) not in kept | margin]
        across = [
            rule
            for rule in [*page.across, *(rule for rule in merged(page.sheet.rules, size) if rule.across)]
            if not any(_is_in(rule, table, size) for table in page.found)
        ]
        opened.append(unruled.Open(page.sheet.number, page.down, page.sheet.width, pieces, across))
    found, unsure = unruled.tables(opened, setting, size)
    if not found:
        return []
    for page, left in zip(pages, opened, strict=True):
        page.found += [table for table in found if table.page == page.sheet.number]
        page.found.sort(key=lambda table: table.lattice.ys[0])
        page.loose = left.pieces + [piece for piece in page.sheet.pieces if id(piece) in margin]
    return unsure


def _is_other(table: Found, setting: Setting) -> bool:
    """Is it a table of several rows that is no plan's?"""
    rows, columns = ({cell[axis] for cell in table.lines} for axis in (0, 1))
    return len(rows) > 1 and len(columns) > 1 and not any(band.roles(setting) for band in bands_of(table))


def _is_in(rule: Rule, table: Found, size: float) -> bool:
    return table.lattice.ys[0] - size < rule.at < table.lattice.ys[-1] + size


def _is_plan(bands: Sequence[Band], setting: Setting) -> bool:
    """Is it a plan's table with rows, not the box of a header alone?"""
    header = next((at for at, band in enumerate(bands) if band.roles(setting)), None)
    return header is not None and any(any(band.words) for band in bands[header + 1 :])


def _long_tables(pages: Sequence[_Page], setting: Setting) -> list[list[Band]]:
    """The tables of the document. A page's first one with the columns of the last above goes on with it: its header is
    left out where it is the same again, and rows that the page tore are mended."""
    tables: list[list[Band]] = []
    roles: dict[Role, int] = {}
    last: Found | None = None
    for page in pages:
        for index, found in enumerate(page.found):
            bands = bands_of(found)
            if index == 0 and last is not None and last.page < found.page and found.columns_match(last):
                bands = _without_header(bands, tables[-1], setting)
                bands[:1] = [replace(band, after_break=True) for band in bands[:1]]
                tables[-1] += mended(tables[-1], bands, roles, setting) if bands else []
            else:
                tables.append(bands)
            roles = next((named for band in bands if (named := band.roles(setting))), roles)
            last = found
    return tables


def _without_header(bands: list[Band], table: list[Band], setting: Setting) -> list[Band]:
    """The rows of a page without those at its top that the table began with, down to its header, be there a rule
    below the header or none: where a page tears a row, its rest may stand right below."""
    header = next((at for at, band in enumerate(table[:4]) if band.roles(setting)), -1)
    again = 0
    while again <= header and again < len(bands) and bands[again].words == table[again].words:
        again += 1
    rest = bands[again:]
    if 0 <= header == again and rest and (below := rest[0].below(table[header])):
        rest[0] = below
    return rest


def _rows(tables: Sequence[Sequence[Band]], setting: Setting) -> Iterator[Row]:
    roles: dict[Role, int] = {}
    for number, table in enumerate(tables, 1):
        heads = [band.roles(setting) for band in table]
        names = names_of(table, next((head for head in heads if head), roles))
        for at, (band, head) in enumerate(zip(table, heads, strict=True), 1):
            roles = head or roles
            settle(band, roles, setting, names)
            yield band.row(setting, Place(band.page, number, at))


def _prose(page: _Page, setting: Setting) -> Iterator[Line]:
    stretch = lines(page.loose)
    if not stretch:
        return
    left, right = min(line.x0 for line in stretch), max(line.x1 for line in stretch)
    for paragraph in paragraphs(stretch, setting, left=left, right=right):
        yield Line(paragraph.words, Place(page.sheet.number))
