"""What the doctor found, and how it is said: in sentences, and for scripts."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from app import leaders
from plans.owners import is_post
from storage.database import HEAD
from storage.history import Broken

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


def sentences(found: Found) -> Iterator[str]:
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


def as_json(found: Found) -> dict[str, object]:
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
        "text": "\n".join(sentences(found)),
    }
