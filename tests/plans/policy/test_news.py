"""What others did to an action, for whoever answers for it: once, with what else there is to say, or by itself."""

from datetime import date, datetime, time
from typing import Any

import pytest

from plans.calendar import LONDON
from plans.policy.briefs import day
from plans.policy.simulation import simulate
from plans.policy.values import Action, Event
from tests.fakes.situations import GOV, PGD, an_action, by_key, holding, person, post, role, situation

MONDAY, TUESDAY, WEDNESDAY = date(2024, 12, 2), date(2024, 12, 3), date(2024, 12, 4)
FAR = date(2025, 9, 30)


def did(doing: str, on: date = TUESDAY, hour: int = 8, **facts: Any) -> Event:
    return Event(doing, **{"by": PGD, "moment": datetime.combine(on, time(hour, 30), LONDON), **facts})


def heard(action: Action, *lines: Any, days: int = 20, first: date = MONDAY) -> list[tuple[date, str, tuple[str, ...]]]:
    """(day, to whom, what) of every line that tells of what others did."""
    last = date.fromordinal(first.toordinal() + days)
    return [
        (planned.on, brief.to.key, tuple(event.doing for event in item.news))
        for planned in simulate(situation(first, [action], *lines), first, last)
        for brief in planned.briefs
        for item in brief.items
        if item.news
    ]


@pytest.mark.parametrize("doing", ["send_back", "decline", "refuse", "reopen"])
def test_what_was_not_as_hoped_is_told_once_on_its_day(doing: str) -> None:
    assert heard(an_action(due=FAR, events=(did(doing),))) == [(TUESDAY, post(GOV), (doing,))]


def test_what_is_done_after_the_hour_is_told_on_the_next_working_day() -> None:
    assert heard(an_action(due=FAR, events=(did("decline", hour=11),)))[0][0] == WEDNESDAY
    friday = an_action(due=FAR, events=(did("decline", date(2024, 12, 6), hour=16),))
    assert heard(friday)[0][0] == date(2024, 12, 9)
    saturday = an_action(due=FAR, events=(did("decline", date(2024, 12, 7)),))
    assert heard(saturday)[0][0] == date(2024, 12, 9)


def test_what_the_coordinator_recorded_is_told_to_the_posts_holder_and_not_to_the_coordinator() -> None:
    recorded = did("report", by="coordinator", person=9)
    reported = an_action(due=FAR, status="reported", since=TUESDAY, events=(recorded,))
    lines = (holding(GOV, person(1)), role(person(9)))
    assert heard(reported, *lines) == [(TUESDAY, "person 1", ("report",))]
    assert heard(an_action(due=FAR, owners=("gfsl",), events=(recorded,)), *lines) == []  # they speak for it


def test_what_one_did_oneself_is_no_news() -> None:
    lines = (holding(GOV, person(1)),)
    assert heard(an_action(due=FAR, events=(did("reopen", person=1),)), *lines) == []
    assert heard(an_action(due=FAR, events=(did("reopen", by=GOV),))) == []


@pytest.mark.parametrize("doing", ["agree", "confirm", "accept"])
def test_what_was_as_hoped_makes_no_brief_and_rides_in_one(doing: str) -> None:
    quiet = an_action(1, due=FAR, events=(did(doing),))
    assert heard(quiet) == []
    late = an_action(2, due=MONDAY)  # first late on Tuesday
    planned = by_key(day(situation(TUESDAY, [quiet, late])))[post(GOV)]
    assert [(item.action.ref, item.section, item.reasons) for item in planned.items] == [
        ("2", "late", ("late",)), ("1", "news", ("news",)),
    ]  # fmt: skip


def test_it_stands_in_the_line_that_there_is() -> None:
    late = an_action(due=MONDAY, events=(did("send_back", words="no attendance sheet"),))
    (brief,) = day(situation(TUESDAY, [late])).briefs
    (item,) = brief.items
    assert (item.section, item.reasons, item.news) == ("late", ("late", "news"), late.events)
    assert brief.triggers == ("first_late", "news")


def test_what_came_while_nothing_went_is_told_with_what_came_later() -> None:
    events = did("decline", TUESDAY), did("send_back", WEDNESDAY)
    planned = day(situation(date(2024, 12, 5), [an_action(due=FAR, events=events)], since=MONDAY,
                            presumed_before=date.min, ))  # fmt: skip
    ((item,),) = [brief.items for brief in planned.briefs]
    assert item.news == events


def test_what_an_owner_was_asked_about_stands_first_in_its_section() -> None:
    lines = [an_action(n, due=date(2024, 10, n)) for n in range(1, 9)]
    asked = an_action(9, due=date(2024, 11, 20), events=(did("nudge", words="How does it go?"),))
    (brief,) = day(situation(TUESDAY, [*lines, asked])).briefs
    assert [item.action.ref for item in brief.items][:3] == ["9", "1", "2"]
    assert brief.triggers == ("news",)
