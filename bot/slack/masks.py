"""What leaves for a channel, however few see it there: the one place where prisoner numbers are masked."""

from typing import Any

from bot.slack.cards import Card
from plans.masking import masked

_SEEN = ("text", "caption", "alt_text")
_DIRECT = ("D", "U", "W")
"""How the ids of direct messages, and of people written to, begin."""


def shown_in(channel: str, card: Card) -> dict[str, Any]:
    """The text and blocks of a message in a channel; in somebody's direct messages as they are."""
    if is_direct(channel):
        return {"text": card.text, "blocks": card.blocks}
    return {"text": masked(card.text), "blocks": _masked(card.blocks)}


def is_direct(channel: str) -> bool:
    return channel.startswith(_DIRECT)


def _masked(value: Any) -> Any:
    if isinstance(value, list):
        return [_masked(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: masked(each) if key in _SEEN and isinstance(each, str) else _masked(each) for key, each in value.items()
    }
