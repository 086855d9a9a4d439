"""What waits for somebody's yes, and what others did meanwhile: who hears of it, and when (DESIGN sections 4 and 5)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from plans.calendar import first_working_day, next_working_day, working_day_after
from plans.policy.above import RISES_AFTER
from plans.policy.deciding import accepting, approving
from plans.policy.desk import Desk, Offer, when_known
from plans.policy.recipients import Chased
from plans.policy.values import Action, Event, Item, Reason, Recipient, Request

RIDES = frozenset({"agree", "accept", "confirm"})
"""What others decide as was hoped makes no brief; whatever else they do does."""


def open_requests(desk: Desk, action: Action) -> Iterator[Request]:
    """Asked by the day: a calendar set back does not know what comes."""
    return (one for one in action.requests if one.on <= desk.on)


def paused_until(desk: Desk, action: Action) -> date | None:
    """The day on which an open request for another date rises: so long its asker is not reminded, and no longer for
    asking again. None: not paused."""
    if not action.requests:
        return None
    days = (working_day_after(one.since, RISES_AFTER) for one in open_requests(desk, action) if one.kind == "extension")
    last = max(days, default=None)
    return last if last and desk.on < last else None


def asked(desk: Desk, action: Action, chased: Chased) -> tuple[Request | None, str]:
    """What waits, another date first, and the post that decides it."""
    for one in sorted(open_requests(desk, action), key=lambda one: one.kind):
        if one.kind == "hand_over":
            return one, one.to
        found = approving(desk, action, chased, one)
        return one, found[0][1] if found else ""
    return None, ""


def offers(desk: Desk, chased: Chased, own: Item) -> Iterator[Offer]:
    """The lines of those who are to decide; `own` is the action as its owner sees it."""
    for one in open_requests(desk, own.action):
        if one.kind == "hand_over":
            to, post = accepting(desk, own.action, one)
            yield from _waits(desk, own, one, to, post, "accept", one.on)
        elif found := approving(desk, own.action, chased, one):
            (to, post), since = found
            yield from _waits(desk, own, one, to, post, "approve", since)


def _waits(
    desk: Desk, own: Item, request: Request, to: Recipient, post: str, reason: Reason, since: date
) -> Iterator[Offer]:
    """On its own day, and then on Mondays."""
    natural, said = when_known(since), desk.told([to.key], own.action.id, reason)
    if natural > desk.on:
        return
    due = not desk.presumed(natural) and (said is None or said < natural)
    line = replace(
        own, section="decision", reason=reason, quality="above", answers=post, newly_late=False, asked=request,
        goes_to=post,
    )  # fmt: skip
    yield Offer(to, line, (reason,) if due else ("monday",) if desk.window(to).monday else ())


def news(desk: Desk, action: Action, chased: Chased) -> tuple[Event, ...]:
    """What others did since whoever answers for the action last heard."""
    if not action.events:
        return ()
    to, said = chased.to, desk.told([chased.to.key], action.id, "news")
    heard = ((event, heard_on(desk, action, event)) for event in action.events if not _is_own(event, chased))
    return tuple(event for event, on in heard if desk.window(to).has(on) and (said is None or said < on))


def heard_on(desk: Desk, action: Action, event: Event) -> date:
    """The day of the first brief that can tell of it: what is done after the hour is told on the next working day."""
    return told_on(event.moment, desk.settings(action).hour)


def told_on(moment: datetime, hour: time) -> date:
    """Of a moment in London, by the hour from which briefs go."""
    day = moment.date()
    return first_working_day(day) if moment.time() < hour else next_working_day(day)


def _is_own(event: Event, chased: Chased) -> bool:
    if event.person is None:
        return event.by == chased.answers
    return chased.to.person is not None and chased.to.person.id == event.person


def triggers(events: tuple[Event, ...]) -> tuple[str, ...]:
    return () if all(event.doing in RIDES for event in events) else ("news",)
