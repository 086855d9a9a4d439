"""The briefs of a day from the register's rows to the message kept: planned, read anew before they go, revised after."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import structlog
from sqlalchemy import Engine, delete
from sqlmodel import Session, select

from bot.plain import render
from jobs import briefs
from jobs.delivery import NO_ACCOUNT
from jobs.people import look_for_new, refresh
from jobs.revising import Revising
from jobs.timetable import Rounds
from jobs.upkeep import forget_old_words
from plans.briefing import brought
from plans.chat import Later, Member, Never, Where
from plans.messages import Brief, Message
from storage import drafts, history, slots, spoken
from storage.database import reading, writing
from storage.deliveries import named
from storage.models import Account, Action, Delivery, Holding, Mention, Person, Plan, Slot
from storage.slots import New
from tests.jobs.posting import Clock, Platform, posting, states
from tests.storage import ledger
from tests.storage.register import a_delivery, a_holding, a_person, a_role
from tests.storage.rows import a_plan, add, an_action, happened

pytestmark = pytest.mark.anyio

MONDAY, TUESDAY = ledger.MONDAY, ledger.TUESDAY
NINE = datetime(2024, 12, 2, 9, tzinfo=UTC)
LIVE = datetime(2024, 9, 2, 9, tzinfo=UTC)
INSPECTED = date(2024, 8, 16)  # or its coordinator would be asked
GOVERNOR, DIRECTOR = "A. Sample", "D. Sample"


@pytest.fixture(autouse=True)
def _nothing_logged() -> Iterator[None]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    yield
    structlog.reset_defaults()


def prepared(session: Session, *due: date) -> int:
    """The workspace; a governor with an account, actions of theirs, and that they were told of them when all began."""
    workspace = ledger.a_workspace(session)
    plan = a_plan(session, live_at=LIVE, inspected_from=INSPECTED, inspected_to=INSPECTED)
    for n, day in enumerate(due, 1):
        an_action(session, plan, n, owners=["Governor"], due=day)
    for post, name in (("Governor", GOVERNOR), ("Prison Group Director", DIRECTOR)):
        a_holding(session, post, name)
        with_account(session, workspace, name)
    slots.open_slot(session, "brief", "2024-11-29", date(2024, 11, 29))
    began = a_delivery(session, "person 1", date(2024, 9, 2))
    for action in session.exec(select(Action.id)).all():
        add(session, Mention(delivery_id=began.id, action_id=action, section="decision", reason="going_live"))
    return workspace


def with_account(session: Session, workspace: int, name: str) -> None:
    person = a_person(session, name)
    add(session, Account(person_id=person.id, workspace_id=workspace, external=f"U{person.id}", checked_at=LIVE))


def planned(engine: Engine, workspace: int, day: date = MONDAY) -> list[New]:
    with reading(engine) as session:
        new = briefs.plan(session, day, workspace_id=workspace)
    with writing(engine) as session:
        ledger.plan(session, day, new)
    return new


def kept(engine: Engine) -> list[Brief]:
    with reading(engine) as session:
        bodies = session.exec(
            select(Delivery.body).where(Delivery.body.is_not(None), Delivery.state == "sent").order_by(Delivery.id)
        ).all()
    return [brought(body) for body in bodies]


def finish(session: Session, action: int, status: str = "reported") -> None:
    """As its lead does by answering."""
    found = session.get_one(Action, action)
    entry = history.Happened(
        kind="report", at=NINE, channel="slack", action_id=action, from_status=found.status, to_status=status
    )
    history.append(session, found.plan_id, [entry])
    found.status = status


async def test_a_days_brief_is_planned_sent_and_kept(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29), date(2024, 12, 6))
    planned(engine, workspace)
    platform = Platform()
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        await post.send()

    (said,) = kept(engine)
    assert platform.keys == ["brief 2024-12-02 person 1"]
    assert [(section.name, [line.line.address for line in section.lines]) for section in said.sections] == [
        ("late", ["1"]),
        ("this_week", ["2"]),
    ]
    assert said.person == GOVERNOR


async def test_what_was_answered_between_planning_and_sending_is_left_out(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29), date(2024, 12, 6))
    planned(engine, workspace)
    with writing(engine) as session:
        finish(session, 1)
    with posting(engine, Platform(), workspace, compose=briefs.compose) as post:
        await post.send()

    (said,) = kept(engine)
    assert [line.line.address for line in said.lines] == ["2"]
    with reading(engine) as session:
        assert [each.action_id for each in named(session, [said.delivery])[said.delivery]] == [2]


async def test_a_brief_of_which_nothing_is_left_is_dropped(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
    planned(engine, workspace)
    with writing(engine) as session:
        finish(session, 1)
    platform = Platform()
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        await post.send()

    assert platform.keys == []
    assert "dropped" in states(engine)


async def test_who_left_between_planning_and_sending_is_not_written_to(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
    planned(engine, workspace)
    with writing(engine) as session:
        held = session.exec(select(Holding).where(Holding.person_id == 1)).one()
        held.until_on = date(2024, 12, 1)
    platform = Platform()
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        await post.send()

    assert platform.keys == []


async def test_nobody_is_told_of_a_rung_twice_and_the_next_brief_has_the_rest(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 15))  # ten working days before 29 November
    planned(engine, workspace)
    platform = Platform()
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        await post.send()
        planned(engine, workspace, TUESDAY)
        await post.send(TUESDAY)
    reasons = [[(line.line.address, line.reason) for line in said.lines] for said in kept(engine)]

    assert sorted(reasons) == [[("1", "late")], [("1", "rung_2")]]


def test_a_post_nobody_holds_and_a_person_without_an_account_are_noted_as_undeliverable(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
        plan = a_plan(session, "maidstone-2023", live_at=LIVE)
        an_action(session, plan, owners=["Head of Safety"], due=date(2024, 11, 29))
        session.exec(select(Account).where(Account.person_id == 1)).one().active = False
    why = {each.recipient: each.why for each in planned(engine, workspace)}

    assert why["post maidstone/head of safety"] == briefs.NOBODY
    assert why["person 1"] == NO_ACCOUNT
    assert states(engine).count("undeliverable") == 2


async def test_the_coordinators_gap_is_still_in_their_brief_when_it_is_composed(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
        a_role(session, "coordinator", "C. Sample")
        with_account(session, workspace, "C. Sample")
        plan = session.exec(select(Plan)).one()
        an_action(session, plan, 2, owners=["Head of Safety"], due=date(2024, 11, 29))
    planned(engine, workspace)
    with posting(engine, Platform(), workspace, compose=briefs.compose) as post:
        await post.send()

    gaps = [gap for said in kept(engine) for gap in said.gaps]
    assert [(gap.kind, gap.post) for gap in gaps if gap.kind != "no_inspection"] == [("unregistered", "Head of Safety")]


async def test_the_first_day_ever_introduces_everything_that_is_live(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29), date(2025, 6, 30))
        for each in (Slot, Mention, Delivery):
            session.execute(delete(each))
    planned(engine, workspace)
    with posting(engine, Platform(), workspace, compose=briefs.compose) as post:
        await post.send()

    (said,) = kept(engine)
    assert {(line.line.address, line.reason) for line in said.lines} == {("1", "going_live"), ("2", "going_live")}


# --- changed after it was sent -----------------------------------------------------------------------------------


class Revised(Platform):
    def __init__(self, *troubles: Exception) -> None:
        super().__init__()
        self.troubles, self.revised = list(troubles), list[tuple[Where, Message]]()

    async def revise(self, where: Where, message: Message) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.revised.append((where, message))


async def revised(engine: Engine, platform: Revised, *, ticks: int = 1) -> list[str]:
    """What the latest brief says has become of its actions."""
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29), date(2024, 12, 6))
    planned(engine, workspace)
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        revising = Revising(platform, post.recording, now=lambda: NINE + timedelta(hours=3))
        await post.send()
        await revising.revise()
        assert platform.revised == []
        with writing(engine) as session:
            finish(session, 1)
        for _ in range(ticks):
            await revising.revise()
    return [line.now for said in kept(engine) for line in said.lines]


async def test_a_brief_says_what_was_finished_since(engine: Engine):
    platform = Revised()
    now = await revised(engine, platform, ticks=3)

    assert now == ["reported", ""]
    ((where, message),) = platform.revised
    assert where == Where("DU1", "1.0")
    assert isinstance(message, Brief)
    assert [line.now for line in message.lines] == ["reported", ""]


async def test_a_brief_says_what_was_answered_since_and_no_more_when_it_is_taken_back(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29), date(2024, 12, 6))
    planned(engine, workspace)
    platform, noon = Revised(), NINE + timedelta(hours=3)

    def said(version: int, **facts: Any) -> None:
        with writing(engine) as session:
            action = session.get_one(Action, 1)
            action.version, action.status = version, facts.get("to_status", action.status)
            history.append(session, action.plan_id, [happened(action_id=1, at=noon, **facts)])

    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        revising = Revising(platform, post.recording, now=lambda: noon)
        await post.send()
        heard = []
        for version, facts in enumerate([
            {"kind": "progress", "to_status": "in_progress"},
            {"kind": "postpone"},
            {"kind": "undo", "undoes": 2, "to_status": "in_progress"},
            {"kind": "undo", "undoes": 1, "to_status": "not_started"},
        ], 2):  # fmt: skip
            said(version, **facts)
            await revising.revise()
            (now,) = kept(engine)
            heard.append((now.lines[0].now, now.lines[0].version))
    assert heard == [("in_progress", 2), ("in_progress", 3), ("in_progress", 4), ("", 5)]
    assert len(platform.revised) == 4


async def test_a_nudge_changes_briefs_without_waiting_for_a_tick(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
    planned(engine, workspace)
    platform = Revised()
    with posting(engine, platform, workspace, compose=briefs.compose) as post:
        await post.send()
    rounds = Rounds(engine, workspace, platform, now=lambda: NINE + timedelta(hours=3), words=render)
    rounds.nudge()  # nobody ticks yet: nothing to do
    await rounds.tick()
    with writing(engine) as session:
        finish(session, 1)
    await asyncio.to_thread(rounds.nudge)
    async with asyncio.timeout(5):
        while not platform.revised:
            await asyncio.sleep(0.01)
    await rounds.stop()
    assert [line.now for line in kept(engine)[0].lines] == ["reported"]


def test_old_drafts_and_old_threads_are_forgotten(engine: Engine):
    with writing(engine) as session:
        prepared(session, date(2024, 11, 29))
        for days in (29, 31):
            drafts.keep(session, "slack:T1:U1", f"D1 {days}", "5 done", {}, NINE - timedelta(days=days))
        for days in (59, 61):
            spoken.remember(session, "D1", f"{days}.0", 1, NINE - timedelta(days=days))
    assert forget_old_words(engine, NINE) == 2
    with reading(engine) as session:
        assert [spoken.action_of(session, "D1", f"{days}.0") for days in (59, 61)] == [1, None]


async def test_a_change_that_failed_is_tried_again_and_not_for_ever(engine: Engine):
    platform = Revised(Later("Slack had an error"))
    assert await revised(engine, platform, ticks=2) == ["reported", ""]


@pytest.mark.parametrize("troubles", [[Never("message_not_found")], [Later("again")] * 3])
async def test_a_message_that_cannot_be_changed_is_let_be(engine: Engine, troubles: list[Exception]):
    platform = Revised(*troubles)
    assert await revised(engine, platform, ticks=6) == ["", ""]
    assert platform.revised == []


# --- who is there ------------------------------------------------------------------------------------------------


class Peopled(Platform):
    def __init__(self, *members: Member) -> None:
        super().__init__()
        self.there, self.asked = members, 0

    async def members(self) -> tuple[Member, ...]:
        self.asked += 1
        return self.there


async def test_somebody_newly_registered_is_looked_for_at_once_and_then_each_night(engine: Engine):
    platform = Peopled(Member("U9", "A.Sample@prison.example", "A. Sample"))
    with writing(engine) as session:
        workspace = ledger.a_workspace(session)
        add(session, Person(name=GOVERNOR, email="a.sample@prison.example"))
    with posting(engine, platform, workspace, clock=Clock()) as post:
        for _ in range(3):
            await look_for_new(platform, post.recording)
        assert platform.asked == 1
        await refresh(platform, post.recording)
    with reading(engine) as session:
        assert session.exec(select(Account.external)).one() == "U9"


async def test_who_left_the_workspace_is_not_written_to(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2024, 11, 29))
    platform = Peopled(Member("U1", "a.sample@prison.example", "A. Sample", gone=True), Member("U2", None, "D"))
    with posting(engine, platform, workspace, clock=Clock()) as post:
        await refresh(platform, post.recording)
    (of_governor,) = [each for each in planned(engine, workspace) if each.recipient == "person 1"]

    assert of_governor.why
    assert "undeliverable" in states(engine)


def test_what_a_post_that_nobody_holds_is_owed_once_is_noted_once(engine: Engine):
    with writing(engine) as session:
        workspace = prepared(session, date(2025, 3, 31))
        plan = session.exec(select(Plan)).one()
        an_action(session, plan, 2, owners=["Governor", "Head of Safety"], due=date(2025, 3, 31))
        session.get_one(Plan, plan.id).live_at = NINE
    first = [each.recipient for each in planned(engine, workspace)]
    second = [each.recipient for each in planned(engine, workspace, TUESDAY)]

    assert "post rochester/head of safety" in first
    assert "post rochester/head of safety" not in second
