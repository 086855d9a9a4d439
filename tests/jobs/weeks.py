"""A service that posts a week's digests, for the tests of it: a prison with a channel, a process moved by hand."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from functools import partial

from sqlalchemy import Engine
from sqlmodel import Session, select

from bot.plain import render
from jobs import digests
from jobs.slots import Slots
from plans.calendar import LONDON
from storage.database import reading, writing
from storage.frozen import every
from storage.models import Account, Delivery
from tests.jobs.posting import QUICK, Clock, Platform, Post, posting
from tests.storage import ledger
from tests.storage.channels import a_channel
from tests.storage.register import a_holding, a_person, a_role
from tests.storage.rows import a_plan, add, an_action

LIVE = datetime(2024, 9, 2, 9, tzinfo=UTC)
COORDINATOR = "C. Sample"


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


def states(engine: Engine) -> dict[str, str]:
    with reading(engine) as session:
        found = session.exec(select(Delivery).where(Delivery.kind == "digest")).all()
        return {f"{one.recipient} {one.occasion}": one.state for one in found}


def frozen(engine: Engine) -> list[tuple[str, int, str]]:
    with reading(engine) as session:
        return [(one.scope, one.number, one.occasion) for one in every(session)]


async def in_doubt(engine: Engine, hand: Hand, clock: Clock) -> None:
    """Posted without an answer, in a channel that cannot be looked through."""
    await hand.tick()
    clock.go(QUICK.wait)
    await hand.tick()
    clock.go(QUICK.wait)
    await hand.tick()
