"""An action's history, what it rests on and what waits, as messages have them: names for keys."""

from collections.abc import Iterator, Sequence

from plans.messages import Told, Waiting
from plans.progress.facts import Facts
from plans.progress.holding import named
from plans.progress.stances import deciders
from plans.progress.turn import Turn
from storage.entries import EntryRow
from storage.requests import RequestRow


def waiting(turn: Turn, found: Facts, entries: Sequence[EntryRow]) -> Iterator[Waiting]:
    """What was asked for and not yet decided."""
    by_seq = {entry.seq: entry for entry in entries}
    for request in found.requests:
        entry = by_seq.get(request.asked)
        yield Waiting(
            kind=request.kind,
            on=request.asked_on,
            by=_asked_by(turn, request),
            goes_to=deciders(turn, found, request.kind),
            from_due=found.due,
            to_due=request.to_due,
            to=named(turn, request.to_party) if request.to_party else "",
            words=(entry.words or "") if entry else "",
        )


def _asked_by(turn: Turn, request: RequestRow) -> str:
    party = request.for_party or request.as_post
    return named(turn, party) if party else ""


def evidence(entries: Sequence[EntryRow]) -> tuple[str, ...]:
    """Every link that stands, the oldest first."""
    standing = (entry for entry in reversed(entries) if not entry.undone)
    return tuple(dict.fromkeys(link for entry in standing for link in entry.links))


def told(turn: Turn, entry: EntryRow) -> Told:
    return Told(
        seq=entry.seq,
        at=entry.at,
        doing=entry.kind,
        who=entry.who or "",
        as_post=_named(turn, entry.as_post),
        for_party=_named(turn, entry.for_party),
        channel=entry.channel,
        from_status=entry.from_status or "",
        to_status=entry.to_status or "",
        from_due=entry.from_due,
        to_due=entry.to_due,
        party=_named(turn, entry.party),
        day=entry.day,
        words=entry.words,
        links=entry.links,
        blanked=entry.blanked,
        undone=entry.undone,
    )


def _named(turn: Turn, party: str | None) -> str:
    return named(turn, party) if party else ""
