"""What a person newly typed, read from Slack's events: their words as they wrote them, and the files sent along."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from bot.slack.payloads import Payload


@dataclass(frozen=True, slots=True)
class Words:
    """What a person newly typed, and the addresses of the files sent along."""

    text: str
    links: tuple[str, ...] = ()


_TYPED = (None, "file_share", "thread_broadcast", "me_message")


def brought(body: Payload, own_id: str | None) -> list[Payload]:
    """The files that a person newly sent."""
    event = body.get("event", {})
    files = event.get("files") or []
    if not files or not _is_new(event, body, own_id):
        return []
    return [each for each in files if isinstance(each, dict)]


def _is_new(event: Payload, body: Payload, own_id: str | None) -> bool:
    """Newly typed by a person who is not us."""
    if event.get("subtype") not in _TYPED or event.get("hidden") or event.get("edited"):
        return False
    is_bot = event.get("bot_id") or event.get("bot_profile") or not event.get("user")
    return not is_bot and event["user"] not in _ours(body, own_id)


def _ours(body: Payload, own_id: str | None) -> set[str | None]:
    return {own_id, *(each.get("user_id") for each in body.get("authorizations") or ())} - {None, ""}


def spoken(body: Payload, own_id: str | None) -> Words | None:
    """What a message event says that a person newly typed, without the bot's own mention; else None.

    Files without a word say something in a thread alone, which is about something.
    """
    event = body.get("event", {})
    text: str = event.get("text") or ""
    if not _is_new(event, body, own_id) or (not text.strip() and event.get("files") and not event.get("thread_ts")):
        return None
    ours = _ours(body, own_id)
    links = [str(each["permalink"]) for each in event.get("files") or () if each.get("permalink")]
    return Words(as_typed(typed(text, ours)), tuple(links))


def beside(body: Payload, own_id: str | None) -> str:
    """The words that came with files."""
    return as_typed(typed(body.get("event", {}).get("text") or "", _ours(body, own_id)))


_FIRST_MENTIONED = re.compile(r"^\s*(<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)")


def typed(text: str, ours: Iterable[str | None]) -> str:
    """What was typed, without the bot's own mention. Whoever else is mentioned first is asked about, not spoken to."""
    for name in ours:
        text = text.replace(f"<@{name}>", " ")
    return _FIRST_MENTIONED.sub(r"for \1", text).strip()


_LINK = re.compile(r"<((?:https?://|mailto:|tel:)[^<>|]{1,2000})(?:\|([^<>]{0,500}))?>")


def as_typed(text: str) -> str:
    """Words kept verbatim are those that were typed: Slack makes a link of an address, and escapes three signs."""
    return unescape(_LINK.sub(_address, text))


def _address(found: re.Match[str]) -> str:
    to, label = found[1], found[2] or ""
    bare = to.removeprefix("mailto:").removeprefix("tel:")
    return bare if not label or label in bare else f"{label} {bare}"
