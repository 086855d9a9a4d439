"""Assembles the rows of any layout into records: a ref, its concern or recommendation, and the steps that answer it.

Readers differ, this does not: every document's grid comes through here. What fits no rule is `unread`, with the reason.
"""

import re
from dataclasses import dataclass, field

from documents.draft import NOWHERE, Cell, Grid, Row, Unread
from documents.headers import Role, columns
from documents.records import Record, StepCells, Theme, reads_as_heading
from documents.steps import is_tail, is_unfinished

_REF = re.compile(r"(?P<ref>[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)\.?(?:\s*\([^)]*\))?(?:\s+cont\w*\.?)?")
_SECTION = re.compile(r"(?:priority|key|main|notable)?\s*(?:concerns|recommendations)(?: to .+)?:?", re.IGNORECASE)
_RESPONSES = {
    "agreed": "agreed",
    "accepted": "agreed",
    "partly agreed": "partly agreed",
    "partially agreed": "partly agreed",
    "partly accepted": "partly agreed",
    "partially accepted": "partly agreed",
    "not agreed": "not agreed",
    "not accepted": "not agreed",
    "rejected": "not agreed",
}


@dataclass(slots=True)
class Assembly:
    """What the rows gave. `totals`: response → count, from a table of counts when the document prints one."""

    records: list[Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)


def assemble(grid: Grid) -> Assembly:
    """Records in the document's order. Definitions and totals are no actions; totals are kept to check against."""
    assembler = _Assembler()
    for row in grid.rows:
        assembler.take(row)
    for record in assembler.assembly.records:
        record.settle()
    return assembler.assembly


class _Assembler:
    """Remembers what rows below may lean on: the header, the section, the theme and the record above."""

    def __init__(self) -> None:
        self.assembly = Assembly()
        self.columns: dict[Role, int] = {}
        self.width = 0
        self.section: str | None = None
        self.theme: Theme | None = None
        self.record: Record | None = None

    def take(self, row: Row) -> None:
        """Read the next row: a header, a count, a heading, a new ref or more of the one above."""
        if mapping := columns(row):
            self.columns, self.width = mapping, len(row.cells)
        elif not any(cell.words for cell in row.cells) or self._is_total(row) or not self.columns:
            return
        elif any(cell.words for cell in row.cells[self.width :]):
            self._leave_unread(row, f"it has {len(row.cells)} cells where the header has {self.width}")
        else:
            self._take_row(row)

    def _cell(self, row: Row, name: Role) -> Cell:
        index = self.columns.get(name)
        return row.cells[index] if index is not None and index < len(row.cells) else Cell(())

    def _is_total(self, row: Row) -> bool:
        words = [cell.words for cell in row.cells if cell.words]
        response = _RESPONSES.get(words[0].lower(), words[0].lower())
        if len(words) != 2 or not words[1].isdecimal() or response not in {*_RESPONSES.values(), "total"}:
            return False
        self.assembly.totals[response] = int(words[1])
        return True

    def _take_row(self, row: Row) -> None:
        if self._is_heading(row):
            self.record, self.section = None, next(cell.words for cell in row.cells if cell.words)
            return
        self._take_theme(_theme_words(self._cell(row, "theme")), after_break=row.after_break)
        ref = self._cell(row, "ref").words
        record = self._record(ref, after_break=row.after_break) if ref else self.record
        if ref and record is None:
            self._leave_unread(row, f"“{ref[:40]}” is not a number of an action")
        elif record is not None:
            self._take_cells(record, row)
        elif any(cell.words for cell in row.cells if cell is not self._cell(row, "theme")):
            self._leave_unread(row, "it stands before any numbered action")

    def _take_cells(self, record: Record, row: Row) -> None:
        self._take_concern(record, self._cell(row, "recommendation").words)
        self._take_response(record, self._cell(row, "response").words)
        action = self._cell(row, "action")
        owners, targets = ([p.words for p in self._cell(row, name).paragraphs] for name in ("owner", "target"))
        place = row.place if action.place == NOWHERE else action.place
        if not record.take(StepCells(action.paragraphs, owners, targets, place, row.after_break)):
            self._leave_unread(row, "an owner or date with no action beside it")

    # --- headings, themes, refs ----------------------------------------------------------------------------------

    def _is_heading(self, row: Row) -> bool:
        """A lone cell heads what follows, unless it goes on with the row above or is the theme column's own."""
        alone = [(index, cell) for index, cell in enumerate(row.cells) if cell.words]
        if len(alone) != 1:
            return False
        index, cell = alone[0]
        name = next((name for name, at in self.columns.items() if at == index), None)
        if name in {"owner", "target", "response", "action"} or (name == "theme" and "theme" in self.columns):
            return False
        if _SECTION.fullmatch(cell.words):
            return True
        if not reads_as_heading(cell.words) or _REF.fullmatch(cell.words):
            return False
        # Only at the top of a page, and not in bold, may a lone cell be the end of the cell above.
        broken = row.after_break and not cell.paragraphs[0].bold
        return not (broken and is_unfinished(self._above(name)))

    def _above(self, name: Role | None) -> str:
        """The words that a lone cell in this column would go on with, were it no heading."""
        if self.record is None:
            return ""
        if name == "action":
            return self.record.steps[-1].text if self.record.steps else ""
        return _referenced(self.record.concern)

    def _take_theme(self, words: str, *, after_break: bool) -> None:
        """A new theme, or more of the one above: its sentence broken by a page."""
        above = self.theme.words if self.theme else ""
        broken = after_break and is_unfinished(above) and _is_sentence(above)
        if self.theme and words and (is_tail(words) or broken):
            self.theme.words += " " + words
        elif words:
            self.theme = Theme(words)

    def _record(self, printed: str, *, after_break: bool) -> Record | None:
        """The record of a ref: a new one, or the same one again where a page repeats it. None when it is no ref."""
        found = _REF.fullmatch(printed)
        if not found:
            return None
        if self.record and self.record.ref == found["ref"] and after_break and "recommendation" in self.columns:
            return self.record
        owner = self.record.owner if self.record else None
        self.record = Record(found["ref"], self.section, self.theme, owner)
        self.assembly.records.append(self.record)
        return self.record

    def _take_concern(self, record: Record, words: str) -> None:
        if record.concern and reads_as_heading(words) and not is_unfinished(_referenced(record.concern)):
            self.section = words  # printed beside a row that goes on: it heads the refs that follow
        elif words:
            record.concern = f"{record.concern} {words}".strip()

    def _take_response(self, record: Record, words: str) -> None:
        if not words:
            return
        record.response = _RESPONSES.get(words.lower())
        if record.response is None:
            self.assembly.unread.append(Unread(record.ref, words, "it is not one of the responses known"))

    def _leave_unread(self, row: Row, why: str) -> None:
        words = " | ".join(cell.words for cell in row.cells if cell.words)
        self.assembly.unread.append(Unread(str(row.place) or "a table row", words, why))


def _theme_words(cell: Cell) -> str:
    """A title in a paragraph of its own is set apart from the concern below it."""
    title, *rest = [paragraph.words for paragraph in cell.paragraphs] or [""]
    is_title = rest and reads_as_heading(title) and rest[0][:1].isupper() and rest[-1].endswith(".")
    return f"{title}: {' '.join(rest)}" if is_title else cell.words


def _referenced(concern: str) -> str:
    """A concern, or nothing when it ends with its reference "(S44)": such a one is finished."""
    return "" if concern.endswith(")") else concern


def _is_sentence(words: str) -> bool:
    return len(re.findall(r"\b[a-z]+\b", words)) > 3
