"""Tables that are no plan's: legends, contacts, counts. What looks like a plan all the same is never passed over."""

import re
from collections.abc import Sequence

from documents.assembly.heading_words import Role
from documents.assembly.layout import Layout
from documents.assembly.numbers import leading, number
from documents.assembly.phrases import is_date
from documents.assembly.responses import KNOWN, response_of
from documents.draft import Row
from plans.owners import is_known

_RECORD = re.compile(
    r"\b(?:version|author|amend\w*|document control|approved|phone|telephone|e-?mail|contact|attend\w*|apolog\w*)\b",
    re.IGNORECASE,
)
"""Words in a header of what every document keeps of itself."""


def total(row: Row) -> tuple[str, int] | None:
    """(response or "total", how many) of a row that counts."""
    words = [cell.words for cell in row.cells if cell.words]
    if len(words) != 2 or not words[1].isdecimal():
        return None
    response = response_of(words[0]) or words[0].lower()
    return (response, int(words[1])) if response in {*KNOWN, "total"} else None


def goes_on(rows: Sequence[Row], layout: Layout) -> bool:
    """Is a table without a header more of the one above? As many columns, and what stands in them is of their kind."""
    width = max(len(row.cells) for row in rows)
    if width != layout.width:
        return False
    named: tuple[Role, ...] = ("ref", "owner", "target")
    found = {name: [words for row in rows if (words := _words(layout, row, name))] for name in named}
    if not any(found.values()):
        return any(_words(layout, row, "action") or _words(layout, row, "recommendation") for row in rows)
    fits = (
        any(map(number, found["ref"])),
        any(map(is_known, found["owner"])),
        any(is_date(words) for words in found["target"]),
    )
    return any(fits)


def _words(layout: Layout, row: Row, name: Role) -> str:
    return " ".join(piece.words for piece in layout.read(row, name))


def like_plan(rows: Sequence[Row]) -> list[Row]:
    """The rows of a table without a known header that may be actions all the same: each has a date, and beside it a
    number or an owner and words enough for a deed."""
    if any(_RECORD.search(cell.words) for row in rows[:2] for cell in row.cells if len(cell.words) < 60):
        return []
    return [row for row in rows if _is_like_plan([cell.words for cell in row.cells if cell.words])]


def _is_like_plan(words: Sequence[str]) -> bool:
    dated = [each for each in words if len(each) < 40 and not each.isdecimal() and is_date(each)]
    rest = [each for each in words if each not in dated]
    numbered = any(number(each) if len(each) < 12 else leading(each) for each in rest)
    named = numbered or any(is_known(each) for each in rest if len(each) < 60)
    return bool(dated) and named and any(len(each.split()) > 3 for each in rest)


def headings(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns a table seems to have: its first row of several short cells."""
    for row in rows[:4]:
        words = [cell.words for cell in row.cells if cell.words]
        if len(words) > 1 and not any(len(each) > 60 or number(each) or is_date(each) for each in words):
            return tuple(words)
    return ()
