"""What a word-processor document draws, before it is laid out as a grid: paragraphs, blank ones too, and tables.

Shared by the readers of Word and OpenDocument files, that name the same things in two ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Union

from documents.draft import Paragraph
from documents.markup import fold

_GLYPH = re.compile(r"^(?:[•·▪◦●‣∙■□➢✓❖\uf0b7\uf0a7\uf0d8\uf076]|[-–*o](?=\s))\s*")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(slots=True)
class Words:
    """One line of a paragraph as printed, "" if blank. `page` is the one it begins on, where the file says."""

    words: str = ""
    bullet: bool = False
    bold: bool = False
    page: int | None = None

    def paragraph(self, top: int) -> Paragraph:
        return Paragraph(self.words, self.bullet, self.bold, float(top))


Block = Union[Words, "Table"]


@dataclass(slots=True)
class Cell:
    """A cell that begins at `column`, from 0, and reaches over `across` of them. `merged`: it began in a row above."""

    column: int
    across: int = 1
    blocks: list[Block] = field(default_factory=list)
    merged: bool = False

    def lines(self) -> Iterator[Words]:
        """Its own words and those of tables within it, in order."""
        for block in self.blocks:
            if isinstance(block, Words):
                yield block
            else:
                yield from (line for row in block.rows for cell in row.cells for line in cell.lines())

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those with words; how far down each stands counts the blank ones."""
        return tuple(line.paragraph(top) for top, line in enumerate(self.lines()) if line.words)


@dataclass(slots=True)
class Row:
    """A row, the `number`-th of its table. `heads`: every page repeats it. `struck`: some words are crossed out."""

    number: int
    cells: list[Cell]
    heads: bool = False
    struck: bool = False
    page: int | None = None


@dataclass(slots=True)
class Table:
    """`widths` of its grid's columns, in any unit, where known. `broken`: a page ended between it and the one above."""

    rows: list[Row] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    broken: bool = False


def line(text: str, *, bullet: bool = False, bold: bool = False, page: int | None = None) -> Words:
    """A line of text as read: what cannot be seen left out, white space folded, a printed bullet known as one."""
    words = fold(text.translate(_UNSEEN))
    item = _GLYPH.sub("", words)
    return Words(item, bullet or item != words, bold and bool(item), page)
