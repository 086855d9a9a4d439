"""Another date, another lead: whose yes it waits for, on which days they hear, and when its asker is left alone.

Monday 2 December 2024 is a working day; five working days after it is Monday 9 December, ten Monday 16 December."""

from datetime import date
from typing import Any

import pytest

from plans.policy.briefs import day
from plans.policy.simulation import simulate
from plans.policy.values import Action, Request
from plans.register import Liaison
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

MONDAY, TUESDAY, WEDNESDAY = date(2024, 12, 2), date(2024, 12, 3), date(2024, 12, 4)
SAFETY, GFSL = "head of safety", "gov facilities services ltd"


def longer(on: date = TUESDAY, **facts: Any) -> Request:
    return Request("extension", on, **{"by": GOV, "to_due": date(2025, 2, 15), "words": "no chaplain", **facts})


def asks_longer(*lines: Any, on: date = TUESDAY, **facts: Any) -> list[str]:
    """Whom another date, asked for on the day, waits for that day."""
    asked = an_action(due=date(2024, 12, 20), requests=(longer(on=facts.pop("since", on)),), **facts)
    return [brief.to.key for brief in day(situation(on, [asked], *lines)).briefs if refs(brief, "approve")]


def heard(action: Action, reason: str, *lines: Any, first: date = MONDAY, days: int = 20) -> list[tuple[date, str]]:
    last = date.fromordinal(first.toordinal() + days)
    return [
        (planned.on, brief.to.key)
        for planned in simulate(situation(first, [action], *lines), first, last)
        for brief in planned.briefs
        if any(reason in item.reasons for item in brief.items)
    ]


# --- whose yes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lead", "slips", "urgent", "goes_to"),
    [
        (SAFETY, 0, False, GOV),
        (SAFETY, 1, False, PGD),
        (SAFETY, 2, False, ED),
        (SAFETY, 7, False, ED),
        (SAFETY, 0, True, PGD),
        (SAFETY, 1, True, ED),
        (GOV, 0, False, PGD),
        (GOV, 1, False, ED),
        (GOV, 0, True, ED),
        (GOV, 1, True, ED),  # nobody is higher
        (PGD, 0, False, ED),
        (GFSL, 0, False, GOV),
        (GFSL, 0, True, GOV),
        (GFSL, 3, True, GOV),
    ],
)
def test_each_slip_is_approved_a_level_higher(lead: str, slips: int, urgent: bool, goes_to: str) -> None:
    assert asks_longer(owners=(lead,), slips=slips, kind="urgent_notification" if urgent else "inspection") == [
        post(goes_to)
    ]


def test_nobody_agrees_who_owns_it_asked_for_it_or_stands_in_for_its_lead() -> None:
    top = (holding(ED, person(3)),)
    assert asks_longer(owners=(GOV, PGD)) == [post(ED)]
    assert asks_longer(holding(GOV, person(1)), holding(PGD, person(1)), *top) == ["person 3"]
    assert asks_longer(
        holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), holding(PGD, person(2)), *top
    ) == ["person 3"]
    asked = an_action(due=date(2024, 12, 20), requests=(longer(person=2),))
    lines = (holding(GOV, person(1)), holding(PGD, person(2)), *top)
    assert heard(asked, "approve", *lines, days=2) == [(TUESDAY, "person 3")]


def test_where_nobody_above_is_free_an_assurer_agrees() -> None:
    assert asks_longer(owners=(ED,)) == []
    assert asks_longer(role(person(7), "assurer"), owners=(ED,)) == ["person 7"]


# --- when --------------------------------------------------------------------------------------------------------


def test_it_waits_on_its_day_rises_after_five_working_days_and_is_asked_again_on_mondays() -> None:
    asked = an_action(due=date(2024, 12, 20), owners=(SAFETY,), requests=(longer(),))
    assert heard(asked, "approve", days=28) == [
        (TUESDAY, post(GOV)),
        (date(2024, 12, 9), post(GOV)),  # a Monday
        (date(2024, 12, 10), post(PGD)),  # five working days after Tuesday
        (date(2024, 12, 16), post(PGD)),
        (date(2024, 12, 17), post(ED)),
        (date(2024, 12, 23), post(ED)),
        (date(2024, 12, 30), post(ED)),
    ]


def test_what_was_asked_on_a_saturday_is_told_on_monday() -> None:
    asked = an_action(due=date(2024, 12, 20), requests=(longer(on=date(2024, 12, 7)),))
    assert heard(asked, "approve", days=9)[0] == (date(2024, 12, 9), post(PGD))


