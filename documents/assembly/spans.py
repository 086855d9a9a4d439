"""Cells that reach over several rows: the rows that one action cell reaches over are put together, an owner or a date
that reaches over several actions is given to each. A merged cell serves all its rows; a blank one serves none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.assembly.heading_words import Role
from documents.assembly.joining import join_dates
from documents.assembly.layout import Layout
from documents.assembly.pieces import Piece
from documents.draft import Row


@dataclass(frozen=True, slots=True)
class Plain:
    """A row of a plan's table by roles. `served`: its owner and date, if any, are those of a cell that began above."""

    row: Row
    cells: dict[Role, list[Piece]]
    served: bool = False


_ROLES: tuple[Role, ...] = ("theme", "ref", "recommendation", "response", "action", "owner", "target")


def plain_rows(rows: Sequence[Row], layout: Layout) -> Iterator[Plain]:
    """The rows below one header, without merged cells."""
    found: list[Plain] = []
    owners, targets = _reaching(rows, layout, "owner"), _reaching(rows, layout, "target")
    for at, row in enumerate(rows):
        cells = {name: layout.read(row, name) for name in _ROLES}
        if found and _is_merged(row, layout, "action") and not cells["ref"]:
            found[-1] = _together(found[-1], cells)
            continue
        own = bool(cells["owner"] or cells["target"])
        cells["owner"], cells["target"] = cells["owner"] or owners[at], targets[at] or cells["target"]
        found.append(Plain(row, cells, served=not own and bool(cells["owner"] or cells["target"])))
    yield from found


def _is_merged(row: Row, layout: Layout, name: Role) -> bool:
    cells = layout.cells(row, name)
    return bool(cells) and all(cell.merged or not cell.words for cell in cells) and any(cell.merged for cell in cells)


def _together(above: Plain, cells: dict[Role, list[Piece]]) -> Plain:
    """The row above with what a row says beside its action cell. Heights of several rows have no common scale."""
    joined = {name: above.cells[name] + more for name, more in cells.items()}
    for name in ("action", "owner", "target"):
        if cells["owner"] or cells["target"]:
            joined[name] = [replace(piece, top=None) for piece in joined[name]]
    return replace(above, cells=joined)


def _reaching(rows: Sequence[Row], layout: Layout, name: Role) -> list[list[Piece]]:
    """For each row what a cell that began above it says there. Of as many dates as rows, each row has its own."""
    found: list[list[Piece]] = [[] for _ in rows]
    begin = 0
    while begin < len(rows):
        end = begin + 1
        while end < len(rows) and _is_merged(rows[end], layout, name):
            end += 1
        pieces = layout.read(rows[begin], name)
        dates = join_dates(pieces) if name == "target" else []
        for at in range(begin + 1, end):
            found[at] = pieces
        if 1 < len(dates) == end - begin:
            found[begin:end] = [[date] for date in dates]
        begin = end
    return found
