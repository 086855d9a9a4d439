"""What waits is sent once, whatever the platform answers: nothing is lost, nothing is said twice."""

import asyncio
from contextlib import ExitStack
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlmodel import select

from jobs.spans import Spans
from plans.chat import CannotLook, InDoubt, Later, Never
from storage import outcomes
from storage.database import reading, writing
from storage.models import Account, Delivery
from tests.jobs.posting import QUICK, Clock, Platform, compose, planned, posting, states
from tests.storage import ledger

pytestmark = pytest.mark.anyio


async def test_everything_that_waits_goes_once(engine: Engine):
    platform = Platform()
    with posting(engine, platform, planned(engine, 45)) as post:
        while await post.send():
            pass

    assert sorted(platform.keys) == sorted(f"brief 2024-12-02 person {n}" for n in range(1, 46))
    assert states(engine) == ["sent"] * 45


async def test_what_became_of_it_is_kept(engine: Engine):
    with posting(engine, Platform(), planned(engine, 1)) as post:
        await post.send()
    with reading(engine) as session:
        kept = session.exec(select(Delivery)).one()

    assert (kept.channel, kept.ts, kept.attempts, kept.claim) == ("DU1", "1.0", 1, None)
    assert kept.body == {"for": "person 1"}
    assert kept.sent_at is not None


async def test_three_at_once_send_each_once(engine: Engine):
    platform, workspace = Platform(takes=0.005), planned(engine, 50)
    with ExitStack() as ending:
        three = [ending.enter_context(posting(engine, platform, workspace)) for _ in range(3)]
        for _ in range(6):
            await asyncio.gather(*(each.send() for each in three))

    assert len(platform.keys) == len(set(platform.keys)) == 50


