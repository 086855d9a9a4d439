"""The ladder of a late action: which posts above are told, on which working day, and what stops it (DESIGN section 4).

A rung is told once to whoever stands at its post then, and once more to a new holder of that post.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from plans.calendar import working_day_after
from plans.policy.desk import Desk, Offer, when_known
from plans.policy.recipients import EXECUTIVE_DIRECTOR, GOVERNOR, GROUP_DIRECTOR, Chased, Found
from plans.policy.values import Action, Item, Reason, Step


@dataclass(frozen=True, slots=True)
class Rung:
    step: Step
    found: Found
    due: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """`last` is the rung told, today's included, `next` the one to come; `rungs` those that are told today."""

    last: Step | None = None
    next: Step | None = None
    rungs: tuple[Rung, ...] = ()


NOWHERE = Ladder()


def base(desk: Desk, action: Action, due: date) -> date:
    """The day from which the rungs are counted: the due date, or the end of grace of a plan that went live after it; or
    that on which another lead accepted the action."""
    start = due if action.live_on <= due else working_day_after(action.live_on, desk.settings(action).grace_working)
    return max(start, action.led_since) if action.led_since and action.led_since <= desk.on else start


def ladder(desk: Desk, action: Action, chased: Chased) -> Ladder:
    """Where a late action stands on its ladder. Blocked, it stands nowhere: blocked stops it as a report does."""
    if action.due is None or not desk.is_late(action) or action.status == "blocked":
        return NOWHERE
    last = next_ = None
    told: list[Rung] = []
    for rung in _rungs(desk, action, chased, base(desk, action, action.due)):
        if rung.step.day > desk.on:
            next_ = next_ or rung.step
            continue
        last = rung.step
        if rung.due:
            told.append(rung)
    return Ladder(last, next_, tuple(told))


def _rungs(desk: Desk, action: Action, chased: Chased, start: date) -> Iterator[Rung]:
    """Each rung that is not held by whoever owes the action: on the day it was told, else on the day it will be."""
    noted = action.noted_on if action.noted_on and action.noted_on <= desk.on else None
    reference, owing = start, {chased.to.key}
    for reason, post, working in _posts(desk, action, chased):
        found, _ = desk.directory.answering(action.prison, post)
        if found.to.key in owing:
            continue
        if post in action.owners[:1]:  # a delegate does the work: the lead still owes it
            owing.add(found.to.key)
        day = working_day_after(start, working)
        said = _said(desk, action, found, Step(post, day, reason), start)
        if said:
            reference = said
        elif noted and noted >= reference:
            # A note puts off the next rung alone, however many notes there are.
            day, noted = working_day_after(day, desk.settings(action).note_delay_working), None
        due = day <= desk.on if said is None else _is_new_to(desk, action, found, reason, said)
        yield Rung(Step(post, said or max(day, desk.on), reason), found, due)


def _posts(desk: Desk, action: Action, chased: Chased) -> tuple[tuple[Reason, str, int], ...]:
    settings = desk.settings(action)
    first = action.owners[0] if chased.delegate and action.owners else GOVERNOR
    return (
        ("rung_1", first, settings.rung_1_working),
        ("rung_2", GROUP_DIRECTOR, settings.rung_2_working),
        ("rung_3", EXECUTIVE_DIRECTOR, settings.rung_3_working),
    )


def _said(desk: Desk, action: Action, found: Found, step: Step, start: date) -> date | None:
    """The day on which a rung was told to anybody who stood at its post. What was told of an earlier date is past."""
    keys = {*desk.directory.circle(action.prison, step.post), found.to.key}
    told = desk.told(keys, action.id, step.reason)
    if told and told > start:
        return told
    return step.day if desk.presumed(step.day) else None


def _is_new_to(desk: Desk, action: Action, found: Found, reason: str, said: date) -> bool:
    """Has the post a new holder since the rung was told?"""
    if found.stands_in or found.came is None or found.came <= said:
        return False
    return desk.owes(found.to, action.id, when_known(found.came), reason)


def offers(stand: Ladder, item: Item) -> Iterator[Offer]:
    """The lines of the rungs that are told today; `item` is the action as its owner sees it."""
    for rung in stand.rungs:
        line = replace(item, section="decision", reason=rung.step.reason, quality="above", answers=rung.step.post)
        yield Offer(rung.found.to, line, ("rung",))
