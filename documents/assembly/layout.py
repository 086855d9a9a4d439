"""What a table's columns hold, told by its header and, where that leaves it open, by what stands below it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from documents.assembly.headers import Columns, is_named, mapped, plain, role
from documents.assembly.heading_words import Role
from documents.assembly.joining import join_wrapped
from documents.assembly.numbers import Number, leading, number
from documents.assembly.phrases import is_date, reads
from documents.assembly.pieces import APART, Piece, pieces_of
from documents.assembly.responses import response_of
from documents.draft import Cell, Row
from plans.owners import is_known


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a plan's table. `numbered`: which of them prints the refs; None where nobody numbers the rows."""

    columns: Columns
    headings: tuple[str, ...]
    numbered: Role | None = "ref"

    @property
    def width(self) -> int:
        return len(self.headings)

    def cells(self, row: Row, name: Role) -> list[Cell]:
        """The cells of a role that a row has; of a heading that reaches over unnamed columns, all that it heads."""
        return [row.cells[at] for at in self.reach(name) if at < len(row.cells)]

    def reach(self, name: Role) -> Iterator[int]:
        for at in self.columns.get(name, ()):
            yield at
            while (at := at + 1) < self.width and not self.headings[at]:
                yield at

    def passed_over(self, rows: Sequence[Row]) -> Iterator[str]:
        """The headings of the columns that no role reads, where there are words below them."""
        used = {at for name in self.columns for at in self.reach(name)}
        for at in sorted(set(range(self.width)) - used):
            if self.headings[at] and _column(rows, at):
                yield self.headings[at]

    def read(self, row: Row, name: Role) -> list[Piece]:
        """The paragraphs of a role. Words below no heading of their own count where they are of the role's kind."""
        if name in {"owner", "target"} and self.columns.get("owner") == self.columns.get("target"):
            owners, targets = apart([piece for cell in self.cells(row, "owner") for piece in pieces_of(cell)])
            return owners if name == "owner" else targets
        if name == "owner" and len(self.columns.get(name, ())) > 1:
            return self._owners(row)
        found: list[Piece] = []
        for at in self.reach(name):
            pieces = pieces_of(row.cells[at]) if at < len(row.cells) else []
            if found and name == "target":
                break
            if at in self.columns[name] or not found or _FITS.get(name, _never)(pieces):
                found += pieces
        return found

    def _owners(self, row: Row) -> list[Piece]:
        """The owners of several columns: of each step whoever leads, then the others. No name runs over columns."""
        read = [join_wrapped(pieces_of(row.cells[at])) for at in self.reach("owner") if at < len(row.cells)]
        columns = [pieces for pieces in read if pieces]
        if len({len(pieces) for pieces in columns}) != 1:
            return [piece for pieces in columns for piece in pieces]
        steps = zip(*columns, strict=True)
        return [replace(beside[0], words=APART.join(one.words for one in beside)) for beside in steps]


def _never(pieces: Sequence[Piece]) -> bool:
    return False


_FITS: dict[Role, Callable[[Sequence[Piece]], bool]] = {
    "action": bool,
    "recommendation": bool,
    "owner": lambda pieces: all(is_known(piece.words) for piece in pieces),
    "target": lambda pieces: all(reads(piece.words) for piece in pieces),
}


