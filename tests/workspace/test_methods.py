"""The workspace's answers beside Slack's documented ones, and what calls do to what it holds."""

from typing import Any

import pytest

from tests.workspace.answers import HOME, MODAL, SECTION, TABLE_OF_CASES, Case, a_file, crowded, opened, top
from tests.workspace.serving import ANNA, ELSEWHERE, GENERAL, PRIVATE, served
from workspace.methods import METHODS

pytestmark = pytest.mark.anyio


def differs(answer: Any, expected: Any, at: str = "") -> list[str]:
    """Where an answer lacks what is expected: values, types, None for absent, parts of objects, every item of lists."""
    if isinstance(expected, dict):
        if not isinstance(answer, dict):
            return [f"{at}: {answer!r} is no object"]
        return [each for key, value in expected.items() for each in differs(answer.get(key), value, f"{at}/{key}")]
    if isinstance(expected, list):
        if not isinstance(answer, list) or len(answer) != len(expected):
            return [f"{at}: {answer!r} is not {len(expected)} items"]
        return [one for i, each in enumerate(expected) for one in differs(answer[i], each, f"{at}/{i}")]
    if isinstance(expected, type):
        return [] if isinstance(answer, expected) else [f"{at}: {answer!r} is no {expected.__name__}"]
    return [] if answer == expected else [f"{at}: {answer!r} is not {expected!r}"]


@pytest.mark.parametrize("case", TABLE_OF_CASES, ids=lambda case: f"{case.method}: {case.name}")
async def test_each_answer_is_slacks(case: Case):
    async with served() as stage:
        asks = case.asks(stage) if callable(case.asks) else case.asks
        way = "params" if case.method.startswith("users.") else "json"  # these read no JSON
        answer = await stage.ask(case.method, **{way: asks})
        holds = case.holds(stage) if callable(case.holds) else case.holds
        holds = {"error": holds} if isinstance(holds, str) else holds

        assert differs(answer, {"ok": "error" not in holds, **holds}) == []
        assert (len(stage.record.accepted), len(stage.record.refused)) == ((1, 0) if answer["ok"] else (0, 1))


def test_every_method_succeeds_somewhere_in_the_table():
    right = {
        case.method
        for case in TABLE_OF_CASES
        if not isinstance(case.holds, str) and (callable(case.holds) or "error" not in case.holds)
    }

    assert right | {"apps.connections.open"} == set(METHODS)


NEEDED = {name: each for name, each in METHODS.items() if each.required}


@pytest.mark.parametrize("name", sorted(NEEDED))
async def test_what_a_method_needs_is_said(name: str):
    """Seen: `invalid_arguments`, with a sentence for each that is missing."""
    async with served() as stage:
        answer = await stage.ask(name, json={})

        assert answer["error"] == "invalid_arguments"
        expected = [f"[ERROR] missing required field: {each}" for each in NEEDED[name].required]
        assert answer["response_metadata"]["messages"] == expected


TOKENS = [
    (None, "not_authed"),
    ("", "not_authed"),
    ("xoxb-other", "invalid_auth"),
    ("xapp-workspace", "not_allowed_token_type"),
]


@pytest.mark.parametrize(("token", "error"), TOKENS)
@pytest.mark.parametrize("name", sorted(name for name, each in METHODS.items() if each.who == "bot"))
async def test_a_bots_method_wants_a_bots_token(name: str, token: str | None, error: str):
    async with served() as stage:
        assert (await stage.ask(name, token=token, json={}))["error"] == error


@pytest.mark.parametrize(("token", "error"), [*TOKENS[:3], ("xoxb-workspace", "not_allowed_token_type")])
async def test_opening_a_socket_wants_the_apps_token(token: str | None, error: str):
    async with served() as stage:
        assert (await stage.ask("apps.connections.open", token=token))["error"] == error
        opened = await stage.ask("apps.connections.open", token="xapp-workspace")
        assert opened["url"].startswith(stage.url.replace("http", "ws"))


async def test_nobody_answers_an_app_that_was_removed_but_public_methods_answer_all():
    async with served() as stage:
        stage.team.app.active = False

        assert (await stage.ask("auth.test"))["error"] == "account_inactive"
        assert (await stage.ask("api.test", token=None))["ok"]
        assert (await stage.ask("blocks.validate", token=None, json={"blocks": []}))["ok"]


async def test_a_method_that_is_none_is_said():
    async with served() as stage:
        assert await stage.ask("chat.shout", json={}) == {
            "ok": False,
            "error": "unknown_method",
            "req_method": "chat.shout",
        }


async def test_pages_lead_to_the_end_and_hold_everything_once():
    async with served() as stage:
        crowded(stage)
        found, cursor = [], ""
        while True:
            answer = await stage.ask("users.list", data={"limit": "7", "cursor": cursor})
            found += [each["id"] for each in answer["members"]]
            if not (cursor := answer["response_metadata"]["next_cursor"]):
                break

        assert found == list(stage.team.people)


