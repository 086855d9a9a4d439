"""A question is answered the same however Slack brings it: command, mention, direct message, button."""

import pytest

from bot.slack.limits import problems
from tests.bot.conftest import Bot, Remembered, Start, blocks, buttons, refs, words
from tests.fakes.slack_server import SECRET, SlackServer, command, event, mentioned, pressed, said

pytestmark = pytest.mark.anyio

ALL = {str(n) for n in range(1, 19)}


@pytest.fixture
async def bot(start: Start, slack: SlackServer) -> Bot:
    """Over HTTP, in a workspace that has said it takes data tables."""
    begun = await start()
    await begun.ready()
    await slack.until(lambda: begun.remembered.table)
    return begun


async def test_a_command_is_answered_in_its_acknowledgement_with_a_proven_table(bot: Bot, slack: SlackServer):
    answered = await bot.command("Rochester overdue")

    assert answered["response_type"] == "ephemeral"
    assert refs(answered) == ALL
    assert "18 of 26 actions are overdue" in words(answered)
    assert answered["text"].startswith("HMP Rochester, Urgent Notification plan 2024: 18 of 26")
    assert problems(answered) == []
    assert slack.posted() == []


async def test_the_five_worst_stand_as_text_above_the_table(bot: Bot):
    answered = await bot.command("Rochester overdue")

    _, second = blocks(answered, "section")
    assert second["text"]["text"].startswith("*8* Invented action number 8 · Governor · 95 days late")
    assert answered["blocks"].index(second) < answered["blocks"].index(blocks(answered, "data_table")[0])


async def test_a_direct_message_is_answered_in_the_messages_tab(bot: Bot, slack: SlackServer):
    await bot.event(said("Rochester overdue"))
    await slack.until(slack.posted)

    (posted,) = slack.called("chat.postMessage")
    assert posted["channel"] == "D1"
    assert refs(posted) == ALL


async def test_a_mention_is_answered_to_the_asker_alone_and_in_its_thread(bot: Bot, slack: SlackServer):
    await bot.event(mentioned("Rochester overdue", thread_ts="1699.1"))
    await slack.until(slack.posted)

    (posted,) = slack.called("chat.postEphemeral")
    assert (posted["channel"], posted["user"], posted["thread_ts"]) == ("C1", "U1", "1699.1")
    assert refs(posted) == ALL


@pytest.mark.parametrize("refusal", ["user_not_in_channel", "channel_not_found", "unknown_method", "html", "500"])
async def test_a_mention_that_cannot_be_answered_in_place_is_answered_by_direct_message(
    bot: Bot, slack: SlackServer, refusal: str
):
    slack.broken["chat.postEphemeral"] = refusal
    await bot.event(mentioned("Rochester overdue"))
    await slack.until(slack.posted)

    (posted,) = slack.called("chat.postMessage")
    assert posted["channel"] == "D1"
    assert refs(posted) == ALL


async def test_socket_mode_gives_the_same_answers(start: Start, slack: SlackServer):
    bot = await start(Remembered(table="data_table"), app_token="xapp-1")
    await bot.ready()
    await slack.send(_envelope("slash_commands", "E1", command("Rochester overdue", slack.response_url())))
    await slack.send(_envelope("events_api", "E2", event(said("Rochester overdue"))))
    await slack.until(lambda: {"E1", "E2"} <= slack.acks.keys() and slack.posted())

    button = pressed(buttons(slack.acks["E1"])["Share"], slack.response_url())
    await slack.send(_envelope("interactive", "E3", button))
    await slack.until(lambda: slack.responses)

    assert refs(slack.acks["E1"]) == ALL
    assert refs(slack.responses[0]) == ALL
    assert refs(slack.posted()[0]) == ALL
    assert slack.acks["E2"] == {}


async def test_socket_mode_and_http_can_serve_together(start: Start, slack: SlackServer):
    bot = await start(Remembered(table="table"), app_token="xapp-1", signing_secret=SECRET)
    await bot.ready()

    assert refs(await bot.command("Rochester overdue")) == ALL


