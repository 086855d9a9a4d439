"""Left out of briefs for a while, as far as the policy allows."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from plans.chat import Answered, Ask, Refill, Say, Submitted
from plans.messages import Verb
from storage.database import reading
from storage.models import Snooze
from tests.plans.progress.acting import MONDAY, by, do, ids, press, sent, sentence

pytestmark = pytest.mark.mostly_sqlite


def snooze(engine: Engine, number: int, which: tuple[int, ...], until: str, key: str = "") -> Answered | None:
    values = {"which": tuple(map(str, which)), "until": until}
    return do(engine, Submitted("snooze", str(number), values, by("U1"), key))


def asked(engine: Engine, number: int) -> Any:
    answered = press(engine, Verb("snooze", "Snooze", str(number)))
    assert isinstance(answered, Ask)
    return answered.form


def test_the_form_offers_the_actions_of_the_brief_and_a_week_from_now(office: Engine):
    form = asked(office, sent(office))
    which, until = form.fields
    assert [label for _, label in which.choices] == ["1 Title 1", "2 Title 2", "3 Title 3"]
    assert (until.value, until.hint) == ("2024-12-09", "Monday 16 December at the latest.")


def test_an_action_is_left_out_until_the_day(office: Engine):
    number, (first, _, third, _) = sent(office), ids(office)
    told = snooze(office, number, (first, third), "2024-12-13", "form 1")
    assert sentence(told) == (
        "1 and 3 are left out of your briefs until Friday 13 December. Their dates stand, and so does who is told of them."
    )
    assert snooze(office, number, (first, third), "2024-12-13", "form 1") is None
    with reading(office) as session:
        rows = session.exec(select(Snooze).order_by(col(Snooze.id))).all()
    assert [(row.action_id, row.snoozed_on, row.until_on) for row in rows] == [
        (first, MONDAY, date(2024, 12, 13)),
        (third, MONDAY, date(2024, 12, 13)),
    ]


@pytest.mark.parametrize(
    ("which", "until", "field", "said"),
    [
        ((0,), "2024-12-17", "until", "1 can be snoozed until Monday 16 December at the latest."),
        ((0, 1), "2024-12-10", "until", "2 can be snoozed until Monday 9 December at the latest."),
        ((0,), "2024-12-02", "until", "Choose a day after today."),
        ((0,), "soon", "until", "Choose a day after today."),
        ((), "2024-12-06", "which", "Choose at least one action."),
        ((3,), "2024-12-06", "which", "Choose at least one action."),
    ],
)
def test_what_the_policy_does_not_allow_is_given_back(
    office: Engine, which: tuple[int, ...], until: str, field: str, said: str
):
    number, actions = sent(office), ids(office)
    answered = snooze(office, number, tuple(actions[at] for at in which), until, "form 1")
    assert isinstance(answered, Refill)
    assert answered.wrong[field] == said
    again = snooze(office, number, (actions[0],), "2024-12-06", "form 1")
    assert isinstance(again, Say)


def test_no_snooze_once_a_rung_was_told(office: Engine):
    first, *_ = ids(office)
    number = sent(office, rung_2=first)
    assert [label for _, label in asked(office, number).fields[0].choices] == ["2 Title 2", "3 Title 3"]
    answered = snooze(office, number, (first,), "2024-12-06")
    assert isinstance(answered, Refill)
    assert answered.wrong["which"] == "1 has gone up a level already, so it stays in your briefs until it is answered."


def test_no_third_snooze(office: Engine):
    number, (first, *_) = sent(office), ids(office)
    for day in (3, 4):
        assert isinstance(snooze(office, number, (first,), f"2024-12-0{day}"), Say)
    answered = snooze(office, number, (first,), "2024-12-05")
    assert isinstance(answered, Refill)
    assert answered.wrong["which"].startswith("1 was snoozed twice already")


@pytest.mark.parametrize("until", ["0001-01-01", "9999-12-31", "2024-13-45"])
def test_a_snooze_until_a_day_beyond_every_calendar_is_given_back(office: Engine, until: str):
    number, (first, *_) = sent(office), ids(office)
    assert isinstance(snooze(office, number, (first,), until), Refill)
