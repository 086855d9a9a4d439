"""Which lines an action gives on a day, to whom, and which of them make a brief go (DESIGN section 4)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plans.calendar import last_working_day, next_working_day
from plans.policy import once, waiting
from plans.policy.days import WEEK
from plans.policy.desk import OWED, Desk, Offer
from plans.policy.ladder import Ladder, ladder
from plans.policy.ladder import offers as rungs
from plans.policy.recipients import Chased
from plans.policy.values import Action, Item, Reason, Recipient, Section

_INTRODUCTIONS = frozenset({"going_live", "handover"})
COMPLETED = frozenset({"done", "sustained"})


def offers(desk: Desk, action: Action) -> Iterator[Offer]:
    """Every line of the action this day. Only of a live plan is anybody reminded."""
    if not action.live:
        yield from once.closed_plan(desk, action)
    elif action.live_on > desk.on or action.status == "withdrawn":
        return
    elif chased := desk.directory.chased(action):
        yield from _with_news(desk, action, chased, _of_status(desk, action, chased))
    elif action.status == "reported":
        yield from once.confirm(desk, action)


def _of_status(desk: Desk, action: Action, chased: Chased) -> Iterator[Offer]:
    if action.status == "reported":
        yield from once.confirm(desk, action)
    elif action.status in COMPLETED:
        yield from once.still(desk, action, chased)
    elif action.status in OWED:
        yield from _owed(desk, action, chased)


def _with_news(desk: Desk, action: Action, chased: Chased, offers: Iterator[Offer]) -> Iterator[Offer]:
    """What others did stands in the line that there is; without one it makes one."""
    events = waiting.news(desk, action, chased)
    if not events:
        yield from offers
        return
    triggers, is_said = waiting.triggers(events), False
    for offer in offers:
        if offer.to.key == chased.to.key and not is_said:
            is_said = True
            said = replace(offer.item, news=events, also=(*offer.item.also, "news"))
            yield replace(offer, item=said, triggers=(*offer.triggers, *triggers))
        else:
            yield offer
    if not is_said:
        own = _item(desk, action, chased, ladder(desk, action, chased))
        section: Section = own.section if is_near(desk, action) else "news"
        yield Offer(chased.to, replace(own, section=section, reason="news", news=events), triggers)


def is_near(desk: Desk, action: Action) -> bool:
    """Is it open, and so near its date that it has a place in a brief of its own?"""
    entered = enters(desk, action)
    return action.status in OWED and (entered is None or entered <= desk.on)


def _owed(desk: Desk, action: Action, chased: Chased) -> Iterator[Offer]:
    stand = ladder(desk, action, chased)
    joint = list(once.joint(desk, action, chased))
    reason, triggers = _mention(desk, action, chased, stand)
    if once.is_standing(action) and not reason and not is_snoozed(desk, action, chased.to, stand):
        yield from once.still(desk, action, chased)
    if not (stand.rungs or joint or reason or action.requests):
        return
    own = _item(desk, action, chased, stand)
    yield from waiting.offers(desk, chased, own)
    yield from rungs(stand, own)
    yield from (replace(offer, item=_beside(own, offer.item)) for offer in joint)
    if reason in _INTRODUCTIONS:  # one list, whatever the dates: where does each stand?
        yield Offer(chased.to, replace(own, section="decision", reason=reason), triggers)
    elif reason:
        yield Offer(chased.to, own, triggers)


def _mention(desk: Desk, action: Action, chased: Chased, stand: Ladder) -> tuple[Reason | None, tuple[str, ...]]:
    """Why the action stands in its owner's brief, if one goes, and what makes one go."""
    if is_snoozed(desk, action, chased.to, stand):
        return None, ()
    if introduced := once.introduction(desk, action, chased):
        return introduced, (introduced,)
    if once.is_standing(action) or waiting.paused_until(desk, action) or not is_mentioned(desk, action, chased.to):
        return None, ()
    return place(desk, action)[1], _triggers(desk, action, chased.to)


def next_after(desk: Desk, action: Action) -> tuple[Recipient, date] | None:
    """Who is to answer for an action that falls due in the week after the coming days, and when it does."""
    entered = enters(desk, action)
    if not entered or not action.live or action.live_on > desk.on or action.status not in OWED:
        return None
    if not desk.on < entered <= desk.on + WEEK:
        return None
    chased = desk.directory.chased(action)
    return (chased.to, action.due) if chased and action.due else None


def _item(desk: Desk, action: Action, chased: Chased, stand: Ladder) -> Item:
    """The action as its owner sees it."""
    section, reason = place(desk, action)
    asked, goes_to = waiting.asked(desk, action, chased) if action.requests else (None, "")
    return Item(
        action=action,
        section=section,
        reason=reason,
        quality=chased.quality,
        answers=chased.answers,
        owed_by=action.owners[0] if action.owners else chased.answers,
        delegate=chased.delegate,
        days_late=desk.days_late(action),
        next=stand.next,
        last=stand.last,
        newly_late=_falls_late(desk, action, chased.to),
        asked=asked,
        goes_to=goes_to,
    )


def _beside(own: Item, joint: Item) -> Item:
    """A joint owner's line: the action stands as it does for its lead."""
    return replace(joint, section=own.section, days_late=own.days_late, next=own.next, last=own.last)


def place(desk: Desk, action: Action) -> tuple[Section, Reason]:
    """Where an open action stands in a brief, whoever asks."""
    if action.due is None:
        return ("still", "still") if action.standing else ("no_date", "no_date")
    if action.due < desk.on:
        return "late", "late"
    soon = action.due <= desk.on + timedelta(days=desk.settings(action).this_week)
    return ("this_week", "this_week") if soon else ("coming", "coming")


def enters(desk: Desk, action: Action) -> date | None:
    """The first of its last 28 days."""
    return action.due - timedelta(days=desk.settings(action).coming) if action.due else None


def is_mentioned(desk: Desk, action: Action, to: Recipient) -> bool:
    """Does the action stand in its owner's brief, if one goes?"""
    if desk.is_late(action):
        return True
    if desk.quiet_until(action):
        return False
    entered = enters(desk, action)
    if entered is None:
        started = action.starts is None or action.starts <= desk.on
        return started and desk.window(to).opens_quarter
    return entered <= desk.on


def is_snoozed(desk: Desk, action: Action, to: Recipient, stand: Ladder) -> bool:
    """A snooze keeps an action out until it ends, or until a rung was told: then nobody may look away."""
    until = desk.snoozed_until(action, to)
    return until is not None and desk.on < until and stand.last is None


def _triggers(desk: Desk, action: Action, to: Recipient) -> tuple[str, ...]:
    """Why this line makes a brief go."""
    due, window = action.due, desk.window(to)
    if due is None:
        return ()
    said = []
    entered = enters(desk, action)
    soon = due <= desk.on + timedelta(days=desk.settings(action).this_week)
    if window.monday and (soon or (entered and entered > window.slot_before)):
        said.append("monday")
    if desk.on <= due and window.has(last_working_day(due)):
        said.append("last_day")
    if _falls_late(desk, action, to):
        said.append("first_late")
    ended = desk.snoozed_until(action, to)
    if ended and window.has(ended):
        said.append("snooze_over")
    return tuple(said)


def _falls_late(desk: Desk, action: Action, to: Recipient) -> bool:
    """Has it become late since the last brief? What was late when its plan went live has not."""
    if action.due is None or action.live_on > action.due or not desk.is_late(action):
        return False
    return desk.window(to).has(next_working_day(action.due))
