"""What was done to actions since the digest before, and by which posts: never by whom, and none of their words."""

from collections.abc import Callable, Iterator
from datetime import datetime

from plans.addresses import written
from plans.calendar import day_of
from plans.digest.naming import Naming
from plans.digest.replaying import standing
from plans.digest.values import Earlier, Event, Known, State
from plans.messages import Change

SILENT = ("loaded", "judged", "blank", "note", "nudge")
"""Kinds of entries that change nothing a leader is told of."""


def heads(known: Known) -> tuple[tuple[str, int], ...]:
    """By plan the last seq of its history that is known, 0 where nothing is."""
    last = {plan.key: 0 for plan in known.plans}
    for action in known.actions:
        for event in known.history(action.id)[-1:]:
            last[action.plan] = max(event.seq, last.get(action.plan, 0))
    return tuple(sorted(last.items()))


def changes(known: Known, naming: Naming, before: Earlier, until: datetime) -> tuple[Change, ...]:
    """After the digest before and by a moment, the oldest first; what was taken back is left out."""
    found = [
        (event.at, place, event.seq, _change(action, event, naming))
        for place, action in enumerate(known.actions)
        for event in _told(known.history(action.id), _since(before, action.plan), until)
    ]
    return tuple(change for *_, change in sorted(found, key=lambda one: one[:3]))


def _since(before: Earlier, plan: str) -> Callable[[Event], bool]:
    """Is an entry after the digest before? Where it says how far the plan's history had come, by that too: what was
    done in its very moment, but after it, is in no other digest."""
    head = before.heads.get(plan)
    return lambda one: one.at > before.as_at or (head is not None and one.seq > head)


def _told(history: tuple[Event, ...], is_since: Callable[[Event], bool], until: datetime) -> Iterator[Event]:
    if not any(one.at <= until and is_since(one) for one in history):
        return
    for one in standing(history, until):
        if is_since(one) and one.kind not in SILENT and not _is_mere_progress(one):
            yield one


def _is_mere_progress(event: Event) -> bool:
    return event.kind == "progress" and event.to_status is None


def _change(action: State, event: Event, naming: Naming) -> Change:
    return Change(
        action=action.id,
        plan=action.plan,
        address=written(action.ref, action.step),
        title=action.title,
        doing=event.kind,
        on=day_of(event.at),
        by=naming(event.as_post),
        for_party=naming(event.for_party) if event.for_party != event.as_post else "",
        party=naming(event.party),
        channel=event.channel,
        from_status=event.from_status or "",
        to_status=event.to_status or "",
        from_due=event.from_due,
        to_due=event.to_due,
    )
