"""The demonstration with the quarter of tests/quarter.py behind it, as a process of its own."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[2]


@contextmanager
def quarter(*refused: str, on: str = "2025-02-03") -> Iterator[str]:
    """The demonstration with the quarter behind it, in a workspace that refuses these blocks; its address."""
    command = [sys.executable, "-m", "tests.quarter", "demo", "--port", "0", "--on", on]
    command += [f"--refuse={kind}" for kind in refused]
    with Popen(command, cwd=ROOT, stdout=PIPE, text=True) as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://[\d.:]+\d", line)))
        finally:
            process.terminate()
