"""Taken back within ten minutes, if nothing happened since; afterwards a correction is a new entry."""

from datetime import date
from typing import Any

import pytest

from plans.messages import Changed, Refused
from tests.plans.progress.conftest import World

pytestmark = pytest.mark.mostly_sqlite

FEBRUARY = date(2025, 2, 15)


def taken_back(world: World, who: str, seq: int, ref: int = 1) -> Changed:
    done = world.undo(who, seq, ref)
    assert isinstance(done, Changed), done
    return done


def not_taken_back(world: World, who: str, seq: int, ref: int = 1) -> Refused:
    done = world.undo(who, seq, ref)
    assert isinstance(done, Refused), done
    return done


def test_within_ten_minutes_it_is_as_it_was(world: World) -> None:
    seq = world.did("governor", "report").entry
    done = taken_back(world.later(minutes=10), "governor", seq)
    assert (done.doing, done.from_status, done.to_status) == ("undo", "reported", "not_started")
    assert (world.row(1).status, world.row(1).version) == ("not_started", 3)
    undone, report = world.history()
    assert (undone.kind, undone.undoes, report.undone) == ("undo", seq, True)
    assert not_taken_back(world, "governor", seq).why == "already"
    assert world.holds()


def test_after_ten_minutes_it_stands(world: World) -> None:
    seq = world.did("governor", "report").entry
    assert not_taken_back(world.later(minutes=10, seconds=1), "governor", seq).sentence == (
        "That was recorded at 10:42, more than ten minutes ago. Say what is right as a new answer."
    )


@pytest.mark.parametrize("who", ["deputy", "hub", "pgd", "stranger"])
def test_nobody_takes_back_what_another_recorded(world: World, who: str) -> None:
    seq = world.did("governor", "report").entry
    assert not_taken_back(world, who, seq).why == "not_yours"


def test_what_happened_since_is_said(world: World) -> None:
    seq = world.did("governor", "report").entry
    world.later(minutes=3).did("pgd", "confirm")
    assert not_taken_back(world, "governor", seq).sentence == (
        "Action 1 was confirmed by the Prison Group Director at 10:45. Nothing else was recorded: look at it again."
    )
    assert world.row(1).status == "done"


def test_a_note_since_does_not_stand_in_the_way(world: World) -> None:
    seq = world.did("governor", "report").entry
    world.did("hub", "note", words="Seen")
    assert taken_back(world, "governor", seq).to_status == "not_started"


def test_of_two_the_later_first_then_the_earlier(world: World) -> None:
    first = world.did("governor", "progress", words="Begun").entry
    second = world.did("governor", "report").entry
    assert not_taken_back(world, "governor", first).why == "overtaken"
    taken_back(world, "governor", second)
    assert taken_back(world, "governor", first).to_status == "not_started"


def test_a_note_taken_back_is_marked(world: World) -> None:
    seq = world.did("governor", "note", words="x").entry
    taken_back(world, "governor", seq)
    assert (world.row(1).version, world.history()[1].undone) == (1, True)


def test_an_undo_is_not_undone(world: World) -> None:
    seq = world.did("governor", "report").entry
    assert not_taken_back(world, "governor", taken_back(world, "governor", seq).entry).why == "nothing"


@pytest.mark.parametrize("seq", [0, 99, -1])
def test_what_is_not_there_is_not_taken_back(world: World, seq: int) -> None:
    world.did("governor", "report")
    assert not_taken_back(world, "governor", seq).why == "nothing"


def test_a_request_is_withdrawn(world: World) -> None:
    seq = world.did("governor", "postpone", until=FEBRUARY, words="x").entry
    taken_back(world, "governor", seq)
    assert world.refused("pgd", "agree").why == "no_request"
    assert world.row(1).due == date(2024, 11, 30)


def test_the_request_that_was_replaced_is_open_again(world: World) -> None:
    world.did("governor", "postpone", until=FEBRUARY, words="x")
    seq = world.did("governor", "postpone", until=date(2025, 3, 31), words="y").entry
    taken_back(world, "governor", seq)
    assert world.did("pgd", "agree").to_due == FEBRUARY


def test_what_was_agreed_to_is_asked_for_again(world: World) -> None:
    world.did("governor", "postpone", until=FEBRUARY, words="x")
    done = taken_back(world, "pgd", world.did("pgd", "agree").entry)
    assert (done.from_due, done.to_due) == (FEBRUARY, date(2024, 11, 30))
    assert (world.row(1).due, world.row(1).slips) == (date(2024, 11, 30), 0)
    assert world.did("ed", "agree").to_due == FEBRUARY


@pytest.mark.parametrize(("ref", "to", "who", "owners"), [
    (2, "head of safety", "safety", ["governor"]),
    (3, "head of learning", "works", ["head of safety", "head of learning"]),
])  # fmt: skip
def test_a_lead_that_was_taken_on_goes_back(world: World, ref: int, to: str, who: str, owners: Any) -> None:
    world.did("hub", "hand_over", ref, to=to)
    taken_back(world, who, world.did(who, "accept", ref).entry, ref)
    assert world.owners(ref) == owners
    assert world.did(who, "accept", ref).party


def test_a_period_that_was_closed_is_open_again(world: World) -> None:
    seq = world.did("governor", "report", 6).entry
    done = taken_back(world, "governor", seq, 6)
    assert (done.to_status, world.row(6).due) == ("not_started", date(2024, 11, 30))


def test_the_work_goes_back_to_whoever_did_it(world: World) -> None:
    seq = world.did("governor", "delegate", 2, to="head of safety").entry
    taken_back(world, "governor", seq, 2)
    assert world.refused("safety", "progress", 2, words="x").why == "right"


def test_on_the_command_line_the_same_post_takes_back(world: World) -> None:
    seq = world.did("as Governor", "report").entry
    assert not_taken_back(world, "governor", seq).why == "not_yours"
    assert not_taken_back(world, "as Head of Safety", seq).why == "not_yours"
    assert taken_back(world, "as Governor", seq).to_status == "not_started"
