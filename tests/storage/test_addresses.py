"""Refs, steps and ranges: which actions they name, and which that are named are missing."""

from datetime import date
from typing import Any

from sqlmodel import Session

from storage.actions import find, missing_refs
from tests.storage.rows import At, Question, Span, a_plan, an_action

ON = date(2025, 1, 15)


def refs(session: Session, **asked: Any) -> list[str]:
    return [f"{row.ref}{row.step}" for row in find(session, Question(**asked), ON)]


def addressed(session: Session, plan: Any, *addresses: str) -> None:
    for position, address in enumerate(addresses, start=1):
        ref, _, step = address.partition(" ")
        an_action(session, plan, position, ref=ref, step=step)


def test_a_range_follows_the_plans_order(session: Session):
    addressed(session, a_plan(session), "3", "1.10", "1.1", "7", "2")
    assert refs(session, refs=(Span(At("3"), At("1.1")),)) == ["3", "1.10", "1.1"]


def test_a_reversed_range_is_the_same_range(session: Session):
    addressed(session, a_plan(session), "3", "4", "5", "6")
    assert refs(session, refs=(Span(At("5"), At("4")),)) == ["4", "5"]


def test_a_range_is_looked_up_in_each_plan_by_itself(session: Session):
    addressed(session, a_plan(session, "bedford-2024"), "9", "3", "x", "6", "y")
    addressed(session, a_plan(session, "rochester-2024"), "6", "3", "x")
    assert refs(session, refs=(Span(At("3"), At("6")),)) == ["3", "x", "6", "6", "3"]


def test_a_range_includes_every_step_of_its_ends(session: Session):
    addressed(session, a_plan(session), "1", "2 i", "2 ii", "3 a", "3 b", "4")
    assert refs(session, refs=(Span(At("2"), At("3")),)) == ["2i", "2ii", "3a", "3b"]
    assert refs(session, refs=(Span(At("2", "ii"), At("3", "A")),)) == ["2ii", "3a"]


def test_a_plan_with_one_end_of_a_range_gives_that_end(session: Session):
    addressed(session, a_plan(session), "3", "4")
    assert refs(session, refs=(Span(At("4"), At("9")),)) == ["4"]


def test_a_range_is_not_confused_by_a_plan_that_is_not_looked_in(session: Session):
    addressed(session, a_plan(session, "rochester-2018", live=False), "1", "3")
    addressed(session, a_plan(session, "rochester-2024"), "1", "2", "3", "4")
    assert refs(session, refs=(Span(At("1"), At("3")),)) == ["1", "2", "3"]


def test_a_ref_is_a_name_and_not_a_number(session: Session):
    addressed(session, a_plan(session), "1.1", "1.10", "1.1.1", "11")
    assert refs(session, refs=(Span(At("1.1")),)) == ["1.1"]


def test_a_ref_without_step_is_all_its_steps(session: Session):
    addressed(session, a_plan(session), "2 i", "2 iii", "3")
    assert refs(session, refs=(Span(At("2")),)) == ["2i", "2iii"]


def test_a_step_is_found_in_either_case(session: Session):
    addressed(session, a_plan(session), "2 i", "2 III", "12A")
    assert refs(session, refs=(Span(At("2", "iii")), Span(At("12a")))) == ["2III", "12A"]


def test_a_letter_printed_as_part_of_the_ref_is_found_as_a_step(session: Session):
    addressed(session, a_plan(session), "2a", "2b")
    assert refs(session, refs=(Span(At("2", "a")),)) == ["2a"]
    assert missing_refs(session, Question(refs=(Span(At("2", "a")), Span(At("2", "c"))))) == ("2c",)


def test_missing_addresses_are_named_as_a_person_writes_them(session: Session):
    addressed(session, a_plan(session), "12", "2 i", "5.13 1")
    addressed(session, a_plan(session, "rochester-2018", live=False), "77")
    asked = Question(
        refs=(
            Span(At("12")),
            Span(At("2", "iii")),
            Span(At("5.13", "2")),
            Span(At("12"), At("77")),
            Span(At("77")),
        )
    )
    assert missing_refs(session, asked) == ("2iii", "5.13/2", "77")


def test_an_address_is_missing_only_if_every_plan_looked_in_lacks_it(session: Session):
    addressed(session, a_plan(session, "bedford-2024"), "12")
    addressed(session, a_plan(session, "rochester-2024"), "1")
    assert missing_refs(session, Question(refs=(Span(At("12")),))) == ()
    assert missing_refs(session, Question(refs=(Span(At("12")),), prisons=("rochester",))) == ("12",)
    assert missing_refs(session, Question(refs=(Span(At("12")),), prisons=("leeds",))) == ("12",)
