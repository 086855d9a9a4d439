"""Red, amber, green, blue, grey: DESIGN section 2, the first that fits; each value worked out by hand."""

from datetime import date
from typing import Any

import pytest

from plans.digest.colours import colour, days_late
from tests.plans.digest.prisons import MONDAY, a_state

SOON, LATER, PAST = date(2025, 2, 17), date(2025, 2, 18), date(2025, 2, 2)


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        # withdrawn before everything, done before lateness, dated or not
        ({"status": "withdrawn", "due": PAST}, "grey"),
        ({"status": "withdrawn", "due": LATER, "slips": 2}, "grey"),
        ({"status": "done", "due": PAST}, "blue"),
        ({"status": "sustained", "due": None}, "blue"),
        # overdue: open, not reported, due before the day
        ({"status": "not_started", "due": PAST}, "red"),
        ({"status": "in_progress", "due": PAST, "slips": 1}, "red"),
        ({"status": "not_started", "due": MONDAY}, "amber"),
        # blocked, however far off
        ({"status": "blocked", "due": LATER}, "red"),
        ({"status": "blocked", "due": None}, "red"),
        # reported: amber, past its date or not; red on the twentieth working day without a yes
        ({"status": "reported", "due": PAST, "since": date(2025, 1, 31)}, "amber"),
        ({"status": "reported", "due": None, "since": date(2025, 1, 31)}, "amber"),
        ({"status": "reported", "due": LATER, "since": date(2025, 1, 6)}, "red"),
        ({"status": "reported", "due": LATER, "since": date(2025, 1, 7)}, "amber"),
        ({"status": "reported", "due": LATER, "since": None}, "amber"),
        # within a fortnight, both ends; slipped, however far off now, even to no date at all
        ({"status": "in_progress", "due": SOON}, "amber"),
        ({"status": "in_progress", "due": LATER}, "green"),
        ({"status": "in_progress", "due": LATER, "slips": 1}, "amber"),
        # no date, only a start: grey
        ({"status": "in_progress", "due": None}, "grey"),
        ({"status": "not_started", "due": None, "starts": date(2024, 10, 1)}, "grey"),
    ],
)
def test_the_first_that_fits(facts: dict[str, Any], wanted: str) -> None:
    assert colour(a_state(**facts), MONDAY) == wanted


def test_twenty_working_days_pass_over_christmas_and_new_year() -> None:
    """Reported on Thursday 12 December 2024: with three bank holidays the twentieth is Tuesday 14 January."""
    reported = a_state(status="reported", due=None, since=date(2024, 12, 12))
    assert colour(reported, date(2025, 1, 13)) == "amber"
    assert colour(reported, date(2025, 1, 14)) == "red"


def test_what_is_reported_or_finished_is_never_days_late() -> None:
    late = {
        status: days_late(a_state(status=status, due=date(2025, 1, 31)), MONDAY)
        for status in ("not_started", "in_progress", "blocked", "reported", "done", "sustained", "withdrawn")
    }
    assert late == {
        "not_started": 3, "in_progress": 3, "blocked": 3, "reported": 0, "done": 0, "sustained": 0, "withdrawn": 0,
    }  # fmt: skip
