"""Reading and saving the five published texts, after start-up, in processor seconds."""

import time
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from benchmarks.processes import middle
from documents.intake import File, load
from documents.reading import read_document
from storage.database import ensure_migrated, open_engine, writing

NAMES = ("rochester-2018", "rochester-un-2024", "chelmsford-un-2021", "maidstone-2023", "rochester-irp-2025")
ROUNDS = 7


def run(plans: Path, folder: Path) -> None:
    """Each round fills a database of its own; the last stays in the folder as bench.db."""
    files = [plans / f"{name}.txt" for name in NAMES]
    reading, saving = [], []
    for number in range(ROUNDS + 1):
        path = folder / ("bench.db" if number == ROUNDS else f"import-{number}.db")
        read, saved = _once(files, path)
        if number:
            reading.append(read)
            saving.append(saved)
    print(f"Importing the five texts after start-up, {ROUNDS} rounds, processor seconds, medians (least to most)")
    print(f"  reading {middle(reading)}   saving {middle(saving)}")
    both = [a + b for a, b in zip(reading, saving, strict=True)]
    print(f"  together {middle(both)} (under 0.5 wanted)")


def _once(files: list[Path], path: Path) -> tuple[float, float]:
    engine = open_engine(f"sqlite:///{path}")
    ensure_migrated(engine)
    begun = time.process_time()
    contents = [file.read_bytes() for file in files]
    drafts = [
        read_document(content, file.name, today=date(2026, 1, 1)) for content, file in zip(contents, files, strict=True)
    ]
    read = time.process_time()
    with writing(engine) as session:
        for draft, content, file in zip(drafts, contents, files, strict=True):
            load(session, draft, File(file.name, sha256(content).hexdigest()), at=datetime.now(UTC))
    saved = time.process_time()
    engine.dispose()
    return read - begun, saved - read
