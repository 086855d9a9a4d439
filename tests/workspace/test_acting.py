"""What people do reaches the app in Slack's shapes, and what the app answers is seen by whom it is for."""

import pytest

from tests.workspace.conftest import ANNA, APP, BEN, ELSEWHERE, GENERAL, PRIVATE, posted, reply, shown
from tests.workspace.drawn import ACTIONS, BUTTON, option, plain
from workspace.spans import Spans

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("only_what_people_do")]


# --- words and commands --------------------------------------------------------------------------------------


async def test_words_are_posted_as_slack_sends_them(workspace):
    await workspace.people.say(ANNA, GENERAL, f"<@{APP}> <b> & <https://example.org|here>")

    assert shown(workspace, BEN) == [f"<@{APP}> &lt;b&gt; &amp; <https://example.org|here>"]
    (message,) = workspace.team.conversations[GENERAL].messages.values()
    assert message.at.isoformat() == "2024-12-02T09:00:00+00:00"
    assert workspace.team.conversations[GENERAL].unread(BEN) == [message]
    assert message.user == ANNA


async def test_a_reply_to_a_reply_joins_the_same_thread(workspace):
    place = workspace.team.conversations[GENERAL]
    await workspace.people.say(ANNA, GENERAL, "begin")
    (first,) = place.messages
    await workspace.people.say(BEN, GENERAL, "reply", first)
    await workspace.people.say(ANNA, GENERAL, "and again", list(place.messages)[1])

    assert [message.text for message in place.thread(first)] == ["begin", "reply", "and again"]


@pytest.mark.parametrize(
    ("user", "channel", "text", "thread", "sentence"),
    [
        (ANNA, PRIVATE, "hello", None, "There is no such conversation, or you are not in it."),
        (ANNA, "C0NONE", "hello", None, "There is no such conversation, or you are not in it."),
        ("U0NONE", GENERAL, "hello", None, "There is nobody here to act as by that id."),
        ("U0GONE", GENERAL, "hello", None, "There is nobody here to act as by that id."),
        (APP, GENERAL, "hello", None, "There is nobody here to act as by that id."),
        (ANNA, GENERAL, "   ", None, "Type something to send."),
        (ANNA, GENERAL, "hello", "1.2", "That message is no longer there."),
        (ANNA, GENERAL, "/actions help", "1.2", "/actions is not supported in threads. Sorry!"),
        (ANNA, GENERAL, "/other help", None, "/other is not a valid command here. Try /actions."),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(workspace, user, channel, text, thread, sentence):
    outcome = await workspace.people.say(user, channel, text, thread)

    assert (outcome.ok, outcome.error) == (False, sentence)
    assert all(not each.messages for each in workspace.team.conversations.values())


async def test_an_archived_channel_takes_no_words(workspace):
    workspace.team.conversations[GENERAL].archived = True

    assert (await workspace.people.say(ANNA, GENERAL, "hello")).error.startswith("This channel is archived")


async def test_a_command_works_where_the_app_is_not(workspace, odd):
    odd.say(text="at your service")
    await workspace.people.say(ANNA, ELSEWHERE, "/actions help")

    assert odd.form()["channel_id"] == ELSEWHERE
    assert shown(workspace, ANNA, ELSEWHERE) == ["at your service"]


# --- buttons and menus in messages ---------------------------------------------------------------------------


async def test_a_press_carries_the_message_and_the_real_button(workspace, odd):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])

    assert (await workspace.people.press(ANNA, GENERAL, message.ts, "go")).ok

    body = odd.interaction()
    assert body["type"] == "block_actions"
    assert body["user"] == {"id": ANNA, "username": "anna", "name": "anna", "team_id": workspace.team.id}
    assert body["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": GENERAL,
        "is_ephemeral": False,
    }
    assert body["channel"] == {"id": GENERAL, "name": "general"}
    assert body["message"]["blocks"] == [ACTIONS]
    assert body["message"]["bot_id"] == "B0ACTIONS"
    (action,) = body["actions"]
    assert action.pop("action_ts")
    assert action == {**BUTTON, "block_id": "row"}
    assert body["state"]["values"]["row"] == {
        "pick": {"type": "static_select", "selected_option": None},
        "day": {"type": "datepicker", "selected_date": "2025-02-03"},
    }
    assert workspace.tickets.spend_trigger(body["trigger_id"]) == ANNA


async def test_a_choice_is_told_and_remembered_for_whoever_made_it(workspace, odd):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])
    await workspace.people.press(ANNA, GENERAL, message.ts, "pick", "row", "b")
    (action,) = odd.interaction()["actions"]
    assert action["selected_option"] == option("b")
    assert "options" not in action
    await workspace.people.press(ANNA, GENERAL, message.ts, "go")
    assert odd.interaction()["state"]["values"]["row"]["pick"]["selected_option"] == option("b")
    await workspace.people.press(BEN, GENERAL, message.ts, "go")
    assert odd.interaction()["state"]["values"]["row"]["pick"]["selected_option"] is None


async def test_what_one_person_sees_is_not_shown_to_the_app_again(workspace, odd):
    message = posted(workspace, text="Choose", blocks=[ACTIONS], only_for=ANNA)
    await workspace.people.press(ANNA, GENERAL, message.ts, "go")

    body = odd.interaction()
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body
    outcome = await workspace.people.press(BEN, GENERAL, message.ts, "go")
    assert outcome.error == "That message is no longer there."


