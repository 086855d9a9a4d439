"""A question is answered the same however Slack brings it: command, mention, direct message, button."""

import json
from dataclasses import replace

import pytest

from bot.slack.limits import problems
from tests.bot.conftest import Bot, Remembered, Start, blocks, buttons, refs, words
from tests.fakes import payloads
from tests.fakes.payloads import mentioned, said
from tests.fakes.small_slack import APP, APP_TOKEN, CHANNEL, DIRECT, PERSON, SECRET, breaks, posted, responses
from workspace.faults import Fault
from workspace.server import Workspace

pytestmark = pytest.mark.anyio

ALL = {str(n) for n in range(1, 19)}


@pytest.fixture
async def bot(start: Start, slack: Workspace) -> Bot:
    """Over HTTP, in a workspace that has said it takes data tables."""
    begun = await start()
    await begun.ready()
    await slack.until(lambda: begun.remembered.table)
    return begun


async def test_a_command_is_answered_in_its_acknowledgement_with_a_proven_table(bot: Bot, slack: Workspace):
    answered = await bot.command("Rochester overdue")

    assert answered["response_type"] == "ephemeral"
    assert refs(answered) == ALL
    assert "18 of 26 actions are overdue" in words(answered)
    assert answered["text"].startswith("HMP Rochester, Urgent Notification plan 2024: 18 of 26")
    assert problems(answered) == []
    assert posted(slack) == []


async def test_the_five_worst_stand_as_text_above_the_table(bot: Bot):
    answered = await bot.command("Rochester overdue")

    _, second = blocks(answered, "section")
    assert second["text"]["text"].startswith("*8* Invented action number 8 · Governor · 95 days late")
    assert answered["blocks"].index(second) < answered["blocks"].index(blocks(answered, "data_table")[0])


async def test_a_direct_message_is_answered_in_the_messages_tab(bot: Bot, slack: Workspace):
    await bot.say("Rochester overdue")
    await slack.until(lambda: posted(slack))

    (answer,) = slack.record.of("chat.postMessage")
    assert answer["channel"] == DIRECT
    assert refs(answer) == ALL


async def test_a_mention_is_answered_to_the_asker_alone_and_in_its_thread(bot: Bot, slack: Workspace):
    await bot.say("Where are we?", CHANNEL)
    (began,) = slack.team.conversations[CHANNEL].messages
    await bot.mention("Rochester overdue", began)
    await slack.until(lambda: posted(slack))

    (answer,) = slack.record.of("chat.postEphemeral")
    assert (answer["channel"], answer["user"], answer["thread_ts"]) == (CHANNEL, PERSON, began)
    assert refs(answer) == ALL


@pytest.mark.parametrize("refusal", ["user_not_in_channel", "channel_not_found", "unknown_method", "html", "500"])
async def test_a_mention_that_cannot_be_answered_in_place_is_answered_by_direct_message(
    bot: Bot, slack: Workspace, refusal: str
):
    breaks(slack, "chat.postEphemeral", refusal)
    await bot.mention("Rochester overdue")
    await slack.until(lambda: posted(slack))

    (answer,) = slack.record.of("chat.postMessage")
    assert answer["channel"] == DIRECT
    assert refs(answer) == ALL


async def test_socket_mode_gives_the_same_answers(start: Start, slack: Workspace):
    bot = await start(Remembered(table="data_table"), app_token=APP_TOKEN)
    await bot.ready()
    answered = await bot.command("Rochester overdue")
    asked = json.loads(payloads.event(slack, said("Rochester overdue"), "Ev1"))
    acked = await slack.sockets.ask({"type": "events_api", "payload": asked, "accepts_response_payload": False})
    await slack.until(lambda: posted(slack))
    await bot.press("Share")
    await slack.until(lambda: responses(slack))

    assert refs(answered) == ALL
    assert refs(responses(slack)[0]) == ALL
    assert refs(posted(slack)[0]) == ALL
    assert acked is None  # acknowledged, with nothing to show


async def test_socket_mode_and_http_can_serve_together(start: Start, slack: Workspace):
    bot = await start(Remembered(table="table"), app_token=APP_TOKEN, signing_secret=SECRET)
    await bot.ready()
    status, answered = await bot.send(payloads.command(slack, "Rochester overdue"))

    assert status == 200
    assert refs(answered) == ALL
    assert refs(await bot.command("Rochester overdue")) == ALL  # the workspace prefers the socket


