"""What is said once: going live, handover, joint owners' news, "still happening?", confirmations, a closed plan."""

from datetime import date, timedelta
from typing import Any

import pytest

from plans.policy.briefs import day
from plans.policy.days import months_after
from plans.policy.settings import Settings
from plans.policy.simulation import long_before, simulate
from plans.policy.values import Action
from plans.register import Delegation, Period
from tests.fakes.situations import (
    ED,
    GOV,
    PGD,
    PLAN,
    PRISON,
    an_action,
    by_key,
    holding,
    person,
    post,
    refs,
    role,
    situation,
)

WEDNESDAY = date(2024, 12, 4)


def mentions(
    actions: list[Action], *lines: Any, reason: str, first: date, days: int = 40, **facts: Any
) -> list[tuple[date, str, list[str]]]:
    """(day, to whom, refs) of every brief with a line for the reason."""
    start = situation(first, actions, *lines, **facts)
    return [
        (planned.on, brief.to.key, refs(brief, reason))
        for planned in simulate(start, first, first + timedelta(days=days))
        for brief in planned.briefs
        if refs(brief, reason)
    ]


# --- going live and taking over --------------------------------------------------------------------------------------


def test_a_plan_that_goes_live_gives_each_lead_one_list_of_all_they_owe() -> None:
    actions = [an_action(1, due=date(2025, 9, 30)), an_action(2), an_action(3, due=date(2024, 10, 31))]
    live = [an_action(one.id, due=one.due, live_on=WEDNESDAY) for one in actions]
    got = mentions(live, reason="going_live", first=date(2024, 12, 2), presumed_before=date.min)
    assert got == [(WEDNESDAY, post(GOV), ["3", "1", "2"])]


def test_a_plan_that_goes_live_on_a_saturday_is_told_on_monday() -> None:
    live = [an_action(live_on=date(2024, 12, 7))]
    assert mentions(live, reason="going_live", first=date(2024, 12, 6), presumed_before=date.min)[0][0] == date(
        2024, 12, 9
    )


def test_before_a_plan_is_live_nobody_hears_of_it() -> None:
    late = an_action(due=date(2024, 11, 1), live_on=date(2024, 12, 16))
    start = situation(date(2024, 12, 2), [late], presumed_before=date.min)
    days = simulate(start, date(2024, 12, 2), date(2024, 12, 15))
    assert not any(planned.briefs for planned in days)


def test_a_newcomer_hears_of_everything_the_post_owes_and_the_leaver_of_nothing_more() -> None:
    actions = [an_action(1, due=date(2025, 9, 30)), an_action(2), an_action(3, due=date(2024, 11, 29))]
    lines = (holding(GOV, person(1), last=date(2024, 12, 3)), holding(GOV, person(2), first=WEDNESDAY))
    start = situation(date(2024, 12, 2), actions, *lines)
    days = {planned.on: by_key(planned) for planned in simulate(start, date(2024, 12, 2), date(2024, 12, 13))}
    assert refs(days[WEDNESDAY]["person 2"], "handover") == ["3", "1", "2"]
    assert all("person 1" not in briefs for on, briefs in days.items() if on >= WEDNESDAY)
    assert refs(days[date(2024, 12, 9)]["person 2"]) == ["3"]  # and then as everybody


def test_who_held_the_post_when_the_plan_went_live_is_told_of_the_plan_and_not_of_a_handover() -> None:
    live = [an_action(live_on=WEDNESDAY)]
    long_there = holding(GOV, person(1), first=date(2020, 1, 1))
    start = situation(WEDNESDAY, live, long_there, presumed_before=date.min)
    assert refs(by_key(day(start))["person 1"], "going_live") == ["1"]


def test_a_delegate_learns_what_they_are_to_do_and_the_lead_that_it_came_back() -> None:
    work = Delegation(PLAN, "head of safety", action=1, period=Period(WEDNESDAY, date(2024, 12, 12)))
    there = (holding(GOV, person(1), first=date(2020, 1, 1)), holding("head of safety", person(2)), work)
    actions = [an_action(due=date(2025, 9, 30))]
    got = mentions(actions, *there, reason="handover", first=date(2024, 12, 2))
    assert got == [(WEDNESDAY, "person 2", ["1"]), (date(2024, 12, 13), "person 1", ["1"])]


# --- joint owners ----------------------------------------------------------------------------------------------------


def test_a_joint_owner_is_told_when_the_plan_goes_live_and_when_it_first_falls_overdue() -> None:
    shared = an_action(owners=(GOV, "nhs england"), due=date(2024, 12, 13), live_on=WEDNESDAY)
    first = date(2024, 12, 2)
    facts = {"first": first, "presumed_before": date.min}
    assert mentions([shared], reason="joint_live", **facts) == [(WEDNESDAY, post("nhs england"), ["1"])]
    assert mentions([shared], reason="joint_late", **facts) == [(date(2024, 12, 16), post("nhs england"), ["1"])]


def test_what_was_late_when_it_was_loaded_is_not_told_as_newly_late() -> None:
    shared = an_action(owners=(GOV, "nhs england"), due=date(2024, 10, 31), live_on=WEDNESDAY)
    assert mentions([shared], reason="joint_late", first=date(2024, 12, 2), presumed_before=date.min) == []


def test_a_joint_owner_who_answers_for_the_lead_too_gets_one_line() -> None:
    shared = an_action(owners=(GOV, PGD), due=date(2024, 11, 29))
    both = (holding(GOV, person(1)), holding(PGD, person(1)))
    (brief,) = day(situation(date(2024, 12, 2), [shared], *both)).briefs
    assert [(item.reason, item.quality) for item in brief.items] == [("late", "lead")]


