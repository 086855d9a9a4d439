"""One thing done to one action: who may is looked up, the row is locked, and its history says so."""

from dataclasses import dataclass
from datetime import date

from plans.messages import Changed, Refused
from plans.progress.turn import Turn
from plans.rights import Doing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants done. `version` is the action's as they saw it, None for words, which are of it as it is.

    `until` is the date asked for, `day` a day that was stated, `to` the key of the post it should go to, `read` the
    phrases and the days they were taken for. `words` are verbatim.
    """

    action: int
    doing: Doing
    version: int | None = None
    words: str = ""
    until: date | None = None
    day: date | None = None
    to: str | None = None
    links: tuple[str, ...] = ()
    read: tuple[tuple[str, date], ...] = ()


def change(turn: Turn, wanted: Wanted, *, preview: bool = False) -> Changed | Refused:
    """Do it, in the caller's transaction; with `preview` only say what would become of it."""
    raise NotImplementedError


def permitted(turn: Turn, action: int) -> tuple[Doing, ...]:
    """What whoever's turn it is may do to the action as it stands, in the order of buttons."""
    raise NotImplementedError
