"""What the policy is given of the register, of accounts and of settings: as values, by the day."""

from datetime import date, time
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from plans.policy.settings import DEFAULTS
from plans.register import Absence, Holding, Liaison, Period
from plans.situations import NO_ACCOUNT, NO_EMAIL, asker, register, settings_in_force
from storage.database import reading, writing
from storage.models import Account, Person, Workspace
from storage.prepared import snapshot
from storage.said import save_setting
from tests.storage.register import a_holding, a_liaison, a_person, a_role, an_absence
from tests.storage.rows import NOON, a_plan, add

TUESDAY = date(2024, 11, 12)


def test_the_register_is_given_as_values_by_keys(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Governor", "A. Sample", until_on=date(2024, 10, 31))
        a_holding(session, "Governor", "B. Sample", capacity="acting", from_on=date(2024, 11, 1))
        a_holding(session, "Head of Safety", None)
        a_liaison(session, "GFSL", "Head of Business Assurance")
        a_role(session, "coordinator", "C. Sample")
        a_role(session, "assurer", "D. Sample", prison=None)
        an_absence(session, "B. Sample", date(2024, 11, 4), date(2024, 11, 8))
    with reading(engine) as session:
        found = register(session)
    first, acting, vacant = found.holdings
    assert first.person is not None
    assert (first.prison, first.post, first.person.name) == ("rochester", "governor", "A. Sample")
    assert first.period == Period(None, date(2024, 10, 31))
    assert acting.person is not None
    assert (acting.capacity, acting.period) == ("acting", Period(date(2024, 11, 1), None))
    assert vacant == Holding("rochester", "head of safety", None)
    assert found.liaisons == (Liaison("rochester", "gov facilities services ltd", "head of business assurance"),)
    assert [(role.prison, role.duty) for role in found.roles] == [("rochester", "coordinator"), (None, "assurer")]
    assert found.absences == (Absence(acting.person.id, Period(date(2024, 11, 4), date(2024, 11, 8))),)
    assert found.names["head of safety"] == "Head of Safety"
    assert found.prisons == {"rochester": "HMP Rochester"}


def test_a_register_of_some_prisons_has_nobody_elses_people(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Governor", "A. Sample")
        a_holding(session, "Governor", "E. Sample", prison="bedford")
        a_role(session, "assurer", "D. Sample", prison=None)
        an_absence(session, "E. Sample", TUESDAY, TUESDAY)
    with reading(engine) as session:
        found = register(session, ["rochester"])
    assert [holding.person and holding.person.name for holding in found.holdings] == ["A. Sample"]
    assert [role.person.name for role in found.roles] == ["D. Sample"]
    assert (found.absences, set(found.prisons)) == ((), {"rochester"})


def an_account(session: Session, person: Person, external: str, **facts: Any) -> Account:
    team = session.get(Workspace, 1) or add(session, Workspace(platform="slack", team=""))
    return add(session, Account(person_id=person.id, workspace_id=team.id, external=external, checked_at=NOON, **facts))


def test_a_person_is_unreachable_once_looked_for_in_vain(engine: Engine):
    with writing(engine) as session:
        for name in ("Found", "New here", "Not found", "No address", "Gone", "Back"):
            a_holding(session, f"Head of {name}", name)
            a_person(session, name).sought_at = None if name == "New here" else NOON
        a_person(session, "No address").email = None
        an_account(session, a_person(session, "Found"), "U1")
        an_account(session, a_person(session, "Gone"), "U2", active=False, why="deactivated in Slack")
        an_account(session, a_person(session, "Back"), "U3", active=False, why="deactivated in Slack")
        an_account(session, a_person(session, "Back"), "U4")
    with reading(engine) as session:
        people = {one.person.name: one.person.unreachable for one in register(session).holdings if one.person}
    assert people == {
        "Found": None, "New here": None, "Not found": NO_ACCOUNT, "No address": NO_EMAIL,
        "Gone": "deactivated in Slack", "Back": None,
    }  # fmt: skip


def test_an_account_is_known_by_what_its_person_holds_on_the_day(engine: Engine):
    with writing(engine) as session:
        a_holding(session, "Head of Safety", "A. Sample", capacity="deputy")
        a_holding(session, "Governor", "A. Sample", from_on=TUESDAY)
        a_holding(session, "Head of Healthcare", "A. Sample", until_on=date(2024, 11, 1))
        a_role(session, "coordinator", "A. Sample")
        an_account(session, a_person(session, "A. Sample"), "U1")
    with snapshot(engine) as view:
        found = asker(view, "U1", TUESDAY)
        assert asker(view, "U2", TUESDAY) is None
    assert found is not None
    assert [(one.post, one.capacity) for one in found.posts] == [("governor", "holder"), ("head of safety", "deputy")]
    assert [role.duty for role in found.roles] == ["coordinator"]


def test_a_setting_holds_from_its_day_and_a_plans_own_goes_first(engine: Engine):
    with writing(engine) as session:
        a_plan(session)
        save_setting(session, None, "hour", "08:30", date(2024, 11, 1))
        save_setting(session, "rochester-2024", "coming", 14, date(2024, 11, 1))
        save_setting(session, None, "coming", 21, date(2024, 11, 10))
        save_setting(session, None, "snoozes", 9, date(2024, 12, 1))
        save_setting(session, None, "snoozes", 7, date(2024, 12, 1))
    with reading(engine) as session:
        early = settings_in_force(session, date(2024, 10, 31), ["rochester-2024"])
        found = settings_in_force(session, TUESDAY, ["rochester-2024", "bedford-2024"])
        later = settings_in_force(session, date(2024, 12, 1))
    assert set(early.values()) == {DEFAULTS}
    assert (found["rochester-2024"].coming, found["bedford-2024"].coming, found[""].coming) == (14, 21, 21)
    assert found["rochester-2024"].hour == time(8, 30)
    assert (found[""].snoozes, later[""].snoozes) == (DEFAULTS.snoozes, 7)
