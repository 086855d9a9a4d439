"""An acknowledgement holds only blocks known to be taken; the rest follows where refusal is seen."""

import pytest

from tests.bot.conftest import Remembered, Start, blocks, buttons, refs, words
from tests.fakes.slack_server import SlackServer, mentioned, said

pytestmark = pytest.mark.anyio

ALL = {str(n) for n in range(1, 19)}
SILENT = ["unknown_method", "html", "404", "500"]


@pytest.mark.parametrize(
    ("refused", "learnt"),
    [(set(), "data_table"), ({"data_table"}, "table"), ({"data_table", "table"}, "sections")],
)
async def test_what_the_workspace_takes_is_asked_at_start_and_remembered(
    start: Start, slack: SlackServer, refused: set[str], learnt: str
):
    slack.refuses = refused
    bot = await start()
    await slack.until(lambda: bot.remembered.table == learnt)

    assert refs(await bot.command("Rochester overdue")) >= ALL


@pytest.mark.parametrize("silence", SILENT)
async def test_unproven_the_acknowledgement_is_complete_without_a_table_which_follows(
    start: Start, slack: SlackServer, silence: str
):
    slack.broken["blocks.validate"] = silence
    bot = await start()
    await bot.ready()
    answered = await bot.command("Rochester overdue")
    await slack.until(lambda: slack.responses)

    assert not blocks(answered, "data_table")
    assert not blocks(answered, "table")
    assert len(refs(answered)) == 5
    assert "… and 13 more in the table that follows." in words(answered)
    assert "Share" in buttons(answered)
    (table,) = slack.responses
    assert (table["response_type"], table["replace_original"]) == ("ephemeral", False)
    assert refs(table) == ALL
    assert blocks(table, "data_table")


@pytest.mark.parametrize(
    ("refused", "learnt"),
    [(set(), "data_table"), ({"data_table"}, "table"), ({"data_table", "table"}, "sections")],
)
async def test_what_follows_falls_back_and_the_next_acknowledgement_carries_all(
    start: Start, slack: SlackServer, refused: set[str], learnt: str
):
    slack.broken["blocks.validate"] = "unknown_method"
    slack.refuses = refused
    bot = await start()
    await bot.command("Rochester overdue")
    await slack.until(lambda: bot.remembered.table)

    assert refs(slack.responses[0]) == ALL
    assert bot.remembered.table == learnt
    assert refs(await bot.command("Rochester overdue")) == ALL
    assert len(slack.responses) == 1


async def test_nothing_follows_a_list_that_is_shown_whole(start: Start, slack: SlackServer):
    slack.broken["blocks.validate"] = "unknown_method"
    bot = await start()
    answered = await bot.command("Rochester few")
    await bot.command("Rochester overdue", "later")
    await slack.until(lambda: slack.responses)

    assert refs(answered) == {"1", "2", "3", "4"}
    assert "follows" not in words(answered)
    assert [each["name"] for each in slack.responses] == ["later"]


async def test_no_answer_waits_for_a_validation_that_hangs(start: Start, slack: SlackServer):
    slack.broken["blocks.validate"] = "hang"
    bot = await start()
    await slack.until(lambda: slack.called("blocks.validate hung"))

    assert len(refs(await bot.command("Rochester overdue"))) == 5


async def test_what_was_learnt_before_is_used_when_the_workspace_cannot_say(start: Start, slack: SlackServer):
    slack.broken["blocks.validate"] = "unknown_method"
    bot = await start(Remembered(table="table"))

    assert blocks(await bot.command("Rochester overdue"), "table")


@pytest.mark.parametrize("asked", [said("Rochester overdue"), mentioned("Rochester overdue")])
async def test_posts_fall_back_in_the_same_way(start: Start, slack: SlackServer, asked: dict[str, str]):
    slack.broken["blocks.validate"] = "unknown_method"
    slack.refuses = {"data_table"}
    bot = await start()
    await bot.event(asked)
    await slack.until(slack.posted)

    assert refs(slack.posted()[0]) == ALL
    assert blocks(slack.posted()[0], "table")
    assert len(slack.refused) == 1


async def test_a_workspace_that_changes_its_mind_is_answered_all_the_same(start: Start, slack: SlackServer):
    bot = await start()
    await slack.until(lambda: bot.remembered.table == "data_table")
    slack.refuses = {"data_table"}
    await bot.event(said("Rochester overdue"))
    await slack.until(slack.posted)

    assert refs(slack.posted()[0]) == ALL
    assert bot.remembered.table == "table"
