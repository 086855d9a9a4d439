"""Rows of four cells as columns of plain text, no wider than a terminal that is narrow."""

from bot import wording

LEAST = 16  # characters of a title or an owner, however narrow the terminal


def columns(rows: list[tuple[str, ...]], width: int) -> list[str]:
    """Refs to the right, the rest to the left, as wide as the widest of these few lines."""
    tidy = [[wording.short(wording.safe(cell), 80) for cell in row] for row in rows]
    widths = _fitted([max(map(len, column)) for column in zip(*tidy, strict=True)], width)
    return [_line([wording.short(cell, most) for cell, most in zip(row, widths, strict=True)], widths) for row in tidy]


def _line(row: list[str], widths: list[int]) -> str:
    return "  ".join([row[0].rjust(widths[0]), row[1].ljust(widths[1]), row[2].ljust(widths[2]), row[3]])


def _fitted(widths: list[int], most: int) -> list[int]:
    """Owners give way first, then titles, neither below what can still be read."""
    for column in (2, 1):
        over = sum(widths) + 2 * len(widths[1:]) - most
        if widths and most and over > 0:
            least = min(widths[column], LEAST)
            widths[column] = max(least, widths[column] - over)
    return widths
