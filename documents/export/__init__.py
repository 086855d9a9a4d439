"""Written out: a plan's actions for a spreadsheet and for calendars. Published facts and posts; no person, no words."""

from documents.export.csv import as_csv
from documents.export.ics import as_ics
from documents.export.values import Exported

__all__ = ["Exported", "as_csv", "as_ics"]
