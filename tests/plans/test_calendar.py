"""Working days, against the bank holidays that gov.uk lists for England and Wales."""

from datetime import date, timedelta

import pytest

from plans.calendar import is_working_day, next_working_day

BANK_HOLIDAYS = {
    date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 5),
    date(2025, 5, 26), date(2025, 8, 25), date(2025, 12, 25), date(2025, 12, 26),
}  # fmt: skip


def test_a_year_of_days_is_worked_but_for_weekends_and_bank_holidays() -> None:
    days = [date(2024, 12, 24) + timedelta(days=n) for n in range(373)]
    assert {day for day in days if day.weekday() < 5 and not is_working_day(day)} == BANK_HOLIDAYS
    assert not any(is_working_day(day) for day in days if day.weekday() >= 5)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2024, 12, 2), date(2024, 12, 3)),
        (date(2024, 12, 6), date(2024, 12, 9)),
        (date(2024, 12, 24), date(2024, 12, 27)),
        (date(2024, 12, 31), date(2025, 1, 2)),
        (date(2025, 4, 17), date(2025, 4, 22)),
        (date(2022, 6, 1), date(2022, 6, 6)),  # the moved spring holiday and the Platinum Jubilee
    ],
)
def test_the_next_working_day_passes_over_weekends_and_holidays(day: date, following: date) -> None:
    assert next_working_day(day) == following


def test_a_holiday_on_a_weekend_is_worked_off_on_the_monday() -> None:
    assert not is_working_day(date(2021, 12, 27))
    assert not is_working_day(date(2021, 12, 28))
