"""What a digest is made of: a prison's actions as they are now, their history, what is asked for, what was judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from plans.register import Register


class Event(NamedTuple):
    """An entry of an action's history: who by which posts (keys), from what to what; `undoes` the seq of another."""

    action: int
    seq: int
    at: datetime
    kind: str
    as_post: str | None
    for_party: str | None
    party: str | None
    channel: str
    from_status: str | None
    to_status: str | None
    from_due: date | None
    to_due: date | None
    undoes: int | None


class Asked(NamedTuple):
    """Another date, or another lead, that was asked for: by the entry `asked`, and brought to an end by `settled`.

    `was_at`: where among the owners the new lead stood before it accepted, None where nowhere.
    """

    action: int
    kind: str
    asked: int
    asked_on: date
    settled: int | None
    to_due: date | None
    to_party: str | None
    person: int | None
    as_post: str | None
    for_party: str | None
    was_at: int | None


@dataclass(frozen=True, slots=True)
class State:
    """An action at a moment. `owners` are (key, as printed), the lead first; `since` the day it came into its status,
    `waits` what is asked for of it; `printed`: it is done or sustained as the plan prints it, and nobody said so."""

    id: int
    plan: str
    ref: str
    step: str
    title: str
    owners: tuple[tuple[str, str], ...]
    status: str
    due: date | None
    original_due: date | None
    slips: int
    starts: date | None = None
    theme: str | None = None
    concern: str | None = None
    since: date | None = None
    waits: tuple[Asked, ...] = ()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class LivePlan:
    """`live_on`: the day it went live; `inspected` the last day of the inspection that it answers, if known;
    `ranked_on` what it ranks by among a prison's plans."""

    key: str
    name: str
    kind: str
    live_on: date | None = None
    inspected: date | None = None
    ranked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What inspectors found on a visit, `on` its last day. `told`: what a person said it is about, (plan, theme, ref)
    of each plan that they spoke of."""

    review: str
    on: date
    body: str
    kind: str
    section: str | None
    text: str
    rating: str
    paragraph: str | None
    told: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a prison now; its plans' actions in order, histories in the order of their seqs."""

    key: str
    prison: str
    plans: tuple[LivePlan, ...] = ()
    actions: tuple[State, ...] = ()
    histories: Mapping[int, tuple[Event, ...]] = field(default_factory=dict)
    asked: Mapping[int, tuple[Asked, ...]] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()
    register: Register = field(default_factory=Register)

    def history(self, action: int) -> tuple[Event, ...]:
        return self.histories.get(action, ())


@dataclass(frozen=True, slots=True)
class Earlier:
    """The digest before: its day, the moment whose facts it had, its number and the actions late in it. Of one that was
    never frozen neither is known: it is played through. `heads`: the last seq that it knew of, by plan."""

    on: date
    as_at: datetime
    number: int | None = None
    late: frozenset[int] | None = None
    heads: Mapping[str, int] = field(default_factory=dict)
