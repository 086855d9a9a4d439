"""What is found in a sentence."""

from dataclasses import dataclass
from datetime import date

from plans.dates.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at `start` to `end` of the text. `span` None: no such day (`suggestion` is the nearest that exists), or
    `readings` are the several days it may mean: then it must be asked back. With neither it is a date that cannot be
    read (02-23-04), or speaks of time and names no day (soon, in a few weeks)."""

    start: int
    end: int
    words: str
    span: Span | None = None
    suggestion: date | None = None
    readings: tuple[date, ...] = ()

    @property
    def day(self) -> date | None:
        """Due by its last day: of a month alone the last, of mid February the 15th (DESIGN section 5)."""
        return self.span.last if self.span else None

    @property
    def assumed(self) -> bool:
        """Whether the words left something open, so that the day taken must be read back."""
        return self.span is not None and (bool(self.span.assumed) or self.span.first != self.span.last)
