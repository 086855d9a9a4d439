"""`make bench`: prints every figure with what it is compared to."""

import os
import sys
import tempfile
from pathlib import Path

from benchmarks import cold_start, commands, digests, documents, importing, ledger, phrases, planning, replies

PLANS = Path(os.environ.get("ACTIONS_PLANS_DIR") or Path(__file__).parents[2] / "shared" / "plans")


def main() -> None:
    if not PLANS.is_dir():
        sys.exit(f"The published plans are not in {PLANS}: set ACTIONS_PLANS_DIR to the folder that holds them.")
    with tempfile.TemporaryDirectory(prefix="actions-bench-") as folder:
        importing.run(PLANS, Path(folder))
        documents.run(PLANS)
        cold_start.run(Path(folder))
        commands.run(Path(folder))
        phrases.run()
        replies.run()
        planning.run(Path(folder))
        digests.run(Path(folder))
        ledger.run(Path(folder))


if __name__ == "__main__":
    main()
