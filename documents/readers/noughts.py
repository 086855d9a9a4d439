"""Refs that a workbook keeps as numbers: 5.10 typed as a number is 5.1, and only its place in the column tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.layout import Layout
from documents.draft import Row
from documents.readers.workbook import Sheet

_TENTH = re.compile(r"(?P<major>\d+)\.(?P<minor>\d+)")


def numbered(layout: Layout) -> int | None:
    """The column of refs."""
    return next(iter(layout.columns.get("ref", ())), None)


def with_noughts(sheet: Sheet, rows: list[Row], layout: Layout, used: Sequence[int]) -> list[Row]:
    """Give refs kept as numbers their nought back: a 5.1 right below 5.9 is 5.10, a 5.2 below 5.19 is 5.20.

    `used` are the columns of the sheet that the rows' cells stand in.
    """
    above, column = "", numbered(layout)
    for at, row in enumerate(rows if column is not None else ()):
        words = row.cells[column or 0].words
        held = sheet.cells[row.place.row or 0].get(used[column or 0])
        if words and held and held.loose and _follows(above, f"{words}0"):
            rows[at] = _with_ref(row, column or 0, words := f"{words}0")
        above = words or above
    return rows


def _follows(above: str, ref: str) -> bool:
    before, after = _TENTH.fullmatch(above), _TENTH.fullmatch(ref)
    return bool(
        before and after and before["major"] == after["major"] and int(after["minor"]) == int(before["minor"]) + 1
    )


def _with_ref(row: Row, column: int, ref: str) -> Row:
    cells = list(row.cells)
    cells[column] = replace(cells[column], paragraphs=(replace(cells[column].paragraphs[0], words=ref),))
    return replace(row, cells=tuple(cells))
