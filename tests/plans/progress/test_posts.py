"""Who holds what, for anybody to see and a coordinator to change."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from plans.chat import Ask, Member, Refill, Said, Say, Submitted
from plans.messages import Posts, Verb
from storage.database import reading, writing
from storage.models import Account, Person
from tests.plans.progress.acting import by, do, press, say, sentence
from tests.storage.register import a_holding, a_liaison, an_absence
from tests.storage.rows import add

pytestmark = pytest.mark.mostly_sqlite


def test_anybody_sees_who_holds_what(office: Engine):
    with writing(office) as session:
        a_holding(session, "Head of Residence", "E. Gone", until_on=date(2024, 10, 31))
        a_liaison(session, "Works Department", "Head of Safety")
        an_absence(session, "B. Safety", date(2024, 12, 1), date(2024, 12, 6))
    told = say(office, "posts Rochester", "U9")
    assert isinstance(told, Posts)
    assert [(held.post, held.holder, held.note, held.actions) for held in told.held] == [
        ("Governor", "A. Governor", "", 3),
        ("Head of Residence", None, "", 0),
        ("Head of Safety", "B. Safety", "away until Friday 6 December", 0),
    ]
    assert (told.unregistered, told.roles) == ((), (("Coordinator", "C. Hub"),))
    assert told.liaisons == (("Works Department", "Head of Safety"),)
    assert told.verbs == ()


def test_a_post_that_a_plan_names_and_nobody_holds_is_shown_with_what_it_owes(office: Engine):
    assert say(office, "posts Rochester").unregistered == (("Works Department", 1),)


def test_the_coordinator_may_change_what_is_shown(office: Engine):
    (verb,) = say(office, "posts Rochester", "U3").verbs
    assert (verb.name, verb.label) == ("post", "Change a post")
    form = press(office, verb, "U3")
    assert isinstance(form, Ask)
    assert form.form.fields[0].choices == (("governor", "Governor"), ("head of safety", "Head of Safety"))


def test_nobody_else_may(office: Engine):
    assert (
        sentence(press(office, Verb("post", "", "rochester")))
        == "Only a coordinator can change who holds a post. Ask yours."
    )


def test_words_that_are_no_prison_are_left_to_be_a_question(office: Engine):
    assert say(office, "posts vacant") is None
    assert say(office, "posts Wandsworth") is None


def change(engine: Engine, member: Member | None = None, *, account: str = "U3", key: str = "", **values: str) -> Any:
    """The form, sent off on Monday 2 December 2024."""
    filled = {"post": "governor", "capacity": "holder", "from": "2024-12-09", **{k: v for k, v in values.items() if v}}
    filled = {("from" if name == "first" else name): value for name, value in filled.items()}
    members = {"person": member} if member else {}
    return do(engine, Submitted("post", "rochester", filled, by(account), key, members))


NEW = Member("U7", "F.New@prison.example", "F. New")


def who(engine: Engine, on: date, post: str = "Governor") -> list[tuple[str | None, str]]:
    later = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    told = do(engine, Said("posts Rochester", by("U3")), now=later)
    assert isinstance(told, Say)
    assert isinstance(told.message, Posts)
    return [(held.holder, held.how) for held in told.message.held if held.post == post]


def test_a_new_holder_takes_over_on_the_day(office: Engine):
    told = change(office, NEW, key="form 1")
    assert sentence(told) == "Recorded: F. New holds the post of Governor of HMP Rochester from Monday 9 December."
    assert change(office, NEW, key="form 1") is None
    assert who(office, date(2024, 12, 6)) == [("A. Governor", "holder")]
    assert who(office, date(2024, 12, 9)) == [("F. New", "holder")]
    with reading(office) as session:
        account = session.exec(select(Account).where(Account.external == "U7")).one()
        person = session.get(Person, account.person_id)
    assert person is not None
    assert (person.email, account.active) == ("f.new@prison.example", True)


def test_a_bot_holds_no_post(office: Engine):
    told = change(office, Member("UBOT", None, "Some app", bot=True), key="form 2")
    assert told.wrong == {"person": "That is a bot. Choose a person."}
    assert who(office, date(2024, 12, 9)) == [("A. Governor", "holder")]


def test_somebody_known_by_their_account_is_not_made_anew(office: Engine):
    change(office, Member("U2", "another@prison.example", "B. Renamed"))
    assert who(office, date(2024, 12, 9)) == [("B. Safety", "holder")]


def test_a_post_may_be_vacant_acted_in_and_its_holder_away(office: Engine):
    assert sentence(change(office)).startswith("Recorded: the post of Governor of HMP Rochester is vacant from")
    assert sentence(change(office, NEW, capacity="acting", until="2024-12-20")).startswith("Recorded: F. New acts in")
    assert who(office, date(2024, 12, 9)) == [(None, "holder"), ("F. New", "acting")]
    away = change(office, Member("U2", None, "B. Safety"), post="head of safety", first="", away="2024-12-06")
    assert sentence(away).endswith("They are away until Friday 6 December.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"post": "head of kitchens"}, "post"),
        ({"capacity": "king"}, "capacity"),
        ({"capacity": "acting"}, "person"),
        ({"until": "2024-12-01"}, "until"),
        ({"away": "2024-12-12"}, "away"),
    ],
)
def test_what_cannot_be_is_given_back_and_nothing_changes(office: Engine, values: dict[str, str], field: str):
    answered = change(office, **values)
    assert isinstance(answered, Refill)
    assert field in answered.wrong
    assert who(office, date(2024, 12, 9)) == [("A. Governor", "holder")]


@pytest.mark.parametrize("account", ["U1", "U2", "U9"])
def test_nobody_but_a_coordinator_changes_a_post(office: Engine, account: str):
    assert sentence(change(office, NEW, account=account)).startswith("Only a coordinator")
    assert who(office, date(2024, 12, 9)) == [("A. Governor", "holder")]


def test_of_two_of_one_name_the_one_without_an_address_is_not_guessed_at(office: Engine):
    with writing(office) as session:
        for number in (1, 2):
            add(session, Person(name="F. New", email=f"f.new.{number}@prison.example"))
    answered = change(office, Member("U7", None, "F. New"))
    assert isinstance(answered, Refill)
    assert "person" in answered.wrong
