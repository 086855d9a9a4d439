"""How far the reading of a long document is: a bar on the terminal, and nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_MANY = 10
"""Pages. Fewer are read before a bar is seen."""


@contextmanager
def progress_of(name: str) -> Iterator[Callable[[int, int], None]]:
    """What to tell how many pages of how many are read. On stderr, so that --json and pipes stay clean."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("Reading {task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed} of {task.total} pages"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=total >= _MANY)
