"""All the bot can say, as facts and permitted verbs: no markup, no sentences (bot.wording has those)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
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
    starts: date | None = None

    def __hash__(self) -> int:
        """By its address, which is quickly told; what is drawn of a line is kept by the line."""
        return hash((self.plan, self.address))


VerbName = Literal["ask", "page", "share", "seen", "snooze", "all", "post", "delegate"]


@dataclass(frozen=True, slots=True)
class Verb:
    """Something the reader may do next: `ask` a query, `page` through one, or `share` it; of a brief, say it is `seen`,
    open the form to `snooze` or show `all` its lines; open the form for a `post` of a prison; confirm a `delegate`.

    `query` is what it is about: canonical text of a question, a delivery's number, a prison's key, an address.
    """

    name: VerbName
    label: str
    query: str
    page: int = 1


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


def _places(held: dict[str, str]) -> dict[str, str]:
    """By plan its prison, with the plan's own name where a prison has several; nothing for one plan alone."""
    if len(held) < 2:
        return {}
    shared = Counter(held.values())
    return {plan: prison if shared[prison] == 1 else f"{prison} ({plan})" for plan, prison in held.items()}


Standing = Literal["overdue", "reported", "not_yet_due", "undated", "completed", "withdrawn"]


@dataclass(frozen=True)
class Listing:
    """The answer to a question: `total` matching of `of` in the same scope whatever their status.

    `lines` is one page in plan order; `worst` the five latest of all that match, empty where the plan's order was
    asked for; `past_reported` counts those in scope past their date, reported and not confirmed; `due_soon` and
    `due_soon_by` serve the empty state. `plans` are those looked in, with their prisons; `breakdown` adds up to
    `total`, and is empty where live and closed plans are mixed; `earlier` is the same window a year before, when it
    was named without a year, and how many in it are overdue.
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

    def __hash__(self) -> int:
        """Quickly told, since what is drawn of a list is kept by the list."""
        return hash((self.query, self.on, self.page, self.total))

    @cached_property
    def places(self) -> dict[str, str]:
        """By plan, what must stand before a ref to tell actions apart; empty where only one plan is looked in."""
        shown = (*self.lines, *self.worst, *self.instead.next_due)
        return _places(dict(self.plans) | {line.plan: line.prison for line in shown})


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


SHOWN = 5
"""Lines of a section that a brief shows until it is shown whole."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """An action in a brief. `owed_by` is the lead where that is not the reader, `answers` the post that the reader
    speaks for, `delegate` who does the work: names. `told` and `next` are the ladder: which post, on which day.

    `last_working` is the last working day on or before its date, where the date is none. `now` is what has become of
    it since the brief was sent, empty while nothing has.
    """

    line: Line
    reason: str
    quality: str
    action: int = 0
    answers: str = ""
    owed_by: str = ""
    delegate: str = ""
    last_working: date | None = None
    told: tuple[str, date] | None = None
    next: tuple[str, date] | None = None
    now: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """`name` is a section of the policy: decision, late, this_week, coming, still, no_date."""

    name: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class GapLine:
    """Of the register: what is missing (`kind` as the policy has it), names of the post, the prison and the person."""

    kind: str
    post: str
    prison: str
    person: str = ""
    instead: str = ""
    actions: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What one person is told on a day. `posts` are (post, prison) as names, for which they are written to.

    `newly_late` of the late became so since the last brief; `coming_next` says how many fall due first beyond the
    coming days, and when, given only where nothing falls due within them. `delivery` is its number in the ledger, 0
    before it has one; `seen` when its reader pressed Seen; `whole` shows every line, not the first five of a section.
    """

    on: date
    posts: tuple[tuple[str, str], ...]
    sections: tuple[BriefSection, ...]
    gaps: tuple[GapLine, ...] = ()
    newly_late: int = 0
    coming_next: tuple[int, date] | None = None
    coming_days: int = 28
    person: str = ""
    delivery: int = 0
    may_repeat: bool = False
    seen: datetime | None = None
    whole: bool = False
    verbs: tuple[Verb, ...] = ()

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def places(self) -> dict[str, str]:
        """By plan, what must stand before a ref; empty where all lines are of one plan."""
        return _places({line.line.plan: line.line.prison for line in self.lines})


@dataclass(frozen=True, slots=True)
class Held:
    """A post of a prison as its register says on a day: `holder` None is vacant, `how` holder, acting or deputy."""

    post: str
    holder: str | None
    how: str = "holder"
    since: date | None = None
    until: date | None = None
    note: str = ""
    actions: int = 0


@dataclass(frozen=True, slots=True)
class Posts:
    """Who holds what at a prison on a day; `unregistered` are posts that its live plans name and nobody holds, with
    how many open actions each leads."""

    prison: str
    on: date
    held: tuple[Held, ...]
    unregistered: tuple[tuple[str, int], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    liaisons: tuple[tuple[str, str], ...] = ()
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks. `kind`: words, one of `choices`, any of them, a day, a person of the workspace.

    `choices` are (value, label) pairs; `value` is what is filled in already (a day in ISO).
    """

    name: str
    label: str
    kind: Literal["words", "one", "any", "day", "person"]
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    hint: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """`about` says what it is of, and comes back with what is filled in: never trusted, always looked up again."""

    name: Literal["snooze", "post"]
    title: str
    submit: str
    fields: tuple[Field, ...]
    about: str = ""
    intro: str = ""


Message = Listing | Notice | Brief | Posts
