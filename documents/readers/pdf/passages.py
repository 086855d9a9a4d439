"""Lines of a cell or a page put together to paragraphs, and words that a line's end broke to words."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from documents.assembly.sentences import has_numeral, is_tail, is_unfinished
from documents.draft import Paragraph
from documents.readers.pdf.lines import Setting, Text, runs_on
from documents.readers.pdf.marks import Piece

_GLYPH = re.compile(r"[•·▪◦●‣∙■□▫➢➤✓\ufffd\uf000-\uf0ff]|[-–—*o§]")
SURE_GLYPH = re.compile(r"[•·▪◦●‣∙■□▫➢➤✓\ufffd\uf000-\uf0ff]")
_SYMBOLS = ("symbol", "wingding", "dingbat")


@dataclass(slots=True)
class Passage:
    """A paragraph being put together."""

    words: list[str]
    lines: list[Text]
    bullet: bool = False

    def paragraph(self) -> Paragraph:
        words = " ".join(" ".join(self.words).split())
        return Paragraph(words, self.bullet, all(line.bold for line in self.lines), self.lines[0].top)


def paragraphs(
    found: Sequence[Text],
    setting: Setting,
    *,
    left: float,
    right: float,
    breaks: Mapping[int, bool] | None = None,
    opening: Collection[int] = (),
) -> tuple[Paragraph, ...]:
    """Paragraphs of the lines of one cell, which words could fill from `left` to `right`. At `breaks` a page begins,
    after blank lines or not: there distance says nothing. Lines that are `opening` begin a paragraph in any case."""
    made = passages(found, setting, left=left, right=right, breaks=breaks, opening=opening)
    return tuple(paragraph for passage in made if (paragraph := passage.paragraph()).words)


def passages(
    found: Sequence[Text],
    setting: Setting,
    *,
    left: float,
    right: float,
    breaks: Mapping[int, bool] | None = None,
    opening: Collection[int] = (),
) -> list[Passage]:
    """As `paragraphs`, with their lines."""
    torn = breaks or {}
    made: list[Passage] = []
    before: Text | None = None
    centred = len(found) > 1 and all(abs((line.x0 - left) - (right - line.x1)) < 0.3 * line.size for line in found)
    for index, line in enumerate(found):
        glyph = _bullet(line)
        if glyph and glyph in "-–" and before is not None and index not in torn:
            goes_on = is_unfinished(before.words) and not made[-1].bullet and not setting.part(before, line)
            glyph = "" if goes_on and runs_on(before, line, right - before.x0) else glyph
        if before is None or glyph:
            made.append(Passage(_without(glyph, line), [line], bullet=bool(glyph)))
        elif not made[-1].words:
            made[-1].words, made[-1].lines = [line.words], [*made[-1].lines, line]
        elif (
            index in opening
            or (torn[index] if index in torn else setting.part(before, line))
            or _begins(before, line, made[-1], setting, right - (left if centred else before.x0))
        ):
            made.append(Passage([line.words], [line]))
        else:
            _go_on(made[-1], line, setting, right - before.x0)
        before = line
    return made


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
    if SURE_GLYPH.match(first.text):
        return first.text[:1]
    symbol = any(name in first.font.lower() for name in _SYMBOLS)
    if len(first.text) != 1 or len(line.pieces) < 2 or not (symbol or _GLYPH.fullmatch(first.text)):
        return ""
    apart = line.pieces[1].x0 - first.x1 > 0.45 * line.size
    return first.text if apart or (symbol and first.font != line.pieces[1].font) or first.text in "–-" else ""


def _begins(above: Text, line: Text, passage: Passage, setting: Setting, room: float) -> bool:
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


def _indent(passage: Passage) -> float:
    """Where the words of a list item stand."""
    first = passage.lines[0].pieces
    return first[1].x0 if len(first) > 1 else first[0].x0


def _go_on(passage: Passage, line: Text, setting: Setting, room: float) -> None:
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
    if above.trails or not (above.words[-1:].isalpha() and below.words[:1].islower()):
        return False
    (*others, (last, head)), (begun, rest) = above.parted(), below.parted()[0]
    if others and head + rest < room - 0.2 * above.size:
        return False  # the whole word would have had room in a line of its own
    first, second = last.strip("(“\"'‘").lower(), begun.strip("),.;:”\"'’").lower()
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
