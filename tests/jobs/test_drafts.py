"""The next digest in the briefs of the working day before: for whom it concerns, and for nobody else."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial

import pytest
from sqlalchemy import Engine

from jobs import briefs
from jobs.drafts import drafts
from plans.messages import Brief, Verb
from storage.channels import add as add_channel
from storage.channels import remove
from storage.database import reading, writing
from storage.models import Plan, PolicySetting
from storage.slots import open_slot
from tests.jobs.posting import NINE, Platform, posting
from tests.jobs.test_briefs import kept, planned, prepared, with_account
from tests.storage.register import a_holding, a_person, a_role
from tests.storage.rows import a_plan, add, an_action

pytestmark = pytest.mark.anyio

MONDAY, TUESDAY, WEDNESDAY = date(2024, 12, 2), date(2024, 12, 3), date(2024, 12, 4)


@pytest.fixture
def office(engine: Engine) -> int:
    """Rochester: a governor, a director and a coordinator with accounts; actions late by Tuesday; a digest channel."""
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 20), date(2024, 12, 2), date(2025, 3, 31))
        plan = session.get_one(Plan, 1)
        plan.inspected_from = plan.inspected_to = None  # so that the coordinator is written to on Mondays
        a_role(session, "coordinator", "C. Sample")
        with_account(session, workspace, "C. Sample")
        add_channel(session, "rochester", "digest", workspace=workspace, external="C1", name="leaders", at=NINE)
    return workspace


def told(
    engine: Engine, on: date = MONDAY, people: Sequence[str] = ("A. Sample", "C. Sample", "D. Sample")
) -> set[str]:
    """Who of them has a draft in their brief of a day."""
    with writing(engine) as session:
        ids = {a_person(session, name).id or 0: name for name in people}
    with reading(engine) as session:
        found = drafts(session, on, set(ids), datetime(on.year, on.month, on.day, 9, tzinfo=UTC))
    return {ids[person] for person in found}


def messages(engine: Engine, office: int) -> Mapping[str, Brief]:
    return {brief.person: brief for brief in kept(engine)}


async def test_mondays_brief_shows_the_governor_and_the_coordinator_what_tuesdays_digest_will_say(
    engine: Engine, office: int
) -> None:
    planned(engine, office)
    compose = partial(briefs.compose, now=lambda: NINE)
    platform = Platform()
    with posting(engine, platform, office, compose=compose) as post:
        await post.send()
    sent = messages(engine, office)
    (draft,) = sent["A. Sample"].drafts
    assert (draft.key, draft.on, draft.total, draft.overdue, draft.reddens) == ("rochester", TUESDAY, 3, 2, ("2",))
    assert Verb("digest", "See the draft", "rochester draft") in sent["A. Sample"].verbs
    assert sent["C. Sample"].drafts == (draft,)
    assert [message.drafts for _, _, message in platform.taken if isinstance(message, Brief)] == [(draft,), (draft,)]


async def test_it_makes_no_brief_by_itself(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        plan = session.get_one(Plan, 1)
        plan.inspected_from = plan.inspected_to = date(2024, 8, 16)
    new = planned(engine, office)
    assert [one.recipient for one in new] == ["person 1"]  # the coordinator has nothing else to be told


def test_it_is_told_on_the_working_day_before_and_on_no_other(engine: Engine, office: int) -> None:
    assert told(engine, MONDAY) == {"A. Sample", "C. Sample"}
    assert told(engine, TUESDAY) == told(engine, WEDNESDAY) == set()
    # The Tuesday after Easter Monday 2025 is told of on the Thursday before Good Friday.
    assert told(engine, date(2025, 4, 17)) == {"A. Sample", "C. Sample"}


def test_another_digest_day_has_another_day_before(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        add(session, PolicySetting(name="digest_day", value="friday", from_on=MONDAY))
    assert told(engine, MONDAY) == set()
    assert told(engine, date(2024, 12, 5)) == {"A. Sample", "C. Sample"}


def test_a_day_set_in_a_week_that_had_its_digests_brings_no_draft_of_a_second_one(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        open_slot(session, "digest", "2024-W49", TUESDAY)
        add(session, PolicySetting(name="digest_day", value="friday", from_on=WEDNESDAY))
    assert told(engine, date(2024, 12, 5)) == set()
    assert told(engine, date(2024, 12, 12)) == {"A. Sample", "C. Sample"}


def test_who_acts_is_told_and_who_only_deputises_is_not(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        a_holding(session, "Governor", "E. Acting", capacity="acting")
        a_holding(session, "Governor", "F. Deputy", capacity="deputy")
        a_holding(session, "Governor", "G. Gone", until_on=date(2024, 11, 30))
        a_role(session, "assurer", "H. Assurer")
        a_role(session, "coordinator", "I. Everywhere", prison=None)
    names = ("E. Acting", "F. Deputy", "G. Gone", "H. Assurer", "I. Everywhere")
    assert told(engine, people=names) == {"E. Acting", "I. Everywhere"}


def test_of_a_prison_whose_digest_goes_nowhere_nothing_is_said(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        remove(session, [1])
    assert told(engine) == set()


def test_whoever_coordinates_many_prisons_is_shown_a_few(engine: Engine, office: int) -> None:
    with writing(engine) as session:
        for number in range(12):
            plan = a_plan(session, f"prison{number:02}-2024")
            an_action(session, plan, 1, owners=["Governor"], due=date(2024, 11, 1))
            add_channel(session, f"prison{number:02}", "digest", workspace=office, external="C2", name="x", at=NINE)
        a_role(session, "coordinator", "I. Everywhere", prison=None)
        everywhere = a_person(session, "I. Everywhere").id or 0
    with reading(engine) as session:
        found = drafts(session, MONDAY, {everywhere}, NINE)
    assert [draft.key for draft in found[everywhere]] == [f"prison{number:02}" for number in range(8)]
