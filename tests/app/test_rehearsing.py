"""The demonstration's calendar: it stands still, and moves forward through weekends, holidays and clock changes."""

from datetime import date, datetime, time

import pytest

from app.rehearsing import Rehearsed, Running
from app.unasked import Rehearsal
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


# --- a rehearsal's calendar --------------------------------------------------------------------------------------


TUESDAY = 1


class Settling:
    """A service whose slot is settled when a test says so: of briefs each day, of digests on Tuesdays before them."""

    def __init__(self) -> None:
        self.done = True

    async def settled(self) -> bool:
        return self.done

    def hours(self, day: date) -> list[time]:
        return [time(8, 30), time(9)] if day.weekday() == TUESDAY else [time(9)]


def at(year: int, month: int, day: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, tzinfo=LONDON)


def running(begins: datetime) -> tuple[Running, list[float]]:
    """At 36,000 times the pace of a clock that a test moves."""
    seconds = [0.0]
    return Running(begins, 36_000, elapsed=lambda: seconds[0]), seconds


def test_it_runs_at_its_rate_and_not_past_where_it_is_held() -> None:
    calendar, seconds = running(datetime(2024, 11, 1, 8, tzinfo=LONDON))
    calendar.go_to(datetime(2024, 11, 1, 20, tzinfo=LONDON))

    seconds[0] += 1
    assert calendar.now() == datetime(2024, 11, 1, 18, tzinfo=LONDON)
    seconds[0] += 5
    assert calendar.now() == datetime(2024, 11, 1, 20, tzinfo=LONDON)


def test_what_it_stood_still_for_is_not_made_up_for() -> None:
    calendar, seconds = running(datetime(2024, 11, 1, 9, tzinfo=LONDON))
    seconds[0] += 60
    calendar.go_to(datetime(2024, 11, 4, 9, tzinfo=LONDON))

    assert calendar.now() == datetime(2024, 11, 1, 9, tzinfo=LONDON)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("begins", "slots"),
    [
        (at(2024, 11, 1, 8), ["2024-11-01T09:00", "2024-11-04T09:00", "2024-11-05T08:30", "2024-11-05T09:00"]),
        (at(2024, 11, 1, 19), ["2024-11-01T19:00", "2024-11-04T09:00", "2024-11-05T08:30"]),
        (at(2024, 12, 24, 11), ["2024-12-24T11:00", "2024-12-27T09:00", "2024-12-30T09:00"]),
        (at(2025, 3, 29, 1), ["2025-03-29T01:00", "2025-03-31T09:00", "2025-04-01T08:30"]),
    ],
)
async def test_a_rehearsal_stands_at_each_slot_until_its_day_is_settled(begins: datetime, slots: list[str]) -> None:
    calendar, seconds = running(begins)
    service = Settling()
    rehearsal = Rehearsal(calendar, service)  # type: ignore[arg-type]  # all of one that it asks
    if begins.hour == 8:
        await rehearsal.go_on()
    for slot in slots:
        seconds[0] += 60
        service.done = False
        await rehearsal.go_on()
        assert calendar.now().strftime("%Y-%m-%dT%H:%M") == slot
        service.done = True
        await rehearsal.go_on()
