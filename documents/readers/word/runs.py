"""The words that a paragraph's runs print: as if every tracked change were accepted, and no hidden word shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from documents.readers.word.signs import sign
from documents.readers.word.styles import Styles, is_switched_on, switched
from documents.readers.xml import every, name, number, value, within

SEEN_THROUGH = frozenset({
    "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby",
    "rubyBase", "oMath", "oMathPara",
})  # fmt: skip
"""What only wraps runs, or rows and cells; deleted and moved-away text is not among them."""
_TOLD = frozenset({"vanish", "b", "strike", "dstrike", "rStyle"})
"""What a run's properties say that is asked of them."""
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
        self._plain = False, False, False
        """How a run of the paragraph looks that says nothing of it."""
        self._fields: list[bool] = []
        """For each field that has begun, whether its result has; what stands before is an instruction."""

    def read(self, paragraphs: list[_Element]) -> Runs:
        for paragraph in paragraphs:
            self._style = value(within(paragraph, "pPr", "pStyle"))
            self._plain = self._look({})
            self._fields.clear()
            for run in _runs(paragraph):
                self._read_run(run)
        return self._runs

    def _read_run(self, run: _Element) -> None:
        if name(run) == "t":  # of a formula
            self._add(run.text or "", bold=False)
            return
        properties = within(run, "rPr")
        said = {name(one): one for one in reversed(properties)} if properties is not None else {}
        hidden, bold, struck = self._plain if _TOLD.isdisjoint(said) else self._look(said)
        marked = False
        for part in run:
            kind = name(part)
            marked = marked or (kind in {"footnoteReference", "endnoteReference"} and _own_mark(part))
            if not hidden and not marked:
                self._read_part(part, kind, bold=bold)
                self._runs.struck |= struck and kind == "t" and bool((part.text or "").strip())

    def _look(self, said: dict[str, _Element]) -> tuple[bool, bool, bool]:
        """(hidden, bold, struck out) of a run."""
        struck = self._is_on(said, "strike") or self._is_on(said, "dstrike")
        return self._is_on(said, "vanish"), self._is_on(said, "b"), struck

    def _is_on(self, said: dict[str, _Element], what: str) -> bool:
        """Is bold, vanish… on: by what is `said` of the run itself, else by its style or its paragraph's?"""
        if what in said:
            return is_switched_on(said[what])
        style = value(said.get("rStyle"))
        return (style is not None and self._styles.on(style, what)) or self._styles.on(self._style, what)

    def _read_part(self, part: _Element, kind: str, *, bold: bool) -> None:
        if reads := _PARTS.get(kind):
            reads(self, part)
        elif kind == "t":
            self._add(part.text or "", bold=bold)
        elif kind in _DASHES:
            self._add(_DASHES[kind], bold=bold)
        elif kind == "sym":
            self._add(sign(part), bold=bold)

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