def apart(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """(owners, dates) of a column that holds both: the words that end a paragraph and read as a date are one."""
    owners: list[Piece] = []
    targets: list[Piece] = []
    for piece in pieces:
        tokens = piece.words.split()
        begin = next((at for at in range(len(tokens)) if _is_date(" ".join(tokens[at:]))), len(tokens))
        owner = " ".join(tokens[:begin]).strip(" ,;:/–-(")
        if owner and not (targets and not tokens[begin:] and _is_date(f"{targets[-1].words} {owner}")):
            owners.append(replace(piece, words=owner))
        if tokens[begin:]:
            targets.append(replace(piece, words=" ".join(tokens[begin:]).strip(" ()")))
    return owners, targets


def _is_date(words: str) -> bool:
    return is_date(words.strip(" ()"))


# --- headers ---------------------------------------------------------------------------------------------------------


def header(rows: Sequence[Row], at: int) -> tuple[Layout, int] | None:
    """(the layout, how many rows the header takes) when the rows at this place are a header: of one row or of two."""
    top = [cell.words for cell in rows[at].cells]
    if at + 1 < len(rows) and _is_lower_half(rows[at], rows[at + 1]):
        headings = _both(top, [cell.words for cell in rows[at + 1].cells])
        if found := mapped(headings):
            return _settled(found, headings, rows[at + 2 :]), 2
    found = mapped(top)
    return (_settled(found, top, rows[at + 1 :]), 1) if found else None


def _is_lower_half(top: Row, below: Row) -> bool:
    """Does a row only name the columns that the cells above it reach over?"""
    named = [cell.words for cell in below.cells if cell.words]
    if not named or any(len(words) > 40 for words in named) or sum(bool(cell.words) for cell in top.cells) < 2:
        return False
    pairs = list(zip(top.cells, below.cells, strict=False))
    under = any(lower.words and not upper.words for upper, lower in pairs)
    beside = any(upper.words and (lower.merged or not lower.words) for upper, lower in pairs)
    short = all(len(words.split()) <= 6 and not re.search(r"\d", plain(words)) for words in named)
    return under and beside and short and any(map(is_named, named))


def _both(top: Sequence[str], below: Sequence[str]) -> list[str]:
    """Each column's heading: the lower one, led by the group it stands under where it says too little alone."""
    found = []
    group = ""
    for upper, lower in zip(top, [*below, *[""] * len(top)], strict=False):
        group = upper or (group if lower else "")
        found.append(lower if lower and (is_named(lower) or not group) else f"{group} {lower}".strip())
    return found


def _settled(columns: Columns, headings: Sequence[str], below: Sequence[Row]) -> Layout:
    """The layout, with what only the rows below tell: which column numbers them, and which says agreed or not."""
    rows = list(_until_header(below))
    names = tuple(headings)
    taken = {at for found in columns.values() for at in found}
    for at in set(range(len(names))) - taken:
        words = _column(rows, at)
        if "ref" not in columns and words and (not names[at] or at == 0) and all(map(number, words)):
            columns = {**columns, "ref": (at,)}
        elif "response" not in columns and words and role(names[at]) == "action" and all(map(response_of, words)):
            columns = {**columns, "response": (at,)}
    if "ref" in columns and len(words := _column(rows, columns["ref"][0])) > 2 and not any(map(number, words)):
        columns = {("theme" if name == "ref" else name): at for name, at in columns.items() if name != "theme"}
    words = _column(rows, columns.get("recommendation", (-1,))[0])
    if "ref" not in columns and words and all(map(number, words)):
        columns = {("ref" if name == "recommendation" else name): at for name, at in columns.items()}
    return Layout(columns, names, _numbered(columns, rows))


def _until_header(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        if mapped([cell.words for cell in row.cells]):
            return
        yield row


def _column(rows: Sequence[Row], at: int) -> list[str]:
    return [row.cells[at].words for row in rows if 0 <= at < len(row.cells) and row.cells[at].words]


def _numbered(columns: Columns, rows: Sequence[Row]) -> Role | None:
    """Which column's words begin with the refs, when none holds them alone: nearly all of them, each once."""
    if "ref" in columns:
        return "ref"
    wanted: tuple[Role, ...] = ("recommendation", "action", "theme")
    for name in wanted:
        words = [each for each, _ in groupby(_column(rows, columns[name][0]))] if name in columns else []
        found: list[Number] = [one for one in map(leading, words) if one]
        if found and len(found) >= 0.8 * len(words) and len({one.ref for one in found}) == len(found):
            return name
    return None
