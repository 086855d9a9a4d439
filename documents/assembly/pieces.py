"""What rows put together: paragraphs of cells that know where they stand, and the steps made of them. Values only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from documents.assembly.sentences import is_furniture
from documents.draft import NOWHERE, Cell, Part, Place

APART = "\x01"
"""Between owners that stand in columns of their own, for no name runs over columns; no document prints it."""

Places = dict[Part, list[Place]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a cell, and where it stands: in several places when a page or a row broke it."""

    words: str
    places: tuple[Place, ...] = ()
    bullet: bool = False
    bold: bool = False
    top: float | None = None

    @property
    def printed(self) -> str:
        """As an action's text has it: every list item is led by the same mark, whatever was printed."""
        return f"• {self.words}" if self.bullet else self.words

    def with_more(self, other: "Piece") -> "Piece":
        """The words of both, in the places of both."""
        more = tuple(place for place in other.places if place not in self.places)
        return replace(self, words=f"{self.words} {other.words}", places=self.places + more)


def pieces_of(cell: Cell) -> list[Piece]:
    """The paragraphs of a cell, each with the cell's place."""
    place = () if cell.place == NOWHERE else (cell.place,)
    return [
        Piece(one.words, place, one.bullet, one.bold, one.top) for one in cell.paragraphs if not is_furniture(one.words)
    ]


def words_of(pieces: Iterable[Piece]) -> str:
    """Their words on one line."""
    return " ".join(piece.words for piece in pieces)


def note(places: Places, part: Part, pieces: Iterable[Piece]) -> None:
    """Keep where a part of an action stands; each place once, in the order in which it was met."""
    known = places.setdefault(part, [])
    for piece in pieces:
        known += [place for place in dict.fromkeys(piece.places) if place not in known]


@dataclass(slots=True)
class Step:
    """One action being put together. `numeral` as printed; `owner` and `target` are the printed cells."""

    paragraphs: list[str]
    numeral: str | None = None
    owner: str | None = None
    target: str | None = None
    places: Places = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls, text: Sequence[Piece], numeral: str | None, owners: Sequence[Piece], targets: Sequence[Piece]
    ) -> "Step":
        """A step of these pieces: owners stand below one another, of several dates each is shown."""
        paragraphs = [text[0].words, *(piece.printed for piece in text[1:])] if text else []
        step = cls(
            paragraphs,
            numeral,
            "\n".join(piece.words for piece in owners) or None,
            " / ".join(piece.words for piece in targets) or None,
        )
        note(step.places, "text", text)
        note(step.places, "owner", owners)
        note(step.places, "target", targets)
        return step

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)

    def go_on(self, piece: Piece, words: str | None = None) -> None:
        """Carry a broken sentence on within its paragraph: with all words of the piece, or with these of it."""
        more = piece.words if words is None else words
        self.paragraphs[-1:] = [f"{self.paragraphs[-1]} {more}" if self.paragraphs else more]
        note(self.places, "text", [piece])

    def add(self, pieces: Iterable[Piece]) -> None:
        """More paragraphs."""
        for piece in pieces:
            self.paragraphs.append(piece.printed)
            note(self.places, "text", [piece])


@dataclass(slots=True)
class Theme:
    """The theme cell above, growing as pages break it; read once all of it is known."""

    words: str = ""
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StepCells:
    """The action, owner and target cells of one row, and whether a page ended above it.

    `served`: the owner and the date are those of a merged cell that serves several rows. `flags` are for every action
    that the row opens.
    """

    actions: Sequence[Piece]
    owners: Sequence[Piece] = ()
    targets: Sequence[Piece] = ()
    after_break: bool = False
    served: bool = False
    flags: Sequence[str] = ()
