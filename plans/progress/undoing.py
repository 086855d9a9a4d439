"""Taking back what was recorded in the last ten minutes."""

from datetime import timedelta

from plans.messages import Changed, Refused
from plans.progress.turn import Turn

UNDO = timedelta(minutes=10)


def undo(turn: Turn, action: int, seq: int) -> Changed | Refused:
    """Take an entry back, if it is one's own, of the last ten minutes, and nothing was done to the action since."""
    raise NotImplementedError
