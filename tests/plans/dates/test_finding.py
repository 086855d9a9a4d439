"""Dates within sentences: each right or asked back, none wrong in silence."""

from datetime import date

import pytest

from plans.dates import Found, find
from tests.plans.dates import sentences

SAID = {
    date(2025, 2, 12): sentences.WEDNESDAY,
    date(2025, 3, 14): sentences.FRIDAY,
    date(2025, 1, 31): sentences.LAST_OF_JANUARY,
    date(2024, 2, 29): sentences.LEAP_DAY,
    date(2025, 4, 16): sentences.BEFORE_EASTER,
    date(2025, 12, 22): sentences.BEFORE_CHRISTMAS,
    date(2025, 12, 25): sentences.CHRISTMAS,
    date(2026, 1, 1): sentences.NEW_YEARS_DAY,
    date(2025, 3, 31): sentences.LAST_OF_MARCH,
    date(2025, 3, 25): sentences.BEFORE_THE_CLOCKS,
}
CASES = [(today, marked, expected) for today, said in SAID.items() for marked, expected in said.items()]


def only_one(marked: str, today: date, *, past: bool = False) -> Found:
    """The one date of a sentence, which stands where the brackets are."""
    text = marked.replace("[", "").replace("]", "")
    [found] = find(text, today, past=past)
    assert (found.start, found.end) == (marked.index("["), marked.index("]") - 1)
    assert found.words == text[found.start : found.end]
    return found


def meant(found: Found) -> str | tuple[str, ...]:
    if found.span is not None:
        assert found.suggestion is None
        assert not found.readings
        return found.span.last.isoformat()
    return f"no {found.suggestion}" if found.suggestion else tuple(day.isoformat() for day in found.readings)


@pytest.mark.parametrize(("today", "marked", "expected"), CASES)
def test_a_date_in_a_sentence_is_found_where_it_stands_and_read(today, marked, expected):
    assert meant(only_one(marked, today)) == expected


@pytest.mark.parametrize(("marked", "expected"), sentences.PAST.items())
def test_what_is_told_of_lies_behind(marked, expected):
    assert meant(only_one(marked, date(2025, 2, 12), past=True)) == expected


@pytest.mark.parametrize("text", sentences.NO_DATES)
def test_refs_counts_times_and_ordinary_words_are_no_dates(text):
    assert find(text, date(2025, 2, 12)) == []
    assert find(text, date(2025, 2, 12), past=True) == []


def test_several_dates_stand_in_order():
    text = "push 5.13/2 to end of May, 3ii to Mon 3 March and 12 to 20/02/2025; the rest by Christmas"
    found = find(text, date(2025, 2, 12))
    assert [one.words for one in found] == ["end of May", "Mon 3 March", "20/02/2025", "Christmas"]
    assert [one.day for one in found] == [date(2025, 5, 31), date(2025, 3, 3), date(2025, 2, 20), date(2025, 12, 25)]


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("15 February 2025", False),
        ("tomorrow", False),
        ("15 February", True),
        ("mid Feb 2025", True),
        ("March 2025", True),
        ("next Friday", True),
        ("Febuary", True),
        ("six weeks", True),
        ("Q3 2026", True),
        ("after Christmas", True),
    ],
)
def test_what_was_not_said_in_full_is_marked_to_be_read_back(text, assumed):
    [found] = find(text, date(2025, 2, 12))
    assert found.assumed is assumed
