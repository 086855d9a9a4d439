"""Paragraphs from running markup, as a browser breaks them: blocks, line breaks, items of lists with their numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from documents.draft import Paragraph
from documents.markup import fold, listed

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_NUMERAL = re.compile(r"\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)


@dataclass(slots=True)
class _List:
    """`style`: how its numbers are printed ("lower-roman"); None for bullets. `next`: the next item's number."""

    style: str | None
    next: int = 1


@dataclass(slots=True)
class Flow:
    """The words of one cell, or of all that is outside tables. `bold` counts the marks of bold that are open.

    `sink` is told each paragraph as it ends. Blank lines count in how far down it begins.
    """

    sink: Callable[[Paragraph], None]
    bold: int = 0
    lists: list[_List] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    mark: str = ""
    bullet: bool = False
    top: int = 0
    in_item: bool = False

    def say(self, words: str) -> None:
        if words:
            self.pieces.append((words, self.bold > 0))

    def end(self, *, line: bool = False) -> None:
        """A block ends, or a `line` within it: an empty line has a height, an empty block has none."""
        if self.in_item and self.bullet and self.pieces:
            self.say(" ")  # an item of several paragraphs is one
            return
        self._close(line=line)

    def _close(self, *, line: bool = False) -> None:
        said = "".join(words for words, _ in self.pieces)
        words, typed = listed(fold(said))
        if words:
            bold = all(bold for piece, bold in self.pieces if piece.strip())
            marked = f"{self.mark} {words}" if self.mark else words
            self.sink(Paragraph(marked, bullet=self.bullet or typed, bold=bold, top=float(self.top)))
            self.mark, self.bullet = "", False
        if words or line or "\xa0" in said:
            self.top += 1
        self.pieces.clear()

    def open_list(self, style: str | None, start: int = 1) -> None:
        self._close()
        self.lists.append(_List(style, start))

    def close_list(self) -> None:
        self.close_item()
        if self.lists:
            self.lists.pop()

    def open_item(self, value: int | None) -> None:
        """The next paragraph is an item of the innermost list."""
        self._close()
        self.in_item = True
        inner = self.lists[-1] if self.lists else _List(None)
        if value is not None:
            inner.next = value
        self.mark, self.bullet = number(inner.next, inner.style) if inner.style else "", not inner.style
        inner.next += 1

    def close_item(self) -> None:
        self._close()
        self.in_item, self.mark, self.bullet = False, "", False

    def marked(self, words: str) -> None:
        """The next paragraph is led by a number or glyph that the words give, as Word writes items."""
        found = fold(words)
        if _NUMERAL.fullmatch(found):
            self.mark = found
        else:
            self.bullet = bool(found)


def number(count: int, style: str) -> str:
    """An item's number as printed: iv), d), D) or 4."""
    if style.endswith("roman"):
        return _cased(_roman(count), style) + ")"
    if style.endswith(("alpha", "latin")) and 1 <= count <= 26:
        return _cased(chr(96 + count), style) + ")"
    return f"{count}."


def _cased(words: str, style: str) -> str:
    return words.upper() if style.startswith("upper") else words


def _roman(count: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        while count >= value and len(words) < 12:
            words, count = words + letters, count - value
    return words
