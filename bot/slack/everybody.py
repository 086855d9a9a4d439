"""Who is in a Slack workspace, page by page."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.slack.messenger import in_words, member
from bot.slack.refusals import is_limited, later
from plans.chat import Later, Member

PEOPLE = 1_000  # a page of users.list
MOST_PAGES = 200
PATIENCE = 60.0  # seconds that users.list may ask us to wait, once a page

Call = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]
Sleep = Callable[[float], Awaitable[None]]


async def everybody(call: Call, sleep: Sleep) -> list[Member]:
    """Everybody in the workspace but for bots. `call` asks a method of Slack's and raises what it refuses; Later where
    the list cannot be had just now."""
    found: list[Member] = []
    cursor = ""
    for _ in range(MOST_PAGES):
        page = await _page(call, sleep, {"limit": PEOPLE, **({"cursor": cursor} if cursor else {})})
        found += [member(each) for each in page.get("members", []) if _is_person(each)]
        cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return found
    raise Later("Slack's list of people does not end.")


async def _page(call: Call, sleep: Sleep, payload: dict[str, Any]) -> dict[str, Any]:
    """Waits once where Slack asks for it."""
    for patient in (True, False):
        try:
            return await call("users.list", payload)
        except SlackApiError as refusal:
            why = later(refusal)
            if not (patient and is_limited(refusal) and (why.after or 0) <= PATIENCE):
                raise why from refusal
            await sleep(why.after or 1.0)
        except (TimeoutError, aiohttp.ClientError, OSError) as lost:
            raise Later(in_words("unreachable")) from lost
    raise AssertionError  # the second time never waits


def _is_person(each: dict[str, Any]) -> bool:
    return not each.get("is_bot") and each.get("id") != "USLACKBOT"
