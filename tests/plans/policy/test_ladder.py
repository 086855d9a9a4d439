"""The ladder of a late action: whom it tells, on which working day, and what stops it."""

from datetime import date, timedelta
from typing import Any

import pytest

from plans.policy.briefs import day
from plans.policy.settings import Settings
from plans.policy.simulation import simulate
from plans.policy.values import Action
from plans.register import Absence, Delegation, Period
from tests.fakes.situations import (
    ED,
    GOV,
    PGD,
    PLAN,
    Said,
    an_action,
    by_key,
    holding,
    person,
    post,
    refs,
    situation,
)

SAFETY = "head of safety"
DUE = date(2024, 11, 30)  # a Saturday
RUNGS = ("rung_1", "rung_2", "rung_3")


def told(action: Action, *lines: Any, first: date = DUE, days: int = 70, **facts: Any) -> list[tuple[str, str, date]]:
    """(rung, to whom, when) of every rung in the days after."""
    start = situation(first, [action], *lines, **facts)
    return [
        (item.reason, brief.to.key, planned.on)
        for planned in simulate(start, first, first + timedelta(days=days))
        for brief in planned.briefs
        for item in brief.items
        if item.reason in RUNGS
    ]


def test_of_a_saturday_the_rungs_are_the_fifth_tenth_and_twentieth_working_day_after() -> None:
    assert told(an_action(due=DUE, owners=(SAFETY,))) == [
        ("rung_1", post(GOV), date(2024, 12, 6)),
        ("rung_2", post(PGD), date(2024, 12, 13)),
        ("rung_3", post(ED), date(2024, 12, 31)),  # Christmas Day and Boxing Day are not worked
    ]


def test_a_rung_held_by_the_person_who_owes_the_action_is_skipped_and_not_moved() -> None:
    both = (holding(GOV, person(1)), holding(PGD, person(1)), holding(ED, person(2)))
    assert told(an_action(due=DUE), *both) == [("rung_3", "person 2", date(2024, 12, 31))]


def test_where_a_delegate_does_the_work_the_lead_is_told_first() -> None:
    work = Delegation(PLAN, SAFETY, action=1, period=Period(date(2024, 10, 1)))
    assert told(an_action(due=DUE), work)[0] == ("rung_1", post(GOV), date(2024, 12, 6))


@pytest.mark.parametrize("status", ["reported", "blocked", "done", "withdrawn"])
def test_a_report_or_a_block_stops_it(status: str) -> None:
    assert told(an_action(due=DUE, status=status, since=DUE)) == []


def test_seen_and_answers_that_only_say_something_do_not_stop_it() -> None:
    answered = an_action(due=DUE, status="in_progress", answered_on=date(2024, 12, 10))
    assert told(answered)[0] == ("rung_2", post(PGD), date(2024, 12, 13))


def test_a_progress_note_puts_off_the_next_rung_by_five_working_days_and_only_that() -> None:
    noted = an_action(due=DUE, noted_on=date(2024, 12, 10))
    assert told(noted) == [("rung_2", post(PGD), date(2024, 12, 20)), ("rung_3", post(ED), date(2024, 12, 31))]


def test_a_note_before_the_date_puts_nothing_off() -> None:
    assert told(an_action(due=DUE, noted_on=date(2024, 11, 29)))[0][2] == date(2024, 12, 13)


def test_a_note_after_a_rung_puts_off_the_one_after_it() -> None:
    noted = an_action(due=DUE, noted_on=date(2024, 12, 16))
    said = Said({(post(PGD), 1, "rung_2"): date(2024, 12, 13)})
    first = date(2024, 12, 17)
    assert told(noted, first=first, told=said) == [("rung_3", post(ED), date(2025, 1, 8))]


def test_what_was_late_when_its_plan_went_live_is_raised_from_ten_working_days_after() -> None:
    live = an_action(due=date(2024, 9, 30), live_on=DUE)
    # grace ends on the tenth working day, 13 December; ten more: 16-20, 23, 24, 27, 30 and 31 December
    assert told(live, presumed_before=date.min)[0] == ("rung_2", post(PGD), date(2024, 12, 31))


def test_after_a_week_without_briefs_a_rung_is_told_late_but_once() -> None:
    start = situation(date(2024, 12, 18), [an_action(due=DUE)], since=date(2024, 12, 11), presumed_before=DUE)
    days = list(simulate(start, date(2024, 12, 18), date(2024, 12, 20)))
    assert [refs(by_key(planned).get(post(PGD))) for planned in days] == [["1"], [], []]


def test_a_new_date_that_passes_too_is_raised_again() -> None:
    moved = an_action(due=date(2025, 1, 31))
    said = Said({(post(PGD), 1, "rung_2"): date(2024, 12, 13)})
    assert ("rung_2", post(PGD), date(2025, 2, 14)) in told(moved, first=date(2025, 2, 3), told=said)


def test_a_stand_in_hears_no_rung_that_the_absent_one_has_heard_but_a_new_holder_does() -> None:
    said = Said({("person 2", 1, "rung_2"): date(2024, 12, 13)})
    here = (holding(GOV, person(1)), holding(PGD, person(2)), holding(PGD, person(3), how="deputy"))
    away = Absence(2, Period(date(2024, 12, 16), date(2024, 12, 20)))
    week = {"first": date(2024, 12, 16), "days": 4, "told": said}
    assert told(an_action(due=DUE), *here, away, **week) == []
    gone = (holding(PGD, person(2), last=date(2024, 12, 15)), holding(PGD, person(4), first=date(2024, 12, 16)))
    handed = told(an_action(due=DUE), here[0], *gone, **week)
    assert handed == [("rung_2", "person 4", date(2024, 12, 16))]


def test_a_rung_that_went_to_an_empty_post_is_told_to_whoever_is_registered_for_it_next() -> None:
    said = Said({(post(PGD), 1, "rung_2"): date(2024, 12, 13)})
    week = {"first": date(2024, 12, 16), "days": 4, "told": said, "presumed_before": DUE}
    assert told(an_action(due=DUE), **week) == []
    assert told(an_action(due=DUE), holding(PGD, person(2)), **week) == [("rung_2", "person 2", date(2024, 12, 16))]


def test_the_days_of_the_rungs_can_be_set() -> None:
    start = situation(date(2024, 12, 4), [an_action(due=DUE)], settings={PLAN: Settings(rung_2_working=3)})
    assert refs(by_key(day(start))[post(PGD)], "rung_2") == ["1"]


def test_who_is_raised_to_reads_whose_it_is_and_what_comes_next() -> None:
    (brief,) = [
        brief
        for planned in simulate(situation(DUE, [an_action(due=DUE)]), DUE, date(2024, 12, 13))
        for brief in planned.briefs
        if brief.to.key == post(PGD)
    ]
    (item,) = brief.items
    assert (item.section, item.quality, item.answers, item.owed_by) == ("decision", "above", PGD, GOV)
    assert item.next
    assert (item.next.post, item.next.day) == (ED, date(2024, 12, 31))
    assert brief.triggers == ("rung",)