@pytest.mark.parametrize(
    "ignored",
    [
        said("Rochester overdue", bot_id="B2"),
        said("Rochester overdue", subtype="bot_message"),
        said("Rochester overdue", subtype="message_changed"),
        said("Rochester overdue", subtype="message_deleted"),
        said("Rochester overdue", subtype="channel_join"),
        said("Rochester overdue", user="UBOT"),
        said("Rochester overdue", channel="C1", channel_type="channel"),
        said("", subtype="file_share", files=[{"id": "F1"}]),
        mentioned("Rochester overdue", bot_id="B2"),
        mentioned("Rochester overdue", edited={"ts": "1"}),
    ],
)
async def test_what_no_person_newly_asked_us_is_ignored(bot: Bot, slack: SlackServer, ignored: dict[str, object]):
    await bot.event(ignored, "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(slack.posted)

    assert len(slack.posted()) == 1


async def test_events_of_no_interest_are_acknowledged(bot: Bot):
    for kind in ("app_home_opened", "user_change", "reaction_added"):
        await bot.event({"type": kind, "user": "U1"})


async def test_a_narrowing_button_redraws_the_answer_in_place(bot: Bot, slack: SlackServer):
    await bot.press(buttons(await bot.command("Rochester overdue"))["Due soon"])
    await slack.until(lambda: slack.responses)

    (redrawn,) = slack.responses
    assert redrawn["replace_original"] is True
    assert "Nothing at HMP Rochester is due by 17 February." in words(redrawn)


async def test_the_next_page_keeps_the_question(bot: Bot, slack: SlackServer):
    await bot.press(buttons(await bot.command("Rochester many"))["Next page"])
    await slack.until(lambda: slack.responses)

    (page,) = slack.responses
    assert refs(page) == {str(n) for n in range(51, 101)}
    assert "Page 2 of 3: " in words(page)


async def test_a_press_on_what_everyone_sees_is_answered_to_its_presser_alone(bot: Bot, slack: SlackServer):
    public = {"type": "message", "message_ts": "1700.1", "channel_id": "C1", "is_ephemeral": False}
    await bot.press(buttons(await bot.command("Rochester overdue"))["Due soon"], container=public)
    await slack.until(lambda: slack.responses)

    assert slack.responses[0]["replace_original"] is False
    assert slack.responses[0]["response_type"] == "ephemeral"


async def test_share_posts_the_published_facts_to_everyone_and_keeps_the_answer(bot: Bot, slack: SlackServer):
    await bot.press(buttons(await bot.command("Rochestor overdue"))["Share"])
    await slack.until(lambda: slack.responses)

    (shared,) = slack.responses
    assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
    assert refs(shared) == ALL
    assert "As of 3 February 2025." in words(shared)
    assert buttons(shared) == {}


async def test_a_list_is_shared_once_however_often_share_is_pressed(bot: Bot, slack: SlackServer):
    share = buttons(await bot.command("Rochester overdue"))["Share"]
    await bot.press(share)
    await bot.press(share)
    await bot.press(share, trigger_id="another press")
    await slack.until(lambda: len(slack.responses) == 2)

    assert sorted(each["response_type"] for each in slack.responses) == ["ephemeral", "in_channel"]
    assert "You have shared this list already." in {words(each) for each in slack.responses}


async def test_an_event_sent_again_is_answered_once(bot: Bot, slack: SlackServer):
    await bot.event(said("Rochester overdue"), "Ev1")
    await bot.event(said("Rochester overdue"), "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(lambda: len(slack.posted()) == 2)

    assert len([each for each in slack.posted() if refs(each) == ALL]) == 1


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


async def test_an_old_button_says_what_to_do_instead(bot: Bot, slack: SlackServer):
    await bot.press({"type": "button", "action_id": "gone", "value": "?"})
    await slack.until(lambda: slack.responses)

    assert "Ask again with /actions." in words(slack.responses[0])


async def test_posts_never_unfurl_links_or_link_names(bot: Bot, slack: SlackServer):
    answered = await bot.command("Rochester overdue")
    await bot.press(buttons(answered)["Share"])
    await bot.event(said("Rochester overdue"), "Ev1")
    await bot.event(mentioned("Rochester overdue"), "Ev2")
    await slack.until(lambda: len(slack.posted()) == 3)

    for payload in [answered, *slack.posted()]:
        assert not any(payload[flag] for flag in ("unfurl_links", "unfurl_media", "link_names"))


def _envelope(kind: str, name: str, payload: dict[str, object]) -> dict[str, object]:
    return {"type": kind, "envelope_id": name, "payload": payload, "accepts_response_payload": True}
