"""When a brief goes, and what an answer, a snooze, a holiday or a week without a service change about it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from plans.policy.briefs import day
from plans.policy.days import slot_from, slot_of_quarter, slot_of_week, slot_until, waits
from plans.policy.settings import DEFAULTS, Settings
from plans.policy.simulation import simulate
from plans.policy.values import Action, Day, Snoozed
from tests.fakes.situations import GOV, PGD, PLAN, an_action, by_key, holding, person, post, refs, situation

GOVERNOR = holding(GOV, person(1))


def goes(action: Action, first: date, last: date, **facts: Any) -> list[date]:
    """The days on which its lead is written to."""
    days = simulate(situation(first, [action], GOVERNOR, **facts), first, last)
    return [planned.on for planned in days if refs(by_key(planned).get("person 1"))]


# --- Mondays ---------------------------------------------------------------------------------------------------------


def test_after_a_monday_that_is_a_holiday_the_brief_goes_on_the_next_working_day() -> None:
    late = an_action(due=date(2025, 3, 31))
    assert goes(late, date(2025, 4, 14), date(2025, 5, 6)) == [
        date(2025, 4, 14), date(2025, 4, 22), date(2025, 4, 28), date(2025, 5, 6),
    ]  # fmt: skip  # Easter Monday is 21 April, the early May holiday the 5th


def test_monday_slots_before_and_after_a_day() -> None:
    easter_sunday = date(2025, 4, 20)
    assert slot_of_week(date(2025, 4, 21)) == slot_from(easter_sunday) == date(2025, 4, 22)
    assert slot_until(date(2025, 4, 21)) == slot_until(easter_sunday) == date(2025, 4, 14)
    assert slot_of_week(date(2021, 12, 27)) == date(2021, 12, 29)  # both days after Christmas were substitutes
    assert [slot_of_quarter(date(2024, month, 9)) for month in (1, 4, 6, 12)] == [
        date(2024, 1, 2), date(2024, 4, 2), date(2024, 4, 2), date(2024, 10, 7),
    ]  # fmt: skip


def test_an_action_that_enters_its_last_28_days_is_mentioned_on_the_monday_after_and_then_when_it_is_due() -> None:
    due = an_action(due=date(2025, 1, 8))  # a Wednesday; its last 28 days begin on Wednesday 11 December
    assert goes(due, date(2024, 12, 2), date(2025, 1, 10)) == [
        date(2024, 12, 16), date(2025, 1, 6), date(2025, 1, 8), date(2025, 1, 9),
    ]  # fmt: skip


def test_a_date_on_a_weekend_has_its_last_day_on_friday_and_its_first_on_monday() -> None:
    due = an_action(due=date(2024, 11, 30))
    assert goes(due, date(2024, 11, 26), date(2024, 12, 2)) == [date(2024, 11, 29), date(2024, 12, 2)]


@pytest.mark.parametrize("on", [date(2024, 11, 30), date(2024, 12, 1), date(2024, 12, 25), date(2025, 4, 21)])
def test_on_a_day_that_is_not_worked_nothing_goes(on: date) -> None:
    planned = day(situation(on, [an_action(due=on - timedelta(days=1))], since=on - timedelta(days=9)))
    assert (planned.briefs, {silence.why for silence in planned.silent}) == ((), {"not_a_working_day"})


def test_an_action_without_a_date_rides_in_the_first_monday_brief_of_a_quarter_and_makes_none() -> None:
    undated, late = an_action(1), an_action(2, due=date(2024, 10, 1))
    days = list(simulate(situation(date(2024, 10, 1), [undated, late]), date(2024, 10, 1), date(2025, 1, 31)))
    named = [planned.on for planned in days if "1" in refs(by_key(planned).get(post(GOV)))]
    assert named == [date(2024, 10, 7), date(2025, 1, 6)]
    alone = simulate(situation(date(2024, 10, 1), [undated]), date(2024, 10, 1), date(2025, 1, 31))
    assert not any(planned.briefs for planned in alone)


# --- answers ---------------------------------------------------------------------------------------------------------


def test_an_answer_keeps_an_action_out_of_its_early_mentions_and_never_out_of_the_late_ones() -> None:
    # answered on Monday 2 December, quiet to the tenth working day after, Monday the 16th
    answered = an_action(due=date(2024, 12, 11), answered_on=date(2024, 12, 2), status="in_progress")
    assert goes(answered, date(2024, 12, 2), date(2024, 12, 13)) == [date(2024, 12, 12)]
    later = an_action(due=date(2024, 12, 20), answered_on=date(2024, 12, 2), status="in_progress")
    assert goes(later, date(2024, 12, 2), date(2024, 12, 23)) == [date(2024, 12, 20), date(2024, 12, 23)]


def test_what_is_blocked_is_late_all_the_same() -> None:
    blocked = an_action(due=date(2024, 11, 29), status="blocked")
    assert goes(blocked, date(2024, 12, 2), date(2024, 12, 9)) == [date(2024, 12, 2), date(2024, 12, 9)]


# --- snoozes ---------------------------------------------------------------------------------------------------------


def snoozed(on: date, until: date) -> dict[str, Any]:
    return {"snoozes": (Snoozed(1, 1, on, until),)}


def test_a_snoozed_action_is_left_out_and_makes_a_brief_when_the_snooze_ends() -> None:
    late = an_action(due=date(2024, 11, 1), status="blocked")
    wednesday = date(2024, 12, 11)
    assert goes(late, date(2024, 12, 2), date(2024, 12, 13), **snoozed(date(2024, 12, 2), wednesday)) == [wednesday]


def test_a_snooze_asked_before_the_date_ends_on_the_first_working_day_after_it() -> None:
    soon = an_action(due=date(2024, 11, 30))
    asked = snoozed(date(2024, 11, 22), date(2024, 12, 6))
    assert goes(soon, date(2024, 11, 25), date(2024, 12, 2), **asked) == [date(2024, 12, 2)]


def test_a_snooze_never_stops_a_rung_and_ends_with_it() -> None:
    late = an_action(due=date(2024, 11, 29))
    asked = snoozed(date(2024, 12, 9), date(2024, 12, 23))
    days = {
        planned.on: by_key(planned)
        for planned in simulate(
            situation(date(2024, 12, 9), [late], GOVERNOR, **asked), date(2024, 12, 9), date(2024, 12, 16)
        )
    }
    assert "person 1" not in days[date(2024, 12, 9)]
    assert refs(days[date(2024, 12, 13)][post(PGD)], "rung_2") == ["1"]
    assert refs(days[date(2024, 12, 16)]["person 1"]) == ["1"]


def test_one_persons_snooze_is_not_anothers() -> None:
    late, asked = an_action(due=date(2024, 11, 1)), snoozed(date(2024, 11, 29), date(2024, 12, 9))
    assert "person 2" in by_key(day(situation(date(2024, 12, 2), [late], holding(GOV, person(2)), **asked)))


# --- a service that stood still --------------------------------------------------------------------------------------


def test_a_week_of_downtime_yields_one_brief_with_all_that_fell_due_in_it() -> None:
    actions = [an_action(1, due=date(2024, 11, 27)), an_action(2, due=date(2024, 11, 30))]
    down = situation(date(2024, 12, 4), actions, since=date(2024, 11, 26), presumed_before=date(2024, 11, 27))
    days = list(simulate(down, date(2024, 12, 4), date(2024, 12, 6)))
    assert [refs(by_key(planned).get(post(GOV))) for planned in days] == [["1", "2"], [], []]
    assert {item.newly_late for item in days[0].briefs[0].items} == {True}


def test_who_alone_was_not_reached_is_alone_made_up_to() -> None:
    actions = [an_action(1, due=date(2024, 11, 29)), an_action(2, due=date(2024, 11, 29), owners=("head of safety",))]
    lines = (GOVERNOR, holding("head of safety", person(2)))
    late = situation(
        date(2024, 12, 3), actions, *lines, since=date(2024, 12, 2), behind={"person 1": date(2024, 11, 29)}
    )
    assert set(by_key(day(late))) == {"person 1"}


def test_a_ledger_that_knows_of_no_brief_at_all_is_made_up_to_at_once() -> None:
    start = situation(date(2024, 12, 3), [an_action(due=date(2024, 11, 30))], since=date.min)
    assert refs(by_key(day(start))[post(GOV)]) == ["1"]


# --- hours -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (datetime(2024, 10, 25, 7, 59, tzinfo=UTC), "before_the_hour"),  # 8:59 in London's summer
        (datetime(2024, 10, 25, 8, 0, tzinfo=UTC), None),
        (datetime(2024, 10, 28, 8, 59, tzinfo=UTC), "before_the_hour"),  # the clocks went back on the 27th
        (datetime(2024, 10, 28, 9, 0, tzinfo=UTC), None),
        (datetime(2024, 10, 28, 17, 59, tzinfo=UTC), None),
        (datetime(2024, 10, 28, 18, 0, tzinfo=UTC), "after_hours"),
    ],
)
def test_briefs_go_from_nine_to_six_in_london_whatever_the_clocks_do(moment: datetime, why: str | None) -> None:
    assert waits(moment, DEFAULTS) == why


# --- settings, and what is said of silence -------------------------------------------------------------------------


def test_each_plan_goes_by_its_own_settings() -> None:
    actions = [an_action(1, due=date(2024, 12, 20)), an_action(2, due=date(2024, 12, 20), plan="rochester-2025")]
    late = an_action(3, due=date(2024, 11, 1))
    start = situation(date(2024, 12, 2), [*actions, late], settings={PLAN: Settings(coming=7)})
    assert refs(by_key(day(start))[post(GOV)], "coming") == ["2"]


def silence_of(planned: Day) -> tuple[str, date | None]:
    (silence,) = planned.silent
    return silence.why, silence.until


@pytest.mark.parametrize(
    ("facts", "why", "until"),
    [
        ({"due": date(2025, 1, 31)}, "far_off", date(2025, 1, 6)),  # its last 28 days begin on Friday 3 January
        ({"due": date(2024, 11, 1)}, "no_brief_today", date(2024, 12, 9)),
        ({"due": date(2024, 12, 5)}, "no_brief_today", date(2024, 12, 5)),
        ({"due": date(2024, 12, 20)}, "no_brief_today", date(2024, 12, 16)),
        ({"due": date(2024, 12, 10), "answered_on": date(2024, 12, 2)}, "answered", date(2024, 12, 11)),
        ({}, "no_date", date(2025, 1, 6)),
        ({"starts": date(2025, 2, 1)}, "not_started_yet", date(2025, 2, 3)),
        ({"standing": True}, "asked_already", date(2025, 1, 2)),  # a quarter after 1 October is New Year's Day
        ({"status": "done", "since": date(2024, 11, 1)}, "done", date(2025, 2, 3)),
        ({"status": "withdrawn"}, "withdrawn", None),
        ({"status": "reported"}, "reported", date(2024, 12, 9)),
        ({"owners": ()}, "no_owner", None),
        ({"live": False}, "closed", None),
    ],
)
def test_of_every_silent_action_the_rule_is_named_and_when_it_is_next_mentioned(
    facts: dict[str, Any], why: str, until: date | None
) -> None:
    tuesday = situation(date(2024, 12, 3), [an_action(**facts)])
    assert silence_of(day(tuesday)) == (why, until)


def test_a_snooze_is_named_with_its_end() -> None:
    asked = snoozed(date(2024, 11, 29), date(2024, 12, 9))
    start = situation(date(2024, 12, 3), [an_action(due=date(2024, 11, 28))], GOVERNOR, **asked)
    assert silence_of(day(start)) == ("snoozed", date(2024, 12, 9))
