"""How long our own grammar takes over one date phrase: alone (`read`), and within a sentence (`find`).

The processor's time, so that what else the machine does counts for little."""

import time
from collections.abc import Callable
from datetime import date
from statistics import median

from plans.dates import find, read

TODAY = date(2025, 2, 12)
ROUNDS, TIMES = 7, 200
WANTED = 60  # microseconds, each
PHRASES = (
    "mid Feb", "15 February 2025", "15/02/2025", "next Friday", "end of March", "in two weeks", "in 10 working days",
    "Q3 2026", "tomorrow", "first Monday in June", "two weeks on Monday", "Easter Monday", "the August bank holiday",
    "end of the financial year", "Monday after next", "the 5th of next month", "w/c 3 March", "6 to 8 January",
)  # fmt: skip
SENTENCES = (
    "push to mid Feb please",
    "5.13 is done, 3ii by the end of March",
    "we have trained 26 of 50 staff and expect the rest by 15/02/2025",
    "not finished yet: the contractor cannot start before Easter, so it may slip",
)


def run() -> None:
    for name, what, texts in (
        ("read, a phrase", lambda text: read(text, TODAY), PHRASES),
        ("found, a phrase", lambda text: find(text, TODAY), PHRASES),
        ("found, a sentence", lambda text: find(text, TODAY), SENTENCES),
    ):
        spent = [_microseconds(what, text) for text in texts]
        wanted = f", wanted {WANTED}" if texts is PHRASES else ""
        print(
            f"dates {name}: {median(spent):.0f} µs ({min(spent):.0f} to {max(spent):.0f}; "
            f"{len(texts)} of them, the best of {ROUNDS} rounds{wanted})"
        )


def _microseconds(what: Callable[[str], object], text: str) -> float:
    def once() -> float:
        begun = time.process_time()
        for _ in range(TIMES):
            what(text)
        return (time.process_time() - begun) / TIMES

    return min(once() for _ in range(ROUNDS)) * 1_000_000


if __name__ == "__main__":
    run()
