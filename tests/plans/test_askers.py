"""`mine` as the register knows the asker: all that they hold, stand in for, speak to or do for others."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from plans.asking import answer, reply
from plans.chat import Asker
from plans.messages import Lack, Listing, Notice
from storage.database import reading, writing
from storage.models import Account, Workspace
from storage.plans import owner_id
from storage.prepared import snapshot
from tests.conftest import Content
from tests.storage.register import a_delegation, a_holding, a_liaison, a_person, a_role
from tests.storage.rows import a_plan, add, an_action

ON = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 9, tzinfo=UTC)
PEOPLE = {"U1": "A. Governor", "U2": "B. Safety", "U3": "C. Hub", "U4": "D. Deputy", "U5": "E. Former"}


def two_prisons(session: Session) -> None:
    """Rochester 1 and 2 are the Governor's, 3 the Head of Safety's, 4 the Works Department's; Maidstone 1 its Governor's."""
    rochester, maidstone = a_plan(session), a_plan(session, "maidstone-2023")
    owners = ("Governor", "Governor", "Head of Safety", "Works Department")
    for position, owner in enumerate(owners, 1):
        an_action(session, rochester, position, owners=(owner,), due=date(2024, 12, 31), theme="Safety")
    an_action(session, maidstone, owners=("Governor",), due=date(2024, 12, 31))
    an_action(session, maidstone, 2, owners=("Head of Safety",), due=date(2024, 12, 31))
    a_holding(session, "Governor", "A. Governor")
    a_holding(session, "Governor", "D. Deputy", capacity="deputy")
    a_holding(session, "Governor", "E. Former", until_on=date(2024, 10, 31))
    a_holding(session, "Head of Safety", "B. Safety")
    a_role(session, "coordinator", "C. Hub")
    owner_id(session, "works department", name="Works Department", printed="Works Dept")
    workspace = add(session, Workspace(platform="slack", team="")).id
    for external, name in PEOPLE.items():
        person = a_person(session, name).id
        add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=NOW))


@pytest.fixture
def content() -> Content:
    return two_prisons


@pytest.fixture
def world(engine: Engine) -> Engine:
    return engine


def found(engine: Engine, account: str, text: str = "mine") -> list[str]:
    with reading(engine) as session:
        answered = answer(session, text, asker=Asker(f"slack:T1:{account}"), on=ON)
    assert answered.error is None
    return [f"{row.plan} {row.ref}" for row in answered.rows]


@pytest.mark.parametrize("account", ["U1", "U4"])
def test_a_holder_and_who_stands_in_have_the_posts_actions_at_their_own_prison(world: Engine, account: str):
    assert found(world, account) == ["rochester-2024 1", "rochester-2024 2"]


@pytest.mark.parametrize("account", ["U3", "U5"])
def test_who_holds_nothing_now_owns_nothing(world: Engine, account: str):
    assert found(world, account) == []


def test_a_liaison_has_the_organisations_actions_too(world: Engine):
    with writing(world) as session:
        a_liaison(session, "Works Department", "Head of Safety")
    assert found(world, "U2") == ["rochester-2024 3", "rochester-2024 4"]
    assert found(world, "U2", "mine at Maidstone") == []


def test_a_delegate_has_what_they_do_for_others(world: Engine):
    with writing(world) as session:
        plan = a_plan(session, "rochester-2025")
        action = an_action(session, plan, 9, owners=("Governor",))
        a_delegation(session, plan.id, "Head of Safety", ON, action_id=action.id)
    assert found(world, "U2") == ["rochester-2024 3", "rochester-2025 9"]


def test_a_delegate_of_a_theme_has_all_of_it(world: Engine):
    with writing(world) as session:
        plan = a_plan(session, "rochester-2025")
        for n in (1, 2):
            an_action(session, plan, n, owners=("Governor",), theme="Regime")
        a_delegation(session, plan.id, "Head of Safety", ON, theme="Regime")
    assert found(world, "U2", "my open actions") == ["rochester-2024 3", "rochester-2025 1", "rochester-2025 2"]


def test_several_posts_are_one_list_said_in_words(world: Engine):
    with writing(world) as session:
        a_holding(session, "Governor", "A. Governor", prison="maidstone")
        a_holding(session, "Head of Safety", "A. Governor", capacity="acting")
    with snapshot(world) as view:
        listing = reply(view, "mine", asker=Asker("slack:T1:U1"), on=ON)
    assert isinstance(listing, Listing)
    assert listing.total == 4
    assert listing.asked.filters == ("of Governor or Head of Safety",)
    with snapshot(world) as view:
        again = reply(view, listing.query, asker=Asker("slack:T1:U1"), on=ON)
    assert isinstance(again, Listing)
    assert again.lines == listing.lines


def test_whoever_holds_no_post_is_told_so_in_a_sentence(world: Engine):
    with snapshot(world) as view:
        told = reply(view, "mine", asker=Asker("slack:T1:U3"), on=ON)
    assert isinstance(told, Listing)
    assert told.instead.lack == Lack("owner", "a post of yours", anywhere=True)


def test_an_account_that_nobody_registered_is_asked_for_a_post(world: Engine):
    with snapshot(world) as view:
        told = reply(view, "mine", asker=Asker("slack:T1:U9"), on=ON)
    assert isinstance(told, Notice)
    assert (told.code, told.about) == ("not_understood", ("mine",))


def test_a_contact_has_what_is_owned_under_a_longer_name_of_the_organisation(world: Engine):
    with writing(world) as session:
        plan = a_plan(session, "bedford-2024")
        an_action(session, plan, owners=("Oxleas Healthcare provider",), due=date(2024, 12, 31))
        a_liaison(session, "Oxleas", "Head of Safety", prison="bedford")
        a_holding(session, "Head of Safety", "B. Safety", prison="bedford")
    assert found(world, "U2") == ["bedford-2024 1", "rochester-2024 3"]
