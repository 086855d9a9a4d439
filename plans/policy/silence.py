"""Which rule keeps an action out of a day's briefs, and when it is next mentioned (DESIGN section 7, `why`)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plans.calendar import last_working_day, next_working_day
from plans.policy import once, waiting
from plans.policy.days import months_after, slot_from, slot_of_quarter
from plans.policy.deciding import confirming
from plans.policy.desk import Desk, when_known
from plans.policy.ladder import ladder
from plans.policy.lines import COMPLETED, enters, is_snoozed
from plans.policy.values import Action, Silence, Why

Because = tuple[Why, date | None]
_DAY = timedelta(days=1)


def silences(desk: Desk, actions: Iterable[Action], all_kept: Why | None = None) -> Iterator[Silence]:
    """Of each action that is in no brief, why. `all_kept`: a reason that keeps everything back this day."""
    for action in actions:
        why, until = _status(desk, action) or _kept(desk, all_kept) or _rule(desk, action)
        yield Silence(action, why, until)


def _kept(desk: Desk, all_kept: Why | None) -> Because | None:
    return (all_kept, when_known(desk.on + _DAY) if all_kept != "before_the_hour" else desk.on) if all_kept else None


def _status(desk: Desk, action: Action) -> Because | None:
    """What keeps an action silent whatever the day."""
    if not action.live:
        return "closed", None
    if action.status == "withdrawn":
        return "withdrawn", None
    if action.live_on > desk.on:
        return "not_started_yet", when_known(action.live_on)
    if action.status in COMPLETED:
        return "done", _asked_next(desk, action)
    return None


def _rule(desk: Desk, action: Action) -> Because:
    chased = desk.directory.chased(action)
    if chased is None:
        return "no_owner", None
    if action.status == "reported":
        return "reported", _next_slot(desk) if confirming(desk, action, chased) else None
    if is_snoozed(desk, action, chased.to, ladder(desk, action, chased)):
        return "snoozed", desk.snoozed_until(action, chased.to)
    if paused := waiting.paused_until(desk, action):
        return "asked", paused
    if action.due is None:
        return _undated(desk, action)
    entered = enters(desk, action)
    if entered and entered > desk.on:
        return "far_off", slot_from(entered)
    quiet = None if desk.is_late(action) else desk.quiet_until(action)
    if quiet:
        return "answered", min(quiet + _DAY, next_working_day(action.due))
    return "no_brief_today", _next_mention(desk, action, action.due)


def _undated(desk: Desk, action: Action) -> Because:
    if once.is_standing(action):
        return "asked_already", _asked_next(desk, action)
    if action.starts and action.starts > desk.on:
        return "not_started_yet", slot_from(action.starts)
    this = slot_of_quarter(desk.on)
    return "no_date", this if this > desk.on else slot_of_quarter(months_after(desk.on, 3))


def _asked_next(desk: Desk, action: Action) -> date | None:
    """When "still happening?" is next asked."""
    if action.since is None:
        return None
    if action.status == "done":
        asked = when_known(months_after(action.since, desk.settings(action).still_months))
        return asked if asked > desk.on else None
    ahead = months_after(desk.on, desk.settings(action).still_months)
    asked = once.still_day(desk, action, ahead) or ahead
    return when_known(asked) if asked > desk.on else None


def _next_slot(desk: Desk) -> date:
    return slot_from(desk.on + _DAY)


def _next_mention(desk: Desk, action: Action, due: date) -> date:
    """The next day on which the action itself makes a brief go, as things stand."""
    slot = _next_slot(desk)
    if due < desk.on:
        return slot
    days = [next_working_day(due), slot_from(max(slot, due - timedelta(days=desk.settings(action).this_week)))]
    days.append(last_working_day(due))
    return min(day for day in days if day > desk.on)
