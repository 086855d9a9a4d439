"""A person's home: what of theirs is late, what comes next, what waits for them; how their prisons stand; what is
registered of them. Seen by themselves alone. Reads only."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TypeVar

from plans.askers import theirs
from plans.entries import days_late
from plans.messages import Counts, Home, HomeLine, HomePrison, HomeSettings, Verb
from plans.policy.desk import OWED
from plans.policy.settings import DEFAULTS
from plans.prisons import plain
from plans.progress import standing_in, tallying
from plans.progress.facts import Facts, facts
from plans.progress.showing import line_of
from plans.progress.turn import Turn
from plans.progress.waiting import decisions, prisons
from plans.rights import Doing
from plans.situations import settings_in_force
from storage import homes
from storage.homes import OwnRow

LATE, NEXT, AWAITING, PRISONS = 10, 8, 8, 8
"""Lines of a page: what a phone shows in a few screens, and Slack takes in one view."""

ALL = "mine"
"""What the form for all of one's own actions is asked by."""

FORM = 30
WAITS: dict[Doing, str] = {"confirm": "confirm", "agree": "approve", "accept": "accept"}
KNOWN = 20
"""Prisons named to whoever the register does not know."""

T = TypeVar("T")


def shown(turn: Turn, page: int = 1) -> Home:
    """The page that is nearest to the one wanted; a stranger's home where the register does not know them."""
    if turn.identity is None:
        return _strangers(turn)
    own = mine(turn)
    late, coming = _late(own, turn.on), _next(own, turn.on)
    reported = [row for row in own if row.status == "reported"]
    waiting = sorted(decisions(turn), key=lambda one: _order(turn, one[0]))
    held = _prisons(turn)
    lists: tuple[tuple[Sequence[object], int], ...] = (
        (late, LATE), (coming, NEXT), (waiting, AWAITING), (held, PRISONS),
    )  # fmt: skip
    pages = max(1, *(-(-len(those) // size) for those, size in lists))
    page = min(max(page, 1), pages)
    drawn = _lines(turn, [row.id for row in (*_page(late, page, LATE), *_page(coming, page, NEXT))])
    return Home(
        on=turn.on,
        person=turn.identity.person.name,
        late=tuple(drawn[row.id] for row in _page(late, page, LATE)),
        next=tuple(drawn[row.id] for row in _page(coming, page, NEXT)),
        awaiting=tuple(_line(turn, found, WAITS[doing]) for found, doing in _page(waiting, page, AWAITING)),
        totals=(len(late), len(coming), len(waiting)),
        reported=len(reported),
        past_reported=sum(row.due is not None and row.due < turn.on for row in reported),
        prisons=tuple(_page(held, page, PRISONS)),
        of_prisons=len(held),
        settings=_settings(turn),
        page=page,
        pages=pages,
        verbs=tuple(_verbs(turn, len(late) + len(coming), len(waiting), page, pages)),
    )


def mine(turn: Turn) -> list[OwnRow]:
    """Every open action that is theirs, by whatever they hold, as `/actions mine open` has them; plan by plan."""
    if turn.identity is None:
        return []
    its = theirs(turn.session, turn.identity, turn.register, turn.on)
    return homes.own_open(turn.session, its.held, its.work)


def owed(turn: Turn) -> list[int]:
    """Those of them that they are still to answer for: late ones first, then by date."""
    own = mine(turn)
    return [row.id for row in (*_late(own, turn.on), *_next(own, turn.on))]


def _late(own: Sequence[OwnRow], on: date) -> list[OwnRow]:
    """The longest late first."""
    return sorted((row for row in own if days_late(row.status, row.due, on)), key=lambda row: row.due or on)


def _next(own: Sequence[OwnRow], on: date) -> list[OwnRow]:
    """By date; what has none after that, what was begun first."""
    left = [row for row in own if row.status in OWED and not days_late(row.status, row.due, on)]
    return sorted(left, key=lambda row: (row.due or date.max, row.status == "not_started"))


def _order(turn: Turn, one: Facts) -> tuple[int, date, str]:
    return -days_late(one.status, one.due, turn.on), one.due or date.max, one.plan


def _page(those: Sequence[T], page: int, size: int) -> Sequence[T]:
    return those[(page - 1) * size : page * size]


def _lines(turn: Turn, ids: Collection[int]) -> dict[int, HomeLine]:
    return {id: _line(turn, found) for id, found in facts(turn, ids).items()}


def _line(turn: Turn, found: Facts, waits: str = "") -> HomeLine:
    return HomeLine(found.id, line_of(turn, found), found.version, waits)


def _verbs(turn: Turn, owes: int, waiting: int, page: int, pages: int) -> Iterator[Verb]:
    if waiting:
        yield Verb("decide", f"Decide {waiting}", "")
    if owes > 1:
        yield Verb("update", f"Update all {owes}" if owes <= FORM else f"Update the first {FORM}", ALL)
    if page > 1:
        yield Verb("home", "Previous page", "", page - 1)
    if page < pages:
        yield Verb("home", "Next page", "", page + 1)
    yield Verb("back", "I am back", "") if standing_in.is_away(turn) else Verb("away", "I am away", "")


# --- prisons -------------------------------------------------------------------------------------------------------


def _prisons(turn: Turn) -> list[HomePrison]:
    """Where they hold anything; the worst first, then by name."""
    keys = prisons(turn)
    counted = tallying.counts(turn, keys)
    found = [_prison(turn, key, counted.get(key, Counts()), len(keys)) for key in keys]
    return sorted(found, key=lambda one: (-one.counts.red, -one.counts.overdue, not one.counts.total, one.prison))


def _prison(turn: Turn, key: str, counts: Counts, several: int) -> HomePrison:
    """Its buttons say of which prison they are where there are several: a screen reader may read them alone."""
    name = turn.where(key)
    (short,) = plain([name])
    overdue, digest = (f"{short}: overdue", f"{short}: digest") if several > 1 else ("Overdue", "Digest")
    verbs = (
        *([Verb("ask", f"{overdue} ({counts.overdue})", f"{name} overdue")] if counts.overdue else []),
        *([Verb("digest", digest, key)] if counts.total else []),
    )
    return HomePrison(name, key, counts, verbs=verbs)


def _strangers(turn: Turn) -> Home:
    """What is held, for somebody whom the register does not know: names of prisons alone."""
    held = homes.with_live_plans(turn.session)
    return Home(turn.on, prisons=tuple(HomePrison(name, "", Counts()) for name in held[:KNOWN]), of_prisons=len(held))


# --- settings ------------------------------------------------------------------------------------------------------

_DUTIES = {"coordinator": "Coordinator", "administrator": "Administrator", "assurer": "Assurer"}


def _settings(turn: Turn) -> HomeSettings:
    who = turn.identity
    if who is None:
        return HomeSettings()
    until, told = homes.away(turn.session, who.person.id, turn.on) or (None, "")
    stands_in, nobody = standing_in.meanwhile(turn)
    return HomeSettings(
        posts=tuple((turn.name_of(one.post), turn.where(one.prison), one.capacity) for one in who.posts),
        roles=tuple(
            f"{_DUTIES[role.duty]} {f'of {turn.where(role.prison)}' if role.prison else 'of every prison'}"
            for role in who.roles
        ),
        away_until=until,
        away_told="" if told == who.person.name else told,
        stands_in=stands_in,
        nobody=nobody,
        hour=(settings_in_force(turn.session, turn.on).get("") or DEFAULTS).hour,
        snoozed=homes.snoozed(turn.session, who.person.id, turn.on),
    )
