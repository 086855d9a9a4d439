"""Whom owner cells name, as people told: each is asked about once."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, select

from storage.models import ToldCell


def told_cells(session: Session) -> dict[str, list[str]]:
    """Cell, white space folded, casefolded → the parties it names."""
    return {row.printed: list(row.parties) for row in session.exec(select(ToldCell))}


def tell(session: Session, cells: Mapping[str, list[str]], *, by: str, at: datetime) -> None:
    """Remember, by cells as printed; what is told later counts."""
    for cell, parties in cells.items():
        printed = " ".join(cell.split()).casefold()
        session.merge(ToldCell(printed=printed, parties=list(parties), told_by=by, told_at=at))
    session.flush()
