"""Who does a lead's work: read back, done with a press, by the lead's holder or the coordinator."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from plans.chat import Pressed
from plans.messages import Verb
from plans.progress import acted
from storage.database import reading, writing
from storage.entries import history
from storage.models import Action, Delegation, Owner
from tests.plans.progress.acting import MONDAY, by, ids, press, say, sentence

pytestmark = pytest.mark.mostly_sqlite


def delegations(engine: Engine) -> list[tuple[str, date, date | None]]:
    with reading(engine) as session:
        found = select(Owner.name, Delegation.from_on, Delegation.until_on)
        joined = found.join(Delegation, col(Delegation.post_id) == Owner.id).order_by(col(Delegation.id))
        return [tuple(row) for row in session.exec(joined)]  # type: ignore[misc]  # rows have the three columns asked for


@pytest.mark.parametrize("account", ["U1", "U3"])
def test_the_lead_or_the_coordinator_delegates_after_it_was_read_back(office: Engine, account: str):
    notice = say(office, "delegate Rochester 2 Head of Safety", account)
    assert notice.detail == (
        "The Head of Safety does the work on 2 Title 2 of HMP Rochester for the Governor, and gets the reminders from"
        " now on? The Governor stays accountable."
    )
    assert delegations(office) == []
    (verb,) = notice.verbs
    assert verb.label == "Yes, the Head of Safety"
    told = press(office, verb, account, "press 1")
    assert sentence(told) == "Recorded: the Head of Safety does the work on 2 Title 2 of HMP Rochester from today."
    assert press(office, verb, account, "press 1") is None
    assert delegations(office) == [("Head of Safety", MONDAY, None)]


def test_what_was_delegated_comes_back_to_the_lead(office: Engine):
    press(office, say(office, "delegate Rochester 2 Head of Safety").verbs[0])
    back = say(office, "delegate Rochester 2 to Governor")
    assert back.detail.startswith("The Governor does the work on 2 Title 2 of HMP Rochester again")
    with writing(office) as session:
        later = datetime(2024, 12, 5, 9, tzinfo=UTC)
        acted(session, Pressed(back.verbs[0], by("U1")), now=later, at=later)
    assert delegations(office) == [("Head of Safety", MONDAY, date(2024, 12, 4))]


@pytest.mark.parametrize("account", ["U2", "U4", "U9"])
def test_nobody_else_delegates(office: Engine, account: str):
    refused = "Only the Governor of HMP Rochester or the coordinator can say who does the work on 2."
    assert say(office, "delegate Rochester 2 Head of Safety", account).detail == refused
    (verb,) = say(office, "delegate Rochester 2 Head of Safety").verbs
    assert sentence(press(office, verb, account)) == refused
    assert delegations(office) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delegate Rochester 2 Head of Kitchens", "Nobody is registered as Head of Kitchens of HMP Rochester"),
        ("delegate Rochester 2 flibber", "I do not know a post named flibber."),
        ("delegate Rochester 2", "Say which action and which post"),
        ("delegate", "Say which action and which post"),
    ],
)
def test_a_delegation_that_cannot_be_says_why(office: Engine, text: str, said: str):
    assert say(office, text).detail.startswith(said)


@pytest.mark.parametrize("numbers", ["²", "9" * 10, "9" * 30, "9" * 1_900, ",", "-1", "0"])
def test_a_forged_button_delegates_nothing(office: Engine, numbers: str):
    told = sentence(press(office, Verb("delegate", "Yes", f"{numbers} head of safety"), key="press 1"))
    assert told.startswith("That button belongs to an older message")
    assert delegations(office) == []


def test_an_action_that_is_not_there_is_no_ones_to_delegate(office: Engine):
    assert say(office, "delegate Rochester 99 Head of Safety").code == "no_such_ref"


def test_the_history_says_who_delegated_what_to_whom(office: Engine):
    press(office, say(office, "delegate Rochester 2 Head of Safety", "U3").verbs[0], "U3")
    with reading(office) as session:
        (entry,) = history(session, ids(office)[1])
    assert (entry.kind, entry.party, entry.as_post, entry.for_party) == (
        "delegate", "head of safety", "coordinator", "governor",
    )  # fmt: skip


def test_several_are_delegated_together_or_not_at_all(office: Engine):
    with writing(office) as session:
        session.exec(select(Action).where(Action.ref == "3")).one().status = "done"
    (verb,) = say(office, "delegate Rochester 2-3 Head of Safety").verbs
    assert sentence(press(office, verb)) == "Action 3 is done. If that is not so any more, reopen it with the reason."
    assert delegations(office) == []
