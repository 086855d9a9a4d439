"""Two who confirm at once, and one who presses often: each database settles that its own way, so each is asked."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Engine

from storage.database import writing
from tests.bot.importing import GOVERNOR, THEIRS, Desk, importing, plan, registered
from tests.storage.register import a_role
from workspace.server import Workspace

pytestmark = pytest.mark.anyio


@pytest.fixture
async def desk(slack: Workspace, engine: Engine) -> AsyncIterator[Desk]:
    registered(engine)
    async with importing(slack, engine) as desk:
        yield desk


async def test_of_two_who_confirm_the_same_plan_at_once_the_later_is_shown_what_the_other_did(desk: Desk):
    with writing(desk.engine) as session:
        a_role(session, "coordinator", "G. Sample")
    other = desk.file("b.txt", plan(**{"twice a day": "three times a day"}), user=GOVERNOR)
    await desk.send(desk.file("a.txt"))
    await desk.send(other, user=GOVERNOR, channel=THEIRS)
    one, two = (
        await desk.says("Nothing is saved of a.txt"),
        await desk.says("Nothing is saved of b.txt", THEIRS, GOVERNOR),
    )
    await asyncio.gather(
        desk.press(one, "Confirm"), desk.press(two, "Confirm", user=GOVERNOR, channel=THEIRS)
    )  # fmt: skip

    def told() -> list[str]:
        return sorted(desk.now(*each).text for each in ((one,), (two, THEIRS)))

    await desk.slack.until(lambda: all("it would be" not in text for text in told()), 10)
    later, saved = sorted(told(), key=lambda text: "saved as" in text)
    assert "1 action would change, 2 would not" in later
    assert "saved as rochester-2024" in saved
    assert (desk.actions(), sorted(await desk.offers())) == (3, ["loaded", "open"])
    assert not desk.saying("Something broke") + desk.saying("Something broke", THEIRS, GOVERNOR)


async def test_pressed_four_times_at_once_it_is_saved_once(desk: Desk):
    await desk.send(desk.file())
    shown = await desk.says("3 actions")
    await asyncio.gather(*(desk.press(shown, "Confirm") for _ in range(4)))
    await desk.slack.until(lambda: len(desk.saying("was saved already")) == 3, 10)

    assert (desk.actions(), "saved as rochester-2024" in desk.now(shown).text) == (3, True)
