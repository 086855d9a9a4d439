"""An app is reached by signed HTTP as Slack reaches it: slack_bolt takes it, and odd endpoints are met as Slack meets them."""

import asyncio
import hmac
import json
from hashlib import sha256

import aiohttp
import pytest

from tests.workspace.conftest import ANNA, APP, BEN, ELSEWHERE, GENERAL, PRIVATE, posted, reply, sample_team, shown
from workspace import payloads
from workspace.faults import Fault
from workspace.spans import Spans

pytestmark = pytest.mark.anyio
QUICK = pytest.mark.parametrize("workspace", [Spans(ack=0.3, retries=(0.0, 0.05, 0.1))], indirect=True)
MINUTES = pytest.mark.parametrize("workspace", [Spans(ack=0.3, retries=(0.0, 60.0, 300.0))], indirect=True)


async def test_slack_bolt_takes_a_command_and_its_ack_is_shown_to_the_asker(workspace, bolt):
    heard = []

    @bolt.command("/actions")
    async def command(ack, body):
        heard.append(body)
        await ack(f"You asked: {body['text']}")

    outcome = await workspace.people.command(ANNA, GENERAL, "/actions  Rochester & <overdue> @ben ")

    assert outcome.ok
    assert shown(workspace, ANNA) == ["You asked: Rochester & <overdue> @ben"]
    assert shown(workspace, BEN) == []
    assert (
        heard[0].items()
        >= {
            "team_id": workspace.team.id,
            "team_domain": "sample-workspace",
            "channel_id": GENERAL,
            "channel_name": "general",
            "user_id": ANNA,
            "user_name": "anna",
            "command": "/actions",
            "api_app_id": "A0ACTIONS",
            "is_enterprise_install": "false",
        }.items()
    )
    assert heard[0]["response_url"].startswith(f"{workspace.url}/respond/")
    assert workspace.tickets.spend_trigger(heard[0]["trigger_id"]) == ANNA
    assert workspace.record.of("ack") == [{"text": "You asked: Rochester & <overdue> @ben"}]


async def test_a_command_is_signed_and_sent_as_a_form(workspace, odd):
    await workspace.people.command(ANNA, GENERAL, "/actions help")

    headers, body = odd.heard[0]
    stamp = headers["X-Slack-Request-Timestamp"]
    expected = hmac.new(b"workspace-signing-secret", f"v0:{stamp}:".encode() + body, sha256).hexdigest()
    assert headers["X-Slack-Signature"] == f"v0={expected}"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert headers["User-Agent"].startswith("Slackbot 1.0")
    assert odd.form()["text"] == "help"


async def test_one_connection_carries_one_command_after_another(workspace, odd):
    for _ in range(3):
        await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert len(odd.peers) == 1


async def test_an_ack_may_be_for_everyone(workspace, odd):
    odd.say(text=json.dumps({"response_type": "in_channel", "text": "For all"}), content_type="application/json")

    await workspace.people.command(ANNA, GENERAL, "/actions share")

    assert shown(workspace, BEN) == ["For all"]


async def test_an_empty_ack_shows_nothing(workspace, odd):
    assert (await workspace.people.command(ANNA, GENERAL, "/actions help")).ok
    assert shown(workspace, ANNA) == []


async def test_an_ack_of_words_that_are_not_json_is_shown_as_it_is(workspace, odd):
    odd.say(text="<p>hello", content_type="application/json")

    await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert shown(workspace, ANNA) == ["<p>hello"]


async def test_an_ack_with_blocks_that_slack_refuses_shows_the_asker_that_it_failed(workspace, odd):
    workspace.faults.refuses.add("data_table")
    body = {"text": "x", "blocks": [{"type": "data_table", "rows": []}]}
    odd.say(text=json.dumps(body), content_type="application/json")

    assert not (await workspace.people.command(ANNA, GENERAL, "/actions help")).ok
    assert shown(workspace, ANNA) == ["/actions failed with the error “invalid_blocks”"]
    assert workspace.record.refused[0][:2] == ("ack", "invalid_blocks")


@QUICK
async def test_a_late_ack_shows_the_asker_alone_that_time_ran_out(workspace, odd):
    go_on = odd.keep_quiet()

    assert not (await workspace.people.command(ANNA, GENERAL, "/actions help")).ok
    go_on.set()

    assert shown(workspace, ANNA) == ["/actions failed with the error “operation_timeout”"]
    assert shown(workspace, BEN) == []
    assert len(odd.heard) == 1  # a command is never sent twice


@pytest.mark.parametrize("response", [{"status": 500}, {"status": 404}, {"status": 302, "headers": {"Location": "/"}}])
async def test_anything_but_a_200_shows_the_asker_that_it_failed(workspace, odd, response):
    odd.say(**response)

    await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert shown(workspace, ANNA) == ["/actions failed with the error “dispatch_failed”"]


