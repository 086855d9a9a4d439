"""Real files with bits flipped, pieces cut, doubled or moved: each is read or refused, and nothing else happens.

For a minute in CI, a few seconds elsewhere. What is changed is drawn from a seed; only how far it gets depends on the
machine, and nothing is asserted of that.
"""

import io
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from zipfile import BadZipFile, ZipFile

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from documents.draft import PlanDraft
from documents.intake import File, load
from documents.reading import read_document
from documents.unreadable import Unreadable
from storage.database import writing
from storage.models import Action, Plan
from tests.documents.hostile import forging as f
from tests.documents.hostile.fuzzing import SECONDS

MINUTE = 60 if os.environ.get("ACTIONS_TOOLS_REQUIRED") else 6
SEED = 2024
TODAY = date(2026, 1, 1)
FORMATS = ("docx", "pdf", "odt", "xlsx", "html", "txt")


def files(plans_dir: Path) -> list[tuple[str, bytes]]:
    published = [(path.name, path.read_bytes()) for kind in FORMATS for path in sorted(plans_dir.glob(f"*.{kind}"))]
    made = [("made.docx", f.docx()), ("made.xlsx", f.xlsx()), ("made.odt", f.odt()), ("made.html", f.html()),
            ("made.pdf", f.pdf(f.words("Action plan"))), ("made.txt", f.TEXT)]  # fmt: skip
    return published + made


def changed(content: bytes, random: Random) -> bytes:
    """A file with something wrong in it; within a zip file, in the words as often as in the packing."""
    if content[:2] == b"PK" and random.random() < 0.7:
        return _changed_within(content, random)
    return _changed(content, random)


def _changed_within(content: bytes, random: Random) -> bytes:
    """Packed anew, so that what is wrong is not found at the door."""
    with suppress(BadZipFile), ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        name = random.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        return f.packed({**parts, name: _changed(parts[name], random)})
    return content


def _changed(content: bytes, random: Random) -> bytes:
    bad = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 20, 100))):
        if not bad:
            break
        at = random.randrange(len(bad))
        match random.randrange(6):
            case 0:
                bad[at] ^= 1 << random.randrange(8)
            case 1:
                bad[at] = random.randrange(256)
            case 2:
                del bad[at : at + random.choice((1, 3, 50, 5_000))]
            case 3:
                bad[at:at] = bad[at : at + random.choice((1, 20, 500))]
            case 4:
                bad[at:at] = random.choice(
                    (b"<", b">", b'"', b"\t", b"\n", b"\x00", b"999999999", b"-1", b"&#0;", b"\xff\xfe")
                )
            case 5:
                to = random.randrange(len(bad))
                bad[at : at + 40], bad[to : to + 40] = bad[to : to + 40], bad[at : at + 40]
    return bytes(bad)


class Reader:
    """A confined process that reads many files, and is started anew when one ends it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, content: bytes) -> tuple[str, ...]:
        process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps({"name": name, "size": len(content)}).encode() + b"\n" + content)
            process.stdin.flush()
        line = process.stdout.readline()
        if line:
            return tuple(json.loads(line))
        self.close()
        return "ended", str(process.returncode)

    def _started(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.documents.hostile.fuzzing"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[3],
        )  # fmt: skip
        return self._process

    def close(self) -> None:
        if self._process:
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None


@pytest.fixture
def reader() -> Iterator[Reader]:
    one = Reader()
    yield one
    one.close()


def test_a_file_with_anything_wrong_in_it_is_read_or_refused(plans_dir: Path, reader: Reader) -> None:
    originals, random = files(plans_dir), Random(SEED)
    until = time.monotonic() + MINUTE
    came: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    while time.monotonic() < until:
        name, content = random.choice(originals)
        outcome, *why = reader.read(name, changed(content, random))
        came[outcome] += 1
        if outcome in {"broken", "ended"}:
            broken[f"{name}: {' '.join(why)}"] += 1
    print(dict(came), *(f"{count} × {what}" for what, count in broken.most_common()), sep="\n")

    assert came["draft"] + came["refused"] > 0
    assert came["ended"] == 0, f"a file ended its reader, or took over {SECONDS} s"
    assert not broken


def test_what_is_read_of_a_broken_file_is_saved_whole_or_not_at_all(plans_dir: Path, engine: Engine) -> None:
    """However odd a draft, the database takes all of it or nothing."""
    originals, random = files(plans_dir), Random(SEED + 1)
    until = time.monotonic() + MINUTE / 15
    saved = 0
    for turn in range(10_000):
        if time.monotonic() > until and saved:
            break
        name, content = random.choice([one for one in originals if not one[0].endswith(".pdf")])
        draft = _read(name, changed(content, random))
        if draft is None:
            continue
        with writing(engine) as session:
            point = session.begin_nested()
            loaded = load(session, draft, File(f"{turn}-{name}", sha256(content).hexdigest()), at=datetime.now(UTC))
            held = session.connection().scalar(
                select(func.count()).select_from(Action).join(Plan).where(Plan.key == loaded.plan)
            )
            assert held == len(draft.actions)
            point.rollback()
            saved += 1
        with writing(engine) as session:
            assert session.connection().scalar(select(func.count()).select_from(Plan)) == 0


def _read(name: str, content: bytes) -> PlanDraft | None:
    try:
        return read_document(content, name, today=TODAY, prison="Exampleton")
    except Unreadable:
        return None
