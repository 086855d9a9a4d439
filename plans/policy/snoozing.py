"""How long an action may be kept out of one person's briefs, how often, and when no more (DESIGN section 4)."""

from collections.abc import Iterable
from datetime import date

from plans.calendar import next_working_day, working_day_after
from plans.policy.settings import Settings

RUNGS = ("rung_1", "rung_2", "rung_3")


def longest(due: date | None, on: date, settings: Settings) -> date:
    """The last day that an action can be snoozed until: so many working days, and what is not late yet no longer than
    to the first working day after its date."""
    most = working_day_after(on, settings.snooze_working)
    return min(most, next_working_day(due)) if due and on <= due else most


def barred(reasons: Iterable[str], times: int, settings: Settings) -> str | None:
    """Why it cannot be snoozed, as the end of a sentence: what was told of it to anybody, and how often it was."""
    if any(reason in RUNGS for reason in reasons):
        return "has gone up a level already"
    if times >= settings.snoozes:
        return "was snoozed twice already" if settings.snoozes == 2 else f"was snoozed {times} times already"
    return None
