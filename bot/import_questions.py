"""What only a person can tell of a document, in sentences, and the buttons that answer it."""

import re
import shlex
from datetime import date
from urllib.parse import quote as encoded

from bot.wording import day, joined, quote, strong
from plans.messages import ImportPreview, Question, Verb

CHOICES = 4  # buttons of a question, its form besides
NAMED = 8
WORDS = 120
OTHERS = {
    "prison": "its name",
    "owner": "the post or organisation",
    "split": "the parties, set apart by semicolons",
    "day": "another day, such as 2025-09-30",
}
"""What may be typed besides what is offered."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
OTHERS = {
    "prison": "its name",
    "owner": "the post or organisation",
    "split": "the parties, set apart by semicolons",
    "day": "another day, such as 2025-09-30",
}
"""What may be typed besides what is offered."""


def asked(question: Question) -> str:
    about = quote(question.about, WORDS)
    return {
        "prison": "Which prison is it of?",
        "owner": f"Who is {about}?",
        "split": f"Is {about} one party, or several?",
        "day": f"Which day is {about}?",
    }[question.kind]


def question(each: Question) -> str:
    """Who is “TUBU”? (12, 13)"""
    if each.chosen:
        return f"{asked(each)} {strong(chosen(each))}."
    count = len(each.addresses)
    named = [*each.addresses[:NAMED], f"{count - NAMED:,} more"] if count > NAMED else each.addresses
    return f"{asked(each)} ({joined(named)})" if each.addresses else asked(each)


def chosen(each: Question) -> str:
    """What was answered, as people say it."""
    if label := dict(each.choices).get(each.chosen):
        return label
    is_day = each.kind == "day" and _ISO.fullmatch(each.chosen)
    return day(date.fromisoformat(each.chosen)) if is_day else each.chosen


def typed(each: Question) -> list[str]:
    """What answers it on the command line: the words to paste, and what they mean where they do not say it."""
    another = (("…", OTHERS[each.kind]),) if each.free or not each.choices else ()
    return [
        f"--answer {_argument(f'{each.key}={value}')}{f' ({label})' if label != value else ''}"
        for value, label in (*each.choices, *another)
    ]


def _argument(words: str) -> str:
    return shlex.quote(words) if any(sign in words for sign in '"$`\\!') else f'"{words}"'


def settling(message: ImportPreview, each: Question) -> tuple[Verb, ...]:
    """The buttons that answer it: the likeliest, and a form for anything else. One answered can be answered anew."""
    offer = offer_of(message)
    if not offer:
        return ()
    key = f"{offer} {encoded(each.key, safe='')}"
    if each.chosen:
        return (Verb("settle", "Change", key),)
    chosen = tuple(Verb("settle", label, f"{key} {value}") for value, label in each.choices[:CHOICES])
    other = Verb("settle", "Something else" if chosen else "Answer", key)
    return (*chosen, other) if each.free or len(each.choices) > CHOICES or not chosen else chosen


def offer_of(message: ImportPreview) -> str:
    """The number that its buttons carry."""
    return next((verb.query.split(" ")[0] for verb in message.verbs), "")
