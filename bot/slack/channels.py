"""A channel as a person names it: found in the workspace, and fit to be written to."""

import re
from typing import Any, NamedTuple

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.messenger import code_of, in_words, said

ID = re.compile(r"[CG][A-Z0-9]{4,}")
PAGE, MOST_PAGES = 1_000, 200
_INVITE = "Type /invite there and choose the app, then try again."


class Unfit(Exception):
    """It cannot be written to; a sentence says what would help."""


class Channel(NamedTuple):
    """`name` without #."""

    id: str
    name: str


async def found(client: AsyncWebClient, words: str) -> Channel:
    """By name, with # or without, or by id. Raises Unfit."""
    wanted = words.strip().removeprefix("#")
    listed = await (_by_id(client, wanted) if ID.fullmatch(wanted) else _by_name(client, wanted.lower()))
    if listed is None:
        raise Unfit(f"I can see no channel #{wanted}. If it is private, I see it only once I am in it. {_INVITE}")
    channel = Channel(str(listed["id"]), str(listed.get("name") or wanted))
    if listed.get("is_archived"):
        raise Unfit(f"#{channel.name} is archived: nothing can be posted there. Choose another channel.")
    if not listed.get("is_member"):
        raise Unfit(f"I am not in #{channel.name}. {_INVITE}")
    return channel


async def _by_id(client: AsyncWebClient, wanted: str) -> dict[str, Any] | None:
    try:
        return dict((await _call(client, "conversations.info", {"channel": wanted}))["channel"])
    except SlackApiError as refusal:
        if code_of(refusal) == "channel_not_found":
            return None
        raise _refused(refusal) from refusal


async def _by_name(client: AsyncWebClient, wanted: str) -> dict[str, Any] | None:
    """Of several of that name, as an archived one may be, the one that can be written to."""
    kinds, cursor, same = "public_channel,private_channel", "", list[dict[str, Any]]()
    for _ in range(MOST_PAGES):
        asked = {"types": kinds, "limit": PAGE, **({"cursor": cursor} if cursor else {})}
        try:
            page = await _call(client, "conversations.list", asked)
        except SlackApiError as refusal:
            raise _refused(refusal) from refusal
        same += [each for each in page.get("channels", []) if each.get("name") == wanted]
        cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            break
    return min(same, key=lambda each: (bool(each.get("is_archived")), not each.get("is_member")), default=None)


async def _call(client: AsyncWebClient, method: str, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        answered = (await client.api_call(method, **said(method, asked))).data
    except (TimeoutError, aiohttp.ClientError, OSError) as lost:
        raise Unfit(f"{in_words('unreachable')}.") from lost
    return answered if isinstance(answered, dict) else {}


def _refused(refusal: SlackApiError) -> Unfit:
    code = code_of(refusal)
    if code == "missing_scope":
        return Unfit("The app may not look at channels: give it the scopes channels:read and groups:read.")
    return Unfit(f"{in_words(code)}.")
