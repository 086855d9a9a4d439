"""Rows of a table without rules, told by the order in which its words were painted: producers paint cell after cell,
row after row, so a new row begins where painting turns back to a column further left.

It holds only while no row reaches above the end of the one before; else the order means nothing, and gaps must tell.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from documents.assembly.heading_words import Role
from documents.readers.pdf.marks import Piece, Rule
from documents.readers.pdf.passages import SURE_GLYPH
from documents.readers.pdf.rivers import column_of

REF = re.compile(r"[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?\.?")
WHOLE: frozenset[Role] = frozenset({"theme", "ref", "recommendation", "response"})
"""Columns whose cells reach over all steps of a ref."""

Turn = dict[int, list[Piece]]
"""One row as painted: column → its pieces."""


def turns(pieces: Sequence[Piece], parts: Sequence[float], roles: Mapping[Role, int]) -> list[Turn]:
    """The rows of one page, in the order painted; list glyphs apart, which some producers paint after all words."""
    found: list[Turn] = []
    before = -1
    for piece in (piece for piece in pieces if not SURE_GLYPH.fullmatch(piece.text)):
        column = column_of(piece, parts)
        again = column == before == roles.get("ref") and bool(REF.fullmatch(piece.text))
        if not found or column < before or (again and not _one_line(found[-1][column][-1], piece)):
            found.append({})
        found[-1].setdefault(column, []).append(piece)
        before = column
    return found


def are_rows(pages: Sequence[Sequence[Turn]], roles: Mapping[Role, int]) -> bool:
    """Was the table painted cell by cell? Some row then has two cells of several lines, and none reaches into the one
    before."""
    whole = {roles[name] for name in WHOLE if name in roles}
    tall = any(sum(_is_tall(cell) for cell in turn.values()) > 1 for page in pages for turn in page)
    return tall and all(_descend(page, whole) for page in pages)


def drawn(page: Sequence[Turn], roles: Mapping[Role, int], edges: Sequence[float]) -> list[Rule]:
    """The rules that could have been drawn between the rows of one page."""
    return [
        Rule(True, _top(turn), edges[column], edges[column + 1])
        for turn in page[1:]
        for column in range(len(edges) - 1)
        if _is_parted(column, turn, roles)
    ]


def _is_parted(column: int, turn: Turn, roles: Mapping[Role, int]) -> bool:
    """Does a cell of the column begin with this row? One that says nothing goes on over the steps of a ref, and a theme
    over its refs."""
    if column in turn:
        return True
    if column == roles.get("theme"):
        return False
    opens = any(roles[name] in turn for name in ("ref", "recommendation") if name in roles)
    heads = not any(roles[name] in turn for name in ("action", "owner", "target") if name in roles)
    return opens or heads or column not in {roles[name] for name in WHOLE if name in roles}


def _descend(page: Sequence[Turn], whole: set[int]) -> bool:
    ends: dict[int, float] = {}
    end = 0.0
    for turn in page:
        for column, cell in turn.items():
            if _rises(cell) or min(piece.base for piece in cell) - 0.5 * cell[0].size < ends.get(column, 0.0):
                return False
            ends[column] = max(piece.base for piece in cell)
        if _top(turn) < end:
            return False
        end = max((at for column, at in ends.items() if column in turn and column not in whole), default=end)
    return True


def _rises(cell: Sequence[Piece]) -> bool:
    """Does painting go back up within the cell?"""
    return any(below.base < above.base - 0.6 * above.size for above, below in pairwise(cell))


def _is_tall(cell: Sequence[Piece]) -> bool:
    """Has the cell several lines?"""
    return cell[-1].base - cell[0].base > 0.9 * cell[0].size


def _one_line(left: Piece, right: Piece) -> bool:
    return abs(left.base - right.base) < 0.5 * right.size


def _top(turn: Turn) -> float:
    return min(piece.base - 0.85 * piece.size for cell in turn.values() for piece in cell)
