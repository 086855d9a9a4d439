"""What is written out of an action, and its words made fit to leave: on one line, prisoner numbers masked."""

from dataclasses import dataclass
from datetime import date, datetime

from plans.masking import masked
from plans.messages import DigestLine


@dataclass(frozen=True, slots=True)
class Exported:
    """An action as a digest has it, and what that leaves out. `owners` are by key and as printed, the lead first;
    `delegate` is a post's name.

    `said_on` and `said_as`: when it was last answered for, and as which post. `recorded`: the moment of whatever was
    last recorded of it (UTC), `version` how often it was changed.
    """

    line: DigestLine
    owners: tuple[tuple[str, str], ...]
    text: str
    recorded: datetime
    version: int = 1
    target: str = ""
    delegate: str = ""
    recurrence: str = ""
    said_on: date | None = None
    said_as: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        return tuple(printed for _, printed in self.owners)


def plain(words: str) -> str:
    """One line, of what can be printed; prisoner numbers (DESIGN section 5) masked."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return masked(" ".join(shown.split()))