@pytest.mark.parametrize("url", [None, "http://127.0.0.1:1/slack/events", "http:///nowhere"])
async def test_an_app_that_is_nowhere_shows_the_asker_that_it_failed(workspace, url):
    workspace.team.app.request_url = url

    await workspace.people.command(ANNA, GENERAL, "/actions help")

    assert shown(workspace, ANNA) == ["/actions failed with the error “dispatch_failed”"]


# --- events --------------------------------------------------------------------------------------------------


async def test_slack_bolt_hears_a_mention_and_a_message_and_answers(workspace, bolt):
    heard = []

    @bolt.event("app_mention")
    async def mention(event, say):
        heard.append(event)
        await say("Here")

    @bolt.event("message")
    async def message(event):
        heard.append(event)

    await workspace.people.say(ANNA, GENERAL, f"<@{APP}> Rochester < 5 & more")
    await workspace.until(lambda: len(heard) == 2 and len(shown(workspace, BEN)) == 2)

    mentions = [event for event in heard if event["type"] == "app_mention"]
    messages = [event for event in heard if event["type"] == "message"]
    assert mentions[0]["text"] == f"<@{APP}> Rochester &lt; 5 &amp; more"
    assert "channel_type" not in mentions[0]
    assert messages[0].items() >= {"user": ANNA, "channel": GENERAL, "channel_type": "channel"}.items()
    assert shown(workspace, BEN) == [f"<@{APP}> Rochester &lt; 5 &amp; more", "Here"]


async def test_an_event_comes_in_an_envelope_like_slacks(workspace, odd):
    await workspace.people.say(ANNA, GENERAL, "hello")
    await workspace.until(lambda: odd.heard)

    envelope = odd.events()[0]
    assert envelope["type"] == "event_callback"
    assert (
        envelope["authorizations"][0].items() >= {"user_id": APP, "is_bot": True, "team_id": workspace.team.id}.items()
    )
    assert envelope["event"]["event_ts"] == envelope["event"]["ts"]
    assert "X-Slack-Retry-Num" not in odd.heard[0][0]


async def test_no_two_events_share_an_id_in_this_workspace_or_its_next_run(workspace):
    events = [payloads.event(team, {}) for team in (workspace.team, workspace.team, sample_team())]

    assert len({event["event_id"] for event in events}) == 3


async def test_the_app_hears_only_where_it_is_and_only_what_it_subscribed_to(workspace, odd):
    await workspace.people.say(ANNA, ELSEWHERE, f"<@{APP}> are you there?")
    posted(workspace, GENERAL, text="for one", only_for=ANNA)
    workspace.team.app.events = ("message.im",)
    await workspace.people.say(ANNA, GENERAL, f"<@{APP}> are you there?")
    direct = workspace.team.direct(ANNA)
    await workspace.people.say(ANNA, direct.id, "and here?")
    await workspace.until(lambda: odd.heard)

    assert [(each["event"]["channel_type"], each["event"]["text"]) for each in odd.events()] == [("im", "and here?")]


async def test_a_reply_a_change_and_a_removal_are_told_too(workspace, odd):
    workspace.team.app.events = ("message.groups",)
    await workspace.people.say(BEN, PRIVATE, "begin")
    place = workspace.team.conversations[PRIVATE]
    (first,) = place.messages
    await workspace.people.say(BEN, PRIVATE, "reply", thread_ts=first)
    await workspace.until(lambda: len(odd.heard) == 2)
    workspace.team.remove(place, list(place.messages)[1])
    await workspace.until(lambda: len(odd.heard) == 3)

    begun, replied, gone = [each["event"] for each in odd.events()]
    assert begun["channel_type"] == "group"
    assert replied["thread_ts"] == first
    assert replied["parent_user_id"] == BEN
    assert gone["subtype"] == "message_deleted"
    assert gone["previous_message"]["text"] == "reply"


async def test_what_the_app_posts_and_edits_comes_back_to_it(workspace, bolt, odd):
    message = posted(workspace, text="first")
    await bolt.client.chat_update(channel=GENERAL, ts=message.ts, text="second")
    await workspace.until(lambda: len(odd.heard) == 2)

    new, edited = sorted((each["event"] for each in odd.events()), key=lambda event: event["ts"])
    assert (new["user"], new["bot_id"], new["text"]) == (APP, "B0ACTIONS", "first")
    assert edited["subtype"] == "message_changed"
    assert (edited["previous_message"]["text"], edited["message"]["text"]) == ("first", "second")


