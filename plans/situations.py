"""Where the policy's rules meet rows: the register as values, and all that decides a day's briefs. Reads only."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, get_args

from plans.calendar import LONDON
from plans.heard import heard, live_since, undelivered
from plans.owners import is_post
from plans.policy.days import window as stretch
from plans.policy.differing import in_force
from plans.policy.settings import DEFAULTS, Settings
from plans.policy.values import Situation, Snoozed, Uninspected
from plans.prisons import plain
from plans.register import Absence, Capacity, Delegation, Holding, Liaison, Period, Person, Register, Role
from storage.inspected import uninspected
from storage.owed import Window, every_owed, owed, those_owed
from storage.people import account_of
from storage.prepared import Reader
from storage.registered import PersonRow, prison_rows, register_rows
from storage.said import SettingRow, setting_rows, snoozes_of, told_of

NO_ACCOUNT = "no account with their e-mail address was found"
NO_EMAIL = "the register has no e-mail address for them"

_AHEAD = timedelta(days=35)
"""As far as a day's briefs look: the longest "coming" and a week to spare."""

_LONGEST_MONTH, _SHORTEST_MONTH = timedelta(days=31), timedelta(days=28)
_WEEK = timedelta(days=7)


def situation(
    reader: Reader,
    on: date,
    *,
    since: date,
    presumed_before: date = date.min,
    behind: Mapping[str, date] | None = None,
    prisons: Collection[str] | None = None,
    actions: Collection[int] | None = None,
    everything: bool = False,
) -> Situation:
    """All that decides the briefs of a day in London: of what can matter on it, or of every action that is live.

    With `prisons`, of theirs; with `actions`, of those alone: what was planned is looked at again before it is sent.
    With `presumed_before`, plans count as live since long before, whenever they were loaded.
    """
    late = behind or {}
    settings = setting_rows(reader)
    settled = min([since, *late.values()])
    window = _window(on, settled, settings)
    if actions is not None:
        found = those_owed(reader, actions)
    else:
        found = every_owed(reader, prisons=prisons) if everything else owed(reader, window, prisons=prisons)
    ids = [row.id for row in found]
    around = {row.prison for row in found} | set(prisons or ())
    long_live = presumed_before > date.min
    whole = prisons is None and (everything or stretch(settled, on).monday)
    asks = _uninspected(reader, on, None if whole else around, long_live=long_live) if actions is None else []
    lost = undelivered(reader, on, prisons) if actions is None else []
    return Situation(
        on=on,
        actions=heard(reader, found, on, window.since_at, long_live=long_live),
        register=register(
            reader, None if everything else around | {one.prison for one in asks} | {one.prison for one in lost}
        ),
        told=_Told({(row.recipient, row.subject, row.reason): row.day for row in told_of(reader, ids)}),
        since=since,
        behind=late,
        snoozes=tuple(Snoozed(*row) for row in snoozes_of(reader, ids)),
        settings=in_force(settings, on, {row.plan for row in found}),
        presumed_before=presumed_before,
        uninspected=asks,
        undelivered=lost,
    )


