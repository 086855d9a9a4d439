"""Pieces of text put together to lines. Lengths are points; tolerances go by letters' size."""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from documents.assembly.sentences import is_tail, is_unfinished
from documents.encodings import printed
from documents.readers.pdf.marks import Piece

_GAP = 0.16
"""Of the letters' size: a wider gap parts two words where no space was painted."""
_APART = 1.15
"""Of the usual distance from line to line: a wider one parts two paragraphs."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")


@dataclass(slots=True)
class Text:
    """One line of a cell or of the page: its pieces from left to right."""

    pieces: list[Piece]
    base: float
    size: float

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.size

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1].x1

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def words(self) -> str:
        return " ".join(word for word, _ in self.parted())

    @property
    def trails(self) -> bool:
        """Was a space painted after its last word, as where more words follow?"""
        return self.pieces[-1].spaced

    def parted(self) -> list[tuple[str, float]]:
        """Its words, each with its width: pieces that touch are one word."""
        found: list[tuple[str, float]] = []
        before: Piece | None = None
        for piece in self.pieces:
            if before is not None and _touch(before, piece):
                word, width = found[-1]
                found[-1] = (word + piece.text, width + piece.x1 - before.x1)
            else:
                found.append((piece.text, piece.x1 - piece.x0))
            before = piece
        return found


def _touch(left: Piece, right: Piece) -> bool:
    return not left.spaced and right.x0 - left.x1 < _GAP * max(left.size, right.size)


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that follow and touch each other as one; what is painted twice in its place, to look bold, once."""
    found: list[Piece] = []
    seen: dict[tuple[str, int], Piece] = {}
    for piece in pieces:
        piece.text = _cleaned(piece.text)
        if not piece.text:
            continue
        key = (piece.text, round(piece.base))
        twin = seen.get(key)
        if (
            twin is not None
            and abs(twin.base - piece.base) < 0.2 * piece.size
            and abs(twin.x0 - piece.x0) < 0.15 * piece.size
        ):
            twin.bold = twin.bold or twin.x0 != piece.x0
            twin.spaced = twin.spaced or piece.spaced
            continue
        seen[key] = piece
        last = found[-1] if found else None
        if last is not None and last.font == piece.font and _follows(last, piece):
            if (
                len(piece.text) == 1
                and last.text.endswith(piece.text)
                and piece.x0 < last.x1 - 0.6 * (piece.x1 - piece.x0)
            ):
                last.bold = True
                continue
            last.text += piece.text
            last.x1, last.spaced = piece.x1, piece.spaced
        else:
            found.append(piece)
    return found


def _follows(last: Piece, piece: Piece) -> bool:
    return (
        not last.spaced
        and abs(last.base - piece.base) < 0.05 * piece.size
        and abs(last.size - piece.size) < 0.05 * piece.size
        and -0.6 * piece.size < piece.x0 - last.x1 < _GAP * piece.size
        and piece.x0 > last.x0
    )


def _cleaned(text: str) -> str:
    text = printed(text)
    if text.isascii():
        return text
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text.replace("\u200b", "").replace("\ufeff", "")


def lines(pieces: Iterable[Piece]) -> list[Text]:
    """The lines that pieces of one cell stand in, from the top; a raised or lowered letter stays in its line."""
    found: list[Text] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        middle = piece.base - 0.3 * piece.size
        line = found[-1] if found else None
        if line is not None and line.top < middle < line.bottom:
            line.pieces.append(piece)
            if piece.size > line.size:
                line.base, line.size = piece.base, piece.size
        else:
            found.append(Text([piece], piece.base, piece.size))
    for line in found:
        line.pieces.sort(key=lambda piece: piece.x0)
    return found


@dataclass(slots=True)
class Setting:
    """How a document is set: the usual distance from line to line to a point of size, its words as printed, and whether
    it paints the space that a line was broken at, so that a line without one ends its paragraph."""

    pitch: float = 1.2
    trails: bool = False
    known: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, stretches: Iterable[Sequence[Text]]) -> "Setting":
        """Learned from all cells of a document."""
        pitches: Counter[float] = Counter()
        setting = cls()
        trailing = many_lines = 0
        for stretch in stretches:
            for above, below in itertools.pairwise(stretch):
                if abs(above.size - below.size) < 0.1:
                    pitches[round((below.base - above.base) / below.size, 2)] += 1
                many_lines += 1
                trailing += above.trails
            for line in stretch:
                setting.known.update(word.strip("(),.;:'\"“”‘’").lower() for word, _ in line.parted())
        usual = [(many, -pitch) for pitch, many in pitches.items() if 0.9 < pitch < 2.6]
        setting.pitch = -max(usual)[1] if usual else 1.2
        setting.trails = trailing > 0.5 * many_lines
        return setting

    def part(self, above: Text, below: Text) -> bool:
        """Is there more than a line's distance between the two?"""
        return below.base - above.base > _APART * self.pitch * max(above.size, below.size)

    def ends(self, above: Text, below: Text, room: float) -> bool:
        """Does a paragraph end with a line, as no space was painted after it though there was room for one?"""
        full = above.x1 - above.x0 + 0.35 * above.size > room
        return (
            self.trails
            and not (above.trails or full or is_tail(below.words) or is_unfinished(above.words))
            and not re.search(r"[-\u00ad\u2010\u2011–—/]$", above.words)
        )


def runs_on(above: Text, line: Text, room: float) -> bool:
    """Would the first word of a line have had no room in the line above, which words could fill so wide?"""
    return above.x1 - above.x0 + 0.3 * line.size + line.parted()[0][1] >= room - 0.1 * line.size
