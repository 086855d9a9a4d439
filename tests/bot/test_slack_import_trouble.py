"""A plan sent in Slack on a bad day: processes that end, a Slack or a database that is slow, the same file told of twice.
Nobody is left with "Reading…", and nothing is previewed or saved twice."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from app.readings import Readings
from bot.slack.cards import Card
from bot.slack.tellings import Tellings, Unkept
from documents.apart.kept import facts_of
from documents.reading import read_document
from plans.chat import Where
from storage import offers
from storage.database import writing
from storage.models import Offer
from tests.bot.importing import GOVERNOR, THEIRS, Desk, importing, plan, registered
from tests.fakes import payloads
from tests.fakes.small_slack import APP, CHANNEL, DIRECT, PERSON, breaks
from workspace.faults import Fault
from workspace.methods.chat import compose
from workspace.server import Workspace

pytestmark = [pytest.mark.anyio, pytest.mark.mostly_sqlite]

LONG_AGO = datetime.now(UTC) - timedelta(minutes=5)


@pytest.fixture
async def desk(slack: Workspace, engine: Engine) -> AsyncIterator[Desk]:
    registered(engine)
    async with importing(slack, engine) as desk:
        yield desk


@pytest.fixture
def watchful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks for what was left behind looks at once."""
    monkeypatch.setattr("bot.slack.file_desk.WATCH", 0.05)


def grown_old(engine: Engine) -> None:
    """A minute and more goes by in which nobody is at a document."""
    with writing(engine) as session:
        session.execute(Offer.__table__.update().values(made_at=LONG_AGO))  # type: ignore[attr-defined]  # SQLModel types hide it


# --- whoever read it ended ---------------------------------------------------------------------------------------------


def left_half(slack: Workspace, engine: Engine, *, placed: bool = True) -> str:
    """A document that was read and kept by a process that was killed before it showed what it found."""
    channel = slack.team.conversations[DIRECT]
    posted = slack.team.put(channel, compose(slack.team, {"text": "Reading plan.txt…"}, channel=channel)).ts
    draft = read_document(plan(), "plan.txt", today=date(2024, 12, 2))
    with writing(engine) as session:
        number = offers.begin(session, f"slack:{slack.team.id}:{PERSON}", "plan.txt", LONG_AGO)
        if placed:
            offers.place(session, number, DIRECT, posted)
        offers.keep(session, number, "a" * 64, facts_of(draft), LONG_AGO)
    return posted


async def test_what_was_read_and_not_shown_is_shown_by_whoever_comes_next(slack: Workspace, engine: Engine):
    registered(engine)
    posted = left_half(slack, engine)
    async with importing(slack, engine) as desk:
        shown = await desk.says("3 actions")
        assert (shown.ts, await desk.offers()) == (posted, ["open"])
        await desk.press(shown, "Confirm")
        await desk.says("saved as rochester-2024")

        assert (desk.actions(), len(desk.saying(""))) == (3, 1)


async def test_what_was_read_is_shown_anew_where_nobody_knows_the_message(slack: Workspace, engine: Engine):
    registered(engine)
    left_half(slack, engine, placed=False)
    async with importing(slack, engine) as desk:
        await desk.says("3 actions")

        assert await desk.offers() == ["open"]


async def test_a_preview_that_stands_can_be_pressed_though_nobody_noted_that_it_does(
    slack: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Readings, "told", lambda readings, offer: None)  # killed between the two
    registered(engine)
    async with importing(slack, engine) as desk:
        await desk.send(desk.file())
        await desk.press(await desk.says("3 actions"), "Confirm")
        await desk.says("saved as rochester-2024")

        assert (desk.actions(), await desk.offers()) == (3, ["loaded"])


