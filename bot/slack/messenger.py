"""Posts cards: the one place that knows Slack's methods, its flags against pings, and its refusals."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.cards import Card
from bot.slack.masks import shown_in
from plans.chat import Member, Where

QUIET = {"unfurl_links": False, "unfurl_media": False, "link_names": False}
READING = {
    "users.list",
    "users.info",
    "conversations.history",
    "conversations.list",
    "conversations.info",
    "files.info",
}
FILING = {"files.getUploadURLExternal", "files.completeUploadExternal"}
TROUBLE = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)

BLOCKS_REFUSED = {
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_attachments",
    "only_one_table_allowed",
    "msg_blocks_too_long",
}
UNSURE = {"timeout", "unreachable"}  # it may have arrived all the same
_GONE = {"expired_url", "used_url", "invalid_url", "no_service", "channel_not_found"}
_WORDS = {
    "ratelimited": "Slack asks us to slow down",
    "timeout": "Slack did not answer in time",
    "unreachable": "Slack cannot be reached",
    "invalid_auth": "Slack does not accept the bot token",
    "account_inactive": "the app was removed from the workspace",
    "token_revoked": "the bot token was revoked",
    "not_authed": "there is no bot token",
    "unknown_method": "this server does not know that method",
    "missing_scope": "the app was not given the scope that it needs",
}


@dataclass(eq=False)
class Refused(Exception):
    """Slack did not take a message. `blocks`: it would take it drawn another way."""

    code: str
    blocks: bool = False

    def __str__(self) -> str:
        return in_words(self.code)


def in_words(code: str) -> str:
    """What went wrong, with Slack's own word for it."""
    return f"{_WORDS.get(code, 'Slack refused')} ({code})"


