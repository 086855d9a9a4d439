"""The page's endpoints: a person sees what is theirs to see, acts, and hears of changes."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from tests.workspace.conftest import ANNA, APP, BEN, ELSEWHERE, GENERAL, PRIVATE, call, posted, shown
from workspace import page_api, page_facts
from workspace.team import Message

pytestmark = pytest.mark.anyio


async def get(http, path, **query):
    async with http.get(f"/page/{path}", params={key.strip("_"): value for key, value in query.items()}) as response:
        return response.status, await response.json()


async def post(http, path, **body):
    async with http.post(f"/page/{path}", json={key.strip("_"): value for key, value in body.items()}) as response:
        return response.status, await response.json()


# --- what is seen --------------------------------------------------------------------------------------------


async def test_the_first_person_sees_what_is_theirs(workspace, http):
    posted(workspace, text=f"<@{ANNA}>, look")
    posted(workspace, text="for Ben", only_for=BEN)
    workspace.team.direct(BEN)

    status, state = await get(http, "state")

    assert status == 200
    assert state["me"] == {"id": ANNA, "name": "anna", "real_name": "Anna Able", "title": "Governor", "bot": False}
    assert [(each["id"], each["bot"]) for each in state["people"]] == [(ANNA, False), (BEN, False), (APP, True)]
    assert [each["id"] for each in state["conversations"]] == [GENERAL, ELSEWHERE]
    assert state["conversations"][0] == {
        "id": GENERAL,
        "name": "general",
        "kind": "channel",
        "topic": "",
        "with": None,
        "unread": 1,
        "mention": True,
    }
    assert state["calendar"] == {"now": "2024-12-02T09:00:00+00:00", "label": "Monday 2 December 2024, 9am"}
    assert (state["hints"], state["home"]) == (["Try /actions help"], False)
    app = {"id": "A0ACTIONS", "user_id": APP, "name": "Action plans", "commands": ["/actions"], "shortcuts": []}
    assert state["app"] == app


async def test_direct_messages_are_called_by_the_other_person(workspace, http):
    direct = workspace.team.direct(BEN)

    _, state = await get(http, "state", as_=BEN)

    listed = next(each for each in state["conversations"] if each["id"] == direct.id)
    assert (listed["name"], listed["with"], listed["kind"]) == ("Action plans", APP, "im")


async def test_a_conversation_shows_messages_with_their_authors(workspace, http):
    await workspace.people.say(BEN, GENERAL, "begin")
    (first,) = workspace.team.conversations[GENERAL].messages
    posted(workspace, text="reply", thread_ts=first)
    posted(workspace, text="for Anna", only_for=ANNA)

    _, seen = await get(http, f"conversation/{GENERAL}", as_=ANNA)
    _, by_ben = await get(http, f"conversation/{GENERAL}", as_=BEN)

    begun, reply, alone = seen["messages"]
    assert begun["author"] == {"name": "Ben Bold", "app": False, "title": "Head of Safety"}
    assert (begun["reply_count"], begun["latest_reply"], begun["unread"]) == (1, reply["ts"], True)
    assert (reply["author"]["name"], reply["author"]["app"], reply["thread_ts"]) == ("Action plans", True, first)
    assert (alone["ephemeral"], alone["edited"], alone["at"]) == (True, False, None)
    assert [each["text"] for each in by_ben["messages"]] == ["begin", "reply"]
    assert by_ben["messages"][0]["at"] == "2024-12-02T09:00:00+00:00"


async def test_what_an_attachment_says_is_shown_where_nothing_else_is(workspace, http):
    posted(workspace, attachments=[{"text": "said"}, {"fallback": "meant"}])
    posted(workspace, attachments=[{"color": "#fff"}])
    posted(workspace, text="first", attachments=[{"text": "said"}])

    _, seen = await get(http, f"conversation/{GENERAL}")

    assert [each["text"] for each in seen["messages"]] == ["said\nmeant", "", "first"]


async def test_a_conversation_of_20_000_unread_messages_is_read_in_no_time(workspace):
    place = workspace.team.conversations[GENERAL]
    place.messages = {ts: Message(ts, BEN, "x") for ts in (f"1733130000.{n:06}" for n in range(20_000))}
    began = time.process_time()

    seen = page_facts.conversation(workspace.team, place, ANNA)

    assert time.process_time() - began < 2  # by comparing each with each it was ten seconds and more
    assert (seen["unread"], all(each["unread"] for each in seen["messages"])) == (20_000, True)


@pytest.mark.parametrize(
    ("path", "who"),
    [
        (f"conversation/{PRIVATE}", ANNA),
        ("conversation/D0BEN", ANNA),
        ("conversation/C0NONE", ANNA),
        ("state", "U0NONE"),
        ("state", "U0GONE"),
        ("state", APP),
        ("view", "U0NONE"),
        ("home", APP),
        ("events", "U0NONE"),
    ],
)
async def test_what_is_not_theirs_is_not_there(workspace, http, path, who):
    workspace.team.direct(BEN)

    status, answer = await get(http, path, as_=who)

    assert status == 404
    assert answer["error"].endswith(".")


async def test_nobody_sees_anothers_form_or_home(workspace, http, odd):
    trigger = workspace.tickets.trigger(BEN)
    title = {"type": "plain_text", "text": "Form"}
    view = {"type": "modal", "title": title, "blocks": [{"type": "divider"}], "private_metadata": "kept"}
    await call(workspace, http, "views.open", trigger_id=trigger, view=view)
    await call(workspace, http, "views.publish", user_id=BEN, view={"type": "home", "blocks": [{"type": "divider"}]})

    assert (await get(http, "view", as_=ANNA))[1] == {"view": None}
    assert (await get(http, "home", as_=ANNA))[1] == {"view": None}
    shown_to_ben = (await get(http, "view", as_=BEN))[1]["view"]
    assert (shown_to_ben["type"], shown_to_ben["state"], shown_to_ben["submit"]) == ("modal", {"values": {}}, None)
    assert (await get(http, "home", as_=BEN))[1]["view"]["type"] == "home"
    assert (await get(http, "state", as_=BEN))[1]["home"] is True


# --- what is done --------------------------------------------------------------------------------------------


async def test_words_are_said_and_refused(workspace, http):
    well = await post(http, "say", as_=ANNA, channel=GENERAL, text="hello")
    ill = await post(http, "say", as_=ANNA, channel=PRIVATE, text="hello")

    assert well == (200, {"ok": True, "error": "", "errors": {}})
    assert ill[0] == 200
    assert ill[1]["error"] == "There is no such conversation, or you are not in it."
    assert shown(workspace, BEN) == ["hello"]


async def test_everything_can_be_done_from_the_page(workspace, http, odd):
    blocks = [{"type": "actions", "block_id": "row", "elements": [{"type": "button", "action_id": "go"}]}]
    message = posted(workspace, text="?", blocks=blocks)
    here = {"as_": ANNA, "channel": GENERAL, "ts": message.ts}

    assert (await post(http, "press", **here, action_id="go", block_id="row"))[1]["ok"]
    assert (await post(http, "read", as_=ANNA, channel=GENERAL))[1]["ok"]
    assert (await post(http, "home", as_=ANNA))[1]["ok"]
    for act in ("press_in_view", "submit", "close"):
        more = {"press_in_view": {"action_id": "a", "block_id": "b", "value": ["x"]}, "submit": {"values": {}}}
        answer = await post(http, act, as_=ANNA, view_id="V1", **more.get(act, {}))
        assert answer[1]["error"] == "That form is no longer open."


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("dance", {}, "There is nothing of that name to do."),
        ("say", {}, "That is not how to ask for it: missing a required argument: 'channel'."),
        (
            "say",
            {"as": ANNA, "channel": GENERAL, "text": "x", "files": "abc"},
            "files is not of the kind it has to be.",
        ),
        ("say", {"user": ANNA, "channel": GENERAL, "text": "x"}, "user is not of the kind it has to be."),
        ("say", {"as": ANNA, "channel": GENERAL, "text": "x", "files": []}, "files is not of the kind it has to be."),
        ("say", {"as": ANNA, "channel": GENERAL, "text": ["x"]}, "text is not of the kind it has to be."),
        ("submit", {"as": ANNA, "view_id": "V1", "values": "x"}, "values is not of the kind it has to be."),
        ("say", {"as": ANNA, "nonsense": 1}, "That is not how to ask for it: missing a required argument: 'channel'."),
    ],
)
async def test_what_makes_no_sense_is_refused_in_a_sentence(workspace, http, path, body, sentence):
    assert await post(http, path, **body) == (400, {"error": sentence})


@pytest.mark.parametrize(
    ("body", "kind", "sentence"),
    [
        ("{}", "text/plain", "Send JSON, and say so in Content-Type."),
        ("{", "application/json", "That is no JSON object."),
        ("[1]", "application/json", "That is no JSON object."),
        ("{}", "application/json; charset=zork", "That is no JSON object."),
        (b'{"as": "\xff"}', "application/json", "That is no JSON object."),
        ("[" * 100_000, "application/json", "That is no JSON object."),
        ('{"text": "/actions \\ud800"}', "application/json", "That is no JSON object."),
        ('{"value": NaN}', "application/json", "That is no JSON object."),
        (json.dumps({"as": "x" * page_api.LONGEST}), "application/json", "That is too long."),
    ],
)
async def test_only_json_of_a_sensible_size_is_taken(workspace, http, body, kind, sentence):
    async with http.post("/page/say", data=body, headers={"Content-Type": kind}) as response:
        assert (response.status, (await response.json())["error"]) == (400, sentence)


async def test_the_calendar_is_moved_on(workspace, http):
    assert (await post(http, "calendar", move="hour"))[1]["ok"]
    assert (await get(http, "state"))[1]["calendar"]["label"] == "Monday 2 December 2024, 10am"
    assert (await post(http, "calendar", move="working_day"))[1]["ok"]
    assert (await post(http, "calendar", move="2025-02-03", as_=ANNA))[1]["ok"]
    assert (await get(http, "state"))[1]["calendar"]["label"] == "Monday 3 February 2025, 9am"
    assert (await post(http, "calendar", move="2024-02-03"))[1]["error"] == "The calendar only goes forward."
    workspace.team.calendar = None
    assert (await post(http, "calendar", move="hour"))[1]["error"] == "This workspace shows no calendar."
    assert (await get(http, "state"))[1]["calendar"] is None


@pytest.mark.parametrize("move", ["never", "", None, [], {}, ["hour"], 5, True, "2025-02-30", "9" * 5_000])
async def test_the_calendar_is_not_moved_by_nonsense(workspace, http, move):
    sentence = "Move it by hour, to the next working_day, or to a day, as 2025-02-03."
    assert await post(http, "calendar", move=move) == (400, {"error": sentence})


async def test_a_file_is_shared_with_the_app(workspace, http, odd):
    where = {"as": BEN, "channel": PRIVATE, "name": "plan.pdf"}
    async with http.post("/page/upload", params=where, data=b"%PDF") as response:
        assert (await response.json())["ok"]
    await workspace.until(lambda: odd.heard)

    event = odd.events()[0]["event"]
    (file,) = event["files"]
    assert (event["subtype"], file["name"], file["size"], file["mimetype"]) == (
        "file_share",
        "plan.pdf",
        4,
        "application/pdf",
    )
    token = {"Authorization": f"Bearer {workspace.team.app.bot_token}"}
    async with http.get(file["url_private"], headers=token) as response:
        assert await response.read() == b"%PDF"


async def test_a_file_is_not_shared_where_one_is_not(workspace, http):
    where = {"as": ANNA, "channel": PRIVATE, "name": "plan.pdf"}
    async with http.post("/page/upload", params=where, data=b"%PDF") as response:
        assert (await response.json())["error"] == "There is no such conversation, or you are not in it."
    assert workspace.team.files == {}


# --- what is heard -------------------------------------------------------------------------------------------


@asynccontextmanager
async def listening(http, who) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with http.ws_connect("/page/events", params={"as": who}) as socket:
        yield socket


async def heard(socket):
    return await socket.receive_json(timeout=5)


async def test_a_page_hears_of_what_its_person_may_see_and_of_nothing_else(workspace, http):
    async with listening(http, ANNA) as stream:
        await workspace.people.say(BEN, PRIVATE, "secret")
        posted(workspace, text="for Ben", only_for=BEN)
        workspace.team.changed("view", user=BEN)
        workspace.team.direct(BEN)
        posted(workspace, text="for Anna", only_for=ANNA)
        workspace.team.changed("view", user=ANNA)
        workspace.team.changed("calendar")

        assert await heard(stream) == {"kind": "message", "channel": GENERAL}
        assert await heard(stream) == {"kind": "view"}
        assert await heard(stream) == {"kind": "calendar"}


async def test_a_page_that_goes_is_forgotten(workspace, http):
    async with listening(http, ANNA):
        assert len(workspace.team.watchers) == 2

    await workspace.until(lambda: len(workspace.team.watchers) == 1)


async def test_a_page_is_let_go_when_the_workspace_stops(workspace, http):
    async with listening(http, ANNA) as stream:
        await workspace.stop()

        assert (await stream.receive(timeout=5)).type is aiohttp.WSMsgType.CLOSE
