"""When a week's digest is, worked out by hand on the calendars of these weeks; and when it may go."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.calendar import LONDON, is_working_day
from plans.digest.weekly import before, digest_day, following, opening, week
from plans.policy.settings import DEFAULTS, WEEKDAYS


def at(day: str, hour: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), LONDON)


@pytest.mark.parametrize(
    ("of", "weekday", "expected"),
    [
        ("2025-02-03", "tuesday", "2025-02-04"),
        ("2025-02-09", "tuesday", "2025-02-04"),  # a Sunday ends its week
        ("2025-02-10", "tuesday", "2025-02-11"),
        ("2025-02-05", "friday", "2025-02-07"),
        # Easter 2025: Good Friday is 18 April, Easter Monday the 21st.
        ("2025-04-22", "monday", "2025-04-22"),
        ("2025-04-22", "tuesday", "2025-04-22"),
        ("2025-04-14", "friday", "2025-04-17"),  # Tuesday 22 April would be the next week's
        ("2025-04-22", "friday", "2025-04-25"),
        # Christmas 2023: Monday and Tuesday. 2024: Wednesday and Thursday. 2025: Thursday and Friday.
        ("2023-12-25", "monday", "2023-12-27"),
        ("2023-12-25", "tuesday", "2023-12-27"),
        ("2024-12-23", "tuesday", "2024-12-24"),
        ("2024-12-23", "wednesday", "2024-12-27"),
        ("2025-12-22", "thursday", "2025-12-24"),
        ("2025-12-22", "friday", "2025-12-24"),
        # New Year's Day 2025 was a Wednesday.
        ("2025-01-01", "wednesday", "2025-01-02"),
        ("2024-12-31", "tuesday", "2024-12-31"),
    ],
)
def test_the_day_is_worked_and_in_its_own_week(of: str, weekday: str, expected: str) -> None:
    chosen = replace(DEFAULTS, digest_day=weekday)
    assert digest_day(date.fromisoformat(of), chosen) == date.fromisoformat(expected)


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)), st.sampled_from(WEEKDAYS))
def test_every_week_has_one_day_and_it_is_worked(of: date, weekday: str) -> None:
    chosen = replace(DEFAULTS, digest_day=weekday)
    day = digest_day(of, chosen)
    assert is_working_day(day)
    assert week(day) == week(of)
    assert digest_day(day, chosen) == day
    assert before(of, chosen) == digest_day(of - timedelta(days=7), chosen) < day


def test_weeks_are_numbered_by_iso() -> None:
    assert week(date(2025, 2, 4)) == "2025-W06"
    assert week(date(2024, 12, 31)) == "2025-W01"
    assert week(date(2021, 1, 3)) == "2020-W53"


def test_the_day_before_last_weeks_is_found_over_christmas() -> None:
    assert before(date(2024, 1, 2), DEFAULTS) == date(2023, 12, 27)


@pytest.mark.parametrize(
    ("day", "hour", "opens"),
    [
        ("2025-02-03", "09:00", False),  # Monday
        ("2025-02-04", "08:29", False),
        ("2025-02-04", "08:30", True),
        ("2025-02-04", "17:59", True),
        ("2025-02-04", "18:00", False),
        ("2025-02-05", "07:00", False),
        ("2025-02-05", "08:30", True),
        ("2025-02-07", "17:59", True),
        ("2025-02-08", "12:00", False),  # Saturday: the week is over
        ("2025-02-10", "12:00", False),
    ],
)
def test_it_may_go_in_its_hours_until_the_week_ends(day: str, hour: str, opens: bool) -> None:
    expected = (date(2025, 2, 4), "2025-W06") if opens else None
    assert opening(at(day, hour), DEFAULTS) == expected


def test_nothing_goes_on_a_bank_holiday() -> None:
    assert opening(at("2023-12-26", "12:00"), DEFAULTS) is None
    assert opening(at("2023-12-27", "08:30"), DEFAULTS) == (date(2023, 12, 27), "2023-W52")
    early = replace(DEFAULTS, digest_day="wednesday")
    assert opening(at("2024-12-25", "12:00"), early) is None


def test_hours_are_londons() -> None:
    summer = datetime.fromisoformat("2025-06-10T07:30+00:00")
    assert opening(summer, DEFAULTS) == (date(2025, 6, 10), "2025-W24")
    assert opening(summer - timedelta(minutes=1), DEFAULTS) is None


def test_the_next_one_is_the_first_whose_hour_is_still_to_come() -> None:
    assert following(at("2025-02-04", "08:29"), DEFAULTS) == date(2025, 2, 4)
    assert following(at("2025-02-04", "08:30"), DEFAULTS) == date(2025, 2, 11)
    assert following(at("2025-02-08", "12:00"), DEFAULTS) == date(2025, 2, 11)
    assert following(at("2023-12-20", "12:00"), DEFAULTS) == date(2023, 12, 27)


def test_after_a_week_that_was_planned_the_next_one_is_next_weeks_whatever_day_is_set_now() -> None:
    friday = replace(DEFAULTS, digest_day="friday")
    assert following(at("2025-02-04", "12:00"), friday) == date(2025, 2, 7)
    assert following(at("2025-02-04", "12:00"), friday, planned=True) == date(2025, 2, 14)
