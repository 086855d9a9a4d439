"""Tables laid out downwards: the names of the columns stand in the first one, an action is a column beside them, or a
small table of its own. They are turned, so that all other rules see rows."""

from collections.abc import Iterator, Sequence

from documents.assembly.headers import Columns, mapped
from documents.assembly.numbers import number
from documents.assembly.phrases import is_date
from documents.draft import Cell, Paragraph, Row
from plans.owners import is_known

_REF = Cell((Paragraph("Ref"),))


def turned(rows: Sequence[Row]) -> list[Row] | None:
    """A header row and a row for each action of a table that is laid out downwards; None of any other."""
    found: list[Row] = []
    for form in _forms(rows):
        made = _turn(form)
        if made is None:
            return None
        found += made if not found or _words(made[0]) != _words(found[0]) else made[1:]
    return found or None


def _forms(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each action, where the same names begin again below; blank rows between are none's."""
    form: list[Row] = []
    for row in rows:
        if not any(cell.words for cell in row.cells):
            continue
        label = row.cells[0].words
        if form and label and label in {above.cells[0].words for above in form}:
            yield form
            form = []
        form.append(row)
    if form:
        yield form


def _turn(form: Sequence[Row]) -> list[Row] | None:
    """The rows with their names on top, when these are a plan's and below a date or an owner there is one. A title over
    them is no name; if it numbers the action, it is its ref."""
    titles, fields = [], list(form)
    while fields and not any(cell.words for cell in fields[0].cells[1:]):
        titles.append(fields.pop(0))
    names = [row.cells[0] for row in fields]
    columns = mapped([name.words for name in names]) if all(name.words for name in names) else None
    if columns is None or len(fields) < 2 or mapped([cell.words for cell in fields[0].cells]):
        return None
    made = [[row.cells[at] for row in fields if at < len(row.cells)] for at in range(1, len(fields[0].cells))]
    made = [cells for cells in made if any(cell.words for cell in cells)]
    if any(len(cells) != len(fields) for cells in made) or not _has(made, columns):
        return None
    refs = [title.cells[0] for title in titles if number(title.cells[0].words)]
    if len(refs) == 1 and len(made) == 1 and "ref" not in columns:
        names, made = [_REF, *names], [[refs[0], *made[0]]]
    return [Row(tuple(cells), place=fields[0].place, flags=form[0].flags) for cells in (names, *made)]


def _has(made: Sequence[Sequence[Cell]], columns: Columns) -> bool:
    """Is there a date where dates should be, or an owner where owners should?"""
    dates = [cells[at].words for cells in made for at in columns.get("target", ())]
    owners = [cells[at].words for cells in made for at in columns.get("owner", ())]
    return any(map(is_date, filter(None, dates))) or any(map(is_known, filter(None, owners)))


def _words(row: Row) -> list[str]:
    return [cell.words for cell in row.cells]
