"""Names of prisons: which are known, which slips are read as which, and when it is better to ask."""

import pytest

from plans.prisons import NAMES, beginning, closest, exact, plain

HELD = ("Chelmsford", "Maidstone", "Rochester")


@pytest.mark.parametrize("name", NAMES)
def test_every_known_prison_is_itself_and_no_slip_for_another(name):
    found = exact(name.casefold().split(), HELD, titled=True)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("words", "name", "count"),
    [
        ("rochester overdue", "Rochester", 1),
        ("high down", "High Down", 2),
        ("highdown", "High Down", 1),
        ("isle of wight late", "Isle of Wight", 3),
        ("the rochester", None, 0),
        ("send", None, 0),
        ("reading", None, 0),
        ("rochester=", None, 0),
        ("strangeways", "Manchester", 1),
        ("five wells", "Five Wells", 2),
        ("fosse way", "Fosse Way", 2),
        ("millsike", "Millsike", 1),
    ],
)
def test_a_name_is_read_from_the_words_it_begins(words, name, count):
    found = exact(words.split(), HELD, titled=False)
    assert (found and found.name, found.words if found else 0) == (name, count)


def test_everyday_words_are_prisons_after_hmp():
    assert [exact([word], HELD, titled=True).words for word in ("send", "reading", "mount")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("rochster", "Rochester", "slip"),
        ("rocester", "Rochester", "slip"),
        ("maidston", "Maidstone", "slip"),
        ("chelmsfrod", "Chelmsford", "slip"),
        ("manchster", "Manchester", "slip"),
        ("winchster", "Winchester", "slip"),
        ("raidstone", "Maidstone", "unsure"),
        ("flibber", None, None),
        ("roch", None, None),
        ("handled", None, None),
    ],
)
def test_a_slip_is_told_from_another_name(typed, name, how):
    found = closest(typed, HELD)
    assert (found and found.name, found and found.how) == (name, how)


@pytest.mark.parametrize(
    ("typed", "names", "how"),
    [
        ("roches", ["Rochester"], "prefix"),
        ("maids", ["Maidstone"], "prefix"),
        ("roch", ["Rochester"], "unsure"),
        ("ma", ["Maidstone"], "unsure"),
        ("r", [], None),
        ("wand", [], None),
    ],
)
def test_a_beginning_long_enough_to_be_no_other_is_taken(typed, names, how):
    found = beginning(typed, HELD)
    assert [one.name for one in found] == names
    assert {one.how for one in found} == ({how} if how else set())


def test_titles_are_no_part_of_a_plain_name():
    assert plain(["HMP Rochester", "HMP & YOI Rochester", "HMP/YOI Chelmsford"]) == (
        "Rochester",
        "Rochester",
        "Chelmsford",
    )