@pytest.mark.usefixtures("watchful")
async def test_whoever_looks_for_what_was_left_behind_goes_on_after_a_bad_minute(
    slack: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    found, looked = Readings.left_behind, []

    def sometimes(readings: Readings) -> Any:
        looked.append(1)
        if len(looked) < 3:
            raise TimeoutError
        return found(readings)

    monkeypatch.setattr(Readings, "left_behind", sometimes)
    registered(engine)
    posted = left_half(slack, engine)
    async with importing(slack, engine) as desk:
        assert (await desk.says("3 actions")).ts == posted


# --- a slow Slack ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("watchful")
async def test_what_slack_does_not_take_now_is_told_later(slack: Workspace, engine: Engine):
    registered(engine)
    async with importing(slack, engine) as desk:
        breaks(slack, "chat.update", "500")
        await desk.send(desk.file())
        await slack.until(lambda: slack.record.refused, 10)
        await asyncio.sleep(0.2)
        assert (desk.states(), len(desk.saying("Reading plan.txt…"))) == (["reading"], 1)
        slack.faults.clear()
        grown_old(engine)
        await desk.says("3 actions")

        assert (await desk.offers(), len(desk.saying(""))) == (["open"], 1)


async def test_where_it_is_not_known_whether_reading_was_said_the_preview_comes_all_the_same(
    slack: Workspace, engine: Engine
):
    registered(engine)
    async with importing(slack, engine) as desk:
        slack.faults.plan("chat.postMessage", Fault("accept_and_drop"))
        await desk.send(desk.file())
        await desk.says("3 actions")

        assert await desk.offers() == ["open"]


async def test_where_we_may_not_write_nothing_is_left_behind(slack: Workspace, engine: Engine):
    registered(engine)
    async with importing(slack, engine) as desk:
        breaks(slack, "chat.postMessage", "messages_tab_disabled")
        await desk.send(desk.file(), words=f"<@{APP}>", channel=CHANNEL)
        await desk.says("I did not read plan.txt, because I cannot write to you in our direct messages", CHANNEL)

        assert await desk.offers() == []


async def test_what_was_saved_is_never_said_not_to_be_and_a_later_press_says_so(slack: Workspace, engine: Engine):
    registered(engine)
    async with importing(slack, engine) as desk:
        await desk.send(desk.file())
        shown = await desk.says("3 actions")
        await desk.offers()
        breaks(slack, "chat.update", "internal_error")
        await desk.press(shown, "Confirm")
        await desk.says("Slack did not take my answer to that")
        assert (desk.actions(), desk.saying("nothing was changed")) == (3, [])

        slack.faults.clear()
        with writing(engine) as session:
            session.execute(Offer.__table__.update().values(made_at=LONG_AGO))  # type: ignore[attr-defined]  # SQLModel types hide it
        await desk.press(shown, "Confirm")
        told = await desk.says("plan.txt was saved already. Nothing was changed.")
        assert (told.ts, desk.labels(told), desk.actions()) == (shown.ts, [], 3)


class Slow:
    """A Slack that takes its time over each change, and then makes it."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    async def update(self, channel: str, ts: str, card: Card) -> None:
        await asyncio.sleep(0.2)
        self.shown.append(card.text)


async def test_how_far_it_is_never_comes_after_what_was_found(monkeypatch: pytest.MonkeyPatch):
    """A change under way is waited for: Slack might make it after the next."""
    monkeypatch.setattr("bot.slack.tellings.PACE", 0.02)
    slow, where = Slow(), Where("D1", "1.0")
    tellings = Tellings(slow, None, Unkept())  # type: ignore[arg-type]  # nobody is answered
    async with tellings.going("plan.pdf", 1, where) as progress:
        progress(40, 200)
        await asyncio.sleep(0.1)
    await tellings.end(1, where, Card([], "found"))

    assert slow.shown == ["Reading plan.pdf: page 40 of 200…", "found"]


# --- a busy database ---------------------------------------------------------------------------------------------------


async def test_a_database_that_is_busy_for_once_leaves_nobody_with_reading(
    slack: Workspace, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    def busy(*_: Any) -> None:
        raise TimeoutError

    monkeypatch.setattr("bot.slack.tellings.PACE", 0.02)
    for name in ("placed", "alive"):
        monkeypatch.setattr(Readings, name, busy)
    registered(engine)
    async with importing(slack, engine) as desk:
        await desk.send(desk.file())
        await desk.says("3 actions")

        assert (desk.saying("Reading"), await desk.offers()) == ([], ["open"])


async def test_an_answer_with_its_evidence_is_heard_however_long_the_database_takes(desk: Desk):
    """Slack is told after two seconds that we have it; whether it is an answer turns out later."""
    await desk.send(desk.file())
    await desk.press(await desk.says("3 actions"), "Confirm")
    await desk.says("saved as rochester-2024")
    with desk.engine.connect() as other:
        other.execute(text("INSERT INTO inbound (key, at) VALUES ('held', '2024-12-02 10:00:00+00:00')"))
        sending = asyncio.create_task(
            desk.send(
                desk.file("minutes.txt", b"minutes"), words="1 done, minutes attached", user=GOVERNOR, channel=THEIRS
            )
        )
        await asyncio.sleep(2.6)
        other.rollback()
        await sending

    assert "1 Check every cell bell" in (await desk.says("reported done", THEIRS, GOVERNOR)).text


# --- told of twice -----------------------------------------------------------------------------------------------------


async def test_one_message_told_of_by_two_events_is_read_once(desk: Desk):
    file = desk.file()
    await desk.event(payloads.said(f"<@{APP}>", subtype="file_share", files=[file]), "Ev1")
    await desk.event(payloads.mentioned("", channel=DIRECT, channel_type="im", files=[file]), "Ev2")
    await desk.says("3 actions")
    await asyncio.sleep(0.3)

    assert (len(desk.saying("3 actions")), await desk.offers()) == (1, ["open"])


async def test_the_same_file_in_two_messages_is_two_previews(desk: Desk):
    """Sent again it is meant again: what was found the first time may have scrolled away."""
    file = desk.file()
    await desk.send(file)
    await desk.send(file)
    await desk.slack.until(lambda: len(desk.saying("3 actions")) == 2, 10)

    assert await desk.offers() == ["open", "open"]
