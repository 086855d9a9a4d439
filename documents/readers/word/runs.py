"""The words that a paragraph's runs print: as if every tracked change were accepted, and no hidden word shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from documents.readers.word.styles import Styles, switched
from documents.readers.xml import every, name, number, value, within

SEEN_THROUGH = frozenset({
    "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby",
    "rubyBase", "oMath", "oMathPara",
})  # fmt: skip
"""What only wraps runs, or rows and cells; deleted and moved-away text is not among them."""
_SYMBOLS = {
    "symbol": {0xB7: "•", 0x2D: "−", 0xB3: "≥", 0xA3: "≤", 0xB0: "°", 0xB4: "×"},
    "wingdings": {0xA7: "•", 0x9F: "•", 0x6C: "•", 0x6E: "•", 0x75: "•", 0x76: "•", 0xD8: "•", 0x71: "•", 0xFC: "✓",
                  0xFB: "✗", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xE0: "→"},
}  # fmt: skip
_DASHES = {"noBreakHyphen": "-", "tab": " ", "ptab": " "}


@dataclass(slots=True)
class Piece:
    """Words of one run in one line. `broken`: how many pages ended within the paragraph before it."""

    text: str
    bold: bool
    broken: int


@dataclass(slots=True)
class Runs:
    """What was read of a paragraph: its lines, the text boxes fixed to it, the pages that ended within it."""

    lines: list[list[Piece]] = field(default_factory=lambda: [[]])
    boxes: list[_Element] = field(default_factory=list)
    broken: int = 0
    struck: bool = False
    page_break: bool = False


class RunReader:
    """Reads one paragraph's runs, or those of several that a deleted end made one."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._runs = Runs()
        self._style: str | None = None
        self._fields: list[bool] = []
        """For each field that has begun, whether its result has; what stands before is an instruction."""

    def read(self, paragraphs: list[_Element]) -> Runs:
        for paragraph in paragraphs:
            self._style = value(within(paragraph, "pPr", "pStyle"))
            self._fields.clear()
            for run in _runs(paragraph):
                self._read_run(run)
        return self._runs

    def _read_run(self, run: _Element) -> None:
        if name(run) == "t":  # of a formula
            self._add(run.text or "", bold=False)
            return
        properties = within(run, "rPr")
        hidden, bold = (self._is_on(properties, what) for what in ("vanish", "b"))
        struck = self._is_on(properties, "strike") or self._is_on(properties, "dstrike")
        marked = False
        for part in run:
            marked = marked or (name(part) in {"footnoteReference", "endnoteReference"} and _own_mark(part))
            if not hidden and not marked:
                self._read_part(part, bold=bold)
                self._runs.struck |= struck and name(part) == "t" and bool((part.text or "").strip())

    def _is_on(self, properties: _Element | None, what: str) -> bool:
        said = switched(properties, what)
        if said is not None:
            return said
        style = value(within(properties, "rStyle"))
        return (style is not None and self._styles.on(style, what)) or self._styles.on(self._style, what)

    def _read_part(self, part: _Element, *, bold: bool) -> None:
        kind = name(part)
        if reads := _PARTS.get(kind):
            reads(self, part)
        elif kind == "t":
            self._add(part.text or "", bold=bold)
        elif kind in _DASHES:
            self._add(_DASHES[kind], bold=bold)
        elif kind == "sym":
            self._add(_symbol(part), bold=bold)

    def _add(self, text: str, *, bold: bool) -> None:
        if text and all(self._fields):
            self._runs.lines[-1].append(Piece(text, bold, self._runs.broken))

    def _break(self, part: _Element) -> None:
        if value(part, "type") == "page":
            self._runs.page_break = True
        self._runs.lines.append([])

    def _end_page(self, part: _Element) -> None:
        self._runs.broken += 1

    def _turn_field(self, part: _Element) -> None:
        turn = value(part, "fldCharType")
        if turn == "begin":
            self._add(_chosen(part), bold=False)
            self._fields.append(False)
        elif self._fields and turn == "separate":
            self._fields[-1] = True
        elif self._fields and turn == "end":
            self._fields.pop()

    def _take_boxes(self, part: _Element) -> None:
        self._runs.boxes += _boxes(part)


_PARTS: dict[str, Callable[[RunReader, _Element], None]] = {
    "br": RunReader._break,
    "cr": RunReader._break,
    "lastRenderedPageBreak": RunReader._end_page,
    "fldChar": RunReader._turn_field,
    "drawing": RunReader._take_boxes,
    "pict": RunReader._take_boxes,
    "object": RunReader._take_boxes,
    "AlternateContent": RunReader._take_boxes,
}


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs in order, whatever wraps them; `t` where a formula has letters."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = name(element)
        if kind == "r" or (kind == "t" and element is not paragraph):
            nested = within(element, "t") if "math" in str(element.tag) else None
            yield nested if nested is not None else element
        elif kind in SEEN_THROUGH and not is_prompt(element):
            waiting += reversed(element)
        elif kind == "AlternateContent":
            waiting += reversed(chosen(element))


def is_prompt(element: _Element) -> bool:
    """A form's field that nobody has filled in shows only what to type there."""
    return name(element) == "sdt" and switched(within(element, "sdtPr"), "showingPlcHdr") is True


def chosen(alternatives: _Element) -> list[_Element]:
    """What is drawn of two forms of one thing, for newer programs and older: never both."""
    for form in alternatives:
        if name(form) in {"Choice", "Fallback"} and len(form):
            return list(form)
    return []


def _boxes(element: _Element) -> list[_Element]:
    """The text boxes in a drawing, outermost only."""
    found: list[_Element] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if name(one) == "txbxContent":
            found.append(one)
        else:
            waiting += reversed(chosen(one) if name(one) == "AlternateContent" else one)
    return found


def _own_mark(reference: _Element) -> bool:
    """Is the mark of a note typed after it, instead of counted?"""
    return (value(reference, "customMarkFollows") or "0").lower() in {"1", "true", "on"}


def _chosen(begin: _Element) -> str:
    """What is picked in an old form's drop-down list: it has no other words."""
    choices = within(begin, "ffData", "ddList")
    entries = list(every(choices, "listEntry"))
    picked = within(choices, "result")
    at = number(picked if picked is not None else within(choices, "default"))
    return value(entries[at]) or "" if 0 <= at < len(entries) else ""


def _symbol(symbol: _Element) -> str:
    """A letter of a font of signs, as the sign it draws."""
    code = int(value(symbol, "char") or "0", 16) if (value(symbol, "char") or "").isalnum() else 0
    font = (value(symbol, "font") or "").lower()
    signs = next((signs for begins, signs in _SYMBOLS.items() if font.startswith(begins)), None)
    if signs is not None:
        return signs.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xE000 and not 0xD800 <= code < 0xE000 else ""
