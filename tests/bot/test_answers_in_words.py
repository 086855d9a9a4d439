"""The five published plans asked on Monday 3 February 2025: the sentences a newcomer reads."""

from datetime import date

import pytest
from sqlalchemy.engine import Engine

from bot.plain import render
from plans.asking import answer
from plans.chat import Asker
from plans.messages import Listing, Message
from storage.database import reading

ON = date(2025, 2, 3)


def ask(published: Engine, text: str, post: str | None = None) -> Message:
    with reading(published) as session:
        return answer(session, text, asker=Asker(post=post), on=ON).message


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Rochester due in November",
            "Nothing at HMP Rochester falls due in November 2025. Next: 12, due 28 February; 18 are overdue.\n"
            "6 due in November 2024 are late.",
        ),
        (
            "Rochester due soon",
            "Nothing at HMP Rochester is due by 17 February. Next: 12, due 28 February; 18 are overdue.",
        ),
        ("Maidstone GFSL", "HMP Maidstone's plan names no owner GFSL."),
        (
            "99",
            "There is no action 99 in the 2021 plan of HMP Chelmsford, the 2023 plan of HMP Maidstone"
            " or the 2024 plan of HMP Rochester.",
        ),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(text: str, sentences: str, published: Engine) -> None:
    assert render(ask(published, text)) == sentences


def test_a_post_that_no_plan_names_is_told_so(published: Engine) -> None:
    assert render(ask(published, "mine", "Nobody")) == "No plan names Nobody as an owner."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Rochester",
            "HMP Rochester, Urgent Notification plan 2024: 26 actions: 18 overdue, 7 not yet due, 1 with no date.",
        ),
        ("Rochester 2018", "HMP Rochester, plan 2018 (closed): 62 actions: 52 overdue, 1 with no date, 9 completed."),
        ("all plans", "All plans: 190 actions."),
        (
            "Rochester open due by March",
            "HMP Rochester, Urgent Notification plan 2024: 23 of 23 actions are open (due by 31 March 2025), 18 of them late.",
        ),
    ],
)
def test_a_list_says_of_what_it_is_and_adds_up(text: str, sentence: str, published: Engine) -> None:
    assert render(ask(published, text)).splitlines()[0] == sentence


def test_every_line_over_several_plans_names_its_prison(published: Engine) -> None:
    said, *lines = render(ask(published, "GFSL overdue")).splitlines()

    assert said.startswith("All live plans: 2 of 3 actions are overdue")
    assert [line.split("  ")[0] for line in lines] == ["HMP Rochester 15", "HMP Rochester 17"]


def test_actions_asked_for_by_number_come_in_the_plans_order(published: Engine) -> None:
    _, *lines = render(ask(published, "Rochester 5-8")).splitlines()

    assert [line.split()[0] for line in lines] == ["5", "6", "7", "8"]
    assert "from October 2024, no end date" in lines[2]


def test_those_late_are_longest_late_first_when_lateness_is_asked_for(published: Engine) -> None:
    _, *lines = render(ask(published, "Rochester 5-8 overdue")).splitlines()

    assert [line.split()[0] for line in lines] == ["8", "5", "6"]


def test_whatever_is_offered_answers(published: Engine) -> None:
    for text in ("Rochester due in November", "Maidstone safety", "Rochester health"):
        message = ask(published, text)
        assert isinstance(message, Listing)
        answered = ask(published, message.verbs[0].query)
        assert isinstance(answered, Listing), text
        assert answered.total, text
