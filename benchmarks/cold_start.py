"""A cold `actions ask` against the import it cannot do without."""

import sys
from pathlib import Path
from statistics import median

from benchmarks.processes import in_turn, middle

ROUNDS = 15


def run(folder: Path) -> None:
    """Uses the database that the importing benchmark left in the folder."""
    env = {"ACTIONS_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}"}
    actions = str(Path(sys.executable).parent / "actions")
    runs = in_turn(
        {
            "ask": [actions, "ask", "Rochester overdue", "--on", "2025-02-03", "--json"],
            "import sqlmodel": [sys.executable, "-c", "import sqlmodel"],
        },
        env,
        rounds=ROUNDS,
    )
    print(f"\nA cold `actions ask`, {ROUNDS} rounds in turn, medians (least to most)")
    for name, found in runs.items():
        cpu, wall = ([getattr(one, figure) for one in found] for figure in ("cpu", "wall"))
        print(f"  {name:<16} wall {middle(wall)} s   cpu {middle(cpu)} s")
    for figure in ("wall", "cpu"):
        ratios = [getattr(a, figure) / getattr(b, figure) for a, b in zip(*runs.values(), strict=True)]
        print(f"  ratio, {figure:<9} {median(ratios):.2f} (at most 2 wanted)")
