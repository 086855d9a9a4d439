"""What may differ from plan to plan, and its defaults: DESIGN section 4. `sentences` are elsewhere (`wording`)."""

from dataclasses import dataclass
from datetime import time

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@dataclass(frozen=True, slots=True)
class Settings:
    """Days are calendar days, `…_working` working days; hours are London's.

    `hour` to `until`: when a brief may go; what is not sent by then waits for the next working day. `digest_day`, one
    of WEEKDAYS, at `digest_hour`: when the week's digests go.
    """

    hour: time = time(9, 0)
    until: time = time(18, 0)
    coming: int = 28
    this_week: int = 7
    rung_1_working: int = 5
    rung_2_working: int = 10
    rung_3_working: int = 20
    grace_working: int = 10  # after a plan goes live, for what was late already
    note_delay_working: int = 5  # a progress note puts off the next rung so long, once
    quiet_working: int = 10  # an answer keeps an action out of its early mentions so long
    snooze_working: int = 10
    snoozes: int = 2
    still_months: int = 3
    assurance: bool = True
    digest_day: str = "tuesday"
    digest_hour: time = time(8, 30)


DEFAULTS = Settings()
