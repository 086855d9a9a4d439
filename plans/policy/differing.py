"""The settings in force on a day, of those that were ever made: for every plan, and for one."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

from plans.policy.settings import DEFAULTS, Settings

Made = tuple[str | None, str, Any, date]
"""A plan's key (None: every plan), a setting's name, its value as JSON has it, the day from which it holds."""

EVERY_PLAN = ""
NAMES = frozenset(field.name for field in fields(Settings))


def in_force(made: Iterable[Made], on: date, plans: Iterable[str] = ()) -> dict[str, Settings]:
    """By plan's key, and EVERY_PLAN for what is common. `made` is in order: of two for one thing the later holds.

    What is set for a plan goes before what is set for every plan, whichever came later: whoever made the exception
    meant it to last.
    """
    found: dict[str | None, dict[str, Any]] = {}
    for plan, name, value, from_on in made:
        if from_on <= on and name in NAMES:
            found.setdefault(plan, {})[name] = _brought(name, value)
    common = replace(DEFAULTS, **found.get(None, {}))
    return {EVERY_PLAN: common, **{plan: replace(common, **found[plan]) if plan in found else common for plan in plans}}


def kept(value: Any) -> Any:
    """A setting's value as JSON can have it: an hour is words, `09:00`."""
    return value.isoformat("minutes") if isinstance(value, time) else value


def _brought(name: str, value: Any) -> Any:
    return time.fromisoformat(value) if isinstance(getattr(DEFAULTS, name), time) else value
