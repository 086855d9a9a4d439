"""Not mine: nothing changes until the receiving post accepts."""

import pytest

from tests.plans.progress.conftest import World
from tests.storage.register import a_post

pytestmark = pytest.mark.mostly_sqlite


def test_nothing_changes_until_it_is_accepted(world: World) -> None:
    done = world.did("governor", "hand_over", 2, to="head of safety", words="It is hers")
    assert (done.party, done.waits_for) == ("Head of Safety", "Head of Safety")
    assert world.owners(2) == ["governor"]
    assert world.did("safety", "accept", 2).party == "Head of Safety"
    assert world.owners(2) == ["head of safety", "governor"]
    assert world.did("safety", "report", 2).as_post == "Head of Safety"
    assert world.refused("governor", "confirm", 2).why == "right"
    assert world.holds()


def test_a_joint_owner_who_accepts_leads_and_the_others_stay(world: World) -> None:
    world.did("safety", "hand_over", 3, to="head of learning")
    world.did("works", "accept", 3)
    assert world.owners(3) == ["head of learning", "head of safety"]


def test_refused_it_stays_where_it_is(world: World) -> None:
    world.did("governor", "hand_over", 2, to="head of safety")
    world.did("safety", "refuse", 2, words="It never was")
    assert world.owners(2) == ["governor"]
    assert world.refused("safety", "accept", 2).why == "no_request"


@pytest.mark.parametrize("who", ["governor", "deputy", "residence", "works", "pgd", "hub", "assurer", "nobody"])
def test_nobody_else_accepts(world: World, who: str) -> None:
    world.did("governor", "hand_over", 2, to="head of safety")
    assert world.refused(who, "accept", 2).sentence == (
        "Only the Head of Safety for Rochester can take on action 2, or say no to it."
    )


def test_an_outside_organisation_accepts_through_its_contact(world: World) -> None:
    world.did("governor", "hand_over", 2, to="works department")
    done = world.did("residence", "accept", 2)
    assert (done.as_post, done.for_party) == ("Head of Residence", "Works Department")


def test_without_a_contact_the_coordinator_speaks_unless_it_was_theirs_to_ask(world: World) -> None:
    world.register(a_post, "Gardens Trust")
    world.did("governor", "hand_over", 2, to="gardens trust")
    assert world.did("hub", "accept", 2).for_party == "Gardens Trust"
    world.did("hub", "hand_over", 1, to="gardens trust")
    assert world.refused("hub", "accept", 1).why == "right"


@pytest.mark.parametrize(
    ("to", "why"),
    [("governor", "same_post"), ("flibber", "unknown_post"), (None, "no_post"), ("", "no_post")],
)
def test_to_whom_it_cannot_go(world: World, to: str | None, why: str) -> None:
    assert world.refused("governor", "hand_over", 2, to=to).why == why


def test_a_joint_owner_hands_nothing_over(world: World) -> None:
    assert world.refused("works", "hand_over", 3, to="governor").sentence == (
        "Only the Head of Safety for Rochester, their deputy or delegate, or the coordinator can hand over action 3."
    )


def test_delegated_and_back(world: World) -> None:
    assert world.did("governor", "delegate", 2, to="head of safety").party == "Head of Safety"
    assert world.did("safety", "progress", 2, words="Begun").for_party == "Governor"
    assert world.did("governor", "delegate", 2, to="governor").party == ""
    assert world.refused("safety", "progress", 2, words="More").why == "right"
    assert world.refused("governor", "delegate", 2, to="head of kitchens").sentence == (
        "Nobody is registered as head of kitchens of HMP Rochester, so nobody would be reminded. Register them first."
    )
    for who in ("deputy", "pgd", "safety"):
        assert world.refused(who, "delegate", 2, to="head of safety").sentence == (
            "Only the Governor for Rochester or the coordinator can say who does the work on action 2."
        )
