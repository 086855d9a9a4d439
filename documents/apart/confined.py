"""What runs in the process that reads a document: limits first, then the document from stdin, then what it says.

Each line on stdout is one JSON object: {"done", "total"} pages, and last of all one of {"draft"}, {"refused"}: a
sentence, {"memory"}, {"broken"}: where. documents.apart.worker starts it, and ends it when its time is over.
"""

import json
import os
import sys
import traceback
from contextlib import suppress
from datetime import date
from typing import IO, Any

from documents.apart.limits import LARGEST_FILE, MEMORY, PAGES, SECONDS, SECONDS_A_PAGE
from documents.unreadable import Unreadable, too_large

_FILES = 64
"""Open at a time: a reader opens its modules, one by one."""

_KINDNESS = 2
"""Reading gives way to answering where both want the processor; with more, a busy machine would starve it past its
time."""

_FORBIDDEN = (
    "socket.", "subprocess.", "urllib.", "ftplib.", "http.", "pty.", "webbrowser.", "os.exec", "os.fork", "os.system",
    "os.posix_spawn", "os.spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir",
)  # fmt: skip


def main() -> None:
    """Read what stdin holds: a line of JSON (name, today, prison), then the document itself."""
    import documents.apart.kept
    import documents.reading  # noqa: F401 – what every document needs, while it may still be kept compiled

    confine()
    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read(LARGEST_FILE + 1)
    say = _Saying(sys.stdout.buffer)
    try:
        say(_read(content, asked, say))
    except MemoryError:
        say({"memory": True})


def _read(content: bytes, asked: dict[str, Any], say: "_Saying") -> dict[str, object]:
    from documents.apart.kept import facts_of
    from documents.reading import read_document

    try:
        draft = read_document(
            content,
            asked["name"],
            today=date.fromisoformat(asked["today"]),
            prison=asked["prison"],
            progress=say.progress,
        )
        return {"draft": facts_of(draft)}
    except Unreadable as refused:
        return {"refused": str(refused)}
    except MemoryError:
        raise
    except Exception as error:
        # Whatever a library makes of a broken file: its own kinds of errors are without number.
        if _is_of_memory(error):
            raise MemoryError from error
        return {"broken": traceback.format_exc(limit=-12)[-6000:]}


def _is_of_memory(error: Exception) -> bool:
    """libxml2 and zlib say in words of their own that there is no more memory, or no words at all."""
    return "memory" in str(error).lower() or isinstance(error.__context__, MemoryError) or _most_held() > MEMORY * 0.8


def _most_held() -> int:
    """Bytes of address space at the worst moment; 0 where the system does not tell."""
    with suppress(OSError, IndexError, ValueError), open("/proc/self/status") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmPeak:"))
    return 0


class _Saying:
    """Lines on stdout."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._pages = 0

    def __call__(self, facts: dict[str, object]) -> None:
        self._out.write(json.dumps(facts, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n")
        self._out.flush()

    def progress(self, done: int, total: int) -> None:
        """Of pages: a document of many has more time, of too many none."""
        if total > PAGES:
            raise too_large(f"it has over {PAGES:,} pages")
        if total != self._pages:
            self._pages = total
            _limit("RLIMIT_CPU", _seconds(total))
        self({"done": done, "total": total})


def confine() -> None:
    """Take from this process what reading a document does not need. Where a system refuses a limit, the clock of
    documents.apart.worker still counts."""
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_CPU", _seconds(0), at_most=_seconds(PAGES))
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NOFILE", _FILES)
    _limit("RLIMIT_CORE", 0)
    with suppress(OSError):
        os.nice(_KINDNESS)
    sys.dont_write_bytecode = True
    sys.addaudithook(_forbid)


def _seconds(pages: int) -> int:
    return round(SECONDS + SECONDS_A_PAGE * pages)


def _limit(name: str, value: int, *, at_most: int | None = None) -> None:
    try:
        import resource

        which = getattr(resource, name)
        most = resource.getrlimit(which)[1]
        hard = at_most or (most if name == "RLIMIT_CPU" else value)
        if most != resource.RLIM_INFINITY:
            hard = min(hard, most)
        resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
    except (ImportError, AttributeError, ValueError, OSError):
        return


def _forbid(event: str, details: tuple[object, ...]) -> None:
    """No library that reads is to reach a network, start a program or change a file, whatever a document asks for."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} while a document is read")


if __name__ == "__main__":
    main()
