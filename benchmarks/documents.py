"""Reading a plan of each format: processor seconds after start-up, milliseconds a page of a PDF, side by side; the
process that reads, start-up and all; and the memory that a PDF of 200 pages takes."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from benchmarks.processes import middle
from documents.apart.worker import read_apart
from documents.reading import read_document

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
        seconds = _in_turn(lambda content=content, file=file: read_document(content, file.name, today=TODAY))  # type: ignore[misc]
        pages = f"   {min(seconds) / _pages(content) * 1000:.0f} ms a page (under 120 wanted)" if kind == "pdf" else ""
        wanted = " (under 0.15 wanted)" if kind in {"docx", "odt", "xlsx", "html"} else ""
        print(f"  {kind:<5} {middle(seconds)}{wanted}{pages}")
    print("The same in a process of its own, start-up and all, wall seconds")
    for kind, file in files.items():
        print(f"  {kind:<5} {middle(_apart(file))}")
    if "pdf" in files:
        _long(files["pdf"])


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


def _long(file: Path) -> None:
    """The plan over and over, until it has so many pages."""
    content = _repeated(file.read_bytes())
    ended = subprocess.run([sys.executable, "-c", _CHILD], input=content, capture_output=True, check=False)
    if ended.returncode:
        print(f"  a PDF of {LONG} pages was not read: {ended.stderr.decode()[-300:]}")
        return
    seconds, megabytes, actions = ended.stdout.split()
    print(
        f"A PDF of {LONG} pages: {float(seconds):.1f} processor seconds, {float(seconds) / LONG * 1000:.0f} ms a page,"
        f" {int(megabytes)} MB at most, {int(actions)} actions read"
    )


def _repeated(content: bytes) -> bytes:
    from pypdfium2 import PdfDocument

    one, long = PdfDocument(content), PdfDocument.new()
    while len(long) < LONG:
        long.import_pages(one, list(range(min(len(one), LONG - len(long)))))
    into = BytesIO()
    long.save(into)
    return into.getvalue()
