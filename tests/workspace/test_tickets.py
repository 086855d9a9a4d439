"""What is handed out is good once, or a few times, or for a while, and says which when it no longer is."""

from urllib.parse import parse_qs, urlsplit

import pytest

from workspace.refusals import Refusal
from workspace.spans import Spans
from workspace.tickets import Return, Tickets


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tickets(clock: Clock) -> Tickets:
    return Tickets(clock, lambda: "http://127.0.0.1:8765", Spans(trigger=3, url=1_800, url_uses=5))


def refusal(attempt) -> str:
    with pytest.raises(Refusal) as refused:
        attempt()
    return refused.value.code


def test_a_trigger_says_whose_it_is_once(tickets):
    trigger = tickets.trigger("U1")
    assert [part.isalnum() for part in trigger.split(".")] == [True] * 3
    assert tickets.spend_trigger(trigger) == "U1"
    assert refusal(lambda: tickets.spend_trigger(trigger)) == "exchanged_trigger_id"


def test_a_trigger_goes_stale(tickets, clock):
    trigger = tickets.trigger("U1")
    clock.now += 3.1
    assert refusal(lambda: tickets.spend_trigger(trigger)) == "expired_trigger_id"


def test_a_trigger_nobody_gave_is_refused(tickets):
    assert refusal(lambda: tickets.spend_trigger("1.2.3")) == "invalid_trigger_id"


def test_a_response_url_answers_five_times(tickets):
    name = tickets.response_url(Return("C1", "U1", "1.2")).rsplit("/", 1)[1]
    for _ in range(5):
        found = tickets.use_response_url(name)
        assert (found.channel, found.user, found.ts) == ("C1", "U1", "1.2")
    assert refusal(lambda: tickets.use_response_url(name)) == "used_url"


def test_a_response_url_answers_for_half_an_hour(tickets, clock):
    name = tickets.response_url(Return("C1", "U1")).rsplit("/", 1)[1]
    clock.now += 1_799
    tickets.use_response_url(name)
    clock.now += 2
    assert refusal(lambda: tickets.use_response_url(name)) == "expired_url"
    assert refusal(lambda: tickets.use_response_url("made-up")) == "invalid_url"


def test_a_socket_ticket_opens_one_socket(tickets):
    address = urlsplit(tickets.socket_url())
    assert (address.scheme, address.netloc, address.path) == ("ws", "127.0.0.1:8765", "/socket")
    asked = parse_qs(address.query)
    assert tickets.spend_socket(asked["ticket"][0])
    assert not tickets.spend_socket(asked["ticket"][0])
