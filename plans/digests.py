"""Where a digest meets rows: a preview of the next, freezing one, bringing one back; of a prison, of several.

What it says, `plans.digest` decides. It is frozen once in its week and never changed: every channel and every retry
gets the same one.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlmodel import Session

from plans.briefing import post_name
from plans.calendar import day_of
from plans.digest import grouping
from plans.digest.composing import Place, compose
from plans.digest.offering import offered, offered_of_group
from plans.digest.replaying import end_of
from plans.digest.weekly import following
from plans.digest.weekly import week as week_of
from plans.keeping import (
    PERSON,
    PRISON,
    Frozen,
    GroupFrozen,
    Words,
    day_before,
    digest_of,
    earlier,
    group_of,
    once,
)
from plans.messages import Digest, GroupDigest
from plans.policy.differing import EVERY_PLAN
from plans.policy.recipients import EXECUTIVE_DIRECTOR, GROUP_DIRECTOR
from plans.prison_facts import known
from plans.register import Register
from plans.situations import register, settings_in_force
from storage import digests as read
from storage import frozen, slots
from storage.frozen import FrozenRow
from storage.prepared import Reader

__all__ = [
    "Frozen", "GroupFrozen", "Words",
    "by_id", "directed", "directors", "freeze", "freeze_group", "group_preview", "next_day", "preview", "stored",
    "stored_group",
    "unsound",
]  # fmt: skip

KIND = "digest"
"""What their slots and deliveries are called."""


def next_day(session: Session, now: datetime) -> date:
    """The day of the next digest that goes, as it is set. A week that was planned keeps the day that it had."""
    today = day_of(now)
    settings = settings_in_force(session, today)[EVERY_PLAN]
    return following(now, settings, planned=slots.is_planned(session, KIND, week_of(today)))


# --- one prison ------------------------------------------------------------------------------------------------------


def preview(reader: Reader, prison: str, on: date, *, now: datetime) -> Digest:
    """What a prison's next digest would say, were it of that day; nothing is stored.

    Of a day past, as things stood at its end; of today and of days to come, as they stand now.
    """
    scope = f"{PRISON}{prison}"
    as_at = now if on >= day_of(now) else end_of(on)
    number = frozen.last_number(reader, scope) + 1
    place = Place(number, week_of(on), on, as_at, earlier(reader, scope, on, as_at), draft=True)
    made = compose(known(reader, prison), place)
    return replace(made, verbs=offered(made))


def freeze(session: Session, prison: str, *, on: date, week: str, now: datetime, words: Words) -> Digest:
    """The week's digest, with the facts of this moment: stored, or the one that was stored for that week already."""
    scope = f"{PRISON}{prison}"

    def made(number: int) -> Digest:
        return compose(known(session, prison), Place(number, week, on, now, earlier(session, scope, on, now)))

    return digest_of(once(session, scope, week, now, made, words)).digest


def stored(reader: Reader, prison: str, number: int | None = None) -> Frozen | None:
    """As it was frozen: of that number, or the latest."""
    scope = f"{PRISON}{prison}"
    found = frozen.latest(reader, scope) if number is None else frozen.numbered(reader, scope, number)
    return digest_of(found) if found else None


def by_id(reader: Reader, id: int) -> Frozen | GroupFrozen | None:
    """What a button's number names."""
    found = frozen.with_id(reader, id)
    if found is None:
        return None
    return digest_of(found) if found.scope.startswith(PRISON) else group_of(found)


def unsound(reader: Reader) -> list[tuple[str, int, str]]:
    """Of every digest ever frozen: (scope, number, what is wrong), where it is not as it was sent, or is not there."""
    found, held = [], frozen.every(reader)
    for row in held:
        if not _is_sound(row):
            found.append((row.scope, row.number, "altered"))
    last = {row.scope: row.number for row in held}
    numbers = {(row.scope, row.number) for row in held}
    missing = ((scope, number) for scope, most in last.items() for number in range(1, most))
    return sorted([*found, *((*one, "missing") for one in missing if one not in numbers)])


