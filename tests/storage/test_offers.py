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
        assert offers.held(session, number, WHO) == kept._replace(state="open")
        assert offers.held(session, number, "slack:T1:U2") is None


def test_of_what_was_told_to_be_lost_nothing_is_kept(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.told(session, number)
        assert offers.keep(session, number, "abc", {}, NOW) is None


def test_what_stands_still_is_given_to_one_who_tells_of_it_and_on_its_own_platform(engine: Engine):
    with writing(engine) as session:
        still = offers.begin(session, WHO, "still.pdf", NOW - timedelta(minutes=5))
        alive = offers.begin(session, WHO, "alive.pdf", NOW - timedelta(minutes=5))
        offers.alive(session, alive, NOW)
        before = NOW - timedelta(minutes=1)
        assert offers.left_behind(session, "teams", before, at=NOW) == []
        assert [one.id for one in offers.left_behind(session, "slack", before, at=NOW)] == [still]
        assert offers.left_behind(session, "slack", before, at=NOW) == []


def test_whoever_was_to_tell_of_it_may_end_too_and_another_does(engine: Engine):
    later = NOW + timedelta(minutes=2)
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW - timedelta(minutes=5))
        offers.left_behind(session, "slack", NOW - timedelta(minutes=1), at=NOW)
        assert [one.id for one in offers.left_behind(session, "slack", NOW + timedelta(minutes=1), at=later)] == [
            number
        ]
        offers.told(session, number)
        assert offers.left_behind(session, "slack", later + timedelta(minutes=1), at=later) == []


def test_what_is_read_and_not_shown_is_left_behind_too_and_answers_all_the_same(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.keep(session, number, "abc", {}, NOW)
        (one,) = offers.left_behind(session, "slack", NOW + timedelta(minutes=1), at=NOW)
        assert (one.id, one.sha256) == (number, "abc")
        offers.told(session, number)
        assert offers.left_behind(session, "slack", NOW + timedelta(minutes=1), at=NOW) == []
        shown = offers.held(session, number, WHO)
        assert shown
        assert shown.state == "open"


def test_after_a_week_it_is_forgotten(engine: Engine):
    with writing(engine) as session:
        number = offers.begin(session, WHO, "plan.pdf", NOW)
        offers.keep(session, number, "abc", {}, NOW)
    assert forget_old_inbound(engine, NOW + timedelta(days=6)) == 0
    assert forget_old_inbound(engine, NOW + timedelta(days=8)) == 1
