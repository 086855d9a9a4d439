"""What leaders are told each week: of one prison, of several, and the list behind any of its numbers.

A digest holds every action of the prison's live plans once. Every count is that of a list taken from those
(`plans.digest.behind`), so that numbers and lists cannot part.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from plans.messages.lines import Line, Verb, places

Colour = Literal["red", "amber", "green", "blue", "grey"]
COLOURS: tuple[Colour, ...] = ("red", "amber", "green", "blue", "grey")


@dataclass(frozen=True, slots=True)
class DigestLine:
    """An action as it stood: published facts alone, which a channel may have. `lead` is the name of its post, `theme`
    "" where it has none; `was_late`: late in the digest before; `before_live`: late already when its plan was loaded.

    `since` is the day on which it came into its status, `waits` what is asked for of it: extension, hand_over.
    `printed`: done or sustained as its plan prints it, and confirmed by nobody since.
    """

    action: int
    line: Line
    ref: str
    step: str | None
    colour: Colour
    theme: str = ""
    lead: str = ""
    original_due: date | None = None
    slips: int = 0
    was_late: bool = False
    before_live: bool = False
    since: date | None = None
    waits: tuple[str, ...] = ()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all actions of the live plans. The five colours add up to `total`, as do `open`, `done`, `sustained` and
    `withdrawn`; `late_before` + `new` - `cleared` - `gone` is `overdue`.

    `new`: late, and not in the digest before (where none was frozen: nor when loaded); `cleared`: late there and not
    any more; `gone`: late there and no longer in a live plan. `past_reported`: past their date, reported, not
    confirmed. `slipped`: with a later date agreed to.
    `printed`: of `done` and `sustained`, those that the plan printed so, and that nobody has confirmed since.
    """

    total: int = 0
    red: int = 0
    amber: int = 0
    green: int = 0
    blue: int = 0
    grey: int = 0
    open: int = 0
    done: int = 0
    sustained: int = 0
    withdrawn: int = 0
    overdue: int = 0
    before_live: int = 0
    new: int = 0
    cleared: int = 0
    gone: int = 0
    late_before: int = 0
    past_reported: int = 0
    due_soon: int = 0
    blocked: int = 0
    reported: int = 0
    extensions: int = 0
    hand_overs: int = 0
    slipped: int = 0
    no_date: int = 0
    printed: int = 0


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """How a theme's actions stand; "" is for those of no theme. Rows add up to the counts."""

    theme: str
    red: int = 0
    amber: int = 0
    green: int = 0
    blue: int = 0
    grey: int = 0

    @property
    def total(self) -> int:
        return self.red + self.amber + self.green + self.blue + self.grey


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to an action since the digest before: `doing` as an entry's kind, `by` a post, never a person, on
    behalf of `for_party`. No words: a channel may not have them."""

    action: int
    plan: str
    address: str
    title: str
    doing: str
    on: date
    by: str = ""
    for_party: str = ""
    party: str = ""
    channel: str = ""
    from_status: str = ""
    to_status: str = ""
    from_due: date | None = None
    to_due: date | None = None


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Another date, or another lead, that waits for a yes. Names of posts."""

    action: int
    plan: str
    address: str
    title: str
    kind: Literal["extension", "hand_over"]
    on: date
    by: str = ""
    goes_to: str = ""
    from_due: date | None = None
    to_due: date | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that leads open actions and that nobody holds. `instead` is the post that answers meanwhile, or ""."""

    post: str
    actions: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What inspectors found, beside what owners say: of the actions that it is about (`about`, addresses; empty where
    that cannot be told), how many are reported or confirmed. What a plan prints as completed is said and not confirmed:
    it is among the reported. `on` is the last day of the visit, `match` whether a person said what it is about or that
    is suggested by rule; earlier digests hold neither."""

    body: str
    kind: str
    section: str | None
    text: str
    rating: str
    paragraph: str | None
    about: tuple[str, ...] = ()
    reported: int = 0
    confirmed: int = 0
    on: date | None = None
    match: Literal["", "suggested", "confirmed"] = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """When inspectors are to be expected back, 8 to 12 months after `inspected`, and what is not confirmed by now of
    `of` (those withdrawn left out); `due_after`: how many of them are only due once they may be there. What the plan
    printed as completed is in `of` and not waited for."""

    inspected: date
    first: date
    last: date
    unconfirmed: int
    of: int
    due_after: int


