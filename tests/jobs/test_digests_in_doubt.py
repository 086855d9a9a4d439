"""A digest of which nobody can tell whether its channel has it, and channels that refuse theirs."""

import asyncio
from datetime import date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.plain import render
from jobs.timetable import Rounds
from plans.chat import Asker, CannotLook, InDoubt, Never, Pressed, Say
from plans.heard import undelivered
from plans.messages import Brief, Notice, Verb
from plans.progress import acted
from storage import channels as kept_channels
from storage.database import reading, writing
from storage.doubts import doubted
from storage.models import Channel
from tests.jobs.posting import QUICK, Clock, Platform
from tests.jobs.test_slots import Calendar
from tests.jobs.weeks import (
    COORDINATOR,
    TUESDAY,
    Running,
    at,
    coordinated,
    directed,
    frozen,
    in_doubt,
    ledger_account,
    made,
    states,
)
from tests.storage.register import a_role

pytestmark = pytest.mark.anyio


# --- in doubt --------------------------------------------------------------------------------------------------------


async def test_what_arrived_in_a_channel_without_a_word_is_found_there(engine: Engine, running: Running):
    platform, clock = Platform(after=[InDoubt("no answer")]), Clock()
    hand = running.one(engine, platform, made(engine), clock)
    await in_doubt(engine, hand, clock)

    assert platform.keys == ["digest 2025-W06 channel 1"]
    assert states(engine) == {"channel 1 2025-W06": "sent"}


async def test_what_did_not_arrive_in_a_channel_is_posted_again(engine: Engine, running: Running):
    platform, clock = Platform(before=[InDoubt("no answer")]), Clock()
    hand = running.one(engine, platform, made(engine), clock)
    await in_doubt(engine, hand, clock)

    assert platform.keys == ["digest 2025-W06 channel 1"]
    assert states(engine) == {"channel 1 2025-W06": "sent"}


@pytest.fixture
def blind() -> Platform:
    return Platform(after=[InDoubt("no answer")], finding=[CannotLook("Slack does not show it (missing_scope).")])


async def test_where_nobody_can_look_it_waits_for_the_coordinators_word(
    engine: Engine, running: Running, blind: Platform
):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    for _ in range(5):
        clock.go(1_000)
        await hand.tick()

    assert [to for to, _, _ in blind.taken] == ["C1", "C9"]
    notice = blind.taken[1][2]
    assert isinstance(notice, Notice)
    assert notice.detail == (
        "HMP Rochester's digest of Tuesday 4 February may or may not have arrived in #c1, and I cannot tell: Slack does"
        " not show it (missing_scope). Please look there. I do not post it again by myself."
    )
    assert [verb.name for verb in notice.verbs] == ["arrived", "repeat"]
    assert states(engine) == {"channel 1 2025-W06": "unknown", "channel 2 doubt 1.1": "sent"}
    assert hand.slots.settled()


def pressed(engine: Engine, name: str, now: datetime, *, by: str = COORDINATOR) -> Say:
    with writing(engine) as session:
        verb = Verb(name, "", "1")  # type: ignore[arg-type]  # any verb
        answered = acted(session, Pressed(verb, Asker(post=by), key=f"{name} {now} {by}"), now=now, at=now)
    assert isinstance(answered, Say)
    return answered


async def test_it_is_there(engine: Engine, running: Running, blind: Platform):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    answered = pressed(engine, "arrived", at(4, 10))
    await hand.tick(at(4, 11), at(5, 11))

    assert answered.message == Notice(
        "plain", detail="Noted: HMP Rochester's digest of Tuesday 4 February arrived in #c1."
    )
    ((where, now_says),) = answered.revised
    assert (where.channel, now_says) == ("DC9", answered.message)
    assert states(engine)["channel 1 2025-W06"] == "sent"
    assert [to for to, _, _ in blind.taken] == ["C1", "C9"]
    assert "settled already" in str(pressed(engine, "repeat", at(5, 12)).message)


