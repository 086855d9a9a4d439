"""A question as understood, and what is said when it was not. Values only: parsing is plans.queries."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

from plans.addresses import written

Status = Literal[
    "overdue", "open", "done", "due_soon", "blocked", "reported", "ongoing", "no_date", "in_progress", "not_started",
    "withdrawn", "sustained",
]  # fmt: skip
STATUSES: tuple[str, ...] = get_args(Status)
Code = Literal["unknown_prison", "ambiguous", "not_understood", "help"]


class Address(NamedTuple):
    """`12` is all steps of ref 12; `2iii` step iii of ref 2. Names, not numbers: 1.1 is not 1.10."""

    ref: str
    step: str | None = None

    def __str__(self) -> str:
        return written(self.ref, self.step)


class RefRange(NamedTuple):
    """One address, or all from `first` to `last` in the plan's own order."""

    first: Address
    last: Address | None = None

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last else str(self.first)


class Mine(NamedTuple):
    """Which actions are the asker's: of the parties `held`, each at a prison (both by their keys), and those (ids)
    whose `work` they do for others. `said`: the same in words."""

    said: str
    held: tuple[tuple[str, str], ...] = ()
    work: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; every part that is not empty must hold. Parts are in a fixed order, whatever the word order.

    Prisons are keys, owners ids, themes as stored. Windows are inclusive, `late_over` and `late_under` strict, in
    days. `absent` are owners known by name of whom no plan speaks; `waiting` is what waits for somebody's
    yes: to confirm, to approve.
    `about` are the texts sought in the words used, each a choice (drugs or violence). `held` (prisons' keys and owners'
    ids) and `work` (actions' ids) are the asker's own where that is more than one post: any of them will do.
    How it was said (`read_as`, `about`, `mine`) does not make two queries differ.
    """

    prisons: tuple[str, ...] = ()
    without_prisons: tuple[str, ...] = ()
    scope: Literal["live", "closed", "all"] = "live"
    years: tuple[int, ...] = ()
    refs: tuple[RefRange, ...] = ()
    statuses: tuple[str, ...] = ()
    without_statuses: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()
    without_owners: tuple[int, ...] = ()
    lead_only: bool = False
    themes: tuple[str, ...] = ()
    without_themes: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    late_over: int | None = None
    late_under: int | None = None
    stems: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    changed_since: date | None = None
    nothing: bool = False
    absent: tuple[str, ...] = ()
    waiting: str = ""
    held: tuple[tuple[str, int], ...] = ()
    work: tuple[int, ...] = ()
    about: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    read_as: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    mine: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a question has no answer. `about` are the words at fault, safe to repeat; `known` the words understood.

    `names` are what may have been meant or is held instead; `partial` is what was understood all the same.
    """

    code: Code
    about: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    partial: Query | None = None
