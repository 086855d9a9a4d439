"""A list of actions as one Slack table, in each of the three ways that a workspace may accept; and any other rows."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Literal, Protocol, get_args

from bot import wording
from bot.slack.limits import DATA_TABLE_ROWS, SECTION_CHARS, TABLE_ROWS, Block
from bot.slack.marks import fit, literal
from plans.messages import Line

Table = Literal["data_table", "table", "sections"]
LADDER: tuple[Table, ...] = get_args(Table)
Face = Literal["charts", "data_table", "table", "sections"]
"""What a message with charts may have, the best first: charts and a table, a table, words."""

CHARS = 9_500  # leaves room in the message for the summary, the five worst and the buttons
# Widths tried in turn until a page fits: prison, ref, action, owner, due, status, days late.
WIDTHS = (
    (40, 16, 80, 80, 20, 21, 9),
    (30, 12, 80, 40, 20, 21, 9),
    (24, 12, 60, 28, 20, 12, 9),
    (16, 10, 40, 18, 20, 12, 9),
    (12, 8, 24, 12, 20, 12, 9),
)
HEADINGS = ("Prison", "Ref", "Action", "Owner", "Due", "Status", "Days late")

Row = tuple[str, ...]


class Listed(Protocol):
    """What a table is drawn of: an answer's page of lines, or the list behind a number of a digest."""

    @property
    def lines(self) -> tuple[Line, ...]: ...
    @property
    def places(self) -> dict[str, str]: ...
    @property
    def plans(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def total(self) -> int: ...


def draw(listing: Listed, kind: Table) -> tuple[list[Block], int]:
    """The blocks, and how many of the page's lines they hold: all, unless Slack's limits allow fewer."""
    if kind == "sections":
        return _sections(listing)
    rows = _fitted(listing, DATA_TABLE_ROWS - 1 if kind == "data_table" else TABLE_ROWS - 1)
    block = _data_table(listing, rows) if kind == "data_table" else _table(rows)
    return [block], len(rows) - 1


def figures(kind: Table, caption: str, rows: list[Row], numbers: dict[str, list[int]]) -> list[Block]:
    """Any rows, the heading first, whose columns named in `numbers` are sorted by those; none for `sections`."""
    if kind == "sections":
        return []
    return [_table(rows)] if kind == "table" else [_sortable(caption, rows, numbers, header=0)]


def table_of(face: Face) -> Table:
    """Charts come with the best of tables."""
    return "data_table" if face == "charts" else face


def sample(kind: Table) -> list[Block]:
    """A small table of the kind, to ask a workspace whether it takes it."""
    rows: list[Row] = [("Ref", "Action", "Days late"), ("1", "A sample action", "3")]
    return figures("table" if kind == "table" else "data_table", "A sample table", rows, {"Days late": [3]})


def _fitted(listing: Listed, most: int) -> list[Row]:
    """Heading and rows, as wide as fits; if even the narrowest does not, the last rows are left out."""
    lines, places = listing.lines[:most], listing.places
    used = _used(lines, with_places=bool(places))
    for widths in WIDTHS:
        columns = tuple(column for column, use in zip(zip(HEADINGS, widths, strict=True), used, strict=True) if use)
        rows = [tuple(heading for heading, _ in columns)]
        rows += [_cells(line, places.get(line.plan, ""), columns) for line in lines]
        if (length := _length(rows)) <= CHARS:
            return rows
    while length > CHARS:
        length -= _length([rows.pop()])
    return rows


def _used(lines: tuple[Line, ...], *, with_places: bool) -> tuple[bool, ...]:
    """Which columns say anything."""
    return with_places, True, True, True, True, any(map(wording.progress, lines)), any(line.days_late for line in lines)


@lru_cache(30_000)
def _cells(line: Line, place: str, columns: tuple[tuple[str, int], ...]) -> Row:
    return tuple(fit(_SAID[heading](line, place), width) or "–" for heading, width in columns)


def _due(line: Line) -> str:
    if line.due:
        return wording.day(line.due)
    return wording.since(line.starts) if line.starts else "no date"


_SAID: dict[str, Callable[[Line, str], str]] = {
    "Prison": lambda line, place: place,
    "Ref": lambda line, place: line.address,
    "Action": lambda line, place: line.title,
    "Owner": lambda line, place: wording.parties(line),
    "Due": lambda line, place: _due(line),
    "Status": lambda line, place: wording.progress(line),
    "Days late": lambda line, place: f"{line.days_late:,}" if line.days_late else "–",
}


def _length(rows: list[Row]) -> int:
    return sum(map(len, chain.from_iterable(rows)))


def _table(rows: list[Row]) -> Block:
    """`table` wraps only where told; numbers stay text, which older workspaces demand."""
    settings = [{"is_wrapped": heading in ("Action", "Owner")} for heading in rows[0]]
    cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]
    return {"type": "table", "column_settings": settings, "rows": cells}