@dataclass(frozen=True, slots=True)
class Burn:
    """By the end of a day: how many actions were to be done by then, as first promised, and how many were confirmed.
    What the plan printed as completed is in neither."""

    on: date
    planned: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """When all will be confirmed, at the paces of the last `weeks` and of the last `recent` weeks, in which so many
    were confirmed. Only with enough history (`plans.digest.forecasting`). What the plan printed as completed is neither
    confirmed nor waited for."""

    first: date
    last: date
    weeks: int
    confirmed: int
    recent: int
    recently: int


@dataclass(frozen=True, slots=True)
class Digest:
    """A prison's week. `on` is its day, `as_at` the moment whose facts it has, `since` the day of the one before, whose
    number is `before` (None: there was none). `plans` are (id, name) of the live ones.

    A `draft` is not frozen: its number is the one that the next will have. `sha256` is empty until it is sealed.
    `heads` is how far each plan's history had come when it was frozen, (id, seq): the next one's changes begin there.
    """

    prison: str
    key: str
    number: int
    week: str
    on: date
    as_at: datetime
    since: date
    before: int | None
    plans: tuple[tuple[str, str], ...]
    counts: Counts
    lines: tuple[DigestLine, ...]
    themes: tuple[ThemeRow, ...] = ()
    changes: tuple[Change, ...] = ()
    asked: tuple[AskedFor, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    judgements: tuple[JudgementRow, ...] = ()
    visit: Visit | None = None
    burn_up: tuple[Burn, ...] = ()
    forecast: Forecast | None = None
    heads: tuple[tuple[str, int], ...] = ()
    draft: bool = False
    id: int = 0
    sha256: str = ""
    verbs: tuple[Verb, ...] = ()

    @property
    def places(self) -> dict[str, str]:
        """By plan, what must stand before a ref; empty where there is one plan."""
        return places({key: self.prison for key, _ in self.plans})


@dataclass(frozen=True, slots=True)
class PrisonRow:
    """A prison in a group's digest; `number` None where it has no digest of its own this week. `worst` are (address,
    title, days late) of what is latest there, three at most."""

    prison: str
    key: str
    number: int | None
    counts: Counts
    vacancies: int = 0
    unconfirmed: int = 0
    visit: Visit | None = None
    worst: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupDigest:
    """Several prisons' week, for whoever directs them: exceptions first. `rows` add up to `counts`.

    `may_repeat`: it may have arrived before, and nobody can tell.
    """

    post: str
    person: str
    number: int
    week: str
    on: date
    as_at: datetime
    since: date
    before: int | None
    counts: Counts
    rows: tuple[PrisonRow, ...]
    draft: bool = False
    id: int = 0
    sha256: str = ""
    verbs: tuple[Verb, ...] = ()
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Behind:
    """The list behind a number of a digest, as it stood then: `name` is that of the count, or `theme 3`, `changes`,
    `asked`; `theme` its name. `now` are those whose status is another by now: (action, status)."""

    digest: int
    number: int
    prison: str
    on: date
    name: str
    theme: str
    total: int
    lines: tuple[DigestLine, ...] = ()
    changes: tuple[Change, ...] = ()
    asked: tuple[AskedFor, ...] = ()
    now: tuple[tuple[int, str], ...] = ()
    page: int = 1
    pages: int = 1
    places: tuple[tuple[str, str], ...] = ()
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """Of the next digest, for whoever will be asked about it: how it stands the working day before. `reddens` are the
    addresses that will be red in it and were not in the one before."""

    prison: str
    key: str
    on: date
    total: int
    overdue: int
    reddens: tuple[str, ...] = ()
