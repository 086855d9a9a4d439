"""What chat does with a line, as it is wired: a question, a card, a form, an answer; once, and read before it is written."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from app.acting import acts
from app.wiring import answers
from bot.conversation import Conversation
from plans.chat import Ask, Asker, Pressed, Quiet, Replied, Said, Say
from plans.messages import ActionCard, Listing, ReadBack, Receipt, Verb
from storage.database import writing
from storage.models import Account, Workspace
from tests.storage.register import a_holding, a_person
from tests.storage.rows import a_plan, add, an_action

NOW = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)
GOVERNOR, PASSER_BY = Asker("slack:T1:U1"), Asker("slack:T1:U2")


@pytest.fixture
def chat(engine: Engine) -> Conversation:
    with writing(engine) as session:
        plan = a_plan(session)
        for position in (1, 2):
            an_action(session, plan, position, owners=("Governor",), due=date(2024, 11, 30))
        a_holding(session, "Governor", "A. Governor")
        workspace = add(session, Workspace(platform="slack", team="")).id
        for external, name in (("U1", "A. Governor"), ("U2", "B. Passer-by")):
            person = a_person(session, name).id
            add(session, Account(person_id=person, workspace_id=workspace, external=external, checked_at=NOW))
    return Conversation(answers(engine, lambda: NOW), acts(engine, lambda: NOW))


def message(answered: Any) -> Any:
    assert isinstance(answered, Say), answered
    return answered.message


def line(text: str, by: Asker = GOVERNOR, key: str = "") -> Replied:
    return Replied(text, by, place="D1", key=key)


def test_one_action_is_a_card_and_several_a_list(chat: Conversation):
    assert isinstance(message(chat.hear(Said("Rochester 1", GOVERNOR))), ActionCard)
    assert isinstance(message(chat.hear(line("Rochester 1"))), ActionCard)
    assert isinstance(message(chat.hear(Said("Rochester overdue", GOVERNOR))), Listing)
    assert isinstance(message(chat.hear(line("Rochester overdue"))), Listing)


def test_a_card_is_shared_without_its_buttons_or_words(chat: Conversation):
    card = message(chat.hear(Said("Rochester 1", GOVERNOR)))
    (share,) = [verb for verb in card.verbs if verb.name == "share"]
    answered = chat.hear(Pressed(share, GOVERNOR))
    assert isinstance(answered, Say)
    assert (answered.to, answered.message.verbs, answered.message.private) == ("everyone", (), False)  # type: ignore[union-attr]  # a card was said


def test_a_status_word_is_a_form_for_who_may_and_a_list_for_who_may_not(chat: Conversation):
    assert isinstance(chat.hear(Said("Rochester 1 done", GOVERNOR)), Ask)
    assert isinstance(message(chat.hear(Said("Rochester 1 done", PASSER_BY))), Listing)


def test_an_answer_is_recorded_once_however_often_it_is_heard(chat: Conversation):
    assert isinstance(message(chat.hear(line("1 done", key="Ev1"))), Receipt)
    assert chat.hear(line("1 done", key="Ev1")) == Quiet()
    assert message(chat.hear(line("1 done", key="Ev2"))).refused[0].why == "already"


def test_words_that_alone_are_no_answer_are_one_where_something_was_asked(chat: Conversation):
    assert message(chat.hear(line("no chaplain"))).code == "not_understood"
    assert isinstance(message(chat.hear(line("1 needs until 31 January 2025"))), ReadBack)
    assert message(chat.hear(line("no chaplain"))).changed[0].doing == "postpone"


def test_a_forged_button_of_the_forms_is_answered_in_a_sentence(chat: Conversation):
    for name in ("answer", "update", "meet", "decide", "redate"):
        answered = chat.hear(Pressed(Verb(name, "", "1; DROP TABLE action"), PASSER_BY))  # type: ignore[arg-type]  # any verb can be forged
        assert message(answered).code == "plain"
