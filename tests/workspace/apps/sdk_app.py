"""The scenario's app on slack_sdk alone: its signature verifier, its Web API client, its response_url client."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.workspace.apps import words

Json = dict[str, Any]


def build(client: AsyncWebClient, signing_secret: str) -> web.Application:
    verifier = SignatureVerifier(signing_secret)

    async def events(request: web.Request) -> web.Response:
        body = await request.read()
        if not verifier.is_valid_request(body, dict(request.headers)):
            return web.Response(status=401)
        shown = await _handle(client, _parsed(body.decode(), request.content_type))
        return web.json_response(shown) if shown else web.Response()

    app = web.Application()
    app.add_routes([web.post("/slack/events", events)])
    return app


def _parsed(body: str, kind: str) -> Json:
    fields = json.loads(body) if kind == "application/json" else dict(parse_qsl(body, keep_blank_values=True))
    return dict(json.loads(fields["payload"]) if "payload" in fields else fields)


async def _handle(client: AsyncWebClient, body: Json) -> Json | None:
    if "command" in body:
        return await _command(client, body)
    match body["type"]:
        case "block_actions":
            await _press(client, body)
        case "view_submission":
            return await _submitted(client, body)
        case "event_callback" if body["event"]["type"] == "app_mention":
            event = body["event"]
            await client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="Yes?")
    return None


async def _command(client: AsyncWebClient, body: Json) -> Json | None:
    if body["text"] == "people":
        names = [one["name"] async for page in await client.users_list(limit=2) for one in page["members"]]
        return {"response_type": "ephemeral", "text": " ".join(names)}
    if body["text"] != "elsewhere":
        return words.echoed(body["text"])
    try:
        await client.chat_postMessage(channel="C0CLOSED", text="Is anybody there?")
    except SlackApiError as refusal:
        code = refusal.response["error"]
        await client.chat_postEphemeral(channel=body["channel_id"], user=body["user_id"], text=code)
    return None


async def _press(client: AsyncWebClient, body: Json) -> None:
    action = body["actions"][0]
    if action["action_id"] == "share":
        await AsyncWebhookClient(body["response_url"]).send_dict(words.shared(action["value"]))
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=words.why())


async def _submitted(client: AsyncWebClient, body: Json) -> Json | None:
    said = body["view"]["state"]["values"]["why"]["words"]["value"]
    if len(said) < 5:
        return {"response_action": "errors", "errors": {"why": "Say more."}}
    posted = await client.chat_postMessage(channel=body["user"]["id"], **words.because(said))
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text=f"Because: {said} (seen)")
    return None
