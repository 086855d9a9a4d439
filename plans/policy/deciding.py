"""Whose yes something waits for: a report, another date, another lead (DESIGN sections 2 and 5)."""

from collections.abc import Iterable, Iterator
from datetime import date

from plans.calendar import working_day_after
from plans.owners import is_post
from plans.policy.desk import Desk
from plans.policy.recipients import ASSURER, COORDINATOR, Chased, Directory, line_above
from plans.policy.values import Action, Recipient, Request

PATIENCE = 5
"""Working days that a request waits before it rises a level; and that its asker's mentions pause, at most."""

_TOP = 99
"""Levels: more than there are."""

Chosen = tuple[Recipient, str]
"""Who is to decide, and as holding which post."""


def levels(slips: int, *, urgent: bool, outside: bool = False) -> int:
    """How many levels above the lead another date is agreed: one; the second slip two; later the executive director;
    in an Urgent Notification plan one more. For an outside lead the governor records it, in such a plan too."""
    if outside:
        return 1
    return _TOP if slips > 1 else slips + 1 + urgent


def confirming(desk: Desk, action: Action, chased: Chased | None) -> Chosen | None:
    """Who is to confirm what is reported: the first above the lead who has no part in it, else an assurer."""
    return _free(desk, action, list(line_above(_lead(action))), barred(desk, action, chased, action.reporter))


def approving(desk: Desk, action: Action, chased: Chased | None, request: Request) -> tuple[Chosen, date] | None:
    """Who is to agree to another date by now, and since when it waits for them: it rises while nobody answers."""
    steps = [(request.on, 0)]
    for risen in range(1, 4):
        day = working_day_after(request.on, PATIENCE * risen)
        steps += [(day, risen)] if day <= desk.on else []
    shut_out = barred(desk, action, chased, request.person)
    chosen = [(_approver(desk, action, risen, shut_out), day) for day, risen in steps]
    now, _ = chosen[-1]
    return (now, min(day for one, day in chosen if one == now)) if now else None


def _approver(desk: Desk, action: Action, risen: int, shut_out: set[str]) -> Chosen | None:
    lead = _lead(action)
    line = list(line_above(lead))
    outside = bool(action.owners) and not is_post(lead)
    first = levels(action.slips, urgent=action.urgent, outside=outside) - 1 + risen
    return _free(desk, action, line[min(first, max(len(line) - 1, 0)) :], shut_out)


def accepting(desk: Desk, action: Action, request: Request) -> Chosen:
    """Who is to take an action over: whoever answers for the post that it was handed to."""
    return desk.directory.answering(action.prison, request.to)[0].to, request.to


def barred(desk: Desk, action: Action, chased: Chased | None, asker: int | None) -> set[str]:
    """Who may not say yes, by the ledger's keys: whoever owns it, deputises for its lead, does its work, or asked; nor
    a coordinator, who may have said it for them."""
    own = {chased.to.key} if chased else set()
    return own | set(_parties(desk.directory, action, chased, asker))


def _parties(directory: Directory, action: Action, chased: Chased | None, asker: int | None) -> Iterator[str]:
    yield from directory.people(action.prison, _lead(action), deputies=True)
    for joint in action.owners[1:]:
        yield from directory.people(action.prison, joint, deputies=False)
    if chased and chased.delegate:
        yield from directory.people(action.prison, chased.delegate, deputies=True)
    yield from directory.coordinators(action.prison)
    if asker is not None:
        yield f"person {asker}"


def _free(desk: Desk, action: Action, posts: Iterable[str], shut_out: set[str]) -> Chosen | None:
    for post in posts:
        found = desk.directory.holder(action.prison, post)
        if post not in action.owners and found.to.key not in shut_out:
            return found.to, post
    assurer = desk.directory.role(action.prison, "assurer", besides=shut_out)
    return (assurer, ASSURER) if assurer else None


def _lead(action: Action) -> str:
    return action.owners[0] if action.owners else COORDINATOR
