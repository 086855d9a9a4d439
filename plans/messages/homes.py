"""What a person sees of their own when they open the app: mine, my prisons, my settings."""

from dataclasses import dataclass
from datetime import date, time

from plans.messages.digests import Counts
from plans.messages.lines import Line, Verb


@dataclass(frozen=True, slots=True)
class HomeLine:
    """An action of theirs. `waits` says what waits for them: confirm, approve, accept; "" for what they owe."""

    action: int
    line: Line
    version: int
    waits: str = ""


@dataclass(frozen=True, slots=True)
class HomePrison:
    """A prison that they hold a post of, or have a role at: how its live plans stand today; `total` 0: it has none."""

    prison: str
    key: str
    counts: Counts
    digest: int | None = None
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """`posts` are (post, prison, capacity); `away_until` as registered, `away_told` who said so, where it was said in
    chat; `stands_in` who answers while they are away: names, `nobody` the posts for which nobody does. `hour` is when
    their brief comes; `roles` what they are beside posts; `snoozed` how many actions they put off."""

    posts: tuple[tuple[str, str, str], ...] = ()
    roles: tuple[str, ...] = ()
    away_until: date | None = None
    away_told: str = ""
    stands_in: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    hour: time = time(9)
    snoozed: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """`late`, `next` and `awaiting` hold one page of each list, the totals stand beside them; `reported` are how many
    more are reported done and wait for others, `past_reported` those of them past their date. `person` is empty for
    whoever the register does not know: they see the prisons held, and how to be registered."""

    on: date
    person: str = ""
    late: tuple[HomeLine, ...] = ()
    next: tuple[HomeLine, ...] = ()
    awaiting: tuple[HomeLine, ...] = ()
    totals: tuple[int, int, int] = (0, 0, 0)
    reported: int = 0
    past_reported: int = 0
    prisons: tuple[HomePrison, ...] = ()
    of_prisons: int = 0
    settings: HomeSettings = HomeSettings()
    page: int = 1
    pages: int = 1
    verbs: tuple[Verb, ...] = ()
