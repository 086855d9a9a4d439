"""What is said once, on or after a day of its own: who owes what since when, joint owners' news, "still happening?",
what waits to be confirmed, what a closed plan left open (DESIGN section 4)."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from plans.calendar import next_working_day
from plans.policy.days import months_after
from plans.policy.deciding import confirming
from plans.policy.desk import OPEN, OWED, Desk, Offer, when_known
from plans.policy.recipients import COORDINATOR, GOVERNOR, Chased, latest
from plans.policy.values import Action, As, Item, Reason, Recipient, Section

Introduction = Literal["going_live", "handover"]
_MONTHLY = 1


def item(
    action: Action, section: Section, reason: Reason, *, quality: As, answers: str, delegate: str | None = None
) -> Item:
    owed_by = action.owners[0] if action.owners else answers
    return Item(action, section, reason, quality, answers, owed_by, delegate)


def introduction(desk: Desk, action: Action, chased: Chased) -> Introduction | None:
    """Is the reader to learn today that they owe this? When the plan goes live, or when they take the post over; but
    standing in for somebody who is away is taking nothing over."""
    came, gap = chased.found.came, chased.found.gap
    if action.led_since and (came is None or came <= action.led_since):
        return None  # they accepted it, and so know
    is_handed_over = came is not None and action.live_on < came
    if is_handed_over and gap and gap.kind == "away":
        return None
    natural = when_known(latest(action.live_on, came) or action.live_on)
    if not desk.owes(chased.to, action.id, natural, "going_live", "handover"):
        return None
    return "handover" if is_handed_over else "going_live"


def joint(desk: Desk, action: Action, chased: Chased) -> Iterator[Offer]:
    """A joint owner is told twice: when the plan goes live, and when the action first falls overdue."""
    for party in action.owners[1:]:
        to = desk.directory.answering(action.prison, party)[0].to
        if to.key == chased.to.key:
            continue
        if _is_newly_overdue(desk, action, to):
            line = item(action, "late", "joint_late", quality="joint", answers=party)
            yield Offer(to, line, ("joint_late",))
        elif desk.owes(to, action.id, when_known(action.live_on), *_TOLD_OF_IT):
            line = item(action, "coming", "joint_live", quality="joint", answers=party)
            yield Offer(to, line, ("going_live",))


_RUNGS = ("rung_1", "rung_2", "rung_3")
_TOLD_OF_IT = ("joint_live", "joint_late", "going_live", "handover", *_RUNGS)  # who led it once was told of it then


def _is_newly_overdue(desk: Desk, action: Action, to: Recipient) -> bool:
    if action.due is None or not desk.is_late(action) or action.live_on > action.due:
        return False
    return desk.owes(to, action.id, next_working_day(action.due), "joint_late", *_RUNGS)


def still_day(desk: Desk, action: Action, on: date) -> date | None:
    """The last day up to `on` to ask whether something still happens: each quarter, each month where the target says
    so; of what is done once, three months later."""
    if action.since is None or action.since >= on:
        return None
    months = _MONTHLY if action.recurrence == "monthly" else desk.settings(action).still_months
    gone = (on.year - action.since.year) * 12 + on.month - action.since.month
    times = gone // months
    if months_after(action.since, times * months) > on:
        times -= 1
    if action.status == "done":
        times = min(times, 1)
    return months_after(action.since, times * months) if times > 0 else None


def is_standing(action: Action) -> bool:
    """Open, to be kept up, and without a date by which it would be late."""
    return action.standing and action.due is None and action.status in OWED


def still(desk: Desk, action: Action, chased: Chased) -> Iterator[Offer]:
    # What was to be asked on a day not worked is asked on the next: so look at days up to the latest of them.
    asked = still_day(desk, action, desk.on)
    if asked is None or (chased.found.came and when_known(asked) < when_known(chased.found.came)):
        return
    natural = when_known(asked)
    answered = action.answered_on
    said = desk.told([chased.to.key], action.id, "still", "handover", "going_live")
    if desk.presumed(natural) or natural > desk.on or (said and said >= natural) or (answered and answered >= asked):
        return
    line = item(action, "still", "still", quality=chased.quality, answers=chased.answers, delegate=chased.delegate)
    yield Offer(chased.to, line, ("still",))


def confirm(desk: Desk, action: Action) -> Iterator[Offer]:
    """What is reported waits on whoever confirms it, on its own day and then on Mondays."""
    if not desk.settings(action).assurance:
        return
    chosen = confirming(desk, action, desk.directory.chased(action))
    if chosen is None:
        return
    to, post = chosen
    reported = action.since or action.live_on
    said = desk.told([to.key], action.id, "confirm")
    natural = when_known(reported)
    due = natural <= desk.on and not desk.presumed(natural) and (said is None or said < reported)
    weekly = ("monday",) if desk.window(to).monday and natural <= desk.on else ()
    line = item(action, "decision", "confirm", quality="above", answers=post)
    yield Offer(to, line, ("confirm",) if due else weekly)


def closed_plan(desk: Desk, action: Action) -> Iterator[Offer]:
    """What a closed plan left open is listed once, to be carried over, marked done or left with a reason."""
    if action.closed_on is None or action.status not in OPEN:
        return
    coordinator = desk.directory.role(action.prison, "coordinator")
    to = coordinator or desk.directory.holder(action.prison, GOVERNOR).to
    if not desk.owes(to, action.id, when_known(action.closed_on), "closed_plan"):
        return
    quality: As = "coordinator" if coordinator else "above"
    line = item(action, "decision", "closed_plan", quality=quality, answers=COORDINATOR if coordinator else GOVERNOR)
    yield Offer(to, line, ("closed_plan",))
