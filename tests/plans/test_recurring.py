"""When a recurring action falls due next."""

from datetime import date

import pytest

from plans.recurring import next_due


@pytest.mark.parametrize(
    ("first", "recurrence", "dates"),
    [
        (date(2024, 11, 30), "monthly", [(2024, 12, 31), (2025, 1, 31), (2025, 2, 28), (2025, 3, 31), (2025, 4, 30)]),
        (date(2024, 12, 30), "monthly", [(2025, 1, 30), (2025, 2, 28), (2025, 3, 30)]),
        (date(2025, 1, 28), "monthly", [(2025, 2, 28), (2025, 3, 28)]),
        (date(2024, 10, 15), "monthly", [(2024, 11, 15), (2024, 12, 15), (2025, 1, 15)]),
        (date(2024, 11, 30), "quarterly", [(2025, 2, 28), (2025, 5, 31)]),
        (date(2024, 2, 29), "yearly", [(2025, 2, 28), (2026, 2, 28), (2027, 2, 28), (2028, 2, 29)]),
        (date(2024, 8, 31), "six-monthly", [(2025, 2, 28), (2025, 8, 31)]),
        (date(2024, 12, 31), "bi-monthly", [(2025, 2, 28), (2025, 4, 30)]),
        (date(2024, 12, 27), "weekly", [(2025, 1, 3), (2025, 1, 10)]),
        (date(2024, 12, 27), "fortnightly", [(2025, 1, 10)]),
        (date(2024, 12, 31), "daily", [(2025, 1, 1)]),
    ],
)
def test_the_last_day_of_a_month_stays_the_last_and_any_other_its_number(
    first: date, recurrence: str, dates: list[tuple[int, int, int]]
) -> None:
    due = first
    for year, month, day in dates:
        due = next_due(due, recurrence, first)
        assert due == date(year, month, day)


def test_after_an_extension_it_goes_by_the_new_day() -> None:
    assert next_due(date(2025, 2, 14), "monthly", date(2024, 11, 30)) == date(2025, 3, 14)
    assert next_due(date(2025, 3, 31), "monthly", date(2024, 11, 15)) == date(2025, 4, 30)