@pytest.mark.parametrize(
    ("action", "block", "value", "sentence"),
    [
        ("gone", None, None, "That is no longer there to press."),
        ("go", "other", None, "That is no longer there to press."),
        ("pick", "row", "z", "There is no choice “z” here."),
        ("pick", "row", ["a"], "That does not fit what is asked here."),
    ],
)
async def test_only_what_is_there_can_be_pressed(workspace, odd, action, block, value, sentence):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])

    assert (await workspace.people.press(ANNA, GENERAL, message.ts, action, block, value)).error == sentence
    assert odd.heard == []


async def test_the_app_redraws_what_one_person_sees_only_by_the_response_url(workspace, odd, http):
    message = posted(workspace, text="Choose", blocks=[ACTIONS], only_for=ANNA)
    await workspace.people.press(ANNA, GENERAL, message.ts, "go")
    url = odd.interaction()["response_url"]

    await reply(http, url, text="Chosen", replace_original=True)

    (now,) = workspace.team.conversations[GENERAL].messages.values()
    assert (now.ts, now.text, now.only_for, now.blocks) == (message.ts, "Chosen", ANNA, [])
    assert now.at == message.at
    await reply(http, url, delete_original="true")
    assert shown(workspace, ANNA) == []


async def test_the_app_redraws_what_everyone_sees_or_answers_beneath_it(workspace, odd, http):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])
    await workspace.people.press(ANNA, GENERAL, message.ts, "go")
    url = odd.interaction()["response_url"]

    await reply(http, url, text="Chosen", replace_original=True)
    await reply(http, url, text="by Anna", response_type="in_channel", thread_ts=message.ts)
    await reply(http, url, text="Thank you")

    assert shown(workspace, BEN) == ["Chosen", "by Anna"]
    assert shown(workspace, ANNA) == ["Chosen", "by Anna", "Thank you"]
    assert list(workspace.team.conversations[GENERAL].messages.values())[1].thread_ts == message.ts


async def test_a_shortcuts_response_url_leaves_what_somebody_said(workspace, odd, http):
    await workspace.people.say(BEN, GENERAL, "Ben's own")
    (said,) = workspace.team.conversations[GENERAL].messages.values()
    await workspace.people.shortcut(ANNA, GENERAL, said.ts, "track")
    url = odd.interaction()["response_url"]

    assert await reply(http, url, text="Tracked", replace_original=True) == (200, "ok")
    assert await reply(http, url, delete_original=True) == (400, "cant_delete_message")

    assert shown(workspace, BEN) == ["Ben's own"]
    assert shown(workspace, ANNA) == ["Ben's own", "Tracked"]


async def test_an_app_that_does_not_take_a_press_is_said_to_have_failed(workspace, odd):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])
    odd.say(status=500)

    outcome = await workspace.people.press(ANNA, GENERAL, message.ts, "go")

    assert outcome.error == "Action plans could not be reached, or failed. Try again."


@pytest.mark.parametrize("workspace", [Spans(ack=0.2)], indirect=True)
async def test_an_app_that_is_late_with_a_press_is_said_to_be(workspace, odd):
    message = posted(workspace, text="Choose", blocks=[ACTIONS])
    go_on = odd.keep_quiet()

    outcome = await workspace.people.press(ANNA, GENERAL, message.ts, "go")
    go_on.set()

    assert outcome.error == "Action plans did not answer in time. Try again."


async def test_a_shortcut_carries_the_message(workspace, odd):
    await workspace.people.say(BEN, GENERAL, "Please note this")
    (ts,) = workspace.team.conversations[GENERAL].messages

    assert (await workspace.people.shortcut(ANNA, GENERAL, ts, "note")).ok

    body = odd.interaction()
    assert (body["type"], body["callback_id"], body["message_ts"]) == ("message_action", "note", ts)
    assert (body["message"]["user"], body["message"]["text"]) == (BEN, "Please note this")
    assert body["response_url"].startswith(workspace.url)


# --- what is read --------------------------------------------------------------------------------------------


async def test_reading_marks_what_one_person_saw(workspace):
    place = workspace.team.conversations[GENERAL]
    posted(workspace, text="for all")
    posted(workspace, text="for Ben", only_for=BEN)

    await workspace.people.read(ANNA, GENERAL)

    assert (len(place.unread(ANNA)), len(place.unread(BEN))) == (0, 2)


@pytest.mark.parametrize(
    ("element", "value", "state"),
    [
        ({"type": "checkboxes", "options": [option("a"), option("b")]}, ["b"], {"selected_options": [option("b")]}),
        ({"type": "checkboxes", "options": [option("a")]}, [], {"selected_options": []}),
        (
            {"type": "static_select", "option_groups": [{"options": [option("a")]}]},
            "a",
            {"selected_option": option("a")},
        ),
        ({"type": "multi_users_select"}, ["U1"], {"selected_users": ["U1"]}),
        ({"type": "conversations_select"}, "C1", {"selected_conversation": "C1"}),
        ({"type": "timepicker"}, "09:30", {"selected_time": "09:30"}),
        ({"type": "number_input"}, "12", {"value": "12"}),
        ({"type": "plain_text_input"}, "", {"value": None}),
    ],
)
async def test_each_kind_of_element_is_reported_as_slack_reports_it(workspace, odd, element, value, state):
    block = {"type": "input", "block_id": "b", "label": plain("?"), "element": {**element, "action_id": "a"}}
    message = posted(workspace, text="?", blocks=[block])
    await workspace.people.press(ANNA, GENERAL, message.ts, "a", "b", value)

    assert odd.interaction()["state"]["values"]["b"]["a"] == {"type": element["type"], **state}
