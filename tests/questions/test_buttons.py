"""What a list offers next: every button is understood, narrows, and opens as many actions as it says."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.engine import Engine

from plans.asking import answer
from plans.chat import Asker
from plans.messages import Listing, Message, Notice
from storage.database import reading
from tests.questions.test_a_hundred_questions import LISTS

ON = date(2025, 2, 3)
QUESTIONS = sorted({question for question, _ in LISTS})


def asked(engine: Engine, question: str, post: str | None = "Governor", page: int = 1) -> Message:
    with reading(engine) as session:
        return answer(session, question, asker=Asker(post=post), on=ON, page=page).message


def opened(engine: Engine, question: str) -> Iterator[tuple[str, Listing]]:
    """What each button that asks opens, by its label."""
    listing = asked(engine, question)
    assert isinstance(listing, Listing), question
    for verb in (verb for verb in listing.verbs if verb.name == "ask"):
        found = asked(engine, verb.query)
        assert isinstance(found, Listing), (verb, found)
        yield verb.label, found


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_button_opens_a_list_of_as_many_as_it_says(published: Engine, question: str) -> None:
    for label, found in opened(published, question):
        if said := re.search(r"\((\d+)\)$", label):
            assert found.total == int(said[1]), label


@pytest.mark.parametrize("question", ["not overdue", "open not overdue", "not due soon", "Rochester not overdue"])
def test_what_is_asked_to_be_left_out_is_not_offered(published: Engine, question: str) -> None:
    assert not {"Overdue", "Due soon"} & {label for label, _ in opened(published, question)}


@pytest.mark.parametrize("post", ["Head of Nothing", "Governor of Rochester"])
def test_the_buttons_of_an_empty_mine_open_nobody_elses(published: Engine, post: str) -> None:
    listing = asked(published, "mine at Maidstone", post)
    assert isinstance(listing, Listing)
    assert listing.total == 0
    for verb in listing.verbs:
        found = asked(published, verb.query, post)
        assert isinstance(found, Notice) or found.total == 0, verb


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        # Rochester 2024: 5 is due on 30 November, 6 on 31 December, 1 and 4 on 31 January.
        ("Rochester 1-7 overdue by less than 60 days", {"1", "4", "6"}),
        ("Rochester 1-7 overdue by more than 60 days", {"5"}),
    ],
)
def test_numbers_and_lateness_go_together(published: Engine, question: str, refs: set[str]) -> None:
    listing = asked(published, question)
    assert isinstance(listing, Listing)
    assert {line.address for line in listing.lines} == refs
