"""Where what was said and done of actions meets the policy's values: who answered, what is asked for, what is news."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from plans.calendar import LONDON, day_of
from plans.digest.weekly import week
from plans.policy.values import Action, Event, Request, Undelivered
from storage.doubts import doubted
from storage.entries import ReporterRow, reporters
from storage.heard import EventRow, HeardRow, RequestRow, events_of, heard_of, requests_of
from storage.owed import OwedRow, owners_of
from storage.prepared import Reader

NEWS = timedelta(days=35)
"""What others did longer ago is no news, whatever was missed."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was said of actions, by their ids."""

    owners: Mapping[int, tuple[str, ...]]
    heard: Mapping[int, HeardRow]
    requests: Mapping[int, list[RequestRow]]
    events: Mapping[int, list[EventRow]]
    reporters: Mapping[int, ReporterRow]


def heard(reader: Reader, found: list[OwedRow], on: date, since: datetime, *, long_live: bool) -> tuple[Action, ...]:
    """The actions as values, plan by plan; what others did is news since a moment."""
    ids = [row.id for row in found]
    of = _Heard(
        owners_of(reader, ids),
        heard_of(reader, ids),
        requests_of(reader, ids),
        events_of(reader, ids, since - NEWS),
        reporters(reader, [row.id for row in found if row.status == "reported"]),
    )
    ordered = sorted(found, key=lambda row: (row.plan, row.position))
    return tuple(_action(row, of, on, long_live=long_live) for row in ordered)


def _action(row: OwedRow, of: _Heard, on: date, *, long_live: bool) -> Action:
    heard = of.heard.get(row.id)
    return Action(
        id=row.id, plan=row.plan, prison=row.prison, ref=row.ref, step=row.step, title=row.title,
        owners=of.owners.get(row.id, ()), position=row.position, theme=row.theme, due=row.due, starts=row.starts,
        status=row.status, standing=row.standing, recurrence=row.recurrence, live=row.live,
        live_on=live_since(row.live_at, on, long_live=long_live),
        closed_on=day_of(row.closed_at) if row.closed_at and not row.live else None,
        answered_on=_day(heard and heard.answered_at),
        noted_on=_day(heard and heard.noted_at),
        since=_day((heard and heard.since_at) or row.live_at),
        changed_on=_day(heard and heard.changed_at),
        led_since=_day(heard and heard.led_at),
        version=row.version, slips=row.slips, kind=row.kind, reporter=_reporter(of.reporters.get(row.id)),
        requests=tuple(_request(one) for one in of.requests.get(row.id, ())),
        events=tuple(_event(one) for one in of.events.get(row.id, ()) if not is_answered(one, heard)),
        reported=_reported(of.reporters.get(row.id)),
    )  # fmt: skip


def live_since(live_at: datetime | None, on: date, *, long_live: bool) -> date:
    """A calendar set to a day before the plan was loaded asks what would have been: it was live long before."""
    live_on = day_of(live_at) if live_at else date.min
    return date.min if long_live or live_on > on else live_on


def undelivered(reader: Reader, on: date, prisons: Collection[str] | None) -> list[Undelivered]:
    """Of the weeks gone by; what may not have arrived only in its own week, for then the next one comes."""
    return [
        Undelivered(one.id, one.prison, f"#{one.channel}", one.day, one.lost, one.why)
        for one in doubted(reader, on - NEWS)
        if not one.noticed and one.day <= on and (one.lost or week(one.day) == week(on))
        if prisons is None or one.prison in prisons
    ]


def is_answered(one: EventRow, heard: HeardRow | None) -> bool:
    """Was its owner only asked, and has answered since? Then there is nothing left to hear."""
    return one.kind == "nudge" and heard is not None and (heard.answered_seq or 0) > one.seq


def _reporter(row: ReporterRow | None) -> tuple[int | None, str]:
    return (row.person, row.as_post or "") if row else (None, "")


def _reported(row: ReporterRow | None) -> Event | None:
    if row is None or row.at is None:
        return None
    by, at = row.as_post or "", row.at.astimezone(LONDON)
    return Event("report", by, at, row.person, row.words or "", len(row.links), row.for_party or "")


def _request(asked: RequestRow) -> Request:
    kind: Any = asked.kind  # a constraint has it
    by, as_post = asked.for_party or asked.as_post or "", asked.as_post or ""
    to, words = asked.to_party or "", asked.words or ""
    on = day_of(asked.at) if asked.at else asked.waits_since
    return Request(
        kind,
        on,
        by,
        asked.person,
        as_post,
        asked.to_due,
        to,
        words,
        asked.waits_since if asked.waits_since < on else None,
    )


def _event(one: EventRow) -> Event:
    return Event(one.kind, one.as_post or "", one.at.astimezone(LONDON), one.person, one.words or "")


def _day(moment: datetime | None) -> date | None:
    return day_of(moment) if moment else None
