"""What receipts and read-backs have in common: an action named, whose word it is, what moves from where to where."""

from collections.abc import Callable
from datetime import date

from bot.kinds import by, step
from bot.wording import day, full, many, nth, quote, short, strong, the
from plans.messages import Changed
from plans.messages.lines import places

Name = Callable[[Changed], str]


def named(changed: tuple[Changed, ...]) -> Name:
    """An action by its number and title; where they are of several plans, its prison too."""
    where = places({one.plan: one.prison for one in changed})

    def name(one: Changed) -> str:
        return strong(f"{where.get(one.plan, '')} {one.address} {short(one.title, 80)}".strip())

    return name


def source(one: Changed) -> str:
    return by(one.as_post, one.for_party)


def with_links(one: Changed) -> str:
    return f", with {many(len(one.links), 'link')}" if one.links else ""


def because(one: Changed) -> str:
    return f": {quote(one.words)}" if one.words else ""


def moved(one: Changed) -> str:
    """(in progress → reported)"""
    changed = step(one.from_status, one.to_status)
    return f" ({changed})" if changed else ""


def moved_as_read(one: Changed) -> str:
    """(in progress → reported; I read “mid Feb” as the 15th): two brackets would stand side by side."""
    inside = filter(None, (step(one.from_status, one.to_status), _readings(one)))
    return f" ({said})" if (said := "; ".join(inside)) else ""


def readings(one: Changed) -> str:
    """(I read “mid Feb” as the 15th): every assumption is said."""
    return f" ({said})" if (said := _readings(one)) else ""


def _readings(one: Changed) -> str:
    said = [f"{quote(words, 60)} as {_read(words, on, one)}" for words, on in one.read]
    return f"I read {', '.join(said)}" if said else ""


def _read(words: str, on: date, one: Changed) -> str:
    """The day is named in full beside it; of figures alone the month is the question."""
    if on != one.to_due:
        return full(on)
    return nth(on) if any(map(str.isalpha, words)) else f"{on.day} {on:%B}"


def stays(one: Changed) -> str:
    """Its date stays Saturday 30 November 2024."""
    due = one.due or one.to_due or one.from_due
    return f" Its date stays {full(due)}." if due else ""


def to_move(one: Changed, name: str) -> str:
    """move 5 from 30 November 2024 to Saturday 15 February 2025 (I read “mid Feb” as the 15th): “no chaplain”"""
    to = full(one.to_due) if one.to_due else "a later date"
    moving = f"move {name} from {day(one.from_due)} to {to}" if one.from_due else f"give {name} the date {to}"
    return f"{moving}{readings(one)}{because(one)}"


def goes_to(one: Changed) -> str:
    """It goes to the Executive Director; until they agree it stays late."""
    until = "it stays late" if one.late else "its date stands" if one.from_due else "it has no date"
    if not one.waits_for:
        return f"Until it is agreed {until}."
    return f"It goes to {the(one.waits_for)}; until then {until}."
