"""What a page paints, taken while pdfminer runs its content: pieces of text and straight rules, turned upright.

Nothing is kept of a page but these, so that two hundred pages fit in little memory.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, mult_matrix

from documents.readers.pdf.discs import Disc, disc_of, with_discs
from documents.readers.pdf.marks import Piece, Sheet
from documents.readers.pdf.pen import Pen
from documents.readers.pdf.upright import along, direction, origin, placed, rule_of

_HIDDEN = {3, 7}
"""Text rendering modes that paint nothing: a recognised text laid under the picture of a page."""
_OPEN = {127, 129, 141, 143, 144, 157}
_CURVES = 40
"""A path of more steps is no disc."""
_THIN = 3.0
"""Points: a filled shape no thicker is a rule and not a background."""


class Painter(PDFTextDevice):
    """Takes one page at a time; `sheet()` gives what was painted since the last one."""

    def __init__(self, resources: Any) -> None:
        super().__init__(resources)
        self._fonts: dict[int, tuple[Any, Callable[[int], tuple[str, float]]]] = {}
        self._start((0.0, 0.0, 1.0, 1.0))

    def _letters(self, font: Any) -> Callable[[int], tuple[str, float]]:
        """cid → (letters, width to a unit of size), remembered for as long as the font is."""
        if id(font) not in self._fonts:
            known: dict[int, tuple[str, float]] = {}

            def letters(cid: int) -> tuple[str, float]:
                if cid not in known:
                    try:
                        text = font.to_unichr(cid)
                    except PDFUnicodeNotDefined:
                        # What a Windows encoding leaves open is printed as a bullet (PDF 1.7, annex D, note 3).
                        text = "•" if cid in _OPEN and not font.is_multibyte() else "\ufffd"
                    known[cid] = (text, font.char_width(cid))
                return known[cid]

            self._fonts[id(font)] = (font, letters)
        return self._fonts[id(font)][1]

    def _start(self, box: Sequence[float]) -> None:
        self._box = box
        self._found: dict[tuple[int, bool], list[Piece]] = {}
        self._lines: list[tuple[float, float, float, float]] = []
        self._discs: list[Disc] = []
        self._pictures = 0.0

    # --- what pdfminer tells ---------------------------------------------------------------------------------------

    def begin_page(self, page: Any, ctm: Any) -> None:
        corners = [apply_matrix_pt(ctm, point) for point in (page.mediabox[:2], page.mediabox[2:])]
        (x0, x1), (y0, y1) = (sorted(axis) for axis in zip(*corners, strict=True))
        self._start((x0, y0, x1, y1))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """A picture or a form: a picture's own unit square is laid out by the matrix in force."""

    def render_image(self, name: str, stream: Any) -> None:
        a, b, c, d, _, _ = self.ctm or (1, 0, 0, 1, 0, 0)
        self._pictures += abs(a * d - b * c)

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        if not (stroke or fill) or len(path) > 4000:
            return
        if fill and len(path) < _CURVES and any(step[0] in "cvy" for step in path):
            ends = [apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), step[-2:]) for step in path if len(step) > 2]
            self._discs += [disc for disc in [disc_of(ends)] if disc is not None]
            return
        points: list[tuple[float, float]] = []
        for step in path:
            if step[0] == "m":
                self._shape(points, stroke=stroke)
                points = []
            elif step[0] not in "lh":
                self._shape(points, stroke=stroke)
                points = []
                continue
            if step[0] == "h":
                points += points[:1]
            else:
                points.append(apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), step[-2:]))
        self._shape(points, stroke=stroke)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        font, scaling = textstate.font, textstate.scaling * 0.01
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm or (1, 0, 0, 1, 0, 0))
        x, y = textstate.linematrix
        turn, along = direction(a, b)
        size = textstate.fontsize * (c * c + d * d) ** 0.5
        if font.is_vertical() or turn is None or not size:
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        found = self._found.setdefault((turn, textstate.render in _HIDDEN), [])
        bold = _is_bold(font.fontname) or textstate.render == 2
        charspace, wordspace = textstate.charspace * scaling, textstate.wordspace * scaling
        if font.is_multibyte():
            wordspace = 0
        unit, rise = textstate.fontsize * scaling, textstate.rise
        pen = Pen(found, size, _plain_name(font.fontname), bold, turn)
        letters = self._letters(font)
        begun = False
        for shown in seq:
            if isinstance(shown, (int, float)):
                x -= shown * 0.001 * unit
                begun = True
            elif isinstance(shown, bytes):
                for cid in font.decode(shown):
                    if begun:
                        x += charspace
                    begun = True
                    text, width = letters(cid)
                    width *= unit
                    pen.put(
                        text,
                        a * x + c * (y + rise) + e,
                        b * x + d * (y + rise) + f,
                        (width + max(0, charspace)) * along,
                    )
                    x += width
                    if cid == 32 and wordspace:
                        x += wordspace
        pen.lift()
        textstate.linematrix = (x, y)

    def render_char(self, *_: Any) -> float:
        """Only of text that runs down or aslant: neither a plan's cells nor its page numbers."""
        return 0

    # --- what is made of it ------------------------------------------------------------------------------------------

    def _shape(self, points: list[tuple[float, float]], *, stroke: bool) -> None:
        """The sides of a painted shape, or the one line that a thin filled one is."""
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if y1 - y0 <= _THIN < x1 - x0:
            self._lines.append((x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        elif x1 - x0 <= _THIN < y1 - y0:
            self._lines.append(((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
        elif y1 - y0 <= _THIN and x1 - x0 <= _THIN:
            self._lines.append((x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))  # one dash or dot
        elif stroke:
            self._lines += [(*here, *there) for here, there in itertools.pairwise(points)]

    def sheet(self, number: int) -> Sheet:
        """The page, upright: the way most of its letters run is taken for across."""
        counted = Counter[tuple[int, bool]]()
        for key, pieces in self._found.items():
            counted[key] += sum(len(piece.text) for piece in pieces)
        x0, y0, x1, y1 = self._box
        area = max((x1 - x0) * (y1 - y0), 1)
        turn, hidden = counted.most_common(1)[0][0] if counted else (0, False)
        width, height = (x1 - x0, y1 - y0) if turn % 2 == 0 else (y1 - y0, x1 - x0)
        sheet = Sheet(number, width, height, pictured=self._pictures > area / 4, hidden=hidden)
        sheet.pieces = [
            piece
            for piece in (placed(piece, turn, self._box) for piece in self._found.get((turn, hidden), ()))
            if -5 <= piece.x0 <= width + 5 and -5 <= piece.base <= height + 15
        ]
        left, above = origin(turn, self._box)
        drawn = [(x - left, y - above, wide) for px, py, wide in self._discs for x, y in [along(turn, px, py)]]
        sheet.pieces = with_discs(sheet.pieces, drawn)
        sheet.sideways = sum(many for (way, unseen), many in counted.items() if way != turn and unseen == hidden)
        sheet.rules = [rule for line in self._lines if (rule := rule_of(line, turn, self._box))]
        self._start(self._box)
        return sheet


def _plain_name(name: Any) -> str:
    text = name.decode("latin-1", "replace") if isinstance(name, bytes) else str(name)
    return text.rpartition("+")[2]


def _is_bold(name: Any) -> bool:
    lowered = _plain_name(name).lower()
    return any(word in lowered for word in ("bold", "black", "heavy", "demi")) or lowered.endswith(("-bd", ",bd", "-b"))
