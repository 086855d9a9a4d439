"""The paragraphs of a cell whose lines are broken by line ends alone, as workbooks and separated files break them."""

from collections.abc import Callable, Iterable

from documents.draft import Paragraph
from documents.markup import fold, listed

Piece = tuple[str, bool]
"""Words, and whether they are bold."""


def paragraphs_of(pieces: Iterable[Piece], height: Callable[[str], int] = lambda words: 1) -> tuple[Paragraph, ...]:
    """`height`: how many lines a paragraph takes. Each begins below all of those above it, the blank ones too."""
    found: list[Paragraph] = []
    top = 0
    for line in _lines(pieces):
        words, bullet = listed(fold("".join(words for words, _ in line)))
        if words:
            bold = all(bold for words, bold in line if words.strip())
            found.append(Paragraph(words, bullet=bullet, bold=bold, top=float(top)))
        top += height(words)
    return tuple(found)


def _lines(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    line: list[Piece] = []
    for words, bold in pieces:
        first, *others = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").split("\n")
        line.append((first, bold))
        for other in others:
            yield line
            line = [(other, bold)]
    yield line
