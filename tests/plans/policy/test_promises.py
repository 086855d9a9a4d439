"""The policy's promises, whatever the register and whenever the service ticks: nothing lost, nothing twice, no nagging,
nothing to who owes it."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.calendar import LONDON, day_of, is_working_day
from plans.policy.briefs import day
from plans.policy.days import waits
from plans.policy.settings import DEFAULTS
from plans.policy.simulation import Memory, simulate
from plans.policy.values import Action, Day, Event, Item, PlannedBrief, Request
from plans.register import Absence, Delegation, Holding, Liaison, Period, Register
from tests.fakes.situations import (
    ED,
    GOV,
    PGD,
    PLAN,
    PRISON,
    an_action,
    by_key,
    person,
    refs,
    role,
    situation,
)
from tests.fakes.situations import register as registered

FIRST, LAST = date(2024, 10, 25), date(2025, 1, 31)
START = datetime(2024, 10, 25, tzinfo=UTC)
MINUTES = int((datetime(2025, 2, 1, tzinfo=UTC) - START).total_seconds() // 60)
SAFETY, GFSL = "head of safety", "gov facilities services ltd"


# --- ticks at any time -------------------------------------------------------------------------------------------


def ticked(actions: list[Action], moments: list[datetime]) -> list[Day]:
    """A service that looks at the clock at these moments: what it sends, a day at a time."""
    told, sent, since = Memory(), list[Day](), FIRST - timedelta(days=1)
    for moment in sorted(moments):
        on = day_of(moment)
        if on <= since or not is_working_day(on) or waits(moment, DEFAULTS):
            continue
        planned = day(situation(on, actions, since=since, told=told, presumed_before=FIRST))
        for brief in planned.briefs:
            told.keep(brief)
        sent.append(planned)
        since = on
    return sent


def said(days: list[Day]) -> list[tuple[date, str, list[str]]]:
    return [(planned.on, key, refs(brief)) for planned in days for key, brief in by_key(planned).items()]


def test_ticked_every_hour_a_quarter_is_as_it_is_simulated(rochester: list[Action]) -> None:
    hourly = [START + timedelta(minutes=minute) for minute in range(7, MINUTES, 60)]
    assert said(ticked(rochester, hourly)) == said(list(simulate(situation(FIRST, rochester), FIRST, LAST)))


@given(st.lists(st.integers(0, MINUTES - 1), min_size=5, max_size=60, unique=True))
def test_ticked_at_random_minutes_nothing_is_lost_or_said_twice(rochester: list[Action], minutes: list[int]) -> None:
    days = ticked(rochester, [START + timedelta(minutes=minute) for minute in minutes])
    for before, planned in zip([None, *days], days, strict=False):
        since = before.on if before else FIRST - timedelta(days=1)
        newly = {one.ref for one in rochester if one.due and one.due < planned.on and first_after(one.due) > since}
        named = {
            item.action.ref
            for brief in planned.briefs
            for item in brief.items
            if item.quality == "lead" and item.reason == "late"
        }
        assert newly <= named
    rungs = Counter(
        (brief.to.key, item.action.ref, item.reason)
        for planned in days
        for brief in planned.briefs
        for item in brief.items
        if item.reason.startswith(("rung", "joint"))
    )
    assert set(rungs.values()) <= {1}


def first_after(due: date) -> date:
    after = due + timedelta(days=1)
    while not is_working_day(after):
        after += timedelta(days=1)
    return after


# --- any register ------------------------------------------------------------------------------------------------

DAYS = st.dates(FIRST, LAST)
PERIODS = st.one_of(
    st.just(Period()),
    st.builds(lambda first: Period(first), DAYS),
    st.builds(lambda last: Period(None, last), DAYS),
    st.builds(lambda first, days: Period(first, first + timedelta(days=days)), DAYS, st.integers(0, 40)),
)
PEOPLE = st.integers(1, 5).map(person)
POSTS = st.sampled_from([GOV, PGD, ED, SAFETY, GFSL])
HOLDINGS = st.builds(
    Holding, st.just(PRISON), POSTS, st.none() | PEOPLE, st.sampled_from(["holder", "acting", "deputy"]), PERIODS
)
LINES = st.one_of(
    HOLDINGS,
    HOLDINGS,
    HOLDINGS,
    st.builds(lambda who: role(who), PEOPLE),
    st.builds(lambda who: role(who, "assurer"), PEOPLE),
    st.builds(Liaison, st.just(PRISON), st.just(GFSL), st.just(SAFETY), PERIODS),
    st.builds(Absence, st.integers(1, 5), PERIODS),
    st.builds(Delegation, st.just(PLAN), POSTS, st.integers(1, 4), st.none(), PERIODS),
)
ACTIONS = [
    an_action(1, due=date(2024, 10, 31)),
    an_action(2, due=date(2024, 11, 30), owners=(SAFETY, GFSL)),
    an_action(3, due=date(2024, 12, 31), owners=(GFSL, GOV)),
    an_action(4, due=date(2024, 12, 20), owners=(PGD,)),
    an_action(5),
    an_action(6, status="reported", since=date(2024, 11, 5), owners=(SAFETY, GOV)),
    an_action(7, status="sustained", since=date(2024, 9, 1)),
]


@given(st.lists(LINES, max_size=14).map(lambda lines: registered(*lines)))
def test_whatever_the_register_says_every_late_action_has_one_reader_and_no_rung_is_its_own(register: Register) -> None:
    away = {(one.person, on) for one in register.absences for on in span() if one.period.has(on)}
    told = Counter[tuple[str, int, str]]()
    start = replace(situation(FIRST, ACTIONS), register=register)
    for planned in simulate(start, FIRST, LAST):
        briefs = by_key(planned)
        assert is_working_day(planned.on) or not briefs
        readers = Counter(item.action.id for brief in briefs.values() for item in brief.items if item.quality in OWN)
        assert set(readers.values()) <= {1}
        if planned.on.weekday() == 0:
            late = {one.id for one in ACTIONS if one.due and one.due < planned.on}
            assert late <= set(readers)
        for brief in briefs.values():
            assert brief.items or brief.gaps
            owed = {item.action.id for item in brief.items if item.quality in OWN}
            above = {item.action.id for item in brief.items if item.quality == "above"}
            assert not owed & above
            if brief.to.person and {item.quality for item in brief.items} & {"lead", "delegate"}:
                assert (brief.to.person.id, planned.on) not in away
            told.update((brief.to.key, item.action.id, item.reason) for item in brief.items if item.reason in ONCE)
        named = {item.action.id for brief in briefs.values() for item in brief.items}
        assert len(named) + len(planned.silent) == len(ACTIONS)
    assert set(told.values()) <= {1}


OWN = {"lead", "delegate", "liaison", "coordinator"}
ONCE = {"rung_1", "rung_2", "rung_3", "handover", "joint_late"}


def span() -> list[date]:
    return [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


# --- whatever is asked for and decided -----------------------------------------------------------------------------

MOMENTS = st.builds(lambda on, hour: datetime.combine(on, time(hour, 15), LONDON), DAYS, st.integers(6, 19))
ASKERS = st.none() | st.integers(1, 5)
REQUESTS = st.one_of(
    st.builds(Request, st.just("extension"), DAYS, st.just(GOV), ASKERS, to_due=st.just(date(2025, 6, 30))),
    st.builds(Request, st.just("hand_over"), DAYS, st.just(GOV), ASKERS, to=st.sampled_from([SAFETY, GFSL, PGD])),
)
EVENTS = st.builds(
    Event,
    st.sampled_from(["send_back", "decline", "refuse", "agree", "report"]),
    st.just("coordinator"),
    MOMENTS,
    ASKERS,
)
ANSWERED = st.tuples(
    st.lists(REQUESTS, max_size=2, unique_by=lambda one: one.kind).map(tuple),
    st.lists(EVENTS, max_size=3, unique=True).map(tuple),
)


def answered(answers: list[tuple[tuple[Request, ...], tuple[Event, ...]]]) -> list[Action]:
    pairs = zip(ACTIONS, [*answers, *[((), ())] * len(ACTIONS)], strict=False)
    return [replace(one, requests=requests, events=events) for one, (requests, events) in pairs]


def lines_of(days: list[Day]) -> list[tuple[date, PlannedBrief, Item]]:
    return [(planned.on, brief, item) for planned in days for brief in planned.briefs for item in brief.items]


def rungs_of(days: list[Day]) -> Counter[tuple[date, str, int, str]]:
    return Counter(
        (on, brief.to.key, item.action.id, item.reason)
        for on, brief, item in lines_of(days)
        if item.reason.startswith("rung")
    )


@settings(max_examples=40)
@given(st.lists(LINES, max_size=12).map(lambda lines: registered(*lines)), st.lists(ANSWERED, max_size=7))
def test_whatever_is_asked_no_rung_moves_nobody_decides_their_own_and_news_comes_once(
    register: Register, answers: list[tuple[tuple[Request, ...], tuple[Event, ...]]]
) -> None:
    start = replace(situation(FIRST, ACTIONS), register=register)
    days = list(simulate(replace(start, actions=answered(answers)), FIRST, LAST))
    assert rungs_of(days) == rungs_of(list(simulate(start, FIRST, LAST)))
    told = Counter((brief.to.key, item.action.id, one) for _, brief, item in lines_of(days) for one in item.news)
    assert set(told.values()) <= {1}
    deciding = Counter[tuple[date, int]]()
    for on, brief, item in lines_of(days):
        if "approve" not in item.reasons:
            continue
        deciding[on, item.action.id] += 1
        (request,) = [one for one in item.action.requests if one.kind == "extension"]
        assert request.on <= on
        if person := brief.to.person:
            holders = {
                one.person.id
                for one in register.holdings
                if one.person and one.post in item.action.owners and one.period.has(on) and one.capacity != "deputy"
            }
            assert person.id not in {*holders, request.person}
    assert set(deciding.values()) <= {1}
    for planned in days:
        briefs = by_key(planned)
        named = {item.action.id for brief in briefs.values() for item in brief.items}
        assert len(named) + len(planned.silent) == len(ACTIONS)


@given(st.lists(st.integers(0, MINUTES - 1), min_size=5, max_size=60, unique=True), st.lists(ANSWERED, max_size=7))
def test_ticked_at_random_minutes_what_others_did_is_told_once(
    minutes: list[int], answers: list[tuple[tuple[Request, ...], tuple[Event, ...]]]
) -> None:
    actions = answered(answers)
    days = ticked(actions, [START + timedelta(minutes=minute) for minute in minutes])
    told = Counter((item.action.id, one) for _, _, item in lines_of(days) for one in item.news)
    last = days[-1].on if days else date.min
    for action in actions:
        for one in action.events:
            early = one.moment.hour < 9
            natural = first_after(one.moment.date() - timedelta(days=1) if early else one.moment.date())
            if one.doing == "agree" or natural < FIRST:
                assert told[action.id, one] <= 1
            else:
                assert told[action.id, one] == (natural <= last)


# --- size --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("people", [1, 2_000])
def test_a_day_with_five_thousand_actions_due_is_planned_whole(people: int) -> None:
    """How long that takes is measured by benchmarks.planning."""
    prisons = [f"prison-{number}" for number in range(people)]
    actions = [
        an_action(number, prison=prisons[number % people], plan=prisons[number % people], owners=(GOV, PGD),
                  due=date(2024, 12, 2) + timedelta(days=number % 70 - 40))
        for number in range(5_000)
    ]  # fmt: skip
    lines = [Holding(prison, post, person(number), "holder", Period(FIRST))
             for number, prison in enumerate(prisons) for post in (GOV, PGD, ED)]  # fmt: skip
    planned = day(situation(date(2024, 12, 2), actions, *lines))
    assert len(planned.briefs) == people
