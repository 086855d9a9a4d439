"""Another date: asked for with a reason, agreed to ever higher; until then the date and the lateness stand."""

from datetime import date

import pytest

from plans.progress.facts import facts
from plans.progress.stances import deciders
from plans.progress.waiting import for_person
from storage.database import reading
from tests.plans.progress.conftest import World
from tests.storage.register import a_holding

# Rules alone; what the two databases do is tried elsewhere.
pytestmark = pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)

FEBRUARY, MARCH, APRIL, MAY = date(2025, 2, 15), date(2025, 3, 31), date(2025, 4, 30), date(2025, 5, 31)


def ask(world: World, until: date = FEBRUARY, ref: int = 1, who: str = "governor") -> str:
    return world.did(who, "postpone", ref, until=until, words="No chaplain").waits_for


def slip(world: World, until: date, ref: int = 1, who: str = "governor") -> None:
    """Asked for and agreed to at the top."""
    ask(world, until, ref, who)
    world.did("ed", "agree", ref)


def test_until_it_is_agreed_to_its_date_stands(world: World) -> None:
    assert ask(world) == "Prison Group Director"
    row = world.row(1)
    assert (row.due, row.slips, row.status, row.version) == (date(2024, 11, 30), 0, "not_started", 2)
    done = world.did("pgd", "agree")
    assert (done.from_due, done.to_due) == (date(2024, 11, 30), FEBRUARY)
    row = world.row(1)
    assert (row.due, row.original_due, row.slips) == (FEBRUARY, date(2024, 11, 30), 1)
    assert world.holds()


def test_declined_nothing_moves(world: World) -> None:
    ask(world)
    world.did("pgd", "decline", words="Find one")
    assert (world.row(1).due, world.row(1).slips) == (date(2024, 11, 30), 0)
    assert world.refused("pgd", "agree").sentence == "Nothing is asked for of action 1 any more."


def test_each_slip_goes_higher(world: World) -> None:
    """Of the Head of Safety: the governor, the Prison Group Director, then and ever after the executive director."""
    named = []
    for until in (FEBRUARY, MARCH, APRIL, MAY):
        named.append(ask(world, until, 3, "safety"))
        world.did("ed", "agree", 3)
    assert named == ["Governor", "Prison Group Director", "Executive Director", "Executive Director"]
    assert (world.row(3).slips, world.row(3).original_due) == (4, date(2025, 1, 31))


def test_who_stands_lower_than_asked_for_does_not_agree(world: World) -> None:
    slip(world, FEBRUARY, 3, "safety")
    ask(world, MARCH, 3, "safety")
    assert world.refused("governor", "agree", 3).sentence == (
        "Only the Prison Group Director for Rochester, or someone above, can decide on another date for action 3."
    )
    assert world.did("pgd", "agree", 3).to_due == MARCH


def test_in_an_urgent_notification_plan_it_goes_one_higher(world: World) -> None:
    world.plan(kind="urgent_notification")
    assert ask(world) == "Executive Director"
    assert world.refused("pgd", "agree").why == "right"
    assert ask(world, ref=3, who="safety") == "Prison Group Director"


@pytest.mark.parametrize("kind", ["inspection", "urgent_notification"])
def test_of_an_outside_lead_the_governor_records_it(world: World, kind: str) -> None:
    world.plan(kind=kind)
    assert ask(world, ref=4, who="residence") == "Governor"
    assert world.did("governor", "agree", 4).as_post == "Governor"
    assert ask(world, MARCH, 4, "residence") == "Governor"


@pytest.mark.parametrize("who", ["safety", "residence", "works", "hub", "assurer", "nobody"])
def test_neither_owner_nor_delegate_nor_coordinator_agrees(world: World, who: str) -> None:
    ask(world, ref=3, who="safety")
    assert world.refused(who, "agree", 3).why == "right"


def test_whoever_asked_does_not_agree(world: World) -> None:
    """The governor's deputy, acting above as well, has asked."""
    world.register(a_holding, "Prison Group Director", "B. Deputy", capacity="acting")
    ask(world, who="deputy")
    assert world.refused("deputy", "agree").why == "right"


