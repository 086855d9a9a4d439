"""Digests as rows: numbered and kept once in their week, brought back as they were."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from plans.digest.offering import offered, offered_of_group
from plans.digest.replaying import end_of
from plans.digest.sealing import Kept, body, holds, seal, unsealed
from plans.digest.values import Earlier
from plans.digest.weekly import before as digest_day_before
from plans.masking import masked
from plans.messages import Digest, GroupDigest, Message
from plans.policy.differing import EVERY_PLAN
from plans.situations import settings_in_force
from storage import frozen
from storage.frozen import FrozenRow
from storage.prepared import Reader

Words = Callable[[Message], str]
"""The plain text of a message: given by whoever may speak."""

Frozen = Kept[Digest]
GroupFrozen = Kept[GroupDigest]

PRISON, PERSON = "prison ", "person "
"""How a scope begins, before a prison's key or a person's number."""
_TRIES = 5
"""To be numbered: another process may take a number at the same moment."""


def once(
    session: Session, scope: str, week: str, now: datetime, made: Callable[[int], Digest | GroupDigest], words: Words
) -> FrozenRow:
    for _ in range(_TRIES):
        if found := frozen.of_week(session, scope, week):
            return found
        digest = made(frozen.last_number(session, scope) + 1)
        facts, text = body(digest), masked(words(digest))
        frozen.keep(
            session, scope=scope, number=digest.number, occasion=week, day=digest.on, made_at=now, body=facts,
            text=text, sha256=seal(facts, text),
        )  # fmt: skip
    raise RuntimeError(f"The digest of {scope} for {week} could not be numbered: others took every number.")


def digest_of(row: FrozenRow) -> Frozen:
    kept = replace(unsealed(Digest, row.body), id=row.id, sha256=row.sha256)
    is_it = (f"{PRISON}{kept.key}", kept.number, kept.week, kept.on) == (row.scope, row.number, row.occasion, row.day)
    return Kept(replace(kept, verbs=offered(kept)), row.text, is_it and _agrees(row))


def group_of(row: FrozenRow) -> GroupFrozen:
    kept = replace(unsealed(GroupDigest, row.body), id=row.id, sha256=row.sha256)
    is_it = (kept.number, kept.week, kept.on) == (row.number, row.occasion, row.day)
    return Kept(replace(kept, verbs=offered_of_group(kept)), row.text, is_it and _agrees(row))


def _agrees(row: FrozenRow) -> bool:
    return holds(row.body, row.text, row.sha256)


# --- the one before --------------------------------------------------------------------------------------------------


def earlier(reader: Reader, scope: str, on: date, at: datetime) -> Earlier:
    """The last one frozen before a day, and by a moment; else the digest day of the week before, played through."""
    found = frozen.before(reader, scope, on, at=at)
    if found is None:
        day = day_before(reader, on)
        return Earlier(day, end_of(day))
    kept = unsealed(Digest, found.body)
    late = frozenset(one.action for one in kept.lines if one.line.days_late)
    return Earlier(found.day, kept.as_at, found.number, late, dict(kept.heads))


def day_before(reader: Reader, on: date) -> date:
    return digest_day_before(on, settings_in_force(reader, on)[EVERY_PLAN])
