"""Which action is which, when a plan is printed again: by number and words, in doubt not at all."""

from itertools import count

import pytest

from documents.reissues.merging import matched
from documents.reissues.versions import Matching, Version

BEDS = "Every cell will have a bed with a frame that is fixed to the wall."
SHEETS = "Clean sheets will be given out on every wing once a week."
SHOWERS = "Showers that do not drain will be repaired by the contractor."
BELLS = "Emergency bells will be answered within five minutes, day and night."


def plan(*actions: tuple[str, str] | tuple[str, str, str], gone: tuple[str, ...] = ()) -> list[Version]:
    number = count(1)
    return [Version(next(number), ref, "", text, tuple(cells), ref in gone) for ref, text, *cells in actions]


def pairs(held: list[Version], printed: list[Version]) -> dict[str, str]:
    """By the number printed now the number held."""
    return named(held, printed, matched(held, printed).pairs)


def named(held: list[Version], printed: list[Version], ids: dict[int, int]) -> dict[str, str]:
    before, now = {one.id: one.ref for one in held}, {one.id: one.ref for one in printed}
    return {now[one]: before[other] for one, other in ids.items()}


def test_the_same_again_is_the_same_each_by_its_number() -> None:
    held = plan(("1", BEDS), ("2", SHEETS), ("3", "As above."), ("4", "As above."))
    assert pairs(held, held) == {"1": "1", "2": "2", "3": "3", "4": "4"}


def test_what_moved_to_another_number_is_known_by_its_words() -> None:
    held, printed = plan(("1", BEDS), ("2", SHEETS), ("3", SHOWERS)), plan(("1", SHEETS), ("2", BEDS), ("3", BELLS))
    assert pairs(held, printed) == {"1": "2", "2": "1"}


def test_an_action_put_in_between_moves_the_others_and_takes_no_answers() -> None:
    held = plan(("1", BEDS), ("2", SHEETS), ("3", SHOWERS))
    printed = plan(("1", BEDS), ("2", BELLS), ("3", SHEETS), ("4", SHOWERS))
    assert pairs(held, printed) == {"1": "1", "3": "2", "4": "3"}


def test_under_its_own_number_an_action_may_be_reworded() -> None:
    reworded = plan(("1", "Each cell will be given a bed, its frame fixed to the wall, by the works department."))
    assert pairs(plan(("1", BEDS)), reworded) == {"1": "1"}


def test_under_its_own_number_another_action_is_another() -> None:
    assert pairs(plan(("1", BEDS)), plan(("1", BELLS))) == {}


def test_reworded_a_little_it_is_known_under_another_number_too() -> None:
    assert pairs(plan(("1", BEDS)), plan(("7", BEDS.replace("Every", "Each").replace("fixed", "bolted")))) == {"7": "1"}


def test_reworded_and_renumbered_it_is_not_guessed() -> None:
    reworded = plan(("7", "Each cell will be given a bed, its frame fixed to the wall, by the works department."))
    assert pairs(plan(("1", BEDS)), reworded) == {}


def test_words_that_stand_in_any_plan_tell_no_action() -> None:
    assert pairs(plan(("1", BEDS), ("2", "As above.")), plan(("1", BEDS), ("5", "As above."))) == {"1": "1"}


@pytest.mark.parametrize("wing", ["A", "B", "C"])
def test_of_two_as_alike_under_other_numbers_neither_is_taken(wing: str) -> None:
    held = plan(
        ("1", "The showers on A wing will be repaired by June."),
        ("2", "The showers on B wing will be repaired by June."),
    )
    assert pairs(held, plan(("9", f"The showers on {wing} wing will be repaired in June."))) == {}


def test_the_same_words_twice_are_told_apart_by_owner_and_date_where_one_was_dropped() -> None:
    held = plan(("5", BEDS, "Governor", "June"), ("6", BEDS, "GFSL", "July"))
    assert pairs(held, plan(("5", BEDS, "GFSL", "July"))) == {"5": "6"}


def test_the_same_words_twice_keep_their_numbers_when_both_dates_move() -> None:
    held = plan(("5", BEDS, "Governor", "June"), ("6", BEDS, "Governor", "July"))
    assert pairs(held, plan(("5", BEDS, "Governor", "July"), ("6", BEDS, "Governor", "August"))) == {"5": "5", "6": "6"}


def test_what_only_a_typesetter_sees_is_no_difference() -> None:
    held = plan(("1", "Staff’s “first\u00ad-aid” kits  will be re-\nfilled: • monthly • by officers"))
    printed = plan(("2", 'Staff\'s "first-aid" kits will be re- filled: monthly by o\ufb03cers'))
    assert pairs(held, printed) == {"2": "1"}


def regrouped(held: list[Version], printed: list[Version]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """(pairs, what is part of what now, what was part of what)"""
    found: Matching = matched(held, printed)
    before, now = {one.id: one.ref for one in held}, {one.id: one.ref for one in printed}
    joined = {before[one]: now[whole] for one, whole in found.joined.items()}
    return named(held, printed, found.pairs), joined, named(held, printed, found.parted)


def test_three_rows_made_one_live_on_in_it_by_number() -> None:
    held = plan(("1", BELLS), ("3", BEDS), ("4", SHEETS), ("5", SHOWERS))
    printed = plan(("1", BELLS), ("3", f"{BEDS} {SHEETS} {SHOWERS}"))
    assert regrouped(held, printed) == ({"1": "1", "3": "3"}, {"4": "3", "5": "3"}, {})


def test_three_rows_made_one_under_a_number_of_its_own_live_on_in_the_likest() -> None:
    longest = f"{SHOWERS} The contractor reports each week to the Head of Residence on what is left."
    held = plan(("3", BEDS), ("4", SHEETS), ("5", longest))
    assert regrouped(held, plan(("3-5", f"{BEDS} {SHEETS} {longest}"))) == ({"3-5": "5"}, {"3": "3-5", "4": "3-5"}, {})


def test_one_row_taken_apart_lives_on_under_its_number() -> None:
    held, printed = plan(("3", f"{BEDS} {SHEETS} {SHOWERS}")), plan(("3", BEDS), ("4", SHEETS), ("5", SHOWERS))
    assert regrouped(held, printed) == ({"3": "3"}, {}, {"4": "3", "5": "3"})


def test_what_was_gone_comes_back_by_its_words() -> None:
    held = plan(("3", f"{BEDS} {SHEETS}"), ("4", SHEETS), gone=("4",))
    assert regrouped(held, plan(("3", BEDS), ("4", SHEETS))) == ({"3": "3", "4": "4"}, {}, {})


def test_what_stands_goes_before_what_is_gone() -> None:
    assert pairs(plan(("was 1", BEDS), ("2", BEDS), gone=("was 1",)), plan(("1", BEDS))) == {"1": "2"}


def test_what_is_gone_is_not_told_again() -> None:
    held = plan(("3", f"{BEDS} {SHEETS}"), ("4", SHEETS), gone=("4",))
    assert regrouped(held, plan(("3", f"{BEDS} {SHEETS}"))) == ({"3": "3"}, {}, {})
