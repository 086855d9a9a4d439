"""The digests of a week, between the facts and the ledger: which channels and directors get one, frozen when it is
first composed; and what a prison's coordinator is told where a channel did not take its own, or may not have."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from sqlmodel import Session

from jobs.delivery import NO_ACCOUNT, Letter
from plans import digests
from plans.calendar import day_of
from plans.digest import weekly
from plans.messages import Digest, Message
from plans.policy.differing import EVERY_PLAN
from plans.policy.settings import Settings
from plans.progress.doubted import notice
from plans.situations import settings_in_force
from storage import doubts, slots
from storage.channels import ChannelRow, channels
from storage.deliveries import Claimed, Composed, Named
from storage.digests import live_prisons
from storage.slots import New

KIND = digests.KIND
AT_ONCE = 5
"""Each is composed from all of a prison's actions, in the transaction of its claim."""

Words = Callable[[Message], str]


def opening(session: Session, now: datetime) -> tuple[date, str] | None:
    """The day and the week of the digests that may go now."""
    on = day_of(now)
    return weekly.opening(now, _settings(session, on), slots.planned_for(session, KIND, weekly.week(on)))


def begins(session: Session, day: date) -> time | None:
    """From when the digests of this day may go, in London; None where they are another day's."""
    settings = _settings(session, day)
    return settings.digest_hour if weekly.digest_day(day, settings) == day else None


def plan(session: Session, day: date, *, workspace_id: int) -> list[New]:
    """One for each channel of a prison with a live plan, and one for whoever directs several."""
    live, reached = dict(live_prisons(session)), slots.reached(session, workspace_id)
    to_channels = [
        New(f"channel {each.id}", None, workspace_id, [], channel_id=each.id)
        for each in _for_digests(session)
        if each.workspace == workspace_id and each.active and each.prison in live
    ]
    to_directors = [
        New(f"person {person}", person, workspace_id, [], None if person in reached else NO_ACCOUNT)
        for person in digests.directors(session, day)
    ]
    return [*to_channels, *to_directors]


def follow(session: Session, day: date) -> None:
    """The notices to coordinators' channels: of each digest that a channel refused, or that is in doubt there."""
    for each in doubts.doubted(session, day):
        to = [one for one in channels(session) if one.purpose == "coordinator" and one.prison == each.prison]
        doubts.tell(session, [each], [(one.id, one.workspace) for one in to if one.active])


def compose(
    session: Session,
    claimed: Sequence[Claimed],
    planned: Mapping[int, Sequence[Named]],
    *,
    now: Callable[[], datetime],
    words: Words,
) -> dict[int, Letter]:
    """As frozen, whoever composes it and however often. What nobody needs to be told any more is left out."""
    return dict(_letters(session, claimed, now(), words))


def _letters(session: Session, claimed: Sequence[Claimed], now: datetime, words: Words) -> Iterator[tuple[int, Letter]]:
    prisons = {each.id: each.prison for each in _for_digests(session)}
    made = _frozen(session, claimed, now, words)
    for each in claimed:
        if each.person_id is not None:
            letter = _for_director(session, each, now, words)
        elif (prison := prisons.get(each.channel_id or 0)) is not None:
            letter = _for_prison(made[prison]) if prison in made else None
        else:
            letter = _notice(session, each)
        if letter is not None:
            yield each.id, letter


def _frozen(session: Session, claimed: Sequence[Claimed], now: datetime, words: Words) -> dict[str, Digest]:
    """The week's, of each prison that these are about and that has one: before a director's is, which says what they
    say. In one order, or two processes would wait for each other."""
    on, live = day_of(now), dict(live_prisons(session))
    weeks = {each.channel_id: each.occasion for each in claimed}
    wanted = {one.prison: weeks[one.id] for one in _for_digests(session) if one.id in weeks and one.prison in live}
    served = {one.prison for one in _for_digests(session) if one.active}
    for each in claimed:
        directed = digests.directed(session, each.person_id, on) if each.person_id is not None else ()
        wanted |= dict.fromkeys(served.intersection(directed), each.occasion)
    return {
        prison: digests.freeze(session, prison, on=on, week=wanted[prison], now=now, words=words)
        for prison in sorted(wanted)
    }


def _for_prison(made: Digest) -> Letter:
    return Letter(made, Composed({"digest": made.id}, []))


def _for_director(session: Session, claimed: Claimed, now: datetime, words: Words) -> Letter | None:
    person = claimed.person_id or 0
    found = digests.freeze_group(session, person, on=day_of(now), week=claimed.occasion, now=now, words=words)
    if found is None:
        return None
    return Letter(replace(found, may_repeat=claimed.may_repeat), Composed({"digest": found.id}, []))


def _notice(session: Session, claimed: Claimed) -> Letter | None:
    about = next(
        (one for one in doubts.doubted(session, claimed.day) if doubts.occasion_of(one) == claimed.occasion), None
    )
    return Letter(notice(about), Composed({"doubted": about.id}, [])) if about else None


def _for_digests(session: Session) -> list[ChannelRow]:
    return [each for each in channels(session) if each.purpose == "digest"]


def _settings(session: Session, on: date) -> Settings:
    return settings_in_force(session, on)[EVERY_PLAN]
