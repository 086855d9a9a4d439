"""What the register lacks, for the coordinator's own brief: at once when it is new, then on Mondays while it lasts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from plans.policy.desk import OWED, Desk, when_known
from plans.policy.lines import enters
from plans.policy.recipients import ASSURER, Found
from plans.policy.values import Action, Gap, GapKind, Item, Recipient


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap for a coordinator; `trigger`: it makes their brief go this day."""

    to: Recipient
    gap: Gap
    trigger: bool


def missing(desk: Desk, said: Iterable[Item]) -> list[Missing]:
    """The gaps through which an action would fall that needs somebody by now, or a line of today's briefs was sent."""
    counted: Counter[str] = Counter()
    gaps: dict[str, Found] = {}
    for action in desk.situation.actions:
        if not _needs_somebody(desk, action):
            continue
        chased = desk.directory.chased(action)
        if chased and chased.found.gap:
            gaps.setdefault(chased.found.gap.about, chased.found)
            counted[chased.found.gap.about] += 1
    for item in said:
        if item.quality == "above" and item.answers != ASSURER:
            found, _ = desk.directory.answering(item.action.prison, item.answers)
            if found.gap:
                gaps.setdefault(found.gap.about, found)
    told = [_for_coordinator(desk, found.gap, found.gap_since, counted[about]) for about, found in gaps.items()]
    told += [_for_coordinator(desk, gap, since, 0) for gap, since in (*_uninspected(desk), *_undelivered(desk))]
    return [one for one in told if one]


def _uninspected(desk: Desk) -> Iterator[tuple[Gap, date]]:
    """Of plans that do not print it the coordinator is asked when inspectors were there; until then nobody is told when
    they return."""
    for one in desk.situation.uninspected:
        if one.live_on <= desk.on:
            yield Gap("no_inspection", one.prison, one.plan), one.live_on


def _undelivered(desk: Desk) -> Iterator[tuple[Gap, date]]:
    """Digests that a channel refused, or may not have: told in the brief where no notice told of it."""
    for one in desk.situation.undelivered:
        kind: GapKind = "digest_lost" if one.lost else "digest_doubted"
        yield Gap(kind, one.prison, str(one.number), instead=one.channel, why=one.why), one.day


def _needs_somebody(desk: Desk, action: Action) -> bool:
    if not action.live or action.live_on > desk.on or action.status not in OWED:
        return False
    entered = enters(desk, action)
    return entered is not None and entered <= desk.on


def _for_coordinator(desk: Desk, gap: Gap | None, gap_since: date | None, actions: int) -> Missing | None:
    coordinator = desk.directory.role(gap.prison, "coordinator") if gap else None
    if gap is None or coordinator is None:
        return None
    since = gap_since or date.min
    said = desk.told([coordinator.key], gap.about, "gap")
    new = not desk.presumed(when_known(since)) and (said is None or said < since)
    monday = desk.window(coordinator).monday
    if gap.kind == "no_inspection":  # nothing falls through it: asked once, it rides in Monday's brief and makes none
        return Missing(coordinator, gap, new) if new or monday else None
    return Missing(coordinator, replace(gap, actions=actions), new or monday)
