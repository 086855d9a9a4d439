"""Who is written to for a post: holders, stand-ins, liaisons, delegates, and what the coordinator is told is missing."""

from datetime import date
from typing import Any

import pytest

from plans.policy.briefs import day
from plans.policy.recipients import COORDINATOR, line_above
from plans.policy.simulation import simulate
from plans.policy.values import Action, Gap, PlannedBrief
from plans.register import Absence, Delegation, Holding, Liaison, Period
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

MONDAY = date(2024, 12, 2)
SAFETY, GFSL = "head of safety", "gov facilities services ltd"
LATE = date(2024, 11, 29)  # a Friday: no rung is told by Monday


def briefs(*lines: Any, actions: list[Action] | None = None, on: date = MONDAY) -> dict[str, PlannedBrief]:
    return by_key(day(situation(on, actions or [an_action(due=LATE)], *lines)))


def gap_kinds(brief: PlannedBrief) -> list[tuple[str, str, str | None]]:
    return [(gap.kind, gap.post, gap.instead) for gap in brief.gaps]


def test_whatever_is_not_in_the_line_counts_as_a_head_of_function() -> None:
    assert list(line_above(SAFETY)) == list(line_above(GFSL)) == [GOV, PGD, ED]
    assert list(line_above(GOV)) == [PGD, ED]
    assert list(line_above(ED)) == []


def test_with_nobody_registered_the_post_itself_is_written_to() -> None:
    assert list(briefs()) == [post(GOV)]


def test_the_holder_of_the_day_is_written_to_and_a_leaver_no_more() -> None:
    before = holding(GOV, person(1), last=date(2024, 12, 1))
    after = holding(GOV, person(2), first=MONDAY)
    assert list(briefs(before, after)) == ["person 2"]
    assert list(briefs(before, after, on=date(2024, 11, 29), actions=[an_action(due=date(2024, 11, 28))])) == [
        "person 1"
    ]


@pytest.mark.parametrize(
    ("lines", "to"),
    [
        ((holding(GOV, person(2), how="acting"), holding(GOV, person(3), how="deputy")), "person 2"),
        ((holding(GOV, person(3), how="deputy"),), "person 3"),
        ((holding(PGD, person(4)),), "person 4"),
        ((holding(ED, person(5)),), "person 5"),
        ((holding(PGD, None), holding(ED, person(5))), "person 5"),
        ((), post(GOV)),
    ],
)
def test_a_vacant_post_falls_to_the_acting_holder_the_deputy_and_the_levels_above(
    lines: tuple[Holding, ...], to: str
) -> None:
    vacated = holding(GOV, person(1), last=date(2024, 10, 31))
    assert to in briefs(vacated, *lines)


def test_while_the_holder_is_away_the_deputy_is_written_to_and_the_coordinator_told() -> None:
    lines = (
        holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), role(person(9)),
        Absence(1, Period(MONDAY, date(2024, 12, 6))),
    )  # fmt: skip
    written = briefs(*lines)
    assert set(written) == {"person 2", "person 9"}
    assert written["person 9"].gaps == (Gap("away", PRISON, GOV, person(1), "Person 2", actions=1),)


def test_a_deputy_who_is_away_too_does_not_stand_in() -> None:
    lines = (
        holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), holding(PGD, person(3)),
        Absence(1, Period(MONDAY, None)), Absence(2, Period(MONDAY, None)),
    )  # fmt: skip
    assert set(briefs(*lines)) == {"person 3"}


def test_a_head_who_is_gone_is_stood_in_for_by_the_governor_in_one_brief_for_both_posts() -> None:
    actions = [an_action(1, due=LATE), an_action(2, due=LATE, owners=(SAFETY,))]
    lines = (holding(SAFETY, None), holding(GOV, person(1)))
    (brief,) = briefs(*lines, actions=actions).values()
    assert refs(brief) == ["1", "2"]
    assert brief.posts == ((PRISON, GOV), (PRISON, SAFETY))


def test_one_person_with_posts_at_two_prisons_gets_one_brief() -> None:
    actions = [an_action(1, due=LATE), an_action(2, due=LATE, prison="maidstone", plan="maidstone-2023")]
    lines = (holding(GOV, person(1)), holding(GOV, person(1), prison="maidstone"))
    (brief,) = briefs(*lines, actions=actions).values()
    assert len(brief.items) == 2


def test_a_liaison_speaks_for_an_organisation() -> None:
    outside = an_action(owners=(GFSL,), due=LATE)
    lines = (holding("head of estates", person(1)), Liaison(PRISON, GFSL, "head of estates"), role(person(9)))
    (brief,) = briefs(*lines, actions=[outside]).values()
    (item,) = brief.items
    assert (brief.to.key, item.quality, item.answers, item.owed_by) == ("person 1", "liaison", GFSL, GFSL)


