"""What was read from a document, and where in it each part stands. Values only: no files, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from plans.targets import Target


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of one paragraph, markup gone, white space folded. `bullet`: it is a list item of the one above."""

    words: str
    bullet: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid. `line` counts from 1 in a text file."""

    paragraphs: tuple[Paragraph, ...]
    line: int | None = None

    @property
    def words(self) -> str:
        return " ".join(paragraph.words for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one table row. `after_break`: a page ended above it, so cells may go on from the row before."""

    cells: tuple[Cell, ...]
    after_break: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text outside any table."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Grid:
    """What every reader gives: the rows of all tables in order, and the text around them."""

    rows: tuple[Row, ...]
    prose: tuple[Line, ...]

    def text(self) -> Iterator[str]:
        """Every stretch of words in the document, tables included."""
        yield from (line.words for line in self.prose)
        yield from (cell.words for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a plan's table that could not be read, kept as printed with the reason."""

    where: str
    text: str
    why: str


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
    line: int | None = None
    flags: list[str] = field(default_factory=list)


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
    """A whole document as read. `failed` are checks that must not be passed over without a person's word."""

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
