"""Whose yes an action waits for on a day: a report, another date, another lead. `above` says who is free to give it."""

from datetime import date

from plans.calendar import working_day_after
from plans.owners import is_post
from plans.policy.above import RISES_AFTER, Matter, named, risen
from plans.policy.desk import Desk
from plans.policy.recipients import COORDINATOR, Chased, line_above
from plans.policy.values import Action, Recipient, Request
from plans.rights import levels

Chosen = tuple[Recipient, str]
"""Who is to decide, and as holding which post."""


def confirming(desk: Desk, action: Action, chased: Chased | None) -> Chosen | None:
    """Who is to confirm what is reported: the first above the lead who has no part in it, else an assurer (DESIGN
    section 2, Status)."""
    return named(desk.directory, _matter(action, chased, *action.reporter))


def approving(desk: Desk, action: Action, chased: Chased | None, request: Request) -> tuple[Chosen, date] | None:
    """Who is to agree to another date by now, and since when it waits for them: it rises while nobody answers (DESIGN
    section 5)."""
    line = len(list(line_above(_lead(action))))
    outside = bool(action.owners) and not is_post(_lead(action))
    level = levels(action.slips, action.kind, outside=outside, line=line)
    matter = _matter(action, chased, request.person, request.asker, level=level)
    chosen = [named(desk.directory, matter, risen=up) for up in range(risen(request.since, desk.on) + 1)]
    first = chosen.index(chosen[-1])
    rose = working_day_after(request.since, RISES_AFTER * first) if first else request.on
    return (chosen[-1], max(rose, request.on)) if chosen[-1] else None


def accepting(desk: Desk, action: Action, request: Request) -> Chosen:
    """Who is to take an action over: whoever answers for the post that it was handed to."""
    return desk.directory.answering(action.prison, request.to)[0].to, request.to


def _matter(action: Action, chased: Chased | None, person: int | None, post: str, *, level: int = 1) -> Matter:
    """Who answered as a post that nobody is known to hold is barred by the post."""
    persons = frozenset({person} if person is not None else ())
    posts = frozenset({post} if person is None and post else ())
    return Matter(action.prison, action.owners, chased.delegate if chased else None, persons, posts, level)


def _lead(action: Action) -> str:
    return action.owners[0] if action.owners else COORDINATOR