async def test_a_failure_is_never_recorded_as_sent(engine: Engine):
    clock, platform = Clock(), Platform(before=[Later("Slack had an error")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        assert states(engine) == ["waiting"]
        assert await post.send() == 0
        clock.go(QUICK.first)
        await post.send()

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 1


async def test_when_the_platform_asks_for_a_pause_everybody_makes_it(engine: Engine):
    clock = Clock()
    platform, workspace = Platform(before=[Later("ratelimited", after=600, everyone=True)]), planned(engine, 30)
    with (
        posting(engine, platform, workspace, clock=clock) as post,
        posting(engine, platform, workspace, clock=clock) as other,
    ):
        await post.send()
        assert await other.send() == 0
        clock.go(590)
        assert await other.send() == 0
        clock.go(11)
        while await other.send():
            pass

    assert len(platform.keys) == len(set(platform.keys)) == 30
    assert states(engine) == ["sent"] * 30


async def test_a_pause_that_outlasts_what_the_ledger_keeps_is_no_reason_to_ask_it_without_end(engine: Engine):
    """The clock was set on by an hour meanwhile: the ledger holds nobody any more, this process holds itself."""
    platform, clock = Platform(before=[Later("slow down", after=600, everyone=True)]), Clock()
    with posting(engine, platform, planned(engine, 2), clock=clock) as post:
        await post.send()
        clock.wall += timedelta(hours=1)
        assert await post.send() == 0
        clock.go(600)
        assert await post.send() == 2


async def test_who_cannot_be_reached_stops_nobody_and_their_account_says_why(engine: Engine):
    platform = Platform(before=[Never("the account was deactivated")])
    with posting(engine, platform, planned(engine, 3)) as post:
        await post.send()
    with reading(engine) as session:
        account = session.exec(select(Account).where(Account.person_id == 1)).one()

    assert states(engine) == ["undeliverable", "sent", "sent"]
    assert (account.active, account.why) == (False, "the account was deactivated")


async def test_who_has_no_account_any_more_is_undeliverable(engine: Engine):
    workspace = planned(engine, 2)
    with writing(engine) as session:
        outcomes.lose_account(session, workspace, 1, why="left", at=ledger.NOON)
    with posting(engine, Platform(), workspace) as post:
        await post.send()

    assert states(engine) == ["undeliverable", "sent"]


async def test_what_has_nothing_left_to_say_is_not_sent(engine: Engine):
    def only_the_second(session, claimed, planned):
        return compose(session, [each for each in claimed if each.id == 2], planned)

    platform = Platform()
    with posting(engine, platform, planned(engine, 2), compose=only_the_second) as post:
        await post.send()

    assert states(engine) == ["dropped", "sent"]
    assert platform.keys == ["brief 2024-12-02 person 2"]


async def test_one_that_cannot_be_composed_stops_nobody_else(engine: Engine):
    def fails_for_the_first(session, claimed, planned):
        assert all(each.id != 1 for each in claimed)
        return compose(session, claimed, planned)

    with posting(engine, Platform(), planned(engine, 3), compose=fails_for_the_first) as post:
        await post.send()

    assert states(engine) == ["waiting", "sent", "sent"]


# --- in doubt ----------------------------------------------------------------------------------------------------


async def test_what_arrived_without_a_word_is_found_and_not_sent_again(engine: Engine):
    clock, platform = Clock(), Platform(after=[InDoubt("no answer")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        assert states(engine) == ["unknown"]
        assert await post.doubts.look() == 0
        clock.go(QUICK.wait)
        assert await post.doubts.look() == 1

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 1


async def test_what_did_not_arrive_is_sent_again(engine: Engine):
    clock, platform = Clock(), Platform(before=[InDoubt("no answer")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        await post.doubts.look()
        clock.go(QUICK.wait)
        await post.doubts.look()
        assert states(engine) == ["waiting"]
        await post.send()

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 1


async def test_an_answer_that_takes_too_long_is_a_doubt(engine: Engine):
    with posting(engine, Platform(takes=0.5), planned(engine, 1)) as post:
        await post.send()

    assert states(engine) == ["unknown"]


async def test_what_nobody_expected_is_a_doubt_too(engine: Engine):
    platform = Platform(after=[RuntimeError("a defect of ours")])
    with posting(engine, platform, planned(engine, 2)) as post:
        await post.send()

    assert states(engine) == ["unknown", "sent"]


async def test_where_nobody_can_look_it_is_sent_again_and_says_so(engine: Engine):
    clock, platform = Clock(), Platform(after=[InDoubt("no answer")], finding=[CannotLook("missing_scope")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        await post.doubts.look()
        clock.go(QUICK.wait)
        await post.doubts.look()
        with reading(engine) as session:
            assert session.exec(select(Delivery.may_repeat)).one()
        clock.go(QUICK.first)
        await post.send()

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 2


async def test_looking_that_fails_is_tried_again(engine: Engine):
    clock, platform = Clock(), Platform(after=[InDoubt("no answer")], finding=[Later("Slack had an error")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        await post.doubts.look()
        for _ in range(3):
            clock.go(QUICK.wait)
            await post.doubts.look()

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 1


async def test_anothers_claim_is_left_alone_until_it_was_watched_for_long_enough(engine: Engine):
    clock, platform, workspace = Clock(), Platform(), planned(engine, 1)
    with writing(engine) as session:
        ledger.take(session, workspace, "another's")
    with posting(engine, platform, workspace, clock=clock) as post:
        clock.wall += timedelta(hours=1)  # a step: it proves nothing
        await post.doubts.look()
        clock.go(QUICK.lease + QUICK.wait - 0.01)
        assert await post.doubts.look() == 0
        clock.go(0.02)
        assert await post.doubts.look() == 1
        await post.send()

    assert states(engine) == ["sent"]
    assert len(platform.keys) == 1


async def test_what_is_taken_anew_is_watched_anew(engine: Engine):
    clock, workspace = Clock(), planned(engine, 1)
    with writing(engine) as session:
        (claimed,) = ledger.take(session, workspace, "first")
    with posting(engine, Platform(), workspace, clock=clock) as post:
        await post.doubts.look()
        clock.go(QUICK.lease + QUICK.wait - 0.01)
        with writing(engine) as session:
            outcomes.give_back(session, "first", [claimed.id])
            ledger.take(session, workspace, "second")
        clock.go(0.02)
        assert await post.doubts.look() == 0


async def test_history_is_read_from_a_day_before_the_claim(engine: Engine):
    clock, platform = Clock(), Platform(after=[InDoubt("no answer")])
    with posting(engine, platform, planned(engine, 1), clock=clock) as post:
        await post.send()
        await post.doubts.look()
        clock.go(QUICK.wait)
        await post.doubts.look()

    assert platform.looked == [("brief 2024-12-02 person 1", ledger.NOON - timedelta(days=1))]


# --- age, pace, stopping -----------------------------------------------------------------------------------------


async def test_facts_that_have_grown_old_are_not_sent(engine: Engine):
    clock = Clock()

    def slowly(session, claimed, planned):
        clock.go(QUICK.send + 0.1)
        return compose(session, claimed, planned)

    platform = Platform()
    with posting(engine, platform, planned(engine, 1), clock=clock, compose=slowly) as post:
        await post.send()

    assert states(engine) == ["waiting"]
    assert platform.keys == []


async def test_messages_keep_the_pace_whoever_sends_them(engine: Engine):
    paced, platform, workspace = Spans(pace=0.05), Platform(), planned(engine, 12)
    begun = asyncio.get_running_loop().time()
    with posting(engine, platform, workspace, spans=paced) as a, posting(engine, platform, workspace, spans=paced) as b:
        await asyncio.gather(a.send(), b.send())
        await asyncio.gather(a.send(), b.send())

    assert len(platform.keys) == 12
    assert asyncio.get_running_loop().time() - begun >= 11 * 0.05


async def test_no_more_is_claimed_than_can_go_while_its_facts_are_fresh(engine: Engine):
    platform = Platform()
    with posting(engine, platform, planned(engine, 20), spans=Spans(pace=1.0)) as post:
        sending = asyncio.create_task(post.send())
        while states(engine).count("sent") < 1:
            await asyncio.sleep(0.01)
        claimed = states(engine)
        post.courier.stop()
        await sending

    assert claimed.count("claimed") + claimed.count("sent") == 6
    assert states(engine).count("waiting") == 20 - len(platform.taken)


async def test_a_stop_waits_for_what_is_on_its_way_and_gives_back_the_rest(engine: Engine):
    platform = Platform(takes=0.1)
    with posting(engine, platform, planned(engine, 5), spans=Spans(pace=0.5)) as post:
        sending = asyncio.create_task(post.send())
        while not platform.taken:
            await asyncio.sleep(0.005)
        post.courier.stop()
        await sending
        assert await post.send() == 0

    assert states(engine) == ["sent", *["waiting"] * 4]
    assert len(platform.keys) == 1


# --- the database ------------------------------------------------------------------------------------------------


async def test_what_was_sent_while_the_database_was_gone_is_recorded_when_it_is_back(engine: Engine, monkeypatch):
    platform, workspace = Platform(), planned(engine, 2)
    with posting(engine, platform, workspace) as post:
        written, gone = post.recording._write, [True]

        def write(outcomes):
            if gone:
                gone.pop()
                with writing(engine) as session:
                    session.connection().execute(text("SELECT 1 FROM nowhere"))
            written(outcomes)

        monkeypatch.setattr(post.recording, "_write", write)
        await post.send()
        await post.send()

    assert states(engine) == ["sent", "sent"]
    assert len(platform.keys) == 2
