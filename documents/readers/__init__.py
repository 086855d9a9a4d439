"""One reader for each kind of file: bytes in, a grid out. They know formats, and nothing of plans.

Each module has `read(content: bytes) -> Grid` and raises Unreadable with `{name}` for the file's name. They run in a
process of their own with limits (documents.apart.worker), and load their libraries only when called.
"""

from collections.abc import Callable
from importlib import import_module

from documents.apart.kinds import Kind, kind_of
from documents.apart.limits import CELLS, COLUMNS, LETTERS
from documents.draft import Grid
from documents.unreadable import too_large

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""

_MODULES: dict[Kind, str] = {
    "text": "documents.readers.text",
    "docx": "documents.readers.word",
    "odt": "documents.readers.odt",
    "xlsx": "documents.readers.sheet",
    "csv": "documents.readers.separated",
    "html": "documents.readers.html",
    "pdf": "documents.readers.pdf",
}


def grid_of(content: bytes, progress: Progress = lambda done, total: None) -> Grid:
    """The grid of a document of any kind. Raises Unreadable."""
    kind = kind_of(content)
    reader = import_module(_MODULES[kind])
    grid: Grid = reader.read(content, progress) if kind == "pdf" else reader.read(content)
    _check(grid)
    return grid


def _check(grid: Grid) -> None:
    """However few bytes it came from, a grid holds no more than a plan can."""
    filled = [sum(bool(cell.paragraphs) for cell in row.cells) for row in grid.rows]
    if sum(filled) > CELLS or len(grid.rows) > CELLS:
        raise too_large(f"it has over {CELLS:,} table cells")
    if any(len(row.cells) > COLUMNS for row in grid.rows):
        raise too_large(f"it has a table of over {COLUMNS} columns")
    if sum(map(len, grid.text())) > LETTERS:
        raise too_large(f"it has over {LETTERS // 1_000_000} million letters")