class Messenger:
    def __init__(self, client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
        self._client = client
        self._session = session

    async def post(self, channel: str, card: Card, *, thread: str | None = None) -> Where:
        """Where it stands now: a person's id as `channel` becomes that of the direct messages with them."""
        answered = await self._call("chat.postMessage", {"channel": channel, **_drawn(card, channel), **_in(thread)})
        return Where(str(answered.get("channel") or channel), str(answered.get("ts") or ""))

    async def update(self, channel: str, ts: str, card: Card) -> None:
        """Draws a message of ours anew; unlike an answer by response_url this keeps what it is found again by."""
        await self._call("chat.update", {"channel": channel, "ts": ts, **shown_in(channel, card)})

    async def post_ephemeral(self, channel: str, user: str, card: Card, *, thread: str | None = None) -> None:
        payload = {"channel": channel, "user": user, **_drawn(card, channel), **_in(thread)}
        await self._call("chat.postEphemeral", payload)

    async def open_dm(self, user: str) -> str:
        """The direct-message channel; a user's id does for one where it cannot be opened."""
        try:
            opened = await self._call("conversations.open", {"users": user})
        except Refused:
            return user
        return str(opened.get("channel", {}).get("id") or user)

    async def open_view(self, trigger: str, view: dict[str, Any]) -> str:
        """A form shown to whoever pressed; its id, by which it is changed."""
        opened = await self._call("views.open", {"trigger_id": trigger, "view": view})
        return str(opened["view"]["id"])

    async def update_view(self, view_id: str, view: dict[str, Any]) -> None:
        await self._call("views.update", {"view_id": view_id, "view": view})

    async def publish(self, user: str, view: dict[str, Any]) -> None:
        """What somebody's Home tab shows from now on."""
        await self._call("views.publish", {"user_id": user, "view": view})

    async def person(self, user: str) -> Member:
        """Who somebody of the workspace is."""
        return member((await self._call("users.info", {"user": user}))["user"])

    async def file(self, id: str) -> dict[str, Any]:
        """All that Slack says of a file."""
        found = (await self._call("files.info", {"file": id})).get("file")
        return found if isinstance(found, dict) else {}

    async def respond(
        self, url: str, card: Card, *, channel: str, everyone: bool = False, replace: bool = False
    ) -> None:
        """Answers where something was pressed or typed, by its response_url: five times in thirty minutes."""
        payload = {
            "response_type": "in_channel" if everyone else "ephemeral",
            "replace_original": replace,
            **_drawn(card, "" if everyone else channel),  # what everyone sees is masked wherever it is
        }
        await self._send(url, json=payload)

    async def upload(self, name: str, content: bytes) -> str:
        """The id of a file that nobody sees before it is shown."""
        given = await self._call("files.getUploadURLExternal", {"filename": name, "length": str(len(content))})
        await self._send(str(given["upload_url"]), data=content)
        return str(given["file_id"])

    async def show_file(self, channel: str, file: str, *, title: str, said: str) -> None:
        """Posts an uploaded file, with a line about it."""
        files = json.dumps([{"id": file, "title": title}])
        shown = {"files": files, "channel_id": channel, "initial_comment": said}
        await self._call("files.completeUploadExternal", shown)

    async def _send(self, url: str, **body: Any) -> None:
        try:
            async with self._session.post(url, **body) as response:
                _check(response.status, await response.text())
        except TimeoutError as late:
            raise Refused("timeout") from late
        except (aiohttp.ClientError, OSError) as lost:
            raise Refused("unreachable") from lost

    async def _call(self, method: str, payload: dict[str, Any]) -> dict[str, Any]:
        try:
            answered = (await self._client.api_call(method, **said(method, payload))).data
        except SlackApiError as refusal:
            code = code_of(refusal)
            raise Refused(code, blocks=code in BLOCKS_REFUSED) from refusal
        except TimeoutError as late:
            raise Refused("timeout") from late
        except (aiohttp.ClientError, OSError) as lost:
            raise Refused("unreachable") from lost
        if not isinstance(answered, dict) or not answered.get("ok"):
            raise Refused("no_answer")
        return answered


def said(method: str, payload: dict[str, Any]) -> dict[str, Any]:
    """How Slack hears what is asked: methods that read take no JSON, and some pass it over in silence; those of files
    take forms."""
    if method in READING:
        return {"http_verb": "GET", "params": payload}
    return {"data": payload} if method in FILING else {"json": payload}


def member(each: dict[str, Any]) -> Member:
    """Somebody as users.list and users.info tell of them."""
    profile = each.get("profile") or {}
    name = profile.get("real_name") or each.get("real_name") or each.get("name") or each["id"]
    is_bot = bool(each.get("is_bot")) or each["id"] == "USLACKBOT"
    return Member(each["id"], profile.get("email") or None, str(name), gone=bool(each.get("deleted")), bot=is_bot)


def ack(card: Card, channel: str = "") -> dict[str, Any]:
    """A card as the body of an acknowledgement: seen by the asker alone."""
    return {"response_type": "ephemeral", **_drawn(card, channel)}


def code_of(refusal: SlackApiError) -> str:
    """Slack's word for what went wrong; a page of HTML or the like counts as no answer."""
    data = getattr(refusal.response, "data", None)
    return str(data.get("error") or "no_answer") if isinstance(data, dict) else "no_answer"


def _drawn(card: Card, channel: str) -> dict[str, Any]:
    return {**shown_in(channel, card), **QUIET}


def _in(thread: str | None) -> dict[str, str]:
    return {"thread_ts": thread} if thread else {}


def _check(status: int, body: str) -> None:
    """A response_url answers "ok", JSON, or a bare word of refusal with a 4xx."""
    refused = '"ok":false' in body.replace(" ", "") or status >= 400
    if not refused:
        return
    code = next((word for word in (*BLOCKS_REFUSED, *_GONE) if word in body), f"http_{status}")
    raise Refused(code, blocks=code in BLOCKS_REFUSED or (400 <= status < 500 and status != 429 and code not in _GONE))
