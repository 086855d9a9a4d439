"""Which record a row is of: a new one, or the one above, told by the number it prints or by what it answers."""

from collections.abc import Sequence

from documents.assembly.heading_words import Role
from documents.assembly.layout import Layout
from documents.assembly.numbers import Number, leading, number
from documents.assembly.pieces import Piece, Theme, words_of
from documents.assembly.records import Record
from documents.assembly.sentences import is_tail, is_unfinished, numeral_of, referenced
from documents.assembly.spans import Plain
from documents.draft import Place


class Opened:
    """The records so far, the one that rows now go on with, and the section and theme that the next will stand under.

    `counted`: how many were numbered by us. `headed`: the record's recommendation is printed over its rows. `led`: the
    words that held the number of the last one, where no column holds it alone.
    """

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.record: Record | None = None
        self.section: tuple[str, Place] | None = None
        self.theme: Theme | None = None
        self.counted = 0
        self.headed = False
        self.led = ""

    def of(self, plain: Plain, layout: Layout) -> Record | str | None:
        """The record that a row is of: a new one, or the one above. A string says why it can be none."""
        if layout.numbered == "ref":
            printed = words_of(plain.cells["ref"])
            if not printed:
                return self.record
            found = number(printed)
            if not found:
                return f"“{printed[:40]}” is not a number of an action"
            return self.record if self._repeats(found, plain, layout) else self._open(found)
        if layout.numbered:
            return self._led(plain, layout.numbered)
        return self._count(plain, layout)

    def over_rows(self, found: Number | None) -> Record:
        """Open the record of a recommendation that is printed over the rows that answer it; without a number, count."""
        self.counted += found is None
        record = self._open(found or Number(str(self.counted)))
        self.headed = True
        return record

    def part(self) -> None:
        """What follows goes on with no record above."""
        self.record, self.headed, self.led = None, False, ""

    def above(self, name: Role | None) -> str:
        """The words that a lone cell in this column would go on with, were it no heading."""
        if self.record is None:
            return ""
        if name == "action":
            return self.record.steps[-1].text if self.record.steps else ""
        return referenced(self.record.concern)

    def _repeats(self, found: Number, plain: Plain, layout: Layout) -> bool:
        """Does a row print the number of the one above because it goes on with it: at the top of a page, or since what
        a ref says is printed beside each of its steps? Then it asks for the same, and does not answer it twice."""
        if self.record is None or self.record.ref != found.ref:
            return False
        if plain.row.after_break and "recommendation" in layout.columns:
            return True
        asked, actions = words_of(plain.cells["recommendation"]), plain.cells["action"]
        if any(words_of(actions) == step.text for step in self.record.steps):
            return False
        if asked or self.record.concern:
            return asked in {"", self.record.concern}
        numeral = numeral_of(actions[0].words)[0] if actions else None
        return numeral is not None and numeral not in {step.numeral for step in self.record.steps}

    def _led(self, plain: Plain, name: Role) -> Record | None:
        """The record of a ref that leads the words of a cell; the words go on without it."""
        pieces = plain.cells[name]
        found = leading(pieces[0].words) if pieces else None
        if found is None:
            return self.record
        again = name != "action" and self.record is not None and words_of(pieces) == self.led
        self.led = words_of(pieces)
        plain.cells[name] = [] if again else _without(found, pieces)
        return self.record if again else self._open(found)

    def _count(self, plain: Plain, layout: Layout) -> Record | None:
        """Where nothing is numbered, each recommendation opens a record, or else each action with an owner or date."""
        cells = plain.cells
        name: Role = "recommendation" if "recommendation" in layout.columns else "action"
        words = words_of(cells[name])
        goes_on = is_tail(words) or (plain.row.after_break and is_unfinished(self.above(name)))
        if self.record and name == "recommendation":
            goes_on = goes_on or words == self.record.concern  # printed again beside each of its steps
        if self.headed or not words or (self.record and goes_on):
            return self.record
        if name == "action" and not (cells["owner"] or cells["target"]):
            return self.record
        self.counted += 1
        return self._open(Number(str(self.counted)))

    def _open(self, found: Number) -> Record:
        above = self.record
        section, place = self.section or (None, None)
        record = Record(found.ref, section, self.theme, flags=list(found.flags))
        record.section_place = place
        if above:
            record.owner, record.owner_places = above.owner, above.owner_places
        self.record = record
        self.records.append(record)
        return record


def _without(found: Number, pieces: Sequence[Piece]) -> list[Piece]:
    """The paragraphs of a cell without the number that led them."""
    first, *more = pieces
    return [*([Piece(found.rest, first.places, bold=first.bold, top=first.top)] if found.rest else []), *more]
