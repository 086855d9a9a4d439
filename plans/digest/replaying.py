"""How an action stood at a moment: from how it stands now, back over what was done to it since.

A plan counts as loaded before any day asked about, as it is printed now: actions that a re-issue added count from the
start, and which plans are live is as it is by now. What a re-issue prints anew of titles and owners is not taken back
either: its entry does not say what stood there before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

from plans.calendar import LONDON, day_of
from plans.digest.colours import CONFIRMED
from plans.digest.naming import Naming, naming
from plans.digest.values import Asked, Event, Known, State

MOVES = ("agree", "report", "changed", "undo")
"""Kinds of entries whose dates moved the action; others name a date that is only asked for, or refused."""

_BOTH = ("extension", "hand_over")


def end_of(day: date) -> datetime:
    """The last moment of a day in London."""
    return datetime.combine(day, time.max, LONDON)


def at(known: Known, moment: datetime) -> tuple[State, ...]:
    """Every action as it stood, in order."""
    return tuple(_stood(known, one, moment) for one in known.actions)


def _stood(known: Known, now: State, moment: datetime) -> State:
    history, asked = known.history(now.id), known.asked.get(now.id, ())
    later = [one for one in history if one.at > moment]
    was = _back(now, later, _Before(history, asked, naming(known.register))) if later else now
    waits = tuple(one for one in asked if _is_open(one, history, moment))
    printed = was.status in CONFIRMED and is_printed(history, moment)
    return replace(was, since=_since(history, moment), waits=waits, printed=printed)


# --- back over what was done -----------------------------------------------------------------------------------------


class _Before(NamedTuple):
    """What going back goes by."""

    history: Sequence[Event]
    asked: Sequence[Asked]
    named: Naming


def _back(now: State, later: Sequence[Event], known: _Before) -> State:
    by_seq = {one.seq: one for one in known.history}
    placed = {one.settled: one.was_at for one in known.asked if one.settled is not None}
    status, due, slips, first, owners = now.status, now.due, now.slips, now.original_due, now.owners
    for event in reversed(later):
        undone = by_seq.get(event.undoes) if event.undoes is not None else None
        status = event.from_status if event.from_status and event.to_status else status
        if has_moved(event):
            due, first = event.from_due, _promised(event, first)
        slips += _slips(undone) - _slips(event)
        if undone and undone.kind == "accept" and undone.party:
            owners, placed[undone.seq] = _led(owners, undone.party, known.named)
        elif event.kind == "accept":
            owners = _led_back(owners, placed.get(event.seq))
    return replace(now, status=status, due=due, slips=slips, original_due=first, owners=owners)


def has_moved(event: Event) -> bool:
    """Did the action's date become another by it?"""
    return event.kind in MOVES and event.from_due != event.to_due


def _promised(event: Event, first: date | None) -> date | None:
    """The first promise before an entry: a re-issue gives one to an action that had none."""
    if event.kind != "changed":
        return first
    if event.from_due is None:
        return None if first == event.to_due else first
    return first or event.from_due


def _slips(event: Event | None) -> int:
    """How many slips it counts: an agreed date where there was one."""
    return int(event is not None and event.kind == "agree" and event.from_due is not None)


Owners = tuple[tuple[str, str], ...]


def _led(owners: Owners, party: str, named: Naming) -> tuple[Owners, int | None]:
    """As an accepted hand-over has them, and where among them the party stood before."""
    was_at = next((at for at, (key, _) in enumerate(owners) if key == party), None)
    first = owners[was_at] if was_at is not None else (party, named(party))
    return (first, *(one for one in owners if one[0] != party)), was_at


def _led_back(owners: Owners, was_at: int | None) -> Owners:
    """Before it: the lead stands where it stood."""
    if not owners:
        return owners
    first, *others = owners
    if was_at is not None:
        others.insert(was_at, first)
    return tuple(others)


# --- what stood then -------------------------------------------------------------------------------------------------


def standing(history: Sequence[Event], moment: datetime) -> list[Event]:
    """What was done by then, and not taken back by then."""
    said = [one for one in history if one.at <= moment]
    undone = {one.undoes for one in said if one.undoes is not None}
    return [one for one in said if one.kind != "undo" and one.seq not in undone]


def _since(history: Sequence[Event], moment: datetime) -> date | None:
    """The day it came into its status. Loading comes first, whatever the clock says."""
    became = _became(history, moment)
    by_people = [one for one in became if one.kind != "loaded"]
    return day_of((by_people or became)[-1].at) if became else None


def is_printed(history: Sequence[Event], moment: datetime) -> bool:
    """Was its status that which its plan printed, at loading or in a re-issue: did nobody say another since?"""
    since = [one for one in _became(history, moment) if one.kind != "loaded"]
    return not since or since[-1].kind == "changed"


def _became(history: Sequence[Event], moment: datetime) -> list[Event]:
    return [one for one in standing(history, moment) if one.to_status and one.from_status != one.to_status]


def _is_open(asked: Asked, history: Sequence[Event], moment: datetime) -> bool:
    """Was it asked for, and not answered, at that moment? An answer that was taken back counted until it was."""
    moments: Mapping[int, datetime] = {one.seq: one.at for one in history}
    begun, ended = moments.get(asked.asked), moments.get(asked.settled or 0)
    if begun is None or begun > moment or (ended is not None and ended <= moment):
        return False
    if asked.settled is not None and ended is None:
        return False
    taken_back = {one.undoes: one.at for one in history if one.undoes is not None}
    return not any(
        one.at <= moment < taken_back[one.seq]
        for one in history
        if one.seq > asked.asked and one.seq in taken_back and asked.kind in _ends(one)
    )


def _ends(event: Event) -> tuple[str, ...]:
    """The kinds of requests that such an entry brings to an end (`plans.effects`)."""
    if event.kind in ("confirm", "leave") or event.to_status in CONFIRMED:
        return _BOTH
    if event.kind in ("postpone", "agree", "decline"):
        return ("extension",)
    if event.kind in ("hand_over", "accept", "refuse"):
        return ("hand_over",)
    return ("extension",) if event.kind == "report" and event.to_due else ()
