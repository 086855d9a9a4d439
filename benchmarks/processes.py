"""Runs whole commands and takes the operating system's own account of each: processor and wall seconds."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    cpu: float
    wall: float


def timed(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """One run of the command, its output thrown away; it must succeed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, wall)


def in_turn(commands: Mapping[str, Sequence[str]], env: Mapping[str, str], *, rounds: int) -> dict[str, list[Run]]:
    """Every command once a round, after one round that is not counted: the machine's drift falls on all alike."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = timed(command, env)
            if number:
                runs[name].append(run)
    return runs


def middle(values: Sequence[float]) -> str:
    """Median, with the least and the most."""
    return f"{median(values):.3f} ({min(values):.3f} to {max(values):.3f})"
