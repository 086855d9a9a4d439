"""Date phrases within a sentence: where they stand and what days they mean."""

from dataclasses import dataclass
from datetime import date

from plans.dates.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at `start` to `end` of the text. `span` None: no such day (`suggestion` is the nearest that exists), or
    `readings` are the several days it may mean: then it must be asked back."""

    start: int
    end: int
    words: str
    span: Span | None = None
    suggestion: date | None = None
    readings: tuple[date, ...] = ()


def find(text: str, today: date, *, past: bool = False) -> list[Found]:
    """Every date phrase in the text, in order, none within another. Numbers that are refs or percentages are none."""
    return []
