"""Where the columns of a table without rules down begin and end, as if each cell kept the same margin on both sides."""

from collections import Counter
from collections.abc import Sequence

from documents.readers.pdf.lines import Text, lines
from documents.readers.pdf.marks import Piece, Rule
from documents.readers.pdf.rivers import column_of


def left_of(rules: Sequence[Rule], edges: Sequence[float]) -> float | None:
    """Where the rules across the whole table begin, as most of them do."""
    wide = Counter(round(rule.start, 1) for rule in rules if rule.end - rule.start > 0.9 * (edges[-1] - edges[0]))
    return wide.most_common(1)[0][0] if wide else None


def sides(
    columns: Sequence[Sequence[Text]],
    parts: Sequence[float],
    rules: Sequence[Rule],
    width: float,
    size: float,
    left: float | None = None,
) -> list[float]:
    """The sides of the columns: words begin a margin from the one side, and no line comes nearer to the other. The
    last ends where its longest line does, or rules do. `parts` are where columns part, `width` is the page's, `left`
    where rules show the table to begin."""
    begin = [min((line.x0 for line in column), default=0.0) for column in columns]
    end = [max((line.x1 for line in column), default=0.0) for column in columns]
    if not all(columns):
        return [begin[0] - 0.5 * size, *parts, max(end) + 0.5 * size]
    gaps = [(b - a) / 2 for a, b in zip(end, begin[1:], strict=False)]
    margin = max(0.2 * size, min((gap for gap in gaps if gap > 0.3 * size), default=0.5 * size))
    if left is not None and 0 <= begin[0] - left < 1.5 * size:
        margin = begin[0] - left
    inner = [
        at if any(column_of(piece, [x - margin]) for line in column for piece in line.pieces) else x - margin
        for x, at, column in zip(begin[1:], parts, columns, strict=False)
    ]
    rights = [rule.end for rule in rules if rule.start < begin[-1] < rule.end]
    right = max(end[-1] + margin, max(rights, default=0.0))
    return [begin[0] - margin, *inner, min(right, width)]


def parted(pieces: Sequence[Piece], parts: Sequence[float]) -> list[list[Text]]:
    """The lines of each column."""
    columns: list[list[Piece]] = [[] for _ in range(len(parts) + 1)]
    for piece in pieces:
        columns[column_of(piece, parts)].append(piece)
    return [lines(column) for column in columns]
