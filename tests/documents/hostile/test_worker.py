"""The process that reads: within its limits, alone, gone afterwards, whatever it does; and the service beside it."""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from app.failing import Unusable
from app.importing import import_files
from documents.apart import worker
from documents.apart.worker import read_apart
from documents.draft import PlanDraft
from documents.reading import read_document
from documents.unreadable import Unreadable
from plans.asking import answer
from plans.chat import Asker
from storage.database import reading
from storage.models import Action, Entry, Owner, Plan, Prison, Source
from tests.conftest import FIVE
from tests.documents.hostile import forging as f

TODAY = date(2026, 1, 1)
Behaving = Callable[[str], None]


def read(content: bytes = f.TEXT, name: str = "plan.txt") -> PlanDraft:
    return read_apart(content, name, today=TODAY)


def said(content: bytes = f.TEXT) -> str:
    with pytest.raises(Unreadable) as refused:
        read(content)
    return str(refused.value).removeprefix("I could not read plan.txt: ")


@pytest.fixture
def behaving(monkeypatch: pytest.MonkeyPatch) -> Behaving:
    """Let a process that does this stand in for the one that reads."""
    return lambda does: monkeypatch.setattr(worker, "_COMMAND", [sys.executable, "-c", does])


@pytest.mark.parametrize("name", FIVE)
def test_the_published_plans_are_read_as_without_it(name: str, plans_dir: Path) -> None:
    content = (plans_dir / f"{name}.txt").read_bytes()

    assert read(content, name) == read_document(content, name, today=TODAY)


CONFINED = "from documents.apart.confined import confine; confine();"


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        ("", "it is damaged"),
        ("print('hello')", "it is damaged"),
        ("print('[' * 100_000)", "it is damaged"),
        ("print('{\"draft\": 3}')", "it is damaged"),
        ("print('{\"draft\": {\"prison\": 5}}')", "it is damaged"),
        ("import sys; sys.exit('a complaint')", "its reader would not start"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "it is damaged"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGABRT)", "it is damaged"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "it needs more memory than a plan ever does (512 megabytes)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "it takes longer to read than a plan ever does (20 seconds)"),
    ],
)  # fmt: skip
def test_whatever_it_does_is_one_sentence(does: str, sentence: str, behaving: Behaving) -> None:
    behaving(does)

    assert said().startswith(sentence)


@pytest.mark.parametrize("does", ["while True: pass", "import time; time.sleep(60)", "print('{\"done\": 1, \"total\": 2}', flush=True); import time; time.sleep(60)"])  # fmt: skip
def test_what_never_ends_is_ended(does: str, behaving: Behaving, monkeypatch: pytest.MonkeyPatch) -> None:
    behaving(does)
    monkeypatch.setattr(worker, "SECONDS", 0.5)

    begun = time.monotonic()
    assert said().startswith("it takes longer to read than a plan ever does")
    assert time.monotonic() - begun < 15


def test_a_page_of_a_million_strokes_takes_no_longer_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS", 2.0)

    assert said(f.pdf(b"0 0 10 10 re f\n" * 300_000)).startswith(
        "it takes longer to read than a plan ever does (2 seconds)"
    )


def test_what_says_too_much_is_ended(behaving: Behaving, monkeypatch: pytest.MonkeyPatch) -> None:
    behaving("import sys\nwhile True: sys.stdout.write('x' * 100_000)")
    monkeypatch.setattr(worker, "ANSWER", 1_000_000)

    assert said().startswith("it is damaged")


def test_nothing_it_started_outlives_it(behaving: Behaving, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = "import os, time; open(r'%s', 'w').write(str(os.getpid())); time.sleep(60)" % (tmp_path / "pid")
    behaving(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])")
    monkeypatch.setattr(worker, "SECONDS", 2.0)

    assert said()
    for _ in range(50):  # the system may take a moment to bury it
        if not runs(int((tmp_path / "pid").read_text())):
            return
        time.sleep(0.1)
    pytest.fail("it still runs")


