"""Reading a plan of each format: processor seconds after start-up, milliseconds a page of a PDF, side by side; the
process that reads, start-up and all; and the memory that a PDF of 200 pages takes."""

import math
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from benchmarks.processes import middle
from documents.apart.worker import read_apart
from documents.reading import read_document
from tests.documents.making.layouts import published
from tests.documents.making.pdf import Manner, written

NAME = "rochester-un-2024"
FORMATS = ("txt", "docx", "odt", "xlsx", "html", "pdf")
ROUNDS = 7
LONG = 200
TODAY = date(2026, 1, 1)


def run(plans: Path) -> None:
    """Whatever formats of the plan the folder holds."""
    files = {kind: plans / f"{NAME}.{kind}" for kind in FORMATS if (plans / f"{NAME}.{kind}").is_file()}
    print(f"Reading a plan of 26 actions after start-up, {ROUNDS} rounds, processor seconds, medians (least to most)")
    for kind, file in files.items():
        content = file.read_bytes()
        seconds = _in_turn(lambda content=content, file=file: read_document(content, file.name, today=TODAY))  # type: ignore[misc]  # mypy cannot tell what a lambda with defaults gives
        pages = f"   {min(seconds) / _pages(content) * 1000:.0f} ms a page (under 120 wanted)" if kind == "pdf" else ""
        wanted = " (under 0.15 wanted)" if kind in {"docx", "odt", "xlsx", "html"} else ""
        print(f"  {kind:<5} {middle(seconds)}{wanted}{pages}")
    print("The same in a process of its own, start-up and all, wall seconds")
    for kind, file in files.items():
        print(f"  {kind:<5} {middle(_apart(file))}")
    if "pdf" in files:
        _long(plans)


def _in_turn(read: Callable[[], object]) -> list[float]:
    taken = []
    for number in range(ROUNDS + 1):
        begun = time.process_time()
        read()
        if number:  # the first loads the library
            taken.append(time.process_time() - begun)
    return taken


def _apart(file: Path) -> list[float]:
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        read_apart(file.read_bytes(), file.name, today=TODAY)
        taken.append(time.perf_counter() - begun)
    return taken


def _pages(content: bytes) -> int:
    from pdfminer.pdfpage import PDFPage

    return sum(1 for _ in PDFPage.get_pages(BytesIO(content)))


_CHILD = """
import resource, sys, time
from datetime import date
from documents.apart.confined import confine
from documents.reading import read_document
confine()
begun = time.process_time()
draft = read_document(sys.stdin.buffer.read(), "long.pdf", today=date(2026, 1, 1))
print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(draft.actions))
"""


def _long(plans: Path) -> None:
    """The plan over and over, until it has so many pages."""
    content = _repeated(plans)
    pages = _pages(content)
    ended = subprocess.run([sys.executable, "-c", _CHILD], input=content, capture_output=True, check=False)
    if ended.returncode:
        print(f"  a PDF of {pages} pages was not read: {ended.stderr.decode()[-300:]}")
        return
    seconds, megabytes, actions = ended.stdout.split()
    print(
        f"A PDF of {pages} pages: {float(seconds):.1f} processor seconds,"
        f" {float(seconds) / pages * 1000:.0f} ms a page, {int(megabytes)} MB at most, {int(actions)} actions read"
    )


def _repeated(plans: Path) -> bytes:
    """A ruled PDF of the longest plan, over and over."""
    made = published("rochester-2018", plans)
    once = _pages(written(made, Manner()))
    return written(replace(made, tables=made.tables * math.ceil(LONG / once)), Manner())
