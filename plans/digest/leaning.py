"""What a digest's canonical text need not say, because it follows from what it says: taken out of it, and put back.

Forty kilobytes must hold a prison's week. A change names its action, so its title is that of the line; a line is of the
prison, and of its one plan, unless it says otherwise; a date is the one first promised unless another was.
"""

from collections.abc import Iterator
from typing import Any

Facts = dict[str, Any]

_SAME = ("plan", "address", "title")
"""What a change or a request says of its action as that action's line does."""
_UNSAID = {"original_due": None, "lead": "", "ref": "", "due": None}
"""What stands for nothing where a dump leaves it out."""


def leaned(facts: Facts) -> Facts:
    """Of a prison's digest, as `dump_python` gives it."""
    for told, line in _of_lines(facts):
        _take(told, {name: line[name] for name in _SAME})
    for one in facts.get("lines", ()):
        _take(one, _follows(one["line"]))
    for one in facts.get("lines", ()):
        _take(one["line"], _common(facts))
    return facts


def filled(facts: Facts) -> Facts:
    """The same with all of it, as `validate_python` takes it."""
    for one in facts.get("lines", ()):
        one["line"] = {**_common(facts), **one["line"]}
        one |= {**_follows(one["line"]), **one}
    for told, line in _of_lines(facts):
        told |= {**{name: line[name] for name in _SAME}, **told}
    return facts


def _take(told: Facts, expected: Facts) -> None:
    """Leave out what is as expected, say what is not."""
    for name, value in expected.items():
        said = told.pop(name, _UNSAID.get(name))
        if said != value:
            told[name] = said


def _of_lines(facts: Facts) -> Iterator[tuple[Facts, Facts]]:
    """Each change and request with the line of its action, where it has one."""
    lines = {one["action"]: one["line"] for one in facts.get("lines", ())}
    for told in (*facts.get("changes", ()), *facts.get("asked", ())):
        if told["action"] in lines:
            yield told, lines[told["action"]]


def _follows(line: Facts) -> Facts:
    return {"ref": line["address"], "lead": line["owners"][0] if line["owners"] else "", "original_due": line["due"]}


def _common(facts: Facts) -> Facts:
    plans = facts.get("plans", ())
    return {"prison": facts["prison"], "days_late": 0, "due": None, **({"plan": plans[0][0]} if plans else {})}
