"""Slack as the port for what is said unasked: a brief posted, found again where it is not known whether it arrived,
changed; and who is in the workspace. What went wrong is told apart by what may be done about it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import clients
from bot.slack.cards import Card, render
from bot.slack.everybody import Sleep, everybody
from bot.slack.masks import shown_in
from bot.slack.messenger import BLOCKS_REFUSED, QUIET, Refused, code_of, in_words, said
from bot.slack.proof import Refusals, Tables
from bot.slack.refusals import CHANNEL_CLOSED, CLOSED, GONE, HALF_DONE, is_channel, is_limited, later, status
from plans.chat import CannotLook, InDoubt, Later, Member, Never, Where
from plans.messages import Message

log = structlog.get_logger()

EVENT = "action_plan_brief"
LOOKED_AT = 200  # messages a page, and two pages at most: a day of one person's direct messages
PAGES = 2
STEPPING = 5.0  # seconds after which no other face is begun: a post that is cut short may have arrived


class Sender:
    """`client` must not try again by itself: a second attempt is decided from the ledger. One that does wait when
    Slack asks for it may list people. `tables`: what is known of the blocks that the workspace takes. `elapsed`
    only grows."""

    def __init__(
        self,
        client: AsyncWebClient,
        *,
        sleep: Sleep = asyncio.sleep,
        tables: Tables | None = None,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._tables = tables or Tables(lambda: None, lambda kind: None)  # learnt for as long as it runs
        self._sleep, self._elapsed = sleep, elapsed
        self._halfway: dict[str, Refusals] = {}  # by the keys of those that did not get down the ladder yet

    async def post(self, to: str, message: Message, *, key: str) -> Where:
        """Said once, marked with `key`. Blocks that this workspace does not take are drawn another way, or left out:
        their words go. What was refused before Slack asked for a pause, or answered too slowly, is not tried
        again with the same key."""
        marked = {"channel": to, **QUIET, "metadata": {"event_type": EVENT, "event_payload": {"key": key}}}
        began, refused = self._elapsed(), self._halfway.pop(key, {})

        async def post(card: Card) -> dict[str, Any]:
            if self._elapsed() - began > STEPPING:
                raise Later("Slack took too long to refuse blocks: those left are tried next")
            return await self._posted({**marked, **shown_in(to, card)})

        try:
            answered = await self._tables.send(partial(render, message), post, refused)
        except BaseException:  # let go by whoever waits, too
            if refused:
                self._halfway[key] = refused
            raise
        return Where(str(answered.get("channel") or to), str(answered["ts"]))

    async def revise(self, where: Where, message: Message) -> None:
        """Draws it anew where it stands; what marks it stays."""
        place = {"channel": where.channel, "ts": where.ts}
        await self._tables.send(
            partial(render, message), lambda card: self._changed({**place, **shown_in(where.channel, card)})
        )

    async def _changed(self, payload: dict[str, Any]) -> None:
        try:
            await self._call("chat.update", payload)
        except SlackApiError as refusal:
            if (code := code_of(refusal)) in BLOCKS_REFUSED:
                raise Refused(code, blocks=True) from refusal
            if code in GONE:
                raise Never(f"Slack refused to change the message ({code}).") from refusal
            raise later(refusal) from refusal
        except (TimeoutError, aiohttp.ClientError, OSError) as lost:
            raise Later(in_words("unreachable")) from lost

    async def find(self, to: str, key: str, *, since: datetime, dm: str | None = None) -> Where | None:
        """Where a message marked with `key` stands in the direct messages with `to`, or in a channel; newest first."""
        channel = dm or await self._opened(to)
        asked = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "include_all_metadata": True,
            "limit": LOOKED_AT,
        }
        cursor = ""
        for _ in range(PAGES):
            page = await self._looked({**asked, **({"cursor": cursor} if cursor else {})})
            for message in page.get("messages", []):
                if _key(message) == key:
                    return Where(channel, str(message["ts"]))
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return None
        raise CannotLook("More was said there than can be looked through.")

    async def members(self) -> list[Member]:
        return await everybody(self._call, self._sleep)

    async def _posted(self, payload: dict[str, Any]) -> dict[str, Any]:
        try:
            return await self._call("chat.postMessage", payload)
        except SlackApiError as refusal:
            raise await self._refused(refusal, str(payload["channel"])) from refusal
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as closed:
            raise Later(in_words("unreachable")) from closed  # nothing was sent yet
        except (TimeoutError, aiohttp.ClientError, OSError) as lost:
            raise InDoubt(in_words("timeout")) from lost

    async def _refused(self, refusal: SlackApiError, to: str) -> Exception:
        code = code_of(refusal)
        if code in BLOCKS_REFUSED:
            return Refused(code, blocks=True)
        if is_limited(refusal):
            return later(refusal)
        if code in HALF_DONE or status(refusal) >= 500:
            return InDoubt(in_words(code))
        if is_channel(to):
            return Never(f"{CHANNEL_CLOSED[code]} ({code})") if code in CHANNEL_CLOSED else later(refusal)
        if code in CLOSED and not (code == "account_inactive" and await self._we_are_out()):
            return Never(f"{CLOSED[code]} ({code})")
        return later(refusal)

    async def _we_are_out(self) -> bool:
        """`account_inactive` is Slack's word for a person who left, and for an app that was removed. Slack lets only an
        app that was not removed ask who it is."""
        try:
            await self._call("auth.test", {})
        except (SlackApiError, TimeoutError, aiohttp.ClientError, OSError):
            return True  # or it cannot be told: then nobody is called gone
        return False

    async def _opened(self, to: str) -> str:
        """The direct-message channel with somebody."""
        opened = await self._asked("conversations.open", {"users": to})
        channel = (opened.get("channel") or {}).get("id")
        if not channel:
            raise CannotLook("Slack did not say which conversation it is.")
        return str(channel)

    async def _looked(self, payload: dict[str, Any]) -> dict[str, Any]:
        return await self._asked("conversations.history", payload)

    async def _asked(self, method: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Reads: Later where asking again may help, CannotLook where it will not."""
        try:
            return await self._call(method, payload)
        except SlackApiError as refusal:
            code = code_of(refusal)
            if is_limited(refusal) or code in HALF_DONE or status(refusal) >= 500:
                raise later(refusal) from refusal
            raise CannotLook(f"Slack does not show what was posted ({code}).") from refusal
        except (TimeoutError, aiohttp.ClientError, OSError) as lost:
            raise Later(in_words("unreachable")) from lost

    async def _call(self, method: str, payload: dict[str, Any]) -> dict[str, Any]:
        answered = await self._client.api_call(method, **said(method, payload))
        if not isinstance(answered.data, dict) or not answered.data.get("ok"):
            raise SlackApiError("no answer", answered)  # type: ignore[no-untyped-call]  # the SDK leaves it untyped
        return answered.data


@asynccontextmanager
async def opened(token: str | None, api_url: str) -> AsyncIterator[Sender]:
    """A sender with a session of its own, on the running loop."""
    url = api_url.rstrip("/") + "/"
    async with clients.open_session(url) as session:
        yield Sender(clients.open_client(token, url, session, patient=False))


def _key(message: dict[str, Any]) -> str | None:
    """What marks a message of ours; others carry none, or another kind."""
    metadata = message.get("metadata") or {}
    return (metadata.get("event_payload") or {}).get("key") if metadata.get("event_type") == EVENT else None
