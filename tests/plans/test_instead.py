"""What is offered where a question finds nothing, misses the past or is not understood."""

from dataclasses import replace
from datetime import date

import pytest

from plans.instead import Count, asks_when, lack, tries, year_before
from plans.messages import Lack
from plans.queries import parse
from plans.queries.questions import Failure, Query
from plans.queries.vocabulary import Vocabulary

ON = date(2025, 2, 3)


def found(count: int) -> Count:
    return lambda query: count


def query(text: str, vocabulary: Vocabulary, mine: str | None = None) -> Query:
    meant = parse(text, vocabulary, ON, mine=mine)
    assert isinstance(meant, Query)
    return meant


def near(text: str, vocabulary: Vocabulary, count: int = 1) -> tuple[str, ...]:
    failed = parse(text, vocabulary, ON)
    assert isinstance(failed, Failure)
    return tries(failed, text, vocabulary, ON, found(count))


def test_a_month_yet_to_come_named_without_its_year_is_looked_up_a_year_before(vocabulary: Vocabulary) -> None:
    asked = query("Rochester due in November", vocabulary)
    before = year_before(asked, "Rochester due in November", ON)

    assert before == replace(asked, due_from=date(2024, 11, 1), due_to=date(2024, 11, 30), statuses=("overdue",))


@pytest.mark.parametrize(
    "text", ["Rochester due in November 2025", "Rochester due next week", "Rochester overdue", "Rochester due by March"]
)
def test_no_other_window_is(text: str, vocabulary: Vocabulary) -> None:
    assert year_before(query(text, vocabulary), text, ON) is None


def test_the_last_day_of_a_month_stays_the_last() -> None:
    leap = Query(due_from=date(2028, 2, 1), due_to=date(2028, 2, 29))
    before = year_before(leap, "due in February", date(2027, 3, 1))

    assert before
    assert (before.due_from, before.due_to) == (date(2027, 2, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (
            "Maidstone safety",
            Lack("theme", "Safety", ("Priority concerns", "Key concerns"), instead="Maidstone about safety"),
        ),
        ("Maidstone GFSL", Lack("owner", "GFSL")),
        ("Rochester safety", None),
        ("Rochester GFSL", None),
        ("GFSL", None),
    ],
)
def test_a_theme_or_owner_that_no_plan_looked_in_has_is_lacking(
    text: str, missing: Lack | None, vocabulary: Vocabulary
) -> None:
    assert lack(query(text, vocabulary), vocabulary, text, ON, found(4)) == missing


def test_words_that_no_action_has_are_not_suggested(vocabulary: Vocabulary) -> None:
    missing = lack(query("Maidstone safety", vocabulary), vocabulary, "Maidstone safety", ON, found(0))

    assert missing
    assert missing.instead == ""


def test_a_post_that_no_plan_names_is_said_to_own_nothing_anywhere(vocabulary: Vocabulary) -> None:
    asked = query("mine", vocabulary, mine="Kitchen Manager")

    assert lack(asked, vocabulary, "mine", ON, found(0)) == Lack("owner", "Kitchen Manager", anywhere=True)


def test_unknown_plain_words_are_looked_for_in_the_text(vocabulary: Vocabulary) -> None:
    assert near("Rochester use of force", vocabulary) == ("Rochester about use of force", "Rochester")
    assert near("curriculum", vocabulary) == ("about curriculum",)


def test_words_found_nowhere_leave_what_was_understood(vocabulary: Vocabulary) -> None:
    assert near("Rochester flibber overdue", vocabulary, count=0) == ("Rochester overdue",)
    assert near("flibber", vocabulary, count=0) == ("Chelmsford overdue",)


def test_only_a_question_of_time_is_told_what_comes_next(vocabulary: Vocabulary) -> None:
    told = {
        text: asks_when(query(text, vocabulary)) for text in ("due soon", "due this week", "blocked", "about drugs")
    }

    assert told == {"due soon": True, "due this week": True, "blocked": False, "about drugs": False}
