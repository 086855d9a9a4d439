"""What was done to actions since the digest before, and by which posts: never by whom, and none of their words."""

from collections.abc import Iterator
from datetime import datetime

from plans.addresses import written
from plans.calendar import day_of
from plans.digest.naming import Naming
from plans.digest.replaying import standing
from plans.digest.values import Event, Known, State
from plans.messages import Change

SILENT = ("loaded", "judged", "blank", "note", "nudge")
"""Kinds of entries that change nothing a leader is told of."""


def changes(known: Known, naming: Naming, since: datetime, until: datetime) -> tuple[Change, ...]:
    """After a moment and by another, the oldest first; what was taken back is left out."""
    found = [
        (event.at, place, event.seq, _change(action, event, naming))
        for place, action in enumerate(known.actions)
        for event in _told(known.history(action.id), since, until)
    ]
    return tuple(change for *_, change in sorted(found, key=lambda one: one[:3]))


def _told(history: tuple[Event, ...], since: datetime, until: datetime) -> Iterator[Event]:
    if not any(since < one.at <= until for one in history):
        return
    for one in standing(history, until):
        if since < one.at and one.kind not in SILENT and not _is_mere_progress(one):
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