def test_of_the_executive_director_an_assurer_agrees(world: World) -> None:
    world.plan(kind="urgent_notification")
    world.vacate("executive director")
    world.register(a_holding, "Executive Director", "A. Governor")
    assert ask(world) == "Assurer"
    assert world.did("assurer", "agree").to_due == FEBRUARY


def test_unanswered_it_rises_and_whoever_was_asked_may_still_agree(world: World) -> None:
    ask(world)

    def named() -> str:
        with reading(world.engine) as session:
            turn = world.turn(session, "pgd")
            return deciders(turn, facts(turn, [world.id(1)])[world.id(1)], "extension")

    world.later(days=4)
    assert named() == "Prison Group Director"
    world.later(days=3)  # Monday 9 December: five working days
    assert named() == "Executive Director"
    assert world.did("pgd", "agree").to_due == FEBRUARY


def test_a_second_request_replaces_the_first(world: World) -> None:
    ask(world)
    done = world.did("deputy", "postpone", until=MARCH, words="Later still")
    assert done.replaces == FEBRUARY
    assert world.did("pgd", "agree").to_due == MARCH
    assert world.row(1).slips == 1


def test_a_date_for_what_had_none_is_no_slip(world: World) -> None:
    done = world.did("governor", "postpone", 8, until=FEBRUARY, words="When the post is filled")
    assert (done.from_due, done.to_due, done.waits_for) == (None, FEBRUARY, "Prison Group Director")
    world.did("pgd", "agree", 8)
    assert (world.row(8).due, world.row(8).slips, world.row(8).original_due) == (FEBRUARY, 0, None)


@pytest.mark.parametrize(
    ("ref", "until", "words", "why", "sentence"),
    [
        (1, date(2024, 12, 2), "why", "past", "2 December 2024 is today. Ask for a day to come."),
        (1, date(2023, 12, 2), "why", "past", "2 December 2023 is past. Ask for a day to come."),
        (1, date(2024, 11, 1), "", "past", "1 November 2024 is past. Ask for a day to come."),
        (2, date(2024, 12, 31), "why", "not_later", "It is due on 31 December 2024 already, so its date stands."),
        (1, FEBRUARY, " ", "reason", "Say why, in a few words: the reason is kept with it."),
        (1, None, "why", "no_date", "Say until when: the date that you ask for."),
        (1, date(2125, 1, 1), "why", "far", "1 January 2125 is out of reach: ask for a date before 2100."),
        (9, date(2024, 12, 20), "why", "before_start", "20 December 2024 is before it starts, on 1 January 2025."),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_asked_for_says_why(
    world: World, ref: int, until: date, words: str, why: str, sentence: str
) -> None:
    if ref == 9:
        world.put(8, starts=date(2025, 1, 1))
        ref = 8
    refused = world.refused("governor", "postpone", ref, until=until, words=words)
    assert (refused.why, refused.sentence) == (why, sentence)


def test_what_is_reported_asks_for_no_date(world: World) -> None:
    ask(world)
    world.did("governor", "report")
    assert world.refused("governor", "postpone", until=MARCH, words="x").why == "status"
    assert world.refused("pgd", "agree").why == "status"
    world.did("pgd", "confirm")
    assert not world.history()[0].undone
    with reading(world.engine) as session:
        turn = world.turn(session, "pgd")
        assert facts(turn, [world.id(1)])[world.id(1)].requests == ()


def test_what_waits_on_somebody(world: World) -> None:
    ask(world)
    world.did("governor", "report", 2)
    world.did("safety", "hand_over", 3, to="head of learning")

    def waits(who: str) -> list[tuple[int, str]]:
        with reading(world.engine) as session:
            return list(for_person(world.turn(session, who)))

    assert waits("pgd") == waits("ed") == [(world.id(1), "agree"), (world.id(2), "confirm")]
    assert waits("works") == [(world.id(3), "accept")]
    for who in ("governor", "deputy", "hub", "assurer", "nobody", "stranger"):
        assert waits(who) == []
