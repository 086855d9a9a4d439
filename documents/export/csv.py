"""Actions for a spreadsheet: a row for each, as UTF-8 with the signature by which Excel knows it."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from documents.export.values import Exported, plain
from documents.formulas import harmless

SIGNATURE = "\ufeff"
COLUMNS = (
    "action", "plan", "ref", "step", "theme", "title", "text", "owners", "lead", "delegate", "target", "starts", "due",
    "original_due", "slips", "status", "days_late", "colour", "last_said_on", "last_said_as",
)  # fmt: skip
"""`action` is plan and address in one: a spreadsheet makes a number of ref 1.10, and 1.1 of that."""


def as_csv(actions: Iterable[Exported]) -> str:
    """In the order given, dates as 2025-01-31, several owners divided by semicolons; blank where there is nothing."""
    written = StringIO()
    sheet = csv.writer(written)
    sheet.writerow(COLUMNS)
    sheet.writerows([harmless(plain(value)) for value in _row(action)] for action in actions)
    return SIGNATURE + written.getvalue()


def _row(action: Exported) -> tuple[str, ...]:
    held, line = action.line, action.line.line
    return (
        f"{line.plan} {line.address}", line.plan, held.ref, held.step or "", held.theme, line.title, action.text,
        "; ".join(action.printed), held.lead, action.delegate, action.target, _day(line.starts), _day(line.due),
        _day(held.original_due), str(held.slips), line.status, str(line.days_late), held.colour,
        _day(action.said_on), action.said_as,
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
