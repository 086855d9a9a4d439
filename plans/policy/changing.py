"""What a setting of the policy may be changed to. Words in, a value out; what will not do is said in a sentence."""

from dataclasses import fields
from datetime import time
from typing import Any

from plans.policy.settings import DEFAULTS, WEEKDAYS

FOR_EVERYBODY = {
    **dict.fromkeys(("hour", "until"), "one brief covers all of a person's"),
    **dict.fromkeys(
        ("digest_day", "digest_hour"), "a digest covers all of a prison's, and a director's several prisons"
    ),
}
"""What cannot differ between plans, and why."""

_MOST = {"coming": 90, "this_week": 28, "still_months": 24, "snoozes": 10}
_MOST_WORKING = 60


class Unfit(Exception):
    """The name or the value will not do; the message says what would."""


def setting(words: str) -> tuple[str, Any]:
    """`coming=14` as a name and its value: a number, an hour, or whether. Raises Unfit."""
    name, equals, value = (part.strip() for part in words.partition("="))
    known = [field.name for field in fields(DEFAULTS)]
    if not equals:
        raise Unfit(f"{words} is no setting: write a name, = and a value, as in coming=14.")
    if name not in known:
        raise Unfit(f"There is no setting called {name}. There are {', '.join(known)}.")
    return name, _value(name, value)


def _value(name: str, words: str) -> int | bool | time | str:
    was = getattr(DEFAULTS, name)
    if isinstance(was, bool):
        return _yes_or_no(name, words)
    if isinstance(was, str):
        return _weekday(name, words)
    return _hour(name, words) if isinstance(was, time) else _number(name, words)


def _yes_or_no(name: str, words: str) -> bool:
    if words.casefold() not in {"on", "off", "yes", "no", "true", "false"}:
        raise Unfit(f"{name} is on or off, not {words}.")
    return words.casefold() in {"on", "yes", "true"}


def _weekday(name: str, words: str) -> str:
    """In any case, in full or by its first three letters."""
    known = {short: day for day in WEEKDAYS for short in (day, day[:3])}
    if words.casefold() not in known:
        raise Unfit(f"{name} is a working day, Monday to Friday, not {words}.")
    return known[words.casefold()]


def _hour(name: str, words: str) -> time:
    try:
        return time.fromisoformat((words if ":" in words else f"{words}:00").zfill(5)).replace(tzinfo=None)
    except ValueError:
        raise Unfit(f"{name} is an hour of the day, as 09:00, not {words}.") from None


def _number(name: str, words: str) -> int:
    least = 0 if name in {"snoozes", "quiet_working", "note_delay_working", "grace_working"} else 1
    most = _MOST.get(name, _MOST_WORKING)
    if not (words.isascii() and words.isdigit() and least <= int(words) <= most):
        raise Unfit(f"{name} is a whole number from {least} to {most}, not {words}.")
    return int(words)
