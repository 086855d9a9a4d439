"""The Slack app put together: client, desk, listeners. The composition root passes it plain values."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.conversation import Conversation, Run, in_place
from bot.slack.clients import open_client, open_session
from bot.slack.desk import Desk, FirstTime
from bot.slack.files import Files
from bot.slack.guards import Gate, Now
from bot.slack.identity import Identity
from bot.slack.listeners import listen
from bot.slack.messenger import Messenger
from bot.slack.proof import Tables
from bot.slack.sender import Sender
from bot.slack.socket import Socket
from bot.slack.tellings import Readings, Unkept

API_URL = "https://slack.com/api/"
FINISHING = 3.0  # seconds given to answers under way when the bot is told to stop


@dataclass(frozen=True)
class Access:
    """What a workspace gave us: an `app_token` means Socket Mode, a `signing_secret` HTTP, or both."""

    bot_token: str | None = None
    signing_secret: str | None = None
    app_token: str | None = None
    api_url: str = API_URL


@dataclass(frozen=True)
class Memory:
    """What the Slack face asks of storage; each call is quick and opens its own transaction."""

    first_time: FirstTime
    recall_table: Callable[[], str | None]
    remember_table: Callable[[str], None]
    forget: Callable[[str], None] = lambda key: None  # lets a share that surely failed be pressed again
    # which action a message in somebody's direct messages (channel, ts) is about
    remember_action: Callable[[str, str, int], None] = lambda channel, ts, action: None
    readings: Readings = field(default_factory=Unkept)


@dataclass
class Slack:
    """A running Slack face: `gate` for HTTP if it has a secret, and why it is not ready, if it is not. `sender` is for
    what is said unasked."""

    app: AsyncApp
    gate: Gate | None
    identity: Identity
    socket: Socket | None
    desk: Desk
    sender: Sender

    async def trouble(self) -> str | None:
        if self.gate is None and self.socket is None:
            return "Slack is not set up: give SLACK_SIGNING_SECRET or SLACK_APP_TOKEN."
        if self.identity.lost or self.socket is None:
            return self.identity.lost or self.identity.waiting
        return None if await self.socket.connected() else "Slack's socket is not connected."


def build_app(client: AsyncWebClient, desk: Desk, identity: Identity) -> AsyncApp:
    """`process_before_response`, because Bolt otherwise looks for an acknowledgement only every 10 ms."""

    async def authorize() -> AuthorizeResult:
        return identity.known()

    app = AsyncApp(
        name="actions",
        client=client,
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,  # the gate has verified the bytes, by a clock that tests can set
        ssl_check_enabled=False,  # what Slack long ago sent to try a certificate
        ignoring_self_events_enabled=False,  # payloads.spoken tells our own words, by more signs
        attaching_function_token_enabled=False,  # there are no workflow steps of ours
        signing_secret="",
    )
    listen(app, desk, identity)
    return app


@asynccontextmanager
async def open_slack(
    access: Access, conversation: Conversation, memory: Memory, *, run: Run = in_place, now: Now = time.time
) -> AsyncIterator[Slack]:
    """Opens the Slack face on the running loop and closes it, giving answers under way a moment to finish."""
    url = access.api_url.rstrip("/") + "/"
    async with open_session(url) as session:
        client = open_client(access.bot_token, url, session)
        identity, tables = Identity(access.bot_token), Tables(memory.recall_table, memory.remember_table)
        messenger = Messenger(client, session)
        desk = Desk(
            conversation,
            messenger,
            tables,
            memory.first_time,
            run,
            forget=memory.forget,
            remember=memory.remember_action,
            fetch=Files(messenger, session, access.bot_token, url).fetch,
            readings=memory.readings,
        )
        app = build_app(open_client(None, url, session), desk, identity)
        gate = Gate(app, secret=access.signing_secret, now=now) if access.signing_secret else None
        socket = Socket(app, client, access.app_token) if access.app_token else None
        background = [asyncio.create_task(_introduce(identity, tables, client))] if access.bot_token else []
        background += [asyncio.create_task(socket.keep_connected())] if socket else []
        background += [asyncio.create_task(desk.files.watch())] if access.bot_token else []
        try:
            sender = Sender(open_client(access.bot_token, url, session, patient=False), tables=tables)
            yield Slack(app, gate, identity, socket, desk, sender)
        finally:
            await desk.errands.finish(FINISHING)
            desk.files.close()
            for task in background:
                task.cancel()
            await asyncio.gather(*background, return_exceptions=True)  # a stop in good order whatever became of them


async def _introduce(identity: Identity, tables: Tables, client: AsyncWebClient) -> None:
    await identity.learn(client)
    await tables.ask(client)
