"""The table that a register is: a CSV file, as spreadsheets save it, into the cells of each line by the names of their
columns. What a cell says is the business of `documents.cells`."""

import csv
from collections.abc import Sequence

from documents.cells import Unclear
from documents.encodings import decoded
from documents.unreadable import Unreadable

NEEDED = ("prison", "post", "person")
COLUMNS = (*NEEDED, "email", "from", "until", "deputy_email", "group", "role", "liaison_for", "away_until")
_ADVICE = "In the spreadsheet choose Save As, CSV."
_SEPARATORS = (",", ";", "\t")


def read_table(content: bytes, file: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """(what each column is, empty where it has no heading; the number and the cells of each line that says anything).
    Raises Unreadable."""
    headings, *below = _rows(_text(content, file), file) or [(1, [])]
    return _columns(headings[1], file), below


def named(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """A line's cells by their columns. Raises Unclear where one has none."""
    for at, words in enumerate(cells):
        if words and (at >= len(columns) or not columns[at]):
            raise Unclear(f": “{words[:60]}” stands in column {at + 1}, which has no heading")
    return {column: words for column, words in zip(columns, cells, strict=False) if column}


def _text(content: bytes, file: str) -> str:
    try:
        return decoded(content, advice=_ADVICE)
    except Unreadable as refused:
        raise refused.of(file) from refused


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """(line number, cells) of every line that says anything, the headings first."""
    lines = text.splitlines(keepends=True)
    skipped = 1 if lines[0].lower().startswith("sep=") else 0  # Excel's own word for the separator
    heading = next((line for line in lines[skipped:] if line.strip(" ,;\t\r\n")), "")
    separator = max(_SEPARATORS, key=heading.count)
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    begins = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((begins, [" ".join(cell.split()) for cell in cells]))
            begins = skipped + reader.line_num + 1
    except csv.Error:
        raise Unreadable(f"I could not read {file}: a quotation mark on line {begins} is never closed.") from None
    return found


def _columns(headings: Sequence[str], file: str) -> list[str]:
    columns = ["_".join(heading.casefold().replace("-", " ").replace("_", " ").split()) for heading in headings]
    if not set(columns) & set(NEEDED):
        wanted = ",".join(COLUMNS[:7])
        raise Unreadable(f"I could not read {file}: it is no register. Its first line must be headings: {wanted}.")
    for missing in (column for column in NEEDED if column not in columns):
        raise Unreadable(f"I could not read {file}: it has no column “{missing}”.")
    for at, column in enumerate(columns):
        if column and column not in COLUMNS:
            known = ", ".join(COLUMNS)
            raise Unreadable(f"I could not read {file}: I do not know its column “{headings[at]}”. I know {known}.")
        if column and column in columns[:at]:
            raise Unreadable(f"I could not read {file}: it has two columns “{column}”.")
    return columns
