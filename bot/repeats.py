"""Concerns that stood in an earlier plan of the prison: first seen, promised for when, back in which plan."""

from bot.wording import are, capital, joined, many, quote
from plans.messages import Repeat, Repeats

NONE_HELD = "No earlier plan of it is held to set it against: a coordinator imports one."
HOW = (
    "A concern counts as raised before where the plan says so, where its words are the same, or where both are about"
    " one subject that inspectors judge."
)


def before(one: Repeat) -> str:
    """5.15 of 2018 (living conditions), promised for September 2019"""
    if not one.years:
        return "its plan calls it repeated, of a plan that is not held"
    about = f" ({one.about})" if one.about else ""
    later = f", again in {joined(map(str, one.years[1:]))}" if one.years[1:] else ""
    said = ", as its plan says" if one.said else ""
    return f"{one.earlier} of {one.years[0]}{about}{_promised(one)}{later}{said}"


def _promised(one: Repeat) -> str:
    """What is no date was printed as done, or as going on."""
    if not one.promised:
        return ""
    is_date = any(letter.isdigit() for letter in one.promised)
    return f", promised for {one.promised}" if is_date else f", printed there as {quote(one.promised, 60)}"


def line(one: Repeat) -> str:
    return f"{one.ref} {one.text}: {before(one)}"


def summary(message: Repeats) -> str:
    """HMP Rochester: 13 of 26 refs of the Urgent Notification plan 2024 answer what was raised before."""
    said = [_counted(name, of, repeats) for _, name, of, repeats in message.of]
    return f"{message.prison}: {'; '.join(said)}."


def _counted(name: str, of: int, repeats: tuple[Repeat, ...]) -> str:
    count = len(repeats)
    if not count:
        return f"nothing in the {name} is known to have been raised before"
    verb = "answers" if count == 1 else "answer"
    return f"{count:,} of {many(of, 'number')} of the {name} {verb} what was raised before"


def groups(message: Repeats) -> list[tuple[str, list[str]]]:
    """By plan, a line for each repeat."""
    return [(capital(name), [line(one) for one in repeats]) for _, name, _, repeats in message.of if repeats]


def remarks(message: Repeats) -> list[str]:
    if not message.earlier:
        return [NONE_HELD]
    return [f"The {joined(message.earlier)} {are(len(message.earlier))} held and closed. {HOW}"]


def paragraphs(message: Repeats) -> list[str]:
    held = ["\n".join([f"{heading}:", *(f"  {each}" for each in lines)]) for heading, lines in groups(message)]
    return [summary(message), *held, "\n".join(remarks(message))]
