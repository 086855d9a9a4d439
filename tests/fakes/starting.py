"""The program as a process of its own, without the second or two of the processor that importing it takes: forked from
one that has imported it already. Whoever starts it sees a process like any other: its arguments, folder, environment,
files, signals and exit code. What a start from cold shows is tested from cold: `[sys.executable, "-m", "app.cli"]`."""

import atexit
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

ROOT = Path(__file__).parents[2]
LAUNCHER = ROOT / "tests" / "fakes" / "launcher.py"
COLD = (sys.executable, "-m", "app.cli")


@cache
def program() -> tuple[str, ...]:
    """The words that start it; its arguments follow."""
    door = Path(mkdtemp(prefix="actions-")) / "door"
    parent = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.parent", str(door)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(_end, parent, door)
    assert parent.stdout
    assert parent.stdout.readline() == b"ready\n"
    return (sys.executable, "-I", "-S", str(LAUNCHER), str(door))


def _end(parent: subprocess.Popen[bytes], door: Path) -> None:
    parent.communicate()  # it ends when nobody holds the other end of its input
    door.unlink(missing_ok=True)
    door.parent.rmdir()