def _data_table(listing: Listed, rows: list[Row]) -> Block:
    lines = listing.lines[: len(rows) - 1]
    numbers = {"Due": [_when(line) for line in lines], "Days late": [line.days_late for line in lines]}
    return _sortable(_caption(listing, len(lines)), rows, numbers, header=rows[0].index("Ref"))


def _when(line: Line) -> int:
    """What a due date is sorted by; what has none comes last."""
    when = line.due or line.starts or date.max
    return when.year * 10_000 + when.month * 100 + when.day


def _caption(listing: Listed, shown: int) -> str:
    """What the summary above the table does not say already: a screen reader says both."""
    count = f"All {shown:,}" if shown == listing.total else f"{shown:,} of {listing.total:,}"
    return f"{count}, in the order of the plan{'s' if len(listing.plans) > 1 else ''}"


def _sortable(caption: str, rows: list[Row], numbers: dict[str, list[int]], *, header: int) -> Block:
    """`data_table` sorts text by its letters, so dates and days late are numbers, shown as `text`. Its header row takes
    raw text alone."""
    cells: list[list[Block]] = [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]
    for heading, values in numbers.items():
        if heading not in rows[0]:
            continue
        at = rows[0].index(heading)
        for row, value in zip(cells[1:], values, strict=True):
            row[at] = {"type": "raw_number", "value": value, "text": row[at]["text"]}
    return {
        "type": "data_table",
        "caption": caption,
        "page_size": 10,
        "row_header_column_index": header,
        "rows": cells,
    }


def _sections(listing: Listed) -> tuple[list[Block], int]:
    """The list as text, for workspaces that take no table: as many lines as one message holds."""
    lines, left = [], CHARS
    for line in texts(listing, listing.lines):
        left -= len(line) + 1
        if left < 0:
            break
        lines.append(line)
    return [_section(chunk) for chunk in _chunks(lines)], len(lines)


def texts(listing: Listed, lines: tuple[Line, ...]) -> Iterator[str]:
    """Each action as a line of mrkdwn: **8** Appoint an operational lead · Governor · 95 days late (…)"""
    places = listing.places
    return (_text(line, places.get(line.plan, "")) for line in lines)


@lru_cache(30_000)
def _text(line: Line, place: str) -> str:
    address = fit(f"{place} {line.address}".strip(), 50, literal)
    parts = (fit(line.title, 110, literal), fit(wording.parties(line), 90, literal), wording.standing(line))
    return f"*{address}* {' · '.join(parts[:2])} · {fit(parts[2], 60, literal)}"


def _chunks(lines: list[str]) -> Iterator[str]:
    chunk = ""
    for line in lines:
        if chunk and len(chunk) + len(line) + 1 > SECTION_CHARS:
            yield chunk
            chunk = ""
        chunk = f"{chunk}\n{line}" if chunk else line
    if chunk:
        yield chunk


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
