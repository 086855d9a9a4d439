"""Actions as lists show them, kept while what plans print of them stands. What matches is not decided here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from plans.addresses import written
from plans.messages import Line

MOST = 50_000

Found = tuple[int, str, date | str | None]
"""Id, status and due date, as a date or as SQLite keeps one."""
Key = tuple[int, str, date | str | None, date]


class FactLike(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def plan(self) -> str: ...
    @property
    def prison_name(self) -> str: ...
    @property
    def position(self) -> int: ...
    @property
    def ref(self) -> str: ...
    @property
    def step(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def theme(self) -> str | None: ...
    @property
    def owners(self) -> tuple[str, ...]: ...
    @property
    def starts(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, with what is only asked of all lines together. `order` is the plan's, plan by plan."""

    order: tuple[str, int]
    line: Line
    theme: str | None
    owners: tuple[str, ...]
    due: date | None
    status: str
    late: int


class Entries:
    """What was made of one stamp's facts. `read` gives the facts of actions not met before."""

    def __init__(self) -> None:
        self._made: dict[Key, Entry] = {}

    def of(self, found: Sequence[Found], on: date, read: Callable[[list[int]], Iterable[FactLike]]) -> list[Entry]:
        """Each as it stands on the day, in the order found."""
        made = self._made
        keys: list[Key] = [(*one, on) for one in found]
        if missing := [key for key in keys if key not in made]:
            if len(made) > MOST:
                made, missing = {}, keys
                self._made = made
            facts = {fact.id: fact for fact in read([id for id, *_ in missing])}
            made.update((key, _entry(facts[key[0]], *key[1:])) for key in missing)
        return [made[key] for key in keys]


def _entry(fact: FactLike, status: str, found_due: date | str | None, on: date) -> Entry:
    due = date.fromisoformat(found_due) if isinstance(found_due, str) else found_due
    late = days_late(status, due, on)
    address = written(fact.ref, fact.step)
    line = Line(fact.plan, fact.prison_name, address, fact.title, fact.owners, due, status, late, fact.starts)
    return Entry((fact.plan, fact.position), line, fact.theme, fact.owners, due, status, late)


_OWED = frozenset({"not_started", "in_progress", "blocked"})


def days_late(status: str, due: date | None, on: date) -> int:
    """Days past the due date of an overdue action, else 0. Overdue: open, not reported, due before the day."""
    return (on - due).days if due is not None and due < on and status in _OWED else 0