def test_without_a_liaison_the_coordinator_speaks_for_an_organisation_and_learns_that_it_has_none() -> None:
    outside = an_action(owners=(GFSL,), due=LATE)
    (brief,) = briefs(role(person(9)), actions=[outside]).values()
    assert (brief.items[0].quality, gap_kinds(brief)) == ("coordinator", [("no_liaison", GFSL, "Person 9")])


def test_an_unregistered_post_is_written_to_as_itself_and_the_coordinator_learns_that_nobody_is_registered() -> None:
    written = briefs(role(person(9)))
    assert set(written) == {post(GOV), "person 9"}
    assert gap_kinds(written["person 9"]) == [("unregistered", GOV, None)]
    assert written["person 9"].posts == ((PRISON, COORDINATOR),)


def test_a_person_without_an_account_is_planned_for_and_stops_nobody_elses() -> None:
    gone = person(1, unreachable="no account with their e-mail address was found")
    written = briefs(holding(GOV, gone), role(person(9)))
    assert set(written) == {"person 1", "person 9"}
    assert gap_kinds(written["person 9"]) == [("unreachable", GOV, None)]


def test_a_delegate_takes_the_reminders_and_the_lead_stays_accountable() -> None:
    lines = (
        holding(GOV, person(1)), holding(SAFETY, person(2)),
        Delegation(PLAN, SAFETY, action=1, period=Period(date(2024, 10, 1))),
    )  # fmt: skip
    (brief,) = briefs(*lines).values()
    (item,) = brief.items
    assert (brief.to.key, item.quality, item.answers, item.owed_by) == ("person 2", "delegate", SAFETY, GOV)


def test_a_delegation_of_the_action_counts_before_one_of_its_theme_and_ends_with_its_period() -> None:
    themed = an_action(1, due=LATE, theme="Safety")
    of_theme = Delegation(PLAN, SAFETY, theme="Safety", period=Period(date(2024, 10, 1)))
    of_action = Delegation(PLAN, "head of drugs", action=1, period=Period(date(2024, 10, 1)))
    ended = Delegation(PLAN, "head of drugs", action=1, period=Period(date(2024, 10, 1), date(2024, 10, 31)))
    assert list(briefs(of_theme, of_action, actions=[themed])) == [post("head of drugs")]
    assert list(briefs(of_theme, ended, actions=[themed])) == [post(SAFETY)]
    assert list(briefs(of_theme, actions=[themed, an_action(2, theme="Drugs")])) == [post(SAFETY)]


def test_a_gap_is_told_at_once_when_it_is_new_and_then_on_mondays() -> None:
    vacated = holding(GOV, person(1), last=date(2024, 12, 3))
    lines = (vacated, holding(GOV, None, first=date(2024, 12, 4)), holding(PGD, person(2)), role(person(9)))
    told: dict[date, bool] = {}
    for on in (date(2024, 12, 3), date(2024, 12, 4), date(2024, 12, 5), date(2024, 12, 9)):
        start = situation(on, [an_action(due=LATE)], *lines, presumed_before=MONDAY)
        known = date(2024, 12, 4) if on > date(2024, 12, 4) else None
        start = situation(
            on, start.actions, *lines, presumed_before=MONDAY,
            told=lambda to, about, why, known=known: known if why in {"gap", "handover"} else None,
        )  # fmt: skip
        told[on] = "person 9" in by_key(day(start))
    assert list(told.values()) == [False, True, False, True]


def test_each_absence_is_told_anew_and_hands_nothing_over() -> None:
    first, second = Period(date(2024, 12, 3), date(2024, 12, 4)), Period(date(2024, 12, 12), date(2024, 12, 13))
    lines = (
        holding(GOV, person(1)), holding(GOV, person(2), how="deputy"), role(person(9)),
        Absence(1, first), Absence(1, second),
    )  # fmt: skip
    actions = [an_action(1, due=LATE, status="blocked"), an_action(2, due=date(2025, 9, 30))]
    days = {day.on: by_key(day) for day in simulate(situation(MONDAY, actions, *lines), MONDAY, date(2024, 12, 13))}
    told = {key: [on for on, briefs in days.items() if key in briefs] for key in ("person 1", "person 2", "person 9")}
    assert told == {
        "person 1": [MONDAY, date(2024, 12, 9)], "person 2": [], "person 9": [first.first, second.first],
    }  # fmt: skip


def test_an_assurer_is_no_post_that_the_register_lacks() -> None:
    reported = an_action(owners=(ED,), status="reported", since=MONDAY)
    written = briefs(role(person(7), "assurer"), role(person(9)), actions=[reported])
    assert set(written) == {"person 7"}


def test_a_role_at_the_prison_itself_counts_before_one_at_all_prisons() -> None:
    everywhere, here = role(person(8), prison=None), role(person(9))
    assert "person 9" in briefs(everywhere, here)
    assert "person 8" in briefs(everywhere)