def runs(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    try:
        os.kill(process, 0)
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the limit, and the clock alone counts")
def test_memory_is_bounded() -> None:
    ended = [
        subprocess.run([sys.executable, "-c", f"{CONFINED} kept = bytearray({size})"], capture_output=True, check=False)
        for size in (300_000_000, 600_000_000)
    ]

    assert [process.returncode for process in ended] == [0, 1]
    assert b"MemoryError" in ended[1].stderr


@pytest.mark.parametrize(
    "does",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.remove('x')",
        "open('written', 'w').write('x')",
    ],
)  # fmt: skip
def test_it_reaches_and_changes_nothing(does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"{CONFINED}\ntry:\n    {does}\nexcept PermissionError:\n    print('forbidden')\nexcept OSError:\n    print('refused')"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(worker, "_COMMAND", [sys.executable, "-c", program])

    assert said().startswith("it is damaged")
    assert not any(path.stat().st_size for path in tmp_path.iterdir())


def test_the_log_has_what_broke_and_the_user_has_not(behaving: Behaving, caplog: pytest.LogCaptureFixture) -> None:
    behaving("import json; print(json.dumps({'broken': 'Traceback: ZeroDivisionError'}))")
    with caplog.at_level(logging.WARNING):
        sentence = said()

    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in sentence


def test_a_name_is_no_more_than_a_name() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"", "x\n{name}" + "y" * 500)

    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 250


def test_pages_are_told_as_they_are_read(behaving: Behaving) -> None:
    behaving('print(\'{"done": 0, "total": 30}\'); print(\'{"done": 30, "total": 30}\'); print(\'{"refused": "no"}\')')
    told: list[tuple[int, int]] = []
    with pytest.raises(Unreadable):
        read_apart(f.TEXT, "plan.pdf", today=TODAY, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 30), (30, 30)]


def test_a_listener_that_stops_ends_it(behaving: Behaving) -> None:
    behaving('import time; print(\'{"done": 0, "total": 30}\', flush=True); time.sleep(60)')

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        read_apart(f.TEXT, "plan.pdf", today=TODAY, progress=stop)
    assert time.monotonic() - begun < 15


def test_two_are_read_at_a_time_and_the_others_after_them(behaving: Behaving, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading many hostile files at once neither fills the machine nor waits for ever."""
    behaving("import time; time.sleep(60)")
    monkeypatch.setattr(worker, "SECONDS", 0.3)
    sentences: list[str] = []
    threads = [threading.Thread(target=lambda: sentences.append(said())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert len(sentences) == 5


# --- nothing is half saved, and the service answers meanwhile ---------------------------------------------------------


def counts(engine: Engine) -> list[int]:
    tables = (Prison, Plan, Action, Owner, Entry, Source)
    with engine.connect() as connection:
        return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


@pytest.mark.parametrize("wrong", [f.docx()[:-40], b"", f.docx(**{"word/vbaProject.bin": b"x"}), f.png()], ids=["cut", "empty", "macros", "picture"])  # fmt: skip
def test_a_file_that_cannot_be_read_leaves_the_others_of_its_command_unsaved(
    wrong: bytes, engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_bytes(f.TEXT)
    (tmp_path / "wrong.docx").write_bytes(wrong)
    before = counts(engine)

    with pytest.raises(Unusable, match=r"I could not read wrong\.docx: "):
        import_files(engine, [tmp_path / "good.txt", tmp_path / "wrong.docx"], prison="Exampleton", despite=True)

    assert counts(engine) == before
    assert capsys.readouterr().out == ""


def test_questions_are_answered_while_a_hostile_file_is_read(
    published: Engine, behaving: Behaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    behaving(f"{CONFINED}\nwhile True: pass")
    monkeypatch.setattr(worker, "SECONDS", 3.0)
    sentences: list[str] = []
    hostile = threading.Thread(target=lambda: sentences.append(said()))
    hostile.start()
    answered = 0
    while hostile.is_alive():
        with reading(published) as session:
            assert answer(session, "rochester overdue", asker=Asker(), on=date(2025, 2, 3)).rows
        answered += 1

    hostile.join()
    assert sentences[0].startswith("it takes longer")
    assert answered > 20
