"""A document before it is imported, as blocks: the headline, what to look at, a question beside its buttons."""

from bot import import_headlines, import_questions, imports
from bot.slack.blocks import buttons, chunks, context, section, sentence, within
from bot.slack.limits import Block, chars
from bot.slack.marks import fit
from plans.messages import ImportPreview, Question

ROOM = 12_000  # characters, of the 13,000 that a message may have
LINE = 340  # so that a page of the whole has room for each of its lines
SAID, NOTE, ASKED = 1_200, 300, 300
IN_PREVIEW = "preview"
AFTER = " once these are answered."
SPOKEN = 75  # of a button, as it is read out
QUESTIONS = 8  # each takes two blocks of the fifty


def draw(message: ImportPreview) -> list[Block]:
    if message.page:
        return _page(message)
    notes = [section(f":warning: {sentence(note, NOTE)}") for note in message.notes]
    top = [section(sentence(import_headlines.headline(message), SAID)), *notes, *_questions(message)]
    parts, below = imports.parts(message), buttons(message.verbs, IN_PREVIEW)
    room = (ROOM - chars([*top, *below])) // max(1, len(parts))
    return [*top, *(block for heading, lines in parts for block in _part(heading, lines, room)), *below]


def _part(heading: str, lines: list[str], room: int) -> list[Block]:
    kept, left = within([f"• {sentence(line, LINE)}" for line in lines], room)
    more = [f"… and {left:,} more"] if left else []
    return list(chunks([f"*{heading}*", *kept, *more]))


def _questions(message: ImportPreview) -> list[Block]:
    """What is unanswered first; those there is no room for come up as others are answered."""
    if message.state != "preview" or not message.questions:
        return []
    found = sorted(message.questions, key=lambda each: bool(each.chosen))
    asked = [block for each in found[:QUESTIONS] for block in _question(message, each)]
    more = len(found) - QUESTIONS
    return [
        section(f"*{imports.QUESTIONS}*"),
        *asked,
        *([context(_more(more))] if more > 0 else []),
    ]


def _more(count: int) -> str:
    return f"One more question comes{AFTER}" if count == 1 else f"{count:,} more questions come{AFTER}"


def _question(message: ImportPreview, each: Question) -> list[Block]:
    below = buttons(import_questions.settling(message, each))
    for button in (button for block in below for button in block["elements"]):  # else each is read out as the same
        button["accessibility_label"] = fit(f"{button['text']['text']}: {import_questions.asked(each)}", SPOKEN)
    return [section(sentence(import_questions.question(each), ASKED)), *below]


def _page(message: ImportPreview) -> list[Block]:
    first, parts = imports.page(message)
    drawn = [block for heading, lines in parts for block in _part(heading, lines, ROOM)]
    return [section(sentence(first, 600)), *drawn, *buttons(imports.turning(message), IN_PREVIEW)]
