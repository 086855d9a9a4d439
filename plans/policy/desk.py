"""One day's situation laid out for the rules: who stands where, what was said before, which days are answered for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plans.calendar import first_working_day, next_working_day, working_day_after
from plans.policy.days import Window, window
from plans.policy.recipients import Directory
from plans.policy.settings import DEFAULTS, Settings
from plans.policy.values import Action, Item, Recipient, Situation, Snoozed

OPEN = frozenset({"not_started", "in_progress", "blocked", "reported"})
OWED = OPEN - {"reported"}
"""What its owner is to answer for: a reported action waits on somebody else."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line for somebody's brief. `triggers`: why it makes a brief go; none, and it only rides in one that goes."""

    to: Recipient
    item: Item
    triggers: tuple[str, ...] = ()


def settings_of(situation: Situation, plan: str = "") -> Settings:
    """A plan's settings, else those of every plan (the plan ""), else the defaults."""
    return situation.settings.get(plan) or situation.settings.get("") or DEFAULTS


class Desk:
    """A situation, with what every rule asks of it."""

    def __init__(self, situation: Situation) -> None:
        self.situation, self.on = situation, situation.on
        self.directory = Directory(situation.register, situation.on)
        self._windows: dict[str, Window] = {}
        self._snoozes: dict[tuple[int, int], Snoozed] = {}
        for snooze in sorted(situation.snoozes, key=lambda one: one.on):
            if snooze.on <= self.on:
                self._snoozes[snooze.action, snooze.person] = snooze

    def settings(self, action: Action) -> Settings:
        return settings_of(self.situation, action.plan)

    def window(self, to: Recipient) -> Window:
        key = to.key
        if key not in self._windows:
            since = self.situation.behind.get(key, self.situation.since)
            self._windows[key] = window(since, self.on)
        return self._windows[key]

    # --- what was said before -----------------------------------------------------------------------------------

    def told(self, keys: Iterable[str], subject: int | str, *reasons: str) -> date | None:
        """The last day on which any of the recipients was told of it for any of the reasons."""
        said = (self.situation.told(key, subject, reason) for key in keys for reason in reasons)
        return max((day for day in said if day), default=None)

    def presumed(self, natural: date) -> bool:
        """Does what was due on a day count as said, because that was before the first moment asked about?"""
        return natural < self.situation.presumed_before

    def owes(self, to: Recipient, subject: int | str, natural: date, *reasons: str) -> bool:
        """Is something that is said once due by its day, and neither said (for any of the reasons) nor presumed so?"""
        if natural > self.on or self.presumed(natural):
            return False
        return self.told([to.key], subject, *reasons) is None

    # --- answers ------------------------------------------------------------------------------------------------

    def is_late(self, action: Action) -> bool:
        return action.due is not None and action.due < self.on and action.status in OWED

    def days_late(self, action: Action) -> int:
        return (self.on - action.due).days if action.due and self.is_late(action) else 0

    def quiet_until(self, action: Action) -> date | None:
        """The last day on which an answer keeps the action out of its early mentions; None when none does."""
        answered = action.answered_on
        if answered is None or answered > self.on:
            return None
        last = working_day_after(answered, self.settings(action).quiet_working)
        return last if self.on <= last else None

    def snoozed_until(self, action: Action, to: Recipient) -> date | None:
        """The first day after the recipient's snooze, in force or ended; None without one.

        Asked for before the date, it ends at the latest on the first working day after it.
        """
        snooze = self._snoozes.get((action.id, to.person.id)) if to.person and self._snoozes else None
        if snooze is None:
            return None
        if action.due and snooze.on <= action.due:
            return min(first_working_day(snooze.until), next_working_day(action.due))
        return first_working_day(snooze.until)


def when_known(day: date) -> date:
    """The first working day on or after a day; date.min, which stands for long ago, stays what it is."""
    return day if day.year < 1900 else first_working_day(day)
