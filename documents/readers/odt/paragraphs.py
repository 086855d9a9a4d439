"""The words that an OpenDocument paragraph prints, its notes and boxes set apart."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from documents.readers.odt.styles import Styles
from documents.readers.xml import name, number, value, within

_MOST_SPACES = 100
_APART = frozenset({
    "annotation", "annotation-end", "tracked-changes", "note-citation", "ruby-text", "event-listeners", "placeholder",
    "script", "image", "object", "object-ole", "plugin", "title", "desc", "forms", "math", "number",
    "toc-mark", "alphabetical-index-mark", "user-index-mark", "label",
})  # fmt: skip
"""Elements in a paragraph that print no words of the sentence they stand in."""
BOXES = frozenset({"text-box", "custom-shape", "rect", "ellipse", "polygon", "path", "shape"})
"""Shapes that hold paragraphs of their own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line. `broken`: how many pages ended within the paragraph before it."""

    text: str
    bold: bool
    broken: int


@dataclass(slots=True)
class Read:
    """What was read of a paragraph: its lines, the boxes and notes fixed to it, the pages that ended within it."""

    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    boxes: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    broken: int = 0
    struck: bool = False


def read(paragraph: _Element, styles: Styles) -> Read:
    """Everything a paragraph prints."""
    found = Read()
    style = value(paragraph, "style-name")
    if not styles.hidden("paragraph", style) and value(paragraph, "is-hidden") != "true":
        base = _Look(styles.bold("paragraph", style) or False, styles.struck("paragraph", style))
        _walk(paragraph, styles, found, base)
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool
    struck: bool


def _walk(top: _Element, styles: Styles, found: Read, base: _Look) -> None:
    """In order and without recursion: files may nest spans as deep as they like."""
    _add(found, top.text, base)
    waiting: list[tuple[_Element | str | None, _Look]] = [(part, base) for part in _parts(top)]
    waiting.reverse()
    while waiting:
        part, look = waiting.pop()
        if part is None or isinstance(part, str):
            _add(found, part, look)
            continue
        inner = _look(part, styles, look)
        if inner is not None and not _stands_for(part, found, look):
            waiting += reversed([(part.text, inner), *((each, inner) for each in _parts(part))])


def _parts(element: _Element) -> list[_Element | str | None]:
    """The children, each with the words that follow it."""
    return [part for child in element for part in (child, child.tail)]


def _look(part: _Element, styles: Styles, look: _Look) -> _Look | None:
    """How words in it look; None when they are not seen."""
    kind = name(part)
    if kind in _APART or not kind or value(part, "is-hidden") == "true":
        return None
    if kind not in {"span", "a"}:
        return look
    style = value(part, "style-name")
    if styles.hidden("text", style):
        return None
    bold = styles.bold("text", style)
    return _Look(look.bold if bold is None else bold, look.struck or styles.struck("text", style))


def _stands_for(part: _Element, found: Read, look: _Look) -> bool:
    """Take an element that stands for white space, a break, a note or a box; False when it only wraps words."""
    kind = name(part)
    if kind in {"s", "tab"}:
        _add(found, " " * min(max(number(part, "c", otherwise=1), 1), _MOST_SPACES), look)
    elif kind == "line-break":
        found.lines.append([])
    elif kind == "soft-page-break":
        found.broken += 1
    elif kind == "note":
        body = within(part, "note-body")
        found.notes += [body] if body is not None else []
    elif kind in BOXES:
        found.boxes.append(part)
    else:
        return False
    return True


def _add(found: Read, text: str | None, look: _Look) -> None:
    if text:
        found.lines[-1].append(Piece(text, look.bold, found.broken))
        found.struck |= look.struck and bool(text.strip())
