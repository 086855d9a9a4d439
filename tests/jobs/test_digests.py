"""A week's digests: planned once, posted once, frozen as they went, and never late into the next week."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.plain import render
from jobs.timetable import Rounds
from plans.chat import CannotLook, InDoubt, Later
from plans.messages import Digest, GroupDigest
from storage.database import reading, writing
from storage.models import Delivery, Holding
from storage.said import save_setting
from tests.jobs.posting import QUICK, Clock, Platform
from tests.jobs.test_slots import Calendar
from tests.jobs.weeks import (
    TUESDAY,
    Running,
    a_live_plan,
    at,
    directed,
    frozen,
    ledger_account,
    made,
    states,
)
from tests.storage.channels import a_channel
from tests.storage.register import a_holding
from tests.storage.rows import a_plan

pytestmark = pytest.mark.anyio


# --- when ------------------------------------------------------------------------------------------------------------


async def test_a_tuesdays_digest_goes_once_however_often_it_is_looked_at(engine: Engine, running: Running):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    await hand.tick(at(4, 8, 29))
    assert platform.keys == []
    await hand.tick(*(at(4, hour, minute) for hour in range(8, 18) for minute in (30, 45)), at(5, 9), at(7, 17))

    assert platform.keys == ["digest 2025-W06 channel 1"]
    ((to, _, message),) = platform.taken
    assert (to, type(message)) == ("C1", Digest)
    assert isinstance(message, Digest)
    assert (message.number, message.week, message.on, message.counts.overdue) == (1, "2025-W06", date(2025, 2, 4), 1)
    assert frozen(engine) == [("prison rochester", 1, "2025-W06")]
    with reading(engine) as session:
        one = session.exec(select(Delivery)).one()
    assert (one.state, one.body, one.channel_id) == ("sent", {"digest": message.id}, 1)


async def test_a_service_down_from_tuesday_to_thursday_posts_once_on_thursday_as_of_then(
    engine: Engine, running: Running
):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    await hand.tick(at(6, 8, 29), at(6, 11, 10), at(6, 12), at(7, 12))

    assert platform.keys == ["digest 2025-W06 channel 1"]
    message = platform.taken[0][2]
    assert isinstance(message, Digest)
    assert message.on == date(2025, 2, 6)
    assert message.as_at == at(6, 11, 10)


async def test_a_week_without_a_service_is_made_up_for_by_nothing_and_the_next_says_since_when(
    engine: Engine, running: Running
):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    await hand.tick(TUESDAY, at(17, 12), at(18, 8, 30))

    assert platform.keys == ["digest 2025-W06 channel 1", "digest 2025-W08 channel 1"]
    message = platform.taken[1][2]
    assert isinstance(message, Digest)
    assert (message.number, message.before, message.since) == (2, 1, date(2025, 2, 4))


async def test_what_slack_did_not_take_all_week_is_not_posted_into_the_next(engine: Engine, running: Running):
    platform, clock = Platform(before=[Later("not today")] * 4), Clock()
    hand = running.one(engine, platform, made(engine), clock)
    for day in (4, 5, 6, 7):
        await hand.tick(at(day, 12))
        clock.go(900)
    await hand.tick(at(10, 12), at(11, 8, 30))

    assert states(engine) == {"channel 1 2025-W06": "superseded", "channel 1 2025-W07": "sent"}
    assert platform.keys == ["digest 2025-W07 channel 1"]


async def test_a_bank_holiday_tuesday_is_passed_over(engine: Engine, running: Running):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    holiday = [at(day, 9, month=12, year=2023) for day in (25, 26)]
    await hand.tick(*holiday)
    assert platform.keys == []
    await hand.tick(at(27, 8, 30, month=12, year=2023))

    assert platform.keys == ["digest 2023-W52 channel 1"]


async def test_a_day_that_is_set_anew_during_the_week_brings_no_second_one(engine: Engine, running: Running):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    await hand.tick(TUESDAY)
    with writing(engine) as session:
        save_setting(session, None, "digest_day", "thursday", date(2025, 2, 5))
    await hand.tick(at(6, 9), at(11, 9), at(13, 8, 30))

    assert platform.keys == ["digest 2025-W06 channel 1", "digest 2025-W07 channel 1"]


@pytest.mark.parametrize("day", ["monday", "friday"])
async def test_a_day_set_anew_before_all_were_posted_leaves_none_behind(engine: Engine, running: Running, day: str):
    platform, clock = Platform(before=[Later("later")]), Clock()
    hand = running.one(engine, platform, made(engine), clock)
    await hand.tick(TUESDAY)
    with writing(engine) as session:
        save_setting(session, None, "digest_day", day, date(2025, 2, 5))
    clock.go(QUICK.first)
    await hand.tick(at(5, 9))

    assert platform.keys == ["digest 2025-W06 channel 1"]


# --- to whom ---------------------------------------------------------------------------------------------------------


async def test_several_channels_get_the_very_same_one(engine: Engine, running: Running):
    platform = Platform(before=[None, Later("later")])
    clock = Clock()
    hand = running.one(engine, platform, made(engine, lambda session, place: a_channel(session, place, "C2")), clock)
    await hand.tick()
    clock.go(QUICK.first)
    await hand.tick(at(5, 9))

    said = [message for _, _, message in platform.taken]
    assert [to for to, _, _ in platform.taken] == ["C1", "C2"]
    assert isinstance(said[0], Digest)
    assert said[0] == said[1]
    assert frozen(engine) == [("prison rochester", 1, "2025-W06")]


async def test_a_channel_of_several_prisons_is_posted_to_once_a_second(engine: Engine, running: Running):
    def more(session: Session, workspace: int) -> None:
        for prison in ("maidstone", "chelmsford"):
            a_live_plan(session, prison)
            a_channel(session, workspace, prison=prison)

    platform, clock, workspace = Platform(), Clock(), made(engine, more)
    hand, other = (running.one(engine, platform, workspace, clock) for _ in range(2))
    posted = []
    for _ in range(8):
        await hand.tick()
        await other.tick()
        posted.append(len(platform.keys))
        clock.go(0.5)

    assert posted == [1, 1, 2, 2, 3, 3, 3, 3]
    assert len(set(platform.keys)) == 3


async def test_a_prison_without_a_live_plan_has_no_digest(engine: Engine, running: Running):
    def more(session: Session, workspace: int) -> None:
        a_plan(session, "maidstone-2023", live=False)
        a_channel(session, workspace, "C2", prison="maidstone")

    platform = Platform()
    await running.one(engine, platform, made(engine, more)).tick()
    assert platform.keys == ["digest 2025-W06 channel 1"]


async def test_whoever_directs_several_prisons_gets_one_for_all_and_it_is_no_brief(engine: Engine, running: Running):
    platform = Platform()
    await running.one(engine, platform, made(engine, directed)).tick()

    assert [(to, key) for to, key, _ in platform.taken] == [
        ("C1", "digest 2025-W06 channel 1"),
        ("U1", "digest 2025-W06 person 1"),
    ]
    group = platform.taken[1][2]
    assert isinstance(group, GroupDigest)
    assert {row.key for row in group.rows} == {"rochester", "maidstone"}
    assert states(engine)["person 1 2025-W06"] == "sent"


async def test_a_directors_says_what_its_prisons_own_say_whichever_goes_first(engine: Engine, running: Running):
    def more(session: Session, workspace: int) -> None:
        directed(session, workspace)
        a_channel(session, workspace, prison="maidstone")  # the same, so that its own is put off by a second

    platform, clock = Platform(), Clock()
    hand = running.one(engine, platform, made(engine, more), clock)
    await hand.tick()
    (group,) = (message for _, _, message in platform.taken if isinstance(message, GroupDigest))
    assert [to for to, _, _ in platform.taken] == ["C1", "U1"]
    clock.go(QUICK.channel)
    await hand.tick(at(4, 9))

    own = {message.key: message.number for _, _, message in platform.taken if isinstance(message, Digest)}
    assert own == {"rochester": 1, "maidstone": 1}
    assert {row.key: row.number for row in group.rows} == own


async def test_whoever_left_the_posts_before_theirs_went_does_not_get_it(engine: Engine, running: Running):
    platform, clock = Platform(before=[None, Later("slow down", after=30)]), Clock()
    hand = running.one(engine, platform, made(engine, directed), clock)
    await hand.tick()
    assert states(engine)["person 1 2025-W06"] == "waiting"
    with writing(engine) as session:
        for holding in session.exec(select(Holding)):
            holding.until_on = date(2025, 2, 4)
    clock.go(1_000)
    await hand.tick(at(5, 9))

    assert platform.keys == ["digest 2025-W06 channel 1"]
    assert states(engine)["person 1 2025-W06"] == "dropped"


async def test_nothing_is_frozen_of_a_prison_whose_digest_nobody_gets(engine: Engine, running: Running):
    platform = Platform()
    await running.one(engine, platform, made(engine, directed)).tick()
    assert {scope for scope, _, _ in frozen(engine)} == {"prison rochester", "person 1"}


async def test_directors_are_told_again_that_it_may_repeat_where_nobody_can_look(engine: Engine, running: Running):
    platform = Platform(after=[None, InDoubt("no answer")], finding=[CannotLook("im:history")])
    clock = Clock()
    hand = running.one(engine, platform, made(engine, directed), clock)
    await hand.tick()
    for _ in range(2):
        clock.go(QUICK.lease + QUICK.wait)
        await hand.tick()
    clock.go(QUICK.longest)
    await hand.tick()

    first, again = (message for to, _, message in platform.taken if to == "U1")
    assert isinstance(again, GroupDigest)
    assert "may repeat" in render(again)
    assert "may repeat" not in render(first)


# --- two at once, and the whole timetable ----------------------------------------------------------------------------


async def test_two_processes_post_each_digest_once(engine: Engine, running: Running):
    def more(session: Session, workspace: int) -> None:
        for n in range(2, 9):
            a_channel(session, workspace, f"C{n}")

    platform, workspace = Platform(takes=0.005), made(engine, more)
    hands = [running.one(engine, platform, workspace) for _ in range(2)]
    for _ in range(4):
        await asyncio.gather(*(hand.tick() for hand in hands))

    assert sorted(platform.keys) == sorted(f"digest 2025-W06 channel {n}" for n in range(1, 9))
    assert frozen(engine) == [("prison rochester", 1, "2025-W06")]


async def test_digests_go_before_the_briefs_of_their_day_and_a_person_gets_one_brief(engine: Engine):
    def more(session: Session, workspace: int) -> None:
        directed(session, workspace)
        a_holding(session, "Governor", "A. Sample")
        ledger_account(session, workspace, "A. Sample")

    platform, workspace, calendar = Platform(), made(engine, more), Calendar(TUESDAY)
    rounds = Rounds(engine, workspace, platform, now=calendar.now, words=render)
    assert [str(hour) for hour in rounds.hours(date(2025, 2, 4))] == ["08:30:00", "09:00:00"]
    assert [str(hour) for hour in rounds.hours(date(2025, 2, 5))] == ["09:00:00"]
    await rounds.tick()
    assert [key.split()[0] for key in platform.keys] == ["digest", "digest"]
    assert await rounds.settled()
    for calendar.at in (at(4, 9), at(4, 9, 1)):
        await rounds.tick()
    await rounds.stop()

    assert len(platform.keys) == len(set(platform.keys))
    assert sum(key.startswith("brief") for key in platform.keys) == len(
        {to for to, key, _ in platform.taken if key.startswith("brief")}
    )
