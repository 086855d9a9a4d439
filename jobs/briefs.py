"""The briefs of a day, between the policy and the ledger: planned into it, and composed anew just before they go."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from jobs.delivery import NO_ACCOUNT, Letter
from jobs.drafts import drafts
from plans.briefing import brief, kept, with_drafts
from plans.calendar import LONDON, day_of, is_working_day
from plans.messages import Brief, Drafted
from plans.policy.briefs import day
from plans.policy.differing import EVERY_PLAN
from plans.policy.simulation import long_before
from plans.policy.values import PlannedBrief, Situation, gap_prison
from plans.situations import settings_in_force, situation
from storage import slots
from storage.deliveries import Claimed, Composed, Named
from storage.slots import New

KIND = "brief"
NOBODY = "nobody is registered for this post"
RECURRING = frozenset({"monday", "last_day", "first_late"})
MANY = 8
"""Prisons: whose brief is about more is composed from its own lines alone, without what falls due after them."""

_DAY = timedelta(days=1)


def opening(session: Session, now: datetime) -> tuple[date, str] | None:
    """Today, if it is a working day and within the hours in which its briefs may go."""
    there = now.astimezone(LONDON)
    if not is_working_day(there.date()):
        return None
    settings = settings_in_force(session, there.date())[EVERY_PLAN]
    is_open = settings.hour <= there.time() < settings.until
    return (there.date(), there.date().isoformat()) if is_open else None


def begins(session: Session, day: date) -> time:
    """From when a working day's may go, in London."""
    return settings_in_force(session, day)[EVERY_PLAN].hour


def plan(session: Session, on: date, *, workspace_id: int, rehearsed_from: date | None = None) -> list[New]:
    """All that the policy names for the day, whoever it can be brought to.

    A service `rehearsed_from` a day plays what `simulate` says: as if every plan had been live long before it.
    """
    reached, noted = slots.reached(session, workspace_id), slots.noted(session, KIND)
    found = _situation(session, on, rehearsed_from)
    briefs = (planned for planned in day(found).briefs if _is_news(planned, noted))
    return [_new(planned, workspace_id, reached) for planned in briefs]


def compose(
    session: Session,
    claimed: Sequence[Claimed],
    planned: Mapping[int, Sequence[Named]],
    *,
    rehearsed_from: date | None = None,
    now: Callable[[], datetime] | None = None,
) -> dict[int, Letter]:
    """By the facts as they are now: who is owed nothing any more is left out. With the calendar's `now`, the briefs of
    the working day before a digest have its draft."""
    on = claimed[0].day
    places = _places(session, planned)
    wide = [each for each in claimed if len(places[each.id]) > MANY and not _gaps(planned[each.id])]
    near = [each for each in claimed if each not in wide]
    letters: dict[int, Letter] = {}
    if near:
        around = {place for each in near for place in places[each.id]}
        letters |= _letters(near, _situation(session, on, rehearsed_from, prisons=around))
    for each in wide:
        alone = _situation(session, on, rehearsed_from, actions=_actions(planned[each.id]))
        letters |= _letters([each], alone)
    return _with_drafts(session, on, claimed, letters, now()) if now else letters


def _with_drafts(
    session: Session, on: date, claimed: Sequence[Claimed], letters: Mapping[int, Letter], now: datetime
) -> dict[int, Letter]:
    readers = {each.id: each.person_id for each in claimed if each.id in letters and each.person_id is not None}
    theirs = drafts(session, on, set(readers.values()), now)
    drafted = {number: theirs[person] for number, person in readers.items() if person in theirs}
    return {**letters, **{number: _drafted(letters[number], those) for number, those in drafted.items()}}


def _drafted(letter: Letter, those: tuple[Drafted, ...]) -> Letter:
    if not isinstance(letter.message, Brief):
        return letter
    message = with_drafts(letter.message, those)
    return Letter(message, letter.kept._replace(body=kept(message)))


def _situation(
    session: Session,
    on: date,
    rehearsed_from: date | None,
    *,
    prisons: Collection[str] | None = None,
    actions: Collection[int] | None = None,
) -> Situation:
    last, behind = slots.last_slot(session, KIND, on), slots.behind(session, KIND, on)
    since = last or _first(session, on)
    found = situation(
        session, on, since=since, behind=behind, prisons=prisons, actions=actions, everything=rehearsed_from is not None
    )
    if rehearsed_from:
        found = long_before(found, rehearsed_from)
    return replace(found, since=last or on - _DAY)


def _first(session: Session, on: date) -> date:
    """Before any day was planned, whatever went live before is news: it is looked at whole, and nothing is made up
    for."""
    live = slots.live_since(session)
    return min(day_of(live), on) - _DAY if live else on - _DAY


def _is_news(planned: PlannedBrief, noted: Collection[tuple[str, int, str]]) -> bool:
    """What is said once is never said to a post that nobody holds: that it is owed is noted once all the same."""
    if planned.to.person or RECURRING.intersection(planned.triggers):
        return True
    said = ((planned.to.key, item.action.id, reason) for item in planned.items for reason in item.reasons)
    return any(each not in noted for each in said)


def _new(planned: PlannedBrief, workspace_id: int, reached: Collection[int]) -> New:
    person = planned.to.person
    if person is None:
        return New(planned.to.key, None, None, _named(planned), NOBODY)
    if person.id not in reached:
        return New(planned.to.key, person.id, workspace_id, _named(planned), person.unreachable or NO_ACCOUNT)
    return New(planned.to.key, person.id, workspace_id, _named(planned))


def _named(planned: PlannedBrief) -> list[Named]:
    lines = [Named(item.section, reason, action_id=item.action.id) for item in planned.items for reason in item.reasons]
    return [*lines, *(Named("decision", "gap", about=gap.about) for gap in planned.gaps)]


def _letters(claimed: Sequence[Claimed], found: Situation) -> dict[int, Letter]:
    briefs = {planned.to.key: planned for planned in day(found).briefs}
    return {each.id: _letter(briefs[each.recipient], found, each) for each in claimed if each.recipient in briefs}


def _letter(planned: PlannedBrief, found: Situation, claimed: Claimed) -> Letter:
    message = brief(planned, found.register, delivery=claimed.id, may_repeat=claimed.may_repeat)
    return Letter(message, Composed(kept(message), _named(planned)))


def _places(session: Session, planned: Mapping[int, Sequence[Named]]) -> dict[int, set[str]]:
    """By delivery, the prisons that it is about."""
    known = slots.prisons(session, {action for lines in planned.values() for action in _actions(lines)})
    return {
        number: {known[action] for action in _actions(lines)} | {gap_prison(about) for about in _gaps(lines)}
        for number, lines in planned.items()
    }


def _actions(lines: Sequence[Named]) -> list[int]:
    return [line.action_id for line in lines if line.action_id is not None]


def _gaps(lines: Sequence[Named]) -> list[str]:
    return [line.about for line in lines if line.about is not None]