@pytest.mark.parametrize(
    "ignored",
    [
        said("Rochester overdue", bot_id="B2"),
        said("Rochester overdue", subtype="bot_message"),
        said("Rochester overdue", subtype="message_changed"),
        said("Rochester overdue", subtype="message_deleted"),
        said("Rochester overdue", subtype="channel_join"),
        said("Rochester overdue", user=APP),
        said("Rochester overdue", channel=CHANNEL, channel_type="channel"),
        said("", subtype="file_share", files=[{"id": "F1"}]),
        mentioned("Rochester overdue", bot_id="B2"),
        mentioned("Rochester overdue", edited={"ts": "1"}),
    ],
)
async def test_what_no_person_newly_asked_us_is_ignored(bot: Bot, slack: Workspace, ignored: dict[str, object]):
    await bot.event(ignored, "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(lambda: posted(slack))

    assert len(posted(slack)) == 1


async def test_events_of_no_interest_are_acknowledged(bot: Bot):
    for kind in ("app_home_opened", "user_change", "reaction_added"):
        await bot.event({"type": kind, "user": PERSON})


async def test_a_narrowing_button_redraws_the_answer_in_place(bot: Bot, slack: Workspace):
    await bot.command("Rochester overdue")
    await bot.press("Due soon")
    await slack.until(lambda: responses(slack))

    (redrawn,) = responses(slack)
    assert redrawn["replace_original"] is True
    assert "Nothing at HMP Rochester is due by 17 February." in words(redrawn)
    (seen,) = slack.team.conversations[CHANNEL].visible(PERSON)
    assert seen.text == redrawn["text"]


async def test_the_next_page_keeps_the_question(bot: Bot, slack: Workspace):
    await bot.command("Rochester many")
    await bot.press("Next page")
    await slack.until(lambda: responses(slack))

    (page,) = responses(slack)
    assert refs(page) == {str(n) for n in range(51, 101)}
    assert "Page 2 of 3: " in words(page)


async def test_a_press_on_what_everyone_sees_is_answered_to_its_presser_alone(bot: Bot, slack: Workspace):
    await bot.command("Rochester overdue")
    channel = slack.team.conversations[CHANNEL]
    (own,) = channel.messages.values()
    slack.team.put(channel, replace(own, ts=slack.team.next_ts(), only_for=None))
    await bot.press("Due soon")
    await slack.until(lambda: responses(slack))

    assert responses(slack)[0]["replace_original"] is False
    assert responses(slack)[0]["response_type"] == "ephemeral"


async def test_share_posts_the_published_facts_to_everyone_and_keeps_the_answer(bot: Bot, slack: Workspace):
    await bot.command("Rochestor overdue")
    await bot.press("Share")
    await slack.until(lambda: responses(slack))

    (shared,) = responses(slack)
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert refs(shared) == ALL
    assert "As of 3 February 2025." in words(shared)
    assert buttons(shared) == {}


async def test_a_list_is_shared_once_however_often_share_is_pressed(bot: Bot, slack: Workspace):
    share = buttons(await bot.command("Rochester overdue"))["Share"]
    (shown,) = slack.team.conversations[CHANNEL].messages
    await bot.press_by_hand(share, ts=shown)
    await bot.press_by_hand(share, ts=shown)
    await bot.press("Share")
    await slack.until(lambda: len(responses(slack)) == 2)

    assert sorted(each["response_type"] for each in responses(slack)) == ["ephemeral", "in_channel"]
    assert "You have shared this list already." in {words(each) for each in responses(slack)}


async def test_a_share_that_surely_failed_may_be_pressed_again(bot: Bot, slack: Workspace):
    slack.faults.plan("response_url", Fault("500"))
    await bot.command("Rochester overdue")
    await bot.press("Share")
    await slack.until(lambda: responses(slack))
    await bot.press("Share")
    await slack.until(lambda: len(responses(slack)) == 2)

    assert [each["response_type"] for each in responses(slack)] == ["ephemeral", "in_channel"]
    assert refs(responses(slack)[1]) == ALL


async def test_an_event_sent_again_is_answered_once(bot: Bot, slack: Workspace):
    await bot.event(said("Rochester overdue"), "Ev1")
    await bot.event(said("Rochester overdue"), "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(lambda: len(posted(slack)) == 2)

    assert len([each for each in posted(slack) if refs(each) == ALL]) == 1


async def test_the_same_question_may_be_asked_again(bot: Bot):
    first, second = await bot.command("Rochester overdue"), await bot.command("Rochester overdue")

    assert first == second


async def test_a_misspelling_is_read_back_and_an_unknown_word_is_named(bot: Bot):
    assert "I read *Rochestor* as Rochester." in words(await bot.command("Rochestor overdue"))
    assert "but not *flibber*." in words(await bot.command("Rochester overdue flibber"))


async def test_nothing_typed_is_answered_with_help(bot: Bot):
    assert "/actions Rochester overdue" in words(await bot.command(""))


async def test_the_word_payload_in_a_question_is_only_a_word(bot: Bot):
    assert refs(await bot.command("payload Rochester overdue")) == ALL


async def test_an_old_button_says_what_to_do_instead(bot: Bot, slack: Workspace):
    await bot.press_by_hand({"type": "button", "action_id": "gone", "value": "?"})
    await slack.until(lambda: responses(slack))

    assert "Ask again with /actions." in words(responses(slack)[0])


async def test_posts_never_unfurl_links_or_link_names(bot: Bot, slack: Workspace):
    answered = await bot.command("Rochester overdue")
    await bot.press("Share")
    await bot.say("Rochester overdue")
    await bot.mention("Rochester overdue")
    await slack.until(lambda: len(posted(slack)) == 3)

    for payload in [answered, *posted(slack)]:
        assert not any(payload[flag] for flag in ("unfurl_links", "unfurl_media", "link_names"))


async def test_a_file_without_a_word_is_answered_with_what_to_do(bot: Bot, slack: Workspace):
    file = {"id": "F1", "name": "cell.png", "mimetype": "image/png", "size": 3}
    assert (await slack.people.say(PERSON, DIRECT, "", files=(file,))).ok
    await slack.until(lambda: posted(slack))

    assert "in the thread of a message about that action" in posted(slack)[0]["text"]
