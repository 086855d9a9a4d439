"""The ways in which other systems were found to lose a reminder, or to pester, each shown not to happen here."""

from datetime import date

import pytest

from plans.policy.briefs import day
from plans.policy.simulation import simulate
from tests.fakes.situations import GOV, an_action, by_key, holding, person, post, refs, situation

MONDAY = date(2024, 12, 2)


def test_a_reminder_does_not_hang_on_one_day_being_looked_at() -> None:
    """Elsewhere: due_date = yesterday, so an hour without a worker loses the notice for good."""
    late = an_action(due=date(2024, 11, 27))
    for on in (date(2024, 11, 28), date(2024, 11, 29), MONDAY, date(2024, 12, 5)):
        start = situation(on, [late], since=date(2024, 11, 27), presumed_before=date(2024, 11, 28))
        assert refs(by_key(day(start))[post(GOV)]) == ["1"]


def test_a_date_set_late_is_chased_all_the_same() -> None:
    """Elsewhere: due_date = today + 30 only, so what is set a week ahead is never mentioned before it is late."""
    start = situation(date(2024, 12, 3), [an_action(due=date(2024, 12, 6))])
    days = [planned.on for planned in simulate(start, start.on, date(2024, 12, 9)) if planned.briefs]
    assert days == [date(2024, 12, 6), date(2024, 12, 9)]


def test_an_overdue_action_is_not_told_once_and_forgotten() -> None:
    days = list(simulate(situation(MONDAY, [an_action(due=date(2024, 11, 29))]), MONDAY, date(2024, 12, 29)))
    mondays = [planned.on for planned in days if post(GOV) in by_key(planned)]
    assert mondays == [date(2024, 12, 2), date(2024, 12, 9), date(2024, 12, 16), date(2024, 12, 23)]


@pytest.mark.parametrize("status", ["not_started", "in_progress", "blocked"])
def test_no_open_status_falls_silent(status: str) -> None:
    """Elsewhere: only what is "active" is reminded, so follow-up work is never chased."""
    start = situation(MONDAY, [an_action(due=date(2024, 11, 29), status=status)])
    assert refs(by_key(day(start))[post(GOV)]) == ["1"]


def test_a_missing_date_is_asked_for_and_never_made_up() -> None:
    """Elsewhere: no date becomes tomorrow, or a week from now."""
    planned = day(situation(date(2025, 1, 6), [an_action(1), an_action(2, due=date(2025, 1, 3))]))
    (brief,) = planned.briefs
    assert [(item.action.ref, item.section, item.days_late) for item in brief.items] == [
        ("2", "late", 3), ("1", "no_date", 0),
    ]  # fmt: skip


def test_fifty_actions_make_one_message_and_a_team_makes_one_too() -> None:
    """Elsewhere: a message an action, and a team's fans out to its leader, deputies and every member."""
    actions = [an_action(number, due=date(2024, 11, 29)) for number in range(1, 51)]
    lines = (holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), holding(GOV, person(3), how="acting"))
    (brief,) = day(situation(MONDAY, actions, *lines)).briefs
    assert (brief.to.key, len(brief.items)) == ("person 1", 50)
