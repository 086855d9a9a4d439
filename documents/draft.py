"""What was read from a document, and where in it each part stands. Values only: no files, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from plans.targets import Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document something stands; each counts from 1, None where the format has no such thing.

    `page` as printed from a PDF (of other formats only where the file itself says so), `table` of the document, `row`
    of that table, `line` of a text file. In a workbook `sheet` is the sheet's name and `row` its own row.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    line: int | None = None
    sheet: str | None = None

    def __str__(self) -> str:
        """As people say it: "page 3, table 1, row 7"; empty when nothing is known."""
        named = [f"sheet “{self.sheet}”"] if self.sheet else []
        counted = (("page", self.page), ("table", self.table), ("row", self.row), ("line", self.line))
        return ", ".join(named + [f"{name} {number}" for name, number in counted if number is not None])


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of one paragraph, markup gone, white space folded. `bullet`: it is a list item of the one above.

    `top`: how far down its row it begins, in whatever unit the reader has (points, lines with the blank ones counted);
    larger is lower, and the cells of one row share the scale. None where nothing can be known.
    """

    words: str
    bullet: bool = False
    bold: bool = False
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid. `merged`: it is the lower part of a cell that began in a row above, and holds no words."""

    paragraphs: tuple[Paragraph, ...] = ()
    place: Place = NOWHERE
    merged: bool = False

    @property
    def words(self) -> str:
        return " ".join(paragraph.words for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one table row, one for each column of the table's own grid: of a cell that spans several columns the
    first has the words, the others none. `after_break`: a page ended above it, so cells may go on from the row before.
    `flags`: questions for every action that it opens, such as that a filter hides the row.
    """

    cells: tuple[Cell, ...]
    after_break: bool = False
    place: Place = NOWHERE
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph of running text outside any table. `over`: the number of the table that comes next, where the
    reader knows."""

    words: str
    place: Place = NOWHERE
    over: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a plan's table that could not be read, kept as printed with the reason."""

    where: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Grid:
    """What every reader gives: the rows of all tables in order, and the text around them.

    `unsure`: why the columns were not certain (a PDF without rules), a sentence each; whatever was read so is flagged.
    `unread`: cells that the reader itself could make nothing of.
    """

    rows: tuple[Row, ...]
    prose: tuple[Line, ...]
    unsure: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    def text(self) -> Iterator[str]:
        """Every stretch of words in the document, tables included."""
        yield from (line.words for line in self.prose)
        yield from (cell.words for row in self.rows for cell in row.cells)


Part = Literal["text", "owner", "target", "theme", "recommendation", "response"]
"""What of an action has a place in the document: each may be broken by a page, so that it has several."""


@dataclass(slots=True)
class ActionDraft:
    """One action as read. `flags` are questions for the coordinator; they stop nothing."""

    ref: str
    step: str | None
    theme: str | None
    heading: str | None
    recommendation: str | None
    response: str | None
    text: str
    owner_cell: str | None
    owners: list[str]
    target: Target
    starts: date | None
    links: list[str]
    title: str
    places: dict[Part, list[Place]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where its text begins."""
        return next(iter(self.places.get("text", ())), NOWHERE)


@dataclass(frozen=True, slots=True)
class JudgementDraft:
    """What inspectors found on one concern or theme, in their own rating words."""

    body: str
    kind: str
    section: str
    text: str
    rating: str
    paragraph: str | None


@dataclass(slots=True)
class PlanDraft:
    """A whole document as read. `prison` is its plain name, empty where the document does not say; `failed` are checks
    that must not be passed over without a person's word; `passed_over` the headings of its table's columns that say
    nothing of what is to be done, by whom or when, and are not kept."""

    prison: str
    title: str
    kind: str
    submitted: date | None = None
    published: date | None = None
    inspected: tuple[date, date] | None = None
    read_on: date | None = None
    actions: list[ActionDraft] = field(default_factory=list)
    judgements: list[JudgementDraft] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
