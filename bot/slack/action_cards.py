"""What was recorded, what words were read as, and an action whole, as blocks: short lines, within Slack's limits."""

from urllib.parse import quote, urlsplit

from bot import actions, printed, readbacks, receipts
from bot.slack.blocks import button, buttons, chunks, clipped, context, section, sentence, within
from bot.slack.limits import SECTION_CHARS, Block
from bot.slack.marks import escape, fit, literal
from bot.wording import safe, short
from plans.messages import ActionCard, Printed, ReadBack, Receipt

CHARS = 10_500  # leaves room in the message for buttons and what says how many lines it has no room for
TEXT = 2_800
PART = 2_600  # characters of one printed cell, below a line that says where it stands
LINKS = 1_500
LINK = 500  # characters of an address that is shown as a link; a longer one is only named
LINES = 40  # lines with a button of their own, of the fifty blocks a message may have
IN_ACTION = "action"
"""The block of a card's buttons: what is pressed there redraws the card."""


def draw_receipt(message: Receipt) -> list[Block]:
    """Each line whole, then the buttons; then the action as it now stands, where that was sent along."""
    room = CHARS // 2 if message.card else CHARS
    kept, left = within([sentence(line) for line in receipts.lines(message)], room)
    after = draw_action(message.card, CHARS // 2) if message.card else []
    return [*chunks([*kept, *_more(left)]), *buttons(message.verbs), *after]


def draw_read_back(message: ReadBack) -> list[Block]:
    """Several lines each have a button that drops it; one button sends what is left."""
    opening = [section(sentence(said))] if (said := readbacks.opening(message)) else []
    below = [sentence(line) for line in (*readbacks.closing(message), *readbacks.choices(message))]
    said_below, left = within(below, CHARS // 2)
    closing = list(chunks([*said_below, *_more(left)]))
    return [*opening, *_lines(message), *closing, *buttons(message.verbs)]


def _lines(message: ReadBack) -> list[Block]:
    said = readbacks.lines(message)
    most = CHARS // 2 // max(1, min(len(said), LINES))
    drawn = [sentence(line, min(most, 1_200)) for line in said]
    if not drawn or len(message.drops) != len(drawn):
        kept, left = within(drawn, CHARS // 2)
        return list(chunks([*kept, *_more(left)]))
    beside = zip(drawn[:LINES], message.drops, strict=False)
    more = [section(words) for words in _more(len(drawn) - LINES)]
    return [section(line, button(verb, at)) for at, (line, verb) in enumerate(beside) if line] + more


def draw_action(card: ActionCard, room: int = CHARS) -> list[Block]:
    """What is needed first stands first: how it stands and what may be done; then its words, evidence, history."""
    head = [sentence(actions.title(card), 400), fit(actions.where(card), 200, literal)]
    facts, left = within([sentence(line, 600) for line in actions.facts(card)], room // 3)
    top = [*chunks([*filter(None, head), *facts, *_more(left)]), *buttons(card.verbs, IN_ACTION)]
    said = actions.text(card)
    text = [section(fit(said, min(TEXT, room // 4), literal))] if safe(said) else []
    evidence = [section(f"*{actions.EVIDENCE}*\n{_links(card)}")] if card.evidence else []
    closed = [] if card.private else [context(actions.CLOSED)]
    used = sum(len(str(block.get("text", ""))) for block in (*top, *text, *evidence, *closed))
    return [*top, *text, *evidence, *_history(card, room - used), *closed]


def draw_printed(message: Printed) -> list[Block]:
    """Each part's words below where they stand; the button leads back to the card that stood here."""
    named = [sentence(line, 400) for line in printed.heading(message)]
    words = [
        f"*{fit(printed.part(what, place), 300, literal)}*\n{fit(said, PART, literal)}"
        for what, said, place in message.parts
    ]
    kept, left = within(words, CHARS)
    remarks = [context(remark) for remark in printed.remarks(message)]
    return [*chunks(named), *map(section, [*kept, *_more(left)]), *remarks, *buttons(message.verbs, IN_ACTION)]


def _history(card: ActionCard, room: int) -> list[Block]:
    kept, left = within([f"• {sentence(line, 900)}" for line in actions.history(card)], room - 300)
    return list(chunks([f"*{actions.HISTORY}*", *kept, *_more(left)])) if card.history else []


def _links(card: ActionCard) -> str:
    kept, left = within([_link(url) for url in card.evidence], LINKS)
    return clipped("\n".join(["", *kept, *_more(left)]).strip(), SECTION_CHARS)


def _link(url: str) -> str:
    """A link that says where it leads; what is no address of a page is shown as words."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        return f"• {fit(url, 200, literal)}"
    to = quote(url, safe="%/:?#[]$&'()*+,;=~-._")
    named = literal(short(f"{host}{parts.path}", 80))
    return f"• <{escape(to)}|{named}>" if len(escape(to)) <= LINK else f"• {named}"


def _more(left: int) -> list[str]:
    return [f"… and {left:,} more"] if left > 0 else []