def _uninspected(reader: Reader, on: date, prisons: set[str] | None, *, long_live: bool) -> list[Uninspected]:
    """Of every prison on Mondays, between them of those that are looked at anyway, as where a plan is new that day."""
    found = uninspected(reader, prisons)
    return [Uninspected(row.plan, row.prison, live_since(row.live_at, on, long_live=long_live)) for row in found]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the ledger says was surely sent."""

    last: Mapping[tuple[str, int | str, str], date] = field(default_factory=dict)

    def __call__(self, recipient: str, subject: int | str, reason: str) -> date | None:
        return self.last.get((recipient, subject, reason))


def _window(on: date, since: date, settings: Iterable[SettingRow]) -> Window:
    months = [DEFAULTS.still_months, *(row.value for row in settings if row.name == "still_months")]
    coming = [DEFAULTS.coming, *(row.value for row in settings if row.name == "coming")]
    done = since - max(months) * _LONGEST_MONTH - _WEEK, on - min(months) * _SHORTEST_MONTH + _WEEK
    return Window(
        on=on,
        ends_at=_begins(on + timedelta(days=1)),
        since=since,
        since_at=_begins(since),
        due_by=on + max(_AHEAD, timedelta(days=max(coming)) + _WEEK),
        done=(_begins(done[0]), _begins(done[1])),
        undated=stretch(since, on).opens_quarter,
    )


def _begins(day: date) -> datetime:
    """A day begins when it begins in London."""
    return datetime.combine(day, time(), LONDON)


# --- settings ----------------------------------------------------------------------------------------------------


def settings_in_force(reader: Reader, on: date, plans: Iterable[str] = ()) -> dict[str, Settings]:
    """By plan's key, as in force on a day; "" has what is set for every plan."""
    return in_force(setting_rows(reader), on, plans)


# --- the register ------------------------------------------------------------------------------------------------


def register(reader: Reader, prisons: Collection[str] | None = None) -> Register:
    """Who holds what, at every time; of some prisons, or of all."""
    rows = register_rows(reader, prisons)
    people = {row.id: _person(row) for row in rows.people}
    return Register(
        holdings=tuple(
            Holding(row.prison, row.post, people[row.person] if row.person else None, row.capacity, _period(row))
            for row in rows.holdings
        ),
        roles=tuple(Role(row.prison, people[row.person], row.role, _period(row)) for row in rows.roles),
        liaisons=tuple(Liaison(row.prison, row.organisation, row.post, _period(row)) for row in rows.liaisons),
        absences=tuple(Absence(row.person, _period(row)) for row in rows.absences),
        delegations=tuple(
            Delegation(row.plan, row.post, row.action, row.theme, _period(row)) for row in rows.delegations
        ),
        names=_names(rows.names, rows.printed),
        prisons=dict(rows.prisons),
    )


def _names(names: Iterable[tuple[str, str]], printed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Posts by their own names; organisations, as in every list, by the shortest that a plan prints: GFSL."""
    forms: dict[str, list[str]] = {}
    for key, form in printed:
        forms.setdefault(key, []).append(form)
    return {key: name if is_post(name) else min(forms.get(key, [name]), key=len) for key, name in names}


def _period(row: Any) -> Period:
    return Period(row.from_on, row.until_on)


def _person(row: PersonRow) -> Person:
    return Person(row.id, row.name, row.email, _unreachable(row))


def _unreachable(row: PersonRow) -> str | None:
    if row.reachable or not row.sought:
        return None
    return row.why or (NO_ACCOUNT if row.email else NO_EMAIL)


def prisons_by_name(reader: Reader) -> dict[str, str]:
    """The keys of all prisons held, with a plan or without, by plain name."""
    known = prison_rows(reader)
    return dict(zip(plain(name for _, name in known), (key for key, _ in known), strict=True))


# --- who asks ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as the register knows them on a day: what they hold, stand in for, and are beside."""

    person: Person
    posts: tuple[Holding, ...] = ()
    roles: tuple[Role, ...] = ()


def asker(reader: Reader, account: str, on: date, *, platform: str = "slack") -> Identity | None:
    """Whose account it is (its id on the platform) and what they hold on the day; None when the register has nobody."""
    id = account_of(reader, platform, account)
    return None if id is None else identity(register(reader), id, on)


def identity(register: Register, id: int, on: date) -> Identity | None:
    """Their posts, those they hold before those they stand in for; None when the register does not name them."""
    posts = [one for one in register.holdings if one.person and one.person.id == id]
    roles = [one for one in register.roles if one.person.id == id]
    people = [one.person for one in posts if one.person] + [one.person for one in roles]
    held = sorted((one for one in posts if one.period.has(on)), key=lambda one: get_args(Capacity).index(one.capacity))
    return Identity(people[0], tuple(held), tuple(one for one in roles if one.period.has(on))) if people else None
