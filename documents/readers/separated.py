"""Reads separated files (CSV) into a grid: a record is a row, placed at the line its first cell begins on."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import NamedTuple

from documents.assembly.headers import columns
from documents.draft import Cell, Grid, Place, Row
from documents.encodings import decoded
from documents.formulas import as_meant
from documents.readers.above import parted, prose, rows_too
from documents.readers.lines import paragraphs_of
from documents.unreadable import Unreadable

MOST_CELLS = 50_000
_SEPARATORS = ",;|\t"
_LOOKED_AT, _RECORDS = 40_000, 200
"""Letters and records of the file by which its separator is told."""
_LONGEST_HEADING = 80
_SAID = re.compile(r"\ufeff?sep=(?P<separator>[,;|\t])\s*\n", re.IGNORECASE)
"""The first line by which Excel is told the separator."""


class _Record(NamedTuple):
    line: int
    cells: list[str]


def looks_separated(text: str) -> bool:
    """Is it a separated file? Divided by commas, semicolons or bars it holds a plan's header, or nearly all of its
    records are alike in width. Text with tabs is the text reader's, unless a quoted cell of it runs over lines."""
    return _separator(text) is not None


def read(content: bytes) -> Grid:
    """The grid of a separated file. Raises Unreadable."""
    text = decoded(content, advice="Save it as CSV (UTF-8).")
    try:
        records = list(_records(text, _separator(text) or ","))
    except csv.Error as error:
        raise Unreadable(
            f"I could not read {{name}}: one of its cells holds over {csv.field_size_limit():,} letters, more than"
            " a plan's can. Perhaps a quote opens it that never ends."
        ) from error
    width = max((len(record.cells) for record in records), default=0)
    if width * len(records) > MOST_CELLS:
        raise Unreadable(f"I could not read {{name}}: it has more than the {MOST_CELLS:,} cells I take.")
    above, table, _ = parted([_row(record, width) for record in records])
    return Grid(tuple(rows_too(above, known=bool(table)) + table), tuple(prose(above)))


def _row(record: _Record, width: int) -> Row:
    place = Place(line=record.line)
    words = [as_meant(each) for each in record.cells] + [""] * (width - len(record.cells))
    return Row(tuple(Cell(paragraphs_of([(each, False)]), place) for each in words), place=place)


def _records(text: str, separator: str, *, strict: bool = False) -> Iterator[_Record]:
    """Records that hold anything, each with the number of the line it begins on."""
    said = _SAID.match(text)
    skipped = said.end() if said else 0
    reader = csv.reader(StringIO(text[skipped:].removeprefix("\ufeff"), newline=""), delimiter=separator, strict=strict)
    line = 1 + (1 if said else 0)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _Record(line, cells)
        line = reader.line_num + 1 + (1 if said else 0)


def _separator(text: str) -> str | None:
    """What divides the cells; None where nothing does, or only tabs between cells of a line each."""
    if said := _SAID.match(text):
        return said["separator"]
    looked = {separator: _looked(text, separator) for separator in _SEPARATORS}
    headed = [separator for separator, records in looked.items() if _is_headed(records)]
    for separator in headed or [separator for separator in ",;|" if _is_even(looked[separator])]:
        if separator != "\t" or any("\n" in cell for record in looked[separator] for cell in record.cells):
            return separator
    return None


def _looked(text: str, separator: str) -> list[_Record]:
    """The first records, as far as the separator makes any: of tabs only where every quote stands as it should."""
    found: list[_Record] = []
    try:
        for record in islice(_records(text[:_LOOKED_AT], separator, strict=separator == "\t"), _RECORDS):
            found.append(record)
    except csv.Error:
        return [] if separator == "\t" and len(text) <= _LOOKED_AT else found
    return found


def _is_headed(records: list[_Record]) -> bool:
    """Is one of them a plan's header, with records as wide below it?"""
    for at, record in enumerate(records):
        width = len(record.cells)
        alike = any(len(below.cells) == width for below in records[at + 1 :])
        if alike and width > 2 and max(map(len, record.cells)) <= _LONGEST_HEADING and columns(_row(record, 0)):
            return True
    return False


def _is_even(records: list[_Record]) -> bool:
    """Are nearly all records of one width, of three cells or more?"""
    if len(records) < 3:
        return False
    (width, many), *_ = Counter(len(record.cells) for record in records).most_common(1)
    return width > 2 and many >= 0.8 * len(records)
