"""The calendar of prisons in England and Wales: which day it is in London. Times elsewhere are aware UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of(moment: datetime) -> date:
    """The day in London at an aware moment: an evening in UTC may be the next day there."""
    return moment.astimezone(LONDON).date()
