"""The ledger: each delivery is in one pair of hands at most, and only those say what became of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from storage import deliveries, outcomes, pace, sent, slots
from storage.database import reading, writing
from storage.deliveries import Composed, Named
from storage.models import Account, Action, Delivery
from storage.outcomes import Arrived
from tests.storage.ledger import (
    FURTHEST,
    LINE,
    MONDAY,
    NOON,
    TUESDAY,
    a_day,
    a_workspace,
    people,
    plan,
    states,
    take,
    to,
)
from tests.storage.rows import a_plan, an_action


def test_a_slot_is_planned_once_however_many_try(engine: Engine):
    together = Barrier(4)

    def attempt(_: int) -> bool:
        together.wait()
        with writing(engine) as session:
            return slots.open_slot(session, "brief", "2024-12-02", MONDAY)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(attempt, range(4))) == [False] * 3 + [True]


def test_a_slot_and_what_it_gives_rise_to_come_together_or_not_at_all(engine: Engine):
    def fail() -> None:
        with writing(engine) as session:
            a_day(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as session:
        assert not slots.is_planned(session, "brief", "2024-12-02")
        assert states(session) == []


def test_of_two_accounts_the_older_is_written_to_and_looked_through(engine: Engine):
    """One that is found meanwhile changes nothing: what may have arrived is looked for where it was sent."""
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "mine")
        session.add(Account(person_id=claimed.person_id, workspace_id=workspace, external="U99", checked_at=NOON))
        session.flush()
        (theirs,) = deliveries.take_over(session, [(claimed.id, "mine")], token="theirs")

    assert (claimed.account, theirs.account) == ("U1", "U1")


def test_nothing_is_claimed_twice(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 40)
    together = Barrier(4)

    def claim(number: int) -> list[int]:
        together.wait()
        with writing(engine) as session:
            return [each.id for each in take(session, workspace, f"token {number}")]

    with ThreadPoolExecutor(4) as pool:
        claimed = [each for ids in pool.map(claim, range(4)) for each in ids]
    assert len(claimed) == len(set(claimed)) == 40


def test_what_is_claimed_says_to_whom_and_under_which_key(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "mine")
    assert claimed.account == "U1"
    assert claimed.key == "brief 2024-12-02 person 1"
    assert claimed.attempts == 1


def test_what_a_claim_says_counts_only_while_it_is_held(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "theirs")
        (taken,) = deliveries.take_over(session, [(claimed.id, "theirs")], token="mine")
        for said in (outcomes.give_back, outcomes.drop):
            said(session, "theirs", [claimed.id])
        outcomes.confirm(session, "theirs", [Arrived(claimed.id, "D9", "9.9")], at=NOON)
        assert states(session) == ["unknown"]
        outcomes.confirm(session, "mine", [Arrived(taken.id, "D1", "1.1")], at=NOON)
        assert states(session) == ["sent"]
    with reading(engine) as session:
        kept = sent.delivery(session, claimed.id)
    assert kept is not None
    assert (kept.channel, kept.ts, kept.sent_at) == ("D1", "1.1", NOON)


def test_what_was_confirmed_meanwhile_is_not_taken_over(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 2)
        first, second = take(session, workspace, "theirs")
        outcomes.confirm(session, "theirs", [Arrived(first.id, "D1", "1.1")], at=NOON)
        held = deliveries.take_over(session, [(first.id, "theirs"), (second.id, "theirs")], token="mine")
    assert [each.id for each in held] == [second.id]


def test_of_two_that_take_over_one_does(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "theirs")
    together = Barrier(2)

    def take_it(token: str) -> int:
        together.wait()
        with writing(engine) as session:
            return len(deliveries.take_over(session, [(claimed.id, "theirs")], token=token))

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take_it, ["a", "b"])) == [0, 1]


def test_what_is_given_back_goes_again_and_was_not_an_attempt(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "a")
        outcomes.give_back(session, "a", [claimed.id])
        (again,) = take(session, workspace, "b")
    assert again.attempts == 1


def test_what_is_put_off_waits_until_then(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "a")
        later = NOON + timedelta(minutes=5)
        outcomes.put_off(session, "a", [claimed.id], until=later, why="Slack asks us to slow down")
        assert take(session, workspace, "b", at=NOON + timedelta(minutes=4)) == []
        (again,) = take(session, workspace, "b", at=later)
    assert again.attempts == 2


def test_a_clock_set_back_keeps_nobody_waiting_for_an_hour(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        (claimed,) = take(session, workspace, "a")
        outcomes.put_off(session, "a", [claimed.id], until=NOON + timedelta(minutes=5), why="later")
        assert take(session, workspace, "b", at=NOON - timedelta(hours=1))


def test_who_may_still_be_getting_an_earlier_days_is_not_sent_todays(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 2)
        first, _ = take(session, workspace, "a", limit=2)
        plan(session, TUESDAY, [to(person, workspace) for person in (1, 2)])
        outcomes.confirm(session, "a", [Arrived(first.id, "D1", "1.1")], at=NOON)
        claimed = take(session, workspace, "b", day=TUESDAY)
    assert [each.recipient for each in claimed] == ["person 1"]


def test_a_brief_is_sent_on_its_own_day_alone(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        assert take(session, workspace, "a", day=TUESDAY) == []
        assert slots.supersede(session, "brief", TUESDAY) == 1
        assert states(session) == ["superseded"]


def test_whose_account_was_closed_is_claimed_without_one(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        outcomes.lose_account(session, workspace, 1, why="deactivated", at=NOON)
        (claimed,) = take(session, workspace, "a")
        account = session.exec(select(Account)).one()
    assert claimed.account is None
    assert (account.active, account.why) == (False, "deactivated")


# --- what earlier days left --------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["superseded", "undeliverable", "waiting", "claimed", "unknown"])
def test_who_was_not_surely_told_is_behind(engine: Engine, state: str):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        left = session.exec(select(Delivery)).one()
        left.claim, left.state = "theirs", state
        plan(session, TUESDAY, [to(1, workspace)])
        assert slots.behind(session, "brief", date(2024, 12, 4)) == {"person 1": date(2024, 12, 1)}
        assert slots.behind(session, "brief", MONDAY) == {}


@pytest.mark.parametrize("state", ["sent", "dropped"])
def test_what_was_said_later_covers_what_was_not_before(engine: Engine, state: str):
    with writing(engine) as session:
        workspace = a_day(session, 1)
        slots.supersede(session, "brief", TUESDAY)
        plan(session, TUESDAY, [to(1, workspace)])
        latest = session.exec(select(Delivery).where(Delivery.day == TUESDAY)).one()
        latest.state, latest.ts, latest.channel = state, "1.1", "D1"
        session.flush()
        assert slots.behind(session, "brief", TUESDAY) == {"person 1": date(2024, 12, 1)}
        assert slots.behind(session, "brief", date(2024, 12, 4)) == {}


def test_a_post_without_a_person_is_never_behind(engine: Engine):
    with writing(engine) as session:
        a_workspace(session)
        plan(session, MONDAY, [slots.New("post rochester/governor", None, None, [LINE], "nobody is registered")])
        assert states(session) == ["undeliverable"]
        assert slots.behind(session, "brief", TUESDAY) == {}


def test_the_last_slot_is_the_last_before(engine: Engine):
    with writing(engine) as session:
        plan(session, MONDAY, [])
        plan(session, TUESDAY, [])
        assert slots.last_slot(session, "brief", TUESDAY) == MONDAY
        assert slots.last_slot(session, "brief", MONDAY) is None


# --- pace --------------------------------------------------------------------------------------------------------


def test_the_pace_is_shared_and_only_moves_on(engine: Engine):
    soon = NOON + timedelta(seconds=4)
    with writing(engine) as session:
        workspace = a_workspace(session)
        assert pace.next_at(session, workspace, NOON, longest=FURTHEST) == NOON
        pace.move(session, workspace, soon)
    with writing(engine) as session:
        assert pace.next_at(session, workspace, NOON, longest=FURTHEST) == soon
        assert pace.next_at(session, workspace, NOON + timedelta(minutes=1), longest=FURTHEST) > soon


def test_a_pace_written_by_a_clock_that_was_ahead_holds_nobody_up(engine: Engine):
    with writing(engine) as session:
        workspace = a_workspace(session)
        pace.next_at(session, workspace, NOON, longest=FURTHEST)
        pace.move(session, workspace, NOON + timedelta(hours=1))
        assert pace.next_at(session, workspace, NOON, longest=FURTHEST) == NOON


# --- what was sent -----------------------------------------------------------------------------------------------


def test_what_is_composed_anew_is_what_is_kept(engine: Engine):
    other = Named("this_week", "this_week", about="something else")
    with writing(engine) as session:
        workspace = a_day(session, 2)
        first, second = take(session, workspace, "mine")
        planned = deliveries.named(session, [first.id, second.id])
        composed = {first.id: Composed({"said": 1}, [other]), second.id: Composed({"said": 2}, [LINE])}
        deliveries.write(session, composed, before=planned)
        assert deliveries.named(session, [first.id, second.id]) == {first.id: [other], second.id: [LINE]}
        kept = sent.delivery(session, first.id)
    assert kept is not None
    assert kept.body == {"said": 1}


def test_it_is_seen_the_first_time(engine: Engine):
    with writing(engine) as session:
        a_day(session, 1)
        sent.see(session, 1, NOON)
        sent.see(session, 1, NOON + timedelta(hours=1))
        kept = sent.delivery(session, 1)
    assert kept is not None
    assert kept.seen_at == NOON


def test_of_the_latest_message_what_was_finished_since_is_known(engine: Engine):
    with writing(engine) as session:
        workspace = a_workspace(session)
        (person,) = people(session, workspace, 1)
        action = an_action(session, a_plan(session))
        line = Named("late", "late", action_id=action.id)
        for day, ts in ((MONDAY, "1.1"), (TUESDAY, "2.2")):
            plan(session, day, [to(person, workspace, named=[line])])
            (claimed,) = take(session, workspace, ts, day=day)
            outcomes.confirm(session, ts, [Arrived(claimed.id, "D1", ts)], at=NOON)

        assert sent.overtaken(session, "brief", since=MONDAY) == {}
        session.get_one(Action, action.id).status = "reported"
        found = sent.overtaken(session, "brief", since=MONDAY)
        assert {number: [(one.action, one.status) for one in since] for number, since in found.items()} == {
            2: [(action.id, "reported")]
        }


def test_deliveries_are_counted_by_what_became_of_them(engine: Engine):
    with writing(engine) as session:
        workspace = a_day(session, 3)
        take(session, workspace, "mine", limit=1)
        assert sent.counts(session, MONDAY) == {"claimed": 1, "waiting": 2}
        assert sent.counts(session, TUESDAY) == {}
