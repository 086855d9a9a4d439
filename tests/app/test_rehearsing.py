"""The demonstration's calendar: it stands still, and moves forward through weekends, holidays and clock changes."""

from datetime import date

import pytest

from app.rehearsing import Rehearsed
from plans.calendar import LONDON


def test_it_begins_at_nine_in_london_and_stands_still() -> None:
    calendar = Rehearsed(date(2024, 12, 2))

    assert calendar.now().isoformat() == "2024-12-02T09:00:00+00:00"
    assert calendar.now() == calendar.now()
    assert Rehearsed(date(2024, 7, 1)).now().isoformat() == "2024-07-01T09:00:00+01:00"


def test_the_next_working_day_passes_over_christmas() -> None:
    calendar = Rehearsed(date(2024, 12, 24))
    calendar.move_hour()
    calendar.move_to_working_day()

    assert calendar.now().isoformat() == "2024-12-27T09:00:00+00:00"


def test_an_hour_is_an_hour_also_where_the_clocks_change() -> None:
    calendar = Rehearsed(date(2025, 3, 30))
    moments = []
    for _ in range(24):
        moments.append(calendar.now())
        calendar.move_hour()

    assert len({moment.timestamp() for moment in moments}) == 24
    night = Rehearsed(date(2025, 3, 29))
    for _ in range(16):
        night.move_hour()
    assert night.now().isoformat() == "2025-03-30T02:00:00+01:00"


def test_it_goes_to_a_date_but_not_back() -> None:
    calendar = Rehearsed(date(2024, 12, 2))
    calendar.move_to(date(2025, 2, 3))
    assert calendar.now().astimezone(LONDON).isoformat() == "2025-02-03T09:00:00+00:00"

    with pytest.raises(ValueError, match=r"only moves forward, and it is 3 February 2025.*--on 2024-12-02"):
        calendar.move_to(date(2024, 12, 2))
    assert calendar.now().date() == date(2025, 2, 3)


def test_it_ends_with_the_century() -> None:
    calendar = Rehearsed(date(2100, 12, 31))
    before = calendar.now()

    for move in (calendar.move_to_working_day, lambda: calendar.move_to(date(9999, 12, 31))):
        with pytest.raises(ValueError, match=r"^The calendar ends with 2100\.$"):
            move()
    assert calendar.now() == before
    for _ in range(14):
        calendar.move_hour()
    with pytest.raises(ValueError, match=r"^The calendar ends with 2100\.$"):
        calendar.move_hour()
