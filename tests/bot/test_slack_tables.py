"""An acknowledgement holds only blocks known to be taken; the rest follows where refusal is seen."""

import pytest

from tests.bot.conftest import Remembered, Start, blocks, buttons, refs, words
from tests.fakes.small_slack import APP, CHANNEL, DIRECT, breaks, posted, refused, responses
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

ALL = {str(n) for n in range(1, 19)}
SILENT = ["unknown_method", "html", "404", "500"]


@pytest.mark.parametrize(
    ("lacks", "learnt"),
    [(set(), "data_table"), ({"data_table"}, "table"), ({"data_table", "table"}, "sections")],
)
async def test_what_the_workspace_takes_is_asked_at_start_and_remembered(
    start: Start, slack: Workspace, lacks: set[str], learnt: str
):
    slack.faults.refuses = lacks
    bot = await start()
    await slack.until(lambda: bot.remembered.table == learnt)

    assert refs(await bot.command("Rochester overdue")) >= ALL


@pytest.mark.parametrize("silence", SILENT)
async def test_unproven_the_acknowledgement_is_complete_without_a_table_which_follows(
    start: Start, slack: Workspace, silence: str
):
    breaks(slack, "blocks.validate", silence)
    bot = await start()
    await bot.ready()
    answered = await bot.command("Rochester overdue")
    await slack.until(lambda: responses(slack))

    assert not blocks(answered, "data_table")
    assert not blocks(answered, "table")
    assert len(refs(answered)) == 5
    assert "… and 13 more in the table that follows." in words(answered)
    assert "Share" in buttons(answered)
    (table,) = responses(slack)
    assert (table["response_type"], table["replace_original"]) == ("ephemeral", False)
    assert refs(table) == ALL
    assert blocks(table, "data_table")


@pytest.mark.parametrize(
    ("lacks", "learnt"),
    [(set(), "data_table"), ({"data_table"}, "table"), ({"data_table", "table"}, "sections")],
)
async def test_what_follows_falls_back_and_the_next_acknowledgement_carries_all(
    start: Start, slack: Workspace, lacks: set[str], learnt: str
):
    breaks(slack, "blocks.validate", "unknown_method")
    slack.faults.refuses = lacks
    bot = await start()
    await bot.command("Rochester overdue")
    await slack.until(lambda: bot.remembered.table)

    assert refs(responses(slack)[0]) == ALL
    assert bot.remembered.table == learnt
    assert refs(await bot.command("Rochester overdue")) == ALL
    assert len(responses(slack)) == 1


async def test_nothing_follows_a_list_that_is_shown_whole(start: Start, slack: Workspace):
    breaks(slack, "blocks.validate", "unknown_method")
    bot = await start()
    answered = await bot.command("Rochester few")
    await bot.command("Rochester overdue", DIRECT)
    await slack.until(lambda: responses(slack))

    assert refs(answered) == {"1", "2", "3", "4"}
    assert "follows" not in words(answered)
    assert [each.answer["channel"] for each in slack.record.accepted if each.method == "response_url"] == [DIRECT]


async def test_no_answer_waits_for_a_validation_that_hangs(start: Start, slack: Workspace):
    breaks(slack, "blocks.validate", "hang")
    bot = await start()
    await slack.until(lambda: refused(slack, "blocks.validate", "hang"))

    assert len(refs(await bot.command("Rochester overdue"))) == 5


async def test_what_was_learnt_before_is_used_when_the_workspace_cannot_say(start: Start, slack: Workspace):
    breaks(slack, "blocks.validate", "unknown_method")
    bot = await start(Remembered(table="table"))

    assert blocks(await bot.command("Rochester overdue"), "table")


@pytest.mark.parametrize(
    ("channel", "asked"), [(DIRECT, "Rochester overdue"), (CHANNEL, f"<@{APP}> Rochester overdue")]
)
async def test_posts_fall_back_in_the_same_way(start: Start, slack: Workspace, channel: str, asked: str):
    breaks(slack, "blocks.validate", "unknown_method")
    slack.faults.refuses = {"data_table"}
    bot = await start()
    await bot.say(asked, channel)
    await slack.until(lambda: posted(slack))

    assert refs(posted(slack)[0]) == ALL
    assert blocks(posted(slack)[0], "table")
    assert sum(code == "invalid_blocks" for _, code, _ in slack.record.refused) == 1


async def test_a_workspace_that_changes_its_mind_is_answered_all_the_same(start: Start, slack: Workspace):
    bot = await start()
    await slack.until(lambda: bot.remembered.table == "data_table")
    slack.faults.refuses = {"data_table"}
    await bot.say("Rochester overdue")
    await slack.until(lambda: posted(slack) and bot.remembered.table == "table")

    assert refs(posted(slack)[0]) == ALL
