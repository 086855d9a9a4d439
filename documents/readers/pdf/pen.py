"""Letters as they are painted, put together to pieces of text."""

from documents.readers.pdf.marks import Piece
from documents.readers.pdf.upright import along

_SPACES = " \xa0\u2002\u2003\u2007\u2009\u202f\t\r\n"


class Pen:
    """Puts letters together to pieces: a space, a jump or a step back ends one."""

    __slots__ = ("bold", "end", "font", "found", "now", "size", "turn")

    def __init__(self, found: list[Piece], size: float, font: str, bold: bool, turn: int) -> None:
        self.found, self.size, self.font, self.bold, self.turn = found, size, font, bold, turn
        self.now: Piece | None = None
        self.end = 0.0

    def put(self, text: str, px: float, py: float, width: float) -> None:
        """A letter at that place; in `Piece`, x runs the way the text does until the page is turned upright."""
        x, base = along(self.turn, px, py)
        now = self.now
        if not text or text in _SPACES:
            if now is not None:
                now.spaced = True
                self.lift()
            elif self.found:
                self.found[-1].spaced = True
            return
        if now is not None and abs(x - self.end) < 0.16 * self.size:
            now.text += text
            now.x1 = self.end = x + width
            return
        self.lift()
        self.now = Piece(text, x, x + width, base, self.size, self.font, bold=self.bold)
        self.end = x + width

    def lift(self) -> None:
        if self.now is not None:
            self.found.append(self.now)
            self.now = None
