"""Takes a plan's rows one after another into records, remembering what rows below may lean on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.fields import theme_words
from documents.assembly.heading_words import Role
from documents.assembly.layout import Layout
from documents.assembly.numbers import Number, heads, leading, number
from documents.assembly.overhead import is_section
from documents.assembly.pieces import Piece, StepCells, Theme, note, words_of
from documents.assembly.records import Record
from documents.assembly.responses import response_of
from documents.assembly.sentences import is_sentence, is_tail, is_unfinished, reads_as_heading, referenced
from documents.assembly.spans import Plain
from documents.draft import Line, Place, Row, Unread

_TITLE = re.compile(r"\baction plan\b", re.IGNORECASE)
_OWN: tuple[Role, ...] = ("action", "owner", "target")


class Rowwise:
    """The section, the theme and the record above; the records so far, and the rows that fit no rule."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.unread: list[Unread] = []
        self.counted = 0
        self.section: tuple[str, Place] | None = None
        self.theme: Theme | None = None
        self.record: Record | None = None
        self.headed = False
        self.unnumbered: list[tuple[Record, bool]] = []

    def take(self, plain: Plain, layout: Layout) -> None:
        """Read the next row: a heading, a new ref, or more of the one above."""
        cells, after_break = plain.cells, plain.row.after_break
        if self._heads_rows(plain, layout):
            return
        if self._is_heading(plain, layout):
            self._open_section(plain.row)
            return
        self._take_theme(cells["theme"], after_break=after_break)
        above, opened = self.record, self._opens(plain, layout)
        many = len(opened.steps) if isinstance(opened, Record) else 0
        if isinstance(opened, str):
            self.leave(plain.row, opened)
        elif opened is not None:
            self._take_cells(opened, plain)
            if opened is above and many and len(opened.steps) > many:
                self.unnumbered.append((opened, _is_whole(plain, layout)))
        elif any(found for name, found in cells.items() if name != "theme"):
            self.leave(plain.row, "it stands before any numbered action")

    def flag_unnumbered(self) -> None:
        """Where every other row prints its own number, one without may be an action as well as a step of that above."""
        if len(self.unnumbered) != 1 or len(self.records) < 4:
            return
        ((record, whole),) = self.unnumbered
        if whole and len(record.steps) == 2 and not record.steps[-1].numeral:
            record.steps[0].flags.append("the row below it prints no number and is read as its second step")
            record.steps[1].flags.append("no number is printed for it: it may be an action of its own")

    def leave(self, row: Row, why: str) -> None:
        """Keep a row that was not read, with the reason."""
        words = " | ".join(cell.words for cell in row.cells if cell.words)
        self.unread.append(Unread(str(row.place) or "a table row", words, why))

    def head(self, words: str, place: Place) -> None:
        """A heading above the rows to come."""
        self.record, self.headed = None, False
        if not _TITLE.search(words):
            self.section = (words, place)

    def titled(self, lines: Sequence[Line], layout: Layout) -> None:
        """What stands over a table: the recommendation that all its rows answer, where they print no number of their
        own, else their section. The heading is the first line; what follows it goes on with a recommendation."""
        first, *more = lines
        found = heads(first.words) if layout.numbered is None else None
        place = replace(first.place, table=first.over)
        if found is None:
            self.head(first.words, place)
            return
        words = " ".join([found.rest, *(line.words for line in more)]).strip()
        self._open(found)
        self.headed = True
        if self.record and words:
            self.record.take_concern([Piece(words, (place,))])

    def part(self) -> None:
        """Another kind of table begins: nothing of the one above goes on in it."""
        self.record = self.theme = None
        self.headed = False

    def _take_cells(self, record: Record, plain: Plain) -> None:
        cells, row = plain.cells, plain.row
        self._take_concern(record, cells["recommendation"])
        self._take_response(record, cells["response"])
        if plain.served and not cells["action"]:
            return
        served = StepCells(cells["action"], cells["owner"], cells["target"], row.after_break, plain.served, row.flags)
        if not record.take(served):
            self.leave(row, "an owner or date with no action beside it")

    # --- headings, themes, refs ----------------------------------------------------------------------------------

    def _is_heading(self, plain: Plain, layout: Layout) -> bool:
        """A lone cell heads what follows, unless it goes on with the row above or is the theme column's own."""
        alone = [(index, cell) for index, cell in enumerate(plain.row.cells) if cell.words]
        if len(alone) != 1 or any(cell.merged for cell in plain.row.cells):
            return False
        index, cell = alone[0]
        name = next((name for name, reach in layout.columns.items() if index in reach), None)
        bold = cell.paragraphs[0].bold
        first = index == 0 and bold and name == "action"  # a heading over all columns of a table that begins so
        if name in {"owner", "target", "response", "theme"} or (name == "action" and not first):
            return False
        if is_section(cell.words):
            return True
        if not reads_as_heading(cell.words) or number(cell.words):
            return False
        # Only at the top of a page, and not in bold, may a lone cell be the end of the cell above.
        return not (plain.row.after_break and not bold and is_unfinished(self._above(name)))

    def _heads_rows(self, plain: Plain, layout: Layout) -> bool:
        """A recommendation printed over the rows that answer it, where the table has no column for it."""
        alone = [cell for cell in plain.row.cells if cell.words]
        if len(alone) != 1 or layout.numbered is not None or "recommendation" in layout.columns:
            return False
        found = heads(alone[0].words)
        if found is None and (alone[0].words != plain.row.cells[0].words or not alone[0].paragraphs[0].bold):
            return False
        if found is None and (reads_as_heading(alone[0].words) or not is_sentence(alone[0].words)):
            return False
        self.counted += found is None
        self._open(found or Number(str(self.counted)))
        self.headed = True
        if self.record and (words := found.rest if found else alone[0].words):
            self.record.take_concern([Piece(words, (alone[0].place,))])
        return True

    def _open_section(self, row: Row) -> None:
        cell = next(cell for cell in row.cells if cell.words)
        self.head(cell.words, cell.place)

    def _above(self, name: Role | None) -> str:
        """The words that a lone cell in this column would go on with, were it no heading."""
        if self.record is None:
            return ""
        if name == "action":
            return self.record.steps[-1].text if self.record.steps else ""
        return referenced(self.record.concern)

    def _take_theme(self, pieces: list[Piece], *, after_break: bool) -> None:
        """A new theme, or more of the one above: its sentence broken by a page."""
        words = theme_words(pieces)
        above = self.theme.words if self.theme else ""
        broken = after_break and is_unfinished(above) and is_sentence(above)
        if not words:
            return
        if self.theme and (is_tail(words) or broken):
            self.theme.words += " " + words
        else:
            self.theme = Theme(words)
        for piece in pieces:
            self.theme.places += [place for place in piece.places if place not in self.theme.places]

    def _opens(self, plain: Plain, layout: Layout) -> Record | str | None:
        """The record that a row is of: a new one, or the one above. A string says why it can be none."""
        if layout.numbered == "ref":
            printed = words_of(plain.cells["ref"])
            if not printed:
                return self.record
            found = number(printed)
            if not found:
                return f"“{printed[:40]}” is not a number of an action"
            repeats = self.record and self.record.ref == found.ref and plain.row.after_break
            return self.record if repeats and "recommendation" in layout.columns else self._open(found)
        if layout.numbered:
            return self._open_led(plain, layout.numbered)
        return self._open_counted(plain, layout)

    def _open_led(self, plain: Plain, name: Role) -> Record | None:
        """The record of a ref that leads the words of a cell; the words go on without it."""
        pieces = plain.cells[name]
        found = leading(pieces[0].words) if pieces else None
        if found is None:
            return self.record
        rest = [Piece(found.rest, pieces[0].places, bold=pieces[0].bold, top=pieces[0].top)] if found.rest else []
        plain.cells[name] = rest + pieces[1:]
        return self._open(found)

    def _open_counted(self, plain: Plain, layout: Layout) -> Record | None:
        """Where nothing is numbered, each recommendation opens a record, or else each action with an owner or date."""
        cells = plain.cells
        name: Role = "recommendation" if "recommendation" in layout.columns else "action"
        words = words_of(cells[name])
        goes_on = is_tail(words) or (plain.row.after_break and is_unfinished(self._above(name)))
        if self.headed or not words or (self.record and goes_on):
            return self.record
        if name == "action" and not (cells["owner"] or cells["target"]):
            return self.record
        self.counted += 1
        return self._open(Number(str(self.counted)))

    def _open(self, found: Number) -> Record:
        above = self.record
        section, place = self.section or (None, None)
        self.record = Record(found.ref, section, self.theme, flags=list(found.flags))
        self.record.section_place = place
        if above:
            self.record.owner, self.record.owner_places = above.owner, above.owner_places
        self.records.append(self.record)
        return self.record

    def _take_concern(self, record: Record, pieces: list[Piece]) -> None:
        words = words_of(pieces)
        if record.concern and reads_as_heading(words) and not is_unfinished(referenced(record.concern)):
            self.section = (words, pieces[0].places[0] if pieces[0].places else Place())
            # printed beside a row that goes on: it heads the refs that follow
        elif words:
            record.take_concern(pieces)

    def _take_response(self, record: Record, pieces: list[Piece]) -> None:
        if not pieces:
            return
        record.response = response_of(words_of(pieces))
        note(record.places, "response", pieces)
        if record.response is None:
            self.unread.append(Unread(record.ref, words_of(pieces), "it is not one of the responses known"))


def _is_whole(plain: Plain, layout: Layout) -> bool:
    """Has the row an action, an owner and a date of its own, beside a cell that is blank where the number would be?"""
    merged = any(cell.merged for cell in layout.cells(plain.row, layout.numbered or "ref"))
    return not merged and not plain.served and all(plain.cells[name] for name in _OWN)
