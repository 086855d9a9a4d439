"""The published plans as tables of cells, in the layout each was published in: what the writers of files beside this
draw. The words come from the texts where they stand; nothing of them is kept here.

A row is one cell for each column of the table; None where a cell beside or above reaches over it.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from documents.assembly.records import Record
from documents.assembly.steps import Step
from documents.assembly.tables import assemble
from documents.readers.text import read

PLANS = {"rochester-un-2024": 26, "chelmsford-un-2021": 46, "maidstone-2023": 56, "rochester-2018": 62}
"""The published plans, and how many actions each has."""
LINE = 62
"""Letters to a line of the action column, as authors see it who line owners up by blank lines."""
_GLYPH = re.compile(r"^[•·▪]\s*")


@dataclass(frozen=True)
class Para:
    """A paragraph; without words, a blank line. `numeral`: "ii", for a writer to print in front or to number by itself."""

    words: str = ""
    bold: bool = False
    bullet: bool = False
    numeral: str | None = None

    @property
    def printed(self) -> str:
        return f"{self.numeral}) {self.words}" if self.numeral else self.words


@dataclass(frozen=True)
class Box:
    """A cell, reaching over `across` columns and `down` rows."""

    paragraphs: tuple[Para, ...] = ()
    across: int = 1
    down: int = 1

    @property
    def words(self) -> str:
        return "\n".join(paragraph.printed for paragraph in self.paragraphs)


Row = tuple[Box | None, ...]


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the page's width; the first `headers` rows are the header. `plan`: it is no legend."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    headers: int = 1
    plan: bool = True


@dataclass(frozen=True)
class Made:
    """A document to be written: `before` stands above the tables, the first of it is the title."""

    name: str
    before: tuple[Para, ...]
    tables: tuple[Table, ...]


def published(name: str, plans_dir: Path) -> Made:
    """The plan of that name (rochester-un-2024, chelmsford-un-2021, maidstone-2023, rochester-2018)."""
    grid = read((plans_dir / f"{name}.txt").read_bytes())
    assembly = assemble(grid)
    prose = tuple(Para(line.words.lstrip("# ")) for line in grid.prose)
    tables, before = _LAYOUTS[name](assembly.records), prose
    if name == "rochester-un-2024":
        before = prose[:1]
    if assembly.totals:
        tables = (_legend(), *tables, _totals(assembly.totals))
    return Made(name, before, tables)


# --- one layout for each family --------------------------------------------------------------------------------------


def _themes(records: Sequence[Record]) -> tuple[Table, ...]:
    """An Urgent Notification's: the theme reaches down over its actions, one row each."""
    head = _row("Themes and Concerns", "#", "Actions", "Owner(s)", "Target Completion Date")
    rows: list[Row] = []
    for words, group in groupby(records, key=lambda record: record.theme.words if record.theme else ""):
        members = list(group)
        for at, record in enumerate(members):
            (step,) = record.steps
            theme = Box(_paragraphs([words]), down=len(members)) if at == 0 else None
            rows.append((theme, _box(record.ref), Box(_of_step(step)), _box(step.owner), _box(step.target)))
    return (Table((0.19, 0.05, 0.46, 0.17, 0.13), (head, *rows)),)


def _steps(records: Sequence[Record]) -> tuple[Table, ...]:
    """An initial response: theme and number reach down over the steps; tables follow one another, one has a header."""
    head = _row("Priority\nTheme", "No", "Actions", "Owner(s)", "Date Due")
    rows: list[list[Row]] = []
    for words, group in groupby(records, key=lambda record: record.theme.words if record.theme else ""):
        members = list(group)
        many = sum(len(record.steps) for record in members)
        table: list[Row] = []
        for record in members:
            for at, step in enumerate(record.steps):
                theme = Box(_paragraphs([words]), down=many) if not table else None
                number = Box((Para(record.ref),), down=len(record.steps)) if at == 0 else None
                heading = (Para(record.heading, bold=True),) if at == 0 and record.heading else ()
                table.append((theme, number, Box((*heading, *_of_step(step))), _box(step.owner), _box(step.target)))
        rows.append(table)
    widths = (0.15, 0.05, 0.5, 0.17, 0.13)
    first, *others = [Table(widths, tuple(table), headers=0) for table in rows]
    return (replace(first, rows=(head, *first.rows), headers=1), *others)


