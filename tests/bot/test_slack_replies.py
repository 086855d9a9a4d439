"""Answers in words, by buttons and by forms, through the workspace: heard where they are said, answered there."""

import json

import pytest

from bot.slack import sender
from plans.chat import Pressed, Replied, Submitted, Where
from plans.messages import Notice
from tests.bot.conftest import Bot, buttons, words
from tests.fakes import answers
from tests.fakes.payloads import mentioned, said
from tests.fakes.small_slack import APP, BOT_TOKEN, CHANNEL, DIRECT, PERSON, breaks, posted, responses
from workspace.faults import Fault
from workspace.server import Workspace
from workspace.team import Message

pytestmark = pytest.mark.anyio

FILE = {
    "id": "F1",
    "name": "minutes.pdf",
    "mimetype": "application/pdf",
    "size": 3,
    "permalink": "https://files.example/F1",
}


@pytest.fixture
async def told(bot: Bot, slack: Workspace) -> Bot:
    """Somebody has said that 5 is done, and has the receipt in their direct messages."""
    await bot.say("5 done")
    await slack.until(lambda: bot.remembered.actions)
    return bot


def ours(slack: Workspace, channel: str = DIRECT) -> list[Message]:
    return [each for each in slack.team.conversations[channel].messages.values() if each.bot_id]


# --- heard ------------------------------------------------------------------------------------------------------


async def test_a_line_in_the_messages_tab_is_answered_there_with_what_was_recorded(told: Bot, slack: Workspace):
    (answer,) = posted(slack)

    assert "Recorded: *5 Prisoner forums* reported done by the Governor" in words(answer)
    assert list(buttons(answer)) == ["Undo", "Show 5"]
    (heard,) = told.acting.said
    assert (heard.thread, heard.place, heard.links) == ("", DIRECT, ())
    assert heard.key.startswith("slack event ")
    assert heard.by.account == f"slack:{slack.team.id}:{PERSON}"


async def test_a_reply_in_a_thread_names_the_message_and_is_answered_in_the_thread(told: Bot, slack: Workspace):
    (began,) = ours(slack)
    await told.say("5 done", DIRECT, began.ts)
    await slack.until(lambda: len(posted(slack)) == 2)

    assert told.acting.said[-1].thread == f"{DIRECT} {began.ts}"
    assert posted(slack)[-1]["thread_ts"] == began.ts


async def test_what_a_message_of_one_action_is_about_is_remembered_for_its_thread(told: Bot, slack: Workspace):
    (began,) = ours(slack)
    assert told.remembered.actions == {(DIRECT, began.ts): 5}

    await told.say("5 done", DIRECT, began.ts)
    await slack.until(lambda: len(posted(slack)) == 2)
    await told.say("5 and 6 done")
    await slack.until(lambda: len(posted(slack)) == 3)
    assert list(told.remembered.actions) == [(DIRECT, began.ts)]


async def test_a_mention_in_a_thread_is_heard_with_it_and_answered_to_its_speaker_alone(bot: Bot, slack: Workspace):
    await bot.say("Where are we with 5?", CHANNEL)
    (began,) = slack.team.conversations[CHANNEL].messages
    await bot.mention("5 done", began)
    await slack.until(lambda: posted(slack))

    (answer,) = slack.record.of("chat.postEphemeral")
    assert (answer["user"], answer["thread_ts"]) == (PERSON, began)
    assert bot.acting.said[-1].thread == f"{CHANNEL} {began}"
    assert bot.remembered.actions == {}


