"""What the policy is told, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from plans.policy.settings import DEFAULTS, Settings
from plans.register import Person, Register

Section = Literal["decision", "late", "this_week", "coming", "still", "no_date", "news"]
SECTIONS: tuple[Section, ...] = ("decision", "late", "this_week", "coming", "still", "no_date", "news")

Reason = Literal[
    "late",  # overdue, and the reader is to answer for it
    "this_week",  # due within seven days
    "coming",  # in its last 28 days
    "no_date",  # open, and no date to be chased by: "when?"
    "still",  # standing, sustained or done: "still happening?"
    "going_live",  # the plan went live: "where does each stand?"
    "handover",  # the reader took the post (or the work) over since
    "joint_live",  # a joint owner is told that the plan went live
    "joint_late",  # a joint owner is told that it first fell overdue
    "rung_1",  # the ladder: to the lead, else the governor
    "rung_2",  # to the Prison Group Director
    "rung_3",  # to the executive director
    "confirm",  # reported done: the reader is the post above
    "approve",  # another date was asked for: the reader is to agree
    "accept",  # another post handed it over: the reader is to take it
    "news",  # others did something to it, and nothing else stands of it in the brief
    "closed_plan",  # left open in a plan that a later one closed
]
"""Why an action is in a brief: one each, the first that fits in the order of `briefs.PRECEDENCE`."""

As = Literal["lead", "delegate", "liaison", "joint", "above", "coordinator"]
"""In what quality the reader gets a line. `above`: a rung, or who is to confirm, agree or accept."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on a day, and is open. `by` is the post on whose behalf, `person` who asked, as the post
    `asker`; `to` the post that should lead. `first`: the day it was first asked, where another date took its place."""

    kind: Literal["extension", "hand_over"]
    on: date
    by: str = ""
    person: int | None = None
    asker: str = ""
    to_due: date | None = None
    to: str = ""
    words: str = ""
    first: date | None = None

    @property
    def since(self) -> date:
        return self.first or self.on


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did to an action: `doing` is the kind of its entry, `by` the post as which `person` did it.

    `moment` is when, in London; `links` how many were given with it; `for_party` on whose behalf, if another's.
    """

    doing: str
    by: str
    moment: datetime
    person: int | None = None
    words: str = ""
    links: int = 0
    for_party: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action as the policy sees it. `owners` are keys of posts and organisations, the lead first.

    `live_on` and `closed_on`: the days in London on which its plan went live and was closed. `answered_on`: the last
    day a person said anything of it that counts; `noted_on`: of the last mere progress note. `since`: the day of the
    state it is in (sustained, done, reported), else of the import; `changed_on` the same where people brought it into
    it. `led_since`: when its lead accepted it from another, if so. `kind` is its plan's. `reporter` is who reported it,
    as which post, `reported` all that was said then. `delegate` is decided by the register.
    """

    id: int
    plan: str
    prison: str
    ref: str
    step: str
    title: str
    owners: tuple[str, ...]
    position: int = 0
    theme: str | None = None
    due: date | None = None
    starts: date | None = None
    status: str = "not_started"
    standing: bool = False
    recurrence: str | None = None
    live: bool = True
    live_on: date = date.min
    closed_on: date | None = None
    answered_on: date | None = None
    noted_on: date | None = None
    since: date | None = None
    changed_on: date | None = None
    led_since: date | None = None
    version: int = 0
    slips: int = 0
    kind: str = "inspection"
    reporter: tuple[int | None, str] = (None, "")
    requests: tuple[Request, ...] = ()
    events: tuple[Event, ...] = ()
    reported: Event | None = None


@dataclass(frozen=True, slots=True)
class Snoozed:
    """`person` asked on a day not to hear of an action until another."""

    action: int
    person: int
    on: date
    until: date


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person, or where nobody is registered the post itself of a prison. `key` is as the ledger has it."""

    person: Person | None
    prison: str = ""
    post: str = ""

    @property
    def key(self) -> str:
        return f"person {self.person.id}" if self.person else f"post {self.prison}/{self.post}"


