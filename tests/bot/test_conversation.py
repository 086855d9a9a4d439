"""What is heard becomes what is answered, for every platform alike."""

import threading

import pytest

from bot.conversation import Conversation, in_place, on_threads
from plans.chat import Asker, Pressed, Redraw, Said, Say
from plans.messages import Listing, Notice, Verb
from tests.fakes.use_case import answer

pytestmark = pytest.mark.anyio

GOVERNOR = Asker("slack:T1:U1")


def test_words_are_answered_to_their_asker():
    answered = Conversation(answer).hear(Said("Rochester overdue", GOVERNOR))

    assert isinstance(answered, Say)
    assert answered.to == "asker"
    assert isinstance(answered.message, Listing)


def test_a_button_that_asks_or_pages_redraws():
    answered = Conversation(answer).hear(Pressed(Verb("page", "Next", "rochester many", 2), GOVERNOR))

    assert isinstance(answered, Redraw)
    assert isinstance(answered.message, Listing)
    assert answered.message.page == 2


def test_a_shared_list_goes_to_everyone_as_the_bare_facts():
    answered = Conversation(answer).hear(Pressed(Verb("share", "Share", "Rochestor overdue"), GOVERNOR))

    assert isinstance(answered, Say)
    assert answered.to == "everyone"
    assert isinstance(answered.message, Listing)
    assert answered.message.shared
    assert (answered.message.verbs, answered.message.asked.read_as) == ((), ())


def test_what_is_no_list_is_never_shared():
    answered = Conversation(answer).hear(Pressed(Verb("share", "Share", "flibber"), GOVERNOR))

    assert isinstance(answered, Say)
    assert answered.to == "asker"
    assert isinstance(answered.message, Notice)


def test_answers_and_failures_are_counted_by_kind():
    counted = []
    conversation = Conversation(answer, counted=lambda kind, seconds: counted.append(kind))
    conversation.hear(Said("Rochester overdue", GOVERNOR))
    conversation.hear(Said("flibber", GOVERNOR))
    with pytest.raises(ZeroDivisionError):
        conversation.hear(Said("boom", GOVERNOR))

    assert counted == ["listing", "not_understood", "failed"]


async def test_work_runs_in_place_or_on_a_bounded_number_of_threads():
    run, pool = on_threads(2)
    with pool:
        elsewhere = await run(threading.get_ident)

    assert await in_place(threading.get_ident) == threading.get_ident()
    assert elsewhere != threading.get_ident()
