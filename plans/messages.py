"""All the bot can say, as facts and permitted verbs: no markup, no sentences (bot.wording has those)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """One action as every list shows it. `owners` are as printed; `days_late` is 0 unless overdue."""

    plan: str
    prison: str
    address: str
    title: str
    owners: tuple[str, ...]
    due: date | None
    status: str
    days_late: int


@dataclass(frozen=True, slots=True)
class Verb:
    """Something the reader may do next: `ask` a query, `page` through one, or `share` it. `query` is canonical text."""

    name: Literal["ask", "page", "share"]
    label: str
    query: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood of a question, each part in the words a person would use for it."""

    prisons: tuple[str, ...] = ()
    plans: str = ""
    statuses: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer to a question: `total` matching of `of` in the same scope whatever their status.

    `lines` is one page in plan order; `worst` the five latest of all that match; `past_reported` counts those in
    scope past their date, reported and not confirmed; `due_soon` and `due_soon_by` serve the empty state.
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


@dataclass(frozen=True, slots=True)
class Notice:
    """Something other than a list: help, not understood, no such prison. `about` is what was said, quoted and short.

    `known` are the parts that were understood; `names` what may be meant or is held instead.
    """

    code: Literal["help", "unknown_prison", "ambiguous", "no_such_ref", "not_understood", "broken", "no_plans", "plain"]
    about: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    verbs: tuple[Verb, ...] = ()
    detail: str = ""


Message = Listing | Notice
