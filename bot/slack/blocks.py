"""The few blocks that every card is made of. What stands in them is fit for Slack already."""

from collections.abc import Iterable, Iterator

from bot.slack.limits import BUTTONS, HEADER_CHARS, SECTION_CHARS, Block
from bot.slack.marks import fit, literal, pack
from bot.wording import spans
from plans.messages import Verb

LEAST = 8  # characters of a part of a sentence that are worth showing
PRIMARY = ("send", "update", "decide", "match", "load")
YES = ("report", "confirm", "agree", "accept")
"""Answers that stand out; any other first one would be a press from undoing what somebody said."""
LABEL = 40  # characters of a button, within Slack's 75: what a phone shows


def clipped(text: str, most: int) -> str:
    """Cut between words, which no entity or escape straddles."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def buttons(verbs: tuple[Verb, ...], within: str = "") -> list[Block]:
    """The first stands out where it is what the message is for. `within` tells where they stand when one is pressed."""
    elements = [made for i, verb in enumerate(verbs) if (made := button(verb, i))]
    if not elements:
        return []
    if _stands_out(verbs[0]) and elements[0]["action_id"] == f"{verbs[0].name}:0":
        elements[0] |= {"style": "primary"}
    named = {"block_id": within} if within else {}
    return [{"type": "actions", **named, "elements": elements[:BUTTONS]}]


def _stands_out(verb: Verb) -> bool:
    """Of answers, which carry what they do as their third word, only those that say yes."""
    says = verb.query.split(" ")[2:3]
    return verb.name in PRIMARY or (verb.name == "answer" and any(doing in YES for doing in says))


def button(verb: Verb, at: int = 0) -> Block | None:
    """None where what the verb is about is too long to travel in a button."""
    value = pack(verb)
    return None if value is None else _button(f"{verb.name}:{at}", _label(verb.label) or "Show", value)


def _label(label: str) -> str:
    """Cut where it must be, but never within the count at its end."""
    name, opening, count = label.rpartition(" (")
    if not name or len(opening + count) > LABEL // 2:
        return fit(label, LABEL)
    return fit(name, LABEL - len(opening + count)) + opening + count


def _button(action_id: str, label: str, value: str) -> Block:
    return {
        "type": "button",
        "action_id": action_id,
        "text": {"type": "plain_text", "text": label},
        "value": value,
    }


def section(text: str, accessory: Block | None = None) -> Block:
    """`verbatim`: Slack is not to make links or mentions of what looks like them."""
    beside = {"accessory": accessory} if accessory else {}
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}, **beside}


def chunks(lines: Iterable[str]) -> Iterator[Block]:
    """Lines as sections, each as long as Slack takes one."""
    chunk = ""
    for line in lines:
        if chunk and len(chunk) + len(line) + 1 > SECTION_CHARS:
            yield section(chunk)
            chunk = ""
        chunk = f"{chunk}\n{line}" if chunk else line
    if chunk:
        yield section(chunk)


def within(lines: Iterable[str], room: int) -> tuple[list[str], int]:
    """As many of the lines as there is room for, and how many are left out."""
    kept, left = [], 0
    for line in lines:
        room -= len(line) + 1
        if room < 0 or left:
            left += 1
        else:
            kept.append(line)
    return kept, left


def sentence(words: str, most: int = 1_200) -> str:
    """A sentence as mrkdwn: what is strong is bold, all else is shown as it stands."""
    drawn = ""
    for part, is_strong in spans(words):
        room = most - len(drawn) - 4
        if room < LEAST:
            break
        shown = fit(part, room, literal)
        before, after = (" " if part[at].isspace() else "" for at in (0, -1))
        drawn += f"*{shown}*" if is_strong and shown else f"{before}{shown}{after}" if shown else " "
    return drawn.strip()


def header(text: str) -> Block:
    """A heading; screen readers can go from one to the next. Plain text, which has no formatting to escape."""
    return {"type": "header", "text": {"type": "plain_text", "text": fit(text, HEADER_CHARS)}}


def context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}