async def test_post_it(engine: Engine, running: Running, blind: Platform):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    first = blind.taken[0][2]
    said = pressed(engine, "repeat", at(5, 10)).message
    assert "is posted in #c1 within a minute" in str(said)
    assert "settled already" in str(pressed(engine, "repeat", at(5, 10, 1)).message)
    await hand.tick(at(5, 10, 2), at(5, 10, 3))

    assert [(to, message) for to, _, message in blind.taken if to == "C1"] == [("C1", first)] * 2
    assert states(engine)["channel 1 2025-W06"] == "sent"


@pytest.mark.parametrize("arrives", [True, False])
async def test_what_was_posted_on_somebodys_word_and_is_in_doubt_again_is_asked_about_again(
    engine: Engine, running: Running, blind: Platform, arrives: bool
):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    pressed(engine, "repeat", at(4, 10))
    (blind.after if arrives else blind.before).append(InDoubt("no answer again"))
    blind.finding.append(CannotLook("still without the scope."))
    hand.now = at(4, 10, 1)
    await in_doubt(engine, hand, clock)

    first, again = (message for to, _, message in blind.taken if to == "C9")
    assert "missing_scope" in str(first)
    assert "still without the scope" in str(again)
    (where, _) = pressed(engine, "arrived", at(4, 11)).revised[-1]
    assert where.ts == f"{len(blind.taken)}.0"
    assert states(engine)["channel 1 2025-W06"] == "sent"


async def test_a_week_that_is_over_is_not_posted_any_more(engine: Engine, running: Running, blind: Platform):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    assert "That week is over" in str(pressed(engine, "repeat", at(7, 18)).message)
    await hand.tick(at(11, 8, 30))

    assert states(engine)["channel 1 2025-W06"] == "superseded"
    assert states(engine)["channel 1 2025-W07"] == "sent"


async def test_nobody_but_its_coordinator_says_what_became_of_it(engine: Engine, running: Running, blind: Platform):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    assert "Only a coordinator" in str(pressed(engine, "arrived", at(4, 10), by="Governor").message)
    assert states(engine)["channel 1 2025-W06"] == "unknown"


# --- refused ---------------------------------------------------------------------------------------------------------


async def test_a_channel_that_refuses_is_written_to_no_more_and_its_coordinator_is_told_once(
    engine: Engine, running: Running
):
    platform = Platform(before=[Never("the channel is archived (is_archived)")])
    hand = running.one(engine, platform, made(engine, coordinated))
    await hand.tick(TUESDAY, at(4, 9), at(5, 9), at(11, 9))

    assert [to for to, _, _ in platform.taken] == ["C9"]
    assert "could not be posted in #c1: the channel is archived (is_archived)." in str(platform.taken[0][2])
    assert states(engine) == {"channel 1 2025-W06": "undeliverable", "channel 2 lost 1.1": "sent"}
    with reading(engine) as session:
        lost = session.get_one(Channel, 1)
    assert (lost.active, lost.why) == (False, "the channel is archived (is_archived)")


async def test_a_channel_that_was_mended_and_proved_gets_the_weeks_after_all(engine: Engine, running: Running):
    platform, workspace = Platform(before=[Never("the app is not in the channel")]), made(engine)
    hand = running.one(engine, platform, workspace)
    await hand.tick(TUESDAY)
    with writing(engine) as session:
        kept_channels.add(session, "rochester", "digest", workspace=workspace, external="C1", name="c1", at=TUESDAY)
    await hand.tick(at(5, 9), at(5, 10))

    assert platform.keys == ["digest 2025-W06 channel 1"]


async def test_a_channel_that_was_mended_and_refuses_again_is_told_of_again(engine: Engine, running: Running):
    platform, workspace = Platform(before=[Never("the channel is archived")]), made(engine, coordinated)
    hand = running.one(engine, platform, workspace)
    await hand.tick(TUESDAY, at(4, 9))
    with writing(engine) as session:
        kept_channels.add(session, "rochester", "digest", workspace=workspace, external="C1", name="c1", at=TUESDAY)
    platform.before.append(Never("the app is not in the channel"))
    await hand.tick(at(4, 10), at(4, 11), at(5, 10))

    first, again = (str(message) for to, _, message in platform.taken if to == "C9")
    assert "archived" in first
    assert "not in the channel" in again


