"""Reads a document in a process of its own, so that no file can hold the service up, fill its memory or end it.

This side starts the process, listens and ends it; `confined` runs in it, within `limits`.
"""

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import IO, Any

from documents.apart.limits import ANSWER, AT_ONCE, LARGEST_FILE, MEMORY, PAGES, SECONDS, SECONDS_A_PAGE
from documents.draft import PlanDraft
from documents.readers import Progress
from documents.unreadable import Unreadable, damaged, refused, too_large

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # a command has no log: its user is told one sentence
_places = threading.BoundedSemaphore(AT_ONCE)
_ALONE = "Send the plan alone, as a Word file if you can."
_COMMAND = [sys.executable, "-I", "-m", "documents.apart.confined"]
"""Isolated: neither the folder it is started in nor the environment says what is imported."""


def _unnoticed(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def read_apart(
    content: bytes, name: str, *, today: date, prison: str | None = None, progress: Progress = _unnoticed
) -> PlanDraft:
    """As read_document, within limits of memory and time. Blocks; raises Unreadable. From any thread: two documents
    are read at a time, others wait their turn."""
    shown = " ".join(name.split())[:100]
    if len(content) > LARGEST_FILE:
        raise too_large(f"it holds over {LARGEST_FILE // 1_000_000} megabytes").of(shown)
    asked = {"name": shown, "today": today.isoformat(), "prison": prison}
    try:
        with _places:
            return _read(content, asked, progress)
    except Unreadable as error:
        raise error.of(shown) from error


def _read(content: bytes, asked: dict[str, Any], progress: Progress) -> PlanDraft:
    with tempfile.TemporaryFile() as file:
        file.write(json.dumps(asked).encode() + b"\n" + content)
        file.seek(0)
        process = _started(file)
        try:
            return _drawn(_Heard(process), progress)
        finally:
            _end(process)


def _started(file: IO[bytes]) -> subprocess.Popen[bytes]:
    """In a group of its own, so that nothing it might start outlives it."""
    return subprocess.Popen(  # noqa: S603 – our own module, by the path of this Python; nothing of the file is in it
        _COMMAND, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={}, start_new_session=True
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()


def _drawn(heard: "_Heard", progress: Progress) -> PlanDraft:
    """What the process says, line by line, to the draft or the refusal that comes last."""
    for said in heard.lines():
        match said:
            case {"done": int(done), "total": int(total)}:
                heard.allow(total)
                progress(done, total)
            case {"draft": facts}:
                return _draft(facts)
            case {"refused": str(sentence)}:
                raise Unreadable(sentence)
            case {"memory": _}:
                raise _hungry()
            case {"broken": str(why)}:
                _log.warning("a document broke its reader\n%s", why)
                raise damaged()
            case _:
                break
    raise _died(heard)


def _draft(facts: object) -> PlanDraft:
    from pydantic import ValidationError

    from documents.apart.kept import draft_of

    try:
        return draft_of(facts)
    except ValidationError as error:
        _log.warning("a reader said what is no draft: %s", error)
        raise damaged() from error


def _hungry() -> Unreadable:
    return refused(f"it needs more memory than a plan ever does ({MEMORY // 1_000_000} megabytes)", _ALONE)


def _late(seconds: float) -> Unreadable:
    return refused(f"it takes longer to read than a plan ever does ({seconds:.0f} seconds)", _ALONE)


def _died(heard: "_Heard") -> Unreadable:
    """It ended with nothing said: by its limits, by the system, by a fault in a library that the file met."""
    ended = heard.ended()
    _log.warning("a reader ended with %s\n%s", ended, heard.complaints.decode(errors="replace")[-4000:])
    if ended == -signal.SIGXCPU:
        return _late(heard.seconds)
    if ended == 1:  # Python's own: what a file does to its reader is caught and said
        return refused("its reader would not start", "That is no fault of the file: tell whoever runs the bot.")
    return _hungry() if ended == -signal.SIGKILL else damaged()


class _Heard:
    """What a process says on its two pipes, until it ends or its time does."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.begun = time.monotonic()
        self.seconds = SECONDS
        self.complaints = b""

    def allow(self, pages: int) -> None:
        """More time for a document of many pages."""
        self.seconds = SECONDS + SECONDS_A_PAGE * max(0, min(pages, PAGES))

    def lines(self) -> Iterator[object]:
        """Each line as JSON; what is none ends them. Raises Unreadable when the time is over."""
        begun: list[bytes] = []
        for piece in self._pieces():
            *ended, rest = piece.split(b"\n")
            for end in ended:
                try:
                    yield json.loads(b"".join([*begun, end]))
                except (ValueError, RecursionError):
                    return
                begun.clear()
            begun.append(rest)

    def _pieces(self) -> Iterator[bytes]:
        heard = 0
        with selectors.DefaultSelector() as pipes:
            for pipe, name in ((self.process.stdout, "said"), (self.process.stderr, "complained")):
                if pipe:
                    pipes.register(pipe, selectors.EVENT_READ, name)
            while pipes.get_map():
                ready = pipes.select(self._remaining())
                for end, _ in ready:
                    piece = os.read(end.fd, 1 << 16)
                    heard += len(piece)
                    if heard > ANSWER:
                        return
                    if not piece:
                        pipes.unregister(end.fileobj)
                    elif end.data == "said":
                        yield piece
                    else:
                        self.complaints = (self.complaints + piece)[-10_000:]

    def _remaining(self) -> float:
        remaining = self.begun + self.seconds - time.monotonic()
        if remaining <= 0:
            raise _late(self.seconds)
        return remaining

    def ended(self) -> int:
        """Its exit code, negative for a signal; a process that only closed its pipes is ended."""
        try:
            return self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return 0
