"""Which plans are live, and the rows an import needs."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import select

from storage.database import reading, writing
from storage.known import known
from storage.models import Plan, Prison
from storage.plans import owner_id, prison_id, relive
from tests.storage.rows import NOON, a_plan

AUGUST = {
    "inspected_from": date(2024, 8, 12),
    "inspected_to": date(2024, 8, 23),
    "ranked_on": date(2024, 8, 12),
}


def live(session) -> set[str]:
    session.expire_all()
    return set(session.exec(select(Plan.key).where(Plan.live)))


@pytest.mark.parametrize("order", [("rochester-2018", "rochester-2024"), ("rochester-2024", "rochester-2018")])
def test_a_later_plan_closes_an_earlier_one_in_whatever_order_they_came(engine: Engine, order):
    ranked = {"rochester-2018": date(2017, 10, 5), "rochester-2024": date(2024, 8, 12)}
    with writing(engine) as session:
        for key in order:
            plan = a_plan(session, key, ranked_on=ranked[key], live=False)
            relive(session, plan.prison_id, at=NOON)
        assert live(session) == {"rochester-2024"}


def test_two_plans_that_answer_one_inspection_are_both_live(engine: Engine):
    with writing(engine) as session:
        a_plan(session, "rochester-2024", kind="urgent_notification", **AUGUST)
        plan = a_plan(session, "rochester-2024-2", **{**AUGUST, "ranked_on": date(2024, 12, 1)})
        assert relive(session, plan.prison_id, at=NOON) == ("rochester-2024", "rochester-2024-2")
        assert live(session) == {"rochester-2024", "rochester-2024-2"}


def test_a_review_is_never_live_and_closes_nothing(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, "rochester-2024", **AUGUST, live=False)
        a_plan(session, "rochester-2025", kind="review", ranked_on=date(2025, 6, 1), live=False)
        relive(session, plan.prison_id, at=NOON)
        assert live(session) == {"rochester-2024"}


def test_the_coordinators_override_decides_for_its_own_plan_alone(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, "rochester-2018", ranked_on=date(2017, 10, 5), live_override=True)
        a_plan(session, "rochester-2021", ranked_on=date(2021, 1, 5))
        a_plan(session, "rochester-2024", **AUGUST, live_override=False)
        relive(session, plan.prison_id, at=NOON)
        assert live(session) == {"rochester-2018"}


def test_a_plan_that_says_nothing_of_when_comes_before_any_that_does(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, "rochester-2018")
        assert relive(session, plan.prison_id, at=NOON) == ("rochester-2018",)
        a_plan(session, "rochester-2024", **AUGUST)
        assert relive(session, plan.prison_id, at=NOON) == ("rochester-2024",)


def test_a_plan_remembers_when_it_went_live_and_when_it_was_closed(engine: Engine):
    later = NOON + timedelta(days=30)

    def times(session) -> dict[str, tuple]:
        session.expire_all()
        return {plan.key: (plan.live_at, plan.closed_at) for plan in session.exec(select(Plan))}

    with writing(engine) as session:
        first = a_plan(session, "rochester-2018", ranked_on=date(2017, 10, 5), live=False)
        relive(session, first.prison_id, at=NOON)
        assert times(session) == {"rochester-2018": (NOON, None)}
        a_plan(session, "rochester-2024", **AUGUST, live=False)
        relive(session, first.prison_id, at=later)
        assert times(session) == {"rochester-2018": (NOON, later), "rochester-2024": (later, None)}
        relive(session, first.prison_id, at=later + timedelta(days=1))
        assert times(session) == {"rochester-2018": (NOON, later), "rochester-2024": (later, None)}
        first.live_override = True
        relive(session, first.prison_id, at=later + timedelta(days=2))
        assert times(session)["rochester-2018"] == (later + timedelta(days=2), None)


def test_a_plan_that_was_closed_before_it_came_was_never_live_here(engine: Engine):
    with writing(engine) as session:
        plan = a_plan(session, "rochester-2024", **AUGUST, live=False)
        old = a_plan(session, "rochester-2018", ranked_on=date(2017, 10, 5), live=False)
        relive(session, plan.prison_id, at=NOON)
        session.refresh(old)
        assert (old.live_at, old.closed_at) == (None, None)


def test_another_prisons_plans_are_left_alone(engine: Engine):
    with writing(engine) as session:
        a_plan(session, "bedford-2024", **AUGUST)
        relive(session, a_plan(session, "rochester-2025", ranked_on=date(2025, 1, 1)).prison_id, at=NOON)
        assert live(session) == {"bedford-2024", "rochester-2025"}


def test_a_prison_without_plans_has_none_live(engine: Engine):
    with writing(engine) as session:
        assert relive(session, prison_id(session, "rochester", name="HMP Rochester"), at=NOON) == ()


def test_imports_at_once_agree_on_what_is_live(engine: Engine):
    with writing(engine) as session:
        prison_id(session, "rochester", name="HMP Rochester")
    together = Barrier(4)

    def load(year: int) -> None:
        together.wait()
        with writing(engine) as session:
            plan = a_plan(session, f"rochester-{year}", ranked_on=date(year, 1, 1), live=False)
            relive(session, plan.prison_id, at=NOON)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(load, (2021, 2024, 2018, 2022)))
    with reading(engine) as session:
        assert live(session) == {"rochester-2024"}


RANKS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4))
KINDS = st.sampled_from(["inspection", "urgent_notification", "review"])
OVERRIDES = st.sampled_from([None, None, True, False])
PLANS = st.lists(st.tuples(RANKS, st.booleans(), KINDS, OVERRIDES), min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.data(), rows=PLANS)
def test_what_is_live_does_not_depend_on_the_order_of_import(engine, data, rows):
    numbered = list(enumerate(rows))
    results = []
    for order in (numbered, data.draw(st.permutations(numbered))):
        with writing(engine) as session:
            for number, (rank, inspected, kind, override) in order:
                dates = {"inspected_from": rank, "inspected_to": rank} if inspected else {}
                facts = {"ranked_on": rank, "kind": kind, "live_override": override, **dates}
                relive(session, a_plan(session, f"rochester-20{number}", live=False, **facts).prison_id, at=NOON)
            results.append(live(session))
            session.rollback()
    assert results[0] == results[1]


def test_two_printed_forms_are_one_owner(engine: Engine):
    with writing(engine) as session:
        one = owner_id(session, "moj property", name="Ministry of Justice Property", printed="MoJ Property")
        other = owner_id(session, "moj property", name="Another name", printed="Ministry of Justice Property")
        assert one == other == owner_id(session, "moj property", name="", printed="MoJ Property")
    with reading(engine) as session:
        (owner,) = known(session).owners
    assert owner.name == "Ministry of Justice Property"
    assert set(owner.names) == {"MoJ Property", "Ministry of Justice Property"}


def test_a_prison_is_made_once_and_keeps_its_first_name(engine: Engine):
    with writing(engine) as session:
        one = prison_id(session, "rochester", name="HMP Rochester")
        assert prison_id(session, "rochester", name="HMP & YOI Rochester") == one
        assert [(found.key, found.name) for found in session.exec(select(Prison))] == [("rochester", "HMP Rochester")]
