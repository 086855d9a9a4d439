"""The asker's own actions: "what do I owe", asked as a post, an organisation, or somebody unknown."""

from datetime import date

import pytest

from plans.queries import parse
from plans.queries.questions import Failure, Mine, Query

TODAY = date(2025, 2, 3)
ASKS = [
    "my actions",
    "what do I owe",
    "mine",
    "assigned to me",
    "what have I got to do",
    "show me what I owe",
    "for me",
]


def keys(query, vocabulary):
    return {owner.key for owner in vocabulary.owners if owner.id in query.owners}


@pytest.mark.parametrize("question", ASKS)
def test_without_a_post_there_is_no_mine(question, vocabulary):
    found = parse(question, vocabulary, TODAY)
    assert isinstance(found, Failure)
    assert (found.code, found.about) == ("not_understood", ("mine",))


@pytest.mark.parametrize("question", ASKS)
@pytest.mark.parametrize(
    ("post", "key"),
    [("Governor", "governor"), ("PGD", "prison group director"), ("gfsl", "gov facilities services ltd")],
)
def test_a_bare_post_means_that_post_at_every_prison(question, post, key, vocabulary):
    found = parse(question, vocabulary, TODAY, mine=post)
    assert isinstance(found, Query)
    assert (keys(found, vocabulary), found.prisons, found.mine) == ({key}, (), post)
    assert not found.nothing


@pytest.mark.parametrize("post", ["Governor of HMP Rochester", "Rochester Governor", "governor, rochester"])
def test_a_post_of_one_prison_looks_in_that_prison(post, vocabulary):
    found = parse("my overdue actions", vocabulary, TODAY, mine=post)
    assert isinstance(found, Query)
    assert (keys(found, vocabulary), found.prisons, found.statuses) == ({"governor"}, ("rochester",), ("overdue",))


def test_a_post_of_one_prison_owes_nothing_at_another(vocabulary):
    found = parse("what do I owe at Maidstone", vocabulary, TODAY, mine="Governor of HMP Rochester")
    assert isinstance(found, Query)
    assert found.nothing


@pytest.mark.parametrize("post", ["Kitchen Manager", "Head of Safety", "flibber", "Governor of HMP Narnia"])
def test_a_post_no_plan_knows_owns_nothing(post, vocabulary):
    found = parse("my actions", vocabulary, TODAY, mine=post)
    assert isinstance(found, Query)
    assert found.nothing


def test_a_question_that_is_not_mine_does_not_use_the_post(vocabulary):
    found = parse("Rochester overdue", vocabulary, TODAY, mine="Governor")
    assert isinstance(found, Query)
    assert (found.owners, found.mine) == ((), None)


def test_owing_is_open_and_owning_is_any_status(vocabulary):
    owing = parse("what do I owe", vocabulary, TODAY, mine="Governor")
    owning = parse("what do I own", vocabulary, TODAY, mine="Governor")
    assert (owing.statuses, owning.statuses) == (("open",), ())


def test_my_prison_is_not_my_actions(vocabulary):
    found = parse("my prison overdue", vocabulary, TODAY, mine="Governor")
    assert isinstance(found, Failure)
    assert found.about == ("my",)


def test_of_a_prison_that_has_no_plan_yet_nothing_is_asked(vocabulary):
    """Posts are registered before their prison's first plan is imported."""
    mine = Mine("Governor of HMP Nowhere", held=(("nowhere", "governor"),))
    found = parse("mine", vocabulary, TODAY, mine=mine)
    assert isinstance(found, Query)
    assert (found.nothing, found.prisons) == (True, ())
