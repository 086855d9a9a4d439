"""Places on a page turned upright: along the text and down from line to line, whichever way the page was painted."""

from collections.abc import Sequence

from documents.readers.pdf.marks import Piece, Rule


def direction(a: float, b: float) -> tuple[int | None, float]:
    """(quarter turns of the way the text runs, None when aslant; points to a unit of its own along it)."""
    if abs(b) < 0.05 * abs(a):
        return (0 if a > 0 else 2), abs(a)
    if abs(a) < 0.05 * abs(b):
        return (1 if b > 0 else 3), abs(b)
    return None, 0.0


def along(turn: int, x: float, y: float) -> tuple[float, float]:
    """(the way along the text, the way down from line to line) of a point that pdfminer counts from below."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn]


def origin(turn: int, box: Sequence[float]) -> tuple[float, float]:
    x0, y0, x1, y1 = box
    corner = ((x0, y1), (x0, y0), (x1, y0), (x1, y1))[turn]
    return along(turn, *corner)


def placed(piece: Piece, turn: int, box: Sequence[float]) -> Piece:
    left, above = origin(turn, box)
    piece.x0 -= left
    piece.x1 -= left
    piece.base -= above
    return piece


def rule_of(line: tuple[float, float, float, float], turn: int, box: Sequence[float]) -> Rule | None:
    left, above = origin(turn, box)
    (ax, ay), (bx, by) = (along(turn, *point) for point in (line[:2], line[2:]))
    ax, bx, ay, by = ax - left, bx - left, ay - above, by - above
    if abs(ay - by) <= 1:
        return Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
    if abs(ax - bx) <= 1:
        return Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))
    return None