@QUICK
async def test_an_event_is_sent_again_until_it_is_taken_and_never_after(workspace, odd):
    odd.say(status=500)
    go_on = odd.keep_quiet()
    await workspace.people.say(ANNA, GENERAL, "hello")
    await workspace.until(lambda: len(odd.heard) == 3)
    go_on.set()
    await asyncio.gather(*workspace.delivery._tasks)

    assert len({each["event_id"] for each in odd.events()}) == 1
    assert [headers.get("X-Slack-Retry-Num") for headers, _ in odd.heard] == [None, "1", "2"]
    assert [headers.get("X-Slack-Retry-Reason") for headers, _ in odd.heard] == [None, "http_error", "http_timeout"]


@QUICK
async def test_an_event_is_given_up_after_three_retries(workspace, odd):
    for _ in range(9):
        odd.say(status=500)
    await workspace.people.say(ANNA, GENERAL, "hello")
    await asyncio.gather(*workspace.delivery._tasks)

    assert len(odd.heard) == 4


@QUICK
async def test_an_app_may_ask_not_to_be_sent_it_again(workspace, odd):
    odd.say(status=500, headers={"X-Slack-No-Retry": "1"})
    await workspace.people.say(ANNA, GENERAL, "hello")
    await asyncio.gather(*workspace.delivery._tasks)

    assert len(odd.heard) == 1


@MINUTES
async def test_stopping_lets_go_of_what_waits_to_be_sent_again(workspace, odd):
    odd.say(status=500)
    odd.say(status=500)
    await workspace.people.say(ANNA, GENERAL, "hello")
    await workspace.until(lambda: len(odd.heard) == 2)
    (waiting,) = workspace.delivery._tasks

    await workspace.stop()

    assert waiting.cancelled()
    assert len(odd.heard) == 2


async def test_an_app_that_was_removed_hears_nothing(workspace, odd):
    workspace.team.app.active = False
    await workspace.people.say(ANNA, GENERAL, "hello")
    outcome = await workspace.people.say(ANNA, GENERAL, "/actions help")

    assert outcome.error == "/actions is not a valid command here. Try /actions."
    assert workspace.delivery._tasks == set()


# --- response_urls -------------------------------------------------------------------------------------------


async def asked(workspace, odd):
    await workspace.people.command(ANNA, GENERAL, "/actions help")
    return odd.form()["response_url"]


async def test_a_response_url_answers_the_asker_or_everyone(workspace, odd, http):
    url = await asked(workspace, odd)

    assert await reply(http, url, text="for you") == (200, "ok")
    assert await reply(http, url, text="for all", response_type="in_channel") == (200, "ok")

    assert shown(workspace, ANNA) == ["for you", "for all"]
    assert shown(workspace, BEN) == ["for all"]
    assert workspace.record.of("response_url") == [
        {"text": "for you"},
        {"text": "for all", "response_type": "in_channel"},
    ]


async def test_a_response_url_answers_five_times_and_says_so(workspace, odd, http):
    url = await asked(workspace, odd)
    for _ in range(5):
        assert (await reply(http, url, text="again"))[0] == 200

    status, text = await reply(http, url, text="again")

    assert (status, json.loads(text)) == (404, {"ok": False, "error": "used_url"})
    assert len(shown(workspace, ANNA)) == 5


@pytest.mark.parametrize("workspace", [Spans(url=0)], indirect=True)
async def test_a_response_url_goes_stale(workspace, odd, http):
    url = await asked(workspace, odd)

    assert json.loads((await reply(http, url, text="late"))[1])["error"] == "expired_url"
    assert json.loads((await reply(http, "/respond/made-up", text="late"))[1])["error"] == "invalid_url"


async def test_a_response_url_refuses_what_slack_refuses(workspace, odd, http):
    url = await asked(workspace, odd)

    assert await reply(http, url) == (400, "no_text")
    assert await reply(http, url, text="x", blocks=[{"type": "nonsense"}]) == (400, "invalid_blocks")
    async with http.post(url, data="nonsense", headers={"Content-Type": "application/json"}) as response:
        assert (response.status, await response.text()) == (400, "invalid_payload")
    assert shown(workspace, ANNA) == []


async def test_a_response_url_has_bad_days_too(workspace, odd, http):
    url = await asked(workspace, odd)
    workspace.faults.plan("response_url", Fault("ratelimited", retry_after=7))
    workspace.faults.plan("response_url", Fault("500"))
    async with http.post(url, json={"text": "x"}) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
    assert (await reply(http, url, text="x"))[0] == 500
    assert (await reply(http, url, text="x"))[0] == 200
    assert workspace.record.counts()["response_url"] == 1
    assert [each[:2] for each in workspace.record.refused] == [("response_url", "ratelimited"), ("response_url", "500")]


async def test_a_response_url_accepts_and_then_breaks(workspace, odd, http):
    url = await asked(workspace, odd)
    workspace.faults.plan("response_url", Fault("accept_and_drop"))
    with pytest.raises(aiohttp.ClientError):
        await reply(http, url, text="taken all the same")
    assert shown(workspace, ANNA) == ["taken all the same"]
