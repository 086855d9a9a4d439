"""What one person is told on a day, and who holds what."""

from dataclasses import dataclass
from datetime import date, datetime

from plans.messages.digests import Drafted
from plans.messages.lines import Line, News, Verb, Waiting, places

SHOWN = 5
"""Lines of a section that a brief shows until it is shown whole."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """An action in a brief. `owed_by` is the lead where that is not the reader, `answers` the post that the reader
    speaks for, `delegate` who does the work: names. `told` and `next` are the ladder: which post, on which day.

    `last_working` is the last working day on or before its date, where the date is none. `asked` is what waits,
    `decides` what the reader is to say to it: confirm, approve, accept; `reported` is what they confirm. `now` is what
    has become of it since the brief was sent, empty while nothing has: a status, or the kind of an entry; `now_due` is
    another date that it has since.
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
    version: int = 0
    asked: Waiting | None = None
    news: tuple[News, ...] = ()
    decides: tuple[str, ...] = ()
    now_due: date | None = None
    reported: News | None = None


@dataclass(frozen=True, slots=True)
class BriefSection:
    """`name` is a section of the policy: decision, late, this_week, coming, still, no_date, news."""

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
    coming days, and when, given only where nothing falls due within them. `drafts` are the next digests that its reader
    will be asked about. `delivery` is its number in the ledger, 0
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
    drafts: tuple[Drafted, ...] = ()
    seen: datetime | None = None
    whole: bool = False
    verbs: tuple[Verb, ...] = ()

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def places(self) -> dict[str, str]:
        """By plan, what must stand before a ref; empty where all lines are of one plan."""
        return places({line.line.plan: line.line.prison for line in self.lines})


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
