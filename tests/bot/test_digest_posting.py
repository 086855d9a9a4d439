"""A digest posted: drawn down the ladder of what a workspace takes, found again, and never tried twice in vain."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from bot.slack import charts
from bot.slack.clients import open_client, open_session
from bot.slack.limits import problems
from bot.slack.proof import Tables
from bot.slack.sender import Sender, opened
from plans.chat import InDoubt, Later
from tests.digests import WHOLE
from tests.fakes.small_slack import BOT_TOKEN, CHANNEL, breaks
from workspace.faults import Fault
from workspace.server import Workspace
from workspace.validation import check_message

pytestmark = pytest.mark.anyio


@pytest.fixture
async def sender(slack: Workspace) -> AsyncIterator[Sender]:
    async with opened(BOT_TOKEN, slack.api_url) as ready:
        yield ready


KEY = "digest 2025-W06 channel 1"
EVERY = {"data_visualization", "data_table", "table", "section", "context", "actions"}
LADDER = [
    (set(), {"data_visualization", "data_table"}, 0),
    ({"data_visualization"}, {"data_table"}, 1),
    ({"data_visualization", "data_table"}, {"table"}, 2),
    ({"data_visualization", "data_table", "table"}, {"section"}, 3),
    (EVERY, set(), 4),
]


@pytest.mark.parametrize(("lacks", "has", "tries"), LADDER)
async def test_a_digest_posted_is_drawn_as_the_workspace_takes_it(
    sender: Sender, slack: Workspace, lacks: set[str], has: set[str], tries: int
):
    slack.faults.refuses = lacks
    where = await sender.post(CHANNEL, WHOLE, key=KEY)

    message = slack.team.conversations[CHANNEL].messages[where.ts]
    kinds = {block["type"] for block in message.blocks}
    assert has <= kinds
    assert kinds.isdisjoint(lacks)
    assert message.text.startswith("HMP Rochester, week 6: 18 of 26 actions are late")
    assert len(slack.record.refused) == tries


async def test_what_was_refused_once_is_not_tried_again(sender: Sender, slack: Workspace):
    slack.faults.refuses = {"data_visualization"}
    where = await sender.post(CHANNEL, WHOLE, key=KEY)
    await sender.post(CHANNEL, WHOLE, key="digest 2025-W07 channel 1")
    await sender.revise(where, replace(WHOLE, number=15))

    assert len(slack.record.refused) == 1
    assert "Digest 15" in str(slack.team.conversations[CHANNEL].messages[where.ts].blocks)


async def test_a_digest_is_drawn_anew_down_the_same_ladder(sender: Sender, slack: Workspace):
    where = await sender.post(CHANNEL, WHOLE, key=KEY)
    slack.faults.refuses = EVERY
    await sender.revise(where, WHOLE)
    assert slack.team.conversations[CHANNEL].messages[where.ts].blocks == []


async def test_one_that_was_too_long_says_nothing_of_charts(sender: Sender, slack: Workspace):
    slack.faults.plan("chat.postMessage", Fault("error", "msg_blocks_too_long"))
    first = await sender.post(CHANNEL, WHOLE, key=KEY)
    second = await sender.post(CHANNEL, WHOLE, key="digest 2025-W07 channel 1")
    held = slack.team.conversations[CHANNEL].messages
    kinds = [{block["type"] for block in held[where.ts].blocks} for where in (first, second)]
    assert ["data_visualization" in each for each in kinds] == [False, True]


@pytest.mark.parametrize(
    ("why", "charts_next"), [("invalid_blocks", False), ("msg_blocks_too_long", True)], ids=["refused", "too long"]
)
@pytest.mark.parametrize("trouble", ["ratelimited", "500"])
async def test_what_was_refused_before_slack_did_not_answer_is_not_tried_again(
    sender: Sender, slack: Workspace, why: str, trouble: str, charts_next: bool
):
    slack.faults.plan("chat.postMessage", Fault("error", why))
    slack.faults.plan("chat.postMessage", Fault(trouble))  # type: ignore[arg-type]  # by name
    with pytest.raises((Later, InDoubt)):
        await sender.post(CHANNEL, WHOLE, key=KEY)
    wheres = [await sender.post(CHANNEL, WHOLE, key=key) for key in (KEY, "another")]

    held = slack.team.conversations[CHANNEL].messages
    kinds = [{block["type"] for block in held[where.ts].blocks} for where in wheres]
    assert ["data_visualization" in each for each in kinds] == [False, charts_next]
    assert "data_table" in kinds[0]


async def test_one_whose_time_is_up_between_two_refusals_was_surely_not_sent_and_goes_on_from_there(slack: Workspace):
    slack.faults.refuses = {"data_visualization", "data_table"}
    moments = count(step=3)  # seconds over each answer
    async with open_session(slack.api_url) as session:
        client = open_client(BOT_TOKEN, slack.api_url, session, patient=False)
        slow = Sender(client, elapsed=lambda: float(next(moments)))
        for tried in (1, 2):
            with pytest.raises(Later, match="too long to refuse"):
                await slow.post(CHANNEL, WHOLE, key=KEY)
            assert len(slack.record.refused) == tried
        where = await slow.post(CHANNEL, WHOLE, key=KEY)

    assert "table" in {block["type"] for block in slack.team.conversations[CHANNEL].messages[where.ts].blocks}


def test_the_samples_that_a_workspace_is_asked_about_are_what_is_drawn():
    check_message(charts.sample(), set())
    assert problems({"text": "x", "blocks": charts.sample()}) == []
    assert [block["chart"]["type"] for block in charts.sample()] == ["bar", "line"]


async def test_it_is_found_again_however_it_was_drawn(sender: Sender, slack: Workspace):
    slack.faults.refuses = {"data_visualization", "data_table"}
    where = await sender.post(CHANNEL, WHOLE, key=KEY)
    found = await sender.find(CHANNEL, KEY, since=datetime(2025, 1, 1, tzinfo=UTC), dm=CHANNEL)
    assert found == where


async def test_trouble_of_another_kind_is_told_apart_from_refused_blocks(sender: Sender, slack: Workspace):
    breaks(slack, "chat.postMessage", "ratelimited", retry_after=600)
    with pytest.raises(Exception, match="slow down"):
        await sender.post(CHANNEL, WHOLE, key=KEY)
    assert len(slack.record.refused) == 1


async def test_a_workspace_asked_about_charts_at_start_has_them_in_acknowledgements(slack: Workspace):
    async with open_session(slack.api_url) as session:
        known = Tables(lambda: None, lambda kind: None)
        await known.ask(open_client(BOT_TOKEN, slack.api_url, session))
        assert known.face == "charts"
        slack.faults.refuses = {"data_visualization"}
        await known.ask(open_client(BOT_TOKEN, slack.api_url, session))
        assert known.face == "data_table"