async def test_a_channel_added_in_the_week_gets_what_was_frozen_and_none_gets_it_twice(
    engine: Engine, running: Running
):
    platform, workspace = Platform(before=[Never("the channel is archived")]), made(engine)
    hands = [running.one(engine, platform, workspace) for _ in range(2)]
    await hands[0].tick()
    with writing(engine) as session:
        kept_channels.remove(session, [1])
        for external in ("C2", "C3"):
            kept_channels.add(
                session, "rochester", "digest", workspace=workspace, external=external, name="new", at=TUESDAY
            )
    await asyncio.gather(*(hand.tick(at(5, 9)) for hand in hands))
    with writing(engine) as session:  # taken off the list and put on it again: it had this week's
        kept_channels.remove(session, [2])
        kept_channels.add(session, "rochester", "digest", workspace=workspace, external="C2", name="new", at=TUESDAY)
    await hands[0].tick(at(6, 9), at(7, 9))

    assert sorted(platform.keys) == ["digest 2025-W06 channel 2", "digest 2025-W06 channel 3"]
    assert frozen(engine) == [("prison rochester", 1, "2025-W06")]


async def test_whoever_becomes_a_director_in_the_week_has_theirs(engine: Engine, running: Running):
    platform, workspace = Platform(), made(engine)
    hand = running.one(engine, platform, workspace)
    await hand.tick()
    with writing(engine) as session:
        directed(session, workspace)
    await hand.tick(at(5, 9), at(5, 9, 1))

    assert platform.keys == ["digest 2025-W06 channel 1", "digest 2025-W06 person 1"]


async def test_a_channel_that_was_removed_gets_nothing(engine: Engine, running: Running):
    platform = Platform()
    hand = running.one(engine, platform, made(engine))
    with writing(engine) as session:
        kept_channels.remove(session, [1])
    await hand.tick()
    assert platform.keys == []
    with reading(engine) as session:
        assert kept_channels.channels(session) == []
        assert doubted(session) == []


async def test_a_notice_of_an_earlier_doubt_does_not_keep_the_next_out_of_the_brief(
    engine: Engine, running: Running, blind: Platform
):
    clock = Clock()
    hand = running.one(engine, blind, made(engine, coordinated), clock)
    await in_doubt(engine, hand, clock)
    with reading(engine) as session:
        assert undelivered(session, date(2025, 2, 5), None) == []
    with writing(engine) as session:
        (notices,) = (one.id for one in kept_channels.channels(session) if one.purpose == "coordinator")
        kept_channels.remove(session, [notices])
    pressed(engine, "repeat", at(4, 10))
    blind.after.append(InDoubt("no answer again"))
    blind.finding.append(CannotLook("still without the scope."))
    hand.now = at(4, 10, 1)
    await in_doubt(engine, hand, clock)

    with reading(engine) as session:
        (untold,) = undelivered(session, date(2025, 2, 5), None)
    assert untold.why == "still without the scope."


async def test_without_a_channel_for_it_the_coordinators_brief_tells_of_a_doubt_and_offers_both_answers(
    engine: Engine, blind: Platform
):
    def more(session: Session, workspace: int) -> None:
        a_role(session, "coordinator", COORDINATOR)
        ledger_account(session, workspace, COORDINATOR)

    clock, calendar = Clock(wall=TUESDAY), Calendar(TUESDAY)
    workspace = made(engine, more)
    rounds = Rounds(engine, workspace, blind, now=calendar.now, words=render, spans=QUICK, machine=clock.machine())
    for calendar.at in (TUESDAY, at(4, 8, 40), at(4, 9), at(4, 9, 10), at(5, 9)):
        await rounds.tick()
        clock.go(QUICK.wait)
    await rounds.stop()

    (brief,) = [message for to, _, message in blind.taken if isinstance(message, Brief) and message.gaps and to == "U1"]
    assert [(gap.kind, gap.instead) for gap in brief.gaps if gap.kind.startswith("digest")] == [
        ("digest_doubted", "#c1")
    ]
    assert [verb.query for verb in brief.verbs if verb.name in ("arrived", "repeat")] == ["1", "1"]
    assert "The weekly digest of HMP Rochester may or may not have arrived in #c1" in render(brief)
    assert "1 weekly digest may not have arrived." in render(brief)
