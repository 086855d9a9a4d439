"""How an action stood at a moment, told back from how it stands now."""

from datetime import date, timedelta

import pytest

from plans.digest.replaying import at as stood
from plans.digest.replaying import end_of
from plans.digest.values import Event, State
from tests.plans.digest.prisons import a_prison, a_state, an_event, asked_for

NOV, DEC, MAY = date(2024, 11, 30), date(2024, 12, 31), date(2025, 5, 1)
FIRST, SECOND, THIRD = date(2025, 1, 6), date(2025, 1, 13), date(2025, 1, 20)
EARLIER, NOW = date(2025, 1, 1), date(2025, 2, 3)


def back(now: State, day: date, *events: Event, **facts: object) -> State:
    (found,) = stood(a_prison([now], *events, **facts), end_of(day))
    return found


def test_a_status_is_the_one_that_the_first_entry_after_the_day_left() -> None:
    events = (
        an_event(2, FIRST, "report", from_status="in_progress", to_status="reported"),
        an_event(3, THIRD, "confirm", from_status="reported", to_status="done"),
    )
    told = [back(a_state(status="done"), day, *events) for day in (EARLIER, FIRST, SECOND, THIRD)]
    assert [(one.status, one.since) for one in told] == [
        ("in_progress", None), ("reported", FIRST), ("reported", FIRST), ("done", THIRD),
    ]  # fmt: skip


def test_a_date_moved_when_it_was_agreed_to_and_not_when_it_was_asked_for() -> None:
    now = a_state(due=MAY, original_due=DEC, slips=1)
    events = (
        an_event(2, FIRST, "postpone", from_due=DEC, to_due=MAY),
        an_event(3, SECOND, "decline", from_due=DEC, to_due=MAY),
        an_event(4, THIRD, "agree", from_due=DEC, to_due=MAY),
    )
    told = [back(now, day, *events) for day in (EARLIER, FIRST, SECOND, THIRD)]
    assert [(one.due, one.slips, one.original_due) for one in told] == [
        (DEC, 0, DEC), (DEC, 0, DEC), (DEC, 0, DEC), (MAY, 1, DEC),
    ]  # fmt: skip


def test_a_date_agreed_to_where_there_was_none_is_no_slip() -> None:
    agreed = an_event(2, SECOND, "agree", from_due=None, to_due=MAY)
    assert back(a_state(due=MAY, original_due=None), FIRST, agreed).due is None
    assert back(a_state(due=MAY, original_due=None), FIRST, agreed).slips == 0


def test_a_yes_taken_back_the_next_day_counted_until_it_was() -> None:
    now = a_state(due=DEC)
    events = (
        an_event(2, FIRST, "postpone", from_due=DEC, to_due=MAY),
        an_event(3, SECOND, "agree", from_due=DEC, to_due=MAY),
        an_event(4, SECOND + timedelta(days=1), "undo", from_due=MAY, to_due=DEC, undoes=3),
    )
    asked = {1: (asked_for(2, FIRST),)}  # open again since
    told = [back(now, day, *events, asked=asked) for day in (FIRST, SECOND, THIRD)]
    assert [(one.due, one.slips, len(one.waits)) for one in told] == [(DEC, 0, 1), (MAY, 1, 0), (DEC, 0, 1)]


def test_a_period_closed_by_a_report_is_open_again_before_it() -> None:
    report = an_event(2, SECOND, "report", from_due=NOV, to_due=DEC, from_status="not_started", to_status="in_progress")
    was = back(a_state(due=DEC, original_due=NOV, status="in_progress"), FIRST, report)
    assert (was.due, was.status, was.slips) == (NOV, "not_started", 0)


@pytest.mark.parametrize(("was_at", "before"), [(None, ["governor"]), (1, ["governor", "head of safety"])])
def test_who_took_it_over_stands_where_they_stood(was_at: int | None, before: list[str]) -> None:
    now = a_state(owners=(("head of safety", "Head of Safety"), ("governor", "Governor")))
    events = (
        an_event(2, FIRST, "hand_over", party="head of safety"),
        an_event(3, SECOND, "accept", party="head of safety"),
    )
    asked = {1: (asked_for(2, FIRST, kind="hand_over", to_due=None, to_party="head of safety", settled=3,
                           was_at=was_at),)}  # fmt: skip
    then, since = (back(now, day, *events, asked=asked) for day in (FIRST, SECOND))
    assert [key for key, _ in then.owners] == before
    assert [one.kind for one in then.waits] == ["hand_over"]
    assert [key for key, _ in since.owners] == ["head of safety", "governor"]
    assert since.waits == ()


def test_a_re_issue_that_gave_it_a_date_is_taken_back_with_the_promise() -> None:
    changed = an_event(2, SECOND, "changed", channel="import", as_post=None, from_due=None, to_due=MAY)
    was = back(a_state(due=MAY), FIRST, changed)
    assert (was.due, was.original_due) == (None, None)


def test_a_plan_counts_as_loaded_before_any_day() -> None:
    loaded = an_event(1, THIRD, "loaded", channel="import", as_post=None, to_status="done")
    assert back(a_state(status="done"), EARLIER, loaded).status == "done"
    assert back(a_state(status="done"), NOW, loaded).since == THIRD


def test_the_last_moment_of_a_summer_day_is_eleven_in_the_evening_in_utc() -> None:
    late = an_event(2, date(2025, 7, 1), "report", from_status="not_started", to_status="reported")
    late = late._replace(at=late.at.replace(hour=23, minute=30))  # half past midnight on the 2nd in London
    assert back(a_state(status="reported"), date(2025, 7, 1), late).status == "not_started"
    assert back(a_state(status="reported"), date(2025, 7, 2), late).since == date(2025, 7, 2)
