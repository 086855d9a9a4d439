"""A quarter of the service in a workspace, by a calendar that runs ahead, beside what `simulate` says of it: the same
briefs on the same days to the same people about the same actions for the same reasons."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from app.rehearsing import Running
from app.reminding import beginning
from app.serving import log_plainly
from app.unasked import rehearsing
from bot.slack.sender import opened
from documents.intake import File, load
from documents.reading import read_document
from jobs.spans import Spans
from plans.calendar import LONDON
from plans.policy.simulation import simulate
from plans.situations import settings_in_force
from storage.database import reading, writing
from storage.models import Delivery, Mention
from tests.storage.register import a_holding, a_person, a_role
from workspace.server import Workspace
from workspace.team import Person, Team

pytestmark = pytest.mark.anyio

FIRST, LAST = date(2024, 10, 25), date(2025, 1, 31)
LOADED = datetime(2024, 10, 1, 9, tzinfo=UTC)
POSTS = ("Governor", "Prison Group Director", "Executive Director", "Head of Safety", "Head of Healthcare", "GFSL")

Said = set[tuple[date, str, int | str, str]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _plain_logs() -> Iterator[None]:
    import structlog

    log_plainly()
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_a_rehearsed_quarter_is_what_was_simulated(engine: Engine, plans_dir: Path):
    _load(engine, plans_dir)
    with reading(engine) as session:
        start = beginning(session, FIRST, as_recorded=True)
        plans = {action.plan for action in start.actions}
        days = list(simulate(start, FIRST, LAST, lambda on: settings_in_force(session, on, plans)))
    simulated: Said = {
        (planned.on, brief.to.key, subject, reason)
        for planned in days
        for brief in planned.briefs
        for subject, reason in [
            *((item.action.id, item.reason) for item in brief.items),
            *((gap.about, "gap") for gap in brief.gaps),
        ]
    }

    slack = await _rehearsed(engine)

    said = _said(engine)
    assert {line for line in said if line[1].startswith("person")} == {
        line for line in simulated if line[1].startswith("person")
    }
    assert simulated <= said  # what no person holds is never told, and so is named again
    assert len({each["metadata"]["event_payload"]["key"] for each in slack}) == len(slack)
    assert len(slack) == sum(brief.to.person is not None for planned in days for brief in planned.briefs)


def _load(engine: Engine, plans_dir: Path) -> None:
    content = (plans_dir / "rochester-un-2024.txt").read_bytes()
    draft = read_document(content, "rochester-un-2024", today=date(2024, 10, 1))
    with writing(engine) as session:
        load(session, draft, File("rochester-un-2024.txt", sha256(content).hexdigest()), at=LOADED)
        for post in POSTS:
            a_holding(session, post, f"{post} of the sample")
        a_role(session, "coordinator", "Coordinator of the sample")


async def _rehearsed(engine: Engine) -> list[dict]:
    """Every message that the workspace took."""
    with writing(engine) as session:
        people = [a_person(session, f"{post} of the sample") for post in (*POSTS, "Coordinator")]
        team = Team(lambda: datetime.now(UTC).timestamp())
        team.add(*(Person(f"U{one.id}", one.name, one.name, email=one.email or "") for one in people))
    slack = Workspace(team)
    await slack.start()
    calendar = Running(datetime(2024, 10, 25, 8, tzinfo=LONDON), 10_000_000)
    try:
        async with (
            opened(team.app.bot_token, slack.api_url) as sender,
            rehearsing(engine, sender, calendar, spans=Spans(pace=0)),
        ):
            await slack.until(lambda: calendar.now().date() > LAST, seconds=120)
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
