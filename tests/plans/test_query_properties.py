"""What holds of every question, whatever its words."""

from datetime import date, timedelta
from itertools import permutations
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plans.queries import parse, render, understood
from plans.queries.cleaning import LONGEST
from plans.queries.questions import STATUSES, Address, Failure, Query, RefRange
from plans.queries.spelling import is_known, meant

TODAY = date(2025, 2, 3)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def some(values, most: int = 3):
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True).map(lambda got: tuple(sorted(got)))


def in_order(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(status for status in STATUSES if status in words)


REFS = st.builds(
    Address, st.sampled_from(["1", "2", "12", "5.13", "1.10"]), st.sampled_from([None, "i", "iii", "iv", "2"])
)
RANGES = st.builds(RefRange, REFS, st.one_of(st.none(), REFS))


@st.composite
def queries(draw, vocabulary):
    """Any query the parser can make: parts that exclude each other do not meet."""
    first, last = draw(st.tuples(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS)))
    if first and last and first > last:
        first, last = last, first
    late = draw(st.sampled_from([(None, None), (30, None), (None, 10), (10, 60)]))
    statuses = in_order(draw(some(STATUSES, 3)))
    if late != (None, None) and statuses in ((), ("open",)):
        statuses = ("overdue",)
    unwanted = in_order(draw(some([word for word in STATUSES if word not in (*statuses, "done", "not_started")], 2)))
    prisons = draw(some(["chelmsford", "maidstone", "rochester"], 2))
    owners = draw(some([owner.id for owner in vocabulary.owners], 2))
    without_owners = tuple(id for id in draw(some([owner.id for owner in vocabulary.owners], 2)) if id not in owners)
    themes = draw(some(vocabulary.theme_plans, 2))
    years = draw(st.sampled_from([(), (2018,), (2018, 2024)])) if prisons == ("rochester",) else ()
    return Query(
        prisons=prisons,
        without_prisons=draw(some(["maidstone"], 1)) if not prisons else (),
        scope="live" if years else draw(st.sampled_from(["live", "closed", "all"])),
        years=years,
        refs=tuple(sorted(set(draw(st.lists(RANGES, max_size=3))), key=str)),
        statuses=statuses,
        without_statuses=unwanted,
        owners=owners,
        without_owners=without_owners,
        lead_only=bool(owners) and draw(st.booleans()),
        themes=themes,
        without_themes=tuple(theme for theme in draw(some(vocabulary.theme_plans, 2)) if theme not in themes),
        due_from=first,
        due_to=last,
        late_over=late[0],
        late_under=late[1],
        phrases=draw(some(["peer workers", "weekly", "l&d", "prisoner's forum"], 2)),
        changed_since=draw(st.one_of(st.none(), st.just(TODAY - timedelta(3)))),
        waiting=draw(st.sampled_from(["", "to confirm", "to approve"])),
    )


@given(data=st.data())
def test_a_query_said_again_is_the_same_query(data, vocabulary):
    query = data.draw(queries(vocabulary))
    words = render(query, vocabulary)
    assume(len(words) <= LONGEST)
    assert parse(words, vocabulary, TODAY) == query, words


PHRASES = [
    "Rochester", "HMP Maidstone", "Rochester 2018", "overdue", "not done", "due soon", "not blocked", "no date", "GFSL",
    "the Governor", "owned by national safety team", "theme safety", "living conditions", "except Oxleas", "due by March",
    "before 15 April", "next 30 days", "this month", "October 2024", "more than 30 days late", "actions 3 to 6", "ref 2iii",
    "about drugs or violence", "about use of force", '"peer workers"', "changed since Monday", "led by ORRU", "to confirm",
    "all plans", "not Chelmsford", "Govenor", "rochster",
]  # fmt: skip


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_of_these_tests_is_understood_alone(phrase, vocabulary):
    assert isinstance(parse(phrase, vocabulary, TODAY), Query)


@given(said=st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4, unique=True))
def test_a_query_understood_is_understood_again_from_its_own_words(said, vocabulary):
    found = parse(" ".join(said), vocabulary, TODAY)
    if isinstance(found, Query):
        words = render(found, vocabulary)
        assert parse(words, vocabulary, TODAY) == found, words