class Told(Protocol):
    """What was said before: of an action (or of a gap, by what it is about), to a recipient, for a reason.

    The day it was last said, None if never. Only what was surely sent counts, and what was made for an empty post.
    """

    def __call__(self, recipient: str, subject: int | str, reason: str) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Uninspected:
    """A live plan of a prison of which nobody knows when it was inspected; keys."""

    plan: str
    prison: str
    live_on: date


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A prison's digest of a day that its channel refused (`lost`), or that may not have arrived there, of which no
    notice told its coordinator. `number` is the delivery's."""

    number: int
    prison: str
    channel: str
    day: date
    lost: bool
    why: str


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides a day's briefs. `on` is the day in London.

    `since`: the last day on which briefs were settled, for every recipient or, in `behind`, for one whose brief failed
    after it: what fell due on working days after it is held back and merged. `presumed_before`: what would have been
    said before this day counts as said, by the rules, to whom they name (`remind` and `simulate`, which treat plans as
    live long before); date.min: only what the ledger says.
    """

    on: date
    actions: Sequence[Action]
    register: Register
    told: Told
    since: date
    behind: Mapping[str, date] = field(default_factory=dict)
    snoozes: Sequence[Snoozed] = ()
    settings: Mapping[str, Settings] = field(default_factory=dict)
    presumed_before: date = date.min
    uninspected: Sequence[Uninspected] = ()
    undelivered: Sequence[Undelivered] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of the ladder: the post it goes to (a key), its day, and the reason it is mentioned by."""

    post: str
    day: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Item:
    """An action in a brief. `answers`: the post the reader speaks for on it (its holder, stand-in, delegate, liaison),
    `owed_by` the lead. `next`: the rung to come, `last` the rung told. `delegate`: who does the work.
    `newly_late`: it became late since the last brief. `also`: what else the line says, each once. `news`: what others
    did since the reader last heard. `asked` is what waits, `goes_to` the post that decides it."""

    action: Action
    section: Section
    reason: Reason
    quality: As
    answers: str
    owed_by: str
    delegate: str | None = None
    days_late: int = 0
    next: Step | None = None
    last: Step | None = None
    newly_late: bool = False
    also: tuple[Reason, ...] = ()
    news: tuple[Event, ...] = ()
    asked: Request | None = None
    goes_to: str = ""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All that it is mentioned for, as the ledger has it."""
        return self.reason, *self.also


GapKind = Literal[
    "vacant", "away", "unregistered", "unreachable", "no_liaison", "no_inspection", "digest_lost", "digest_doubted"
]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing in the register, for the coordinator: whose briefs went elsewhere, or nowhere. Of a plan that
    does not print when it was inspected, `post` is its key; of a digest, its number in the ledger.

    `instead`: who stands in, as a name to show; None: nobody; of a digest, its channel. `actions`: how many wait on it.
    """

    kind: GapKind
    prison: str
    post: str
    person: Person | None = None
    instead: str | None = None
    actions: int = 0
    why: str = ""

    @property
    def about(self) -> str:
        """What it is about, as the ledger has it."""
        return f"{self.kind} {self.prison}/{self.post}" + (f" {self.person.id}" if self.person else "")


def gap_prison(about: str) -> str:
    """The key of the prison that a gap is of, by what the ledger has of it."""
    return about.partition(" ")[2].partition("/")[0]


@dataclass(frozen=True, slots=True)
class PlannedBrief:
    """`posts`: (prison key, post key) for which the reader is written to. `items` in order of section, then lateness.

    `triggers`: why a brief goes at all that day, in the policy's own words for it (`monday`, `last_day`, `first_late`,
    `rung`, `going_live`, `handover`, `joint_late`, `still`, `snooze_over`, `confirm`, `approve`, `accept`, `news`,
    `gap`, `closed_plan`).
    `coming_days`: how far ahead it looks, the furthest of its plans' settings. `coming_next`: how many fall due first,
    and when, in the week after the coming days where nothing falls due in them.
    """

    to: Recipient
    on: date
    posts: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]
    gaps: tuple[Gap, ...] = ()
    triggers: tuple[str, ...] = ()
    coming_next: tuple[int, date] | None = None
    coming_days: int = DEFAULTS.coming


Why = Literal[
    "not_a_working_day", "done", "withdrawn", "reported", "closed", "far_off", "answered", "snoozed", "no_brief_today",
    "asked", "no_owner", "no_date", "before_the_hour", "after_hours", "sent_already", "asked_already",
    "not_started_yet",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Silence:
    """An action in no brief that day, and the rule that kept it out; `until`: when it is next mentioned, if known."""

    action: Action
    why: Why
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    briefs: tuple[PlannedBrief, ...] = ()
    silent: tuple[Silence, ...] = ()
