"""Socket Mode: Slack reached from inside, with no public address, and kept connected."""

import asyncio
from contextlib import suppress

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.clients import loopback
from bot.slack.messenger import TROUBLE, code_of

log = structlog.get_logger()

PING = 5.0
GRACE = 2.0  # seconds the SDK is given to mend a lost connection by itself
LOOK = 0.25
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
CONNECTING = 10.0


class Socket:
    """The SDK retries the address it was last given for ever; after a short grace we ask for a new one."""

    def __init__(self, app: AsyncApp, client: AsyncWebClient, token: str) -> None:
        self._app = app
        self._client = client
        self._token = token
        self._handler: AsyncSocketModeHandler | None = None

    async def connected(self) -> bool:
        return self._handler is not None and await self._handler.client.is_connected()

    async def keep_connected(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                await self._open()
                wait = FIRST_WAIT
                await self._until_lost()
                log.warning("socket lost; connecting again")
            except SlackApiError as refusal:
                log.warning("socket refused; trying again", why=code_of(refusal), seconds=wait)
            except TROUBLE as trouble:
                log.warning("socket not connected; trying again", why=repr(trouble), seconds=wait)
            finally:
                await self._close()
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _open(self) -> None:
        self._handler = AsyncSocketModeHandler(self._app, self._token, web_client=self._client, ping_interval=PING)
        if loopback(self._client.base_url):
            self._handler.client.proxy = None
        async with asyncio.timeout(CONNECTING):
            await self._handler.client.connect_to_new_endpoint()
        log.info("socket connected")

    async def _until_lost(self) -> None:
        lost = 0.0
        while lost < GRACE:
            await asyncio.sleep(LOOK)
            lost = 0.0 if await self.connected() else lost + LOOK

    async def _close(self) -> None:
        handler, self._handler = self._handler, None
        if handler is not None:
            with suppress(*TROUBLE):
                await handler.client.close()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped
