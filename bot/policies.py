"""The reminder policy in sentences, as its settings make it."""

from datetime import time

from bot.wording import many
from plans.policy.settings import Settings


def sentences(settings: Settings) -> tuple[str, ...]:
    """Each rule in force, in the order in which an action meets them."""
    return (
        f"Briefs go on working days at {hour(settings.hour)}, London time; what is not sent by {hour(settings.until)}"
        " waits for the next working day. Nobody gets more than one a day.",
        "A brief goes on Monday, or after a Monday that is a bank holiday on the next working day, if anything is late,"
        f" due within {many(settings.this_week, 'day')}, has entered its last {many(settings.coming, 'day')} or waits"
        " on the reader; on the last working day on or before a date; and on the first working day after it.",
        f"It lists all that is late, due within {many(settings.this_week, 'day')} or within"
        f" {many(settings.coming, 'day')}; actions without a date once a quarter.",
        f"An answer keeps an action out of its early mentions for {_working(settings.quiet_working)}.",
        _ladder(settings),
        "Only a report, an approved date, an accepted hand-over, or blocked with a reason stops that. A progress note"
        f" puts the next of these off by {_working(settings.note_delay_working)}, once.",
        "For what was late when its plan was loaded, all of this is counted from"
        f" {_working(settings.grace_working)} after that instead of from its date.",
        f"An action can be snoozed for {_working(settings.snooze_working)} at most, {_times(settings.snoozes)}, and not"
        " once it has been raised.",
        f"Whether something ongoing still happens is asked every {many(settings.still_months, 'month')}, monthly where"
        f" its target says so; of what is done once, {many(settings.still_months, 'month')} later.",
        "What is reported done is confirmed by a post above its lead."
        if settings.assurance
        else "What is reported done counts as done: nobody is asked to confirm it.",
        f"A prison's digest goes to its leadership channel each {settings.digest_day.title()} at"
        f" {hour(settings.digest_hour)}, or where that is a bank holiday on the next working day of its week; one not"
        " sent that day goes on another working day of the same week, or not at all.",
    )


def _ladder(settings: Settings) -> str:
    return (
        f"An action that stays late is raised {_working(settings.rung_1_working)} after its date to its lead if a"
        f" delegate does the work, else to the Governor; after {_working(settings.rung_2_working)} to the Prison Group"
        f" Director; after {_working(settings.rung_3_working)} to the Executive Director; to each once, and never to"
        " whoever owes it."
    )


def _working(days: int) -> str:
    return many(days, "working day")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def hour(at: time) -> str:
    """9am, 5:30pm"""
    minutes = f":{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"
