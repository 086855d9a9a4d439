"""The scenario's app on slack_bolt."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.workspace.apps import words

Json = dict[str, Any]


def build(client: AsyncWebClient, signing_secret: str) -> AsyncApp:
    app = AsyncApp(client=client, token=client.token, signing_secret=signing_secret, process_before_response=True)

    @app.command("/echo")
    async def echo(ack: AsyncAck, command: Json, client: AsyncWebClient) -> None:
        match command["text"]:
            case "people":
                names = [one["name"] async for page in await client.users_list(limit=2) for one in page["members"]]
                await ack(response_type="ephemeral", text=" ".join(names))
            case "elsewhere":
                await ack()
                try:
                    await client.chat_postMessage(channel="C0CLOSED", text="Is anybody there?")
                except SlackApiError as refusal:
                    await client.chat_postEphemeral(
                        channel=command["channel_id"], user=command["user_id"], text=refusal.response["error"]
                    )
            case text:
                await ack(**words.echoed(text))

    @app.action("share")
    async def share(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
        await ack()
        await respond(**words.shared(action["value"]))

    @app.action("ask")
    async def ask(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=words.why())

    @app.view("why")
    async def why(ack: AsyncAck, view: Json, body: Json, client: AsyncWebClient) -> None:
        said = view["state"]["values"]["why"]["words"]["value"]
        if len(said) < 5:
            await ack(response_action="errors", errors={"why": "Say more."})
            return
        await ack()
        posted = await client.chat_postMessage(channel=body["user"]["id"], **words.because(said))
        await client.chat_update(channel=posted["channel"], ts=posted["ts"], text=f"Because: {said} (seen)")

    @app.event("app_mention")
    async def mentioned(event: Json, client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="Yes?")

    return app
