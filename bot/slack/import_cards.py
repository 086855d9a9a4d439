"""A document before it is imported, as blocks: the headline, what to look at, a question beside its buttons."""

from bot import imports
from bot.slack.blocks import buttons, chunks, context, section, sentence, within
from bot.slack.limits import Block
from plans.messages import ImportPreview, Question

CHARS = 9_000  # leaves room for questions and buttons, of the 13,000 a message may have
PART = 1_700
LINE = 340  # so that a page of the whole has room for each of its lines
IN_PREVIEW = "preview"
QUESTIONS = 12  # each takes two blocks of the fifty


def draw(message: ImportPreview) -> list[Block]:
    if message.page:
        return _page(message)
    top = [section(sentence(imports.headline(message), 2_800))]
    notes = [section(f":warning: {sentence(note, 600)}") for note in message.notes]
    parts = [block for heading, lines in imports.parts(message) for block in _part(heading, lines, PART)]
    return [*top, *notes, *buttons(message.verbs, IN_PREVIEW), *_questions(message), *parts]


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
        *([context(f"{more:,} more questions come once these are answered.")] if more > 0 else []),
    ]


def _question(message: ImportPreview, each: Question) -> list[Block]:
    return [section(sentence(imports.question(each), 600)), *buttons(imports.settling(message, each))]


def _page(message: ImportPreview) -> list[Block]:
    first, parts = imports.page(message)
    drawn = [block for heading, lines in parts for block in _part(heading, lines, CHARS)]
    return [section(sentence(first, 600)), *drawn, *buttons(imports.turning(message), IN_PREVIEW)]
