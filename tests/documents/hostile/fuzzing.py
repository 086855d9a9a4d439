"""The process that the fuzz feeds: confined as the one that reads is, it reads file after file and says what came of each.

On stdin come a line of JSON, {"name", "size"}, then the file; on stdout goes one line for each: "draft", "refused",
"memory", or "broken" with where. It sets itself a time for each file, and dies of it.
"""

import json
import resource
import signal
import sys
import traceback
from datetime import date

from documents.apart.confined import confine
from documents.apart.kept import draft_of, facts_of
from documents.reading import read_document
from documents.unreadable import Unreadable

TODAY = date(2026, 1, 1)
SECONDS = 20


def outcome(content: bytes, name: str) -> list[str]:
    try:
        draft = read_document(content, name, today=TODAY, prison="Exampleton")
        return ["draft"] if draft_of(json.loads(json.dumps(facts_of(draft)))) == draft else ["broken", "not as kept"]
    except Unreadable as refused:
        whole = str(refused).startswith("I could not read ") and name in str(refused) and "{name}" not in str(refused)
        return ["refused"] if whole else ["broken", f"said: {refused}"]
    except MemoryError:
        return ["memory"]
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)
        ours = [
            f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in last if "/documents/" in frame.filename
        ]
        return ["broken", f"{type(error).__name__}: {str(error)[:120]} at {' '.join(ours[-3:])}"]


def main() -> None:
    confine()
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))  # of many files together; the alarm is for each
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        content = sys.stdin.buffer.read(asked["size"])
        signal.alarm(SECONDS)
        said = outcome(content, asked["name"])
        signal.alarm(0)
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
