"""Red, amber, green, blue or grey: DESIGN section 2, RAG, as help publishes it."""

from datetime import date, timedelta
from typing import Protocol

from plans.calendar import working_day_after
from plans.messages import Colour

SOON = timedelta(days=14)
UNCONFIRMED_WORKING = 20
"""Working days after which what was reported and nobody confirmed is red."""

OWED = ("not_started", "in_progress", "blocked")
OPEN = (*OWED, "reported")
CONFIRMED = ("done", "sustained")


class Stood(Protocol):
    @property
    def status(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def slips(self) -> int: ...
    @property
    def since(self) -> date | None: ...


def colour(action: Stood, on: date) -> Colour:
    """The first that fits. Open without a date is grey; what only has a start has no date."""
    if action.status == "withdrawn":
        return "grey"
    if action.status in CONFIRMED:
        return "blue"
    if days_late(action, on) or action.status == "blocked" or is_unconfirmed(action, on):
        return "red"
    if is_soon(action, on) or action.slips or action.status == "reported":
        return "amber"
    return "green" if action.due else "grey"


def days_late(action: Stood, on: date) -> int:
    """Days past the due date of what is overdue, else 0: open, not reported, due before the day (DESIGN 2)."""
    return (on - action.due).days if action.due and action.due < on and action.status in OWED else 0


def is_soon(action: Stood, on: date) -> bool:
    """Open, and due from the day to a fortnight later (DESIGN 2)."""
    return action.status in OPEN and action.due is not None and on <= action.due <= on + SOON


def is_unconfirmed(action: Stood, on: date) -> bool:
    """Reported twenty working days ago or longer, and not confirmed."""
    reported = action.since if action.status == "reported" else None
    return reported is not None and working_day_after(reported, UNCONFIRMED_WORKING) <= on
