"""Takes a plan's rows one after another into records, remembering what rows below may lean on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.fields import theme_words
from documents.assembly.heading_words import Role
from documents.assembly.layout import Layout
from documents.assembly.numbers import heads, number
from documents.assembly.opening import Opened
from documents.assembly.overhead import is_section
from documents.assembly.pieces import Piece, StepCells, Theme, note, words_of
from documents.assembly.records import Record
from documents.assembly.responses import is_none, response_of
from documents.assembly.sentences import (
    ends_in_joiner,
    has_verb,
    is_sentence,
    is_tail,
    is_unfinished,
    reads_as_heading,
    referenced,
)
from documents.assembly.spans import Plain
from documents.draft import Cell, Line, Place, Row, Unread

_TITLE = re.compile(r"\baction plan\b", re.IGNORECASE)
_OWN: tuple[Role, ...] = ("action", "owner", "target")


class Rowwise:
    """The records so far, and the rows that fit no rule."""

    def __init__(self) -> None:
        self.opened = Opened()
        self.unread: list[Unread] = []
        self.unnumbered: list[tuple[Record, bool]] = []

    def take(self, plain: Plain, layout: Layout) -> None:
        """Read the next row: a heading, a new ref, or more of the one above."""
        cells, after_break = plain.cells, plain.row.after_break
        if self._heads_rows(plain, layout):
            return
        if self._is_heading(plain, layout):
            cell = _alone(plain.row, layout)[1] or Cell()
            self.head(cell.words, cell.place)
            return
        self._take_theme(cells["theme"], after_break=after_break)
        above, opened = self.opened.record, self.opened.of(plain, layout)
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
        if len(self.unnumbered) != 1 or len(self.opened.records) < 4:
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
        self.opened.part()
        if not _TITLE.search(words):
            self.opened.section = (words, place)

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
        record = self.opened.over_rows(found)
        if words:
            record.take_concern([Piece(words, (place,))])

    def part(self) -> None:
        """Another kind of table begins: nothing of the one above goes on in it."""
        self.opened.part()
        self.opened.theme = None

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
        index, cell = _alone(plain.row, layout)
        if cell is None or any(cell.merged for cell in plain.row.cells):
            return False
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
        return not (plain.row.after_break and not bold and is_unfinished(self.opened.above(name)))

    def _heads_rows(self, plain: Plain, layout: Layout) -> bool:
        """A recommendation printed over the rows that answer it, where the table has no column for it."""
        _, cell = _alone(plain.row, layout)
        if cell is None or layout.numbered is not None or "recommendation" in layout.columns:
            return False
        found = heads(cell.words)
        if found is None and (cell.words != plain.row.cells[0].words or not cell.paragraphs[0].bold):
            return False
        if found is None and (reads_as_heading(cell.words) or not is_sentence(cell.words)):
            return False
        record = self.opened.over_rows(found)
        if words := found.rest if found else cell.words:
            record.take_concern([Piece(words, (cell.place,))])
        return True

    def _take_theme(self, pieces: list[Piece], *, after_break: bool) -> None:
        """A new theme, or more of the one above: its sentence broken by a page."""
        words = theme_words(pieces)
        above = self.opened.theme.words if self.opened.theme else ""
        broken = after_break and is_unfinished(above) and is_sentence(above)
        if not words:
            return
        if self.opened.theme and (is_tail(words) or broken):
            self.opened.theme.words += " " + words
        else:
            self.opened.theme = Theme(words)
        for piece in pieces:
            self.opened.theme.places += [place for place in piece.places if place not in self.opened.theme.places]

    def _take_concern(self, record: Record, pieces: list[Piece]) -> None:
        words = words_of(pieces)
        if words == record.concern:
            return  # printed again beside each of its steps
        heads_on = reads_as_heading(words) and not has_verb(words) and not ends_in_joiner(words)
        if record.concern and heads_on and not is_unfinished(referenced(record.concern)):
            self.opened.section = (words, pieces[0].places[0] if pieces[0].places else Place())
            # printed beside a row that goes on: it heads the refs that follow
        elif words:
            record.take_concern(pieces)

    def _take_response(self, record: Record, pieces: list[Piece]) -> None:
        if not pieces:
            return
        record.response = response_of(words_of(pieces))
        note(record.places, "response", pieces)
        if record.response is None and not is_none(words_of(pieces)):
            self.unread.append(Unread(record.ref, words_of(pieces), "it is not one of the responses known"))


def _is_whole(plain: Plain, layout: Layout) -> bool:
    """Has the row an action, an owner and a date of its own, beside a cell that is blank where the number would be?"""
    merged = any(cell.merged for cell in layout.cells(plain.row, layout.numbered or "ref"))
    return not merged and not plain.served and all(plain.cells[name] for name in _OWN)


def _alone(row: Row, layout: Layout) -> tuple[int, Cell | None]:
    """(its column, the cell) of the only words in a row, but for those in columns that are passed over: a rating that
    was filled all the way down, a count that a program put in front. None where there are more or none."""
    worded = [(at, cell) for at, cell in enumerate(row.cells) if cell.words]
    if len(worded) > 1:
        read = {at for name in layout.columns for at in layout.reach(name)}
        worded = [(at, cell) for at, cell in worded if at in read]
    return worded[0] if len(worded) == 1 else (0, None)
