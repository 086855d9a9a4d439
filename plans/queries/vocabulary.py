"""What questions can be about: the prisons, plans, owners and themes held, and an index of their names.

Built once from plain rows and asked many times. It reads no questions: plans.queries.naming finds names in them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from plans.prisons import plain
from plans.queries.forms import Run, content, is_generic, parts, says, spellings, ways_to_say

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Prison:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Plan:
    key: str
    prison: str
    year: int
    live: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """`names` are all printed forms; `plans` the plans that name the owner, empty when that is not known."""

    id: int
    key: str
    name: str
    names: tuple[str, ...]
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False, eq=False)
class Vocabulary:
    """All that is held, by name. `themes` are (plan key, theme as stored). Reuse one for many questions: its indexes
    are made once, and it is told from another by being another.
    """

    prisons: tuple[Prison, ...] = ()
    plans: tuple[Plan, ...] = ()
    owners: tuple[Owner, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()

    @cached_property
    def held(self) -> tuple[str, ...]:
        """The prisons' plain names, as plans.prisons compares them."""
        return plain(prison.name for prison in self.prisons)

    @cached_property
    def prison_keys(self) -> dict[str, str]:
        return dict(zip(self.held, (prison.key for prison in self.prisons), strict=True))

    @cached_property
    def prison_names(self) -> dict[str, str]:
        return {prison.key: prison.name for prison in self.prisons}

    @cached_property
    def plain_names(self) -> dict[str, str]:
        return {prison.key: plain for prison, plain in zip(self.prisons, self.held, strict=True)}

    @cached_property
    def short_names(self) -> dict[int, str]:
        """Owners as a list says them: the shortest form that plans print, which is the one people use."""
        return {owner.id: min(owner.names or (owner.name,), key=len) for owner in self.owners}

    @cached_property
    def owner_ids(self) -> dict[str, int]:
        """By every form that plans print."""
        return {name: owner.id for owner in self.owners for name in owner.names}

    @cached_property
    def owner_names(self) -> dict[int, str]:
        return {owner.id: owner.name for owner in self.owners}

    @cached_property
    def shortest_names(self) -> dict[int, str]:
        """What means each owner and no other, in the fewest letters: buttons carry it."""
        ways = sorted((" ".join(run) for run, ids in self.whole_owners.items() if len(ids) == 1), key=len, reverse=True)
        short = {next(iter(self.whole_owners[tuple(way.split())])): way for way in ways}
        return {id: short.get(id, name) for id, name in self.owner_names.items()}

    @cached_property
    def owner_plans(self) -> dict[int, frozenset[str]]:
        return {owner.id: frozenset(owner.plans) for owner in self.owners}

    @cached_property
    def theme_plans(self) -> dict[str, frozenset[str]]:
        return _grouped((theme, plan) for plan, theme in self.themes)

    @cached_property
    def plan_themes(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for plan, theme in self.themes:
            found.setdefault(plan, []).append(theme)
        return {plan: tuple(themes) for plan, themes in found.items()}

    @cached_property
    def whole_owners(self) -> dict[Run, frozenset[int]]:
        """Every way to say an owner's whole name."""
        return _whole_owners(self.owners)

    @cached_property
    def owner_parts(self) -> dict[Run, frozenset[int]]:
        """Every run of words within an owner's name that says enough."""
        return _owner_parts(self.owners)

    @cached_property
    def theme_parts(self) -> dict[Run, frozenset[str]]:
        return _theme_parts(self.themes)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of a name held: none of them is a slip for another."""
        return frozenset(word for run in (*self.whole_owners, *self.theme_parts) for word in run)

    @cached_property
    def plan_keys(self) -> frozenset[str]:
        return frozenset(plan.key for plan in self.plans)

    @cached_property
    def _plans_of(self) -> dict[str, list[tuple[int, Plan]]]:
        """By prison, each with its place among all."""
        found: dict[str, list[tuple[int, Plan]]] = {}
        for at, plan in enumerate(self.plans):
            found.setdefault(plan.prison, []).append((at, plan))
        return found

    def plans_in(self, prisons: Iterable[str], without: Iterable[str] = ()) -> list[Plan]:
        wanted, unwanted = set(prisons), set(without)
        if not wanted:
            return [plan for plan in self.plans if plan.prison not in unwanted] if unwanted else list(self.plans)
        found = [pair for key in wanted - unwanted for pair in self._plans_of.get(key, ())]
        return [plan for _, plan in (sorted(found) if len(wanted) > 1 else found)]


# Indexes are kept by what they index: a vocabulary read anew for each question finds its own again.


@lru_cache(maxsize=4)
def _whole_owners(owners: tuple[Owner, ...]) -> dict[Run, frozenset[int]]:
    return _grouped((run, owner.id) for owner in owners for run in ways_to_say(owner.key, (owner.name, *owner.names)))


@lru_cache(maxsize=4)
def _owner_parts(owners: tuple[Owner, ...]) -> dict[Run, frozenset[int]]:
    wholes = ((run, id) for run, ids in _whole_owners(owners).items() for id in ids)
    return _grouped((part, id) for run, id in wholes for part in parts(run) if says(part) and not is_generic(part, run))


@lru_cache(maxsize=4)
def _theme_parts(themes: tuple[tuple[str, str], ...]) -> dict[Run, frozenset[str]]:
    runs = [(run, theme) for theme in {theme for _, theme in themes} for run in spellings(content(theme))]
    return _grouped((part, theme) for run, theme in runs for part in parts(run) if says(part) or part == run)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, frozenset[V]]:
    groups: dict[K, set[V]] = {}
    for name, value in pairs:
        groups.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in groups.items()}
