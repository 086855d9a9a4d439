"""The coordinator is asked when inspectors were there, where no live plan of the prison prints it; and says so once."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import select

from plans.messages import Verb
from plans.policy.briefs import day
from plans.situations import situation
from storage.database import reading, writing
from storage.history import verify
from storage.models import Entry, Plan
from tests.plans.progress.conftest import MONDAY, World
from tests.plans.progress.talking import Talk, form, told
from tests.storage.rows import a_plan

pytestmark = pytest.mark.mostly_sqlite

ASKED = Verb("inspected", "Give the inspection date", "rochester-2024")
TUESDAY, WEDNESDAY = date(2024, 12, 3), date(2024, 12, 4)


def plan(world: World, key: str = "rochester-2024") -> Plan:
    with reading(world.engine) as session:
        return session.exec(select(Plan).where(Plan.key == key)).one()


def gaps(world: World, on: date, **facts: Any) -> list[str]:
    """Of which plans the coordinator is asked on a day, if they are written to at all."""
    given = {"since": on - timedelta(days=1), "presumed_before": on} | facts
    with reading(world.engine) as session:
        found = situation(session, on, **given)
    return [gap.post for brief in day(found).briefs for gap in brief.gaps if gap.kind == "no_inspection"]


def test_once_asked_it_makes_no_brief_and_rides_in_mondays_for_as_long_as_it_lasts(world: World) -> None:
    assert gaps(world, MONDAY) == []
    world.vacate("governor")  # of which the coordinator is told each Monday
    assert gaps(world, MONDAY) == ["rochester-2024"]
    assert gaps(world, TUESDAY) == []
    assert gaps(world, MONDAY + timedelta(days=7)) == ["rochester-2024"]
    world.plan(inspected_told=date(2024, 8, 16))
    assert gaps(world, MONDAY) == []


def test_it_is_asked_at_once_when_the_plan_goes_live(world: World) -> None:
    world.plan(live_at=world.now + timedelta(days=1))  # Tuesday
    assert gaps(world, TUESDAY, presumed_before=date.min) == ["rochester-2024"]


def test_of_two_live_plans_one_that_prints_it_is_enough_and_the_later_one_is_asked_about(world: World) -> None:
    world.vacate("governor")
    world.plan(ranked_on=date(2024, 6, 1))
    with writing(world.engine) as session:
        a_plan(session, "rochester-2025", ranked_on=date(2025, 6, 1))
    assert gaps(world, MONDAY) == ["rochester-2025"]
    with writing(world.engine) as session:
        printed = session.exec(select(Plan).where(Plan.key == "rochester-2024")).one()
        printed.inspected_from, printed.inspected_to = date(2024, 8, 12), date(2024, 8, 16)
    assert gaps(world, MONDAY) == []


def test_a_closed_plan_and_a_review_are_not_asked_about(world: World) -> None:
    world.plan(live=False)
    assert gaps(world, MONDAY) == []


def test_the_coordinator_gives_it_by_a_form_and_the_history_says_who_did(world: World, talk: Talk) -> None:
    asked = form(talk.presses("hub", ASKED))
    (field,) = asked.fields
    assert (asked.name, field.kind, field.value) == ("inspected", "day", "")
    assert told(talk.submits("hub", asked, day="2024-08-16")) == (
        "Recorded: inspectors were at HMP Rochester until Friday 16 August 2024. They may be expected between"
        " April and August 2025, 8 to 12 months after their inspection of August 2024."
    )
    assert plan(world).inspected_told == date(2024, 8, 16)
    with reading(world.engine) as session:
        entry = session.exec(select(Entry).where(Entry.kind == "inspected")).one()
        assert (entry.day, entry.who, entry.as_post, entry.action_id) == (
            date(2024, 8, 16), "E. Hub", "coordinator", None,
        )  # fmt: skip
        assert verify(session, entry.plan_id) == []
    assert form(talk.presses("hub", ASKED)).fields[0].value == "2024-08-16"  # it can be put right
    assert plan(world).ranked_on is None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "Give the last day on which inspectors were there."),
        ("soon", "Give the last day on which inspectors were there."),
        ("2024-12-03", "Tuesday 3 December 2024 is still to come: give the last day on which inspectors were there."),
        ("2021-12-01", "Wednesday 1 December 2021 is more than three years past: is the year right?"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_a_sentence(world: World, talk: Talk, given: str, sentence: str) -> None:
    asked = form(talk.presses("hub", ASKED))
    assert talk.submits("hub", asked, day=given) == {"day": sentence}
    assert plan(world).inspected_told is None


@pytest.mark.parametrize("given", ["2024-12-02", "2021-12-02"])
def test_today_and_three_years_ago_can_be(world: World, talk: Talk, given: str) -> None:
    asked = form(talk.presses("hub", ASKED))
    assert told(talk.submits("hub", asked, day=given)).startswith("Recorded: inspectors were at HMP Rochester until")


def test_nobody_else_can_say(world: World, talk: Talk) -> None:
    asked = form(talk.presses("hub", ASKED))
    for who in ("governor", "pgd", "assurer", "stranger"):
        said = "Only the coordinator of HMP Rochester says when inspectors were there."
        assert told(talk.presses(who, ASKED)) == said
        assert told(talk.submits(who, asked, day="2024-08-16")) == said
    assert plan(world).inspected_told is None
    assert told(talk.presses("hub", Verb("inspected", "", "nowhere-2024"))) == "I hold no plan of that name any more."


def test_what_the_plan_prints_stands(world: World, talk: Talk) -> None:
    world.plan(inspected_from=date(2024, 8, 12), inspected_to=date(2024, 8, 16))
    assert told(talk.presses("hub", ASKED)) == (
        "The plan of HMP Rochester prints when inspectors were there: until Friday 16 August 2024. Nothing was changed."
    )
