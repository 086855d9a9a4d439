"""“As a page” under a digest: a file in the direct messages of whoever pressed, once, or a sentence that says why not."""

from typing import Any

import pytest

from bot.page import page
from bot.slack.blocks import button
from plans.messages import Verb
from tests.bot.conftest import Bot
from tests.digests import a_digest
from tests.fakes.small_slack import CHANNEL, DIRECT, PERSON, breaks
from workspace.faults import Fault
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

SAVE = button(Verb("save", "As a page", "7")) or {}


def handed(slack: Workspace) -> list[Any]:
    """The messages with a file that stand in the direct messages."""
    return [each for each in slack.team.conversations[DIRECT].visible(PERSON) if each.files]


def told(slack: Workspace) -> str:
    """What was said beside."""
    return "\n".join(each.get("text", "") for each in slack.record.of("chat.postEphemeral", "response_url", "chat.postMessage"))  # fmt: skip


async def test_whoever_presses_gets_the_page_in_their_direct_messages(bot: Bot, slack: Workspace) -> None:
    await bot.press_by_hand(SAVE)
    await slack.until(lambda: handed(slack))

    (message,) = handed(slack)
    (shown,) = message.files
    assert (shown["name"], shown["mimetype"]) == ("rochester-digest-14.html", "text/html")
    assert slack.team.files[shown["id"]]["content"].decode() == page(a_digest())
    assert message.text.startswith("HMP Rochester, digest 14: a page with charts and every action.")
    assert not [each for each in slack.team.conversations[CHANNEL].messages.values() if each.files]


async def test_in_a_channel_they_are_told_where_it_went(bot: Bot, slack: Workspace) -> None:
    await bot.press_by_hand(SAVE)
    await slack.until(lambda: told(slack))

    assert told(slack) == "I have sent you the page as a file, in our direct messages."


async def test_one_press_is_one_page_however_often_slack_brings_it(bot: Bot, slack: Workspace) -> None:
    for _ in range(3):
        await bot.press_by_hand(SAVE)
    await slack.until(lambda: told(slack))

    assert len(handed(slack)) == 1


@pytest.mark.parametrize(
    ("method", "trouble", "why"),
    [
        (
            "files.getUploadURLExternal",
            "missing_scope",
            "the app was not given the scope that it needs (missing_scope)",
        ),
        ("files.getUploadURLExternal", "500", "no_answer"),
        ("files.completeUploadExternal", "channel_not_found", "channel_not_found"),
    ],
)
async def test_what_slack_does_not_take_is_said_with_the_command_that_does_it(
    bot: Bot, slack: Workspace, method: str, trouble: str, why: str
) -> None:
    breaks(slack, method, trouble)
    await bot.press_by_hand(SAVE)
    await slack.until(lambda: told(slack))

    assert told(slack).startswith("I could not send you the page: ")
    assert why in told(slack)
    assert "actions export rochester --format html --number 14 -o rochester-digest-14.html" in told(slack)
    assert handed(slack) == []


async def test_where_nobody_knows_whether_it_arrived_no_more_is_claimed(bot: Bot, slack: Workspace) -> None:
    slack.faults.plan("files.completeUploadExternal", Fault("accept_and_drop"))
    await bot.press_by_hand(SAVE)
    await slack.until(lambda: told(slack))

    assert "did not say whether that arrived" in told(slack)
