"""Accounts are found by e-mail, stay their person's, and are lost with a reason; nobody is written to by mistake."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage.beside import have_role, retire
from storage.database import reading, writing
from storage.models import Account, Person, Role, Workspace
from storage.people import (
    GONE,
    READDRESSED,
    VANISHED,
    Matched,
    account_of,
    accounts,
    match_accounts,
    person_by_email,
    reach,
    readdress,
)
from storage.posts import Place, Told
from tests.storage.register import a_holding, a_person, a_prison
from tests.storage.rows import NOON, add


@dataclass(frozen=True)
class Someone:
    account: str
    email: str | None
    gone: bool = False


@pytest.fixture
def team(engine: Engine) -> int:
    with writing(engine) as session:
        return add(session, Workspace(platform="slack", team="")).id


def a(session: Session) -> Person:
    return a_person(session, "A. Sample")  # a.sample@prison.example


def states(session: Session) -> dict[str, tuple[int, bool, str | None]]:
    session.expire_all()
    return {one.external: (one.person_id, one.active, one.why) for one in session.exec(select(Account))}


def test_an_account_is_found_by_its_address_in_any_case(engine: Engine, team: int):
    with writing(engine) as session:
        person, other = a(session), a_person(session, "B. Sample")
        told = match_accounts(session, team, [Someone("U1", "A.Sample@Prison.Example"), Someone("U9", None)], NOON)
        assert told == Matched(found=1, lost=0, without=1)
        assert states(session) == {"U1": (person.id, True, None)}
        assert (person.sought_at, other.sought_at) == (NOON, NOON)
    with reading(engine) as session:
        found = reach(session, person.id or 0)
        assert found is not None
        assert (found.external, found.platform) == ("U1", "slack")
        assert reach(session, other.id or 0) is None
        assert account_of(session, "slack", "U1") == person.id
        assert account_of(session, "teams", "U1") is None
        assert accounts(session) == {person.id: "U1"}


@pytest.mark.parametrize(
    ("members", "why"),
    [([Someone("U1", "a.sample@prison.example", gone=True)], GONE), ([Someone("U2", "else@prison.example")], VANISHED)],
)
def test_whoever_left_is_not_written_to_until_they_are_back(
    engine: Engine, team: int, members: list[Someone], why: str
):
    here = [Someone("U1", "a.sample@prison.example")]
    with writing(engine) as session:
        person = a(session)
        match_accounts(session, team, here, NOON)
        assert match_accounts(session, team, members, NOON) == Matched(found=0, lost=1, without=1)
        assert states(session)["U1"] == (person.id, False, why)
        match_accounts(session, team, here, NOON)
        assert states(session)["U1"] == (person.id, True, None)


def test_a_list_without_anybody_is_not_believed(engine: Engine, team: int):
    with writing(engine) as session:
        person = a(session)
        match_accounts(session, team, [Someone("U1", "a.sample@prison.example")], NOON)
        match_accounts(session, team, [], NOON)
        assert states(session)["U1"] == (person.id, True, None)


def test_an_account_stays_its_persons_when_its_address_changes(engine: Engine, team: int):
    with writing(engine) as session:
        person = a(session)
        match_accounts(session, team, [Someone("U1", "a.sample@prison.example")], NOON)
        match_accounts(session, team, [Someone("U1", "married@prison.example")], NOON)
        assert states(session) == {"U1": (person.id, True, None)}


def test_an_address_that_is_somebody_elses_in_the_register_moves_the_account(engine: Engine, team: int):
    with writing(engine) as session:
        a(session)
        other = a_person(session, "B. Sample")
        match_accounts(session, team, [Someone("U1", "a.sample@prison.example")], NOON)
        match_accounts(session, team, [Someone("U1", "b.sample@prison.example")], NOON)
        assert states(session) == {"U1": (other.id, True, None)}


def test_nothing_goes_to_whom_a_wrong_address_found(engine: Engine, team: int):
    members = [Someone("U1", "wrong@prison.example"), Someone("U2", "right@prison.example")]
    with writing(engine) as session:
        holding = a_holding(session, "Governor", "A. Sample")
        person = a(session)
        person.email = "wrong@prison.example"
        match_accounts(session, team, members, NOON)
        place = Place(holding.prison_id, holding.owner_id)
        assert readdress(session, place, "a. sample", "right@prison.example", unless=(), on=NOON.date())
        match_accounts(session, team, members, NOON)
        assert states(session) == {"U1": (person.id, False, READDRESSED), "U2": (person.id, True, None)}
        assert person_by_email(session, "right@prison.example") == (person, "unchanged")


def test_an_account_that_refused_a_message_is_tried_again_after_a_week(engine: Engine, team: int):
    here = [Someone("U1", "a.sample@prison.example")]
    with writing(engine) as session:
        person = a(session)
        match_accounts(session, team, here, NOON)
        refused = session.exec(select(Account)).one()
        refused.active, refused.why = False, "Slack does not let us write to them"
        match_accounts(session, team, here, NOON + timedelta(days=1))
        assert states(session)["U1"] == (person.id, False, "Slack does not let us write to them")
        match_accounts(session, team, here, NOON + timedelta(days=7))
        assert states(session)["U1"] == (person.id, True, None)


def test_a_role_ends_with_the_last_post_at_its_prison(engine: Engine):
    day = NOON.date()
    with writing(engine) as session:
        prison = a_prison(session)
        a_holding(session, "Governor", "A. Sample", until_on=day)
        a_holding(session, "Governor", "B. Sample", from_on=day + timedelta(days=1))
        for name in ("A. Sample", "B. Sample", "Hub"):
            person = a_person(session, name).id or 0
            have_role(session, prison, person, "coordinator", period=(None, None), told=Told(day, NOON))
        assert retire(session, prison, unless={a(session).id}) == 0
        assert retire(session, prison, unless=()) == 1
        assert retire(session, prison, unless=()) == 0
        ends = {one.person_id: one.until_on for one in session.exec(select(Role).order_by(Role.id))}
    assert list(ends.values()) == [day, None, None]
