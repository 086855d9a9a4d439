"""Pieces of text put together to lines, and lines to paragraphs. Lengths are points; tolerances go by letters' size."""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from documents.draft import Paragraph
from documents.readers.pdf.painting import Piece
from documents.sentences import has_numeral, is_tail, is_unfinished

_GAP = 0.16
"""Of the letters' size: a wider gap parts two words where no space was painted."""
_APART = 1.22
"""Of the usual distance from line to line: a wider one parts two paragraphs."""
_GLYPH = re.compile(r"[•·▪◦●‣∙■□▫➢➤✓\ufffd\uf000-\uf0ff]|[-–—*o§]")
_SURE_GLYPH = re.compile(r"[•·▪◦●‣∙■□▫➢➤✓\ufffd\uf000-\uf0ff]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SYMBOLS = ("symbol", "wingding", "dingbat")


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
    if text.isascii():
        return text.replace("\x00", "")
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text.replace("\u200b", "").replace("\ufeff", "").replace("\x00", "")


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
        usual = [(many, -pitch) for pitch, many in pitches.items() if 0.9 < pitch < 2]
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
            and not (above.trails or full or is_tail(below.words))
            and not re.search(r"[-\u00ad\u2010\u2011–—/]$", above.words)
        )


@dataclass(slots=True)
class _Passage:
    """A paragraph being put together."""

    words: list[str]
    lines: list[Text]
    bullet: bool = False

    def paragraph(self) -> Paragraph:
        words = " ".join(" ".join(self.words).split())
        return Paragraph(words, self.bullet, all(line.bold for line in self.lines), self.lines[0].top)


def paragraphs(
    found: Sequence[Text], setting: Setting, *, left: float, right: float, breaks: Mapping[int, bool] | None = None
) -> tuple[Paragraph, ...]:
    """Paragraphs of the lines of one cell, which words could fill from `left` to `right`. At `breaks` a page begins,
    after blank lines or not: there distance says nothing."""
    torn = breaks or {}
    passages: list[_Passage] = []
    before: Text | None = None
    centred = len(found) > 1 and all(abs((line.x0 - left) - (right - line.x1)) < 0.3 * line.size for line in found)
    for index, line in enumerate(found):
        glyph = _bullet(line)
        if glyph and glyph in "-–" and before is not None and index not in torn:
            goes_on = is_unfinished(before.words) and not passages[-1].bullet and not setting.part(before, line)
            glyph = "" if goes_on and runs_on(before, line, right - before.x0) else glyph
        if before is None or glyph:
            passages.append(_Passage(_without(glyph, line), [line], bullet=bool(glyph)))
        elif not passages[-1].words:
            passages[-1].words, passages[-1].lines = [line.words], [*passages[-1].lines, line]
        elif (torn[index] if index in torn else setting.part(before, line)) or _begins(
            before, line, passages[-1], setting, right - (left if centred else before.x0)
        ):
            passages.append(_Passage([line.words], [line]))
        else:
            _go_on(passages[-1], line, setting, right - before.x0)
        before = line
    return tuple(made for passage in passages if (made := passage.paragraph()).words)


def _without(glyph: str, line: Text) -> list[str]:
    """The words of a line, its list glyph left out."""
    if not glyph:
        return [line.words]
    first = line.pieces[0]
    rest = Piece(first.text.removeprefix(glyph), first.x0, first.x1, first.base, first.size, first.font, first.spaced)
    pieces = [rest, *line.pieces[1:]] if rest.text else line.pieces[1:]
    return [Text(pieces, line.base, line.size).words] if pieces else []


def _bullet(line: Text) -> str:
    """The list glyph that the line begins with, else nothing: dashes and letters only where they stand apart."""
    first = line.pieces[0]
    if _SURE_GLYPH.match(first.text):
        return first.text[:1]
    symbol = any(name in first.font.lower() for name in _SYMBOLS)
    if len(first.text) != 1 or len(line.pieces) < 2 or not (symbol or _GLYPH.fullmatch(first.text)):
        return ""
    apart = line.pieces[1].x0 - first.x1 > 0.45 * line.size
    return first.text if apart or (symbol and first.font != line.pieces[1].font) or first.text in "–-" else ""


def _begins(above: Text, line: Text, passage: _Passage, setting: Setting, room: float) -> bool:
    """Does a line begin a paragraph? It differs in weight, or would have had room in the line above."""
    fits = not runs_on(above, line, room) or setting.ends(above, line, room)
    if has_numeral(line.words):
        return fits or above.words.rstrip()[-1:] in ".:;"
    if passage.bullet and line.x0 < _indent(passage) - 0.4 * line.size:
        return True
    if abs(above.pieces[-1].size - line.pieces[-1].size) > 0.15 * line.size:
        return True
    if above.bold != line.bold and not any(piece.bold for piece in line.pieces):
        return fits or not is_tail(line.words)
    return fits and not is_tail(line.words)


def runs_on(above: Text, line: Text, room: float) -> bool:
    """Would the first word of a line have had no room in the line above, which words could fill so wide?"""
    return above.x1 - above.x0 + 0.3 * line.size + line.parted()[0][1] >= room - 0.1 * line.size


def _indent(passage: _Passage) -> float:
    """Where the words of a list item stand."""
    first = passage.lines[0].pieces
    return first[1].x0 if len(first) > 1 else first[0].x0


def _go_on(passage: _Passage, line: Text, setting: Setting, room: float) -> None:
    above = passage.lines[-1]
    passage.lines.append(line)
    words = line.words
    if passage.words and _is_cut(above, line, setting, room):
        passage.words[-1] += words
    elif passage.words and not above.trails and (whole := _mended(passage.words[-1], words, setting)) is not None:
        passage.words[-1] = whole
    else:
        passage.words.append(words)


def _is_cut(above: Text, below: Text, setting: Setting, room: float) -> bool:
    """Was a word too long for its column cut without a hyphen: "Transformati | on"?"""
    if len(above.parted()) > 1 or above.trails or not (above.words[-1:].isalpha() and below.words[:1].islower()):
        return False
    first, second = above.words.lower(), below.words.split()[0].strip("),.;:”\"'’").lower()
    full = above.x1 - above.x0 + 0.6 * above.size > room
    return full and setting.known[first + second] + 1 > setting.known[first]


def _mended(above: str, below: str, setting: Setting) -> str | None:
    """The two with the word that the line's end broke put together; None when none is broken.

    A hyphen stays unless the document prints the word without it elsewhere; "short- and long-term" is no broken word.
    """
    if above.endswith("/") and setting.known[(above.split()[-1] + below.split()[0]).strip("(),.;:'\"“”‘’").lower()]:
        return above + below
    if (
        not re.search(r"\w[-\u00ad\u2010\u2011]$", above)
        or not below[:1].isalnum()
        or re.match(r"(?:and|or|to)\b(?!-)", below)
    ):
        return None
    first, second = above.split()[-1].strip("(“\"'‘"), below.split()[0].strip("),.;:”\"'’")
    whole = (first[:-1] + second).lower()
    soft = above.endswith("\u00ad")
    parted = setting.known[f"{first[:-1]}-{second}".lower()]
    if soft or (second[:1].islower() and setting.known[whole] > parted):
        return above[:-1] + below
    return above + below
