"""What happens when something breaks: the person is told in a sentence, nobody outside sees more."""

import asyncio
import json
import threading

import pytest

from bot.conversation import Conversation, on_threads
from bot.slack.desk import Desk
from bot.slack.limits import problems
from bot.slack.messenger import Messenger, open_client, open_session
from bot.slack.payloads import Place
from bot.slack.proof import Tables
from plans.chat import Asker
from plans.messages import Message
from tests.bot.conftest import Bot, Start, buttons, words
from tests.fakes import use_case
from tests.fakes.slack_server import SlackServer, mentioned, said

pytestmark = pytest.mark.anyio

SENTENCE = "Something broke on our side; nothing was changed. Ask again in a minute (reference "


@pytest.fixture
async def bot(start: Start) -> Bot:
    begun: Bot = await start()
    await begun.ready()
    return begun


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
    assert "xoxb-1" not in logged


async def test_a_direct_message_that_breaks_is_answered_in_a_sentence(bot: Bot, slack: SlackServer):
    await bot.event(said("boom"))
    await slack.until(slack.posted)

    assert SENTENCE in words(slack.called("chat.postMessage")[0])


async def test_a_mention_that_breaks_is_answered_to_the_asker_alone(bot: Bot, slack: SlackServer):
    await bot.event(mentioned("boom"))
    await slack.until(slack.posted)

    assert SENTENCE in words(slack.called("chat.postEphemeral")[0])


async def test_a_button_that_breaks_leaves_its_message_and_says_so_beside_it(bot: Bot, slack: SlackServer):
    button = buttons(await bot.command("Rochester overdue"))["Due soon"]
    broken = {**button, "value": button["value"].replace("rochester due soon", "boom")}
    await bot.press(broken)
    await slack.until(lambda: slack.responses)

    assert SENTENCE in words(slack.responses[0])
    assert slack.responses[0]["replace_original"] is False


async def test_slack_asking_us_to_slow_down_is_obeyed_and_the_answer_still_comes(bot: Bot, slack: SlackServer):
    slack.broken["chat.postMessage"] = "429"
    await bot.event(said("help"))
    await slack.until(slack.posted)

    assert len(slack.posted()) == 1


async def test_an_answer_that_slack_will_not_take_leaves_the_bot_working(bot: Bot, slack: SlackServer):
    slack.broken["chat.postMessage"] = "is_archived"
    await bot.event(said("help"), "Ev1")
    await slack.until(lambda: len(slack.called("chat.postMessage refused")) == 2)
    del slack.broken["chat.postMessage"]
    await bot.event(said("help"), "Ev2")
    await slack.until(slack.posted)


@pytest.mark.parametrize("trouble", ["invalid_auth", "html", "404", "500", "hang"])
async def test_questions_are_answered_before_slack_says_who_we_are(start: Start, slack: SlackServer, trouble: str):
    slack.broken["auth.test"] = trouble
    bot = await start()

    assert "18 of 26" in words(await bot.command("Rochester overdue"))
    assert (await bot.get("/readyz"))[0] == 503


async def test_an_acknowledgement_waits_for_no_call_to_slack(bot: Bot, slack: SlackServer):
    slack.broken["chat.postMessage"] = "hang"
    async with asyncio.timeout(2):
        await bot.event(said("help"))
        await slack.until(lambda: slack.called("chat.postMessage hung"))
    slack.release()


async def test_a_slow_answer_follows_an_acknowledgement_in_time(slack: SlackServer):
    found = threading.Event()

    def slow(text: str, asker: Asker, page: int) -> Message:
        found.wait(5)
        return use_case.answer(text, asker, page)

    run, pool = on_threads(1)
    async with open_session(slack.api_url) as session:
        messenger = Messenger(open_client("xoxb-1", slack.api_url, session), session)
        tables = Tables(lambda: "table", lambda kind: None)
        desk = Desk(Conversation(slow), messenger, tables, lambda key: True, run, patience=0.01)
        acked = await desk.command("overdue", Place("U1", "C1", response_url=slack.response_url()))
        found.set()
        await slack.until(slack.posted)
        pool.shutdown()

    assert "The answer follows here." in words(json.loads(acked))
    assert "18 of 26" in words(slack.posted()[0])


async def test_a_server_that_knows_only_how_to_post_still_answers_a_mention(bot: Bot, slack: SlackServer):
    slack.broken |= {"chat.postEphemeral": "unknown_method", "conversations.open": "unknown_method"}
    await bot.event(mentioned("Rochester overdue"))
    await slack.until(slack.posted)

    assert slack.called("chat.postMessage")[0]["channel"] == "U1"


async def test_a_post_that_may_have_arrived_is_not_made_again_elsewhere(bot: Bot, slack: SlackServer):
    slack.broken["chat.postEphemeral"] = "drop"
    await bot.event(mentioned("Rochester overdue"), "Ev1")
    await slack.until(lambda: len(slack.called("chat.postEphemeral dropped")) >= 2)
    await bot.event(said("help"), "Ev2")
    await slack.until(slack.posted)

    assert not any("18 of 26" in each["text"] for each in slack.posted())