def test_a_calendar_set_back_knows_nothing_of_what_is_asked_later() -> None:
    asked = an_action(due=date(2024, 12, 20), requests=(longer(on=date(2025, 3, 3)),))
    assert heard(asked, "approve") == []


def test_its_owner_is_left_alone_until_it_rises_and_the_ladder_is_not() -> None:
    """Due Friday 29 November: first late on Monday 2 December, the Prison Group Director on Friday 13 December."""
    asked = an_action(due=date(2024, 11, 29), requests=(longer(),))
    assert heard(asked, "late") == [
        (MONDAY, post(GOV)), (date(2024, 12, 16), post(GOV)),
    ]  # fmt: skip  # asked on Tuesday 3 December: on Tuesday 10 December they are reminded again, from Monday on
    assert heard(asked, "rung_2") == [(date(2024, 12, 13), post(PGD))]
    assert heard(an_action(due=date(2024, 11, 29)), "late") == [
        (MONDAY, post(GOV)), (date(2024, 12, 9), post(GOV)), (date(2024, 12, 16), post(GOV)),
    ]  # fmt: skip


def test_while_it_waits_the_silence_says_so_and_until_when() -> None:
    asked = an_action(due=date(2024, 11, 29), requests=(longer(on=date(2024, 12, 3)),), owners=(ED,))
    (silent,) = day(situation(WEDNESDAY, [asked])).silent
    assert (silent.why, silent.until) == ("asked", date(2024, 12, 10))


def test_a_rung_and_a_request_that_reach_one_reader_are_one_line() -> None:
    asked = an_action(due=date(2024, 11, 29), requests=(longer(on=date(2024, 12, 13)),))
    (brief,) = day(situation(date(2024, 12, 13), [asked])).briefs
    (item,) = brief.items
    assert (brief.to.key, item.reasons) == (post(PGD), ("rung_2", "approve"))
    assert item.asked == asked.requests[0]


# --- another lead ------------------------------------------------------------------------------------------------


def handed(**facts: Any) -> Request:
    return Request("hand_over", TUESDAY, **{"by": GOV, "to": SAFETY, **facts})


def test_a_hand_over_waits_for_the_post_it_goes_to_on_its_day_and_then_on_mondays() -> None:
    asked = an_action(due=date(2025, 9, 30), requests=(handed(),))
    days = [TUESDAY, date(2024, 12, 9), date(2024, 12, 16)]
    assert heard(asked, "accept") == [(on, post(SAFETY)) for on in days]
    there = (holding(SAFETY, person(4)), Liaison(PRISON, GFSL, SAFETY))
    assert heard(asked, "accept", *there) == [(on, "person 4") for on in days]
    outside = an_action(due=date(2025, 9, 30), requests=(handed(to=GFSL),))
    assert heard(outside, "accept", *there) == [(on, "person 4") for on in days]


def test_until_it_is_accepted_its_owner_is_reminded() -> None:
    asked = an_action(due=date(2024, 11, 29), requests=(handed(),))
    assert heard(asked, "late", days=8) == [(MONDAY, post(GOV)), (date(2024, 12, 9), post(GOV))]


def test_the_ladder_counts_anew_for_whoever_accepted_it() -> None:
    """Accepted on Tuesday 3 December: five working days later is the 10th, ten the 17th, twenty Friday 3 January."""
    taken = an_action(due=date(2024, 10, 31), owners=(SAFETY, GOV), led_since=TUESDAY, live_on=date(2024, 10, 1))
    start = situation(WEDNESDAY, [taken])
    rungs = [
        (planned.on, brief.to.key, item.reason)
        for planned in simulate(start, WEDNESDAY, date(2025, 1, 10))
        for brief in planned.briefs
        for item in brief.items
        if item.reason.startswith("rung")
    ]
    assert rungs == [
        (date(2024, 12, 10), post(GOV), "rung_1"),
        (date(2024, 12, 17), post(PGD), "rung_2"),
        (date(2025, 1, 3), post(ED), "rung_3"),
    ]


def test_whoever_accepted_it_is_not_introduced_to_it() -> None:
    taken = an_action(due=date(2025, 9, 30), owners=(SAFETY, GOV), led_since=TUESDAY, live_on=date(2024, 12, 2))
    start = situation(WEDNESDAY, [taken], holding(SAFETY, person(4), first=date(2024, 1, 1)), presumed_before=date.min)
    assert "person 4" not in by_key(day(start))
    assert taken.plan == PLAN
