"""List glyphs that are drawn and not written: small filled discs beside words, as browsers print them."""

from collections.abc import Sequence

from documents.readers.pdf.marks import Piece

Disc = tuple[float, float, float]
"""(across, down, breadth), upright."""
_LEAST, _MOST = 1.5, 6.5
"""Points."""
_MOST_DISCS = 200
"""On one page: more is a drawing."""


def disc_of(points: Sequence[tuple[float, float]]) -> Disc | None:
    """The disc that a filled outline of curves may be, still as painted."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    round_enough = _LEAST < wide < _MOST and abs(wide - high) < 0.2 * wide
    return (min(xs) + wide / 2, min(ys) + high / 2, wide) if round_enough else None


def with_discs(pieces: list[Piece], discs: Sequence[Disc]) -> list[Piece]:
    """The pieces with a glyph before each that a disc stands in front of, with nothing between."""
    glyphs: dict[int, Piece] = {}
    for x, y, wide in discs if len(discs) <= _MOST_DISCS else ():
        beside = [
            piece
            for piece in pieces
            if 0 < piece.x0 - x < 2 * piece.size and abs(piece.base - 0.33 * piece.size - y) < 0.25 * piece.size
        ]
        first = min(beside, key=lambda piece: piece.x0, default=None)
        if first is not None:
            glyphs[id(first)] = Piece("•", x - wide / 2, x + wide / 2, first.base, first.size, first.font, spaced=True)
    return [each for piece in pieces for each in (glyphs.get(id(piece)), piece) if each is not None]
