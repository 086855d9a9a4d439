"""Rows of cells from a table's own grid, and those that a page tore put together again before they are read."""

from dataclasses import dataclass, field, replace

from documents.draft import Cell, Place, Row
from documents.headers import columns as roles_of
from documents.heading_words import Role
from documents.readers.pdf.lattice import Lattice
from documents.readers.pdf.lines import Setting, Text, lines, paragraphs, runs_on
from documents.sentences import ends_in_joiner, is_tail, is_unfinished, reads_as_heading


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

    `breaks`: which lines begin a page, and whether blank lines came before them.
    """

    lines: list[Text]
    left: float
    right: float
    merged: bool = False
    breaks: dict[int, bool] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines)

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
    """A row of strips, on the page that it begins on."""

    page: int
    strips: list[Strip]
    after_break: bool = False

    @property
    def words(self) -> list[str]:
        return [strip.words for strip in self.strips]

    def row(self, setting: Setting, place: Place) -> Row:
        """The row as readers give it."""
        cells = [
            Cell(
                paragraphs(strip.lines, setting, left=strip.left, right=strip.right, breaks=strip.breaks),
                place,
                merged=strip.merged,
            )
            for strip in self.strips
        ]
        return Row(tuple(cells), self.after_break, place)

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


def mended(above: list[Band], below: list[Band], roles: dict[Role, int], setting: Setting) -> list[Band]:
    """The rows below a page's end, without what goes on with the rows above: that is put back there."""
    first = below[0]
    if not above or not roles or not max(roles.values()) < len(first.strips) == len(above[-1].strips):
        return below
    last = above[-1]
    if last.roles(setting):
        return below
    if _is_torn(last, first, roles) or _pair_together(last, first, roles, setting):
        foot = max(strip.lines[-1].base for strip in last.strips if strip.lines)
        head = min(strip.lines[0].base for strip in first.strips if strip.lines)
        held = _held(first, roles)
        for column, strip in enumerate(first.strips):
            anchor = _anchor(above, column)
            at = len(anchor.lines)
            anchor.go_on(strip, foot=foot, head=head)
            if column == roles["action"] and at in anchor.breaks and not is_unfinished(anchor.lines[at - 1].words):
                # An owner or date beside the first line below: a step begins there.
                anchor.breaks[at] |= any(_beside(other, anchor.lines[at]) for other in held)
        return below[1:]
    theme = roles.get("theme")
    if theme is not None and _theme_goes_on(_anchor(above, theme), first.strips[theme]):
        anchor = _anchor(above, theme)
        anchor.go_on(first.strips[theme], foot=anchor.lines[-1].base, head=first.strips[theme].lines[0].base)
    return below


def _anchor(above: list[Band], column: int) -> Strip:
    """The cell that reaches to the foot of the column."""
    strips = [band.strips[column] for band in above]
    return next((strip for strip in reversed(strips) if not strip.merged), strips[-1])


def _is_torn(last: Band, first: Band, roles: dict[Role, int]) -> bool:
    """Is the first row of a page the rest of the last one above? It has no number of its own, and its words go on, or
    its owners and dates do not stand where a step's would."""
    if "ref" in roles and first.strips[roles["ref"]].lines:
        return False
    above, below = last.strips[roles["action"]], first.strips[roles["action"]]
    held = _held(first, roles)
    if not below.lines:
        concern = roles.get("recommendation")
        return bool(held) or (concern is not None and _goes_on(last.strips[concern], first.strips[concern]))
    if not above.lines:
        return False
    if _goes_on(above, below):
        return True
    head = below.lines[0]
    return not any(_beside(strip, head) for strip in held)


_WRAPPING: set[Role] = {"recommendation", "owner", "target"}


def _wraps(above: Strip, below: Strip) -> bool:
    """Does a line that was broken at its space go on below a page's end?"""
    return bool(above.lines and below.lines) and above.lines[-1].trails and above.wraps_into(below)


def _pair_together(last: Band, first: Band, roles: dict[Role, int], setting: Setting) -> bool:
    """Are two rows one: a name wraps from the one to the other, or only together have they as many actions as owners
    and dates?"""
    if "ref" in roles and first.strips[roles["ref"]].lines:
        return False
    if setting.trails and any(
        _wraps(last.strips[roles[name]], first.strips[roles[name]]) for name in _WRAPPING & roles.keys()
    ):
        return True
    many = [_many(band, roles, setting) for band in (last, first)]
    both = [a + b for a, b in zip(*many, strict=True)]
    return all(len(set(each)) > 1 and min(each) > 0 for each in many) and both[0] > 1 and len(set(both)) == 1


def _many(band: Band, roles: dict[Role, int], setting: Setting) -> list[int]:
    """How many actions, owners and dates a row has."""
    row = band.row(setting, Place())
    names: tuple[Role, ...] = ("action", "owner", "target")
    return [
        sum(not paragraph.bullet for paragraph in row.cells[roles[name]].paragraphs) for name in names if name in roles
    ]


def _held(band: Band, roles: dict[Role, int]) -> list[Strip]:
    """The owner and date cells that hold words."""
    aside = [band.strips[roles[name]] for name in ("owner", "target") if name in roles]
    return [Strip(list(strip.lines), strip.left, strip.right) for strip in aside if strip.lines]


def _beside(strip: Strip, line: Text) -> bool:
    return abs(strip.lines[0].base - line.base) < 0.6 * line.size


def _goes_on(above: Strip, below: Strip) -> bool:
    """Does a sentence run from the one to the other?"""
    if not above.lines or not below.lines:
        return False
    if is_tail(below.lines[0].words):
        return True
    return (
        is_unfinished(above.lines[-1].words) and above.wraps_into(below) and above.lines[-1].bold == below.lines[0].bold
    )


def _theme_goes_on(above: Strip, below: Strip) -> bool:
    """Are the words at the top of a page's theme cell the rest of the theme above, and no new one?"""
    if not above.lines or not below.lines:
        return False
    if reads_as_heading(above.words) and reads_as_heading(below.words) and not ends_in_joiner(above.words):
        return False
    titled = reads_as_heading(above.words) and not reads_as_heading(below.lines[0].words) and below.words.endswith(".")
    return _goes_on(above, below) or titled
