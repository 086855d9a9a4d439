"""A quarter of the service in a workspace, by a calendar that runs ahead, beside what `simulate` says of it: the same
briefs on the same days to the same people about the same actions for the same reasons."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlmodel import Session

from app.rehearsing import Running
from app.reminding import beginning
from app.serving import log_plainly
from app.unasked import rehearsing
from bot.plain import render
from bot.slack.sender import opened
from documents.intake import File, load
from documents.reading import read_document
from jobs.spans import Spans
from jobs.timetable import Rounds
from plans.calendar import LONDON, is_working_day
from plans.chat import Member
from plans.policy.simulation import simulate
from plans.situations import settings_in_force
from storage.database import reading, writing
from storage.models import Delivery, Mention
from tests.jobs.posting import Platform
from tests.storage import ledger
from tests.storage.channels import a_channel
from tests.storage.register import a_holding, a_person, a_role
from workspace.server import Workspace
from workspace.team import Conversation, Person, Team

pytestmark = pytest.mark.anyio

FIRST, LAST = date(2024, 10, 25), date(2025, 1, 31)
LOADED = datetime(2024, 10, 1, 9, tzinfo=UTC)
POSTS = ("Governor", "Prison Group Director", "Executive Director", "Head of Safety", "Head of Healthcare", "GFSL")

Said = set[tuple[date, str, int | str, str]]


@pytest.fixture(autouse=True)
def _plain_logs() -> Iterator[None]:
    import structlog

    log_plainly()
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_a_rehearsed_quarter_is_what_was_simulated(engine: Engine, plans_dir: Path):
    _load(engine, plans_dir, at=datetime(2026, 11, 1, 9, tzinfo=UTC))  # long after the calendar that is rehearsed
    simulated = _simulated(engine, as_recorded=False)

    slack = await _rehearsed(engine)

    said = _said(engine)
    assert _to_people(said) == _to_people(simulated)
    assert simulated <= said  # what no person holds is never told, and is named again on Mondays
    keys = [each["metadata"]["event_payload"]["key"] for each in slack]
    assert sorted(keys) == sorted({f"brief {day} {to}" for day, to, *_ in _to_people(simulated)})


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("ticks", ["hourly", "at random minutes"])
async def test_so_is_a_quarter_whenever_it_is_ticked(engine: Engine, plans_dir: Path, ticks: str):
    _load(engine, plans_dir)
    with writing(engine) as session:
        workspace = ledger.a_workspace(session)
        members = [Member(f"U{one.id}", one.email, one.name) for one in _people(session)]
    simulated, platform, lot = _simulated(engine, as_recorded=True), Peopled(members), random.Random(4)
    moment = datetime(2024, 10, 25, 7, lot.randrange(60), tzinfo=UTC)
    rounds = Rounds(engine, workspace, platform, now=lambda: moment, words=render, spans=Spans(pace=0))
    while moment.date() <= LAST:
        if 5 <= moment.hour <= 21:  # the nights are as quiet as the evenings, and there are many
            await rounds.tick()
        moment += timedelta(minutes=60 if ticks == "hourly" else lot.randint(1, 240))
    await rounds.stop()

    assert _to_people(_said(engine)) == _to_people(simulated)
    assert sorted(platform.keys) == sorted({f"brief {day} {to}" for day, to, *_ in _to_people(simulated)})
    assert all(is_working_day(day) for day, *_ in simulated)


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_a_rehearsed_tuesday_has_its_digest_at_half_past_eight_and_its_briefs_at_nine(
    engine: Engine, plans_dir: Path
):
    _load(engine, plans_dir)
    with writing(engine) as session:
        a_channel(session, ledger.a_workspace(session), "C1")
    posted = await _rehearsed(engine, datetime(2025, 2, 3, 8, tzinfo=LONDON), until=date(2025, 2, 12))

    with reading(engine) as session:
        rows = session.execute(select(Delivery.kind, Delivery.sent_at).where(Delivery.state == "sent")).all()
    hours = {kind: {(at.astimezone(LONDON).hour, at.astimezone(LONDON).minute) for of, at in rows if of == kind}
             for kind in ("digest", "brief")}  # fmt: skip
    assert hours == {"digest": {(8, 30)}, "brief": {(9, 0)}}
    keys = [each["metadata"]["event_payload"]["key"] for each in posted]
    assert [key for key in keys if key.startswith("digest")] == [
        "digest 2025-W06 channel 1", "digest 2025-W07 channel 1"
    ]  # fmt: skip


class Peopled(Platform):
    def __init__(self, there: list[Member]) -> None:
        super().__init__()
        self.there = there

    async def members(self) -> list[Member]:
        return self.there


def _simulated(engine: Engine, *, as_recorded: bool) -> Said:
    with reading(engine) as session:
        start = beginning(session, FIRST, as_recorded=as_recorded)
        plans = {action.plan for action in start.actions}
        days = list(simulate(start, FIRST, LAST, lambda on: settings_in_force(session, on, plans)))
    return {
        (planned.on, brief.to.key, subject, reason)
        for planned in days
        for brief in planned.briefs
        for subject, reason in [
            *((item.action.id, item.reason) for item in brief.items),
            *((gap.about, "gap") for gap in brief.gaps),
        ]
    }


def _to_people(said: Said) -> Said:
    return {line for line in said if line[1].startswith("person")}


def _people(session: Session) -> list[Any]:
    return [a_person(session, f"{post} of the sample") for post in (*POSTS, "Coordinator")]


def _load(engine: Engine, plans_dir: Path, at: datetime = LOADED) -> None:
    content = (plans_dir / "rochester-un-2024.txt").read_bytes()
    draft = read_document(content, "rochester-un-2024", today=date(2024, 10, 1))
    with writing(engine) as session:
        load(session, draft, File("rochester-un-2024.txt", sha256(content).hexdigest()), at=at)
        for post in POSTS:
            a_holding(session, post, f"{post} of the sample")
        a_role(session, "coordinator", "Coordinator of the sample")


async def _rehearsed(
    engine: Engine, begins: datetime = datetime(2024, 10, 25, 8, tzinfo=LONDON), until: date = LAST
) -> list[dict]:
    """Every message that the workspace took."""
    with writing(engine) as session:
        people = _people(session)
        team = Team(lambda: datetime.now(UTC).timestamp())
        team.add(*(Person(f"U{one.id}", one.name, one.name, email=one.email or "") for one in people))
        team.add(Conversation("C1", "leadership", members={*team.people}))
    slack = Workspace(team)
    await slack.start()
    calendar = Running(begins, 10_000_000)
    try:
        async with (
            opened(team.app.bot_token, slack.api_url) as sender,
            rehearsing(engine, sender, calendar, spans=Spans(pace=0)),
        ):
            await slack.until(lambda: calendar.now().date() > until, seconds=120)
    finally:
        await slack.stop()
    return slack.record.of("chat.postMessage")


def _said(engine: Engine) -> Said:
    with reading(engine) as session:
        lines = select(Delivery.day, Delivery.recipient, Mention.action_id, Mention.about, Mention.reason).join(
            Mention, Mention.delivery_id == Delivery.id
        )
        found = session.execute(lines.where(Delivery.day <= LAST)).all()
    return {(day, recipient, action or about, reason) for day, recipient, action, about, reason in found}