# --- still happening? ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        # 31 August is a Saturday, and its quarter ends on Saturday 30 November
        ({"status": "sustained"}, [date(2024, 12, 2), date(2025, 2, 28), date(2025, 6, 2)]),
        ({"standing": True}, [date(2024, 12, 2), date(2025, 2, 28), date(2025, 6, 2)]),
        ({"status": "done"}, [date(2024, 12, 2)]),
    ],
)
def test_what_stands_is_asked_each_quarter_and_what_is_done_once(facts: dict[str, Any], days: list[date]) -> None:
    asked = mentions([an_action(since=date(2024, 8, 31), **facts)], reason="still", first=date(2024, 10, 7), days=250)
    assert [on for on, _, _ in asked] == days


def test_what_the_target_says_is_monthly_is_asked_each_month() -> None:
    monthly = an_action(since=date(2024, 8, 31), status="sustained", recurrence="monthly")
    asked = mentions([monthly], reason="still", first=date(2024, 10, 7), days=90)
    assert [on for on, _, _ in asked] == [date(2024, 10, 31), date(2024, 12, 2), date(2024, 12, 31)]


def test_what_was_answered_since_its_day_is_not_asked_again() -> None:
    answered = an_action(status="sustained", since=date(2024, 8, 31), answered_on=date(2024, 12, 1))
    assert day(situation(date(2024, 12, 2), [answered])).briefs == ()


def test_months_end_where_months_end() -> None:
    assert months_after(date(2024, 11, 30), 3) == date(2025, 2, 28)
    assert months_after(date(2024, 12, 31), 1) == date(2025, 1, 31)
    assert months_after(date(2023, 11, 15), 14) == date(2025, 1, 15)
    assert [months_after(date(2024, 1, 31), n) for n in (1, 11, 12)] == [
        date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 31),
    ]  # fmt: skip


# --- to confirm ------------------------------------------------------------------------------------------------------


def confirmer(*lines: Any, owners: tuple[str, ...] = (GOV,), **facts: Any) -> list[str]:
    reported = an_action(owners=owners, status="reported", since=date(2024, 12, 2), **facts)
    return [
        brief.to.key for brief in day(situation(date(2024, 12, 2), [reported], *lines)).briefs if refs(brief, "confirm")
    ]


def test_a_report_waits_for_the_post_above_the_lead() -> None:
    assert confirmer() == [post(PGD)]
    assert confirmer(owners=("head of safety",)) == [post(GOV)]
    assert confirmer(owners=("nhs england",)) == [post(GOV)]
    assert confirmer(owners=(PGD,)) == [post(ED)]


def test_nobody_confirms_what_they_own_or_do_themselves() -> None:
    assert confirmer(owners=(GOV, PGD)) == [post(ED)]
    assert confirmer(holding(GOV, person(1)), holding(PGD, person(1)), holding(ED, person(2))) == ["person 2"]


def test_where_nobody_above_is_free_an_assurer_confirms() -> None:
    assert confirmer(owners=(ED,)) == []
    assert confirmer(role(person(7), "assurer"), owners=(ED,)) == ["person 7"]


def test_it_waits_on_them_on_its_day_and_then_on_mondays() -> None:
    reported = an_action(status="reported", since=date(2024, 12, 4))
    start = situation(date(2024, 12, 2), [reported])
    days = [planned.on for planned in simulate(start, date(2024, 12, 2), date(2024, 12, 17)) if planned.briefs]
    assert days == [date(2024, 12, 4), date(2024, 12, 9), date(2024, 12, 16)]


@pytest.mark.parametrize(("reported", "since"), [(WEDNESDAY, WEDNESDAY), (date(2024, 11, 20), date(2024, 11, 20))])
def test_in_a_rehearsal_a_report_waits_since_its_own_day(reported: date, since: date) -> None:
    """One of before the rehearsal may be brought forward; one within it stays where it is, to be told at once."""
    made = an_action(status="reported", since=reported, changed_on=reported)
    start = long_before(situation(date(2024, 12, 5), [made]), date(2024, 12, 2))
    assert start.actions[0].since == since


def test_what_is_reported_on_a_rehearsed_day_is_told_that_day() -> None:
    made = an_action(status="reported", since=WEDNESDAY, changed_on=WEDNESDAY)
    start = long_before(situation(WEDNESDAY, [made]), date(2024, 12, 2))
    assert [brief.to.key for brief in day(start).briefs] == [post(PGD)]


def test_where_assurance_is_off_nobody_is_asked() -> None:
    reported = an_action(status="reported", since=WEDNESDAY)
    assert day(situation(WEDNESDAY, [reported], settings={PLAN: Settings(assurance=False)})).briefs == ()


# --- a closed plan ---------------------------------------------------------------------------------------------------


def test_what_a_closed_plan_left_open_is_listed_once_to_the_coordinator_else_the_governor() -> None:
    closed = [
        an_action(1, live=False, closed_on=date(2024, 12, 7), due=date(2018, 6, 30)),
        an_action(2, live=False, closed_on=date(2024, 12, 7), status="done"),
        an_action(3, live=False, closed_on=date(2024, 12, 7), status="reported"),  # and nobody is asked to confirm it
    ]
    facts = {"reason": "closed_plan", "first": date(2024, 12, 2), "presumed_before": date.min}
    monday = date(2024, 12, 9)
    assert mentions(closed, role(person(9)), **facts) == [(monday, "person 9", ["1", "3"])]
    assert mentions(closed, **facts) == [(monday, post(GOV), ["1", "3"])]


def test_a_closed_plan_is_never_reminded_of() -> None:
    closed = an_action(live=False, due=date(2024, 12, 2), prison=PRISON)
    planned = day(situation(date(2024, 12, 2), [closed]))
    assert (planned.briefs, planned.silent[0].why) == ((), "closed")
