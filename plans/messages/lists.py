"""Answers to questions: lists, and what is said where there is none."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from plans.messages.lines import Line, Verb, places


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood of a question, each part in the words a person would use for it.

    `prisons` are those named, or the one whose plan alone is looked in; `window` is when things are due, without "due".
    """

    prisons: tuple[str, ...] = ()
    plans: str = ""
    statuses: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    window: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """A theme or an owner that no plan looked in has. `has` are the themes of the one plan looked in.

    `anywhere` when no plan at all has it; `instead` is a question that does find something.
    """

    kind: Literal["theme", "owner"]
    name: str
    has: tuple[str, ...] = ()
    anywhere: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands near an empty list: how many in its scope are overdue, what falls due next there, what it lacks."""

    overdue: int = 0
    next_due: tuple[Line, ...] = ()
    lack: Lack | None = None


Standing = Literal["overdue", "reported", "not_yet_due", "undated", "completed", "withdrawn"]


@dataclass(frozen=True)
class Listing:
    """The answer to a question: `total` matching of `of` in the same scope whatever their status.

    `lines` is one page in plan order; `worst` the five latest of all that match, empty where the plan's order was
    asked for; `past_reported` counts those in scope past their date, reported and not confirmed; `due_soon` and
    `due_soon_by` serve the empty state. `plans` are those looked in, with their prisons; `breakdown` adds up to
    `total`, and is empty where live and closed plans are mixed; `earlier` is the same window a year before, when it
    was named without a year, and how many in it are overdue. `only` is the action's number in the database, where
    the question named that one action and asked nothing else: its card is the better answer.
    """

    asked: Asked
    query: str
    on: date
    total: int
    of: int
    past_reported: int
    due_soon: int
    due_soon_by: date
    lines: tuple[Line, ...]
    worst: tuple[Line, ...]
    verbs: tuple[Verb, ...] = ()
    page: int = 1
    pages: int = 1
    shared: bool = False
    notes: tuple[str, ...] = field(default=())
    plans: tuple[tuple[str, str], ...] = ()
    breakdown: tuple[tuple[Standing, int], ...] = ()
    earlier: tuple[str, int] | None = None
    instead: Instead = Instead()
    only: int | None = None

    def __hash__(self) -> int:
        """Quickly told, since what is drawn of a list is kept by the list."""
        return hash((self.query, self.on, self.page, self.total))

    @cached_property
    def places(self) -> dict[str, str]:
        """By plan, what must stand before a ref to tell actions apart; empty where only one plan is looked in."""
        shown = (*self.lines, *self.worst, *self.instead.next_due)
        return places(dict(self.plans) | {line.plan: line.prison for line in shown})


@dataclass(frozen=True, slots=True)
class Notice:
    """Something other than a list: help, not understood, no such prison. `about` is what was said, quoted and short.

    `known` are the parts that were understood; `names` what may be meant or is held instead; `tries` are questions
    that would be answered.
    """

    code: Literal["help", "unknown_prison", "ambiguous", "no_such_ref", "not_understood", "broken", "no_plans", "plain"]
    about: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = ()
    detail: str = ""
    tries: tuple[str, ...] = ()
