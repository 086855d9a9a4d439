"""Rows of cells from a table's own grid."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from documents.assembly.headers import columns as roles_of
from documents.assembly.heading_words import Role
from documents.assembly.sentences import is_unfinished
from documents.draft import Cell, Paragraph, Place, Row
from documents.readers.pdf.lattice import Lattice
from documents.readers.pdf.lines import Setting, Text, lines, runs_on
from documents.readers.pdf.passages import Passage, passages


@dataclass(slots=True)
class Found:
    """One table on one page, its lines by cell. `down`: how far the page stands below the first one's top."""

    page: int
    down: float
    lattice: Lattice
    lines: dict[tuple[int, int], list[Text]]

    @classmethod
    def of(cls, page: int, down: float, lattice: Lattice) -> "Found":
        return cls(page, down, lattice, {cell: lines(pieces) for cell, pieces in lattice.pieces.items()})

    def columns_match(self, other: "Found") -> bool:
        """Are the columns of the two the same, so that one may be the other going on?"""
        mine, others = self.lattice.xs, other.lattice.xs
        return len(mine) == len(others) and all(abs(a - b) < 6 for a, b in zip(mine, others, strict=True))


@dataclass(slots=True)
class Strip:
    """A cell's lines, down from the first page, and the room that words have in it, from left to right.

    `breaks`: which lines begin a page, and whether blank lines came before them. `opening`: which begin a paragraph,
    though nothing but what stands beside them says so.
    """

    lines: list[Text]
    left: float
    right: float
    merged: bool = False
    breaks: dict[int, bool] = field(default_factory=dict)
    opening: tuple[int, ...] = ()

    def passages(self, setting: Setting, opening: Collection[int] = ()) -> list[Passage]:
        """Its paragraphs with their lines; those that are `opening` begin one in any case."""
        return passages(
            self.lines, setting, left=self.left, right=self.right, breaks=self.breaks, opening=opening or self.opening
        )

    def paragraphs(self, setting: Setting, opening: Collection[int] = ()) -> tuple[Paragraph, ...]:
        made = (passage.paragraph() for passage in self.passages(setting, opening))
        return tuple(paragraph for paragraph in made if paragraph.words)

    @property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines)

    @property
    def printed(self) -> list[str]:
        return [line.words for line in self.lines]

    def wraps_into(self, other: "Strip") -> bool:
        """Do the other's words go on with this one's paragraph, as far as room tells?"""
        return runs_on(self.lines[-1], other.lines[0], self.right - self.left)

    def go_on(self, other: "Strip", *, foot: float, head: float) -> None:
        """Take over the lines that a page parted from these. `foot` is the last line above the page's end, `head` the
        first below it, of any cell."""
        if other.lines and self.lines:
            first = other.lines[0]
            # A page may keep its last line or two back, so that none of a paragraph stands alone.
            kept = 3.5 if is_unfinished(self.lines[-1].words) and self.wraps_into(other) else 0.6
            self.breaks[len(self.lines)] = foot - self.lines[-1].base + first.base - head > kept * first.size
        if other.lines:
            self.lines += other.lines
            other.lines, other.merged = [], True


@dataclass(slots=True)
class Band:
    """A row of strips, on the page that it begins on; `flags` are questions for its actions."""

    page: int
    strips: list[Strip]
    after_break: bool = False
    flags: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        return [strip.words for strip in self.strips]

    def below(self, header: "Band") -> "Band | None":
        """The rest of a row whose cells all begin with a header's lines; None when they do not."""
        pairs = list(zip(self.strips, header.strips, strict=True))
        if any(own.printed[: len(head.lines)] != head.printed for own, head in pairs):
            return None
        return replace(self, strips=[replace(own, lines=own.lines[len(head.lines) :]) for own, head in pairs])

    @property
    def is_centred(self) -> bool:
        """Do cells of different heights stand about one middle?"""
        cells = [strip.lines for strip in self.strips if strip.lines]
        middles = [(found[0].base + found[-1].base) / 2 for found in cells]
        slack = 0.7 * cells[0][0].size if cells else 0
        uneven = len({len(found) for found in cells}) > 1
        return uneven and max(middles) - min(middles) < slack < max(found[0].base for found in cells) - min(
            found[0].base for found in cells
        )

    def row(self, setting: Setting, place: Place) -> Row:
        """The row as readers give it."""
        cells = [Cell(strip.paragraphs(setting), place, merged=strip.merged) for strip in self.strips]
        return Row(tuple(cells), self.after_break, place, self.flags)

    def roles(self, setting: Setting) -> dict[Role, int] | None:
        """Role → column, when the row is a header."""
        found = roles_of(self.row(setting, Place())) if any(self.words) else None
        return {name: first for name, (first, *_) in found.items()} if found else None


def bands_of(found: Found) -> list[Band]:
    """The rows of one table on one page, lines counted down from the document's top."""
    margins = _margins(found)
    bands: list[Band] = []
    for row, fields in enumerate(found.lattice.region):
        strips = []
        for column, cell in enumerate(fields):
            own = cell == (row, column)
            left, right = found.lattice.span(cell) if own else (0.0, 0.0)
            margin = margins[column]
            lines_of = [replace(line, base=line.base + found.down) for line in found.lines.get(cell, ())] if own else []
            strips.append(Strip(lines_of, left + margin, right - margin, merged=not own and cell[0] < row))
        bands.append(Band(found.page, strips))
    return bands


def _margins(found: Found) -> list[float]:
    """How far words stand from the sides of each column: what the leftmost line of it keeps."""
    kept: list[list[float]] = [[] for _ in found.lattice.xs[1:]]
    for (_, column), stretch in found.lines.items():
        kept[column] += [line.x0 - found.lattice.xs[column] for line in stretch]
    return [max(0.0, min(each)) if each else 0.0 for each in kept]
