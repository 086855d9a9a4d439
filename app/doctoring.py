"""The `doctor` command: is the database ours, does every history hold, is anything in doubt, is anybody missing?"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy.engine import Engine
from sqlmodel import Session, col, select

from app import leaders
from app.settings import Settings
from plans.chat import Asker
from plans.digests import unsound
from plans.owners import is_post
from plans.progress.holding import owed
from plans.progress.turn import Turn
from storage.database import HEAD, reading, schema_version
from storage.doubts import open_deliveries
from storage.history import Broken, verify
from storage.models import Chain, Plan

_SECRETS = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")

_DOUBTS = {
    "claimed": ("is on its way, or is looked for", "are on their way, or are looked for"),
    "unknown": ("may or may not have arrived", "may or may not have arrived"),
    "undeliverable": ("could not be delivered", "could not be delivered"),
}


_UNSOUND = {
    "altered": "is not as it was sent: its facts, its words or its hash were altered since",
    "missing": "is missing, and a later one is there",
}


@dataclass(frozen=True, slots=True)
class History:
    """A plan's chain: how many entries, and where it does not hold."""

    id: str
    entries: int
    breaks: tuple[Broken, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A party that open actions of live plans wait on, and nobody is registered for it. `instead` stands in."""

    prison: str
    post: str
    actions: int
    instead: str | None


@dataclass(frozen=True, slots=True)
class Unsound:
    """A digest that is `altered` since it was sent, or `missing`; `of` a prison, or of a director."""

    of: str
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    version: str
    database: str
    histories: tuple[History, ...]
    deliveries: dict[str, int]
    gaps: tuple[Gap, ...]
    without_account: tuple[tuple[str, str], ...]
    leaders: leaders.Leaders
    digests: tuple[Unsound, ...]
    settings: dict[str, bool]

    @property
    def holds(self) -> bool:
        return not self.digests and not any(one.breaks for one in self.histories)


def examine(made: Engine, chosen: Settings, *, as_json: bool) -> int:
    """Print what was found; 1 where a history or a digest does not hold, else 0."""
    with reading(made) as session:
        found = _found(session, made, chosen)
    if as_json:
        print(json.dumps(_json(found), ensure_ascii=False))
    else:
        print("\n".join(_sentences(found)))
    return 0 if found.holds else 1


def _found(session: Session, made: Engine, chosen: Settings) -> Found:
    turn = Turn(session, Asker(), datetime.now(UTC), channel="cli")
    return Found(
        version=schema_version(made) or "",
        database={"sqlite": "SQLite", "postgresql": "PostgreSQL"}[made.dialect.name],
        histories=tuple(_histories(session)),
        deliveries=open_deliveries(session),
        gaps=tuple(_gaps(turn)),
        without_account=tuple(_without_account(turn)),
        leaders=leaders.found(session),
        digests=tuple(_digests(turn)),
        settings=_settings(chosen),
    )


def _histories(session: Session) -> Iterator[History]:
    for plan in session.exec(select(Plan).order_by(col(Plan.key))).all():
        head = session.get(Chain, plan.id)
        yield History(plan.key, head.seq if head else 0, tuple(verify(session, plan.id or 0)))


def _digests(turn: Turn) -> Iterator[Unsound]:
    people = {f"person {one.person.id}": one.person.name for one in turn.register.holdings if one.person}
    prisons = {f"prison {key}": name for key, name in turn.register.prisons.items()}
    for scope, number, why in unsound(turn.session):
        yield Unsound((prisons | people).get(scope, scope), number, why)


def _gaps(turn: Turn) -> Iterator[Gap]:
    for prison in turn.register.prisons:
        for party, count in owed(turn, prison).most_common():
            found, _ = turn.directory.answering(prison, party)
            if found.gap and found.gap.kind in ("unregistered", "vacant", "no_liaison"):
                instead = found.to.person.name if found.to.person else None
                yield Gap(turn.where(prison), turn.name_of(party), count, instead)


def _without_account(turn: Turn) -> Iterator[tuple[str, str]]:
    """(name, why) of everybody who holds a post today and cannot be written to."""
    held = [one.person for one in turn.register.holdings if one.person and one.period.has(turn.on)]
    for person in dict.fromkeys(held):
        if person.unreachable:
            yield person.name, person.unreachable


def _settings(chosen: Settings) -> dict[str, bool]:
    """Which of the secrets are set; never what they are."""
    named = {str(field.validation_alias): name for name, field in type(chosen).model_fields.items()}
    return {secret: getattr(chosen, named[secret]) is not None for secret in _SECRETS}


# --- said --------------------------------------------------------------------------------------------------------


def _sentences(found: Found) -> Iterator[str]:
    known = "which this release knows" if found.version == HEAD else f"and this release knows {HEAD}"
    yield f"The database is {found.database} at version {found.version}, {known}."
    for history in found.histories:
        yield from _of(history)
    if not found.histories:
        yield "There are no plans yet, so there is no history to verify."
    for digest in found.digests:
        yield f"Digest {digest.number} of {digest.of} {_UNSOUND[digest.why]}."
    yield from _doubts(found.deliveries)
    for gap in found.gaps:
        waits = f"{gap.actions} open action{'s wait' if gap.actions > 1 else ' waits'}"
        stands = f"; {gap.instead} stands in" if gap.instead else ", and nobody is reminded"
        what = f"as {gap.post} of" if is_post(gap.post) else f"for {gap.post} at"
        yield f"Nobody is registered {what} {gap.prison}: {waits} on that{stands}."
    for name, why in found.without_account:
        yield f"{name} cannot be written to: {why}."
    yield from leaders.sentences(found.leaders)
    yield from _told(found.settings)


def _of(history: History) -> Iterable[str]:
    entries = f"{history.entries} entr{'y' if history.entries == 1 else 'ies'}"
    if not history.breaks:
        return [f"{history.id}: {entries}, and the history holds."]
    return [
        f"{history.id}: the history does not hold at {f'entry {seq}' if seq else 'its head'}: {reason}."
        for seq, reason in history.breaks
    ]


def _doubts(deliveries: dict[str, int]) -> Iterator[str]:
    if not deliveries:
        yield "No delivery is in doubt."
    for state, count in deliveries.items():
        yield f"{count} {'delivery' if count == 1 else 'deliveries'} {_DOUBTS[state][count > 1]}."


def _told(settings: dict[str, bool]) -> Iterator[str]:
    held = [name for name, is_set in settings.items() if is_set]
    lacking = [name for name in settings if name not in held]
    if not lacking:
        yield "All secrets for Slack are set."
    elif not held:
        yield "No secret for Slack is set, so `serve` cannot run; .env.example says what it needs."
    else:
        yield f"Set for Slack: {', '.join(held)}; not set: {', '.join(lacking)}."


def _json(found: Found) -> dict[str, object]:
    return {
        "ok": found.holds,
        "database": {"kind": found.database, "version": found.version, "release": HEAD},
        "plans": [
            {"id": one.id, "entries": one.entries, "breaks": [broken._asdict() for broken in one.breaks]}
            for one in found.histories
        ],
        "digests": [asdict(digest) for digest in found.digests],
        "deliveries": found.deliveries,
        "vacant": [asdict(gap) for gap in found.gaps],
        "without_account": [{"person": name, "why": why} for name, why in found.without_account],
        "channels": leaders.as_json(found.leaders),
        "settings": found.settings,
        "text": "\n".join(_sentences(found)),
    }
