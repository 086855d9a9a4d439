"""Where the columns of a table without rules down part: where no word below its header crosses."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from documents.readers.pdf.columns import Header
from documents.readers.pdf.lines import Text
from documents.readers.pdf.marks import Piece


def boundaries(header: Header, below: Sequence[Text]) -> tuple[list[float], int]:
    """(where columns part, between each heading and the next; how many lines run over such a place)."""
    parts, worst = list[float](), 0
    spans = [span for line in below for span in runs(line)]
    for (_, a0, a1), (_, b0, b1) in pairwise(header.headings):
        at, crossed = _river([*spans, (a0, a1), (b0, b1)], (a0 + a1) / 2, (b0 + b1) / 2, header.lines[0].size)
        parts.append(at)
        worst = max(worst, crossed)
    return parts, worst


def runs(line: Text) -> list[tuple[float, float]]:
    """Stretches of a line with no more than a word's space in them."""
    found: list[tuple[float, float]] = []
    for piece in line.pieces:
        if found and piece.x0 - found[-1][1] < 0.4 * line.size:
            found[-1] = (found[-1][0], max(piece.x1, found[-1][1]))
        else:
            found.append((piece.x0, piece.x1))
    return found


def _river(spans: Sequence[tuple[float, float]], left: float, right: float, size: float) -> tuple[float, int]:
    """(the place between left and right that fewest stretches cover, the widest such near its right bank; how many)."""
    width = max(1, int(right - left))
    steps = [0] * (width + 2)
    for x0, x1 in spans:
        first, last = max(0, int(x0 - left)), min(width, int(x1 - left))
        if first <= last:
            steps[first] += 1
            steps[last + 1] -= 1
    covered = list(accumulate(steps))[:-1]
    least = min(covered)
    best = (0, 0)
    start = None
    for at, count in enumerate([*covered, least + 1]):
        if count == least and start is None:
            start = at
        elif count != least and start is not None:
            if at - start > best[1] - best[0]:
                best = (start, at)
            start = None
    return left + max((best[0] + best[1]) / 2, best[1] - 0.3 * size), least


def column_of(piece: Piece, parts: Sequence[float]) -> int:
    return sum(piece.x0 + min((piece.x1 - piece.x0) / 2, 0.4 * piece.size) >= at for at in parts)
