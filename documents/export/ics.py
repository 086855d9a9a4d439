"""Open actions for a calendar: an event on the due date of each, which blocks no time and rings no bell.

The same facts give the same bytes: a calendar that reads the file again finds what it has, and changes what changed.
"""

from collections.abc import Iterable
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event

from documents.export.values import Exported, plain
from plans.calendar import last_working_day
from plans.rights import UNFINISHED

MAKER = "-//prison-action-plans//actions export//EN"
_PLACE = "actions.invalid"
"""A name that nobody has: an identifier is to be unique in the world, and this is no address."""


def as_ics(actions: Iterable[Exported], *, name: str) -> str:
    """`name` is what calendars call it. Of a recurring action the next period alone."""
    calendar = Calendar()
    for field, value in (("prodid", MAKER), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", plain(name))):
        calendar.add(field, value)
    for action in actions:
        due, status = action.line.line.due, action.line.line.status
        if due is not None and status in UNFINISHED:
            calendar.add_component(_event(action, due))
    return bytes(calendar.to_ical(sorted=False)).decode()


def _event(action: Exported, due: date) -> Event:
    line = action.line.line
    event = Event()
    event.add("uid", plain(f"{line.plan} {line.address}").replace(" ", "-") + f"@{_PLACE}")
    event.add("sequence", action.version)
    event.add("dtstamp", action.recorded.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", plain(f"{_short(line.prison)} {line.address} due: {line.title}"))
    event.add("description", "\n".join(_description(action, due)))
    event.add("transp", "TRANSPARENT")
    return event


def _short(prison: str) -> str:
    """Rochester, of HMP & YOI Rochester: a calendar shows few letters."""
    return prison.removeprefix("HMP & YOI ").removeprefix("HMYOI ").removeprefix("HMP/YOI ").removeprefix("HMP ")


def _description(action: Exported, due: date) -> Iterable[str]:
    line = action.line.line
    yield f"Owner: {plain(', '.join(action.printed)) or 'none'}"
    if len(action.owners) > 1:
        yield f"Lead: {plain(action.line.lead)}"
    yield f"Status: {line.status.replace('_', ' ')}"
    yield f"Due: {_full(due)}"
    yield f"Last working day: {_full(last_working_day(due))}"
    if line.days_late:
        yield f"{line.days_late} {'day' if line.days_late == 1 else 'days'} late"
    if action.line.original_due and action.line.original_due != due:
        yield f"First promised for: {_full(action.line.original_due)}"
    if action.recurrence:
        yield f"Comes again: {action.recurrence}"


def _full(day: date) -> str:
    """Saturday 30 November 2024"""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
