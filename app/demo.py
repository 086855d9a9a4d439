"""The demonstration on a terminal: the sample plan, one question answered, then whatever one types. Nothing is kept."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from sqlalchemy.engine import Engine

from app.asking import printed
from bot.wording import day
from documents.intake import File, load
from documents.reading import read_document
from plans.asking import answer
from plans.chat import Asker
from storage.database import ensure_migrated, open_engine, reading, writing

QUESTION = "/actions Rochester overdue"
WORDS = (
    "/actions Rochester", "Rochester", "overdue", "overdue by more than 60 days", "due soon", "due by March",
    "due in the next 30 days", "open", "done", "no date", "help", "quit", "Governor", "GFSL", "Prison Group Director",
    "Oxleas", "safety", "healthcare", "about drugs", "5-8",
)  # fmt: skip


def run(on: date) -> None:
    """Load the sample, answer the first question, then go on asking where there is a person at a terminal."""
    with tempfile.TemporaryDirectory(prefix="actions-demo-") as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'demo.db'}")
        ensure_migrated(engine)
        count = _load_sample(engine)
        print(f"The sample plan of HMP Rochester is loaded: {count} actions. The calendar says {on:%A} {day(on)}.\n")
        print(f"> {QUESTION}\n{_reply(engine, QUESTION, on)}\n")
        if sys.stdin.isatty() and sys.stdout.isatty():
            print("Ask more: /actions Rochester due soon, GFSL, safety open, help. Tab completes; quit ends.")
            _converse(lambda words: _reply(engine, words, on))
        engine.dispose()


def _load_sample(engine: Engine) -> int:
    content = (files("app") / "sample" / "rochester-2024.txt").read_bytes()
    draft = read_document(content, "rochester-2024.txt", today=date(2024, 9, 1))
    with writing(engine) as session:
        load(session, draft, File("rochester-2024.txt", sha256(content).hexdigest()), at=datetime.now(UTC))
    return len(draft.actions)


def _reply(engine: Engine, words: str, on: date) -> str:
    with reading(engine) as session:
        return printed(answer(session, without_slash(words), asker=Asker(), on=on).message)


def without_slash(words: str) -> str:
    """`/help` is typed where `/actions` is; only the second is a command of ours."""
    return words if words.startswith("/actions") else words.removeprefix("/")


def _converse(reply: Callable[[str], str]) -> None:
    """Read lines with history and completion until the person has had enough."""
    _complete_words()
    while True:
        try:
            words = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if words.lower().strip("/") in {"quit", "exit", "bye", "q"}:
            return
        if words:
            print(reply(words), end="\n\n")


def _complete_words() -> None:
    try:
        import readline
    except ImportError:  # a Python built without it still converses
        return

    def complete(start: str, state: int) -> str | None:
        found = completions(readline.get_line_buffer()[: readline.get_endidx()])
        return found[state] if state < len(found) else None

    readline.set_completer_delims(" ")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")


def completions(line: str) -> list[str]:
    """What the last word typed may become. A phrase begun words ago is kept to: after "due b", "by March"."""
    typed = line.lower().split(" ")
    for start in range(len(typed)):
        begun = " ".join(typed[start:])
        if begun.strip() and (found := [word for word in WORDS if word.lower().startswith(begun)]):
            return [word[len(begun) - len(typed[-1]) :] for word in found]
    return []