def _concerns(records: Sequence[Record]) -> tuple[Table, ...]:
    """A response to concerns: a row each, all its steps in one cell, owners and dates lined up by blank lines."""
    names = ("1. Rec No", "2. Concerns", "3. Response Action Taken/Planned", "4. Responsible Owner", "5. Target Date")
    rows: list[Row] = [_row(*names)]
    section = None
    for record in records:
        if record.section != section:
            section = record.section
            rows.append((Box(), Box((Para(section or "", bold=True),)), Box(), Box(), Box()))
        texts = [_of_step(step, whole=True) for step in record.steps]
        heights = [sum(_lines(one) for one in text) for text in texts]
        owners = _lined_up([step.owner for step in record.steps], heights)
        targets = _lined_up([step.target for step in record.steps], heights)
        actions = tuple(one for text in texts for one in (*text, Para()))
        rows.append((_box(record.ref), _box(record.concern), Box(actions), Box(owners), Box(targets)))
    return (Table((0.06, 0.22, 0.44, 0.15, 0.13), tuple(rows)),)


def _recommendations(records: Sequence[Record]) -> tuple[Table, ...]:
    """A response to recommendations: a row for each step, the ref and all that is of it printed once."""
    head = _row(
        "1. Rec. no", "2 Recommendation", "3. Agreed/ Partly Agreed/ Not Agreed", "4. Response Action Taken/Planned",
        "5. Responsible Owner", "6. Target Date",
    )  # fmt: skip
    rows: list[Row] = [head]
    section = None
    for record in records:
        if record.section != section:
            section = record.section
            rows.append((Box(), Box((Para(section or "", bold=True),)), Box(), Box(), Box(), Box()))
        many = len(record.steps)
        for at, step in enumerate(record.steps):
            first = at == 0
            once = [Box(_paragraphs([words]), down=many) if first else None for words in _once(record)]
            rows.append((*once, Box(_of_step(step)), _box(step.owner), _box(step.target)))
    return (Table((0.06, 0.24, 0.1, 0.36, 0.13, 0.11), tuple(rows)),)


def _once(record: Record) -> Iterator[str]:
    yield record.ref
    yield record.concern
    yield (record.response or "").capitalize()


_LAYOUTS = {
    "rochester-un-2024": _themes,
    "chelmsford-un-2021": _steps,
    "maidstone-2023": _concerns,
    "rochester-2018": _recommendations,
}


def _legend() -> Table:
    """Definitions that stand before some plans, in words of our own."""
    rows = (
        _row("Term", "Definition", "Additional comment"),
        _row("Agreed", "All of it is accepted and affordable.", "The response says how and by when."),
        _row("Partly Agreed", "Only a part is accepted.", "The response says which, and why not all."),
        _row("Not Agreed", "It is not accepted.", "The response says why."),
    )
    return Table((0.15, 0.4, 0.45), rows, plan=False)


def _totals(totals: dict[str, int]) -> Table:
    rows = (_row("Recommendations", ""), *(_row(name.capitalize(), str(count)) for name, count in totals.items()))
    return Table((0.3, 0.1), rows, plan=False)


# --- cells -----------------------------------------------------------------------------------------------------------


def _row(*words: str) -> Row:
    return tuple(_box(each) for each in words)


def _box(words: str | None) -> Box:
    return Box(_paragraphs((words or "").split("\n")))


def _paragraphs(words: Iterable[str]) -> tuple[Para, ...]:
    return tuple(
        Para(_GLYPH.sub("", each), bullet=bool(_GLYPH.match(each))) for each in words if each
    )  # fmt: skip


def _of_step(step: Step, *, whole: bool = False) -> tuple[Para, ...]:
    """The paragraphs of a step, numbered if it is; as a `whole`, list items alone stay paragraphs of their own."""
    found = list(_paragraphs(step.paragraphs))
    if whole:
        plain = " ".join(one.words for one in found if not one.bullet)
        found = [Para(plain), *(one for one in found if one.bullet)]
    return (replace(found[0], numeral=step.numeral), *found[1:])


def _lines(paragraph: Para) -> int:
    return max(1, math.ceil(len(paragraph.words) / LINE))


def _lined_up(words: Sequence[str | None], heights: Sequence[int]) -> tuple[Para, ...]:
    """Each beside the first line of its step, by blank lines."""
    found: list[Para] = []
    for each, height in zip(words, heights, strict=True):
        mine = list(_paragraphs((each or "").split("\n"))) or [Para()]
        found += [*mine, *[Para()] * max(0, height - len(mine) + 1)]
    return tuple(found)
