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
    """A prison that they hold a post of: how its live plans stand today."""

    prison: str
    key: str
    counts: Counts
    digest: int | None = None


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """`posts` are (post, prison, capacity); `away_until` as registered, `stands_in` who then answers: names. `hour` is
    when their brief comes; `roles` what they are beside posts."""

    posts: tuple[tuple[str, str, str], ...] = ()
    roles: tuple[str, ...] = ()
    away_until: date | None = None
    stands_in: tuple[str, ...] = ()
    hour: time = time(9)
    snoozed: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """`late`, `next` and `awaiting` hold one page of each list, the totals stand beside them. `person` is empty for
    whoever the register does not know: they see the prisons held, and how to be registered."""

    on: date
    person: str = ""
    late: tuple[HomeLine, ...] = ()
    next: tuple[HomeLine, ...] = ()
    awaiting: tuple[HomeLine, ...] = ()
    totals: tuple[int, int, int] = (0, 0, 0)
    prisons: tuple[HomePrison, ...] = ()
    of_prisons: int = 0
    settings: HomeSettings = HomeSettings()
    page: int = 1
    pages: int = 1
    verbs: tuple[Verb, ...] = ()