LETTERS = "abcdefghijklmnopqrstuvwxyz"
NONSENSE = st.text(LETTERS, min_size=3, max_size=12)


@given(
    said=st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3, unique=True),
    word=NONSENSE,
    at=st.integers(0, 30),
)
def test_an_unknown_word_anywhere_never_gives_a_list(said, word, at, vocabulary):
    if is_known(word, vocabulary) or meant(word, vocabulary) or any("about" in phrase for phrase in said):
        return
    words = [part for phrase in said if '"' not in phrase for part in phrase.split()]
    question = " ".join([*words[: at % (len(words) + 1)], word, *words[at % (len(words) + 1) :]])
    found = parse(question, vocabulary, TODAY)
    assert isinstance(found, Failure), question
    assert found.code in ("not_understood", "unknown_prison", "ambiguous")


@given(
    said=st.lists(st.sampled_from(PHRASES), max_size=3, unique=True),
    negation=st.sampled_from(["not", "isn't", "without", "except", "never", "no", "non"]),
    at=st.integers(0, 3),
)
def test_a_negation_is_never_dropped(said, negation, at, vocabulary):
    """With the word it means another query than without it, or none."""
    at %= len(said) + 1
    plain = parse(" ".join(said), vocabulary, TODAY)
    turned = parse(" ".join([*said[:at], negation, *said[at:]]), vocabulary, TODAY)
    if isinstance(turned, Query):
        assert turned != plain


FREE = [
    "Rochester", "overdue", "GFSL", "theme safety", "due by March", "led by ORRU", '"peer workers"', "actions 3 to 6",
    "not blocked", "this month", "except Oxleas", "more than 30 days late", "changed since Monday", "all plans",
]  # fmt: skip


@given(said=st.lists(st.sampled_from(FREE), min_size=2, max_size=3, unique=True))
def test_the_order_of_phrases_makes_no_difference(said, vocabulary):
    found = [parse(" ".join(order), vocabulary, TODAY) for order in permutations(said)]
    if len({isinstance(one, Query) for one in found}) == 1 and isinstance(found[0], Query):
        assert all(one == found[0] for one in found), said


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_parser_or_is_quoted_at_length(text, vocabulary):
    found = parse(text, vocabulary, TODAY)
    if isinstance(found, Query):
        understood(found, vocabulary)
        return
    assert sum(map(len, found.about)) <= 60
    assert all(word.isprintable() and "<" not in word and ">" not in word for word in found.about)


JOINING = """or and not by to the of 2018 5 i my step between late but no < @sam onwards later since after last next week
more than least days all closed plans except steps - yet about what how when due date who with any owner theme"""
WORDS = st.sampled_from([part for phrase in PHRASES for part in phrase.split()] + JOINING.split())


@given(words=st.lists(WORDS, max_size=12))
def test_no_row_of_known_words_breaks_the_parser(words, vocabulary):
    found = parse(" ".join(words), vocabulary, TODAY)
    if isinstance(found, Query):
        text = render(found, vocabulary)
        assert parse(text, vocabulary, TODAY) == found, text


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "overdue " * 1_250, "<@" * 5_000, "<at>" * 2_500, "'" * 10_000, '"' * 10_000, ":a" * 5_000, "&amp;" * 2_000,
     "/actions " * 1_100, "(" * 10_000, "1-" * 5_000, "\u200b" * 10_000 + "x" * 600, "not " * 2_500, "<" * 1_000_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_ten_thousand_characters_are_refused_quickly(text, vocabulary):
    begun = process_time()
    found = parse(text, vocabulary, TODAY)
    assert isinstance(found, Failure)
    assert sum(map(len, found.about)) <= 60
    assert process_time() - begun < 20  # milliseconds; squared in its length it would be minutes


def test_the_longest_question_taken_is_parsed_quickly(vocabulary):
    begun = process_time()
    parse("Rochester not overdue and GFSL by March or 3-6 " * 10, vocabulary, TODAY)
    assert process_time() - begun < 20  # milliseconds; squared in its length it would be minutes