@pytest.mark.parametrize(
    "ignored",
    [
        said("5 done", bot_id="B2"),
        said("5 done", user=APP),
        said("5 done", edited={"ts": "1"}),
        said("5 done", subtype="message_changed"),
        said("5 done", channel=CHANNEL, channel_type="channel", thread_ts="1700000001.000100"),
        mentioned("5 done", bot_id="B2"),
    ],
)
async def test_bots_edits_and_threads_without_a_mention_are_not_heard(
    bot: Bot, slack: Workspace, ignored: dict[str, object]
):
    await bot.event(ignored, "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(lambda: posted(slack))

    assert len(posted(slack)) == 1
    assert [each.text for each in bot.acting.said] == ["help"]


async def test_thanks_are_answered_with_nothing(bot: Bot, slack: Workspace):
    await bot.say("thanks")
    await bot.say("help")
    await slack.until(lambda: posted(slack))

    assert len(posted(slack)) == 1
    assert [each.text for each in bot.acting.said] == ["thanks", "help"]


async def test_a_reply_sent_again_is_answered_once(bot: Bot, slack: Workspace):
    for _ in range(3):
        await bot.event(said("5 done"), "Ev1")
    await bot.event(said("help"), "Ev2")
    await slack.until(lambda: len(posted(slack)) == 2)

    assert len({each.key for each in bot.acting.said}) == 2
    assert sum("Recorded" in words(each) for each in posted(slack)) == 1


async def test_files_are_links_and_one_alone_in_a_thread_says_something(told: Bot, slack: Workspace):
    (began,) = ours(slack)
    await told.event(said("", subtype="file_share", files=[FILE], thread_ts=began.ts), "Ev7")
    await slack.until(lambda: len(posted(slack)) == 2)

    heard = told.acting.said[-1]
    assert (heard.text, heard.links, heard.thread) == ("", ("https://files.example/F1",), f"{DIRECT} {began.ts}")
    assert "with 1 link" in words(posted(slack)[-1])


async def test_words_are_kept_as_they_were_typed(bot: Bot, slack: Workspace):
    typed = "done &amp; dusted, minutes at <https://x.example/a?b=1&amp;c=2> and <http://y.example|y.example>, see <https://z.example|the log>"
    await bot.event(said(typed), "Ev1")
    await slack.until(lambda: bot.acting.said)

    (heard,) = bot.acting.said
    assert isinstance(heard, Replied)
    assert heard.text == (
        "done & dusted, minutes at https://x.example/a?b=1&c=2 and http://y.example, see the log https://z.example"
    )


# --- pressed ----------------------------------------------------------------------------------------------------


async def test_undo_redraws_the_very_message(told: Bot, slack: Workspace):
    await told.press_in(DIRECT, "Undo")
    await slack.until(lambda: slack.record.of("chat.update"))

    (message,) = ours(slack)
    assert "Taken back: *5 Prisoner forums* is not started again" in words(vars(message))
    assert buttons(vars(message)) == {}


@pytest.mark.parametrize("why", ["message_not_found", "cant_update_message", "edit_window_closed"])
async def test_what_cannot_be_redrawn_is_said_anew(told: Bot, slack: Workspace, why: str):
    breaks(slack, "chat.update", why)
    await told.press_in(DIRECT, "Undo")
    await slack.until(lambda: len(posted(slack)) == 2)

    assert "Taken back" in words(posted(slack)[-1])
    assert posted(slack)[-1]["channel"] == DIRECT


async def test_in_a_channel_a_redraw_goes_to_its_presser_alone(bot: Bot, slack: Workspace):
    await bot.mention("5 done")
    await slack.until(lambda: posted(slack))
    await bot.press("Undo")
    await slack.until(lambda: responses(slack))

    (drawn,) = responses(slack)
    assert (drawn["response_type"], drawn["replace_original"]) == ("ephemeral", True)


async def test_a_button_pressed_after_half_an_hour_is_answered_all_the_same(bot: Bot, slack: Workspace):
    await bot.mention("5 done")
    await slack.until(lambda: posted(slack))
    slack.faults.plan("response_url", Fault("error", "expired_url"))
    await bot.press("Undo")
    await slack.until(lambda: len(posted(slack)) == 2)

    assert "Taken back" in words(slack.record.of("chat.postEphemeral")[-1])


async def test_a_card_is_shown_beside_a_receipt_and_redrawn_where_it_stands(told: Bot, slack: Workspace):
    await told.press_in(DIRECT, "Show 5")
    await slack.until(lambda: len(ours(slack)) == 2 and len(told.remembered.actions) == 2)
    first, second = ours(slack)
    assert "Recorded" in words(vars(first))
    assert told.remembered.actions[DIRECT, second.ts] == 5

    await told.press_in(DIRECT, "History")
    await slack.until(lambda: slack.record.of("chat.update"))
    assert len(ours(slack)) == 2


async def test_a_press_on_an_older_message_is_told_what_changed_and_shown_the_action(told: Bot, slack: Workspace):
    older = {"type": "button", "action_id": "undo:0", "value": json.dumps({"v": "undo", "q": "older", "p": 1})}
    await told.press_by_hand({**older, "text": {"type": "plain_text", "text": "Undo"}})
    await slack.until(lambda: responses(slack))

    said_now = words(responses(slack)[0])
    assert said_now.startswith(answers.OLDER)
    assert "*5 Prisoner forums*" in said_now


async def test_what_stands_elsewhere_is_drawn_anew(told: Bot, slack: Workspace):
    (began,) = ours(slack)
    told.acting.revised = (
        (Where(DIRECT, began.ts), Notice("plain", detail="5: reported done.")),
        (Where(DIRECT, "1.1"), Notice("help")),
    )
    await told.say("5 done")
    await slack.until(lambda: slack.record.of("chat.update"))

    assert words(vars(ours(slack)[0])) == "5: reported done."
    assert len(posted(slack)) == 2


async def test_each_line_read_back_is_left_out_by_a_button_beside_it(bot: Bot, slack: Workspace):
    await bot.say("5 and 6 done")
    await slack.until(lambda: ours(slack))
    (message,) = ours(slack)
    beside = [block["accessory"] for block in message.blocks if "accessory" in block]
    assert [each["text"]["text"] for each in beside] == ["Leave 5 out", "Leave 6 out"]
    assert buttons(vars(message))["Confirm all"]["style"] == "primary"

    await slack.people.press(PERSON, DIRECT, message.ts, beside[1]["action_id"])
    await slack.until(lambda: slack.record.of("chat.update"))
    *_, pressed = bot.acting.heard
    assert isinstance(pressed, Pressed)
    assert (pressed.verb.name, pressed.verb.query) == ("drop", "3 6")


# --- forms ------------------------------------------------------------------------------------------------------


async def test_a_command_that_is_answered_by_a_form_opens_it(bot: Bot, slack: Workspace):
    outcome = await slack.people.command(PERSON, CHANNEL, "/actions 5 done")
    assert outcome.ok
    view = await bot.opened("Action 5: done")

    assert [block["type"] for block in view.body["blocks"]] == ["section", "input", "input", "input"]
    assert posted(slack) == []


@pytest.mark.parametrize("why", ["expired_trigger_id", "invalid_trigger_id"])
async def test_a_form_that_comes_too_late_is_offered_by_a_button(bot: Bot, slack: Workspace, why: str):
    slack.faults.plan("views.open", Fault("error", why))
    await slack.people.command(PERSON, CHANNEL, "/actions 5 done")
    await slack.until(lambda: responses(slack))
    assert "so it was not opened" in words(responses(slack)[0])

    await bot.press("Open the form")
    await bot.opened("Action 5: done")


async def test_words_that_a_form_answers_are_given_a_button(bot: Bot, slack: Workspace):
    await bot.say("5 by form")
    await slack.until(lambda: posted(slack))
    assert "Nothing was changed yet." in words(posted(slack)[0])

    await bot.press_in(DIRECT, "Open the form")
    await bot.opened("Action 5: done")


async def test_a_form_filled_in_is_answered_by_a_receipt_with_a_thread_of_its_own(bot: Bot, slack: Workspace):
    await slack.people.command(PERSON, CHANNEL, "/actions 5 done")
    view = await bot.opened("Action 5: done")
    filled = {
        "words": {"words": "the minutes\nof Monday"},
        "link": {"link": "https://x.example"},
        "day": {"day": "2024-12-01"},
    }
    assert (await slack.people.submit(PERSON, view.id, filled)).ok
    await slack.until(lambda: bot.remembered.actions)

    *_, submitted = bot.acting.heard
    assert isinstance(submitted, Submitted)
    assert submitted.values == {"words": "the minutes\nof Monday", "link": "https://x.example", "day": "2024-12-01"}
    (receipt,) = ours(slack)
    assert bot.remembered.actions == {(DIRECT, receipt.ts): 5}


async def test_what_is_wrong_with_a_whole_form_stands_beside_its_first_field(bot: Bot, slack: Workspace):
    await slack.people.command(PERSON, CHANNEL, "/actions 5 done")
    view = await bot.opened("Action 5: done")
    outcome = await slack.people.submit(PERSON, view.id, {})

    assert outcome.errors == {"words": "Say how you know."}


# --- prisoner numbers -------------------------------------------------------------------------------------------


async def test_prisoner_numbers_are_masked_wherever_others_may_look_on(bot: Bot, slack: Workspace):
    bot.acting.history = "spoke to A1234BC and b 4321 xy"
    in_channel = await bot.command("5", CHANNEL)
    in_direct = await bot.command("5", DIRECT)

    assert "spoke to […] and […]" in words(in_channel)
    assert "A1234BC" not in json.dumps(in_channel)
    assert "spoke to A1234BC and b 4321 xy" in words(in_direct)


async def test_what_is_said_unasked_is_masked_in_a_channel_and_not_to_one_person(bot: Bot, slack: Workspace):
    told = Notice("plain", detail="A1234BC was moved")
    async with sender.opened(BOT_TOKEN, slack.api_url) as sending:
        await sending.post(PERSON, told, key="one")
        where = await sending.post(CHANNEL, told, key="all")
        await sending.revise(where, told)

    assert [words(vars(each)) for each in (*ours(slack), *ours(slack, CHANNEL))] == [
        "A1234BC was moved",
        "[…] was moved",
    ]
