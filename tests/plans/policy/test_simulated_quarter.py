"""A quarter of the Rochester plan, nobody answering, against the policy's own words worked out day by day here: its
sums share nothing with the product's. The days named singly were worked out by hand from a calendar."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from plans.policy.simulation import simulate
from plans.policy.values import Action, Day
from plans.register import Holding
from tests.fakes.situations import (
    ED,
    GOV,
    PGD,
    by_key,
    holding,
    person,
    post,
    refs,
    situation,
)

FIRST, LAST = date(2024, 10, 25), date(2025, 1, 31)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
CLOSED = {date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1)}

Expected = dict[str, set[tuple[str, str]]]


# --- the policy's words, worked out anew ---------------------------------------------------------------------------


def worked(day: date) -> bool:
    return day.isoweekday() <= 5 and day not in CLOSED


def passed(since: date, on: date) -> int:
    """Working days after one day, up to and with another."""
    return sum(worked(since + timedelta(days=number)) for number in range(1, (on - since).days + 1))


def expected(actions: list[Action], on: date) -> Expected:
    """Per post: (ref, reason) of its brief; posts that get none are left out."""
    if not worked(on):
        return {}
    told: Expected = {}

    def tell(who: str, action: Action, reason: str) -> None:
        told.setdefault(post(who), set()).add((action.ref, reason))

    for lead in {action.owners[0] for action in actions}:
        mine = [action for action in actions if action.owners[0] == lead]
        if goes(mine, on):
            for action in mine:
                if reason := stands(action, on):
                    tell(lead, action, reason)
    for action in actions:
        for reason, who in told_above(action, on):
            tell(who, action, reason)
    return told


def told_above(action: Action, on: date) -> Iterator[tuple[str, str]]:
    """(reason, post): the rungs of the day, and the joint owners on the first day after the date."""
    if action.due is None or action.due >= on:
        return
    for rung, after, who in (("rung_1", 5, GOV), ("rung_2", 10, PGD), ("rung_3", 20, ED)):
        if passed(action.due, on) == after and who != action.owners[0]:
            yield rung, who
    if passed(action.due, on) == 1:
        for joint in action.owners[1:]:
            yield "joint_late", joint


def goes(mine: list[Action], on: date) -> bool:
    dated = [action.due for action in mine if action.due]
    if on.isoweekday() == 1 and any(
        due <= on + timedelta(days=7) or on - timedelta(days=7) < due - timedelta(days=28) <= on for due in dated
    ):
        return True
    if any(due >= on and passed(on, due) == 0 for due in dated):
        return True  # the last working day on or before a date
    return any(due < on and passed(due, on) == 1 for due in dated)


def stands(action: Action, on: date) -> str:
    if action.due is None:
        return "no_date" if on.isoweekday() == 1 and on.day <= 7 and on.month in (1, 4, 7, 10) else ""
    if action.due < on:
        return "late"
    days = (action.due - on).days
    return "this_week" if days <= 7 else "coming" if days <= 28 else ""


# --- the quarter ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def days(rochester: list[Action]) -> dict[date, Day]:
    return {day.on: day for day in simulate(situation(FIRST, rochester), FIRST, LAST)}


def test_every_day_has_exactly_the_briefs_that_the_policy_names(days: dict[date, Day], rochester: list[Action]) -> None:
    assert list(days) == DAYS
    for on, day in days.items():
        got = {key: {(item.action.ref, item.reason) for item in brief.items} for key, brief in by_key(day).items()}
        assert got == expected(rochester, on), on


def test_every_action_of_every_day_is_in_a_brief_or_has_a_reason_not_to_be(days: dict[date, Day]) -> None:
    for day in days.values():
        said = {item.action.ref for brief in day.briefs for item in brief.items}
        silent = [silence.action.ref for silence in day.silent]
        assert len(silent) == len(set(silent))
        assert said.isdisjoint(silent)
        assert len(said) + len(silent) == 26


SIX = ["5", "9", "13", "15", "19", "25"]
DECEMBERS = ["6", "10", "17", "23", "24"]
BY_HAND = [
    (date(2024, 10, 25), GOV, []),  # a Friday: nothing is late, and 31 October is not its next working day
    (date(2024, 10, 28), GOV, ["8"]),  # the Monday after the clocks went back: 8 is due on Thursday
    (date(2024, 10, 31), GOV, ["8"]),  # its last day
    (date(2024, 11, 1), GOV, ["8"]),  # the first day after
    (date(2024, 11, 4), GOV, ["8", *SIX]),  # the six entered on the 2nd
    (date(2024, 11, 5), GOV, []),
    (date(2024, 11, 13), PGD, []),
    (date(2024, 11, 14), PGD, ["8"]),  # 1 4 5 6 7 8 11 12 13 14 November: the tenth working day
    (date(2024, 11, 14), GOV, []),  # and the governor is not written to for that
    (date(2024, 11, 15), PGD, []),
    (date(2024, 11, 28), ED, ["8"]),  # the twentieth
    (date(2024, 11, 29), GOV, ["8", *SIX]),  # Friday, the last working day before Saturday the 30th
    (date(2024, 12, 2), GOV, ["8", *SIX]),  # Monday: the six are late
    (date(2024, 12, 2), "oxleas healthcare provider", ["9"]),  # a joint owner is told when it first falls overdue
    (date(2024, 12, 3), "oxleas healthcare provider", []),
    (date(2024, 12, 13), PGD, SIX),
    (date(2024, 12, 24), GOV, []),
    (date(2024, 12, 25), GOV, []),
    (date(2024, 12, 26), GOV, []),
    (date(2024, 12, 27), GOV, []),  # the first working day after Christmas: a Friday, and nothing falls on it
    (date(2024, 12, 30), GOV, ["8", *SIX, *DECEMBERS]),
    (date(2024, 12, 31), ED, SIX),  # fifteen to 20 December, then 23 24 27 30 31
    (date(2024, 12, 31), GOV, ["8", *SIX, *DECEMBERS]),
    (date(2025, 1, 1), GOV, []),
    (date(2025, 1, 2), GOV, ["8", *SIX, *DECEMBERS]),
    (date(2025, 1, 2), PGD, ["23", "24"]),  # as joint owner
    # The quarter's first Monday: what is due on 31 January entered on the 3rd; 7 has no date, and is asked for one.
    (date(2025, 1, 6), GOV, ["8", *SIX, *DECEMBERS, "1", "4", "11", "14", "22", "26", "7"]),
    (date(2025, 1, 15), PGD, DECEMBERS),
    (date(2025, 1, 31), GOV, ["8", *SIX, *DECEMBERS, "1", "4", "11", "14", "22", "26", "12"]),
]


@pytest.mark.parametrize(("on", "who", "named"), BY_HAND)
def test_days_worked_out_by_hand(days: dict[date, Day], on: date, who: str, named: list[str]) -> None:
    assert refs(by_key(days[on]).get(post(who))) == named


def test_on_2_december_six_are_newly_late_and_each_says_what_happens_next(days: dict[date, Day]) -> None:
    brief = by_key(days[date(2024, 12, 2)])[post(GOV)]
    assert [item.action.ref for item in brief.items if item.newly_late] == SIX
    eight, five = brief.items[:2]
    assert eight.last
    assert (eight.last.post, eight.last.day, eight.next) == (ED, date(2024, 11, 28), None)
    assert five.next
    assert (five.next.post, five.next.day, five.last) == (PGD, date(2024, 12, 13), None)
    assert brief.triggers == ("monday", "first_late")


def test_each_rung_names_an_action_to_a_person_once_and_never_to_who_owes_it(days: dict[date, Day]) -> None:
    told = Counter(
        (brief.to.key, item.action.ref, item.reason)
        for day in days.values()
        for brief in day.briefs
        for item in brief.items
        if item.reason.startswith("rung")
    )
    assert set(told.values()) == {1}
    assert not any(key == post(GOV) for key, _, _ in told)


def test_the_same_people_are_told_the_same_where_the_posts_are_held(
    days: dict[date, Day], rochester: list[Action]
) -> None:
    lines: list[Holding] = [holding(who, person(number)) for number, who in enumerate((GOV, PGD, ED), 1)]
    keys = {f"person {number}": post(who) for number, who in enumerate((GOV, PGD, ED), 1)}
    for day in simulate(situation(FIRST, rochester, *lines), FIRST, LAST):
        got = {keys.get(key, key): refs(brief) for key, brief in by_key(day).items()}
        assert got == {key: refs(brief) for key, brief in by_key(days[day.on]).items()}


def test_the_governor_gets_under_forty_briefs_in_seven_months(rochester: list[Action]) -> None:
    first, last = FIRST, date(2025, 5, 24)
    simulated = simulate(situation(first, rochester), first, last)
    assert sum(post(GOV) in by_key(day) for day in simulated) == 39


def test_a_plan_that_goes_live_late_makes_one_list_and_no_rung_for_ten_working_days(rochester: list[Action]) -> None:
    live = [replace(action, live_on=date(2024, 12, 4)) for action in rochester]  # a Wednesday
    start = situation(FIRST, live, presumed_before=date.min)
    days = {day.on: by_key(day) for day in simulate(start, FIRST, LAST)}
    assert next(on for on, briefs in days.items() if briefs) == date(2024, 12, 4)
    listed = days[date(2024, 12, 4)][post(GOV)]
    assert len(refs(listed, "going_live")) == 24  # all that the governor leads, dated or not
    assert not any(item.newly_late for item in listed.items)
    rungs = [(on, refs(briefs.get(post(PGD)), "rung_2")) for on, briefs in days.items()]
    # grace ends on Wednesday 18 December; the tenth working day after: 19 20 23 24 27 30 31 December, 2 3 6 January
    assert next((on, named) for on, named in rungs if named) == (date(2025, 1, 6), ["8", *SIX])
