"""What becomes of one action when a newer version of its plan comes in: values that the rules hand to what writes."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plans.messages.imports import ChangeKind


@dataclass(frozen=True, slots=True)
class Said:
    """What people said of an action beside its row. `status`: somebody gave it the status that it has, not its plan
    alone; `before`: the last it had that was not finished; `asked`: the date that waits for a yes; `owners` as they are
    printed, `handed`: one of them took it on; `on`: the day by which a date without a year is read."""

    on: date
    status: bool = False
    before: str | None = None
    asked: date | None = None
    owners: tuple[str, ...] = ()
    handed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """`was` and `now` as printed; `kept` what the new version does not touch, as a clause."""

    kind: ChangeKind
    was: str
    now: str
    kept: str = ""


@dataclass(slots=True)
class Outcome:
    """`facts` are to be written in the row. `agrees`: the plan prints the date that was asked for, which is a slip;
    `owns`: the owners are those printed now."""

    facts: dict[str, Any] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    agrees: bool = False
    owns: bool = False

    def differs(self, kind: ChangeKind, was: str | None, now: str | None, kept: str = "") -> None:
        self.differences.append(Difference(kind, was or "", now or "", kept))

    def takes(self, facts: dict[str, Any], *names: str) -> None:
        self.facts |= {name: facts[name] for name in names}


def stays(status: str) -> str:
    """As a clause: it stays reported done."""
    return _STAYS.get(status, "")


_STAYS = {
    "in_progress": "it stays in progress", "blocked": "it stays blocked", "reported": "it stays reported done",
    "done": "it stays done", "sustained": "it stays done and kept up", "withdrawn": "it stays withdrawn",
}  # fmt: skip
