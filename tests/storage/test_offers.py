"""Documents sent in chat: read for one account, kept for it alone, left behind told of once, forgotten after a week."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from jobs.upkeep import forget_old_inbound
from storage import offers
from storage.database import writing

NOW = datetime(2025, 2, 3, 9, tzinfo=UTC)
WHO = "slack:T1:U1"


def test_a_document_is_its_senders_alone_once_it_is_read(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.place(session, number, "D1", "1.0")
        assert offers.held(session, number, WHO) is None
        kept = offers.keep(session, number, "abc", {"prison": ""}, NOW)
        assert kept
        assert kept.body == {"channel": "D1", "ts": "1.0", "draft": {"prison": ""}}
        assert offers.held(session, number, WHO) == kept
        assert offers.held(session, number, "slack:T1:U2") is None


def test_what_was_given_up_is_not_kept(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.give_up(session, number)
        assert offers.keep(session, number, "abc", {}, NOW) is None


def test_what_stands_still_is_told_of_once_and_on_its_own_platform(engine: Engine):
    with writing(engine) as session:
        still = offers.begin(session, WHO, "still.pdf", NOW - timedelta(minutes=5))
        alive = offers.begin(session, WHO, "alive.pdf", NOW - timedelta(minutes=5))
        offers.alive(session, alive, NOW)
        assert offers.abandoned(session, "teams", NOW - timedelta(minutes=1)) == []
        assert [one.id for one in offers.abandoned(session, "slack", NOW - timedelta(minutes=1))] == [still]
        assert offers.abandoned(session, "slack", NOW - timedelta(minutes=1)) == []


def test_after_a_week_it_is_forgotten(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.keep(session, number, "abc", {}, NOW)
    assert forget_old_inbound(engine, NOW + timedelta(days=6)) == 0
    assert forget_old_inbound(engine, NOW + timedelta(days=8)) == 1
