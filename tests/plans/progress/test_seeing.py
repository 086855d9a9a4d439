"""A brief looked at again: seen once, shown whole, by its reader alone."""

from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from plans.chat import Redraw
from plans.messages import Brief, Verb
from storage.database import reading
from storage.models import Delivery
from tests.plans.progress.acting import NOW, press, sent, sentence

pytestmark = pytest.mark.mostly_sqlite


def test_seen_is_noted_once_and_its_button_goes(office: Engine):
    number = sent(office)
    answered = press(office, Verb("seen", "Seen", str(number)), key="press 1")

    assert isinstance(answered, Redraw)
    assert isinstance(answered.message, Brief)
    assert answered.message.seen == NOW
    assert [verb.name for verb in answered.message.verbs] == ["snooze", "all"]
    assert press(office, Verb("seen", "Seen", str(number)), key="press 1") is None
    with reading(office) as session:
        assert session.exec(select(Delivery.seen_at)).one() == NOW


def test_a_brief_shown_whole_stays_whole_once_seen(office: Engine):
    number = sent(office)
    whole = press(office, Verb("all", "Show all", str(number)))
    assert isinstance(whole, Redraw)
    assert isinstance(whole.message, Brief)
    assert whole.message.whole
    (seen,) = [verb for verb in whole.message.verbs if verb.name == "seen"]
    again = press(office, seen)
    assert isinstance(again, Redraw)
    assert isinstance(again.message, Brief)
    assert (again.message.whole, again.message.seen) == (True, NOW)


@pytest.mark.parametrize("verb", ["seen", "all", "snooze"])
def test_nobody_presses_for_somebody_else(office: Engine, verb: Any):
    number = sent(office)
    for account in ("U2", "U9"):
        assert "sent to somebody else" in sentence(press(office, Verb(verb, "", str(number)), account))


@pytest.mark.parametrize(
    "query", ["", "99", "-", "whole", "²", "9" * 10, "9" * 30, "9" * 1_900, "1 OR 1=1", "'; DROP TABLE delivery"]
)
def test_a_brief_that_is_gone_says_so(office: Engine, query: str):
    assert "That brief is gone." in sentence(press(office, Verb("seen", "Seen", query)))
