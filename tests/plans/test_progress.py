"""What people do other than ask: allowed to whom, refused in which sentence, once however often it is sent."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from plans.briefing import kept
from plans.chat import Answered, Ask, Asker, Member, Pressed, Redraw, Refill, Said, Say, Submitted
from plans.messages import Brief, Notice, Posts, Verb
from plans.progress import acted
from storage.database import reading, writing
from storage.models import Account, Action, Delegation, Delivery, Owner, Person, Snooze, Workspace
from tests.conftest import Content
from tests.fakes.briefs import brief, late, line
from tests.storage.register import a_delivery, a_holding, a_liaison, a_person, a_role, an_absence
from tests.storage.rows import a_plan, add, an_action

MONDAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)
ACCOUNTS = {"U1": "A. Governor", "U2": "B. Safety", "U3": "C. Hub", "U4": "D. Passer-by"}


def rochester(session: Session) -> None:
    """A governor, a head of safety, a coordinator; three actions of the governor's, one of Works Department's."""
    plan = a_plan(session)
    for position, due in enumerate((date(2024, 11, 30), date(2024, 12, 6), date(2024, 12, 31)), 1):
        an_action(session, plan, position, owners=("Governor",), due=due)
    an_action(session, plan, 4, owners=("Works Department", "Governor"), due=date(2024, 12, 31))
    a_holding(session, "Governor", "A. Governor", from_on=date(2024, 9, 1))
    a_holding(session, "Head of Safety", "B. Safety")
    a_role(session, "coordinator", "C. Hub")
    workspace = add(session, Workspace(platform="slack", team="")).id
    for external, name in ACCOUNTS.items():
        person = a_person(session, name).id
        add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=NOW))


@pytest.fixture
def content() -> Content:
    return rochester


@pytest.fixture
def world(engine: Engine) -> Engine:
    return engine


def do(engine: Engine, heard: Any, now: datetime = NOW) -> Answered | None:
    with writing(engine) as session:
        return acted(session, heard, now=now, at=NOW)


def by(account: str) -> Asker:
    return Asker(f"slack:T1:{account}")


def say(engine: Engine, text: str, account: str = "U1") -> Any:
    answered = do(engine, Said(text, by(account)))
    assert answered is None or isinstance(answered, Say)
    return answered and answered.message


def press(engine: Engine, verb: Verb, account: str = "U1", key: str = "") -> Answered | None:
    return do(engine, Pressed(verb, by(account), key))


def sentence(answered: Answered | None) -> str:
    assert isinstance(answered, Say | Redraw)
    assert isinstance(answered.message, Notice)
    return answered.message.detail


def ids(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return [id or 0 for id in session.exec(select(Action.id).order_by(col(Action.position)))]


def sent(engine: Engine, **mentions: int) -> int:
    """A brief that the Governor has: 1 late, 2 this week, 3 coming."""
    first, second, third, _ = ids(engine)
    message = brief(
        ("late", [late(1, action=first)]),
        ("this_week", [line(2, date(2024, 12, 6), action=second, reason="this_week")]),
        ("coming", [line(3, date(2024, 12, 31), action=third)]),
    )
    with writing(engine) as session:
        person = a_person(session, "A. Governor").id
        made = a_delivery(session, f"person {person}", MONDAY, **mentions)
        made.person_id, made.body = person, kept(message)
        return made.id or 0


# --- seen, shown whole -------------------------------------------------------------------------------------------


def test_seen_is_noted_once_and_its_button_goes(world: Engine):
    number = sent(world)
    answered = press(world, Verb("seen", "Seen", str(number)), key="press 1")

    assert isinstance(answered, Redraw)
    assert isinstance(answered.message, Brief)
    assert answered.message.seen == NOW
    assert [verb.name for verb in answered.message.verbs] == ["snooze", "all"]
    assert press(world, Verb("seen", "Seen", str(number)), key="press 1") is None
    with reading(world) as session:
        assert session.exec(select(Delivery.seen_at)).one() == NOW


def test_a_brief_shown_whole_stays_whole_once_seen(world: Engine):
    number = sent(world)
    whole = press(world, Verb("all", "Show all", str(number)))
    assert isinstance(whole, Redraw)
    assert isinstance(whole.message, Brief)
    assert whole.message.whole
    (seen,) = [verb for verb in whole.message.verbs if verb.name == "seen"]
    again = press(world, seen)
    assert isinstance(again, Redraw)
    assert isinstance(again.message, Brief)
    assert (again.message.whole, again.message.seen) == (True, NOW)


@pytest.mark.parametrize("verb", ["seen", "all", "snooze"])
def test_nobody_presses_for_somebody_else(world: Engine, verb: Any):
    number = sent(world)
    for account in ("U2", "U9"):
        assert "sent to somebody else" in sentence(press(world, Verb(verb, "", str(number)), account))


@pytest.mark.parametrize(
    "query", ["", "99", "-", "whole", "²", "9" * 10, "9" * 30, "9" * 1_900, "1 OR 1=1", "'; DROP TABLE delivery"]
)
def test_a_brief_that_is_gone_says_so(world: Engine, query: str):
    assert "That brief is gone." in sentence(press(world, Verb("seen", "Seen", query)))


# --- snooze ------------------------------------------------------------------------------------------------------


def snooze(engine: Engine, number: int, which: tuple[int, ...], until: str, key: str = "") -> Answered | None:
    values = {"which": tuple(map(str, which)), "until": until}
    return do(engine, Submitted("snooze", str(number), values, by("U1"), key))


def asked(engine: Engine, number: int) -> Any:
    answered = press(engine, Verb("snooze", "Snooze", str(number)))
    assert isinstance(answered, Ask)
    return answered.form


def test_the_form_offers_the_actions_of_the_brief_and_a_week_from_now(world: Engine):
    form = asked(world, sent(world))
    which, until = form.fields
    assert [label for _, label in which.choices] == ["1 Title 1", "2 Title 2", "3 Title 3"]
    assert (until.value, until.hint) == ("2024-12-09", "Monday 16 December at the latest.")


def test_an_action_is_left_out_until_the_day(world: Engine):
    number, (first, _, third, _) = sent(world), ids(world)
    told = snooze(world, number, (first, third), "2024-12-13", "form 1")
    assert sentence(told) == (
        "1 and 3 are left out of your briefs until Friday 13 December. Their dates stand, and so does who is told of them."
    )
    assert snooze(world, number, (first, third), "2024-12-13", "form 1") is None
    with reading(world) as session:
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
    world: Engine, which: tuple[int, ...], until: str, field: str, said: str
):
    number, actions = sent(world), ids(world)
    answered = snooze(world, number, tuple(actions[at] for at in which), until, "form 1")
    assert isinstance(answered, Refill)
    assert answered.wrong[field] == said
    again = snooze(world, number, (actions[0],), "2024-12-06", "form 1")
    assert isinstance(again, Say)


def test_no_snooze_once_a_rung_was_told(world: Engine):
    first, *_ = ids(world)
    number = sent(world, rung_2=first)
    assert [label for _, label in asked(world, number).fields[0].choices] == ["2 Title 2", "3 Title 3"]
    answered = snooze(world, number, (first,), "2024-12-06")
    assert isinstance(answered, Refill)
    assert answered.wrong["which"] == "1 has gone up a level already, so it stays in your briefs until it is answered."


def test_no_third_snooze(world: Engine):
    number, (first, *_) = sent(world), ids(world)
    for day in (3, 4):
        assert isinstance(snooze(world, number, (first,), f"2024-12-0{day}"), Say)
    answered = snooze(world, number, (first,), "2024-12-05")
    assert isinstance(answered, Refill)
    assert answered.wrong["which"].startswith("1 was snoozed twice already")


# --- delegate ----------------------------------------------------------------------------------------------------


def delegations(engine: Engine) -> list[tuple[str, date, date | None]]:
    with reading(engine) as session:
        found = select(Owner.name, Delegation.from_on, Delegation.until_on)
        joined = found.join(Delegation, col(Delegation.post_id) == Owner.id).order_by(col(Delegation.id))
        return [tuple(row) for row in session.exec(joined)]  # type: ignore[misc]


@pytest.mark.parametrize("account", ["U1", "U3"])
def test_the_lead_or_the_coordinator_delegates_after_it_was_read_back(world: Engine, account: str):
    notice = say(world, "delegate Rochester 2 Head of Safety", account)
    assert notice.detail == (
        "The Head of Safety does the work on 2 Title 2 of HMP Rochester for the Governor, and gets the reminders from"
        " now on? The Governor stays accountable."
    )
    assert delegations(world) == []
    (verb,) = notice.verbs
    assert verb.label == "Yes, the Head of Safety"
    told = press(world, verb, account, "press 1")
    assert sentence(told) == "Recorded: the Head of Safety does the work on 2 Title 2 of HMP Rochester from today."
    assert press(world, verb, account, "press 1") is None
    assert delegations(world) == [("Head of Safety", MONDAY, None)]


def test_what_was_delegated_comes_back_to_the_lead(world: Engine):
    press(world, say(world, "delegate Rochester 2 Head of Safety").verbs[0])
    back = say(world, "delegate Rochester 2 to Governor")
    assert back.detail.startswith("The Governor does the work on 2 Title 2 of HMP Rochester again")
    with writing(world) as session:
        later = datetime(2024, 12, 5, 9, tzinfo=UTC)
        acted(session, Pressed(back.verbs[0], by("U1")), now=later, at=later)
    assert delegations(world) == [("Head of Safety", MONDAY, date(2024, 12, 4))]


@pytest.mark.parametrize("account", ["U2", "U4", "U9"])
def test_nobody_else_delegates(world: Engine, account: str):
    refused = "Only the Governor of HMP Rochester or the coordinator can say who does the work on 2."
    assert say(world, "delegate Rochester 2 Head of Safety", account).detail == refused
    (verb,) = say(world, "delegate Rochester 2 Head of Safety").verbs
    assert sentence(press(world, verb, account)) == refused
    assert delegations(world) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delegate Rochester 2 Head of Kitchens", "Nobody is registered as Head of Kitchens of HMP Rochester"),
        ("delegate Rochester 2 flibber", "I do not know a post named flibber."),
        ("delegate Rochester 2", "Say which action and which post"),
        ("delegate", "Say which action and which post"),
    ],
)
def test_a_delegation_that_cannot_be_says_why(world: Engine, text: str, said: str):
    assert say(world, text).detail.startswith(said)


@pytest.mark.parametrize("numbers", ["²", "9" * 10, "9" * 30, "9" * 1_900, ",", "-1", "0"])
def test_a_forged_button_delegates_nothing(world: Engine, numbers: str):
    told = sentence(press(world, Verb("delegate", "Yes", f"{numbers} head of safety"), key="press 1"))
    assert told.startswith("That button belongs to an older message")
    assert delegations(world) == []


def test_an_action_that_is_not_there_is_no_ones_to_delegate(world: Engine):
    assert say(world, "delegate Rochester 99 Head of Safety").code == "no_such_ref"


# --- posts -------------------------------------------------------------------------------------------------------


def test_anybody_sees_who_holds_what(world: Engine):
    with writing(world) as session:
        a_holding(session, "Head of Residence", "E. Gone", until_on=date(2024, 10, 31))
        a_liaison(session, "Works Department", "Head of Safety")
        an_absence(session, "B. Safety", date(2024, 12, 1), date(2024, 12, 6))
    told = say(world, "posts Rochester", "U9")
    assert isinstance(told, Posts)
    assert [(held.post, held.holder, held.note, held.actions) for held in told.held] == [
        ("Governor", "A. Governor", "", 3),
        ("Head of Residence", None, "", 0),
        ("Head of Safety", "B. Safety", "away until Friday 6 December", 0),
    ]
    assert (told.unregistered, told.roles) == ((), (("Coordinator", "C. Hub"),))
    assert told.liaisons == (("Works Department", "Head of Safety"),)
    assert told.verbs == ()


def test_a_post_that_a_plan_names_and_nobody_holds_is_shown_with_what_it_owes(world: Engine):
    assert say(world, "posts Rochester").unregistered == (("Works Department", 1),)


def test_the_coordinator_may_change_what_is_shown(world: Engine):
    (verb,) = say(world, "posts Rochester", "U3").verbs
    assert (verb.name, verb.label) == ("post", "Change a post")
    form = press(world, verb, "U3")
    assert isinstance(form, Ask)
    assert form.form.fields[0].choices == (("governor", "Governor"), ("head of safety", "Head of Safety"))


def test_nobody_else_may(world: Engine):
    assert (
        sentence(press(world, Verb("post", "", "rochester")))
        == "Only a coordinator can change who holds a post. Ask yours."
    )


def test_words_that_are_no_prison_are_left_to_be_a_question(world: Engine):
    assert say(world, "posts vacant") is None
    assert say(world, "posts Wandsworth") is None


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


def test_a_new_holder_takes_over_on_the_day(world: Engine):
    told = change(world, NEW, key="form 1")
    assert sentence(told) == "Recorded: F. New holds the post of Governor of HMP Rochester from Monday 9 December."
    assert change(world, NEW, key="form 1") is None
    assert who(world, date(2024, 12, 6)) == [("A. Governor", "holder")]
    assert who(world, date(2024, 12, 9)) == [("F. New", "holder")]
    with reading(world) as session:
        account = session.exec(select(Account).where(Account.external == "U7")).one()
        person = session.get(Person, account.person_id)
    assert person is not None
    assert (person.email, account.active) == ("f.new@prison.example", True)


def test_a_bot_holds_no_post(world: Engine):
    told = change(world, Member("UBOT", None, "Some app", bot=True), key="form 2")
    assert told.wrong == {"person": "That is a bot. Choose a person."}
    assert who(world, date(2024, 12, 9)) == [("A. Governor", "holder")]


def test_somebody_known_by_their_account_is_not_made_anew(world: Engine):
    change(world, Member("U2", "another@prison.example", "B. Renamed"))
    assert who(world, date(2024, 12, 9)) == [("B. Safety", "holder")]


def test_a_post_may_be_vacant_acted_in_and_its_holder_away(world: Engine):
    assert sentence(change(world)).startswith("Recorded: the post of Governor of HMP Rochester is vacant from")
    assert sentence(change(world, NEW, capacity="acting", until="2024-12-20")).startswith("Recorded: F. New acts in")
    assert who(world, date(2024, 12, 9)) == [(None, "holder"), ("F. New", "acting")]
    away = change(world, Member("U2", None, "B. Safety"), post="head of safety", first="", away="2024-12-06")
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
def test_what_cannot_be_is_given_back_and_nothing_changes(world: Engine, values: dict[str, str], field: str):
    answered = change(world, **values)
    assert isinstance(answered, Refill)
    assert field in answered.wrong
    assert who(world, date(2024, 12, 9)) == [("A. Governor", "holder")]


@pytest.mark.parametrize("account", ["U1", "U2", "U9"])
def test_nobody_but_a_coordinator_changes_a_post(world: Engine, account: str):
    assert sentence(change(world, NEW, account=account)).startswith("Only a coordinator")
    assert who(world, date(2024, 12, 9)) == [("A. Governor", "holder")]


def test_of_two_of_one_name_the_one_without_an_address_is_not_guessed_at(world: Engine):
    with writing(world) as session:
        for number in (1, 2):
            add(session, Person(name="F. New", email=f"f.new.{number}@prison.example"))
    answered = change(world, Member("U7", None, "F. New"))
    assert isinstance(answered, Refill)
    assert "person" in answered.wrong


@pytest.mark.parametrize("until", ["0001-01-01", "9999-12-31", "2024-13-45"])
def test_a_snooze_until_a_day_beyond_every_calendar_is_given_back(world: Engine, until: str):
    number, (first, *_) = sent(world), ids(world)
    assert isinstance(snooze(world, number, (first,), until), Refill)
