"""The calendar that a workspace shows and moves on. Whoever opens the workspace gives it."""

from datetime import date, datetime
from typing import Protocol


class Calendar(Protocol):
    def now(self) -> datetime:
        """Aware, in London."""
        ...

    def move_hour(self) -> None: ...

    def move_to_working_day(self) -> None:
        """The next one, at 09:00."""
        ...

    def move_to(self, day: date) -> None:
        """09:00 on that day. ValueError, with a sentence for the person, when the calendar cannot go there."""
        ...
