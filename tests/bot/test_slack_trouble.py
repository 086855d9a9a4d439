"""What happens when something breaks: the person is told in a sentence, nobody outside sees more."""

import asyncio
import json
import threading

import pytest

from bot.conversation import Conversation, on_threads
from bot.slack import clients as sending
from bot.slack.clients import open_client, open_session
from bot.slack.desk import Desk
from bot.slack.limits import problems
from bot.slack.messenger import Messenger
from bot.slack.payloads import Place
from bot.slack.proof import Tables
from plans.chat import Asker
from plans.messages import Message
from tests.bot.conftest import Bot, Start, buttons, words
from tests.fakes import use_case
from tests.fakes.payloads import response_url
from tests.fakes.small_slack import BOT_TOKEN, breaks, posted, refused, responses
from workspace.faults import Fault
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

SENTENCE = "Something broke on our side; nothing was changed. Ask again in a minute (reference "


async def test_a_command_that_breaks_is_answered_in_a_sentence(bot: Bot):
    answered = await bot.command("boom")

    assert SENTENCE in words(answered)
    assert "secret" not in str(answered)
    assert answered["response_type"] == "ephemeral"
    assert problems(answered) == []


async def test_the_reference_is_in_the_log_with_the_traceback(bot: Bot, capsys: pytest.CaptureFixture[str]):
    reference = words(await bot.command("boom")).partition("(reference ")[2][:4]
    logged = capsys.readouterr().err

    assert reference in logged
    assert "ZeroDivisionError" in logged
    assert BOT_TOKEN not in logged


async def test_a_direct_message_that_breaks_is_answered_in_a_sentence(bot: Bot, slack: Workspace):
    await bot.say("boom")
    await slack.until(lambda: posted(slack))

    assert SENTENCE in words(slack.record.of("chat.postMessage")[0])


async def test_a_mention_that_breaks_is_answered_to_the_asker_alone(bot: Bot, slack: Workspace):
    await bot.mention("boom")
    await slack.until(lambda: posted(slack))

    assert SENTENCE in words(slack.record.of("chat.postEphemeral")[0])


async def test_a_button_that_breaks_leaves_its_message_and_says_so_beside_it(bot: Bot, slack: Workspace):
    button = buttons(await bot.command("Rochester overdue"))["Due soon"]
    broken = {**button, "value": button["value"].replace("rochester due soon", "boom")}
    await bot.press_by_hand(broken)
    await slack.until(lambda: responses(slack))

    assert SENTENCE in words(responses(slack)[0])
    assert responses(slack)[0]["replace_original"] is False


async def test_slack_asking_us_to_slow_down_is_obeyed_and_the_answer_still_comes(bot: Bot, slack: Workspace):
    slack.faults.plan("chat.postMessage", Fault("ratelimited", retry_after=0))
    await bot.say("help")
    await slack.until(lambda: posted(slack))

    assert len(posted(slack)) == 1


async def test_an_answer_that_slack_will_not_take_leaves_the_bot_working(bot: Bot, slack: Workspace):
    breaks(slack, "chat.postMessage", "is_archived")
    await bot.say("help")
    await slack.until(lambda: refused(slack, "chat.postMessage", "is_archived") == 2)
    slack.faults.clear("chat.postMessage")
    await bot.say("help")
    await slack.until(lambda: posted(slack))


@pytest.mark.parametrize("trouble", ["invalid_auth", "html", "404", "500", "hang"])
async def test_questions_are_answered_before_slack_says_who_we_are(start: Start, slack: Workspace, trouble: str):
    breaks(slack, "auth.test", trouble)
    bot = await start()

    assert "18 of 26" in words(await bot.command("Rochester overdue"))
    assert (await bot.get("/readyz"))[0] == 503


async def test_an_acknowledgement_waits_for_no_call_to_slack(bot: Bot, slack: Workspace):
    breaks(slack, "chat.postMessage", "hang")
    async with asyncio.timeout(2):
        await bot.say("help")
        await slack.until(lambda: refused(slack, "chat.postMessage", "hang"))
    slack.faults.released.set()


async def test_a_slow_answer_follows_an_acknowledgement_in_time(slack: Workspace):
    found = threading.Event()

    def slow(text: str, asker: Asker, page: int) -> Message:
        found.wait(5)
        return use_case.answer(text, asker, page)

    run, pool = on_threads(1)
    async with open_session(slack.api_url) as session:
        messenger = Messenger(open_client(BOT_TOKEN, slack.api_url, session), session)
        tables = Tables(lambda: "table", lambda kind: None)
        desk = Desk(Conversation(slow), messenger, tables, lambda key: True, run, patience=0.01)
        acked = await desk.command("overdue", Place("U1", "C1", response_url=response_url(slack)))
        found.set()
        await slack.until(lambda: posted(slack))
        await desk.errands.finish(5)
        pool.shutdown()

    assert "The answer follows here." in words(json.loads(acked))
    assert "18 of 26" in words(posted(slack)[0])


async def test_a_server_that_knows_only_how_to_post_still_answers_a_mention(bot: Bot, slack: Workspace):
    breaks(slack, "chat.postEphemeral", "unknown_method")
    breaks(slack, "conversations.open", "unknown_method")
    await bot.mention("Rochester overdue")
    await slack.until(lambda: posted(slack))

    assert slack.record.of("chat.postMessage")[0]["channel"] == "U1"


async def test_a_post_that_may_have_arrived_is_not_made_again_elsewhere(bot: Bot, slack: Workspace):
    breaks(slack, "chat.postEphemeral", "drop")
    await bot.mention("Rochester overdue")
    await slack.until(lambda: refused(slack, "chat.postEphemeral", "drop") >= 2)
    await bot.say("help")
    await slack.until(lambda: posted(slack))

    assert not any("18 of 26" in each["text"] for each in posted(slack))


@pytest.mark.parametrize("fault", ["accept_and_drop", "accept_and_hang"])
async def test_an_answer_whose_receipt_was_lost_is_not_sent_again(
    start: Start, slack: Workspace, monkeypatch, fault: str
):
    monkeypatch.setattr(sending, "SECONDS", 0.5)
    bot = await start()
    await bot.ready()
    slack.faults.plan("chat.postMessage", Fault(fault))
    await bot.say("Rochester overdue")
    await slack.until(lambda: len(posted(slack)) >= 2)

    answer, doubt = posted(slack)
    assert "18 of 26" in answer["text"]
    assert doubt["text"] == "Slack did not say whether that arrived. Please look before you try again."


async def test_a_share_whose_receipt_was_lost_is_seen_once_and_its_sharer_told_to_look(bot: Bot, slack: Workspace):
    await bot.command("Rochester overdue")
    slack.faults.plan("response_url", Fault("accept_and_drop"))
    await bot.press("Share")
    await slack.until(lambda: len(responses(slack)) >= 2)

    shared, doubt = responses(slack)
    assert shared["response_type"] == "in_channel"
    assert (doubt["response_type"], doubt["text"][:27]) == ("ephemeral", "Slack did not say whether t")
