"""A stretch of days played through with nobody answering: what each day would say, in memory alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from plans.calendar import is_working_day, last_working_day
from plans.policy.briefs import day
from plans.policy.settings import Settings
from plans.policy.values import Action, Day, PlannedBrief, Situation, Told
from plans.register import Period


class Memory:
    """What was said `before` the first day, if anything, and by every brief since: all of them taken as sent."""

    def __init__(self, before: Told | None = None) -> None:
        self._before = before
        self._said: dict[tuple[str, int | str, str], date] = {}

    def __call__(self, recipient: str, subject: int | str, reason: str) -> date | None:
        said = self._said.get((recipient, subject, reason))
        return said or (self._before(recipient, subject, reason) if self._before else None)

    def keep(self, brief: PlannedBrief) -> None:
        for item in brief.items:
            for reason in item.reasons:
                self._said[brief.to.key, item.action.id, reason] = brief.on
        for gap in brief.gaps:
            self._said[brief.to.key, gap.about, "gap"] = brief.on


def long_before(start: Situation, first: date) -> Situation:
    """As if all had been so before the first day asked about: a calendar moves today, not what is known. Of an
    absence the register is told when it ends; it has the day of telling as its first."""
    before = last_working_day(first - timedelta(days=1))  # a working day, so that its own brief is long gone too
    actions = [
        replace(
            action,
            live_on=date.min,
            since=_since(action, first, start.on) or min(action.since or before, before),
            closed_on=action.closed_on and min(action.closed_on, before),
        )
        for action in start.actions
    ]
    absences = tuple(replace(one, period=Period(last=one.period.last)) for one in start.register.absences)
    register = replace(start.register, absences=absences)
    since = first - timedelta(days=1)
    asks = [replace(one, live_on=date.min) for one in start.uninspected]
    made = replace(start, actions=actions, register=register, uninspected=asks)
    return replace(made, since=since, presumed_before=first)


def _since(action: Action, first: date, on: date) -> date | None:
    """What people did in the time asked about was done when they did it."""
    changed = action.changed_on
    return changed if changed and first <= changed <= on else None


SettingsOn = Callable[[date], Mapping[str, Settings]]


def simulate(start: Situation, first: date, last: date, settings: SettingsOn | None = None) -> Iterator[Day]:
    """Every day from the first to the last, both included, as it would be if the days before it had gone so.

    `settings` gives those in force on a day, where they change on the way.
    """
    told = Memory(start.told)
    now = replace(start, told=told)
    for days in range((last - first).days + 1):
        on = first + timedelta(days=days)
        now = replace(now, on=on, settings=settings(on) if settings else start.settings)
        planned = day(now)
        yield planned
        for brief in planned.briefs:
            told.keep(brief)
        if is_working_day(on):
            now = replace(now, since=on, behind={})
