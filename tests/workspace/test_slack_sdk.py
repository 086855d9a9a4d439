"""Slack's own clients find Slack here: slack_sdk's WebClient and AsyncWebClient, unchanged."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.models import blocks, views
from slack_sdk.web.async_client import AsyncWebClient

from tests.workspace.serving import ANNA, APP, BEN, GENERAL, PRIVATE, Stage, served
from workspace.faults import Fault

pytestmark = pytest.mark.anyio
SECTION = blocks.SectionBlock(text=blocks.MarkdownTextObject(text="Hello"))
NOTE = {"event_type": "delivery", "event_payload": {"key": "k"}}


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with served() as stage:
        yield stage


@pytest.fixture
def client(stage: Stage) -> AsyncWebClient:
    return AsyncWebClient("xoxb-workspace", base_url=f"{stage.url}/api/")


async def test_it_posts_changes_finds_and_removes(client: AsyncWebClient):
    said = await client.chat_postMessage(channel=GENERAL, text="Hello", blocks=[SECTION], metadata=NOTE)
    await client.chat_update(channel=GENERAL, ts=said["ts"], text="Changed", blocks=[])
    history = await client.conversations_history(
        channel=GENERAL, oldest=said["ts"], inclusive=True, include_all_metadata=True
    )
    await client.chat_delete(channel=GENERAL, ts=said["ts"])
    gone = await client.conversations_history(channel=GENERAL, oldest=said["ts"], inclusive=True)

    assert said["message"]["blocks"][0]["text"]["text"] == "Hello"
    (found,) = history["messages"]
    assert (found["text"], found["metadata"], "blocks" in found) == ("Changed", NOTE, False)
    assert gone["messages"] == []


async def test_it_speaks_to_one_person(client: AsyncWebClient, stage: Stage):
    opened = await client.conversations_open(users=[BEN])
    said = await client.chat_postMessage(channel=opened["channel"]["id"], text="Hello", link_names=False)
    whispered = await client.chat_postEphemeral(channel=GENERAL, user=ANNA, text="Only you")

    assert said["channel"] == stage.team.direct(BEN).id
    assert stage.team.conversations[GENERAL].messages[whispered["message_ts"]].only_for == ANNA


async def test_it_opens_pushes_updates_and_publishes(client: AsyncWebClient, stage: Stage):
    view = views.View(type="modal", title="Update", blocks=[SECTION], private_metadata="{}")
    opened = await client.views_open(trigger_id=stage.trigger(), view=view)
    pushed = await client.views_push(trigger_id=stage.trigger(), view=view)
    updated = await client.views_update(view_id=opened["view"]["id"], hash=opened["view"]["hash"], view=view)
    home = await client.views_publish(user_id=ANNA, view=views.View(type="home", blocks=[SECTION]))

    assert pushed["view"]["previous_view_id"] == opened["view"]["id"] == updated["view"]["id"]
    assert home["view"]["type"] == "home"


async def test_it_pages_by_itself(client: AsyncWebClient, stage: Stage):
    found: list[Any] = []
    async for page in await client.users_list(limit=2):
        found += [member["id"] for member in page["members"]]

    assert found == list(stage.team.people)


async def test_it_uploads_a_file_and_fetches_it_back(client: AsyncWebClient, stage: Stage):
    done = await client.files_upload_v2(
        channel=PRIVATE, content="a,b\n", filename="plan.csv", title="Plan", initial_comment="Here"
    )
    known = await client.files_info(file=done["file"]["id"])
    (message,) = stage.team.conversations[PRIVATE].messages.values()

    assert (message.text, message.files[0]["title"], known["file"]["size"]) == ("Here", "Plan", 4)
    async with aiohttp.ClientSession() as session:
        url = known["file"]["url_private_download"]
        async with session.get(url, headers={"Authorization": "Bearer xoxb-workspace"}) as response:
            assert (response.status, await response.text()) == (200, "a,b\n")
        async with session.get(url) as response:
            assert response.status == 404
        async with session.post(f"{stage.url}/upload/F0NONE", data=b"x") as response:
            assert response.status == 404


async def test_it_reports_what_slack_would_refuse(client: AsyncWebClient):
    with pytest.raises(SlackApiError) as refused:
        await client.chat_postMessage(channel=GENERAL, text="a", blocks=[{"type": "section"}])

    assert refused.value.response["error"] == "invalid_blocks"
    assert (await client.blocks_validate(blocks=[SECTION]))["ok"]


async def test_it_waits_as_long_as_it_is_told(client: AsyncWebClient, stage: Stage):
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    stage.faults.plan("auth.test", Fault("ratelimited", retry_after=0))

    assert (await client.auth_test())["user_id"] == APP


async def test_sockets_open_with_the_apps_token(client: AsyncWebClient, stage: Stage):
    opened = await client.apps_connections_open(app_token="xapp-workspace")

    assert opened["url"].startswith("ws://127.0.0.1:")


async def test_the_client_without_async_finds_the_same(stage: Stage):
    client = WebClient("xoxb-workspace", base_url=f"{stage.url}/api/")

    def use() -> list[Any]:
        said = client.chat_postMessage(channel="#general", text="Hello", blocks=[SECTION])
        replied = client.chat_postMessage(channel=GENERAL, text="Reply", thread_ts=said["ts"])
        thread = client.conversations_replies(channel=GENERAL, ts=replied["ts"])
        names = [each["name"] for page in client.conversations_list(limit=1) for each in page["channels"]]
        file = client.files_upload_v2(channel=GENERAL, content="x", filename="x.txt")
        return [[each["text"] for each in thread["messages"]], names, file["file"]["name"], client.auth_test()["user"]]

    assert await asyncio.to_thread(use) == [["Hello", "Reply"], ["general", "elsewhere", "old"], "x.txt", "actions"]