@pytest.mark.parametrize("way", ["history", "replies"])
async def test_nothing_is_shown_twice_or_passed_over_when_messages_come_and_go_between_pages(way: str):
    async with served() as stage:
        thread = {"thread_ts": stage.said} if way == "replies" else {}
        for n in range(20):
            assert (await stage.ask("chat.postMessage", json={"channel": GENERAL, "text": f"{n}", **thread}))["ok"]
        found, cursor = [], ""
        while True:
            asks = {"channel": GENERAL, "ts": stage.said, "limit": 4, "cursor": cursor}
            answer = await stage.ask(f"conversations.{way}", json=asks)
            found += [each["text"] for each in answer["messages"]]
            if not (cursor := answer["response_metadata"]["next_cursor"]):
                break
            for gone in [each["ts"] for each in answer["messages"] if each["text"].isdecimal()][:1]:
                await stage.ask("chat.delete", json={"channel": GENERAL, "ts": gone})
            await stage.ask("chat.postMessage", json={"channel": GENERAL, "text": "meanwhile", **thread})

        there = [each for each in found if each.isdecimal()]
        assert there == sorted(map(str, range(20)), key=int, reverse=way == "history")


async def test_a_page_goes_on_where_it_was_to_though_its_first_message_is_gone():
    async with served() as stage:
        sent = [await stage.ask("chat.postMessage", json={"channel": GENERAL, "text": f"{n}"}) for n in range(4)]
        page = await stage.ask("conversations.history", json={"channel": GENERAL, "limit": 2})
        await stage.ask("chat.delete", json={"channel": GENERAL, "ts": sent[1]["ts"]})
        cursor = page["response_metadata"]["next_cursor"]
        following = await stage.ask("conversations.history", json={"channel": GENERAL, "limit": 1, "cursor": cursor})

        assert [each["text"] for each in following["messages"]] == ["0"]


async def test_a_thread_whose_beginning_is_deleted_keeps_its_place():
    async with served() as stage:
        asks = {"channel": GENERAL, "ts": stage.said}
        reply = await stage.ask("chat.postMessage", json={"channel": GENERAL, "text": "Reply", "thread_ts": stage.said})
        assert (await stage.ask("chat.delete", json=asks))["ok"]

        began, stands = (await stage.ask("conversations.replies", json=asks))["messages"]
        assert (began["text"], began["subtype"], began["user"]) == (
            "This message was deleted.",
            "tombstone",
            "USLACKBOT",
        )
        assert (began["reply_count"], stands["ts"], "blocks" in began) == (1, reply["ts"], False)
        assert (await stage.ask("chat.delete", json=asks))["error"] == "cant_delete_message"


async def test_a_file_is_announced_everywhere_or_nowhere_and_once():
    async with served() as stage:
        name = a_file(stage)
        asks = {"files": [{"id": name, "title": "Plan"}], "channels": f"{GENERAL},{ELSEWHERE}"}
        assert (await stage.ask("files.completeUploadExternal", json=asks))["error"] == "not_in_channel"
        assert not any(each.files for each in stage.team.conversations[GENERAL].messages.values())
        assert (await stage.ask("files.info", json={"file": name}))["file"]["title"] == "plan.csv"

        asks |= {"channels": f"{GENERAL},{PRIVATE}"}
        assert (await stage.ask("files.completeUploadExternal", json=asks))["ok"]
        assert (await stage.ask("files.completeUploadExternal", json=asks))["error"] == "file_not_found"
        (shared,) = (each for each in stage.team.conversations[GENERAL].messages.values() if each.files)
        assert [(each["title"], "completed" in each) for each in shared.files] == [("Plan", False)]


async def test_an_update_leaves_the_message_in_its_place_and_keeps_what_it_was():
    async with served() as stage:
        heard: list[Any] = []
        stage.team.watchers.append(heard.append)
        order = list(stage.team.conversations[GENERAL].messages)
        await stage.ask("chat.update", json={"channel": GENERAL, "ts": stage.said, "text": "New"})

        assert list(stage.team.conversations[GENERAL].messages) == order
        assert [(each.was.text, each.message.text) for each in heard] == [("Said", "New")]


async def test_what_was_filled_in_outlives_an_update_where_its_block_does():
    async with served() as stage:
        opened(stage, blocks=[SECTION | {"block_id": "kept"}, SECTION | {"block_id": "gone"}])
        view = top(stage)
        view.state = {"values": {"kept": {"a": 1}, "gone": {"b": 2}}}
        asks = {"view_id": view.id, "view": MODAL | {"blocks": [SECTION | {"block_id": "kept"}]}}
        answer = await stage.ask("views.update", json=asks)

        assert answer["view"]["state"] == {"values": {"kept": {"a": 1}}}


async def test_a_home_is_one_view_published_anew():
    async with served() as stage:
        first = await stage.ask("views.publish", json={"user_id": ANNA, "view": HOME})
        second = await stage.ask("views.publish", json={"user_id": ANNA, "view": HOME, "hash": first["view"]["hash"]})
        stale = await stage.ask("views.publish", json={"user_id": ANNA, "view": HOME, "hash": first["view"]["hash"]})

        assert first["view"]["id"] == second["view"]["id"]
        assert first["view"]["hash"] != second["view"]["hash"]
        assert stale["error"] == "hash_conflict"


async def test_opening_takes_the_place_of_whatever_stood_there():
    async with served() as stage:
        opened(stage, 2)
        answer = await stage.ask("views.open", json={"trigger_id": stage.trigger(), "view": MODAL})

        assert [view.id for view in stage.team.modals[ANNA]] == [answer["view"]["id"]]


async def test_a_refused_view_spends_no_trigger():
    async with served() as stage:
        trigger = stage.trigger()
        assert (await stage.ask("views.open", json={"trigger_id": trigger, "view": {}}))["error"] == "invalid_arguments"
        assert (await stage.ask("views.open", json={"trigger_id": trigger, "view": MODAL}))["ok"]
