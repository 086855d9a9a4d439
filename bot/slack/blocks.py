"""The few blocks that every card is made of. What stands in them is fit for Slack already."""

from bot.slack.limits import BUTTONS, HEADER_CHARS, Block
from bot.slack.marks import fit, pack
from plans.messages import Verb

LABEL = 40  # characters of a button, within Slack's 75: what a phone shows


def clipped(text: str, most: int) -> str:
    """Cut between words, which no entity or escape straddles."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def buttons(verbs: tuple[Verb, ...]) -> list[Block]:
    elements = [
        _button(f"{verb.name}:{i}", _label(verb.label) or "Show", value)
        for i, verb in enumerate(verbs)
        if (value := pack(verb)) is not None
    ]
    return [{"type": "actions", "elements": elements[:BUTTONS]}] if elements else []


def _label(label: str) -> str:
    """Cut where it must be, but never within the count at its end."""
    name, opening, count = label.rpartition(" (")
    return fit(name, LABEL - len(opening + count)) + opening + count if name else fit(label, LABEL)


def _button(action_id: str, label: str, value: str) -> Block:
    return {
        "type": "button",
        "action_id": action_id,
        "text": {"type": "plain_text", "text": label},
        "value": value,
    }


def section(text: str) -> Block:
    """`verbatim`: Slack is not to make links or mentions of what looks like them."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def header(text: str) -> Block:
    """A heading; screen readers can go from one to the next. Plain text, which has no formatting to escape."""
    return {"type": "header", "text": {"type": "plain_text", "text": fit(text, HEADER_CHARS)}}


def context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}
