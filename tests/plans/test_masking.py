"""Prisoner numbers, in whatever way they are written; and what only looks like one."""

import pytest

from plans.masking import MASK, masked


@pytest.mark.parametrize(
    "number", ["A1234BC", "a1234bc", "A 1234 BC", "A1234 BC", "A 1234BC", "Z9999ZZ", "A1234B…", "A1234…"]
)
@pytest.mark.parametrize("around", ["{}", "spoke to {} today", "({}),", "{}'s kit", "*{}*", "x/{}."])
def test_a_prisoner_number_is_masked_however_it_is_written(number: str, around: str) -> None:
    assert masked(around.format(number)) == around.format(MASK)


@pytest.mark.parametrize(
    "words",
    ["5.13/2", "31 October 2024", "a 2024 in the plan", "From 2024 to 2025", "AA1234BC", "A1234BCD", "A123BC", "A12345BC", "N1 1234", "plan 2024-25"],
)  # fmt: skip
def test_what_only_looks_like_one_stays(words: str) -> None:
    assert masked(words) == words


def test_several_are_masked_each() -> None:
    assert masked("A1234BC, B2345CD") == f"{MASK}, {MASK}"


def test_a_mask_is_no_longer_than_what_it_stands_for() -> None:
    assert len(MASK) <= len("A1234…")
