"""Rules of a page made into tables: which lie on one line, which touch, and the cells that they enclose."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from documents.readers.pdf.marks import Piece, Rule

_SAME = 0.35
"""Of the letters' size: rules no farther apart are one (double lines, lines broken from cell to cell)."""
_DASH = 0.7
"""Of the letters' size: the gap between dashes of one rule."""
_COVERED = 0.7
"""The part of a cell's side that must be ruled for it to be a side."""


@dataclass(slots=True)
class Lattice:
    """One table's own grid. `region[row][column]` names the cell that each field belongs to: the first field's place.

    `xs` and `ys` are its lines, one more than columns and rows.
    """

    xs: list[float]
    ys: list[float]
    region: list[list[tuple[int, int]]]
    pieces: dict[tuple[int, int], list[Piece]] = field(default_factory=dict)

    def holds(self, piece: Piece) -> bool:
        """Does a piece stand in the table? One that crosses the last rule does: a row taller than its page."""
        x, y = _point(piece)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y and piece.top < self.ys[-1] - 0.1 * piece.size

    def put(self, piece: Piece) -> None:
        """Keep a piece with the cell that it begins in."""
        x, y = _point(piece)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        self.pieces.setdefault(self.region[row][column], []).append(piece)

    def span(self, cell: tuple[int, int]) -> tuple[float, float]:
        """(left, right) of a cell."""
        row, column = cell
        last = column
        while last + 1 < len(self.xs) - 1 and self.region[row][last + 1] == cell:
            last += 1
        return self.xs[column], self.xs[last + 1]


def _point(piece: Piece) -> tuple[float, float]:
    return piece.x0 + min((piece.x1 - piece.x0) / 2, 0.4 * piece.size), piece.base - 0.3 * piece.size


def merged(rules: Iterable[Rule], size: float) -> list[Rule]:
    """Rules on one line as one, dashes and doubles too; what is too short to part cells is left out."""
    found: list[Rule] = []
    for across in (True, False):
        mine = sorted((rule for rule in rules if rule.across == across), key=lambda rule: rule.at)
        for group in _grouped(mine, _SAME * size):
            found += [rule for rule in _run_together(group, size) if rule.end - rule.start > 0.8 * size]
    return found


def _grouped(rules: Sequence[Rule], reach: float) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > reach:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _run_together(group: Sequence[Rule], size: float) -> Iterator[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    start, end = None, 0.0
    for rule in sorted(group, key=lambda rule: rule.start):
        if start is None:
            start, end = rule.start, rule.end
        elif rule.start - end <= _DASH * size:
            end = max(end, rule.end)
        else:
            yield Rule(rule.across, at, start, end)
            start, end = rule.start, rule.end
    if start is not None:
        yield Rule(group[0].across, at, start, end)


def touching(rules: Sequence[Rule], size: float) -> list[list[Rule]]:
    """Sets of rules that meet each other, from the top of the page."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    reach = _SAME * size
    down = [index for index, rule in enumerate(rules) if not rule.across]
    for index, rule in enumerate(rules):
        for other in down if rule.across else ():
            post = rules[other]
            meets = (
                rule.start - reach <= post.at <= rule.end + reach and post.start - reach <= rule.at <= post.end + reach
            )
            if meets:
                parent[root(index)] = root(other)
    sets: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        sets.setdefault(root(index), []).append(rule)
    return _with_sides(list(sets.values()), reach)


def _with_sides(sets: list[list[Rule]], reach: float) -> list[list[Rule]]:
    """The sets, with the outer sides that no rule across meets (a cell torn by the page above and below)."""
    whole = [found for found in sets if any(rule.across for rule in found) and not all(rule.across for rule in found)]
    for found in sets:
        if any(rule.across for rule in found):
            continue
        side = found[0]
        for table in whole:
            posts = [rule for rule in table if not rule.across]
            top, bottom = min(rule.start for rule in posts), max(rule.end for rule in posts)
            if abs(side.start - top) <= 2 * reach and abs(side.end - bottom) <= 2 * reach:
                table.append(side)
                break
    return sorted((found for found in sets if any(rule.across for rule in found)), key=_top)


def _top(rules: Sequence[Rule]) -> float:
    return min(rule.at if rule.across else rule.start for rule in rules)


def lattice(rules: Sequence[Rule], size: float) -> Lattice | None:
    """The table that rules enclose, open sides closed; None when they part nothing."""
    across, down = [rule for rule in rules if rule.across], [rule for rule in rules if not rule.across]
    if not across or not down:
        return None
    ends_x = [end for rule in across for end in (rule.start, rule.end)]
    ends_y = [end for rule in down for end in (rule.start, rule.end)]
    xs = _lines([rule.at for rule in down], (min(ends_x), max(ends_x)), size)
    ys = _lines([rule.at for rule in across], (min(ends_y), max(ends_y)), size)
    ys = [
        y
        for k, y in enumerate(ys)
        if k in {0, len(ys) - 1} or any(_ruled(across, y, a, b, size) for a, b in _pairs(xs))
    ]
    xs = [
        x for k, x in enumerate(xs) if k in {0, len(xs) - 1} or any(_ruled(down, x, a, b, size) for a, b in _pairs(ys))
    ]
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Lattice(xs, ys, _regions(xs, ys, across, down, size))


def _lines(at: Sequence[float], ends: tuple[float, float], size: float) -> list[float]:
    found: list[float] = []
    for each in sorted([*at, *ends]):
        if not found or each - found[-1] > 0.5 * size:
            found.append(each)
    return found


def _pairs(values: Sequence[float]) -> Iterator[tuple[float, float]]:
    return itertools.pairwise(values)


def _ruled(rules: Sequence[Rule], at: float, start: float, end: float, size: float) -> bool:
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= 0.5 * size
    )
    return covered >= _COVERED * (end - start)


def _regions(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule], size: float
) -> list[list[tuple[int, int]]]:
    region = [[(row, column) for column in range(len(xs) - 1)] for row in range(len(ys) - 1)]
    for row, (y0, y1) in enumerate(_pairs(ys)):
        for column, (x0, x1) in enumerate(_pairs(xs)):
            if row and not _ruled(across, y0, x0, x1, size):
                _unite(region, region[row - 1][column], region[row][column])
            if column and not _ruled(down, x0, y0, y1, size):
                _unite(region, region[row][column - 1], region[row][column])
    return region


def _unite(region: list[list[tuple[int, int]]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = min(one, other), max(one, other)
    if first != second:
        for row in region:
            row[:] = [first if cell == second else cell for cell in row]