def _is_sound(row: FrozenRow) -> bool:
    """Does it agree with its hash, and with what it is stored as?"""
    try:
        return (digest_of(row) if row.scope.startswith(PRISON) else group_of(row)).holds
    except ValueError:  # its facts are not even a digest's any more
        return False


# --- several prisons -------------------------------------------------------------------------------------------------


def directors(reader: Reader, on: date) -> list[int]:
    """Whoever directs, or acts as director of, two prisons or more with a live plan on a day."""
    found = _directed(register(reader), on, dict(read.live_prisons(reader)))
    return sorted(person for person, prisons in found.items() if len(prisons) > 1)


def directed(reader: Reader, person: int, on: date) -> tuple[str, ...]:
    """Of which prisons somebody's digest is; none where they direct fewer than two with a live plan."""
    found = _directed(register(reader), on, dict(read.live_prisons(reader))).get(person, {})
    return tuple(found) if len(found) > 1 else ()


def group_preview(reader: Reader, person: int, on: date, *, now: datetime) -> GroupDigest | None:
    """What their next digest would say, of that day throughout: a prison's own of another day in the week is no part of
    it. None: they direct fewer than two prisons with a live plan."""
    made = _grouped(reader, person, on, now, "", frozen.last_number(reader, f"{PERSON}{person}") + 1)
    return made and replace(made, week=week_of(on), draft=True)


def freeze_group(
    session: Session, person: int, *, on: date, week: str, now: datetime, words: Words
) -> GroupDigest | None:
    """The week's, as `freeze`: of each prison what its own digest of the week said, where it has one. None, were it
    frozen already, for whoever directs fewer than two by now."""
    scope = f"{PERSON}{person}"
    grouped = _grouped(session, person, on, now, week, 0)
    if grouped is None:
        return None
    kept = once(session, scope, week, now, lambda number: replace(grouped, number=number), words)
    return group_of(kept).digest


def stored_group(reader: Reader, person: int, number: int | None = None) -> GroupFrozen | None:
    """As it was frozen: of that number, or the latest."""
    scope = f"{PERSON}{person}"
    found = frozen.latest(reader, scope) if number is None else frozen.numbered(reader, scope, number)
    return group_of(found) if found else None


def _directed(held: Register, on: date, prisons: Iterable[str]) -> dict[int, dict[str, str]]:
    """By person the prisons that they direct, and as holding which post: the higher of two."""
    live, found = set(prisons), defaultdict[int, dict[str, str]](dict)
    for post in (GROUP_DIRECTOR, EXECUTIVE_DIRECTOR):
        for one in held.holdings:
            stands = one.person and one.capacity in ("holder", "acting") and one.period.has(on)
            if one.post == post and one.prison in live and stands and one.person:
                found[one.person.id][one.prison] = post
    return found


def _grouped(reader: Reader, person: int, on: date, now: datetime, week: str, number: int) -> GroupDigest | None:
    held, scope = register(reader), f"{PERSON}{person}"
    directed = _directed(held, on, dict(read.live_prisons(reader))).get(person, {})
    if len(directed) < 2:
        return None
    rows = grouping.rows(_of_week(reader, prison, on, now, week) for prison in directed)
    as_at = now if on >= day_of(now) else end_of(on)
    last = frozen.before(reader, scope, on, at=as_at)
    post = EXECUTIVE_DIRECTOR if EXECUTIVE_DIRECTOR in directed.values() else GROUP_DIRECTOR
    made = GroupDigest(
        post=post_name(held, post),
        person=next((one.person.name for one in held.holdings if one.person and one.person.id == person), ""),
        number=number,
        week=week,
        on=on,
        as_at=as_at.astimezone(UTC),
        since=last.day if last else day_before(reader, on),
        before=last.number if last else None,
        counts=grouping.counts(rows),
        rows=rows,
    )
    return replace(made, verbs=offered_of_group(made))


def _of_week(reader: Reader, prison: str, on: date, now: datetime, week: str) -> Digest:
    """What the prison's own digest of the week said; where there is none, or no `week` is given, how it stands."""
    found = frozen.of_week(reader, f"{PRISON}{prison}", week) if week else None
    return digest_of(found).digest if found and found.day <= on else preview(reader, prison, on, now=now)
