"""A day's slot: planned once in its hours, sent in them; what was missed is made up for once, and merged."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from jobs.delivery import NO_ACCOUNT
from plans.calendar import LONDON
from plans.chat import Never
from storage import slots
from storage.database import reading, writing
from storage.models import Account, Delivery, Slot
from storage.slots import New
from tests.jobs.posting import Platform, Post, briefs, posting, states
from tests.storage import ledger
from tests.storage.register import a_person

pytestmark = pytest.mark.anyio


class Calendar:
    def __init__(self, now: datetime) -> None:
        self.at = now

    def now(self) -> datetime:
        return self.at


def at(day: int, hour: int, minute: int = 0, *, month: int = 12) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=LONDON)


def everybody(workspace: int) -> Callable[[Session, date], Sequence[New]]:
    return lambda session, day: [ledger.to(person, workspace) for person in (1, 2)]


def made(engine: Engine) -> int:
    with writing(engine) as session:
        workspace = ledger.a_workspace(session)
        ledger.people(session, workspace, 2)
    return workspace


async def ticked(post: Post, calendar: Calendar, *moments: datetime) -> None:
    day = briefs(post, calendar.now, everybody(post.workspace))
    for calendar.at in moments:
        await day.plan()
        await day.send()


def days(engine: Engine) -> list[date]:
    with reading(engine) as session:
        return list(session.exec(select(Slot.day).order_by(Slot.day)))


async def test_nothing_goes_before_the_hour_and_everything_after_it(engine: Engine):
    platform, calendar = Platform(), Calendar(at(2, 8))
    with posting(engine, platform, made(engine)) as post:
        await ticked(post, calendar, at(2, 8, 59))
        assert days(engine) == []
        await ticked(post, calendar, at(2, 9))

    assert platform.keys == ["brief 2024-12-02 person 1", "brief 2024-12-02 person 2"]


async def test_a_service_that_was_down_at_nine_sends_at_a_quarter_past_eleven(engine: Engine):
    platform = Platform()
    with posting(engine, platform, made(engine)) as post:
        await ticked(post, Calendar(at(2, 8)), at(2, 11, 15))

    assert len(platform.keys) == 2


@pytest.mark.parametrize("moment", [at(2, 18), at(2, 23, 59), at(7, 10), at(8, 10), at(25, 10), at(26, 10)])
async def test_evenings_weekends_and_holidays_are_quiet(engine: Engine, moment: datetime):
    with posting(engine, Platform(), made(engine)) as post:
        await ticked(post, Calendar(moment), moment)

    assert days(engine) == []


async def test_a_day_is_planned_once_however_often_it_is_looked_at(engine: Engine):
    platform = Platform()
    with posting(engine, platform, made(engine)) as post:
        await ticked(post, Calendar(at(2, 8)), *(at(2, hour, minute) for hour in range(8, 18) for minute in (0, 30)))

    assert len(platform.keys) == len(set(platform.keys)) == 2


async def test_nine_is_nine_in_london_in_either_season(engine: Engine):
    platform = Platform()
    with posting(engine, platform, made(engine)) as post:
        friday, monday = datetime(2024, 10, 25, 8, tzinfo=UTC), datetime(2024, 10, 28, 8, tzinfo=UTC)
        await ticked(post, Calendar(friday), friday, monday)
        assert days(engine) == [date(2024, 10, 25)]
        await ticked(post, Calendar(monday), datetime(2024, 10, 28, 9, tzinfo=UTC))

    assert days(engine) == [date(2024, 10, 25), date(2024, 10, 28)]


async def test_a_week_of_downtime_yields_one_slot(engine: Engine):
    platform = Platform()
    with posting(engine, platform, made(engine)) as post:
        await ticked(post, Calendar(at(2, 9)), at(2, 9), at(10, 9))

    assert days(engine) == [date(2024, 12, 2), date(2024, 12, 10)]
    assert len(platform.keys) == 4


async def test_what_was_not_sent_by_the_evening_is_merged_with_the_next(engine: Engine):
    workspace, platform = made(engine), Platform()
    with writing(engine) as session:
        ledger.plan(session, date(2024, 12, 2), everybody(workspace)(session, date(2024, 12, 2)))
    with posting(engine, platform, workspace) as post:
        await ticked(post, Calendar(at(2, 18)), at(2, 18), at(3, 9))
    with reading(engine) as session:
        of_monday = session.exec(select(Delivery.state).where(Delivery.occasion == "2024-12-02")).all()

    assert of_monday == ["superseded", "superseded"]
    assert platform.keys == ["brief 2024-12-03 person 1", "brief 2024-12-03 person 2"]


async def test_who_may_still_be_getting_mondays_waits_for_that_to_be_known(engine: Engine):
    workspace, platform = made(engine), Platform()
    with writing(engine) as session:
        ledger.plan(session, date(2024, 12, 2), everybody(workspace)(session, date(2024, 12, 2)))
        ledger.take(session, workspace, "of a process that died", limit=1)
    with posting(engine, platform, workspace) as post:
        await ticked(post, Calendar(at(3, 9)), at(3, 9))
        day = briefs(post, lambda: at(3, 9), everybody(workspace))
        assert not day.settled()

    assert platform.keys == ["brief 2024-12-03 person 2"]
    assert states(engine) == ["claimed", "superseded", "waiting", "sent"]


async def test_a_slot_that_could_not_be_planned_is_planned_by_the_next_tick(engine: Engine):
    workspace, troubles = made(engine), [RuntimeError("a defect")]

    def plan(session: Session, day: date) -> Sequence[New]:
        if troubles:
            raise troubles.pop()
        return everybody(workspace)(session, day)

    with posting(engine, Platform(), workspace) as post:
        day = briefs(post, lambda: at(2, 9), plan)
        with pytest.raises(RuntimeError):
            await day.plan()
        assert days(engine) == []
        await day.plan()

    assert days(engine) == [date(2024, 12, 2)]


async def test_the_last_slot_is_what_the_next_one_answers_for(engine: Engine):
    with posting(engine, Platform(), made(engine)) as post:
        await ticked(post, Calendar(at(2, 9)), at(2, 9), at(3, 9), at(6, 9))
    with reading(engine) as session:
        for before, after in pairwise(days(engine)):
            assert slots.last_slot(session, "brief", after) == before


async def test_who_has_an_account_after_all_gets_the_days_brief_that_day(engine: Engine):
    """Nobody could be listed at nine: the list came an hour later."""
    platform, calendar, workspace = Platform(), Calendar(at(2, 9)), made(engine)
    with writing(engine) as session:
        stranger = a_person(session, "N. Known").id or 0

    def unknown(session: Session, day: date) -> list[New]:
        return [ledger.to(person, workspace, why=NO_ACCOUNT) for person in (1, 2, stranger)]

    with posting(engine, platform, workspace) as post:
        day = briefs(post, calendar.now, unknown)
        await day.plan()  # the ledger's people have accounts; to the plan they had none yet
        calendar.at = at(2, 10)
        await day.plan()
        await day.send()

    assert platform.keys == ["brief 2024-12-02 person 1", "brief 2024-12-02 person 2"]
    assert states(engine) == ["sent", "sent", "undeliverable"]


async def test_what_somebodys_account_was_lost_over_is_not_tried_again(engine: Engine):
    """It may have arrived: that the account is back says nothing of it."""
    platform, calendar, workspace = Platform(before=[Never("gone")]), Calendar(at(2, 9)), made(engine)
    with posting(engine, platform, workspace) as post:
        await ticked(post, calendar, at(2, 9))
        with writing(engine) as session:
            for account in session.exec(select(Account)):
                account.active = True
        await ticked(post, calendar, at(2, 10))

    assert len(platform.keys) == 1
    assert sorted(states(engine)) == ["sent", "undeliverable"]
