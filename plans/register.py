"""Who holds which post on a day, who stands in, who speaks for an organisation. Values; storage.people has the rows.

Posts and organisations are named by their keys (plans.owners.key), prisons by theirs. A period's `first` and `last`
days are both included; None is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from plans.owners import key

Capacity = Literal["holder", "acting", "deputy"]
Duty = Literal["coordinator", "administrator", "assurer"]


@dataclass(frozen=True, slots=True)
class Period:
    first: date | None = None
    last: date | None = None

    def has(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Person:
    """`unreachable`: why no message can be sent to them, None when one can, or accounts were not looked for yet."""

    id: int
    name: str
    email: str | None = None
    unreachable: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """`person` None: the post was vacant, and known to be."""

    prison: str
    post: str
    person: Person | None
    capacity: Capacity = "holder"
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Role:
    """`prison` None: at every prison."""

    prison: str | None
    person: Person
    duty: Duty
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Liaison:
    prison: str
    organisation: str
    post: str
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Absence:
    person: int
    period: Period


@dataclass(frozen=True, slots=True)
class Delegation:
    """The post that does the lead's work, on one action or on a theme of a plan."""

    plan: str
    post: str
    action: int | None = None
    theme: str | None = None
    period: Period = Period()


@dataclass(frozen=True, slots=True)
class Register:
    """`names` gives the name of a post or organisation by its key; `prisons` of a prison by its key."""

    holdings: tuple[Holding, ...] = ()
    roles: tuple[Role, ...] = ()
    liaisons: tuple[Liaison, ...] = ()
    absences: tuple[Absence, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    prisons: dict[str, str] = field(default_factory=dict)


def named_after(party: str) -> Iterator[str]:
    """The keys of whatever the party's name begins with, the longest first: the party, then "nhs england" of the NHSE
    commissioners."""
    words = party.split()
    return (key(" ".join(words[:count])) for count in range(len(words), 0, -1))
