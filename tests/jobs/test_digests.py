"""A week's digests: planned once, posted once, frozen as they went, and never late into the next week."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import partial

import pytest
import structlog
from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.plain import render
from jobs import digests
from jobs.slots import Slots
from jobs.timetable import Rounds
from plans.calendar import LONDON
from plans.chat import Asker, CannotLook, InDoubt, Later, Never, Pressed, Say
from plans.heard import undelivered
from plans.messages import Brief, Digest, GroupDigest, Notice, Verb
from plans.progress import acted
from storage import channels as kept_channels
from storage.database import reading, writing
from storage.doubts import doubted
from storage.frozen import every
from storage.models import Account, Channel, Delivery, Holding
from storage.said import save_setting
from tests.jobs.posting import QUICK, Clock, Platform, Post, posting
from tests.jobs.test_slots import Calendar
from tests.storage import ledger
from tests.storage.channels import a_channel
from tests.storage.register import a_holding, a_person, a_role
from tests.storage.rows import a_plan, add, an_action

pytestmark = pytest.mark.anyio

LIVE = datetime(2024, 9, 2, 9, tzinfo=UTC)
COORDINATOR = "C. Sample"


@pytest.fixture(autouse=True)
def _nothing_logged() -> Iterator[None]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    yield
    structlog.reset_defaults()


def at(day: int, hour: int, minute: int = 0, *, month: int = 2, year: int = 2025) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


TUESDAY = at(4, 8, 30)


def a_live_plan(session: Session, prison: str = "rochester") -> None:
    plan = a_plan(session, f"{prison}-2024", live_at=LIVE)
    an_action(session, plan, 1, owners=["Governor"], due=date(2024, 11, 29))
    an_action(session, plan, 2, owners=["Governor"], due=date(2025, 3, 31))


def made(engine: Engine, *more: Callable[[Session, int], object]) -> int:
    """The workspace; Rochester, live, whose digest goes to the channel C1; and whatever more is wanted."""
    with writing(engine) as session:
        workspace = ledger.a_workspace(session)
        a_live_plan(session)
        a_channel(session, workspace)
        for each in more:
            each(session, workspace)
    return workspace


def coordinated(session: Session, workspace: int) -> None:
    a_channel(session, workspace, "C9", purpose="coordinator")
    a_role(session, "coordinator", COORDINATOR)
    ledger_account(session, workspace, COORDINATOR)


def ledger_account(session: Session, workspace: int, name: str) -> None:
    person = a_person(session, name)
    add(session, Account(person_id=person.id, workspace_id=workspace, external=f"U{person.id}", checked_at=LIVE))


def directed(session: Session, workspace: int) -> None:
    """Two prisons of one director, who has an account."""
    a_live_plan(session, "maidstone")
    for prison in ("rochester", "maidstone"):
        a_holding(session, "Prison Group Director", "D. Sample", prison=prison)
    ledger_account(session, workspace, "D. Sample")


class Hand:
    """One process, whose calendar is moved by hand."""

    def __init__(self, engine: Engine, post: Post, now: datetime) -> None:
        self.now, self.post = now, post
        self.slots = Slots(
            "digest", digests.opening, partial(digests.plan, workspace_id=post.workspace), post.courier, post.recording,
            now=lambda: self.now, follow=digests.follow, grows=True,
        )  # fmt: skip

    async def tick(self, *moments: datetime) -> None:
        for moment in moments or [self.now]:
            self.now = moment
            await self.post.doubts.look()
            await self.slots.plan()
            await self.slots.send()


class Running(ExitStack):
    def one(self, engine: Engine, platform: Platform, workspace: int, clock: Clock | None = None) -> Hand:
        hand: Hand | None = None

        def compose(session, claimed, planned):
            assert hand
            return digests.compose(session, claimed, planned, now=lambda: hand.now, words=render)

        post = self.enter_context(posting(engine, platform, workspace, clock=clock, spans=QUICK, compose=compose))
        hand = Hand(engine, post, TUESDAY)
        return hand


@pytest.fixture
def running() -> Iterator[Running]:
    with Running() as stack:
        yield stack


def states(engine: Engine) -> dict[str, str]:
    with reading(engine) as session:
        found = session.exec(select(Delivery).where(Delivery.kind == "digest")).all()
        return {f"{one.recipient} {one.occasion}": one.state for one in found}


def frozen(engine: Engine) -> list[tuple[str, int, str]]:
    with reading(engine) as session:
        return [(one.scope, one.number, one.occasion) for one in every(session)]


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


# --- in doubt --------------------------------------------------------------------------------------------------------


async def in_doubt(engine: Engine, hand: Hand, clock: Clock) -> None:
    """Posted without an answer, in a channel that cannot be looked through."""
    await hand.tick()
    clock.go(QUICK.wait)
    await hand.tick()
    clock.go(QUICK.wait)
    await hand.tick()


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
