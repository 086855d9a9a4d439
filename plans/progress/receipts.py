"""What was recorded and what was not, told to whoever did it; and their brief, which says so too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plans.briefing import brought, kept, overtaken
from plans.chat import Where
from plans.messages import Brief, Changed, Message, Receipt, Refused, Verb
from plans.progress.changing import permitted
from plans.progress.facts import facts
from plans.progress.seeing import shown
from plans.progress.showing import answering, card
from plans.progress.turn import Turn
from storage.sent import Sent, latest, overtaken_of, rewrite

Revised = tuple[tuple[Where, Message], ...]
STALE = ("overtaken", "already")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of several wants."""

    changed: tuple[Changed, ...]
    refused: tuple[Refused, ...]


def outcome(done: Iterable[Changed | Refused]) -> Outcome:
    those = list(done)
    return Outcome(
        tuple(one for one in those if isinstance(one, Changed)), tuple(one for one in those if isinstance(one, Refused))
    )


def receipt(turn: Turn, done: Sequence[Changed | Refused], *, more: Sequence[Verb] = ()) -> Receipt:
    """With one Undo for all of it. Of one thing that came too late, the action as it stands now."""
    told = outcome(done)
    late = len(done) == 1 and told.refused and told.refused[0].why in STALE
    return Receipt(
        changed=told.changed,
        refused=told.refused,
        verbs=(*_verbs(turn, told), *more),
        card=card(turn, told.refused[0].action) if late else None,
    )


def _verbs(turn: Turn, told: Outcome) -> Iterator[Verb]:
    if told.changed:
        yield Verb("undo", "Undo", " ".join(f"{one.action} {one.entry}" for one in told.changed))
    if len(told.changed) == 1 and told.changed[0].doing == "progress" and not told.refused:
        yield from _after_progress(turn, told.changed[0].action)
    yield from (Verb("card", f"Show {one.address}", str(one.action)) for one in told.refused[:3])


def _after_progress(turn: Turn, action: int) -> Iterator[Verb]:
    """MESSAGES: done after all, or need longer."""
    found, may = facts(turn, [action])[action], permitted(turn, action)
    if "report" in may:
        yield answering(found, "report", "Done after all")
    if "postpone" in may:
        yield answering(found, "postpone")


# --- the brief ---------------------------------------------------------------------------------------------------


def revised(turn: Turn, done: Iterable[Changed | Refused], *, of: Sent | None = None) -> Revised:
    """The briefs that whoever answers has before them, with what has become of their actions: the one that was
    answered, and their latest."""
    touched = {one.action for one in done if isinstance(one, Changed)}
    if not touched or turn.person is None:
        return ()
    briefs = {one.id: one for one in (of, latest(turn.session, turn.person, "brief")) if one is not None}
    return tuple(drawn for one in briefs.values() if (drawn := _redrawn(turn, one, touched)))


def _redrawn(turn: Turn, sent: Sent, touched: set[int]) -> tuple[Where, Brief] | None:
    if not (sent.body and sent.channel and sent.ts):
        return None
    before = brought(sent.body)
    those = {line.action for line in before.lines}
    if not those & touched:
        return None
    after = overtaken(before, overtaken_of(turn.session, sent.id))
    body = kept(after)
    if after != before:
        rewrite(turn.session, sent.id, body)
    return Where(sent.channel, sent.ts), shown(sent._replace(body=body), seen=sent.seen_at, whole=False)
