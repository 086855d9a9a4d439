"""A prison's rows as the facts that its digest is made of. Reads only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from plans.calendar import day_of
from plans.digest.values import Asked, Event, Judged, Known, LivePlan, State
from plans.listing import plan_named
from plans.situations import register
from storage import digests as read
from storage.prepared import Reader


def known(reader: Reader, prison: str) -> Known:
    held, owners = register(reader, [prison]), defaultdict[int, list[tuple[str, str]]](list)
    for owner in read.owners(reader, prison):
        owners[owner.action].append((owner.key, owner.printed))
    return Known(
        key=prison,
        prison=held.prisons.get(prison, prison),
        plans=tuple(map(_plan, read.live_plans(reader, prison))),
        actions=tuple(_state(row, tuple(owners[row.id])) for row in read.states(reader, prison)),
        histories=_by_action(map(Event._make, read.entries(reader, prison))),
        asked=_by_action(map(Asked._make, read.requests(reader, prison))),
        judged=tuple(_judged(reader, prison)),
        register=held,
    )


def _plan(row: read.PlanRow) -> LivePlan:
    return LivePlan(
        key=row.key,
        name=plan_named(row.kind, row.key),
        kind=row.kind,
        live_on=day_of(row.live_at) if row.live_at else None,
        inspected=row.inspected_to or row.inspected_told,
        ranked_on=row.ranked_on,
    )


def _state(row: read.StateRow, owners: tuple[tuple[str, str], ...]) -> State:
    return State(
        id=row.id, plan=row.plan, ref=row.ref, step=row.step, title=row.title, owners=owners, status=row.status,
        due=row.due, original_due=row.original_due, slips=row.slips, starts=row.starts, theme=row.theme,
        concern=row.concern,
    )  # fmt: skip


def _judged(reader: Reader, prison: str) -> Iterator[Judged]:
    """Of reviews of which it is known when they were, with what a person said of each judgement."""
    found = read.judgements(reader, prison)
    told = defaultdict[int, list[tuple[str, str, str]]](list)
    for match in read.matches(reader, prison) if found else ():
        told[match.judgement].append((match.plan, match.theme or "", match.ref or ""))
    for row in found:
        if on := row.inspected_to or row.published or row.submitted:
            yield Judged(row.review, on, *row[4:10], told=tuple(told[row.id]))


class _OfAction(Protocol):
    @property
    def action(self) -> int: ...


T = TypeVar("T", bound=_OfAction)


def _by_action(found: Iterable[T]) -> dict[int, tuple[T, ...]]:
    those = defaultdict[int, list[T]](list)
    for one in found:
        those[one.action].append(one)
    return {action: tuple(held) for action, held in those.items()}
