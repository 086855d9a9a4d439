"""What can be asked of storage, and the rows it answers with. Protocols and tuples only: no SQL here.

`plans.queries.Query` satisfies QueryLike without either side importing the other for it.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol


class AddressLike(Protocol):
    """`12` is ref 12, no step: all its steps. `2iii` is step iii of ref 2; `5.13/2`, step 2 of ref 5.13."""

    @property
    def ref(self) -> str: ...
    @property
    def step(self) -> str | None: ...


class RefRangeLike(Protocol):
    @property
    def first(self) -> AddressLike: ...
    @property
    def last(self) -> AddressLike | None: ...


class QueryLike(Protocol):
    """Every filter given must hold; an empty one holds always. Windows are inclusive, `late_…` strict."""

    @property
    def prisons(self) -> Sequence[str]: ...
    @property
    def without_prisons(self) -> Sequence[str]: ...
    @property
    def scope(self) -> str: ...
    @property
    def years(self) -> Sequence[int]: ...
    @property
    def refs(self) -> Sequence[RefRangeLike]: ...
    @property
    def statuses(self) -> Sequence[str]: ...
    @property
    def without_statuses(self) -> Sequence[str]: ...
    @property
    def owners(self) -> Sequence[int]: ...
    @property
    def without_owners(self) -> Sequence[int]: ...
    @property
    def lead_only(self) -> bool: ...
    @property
    def held(self) -> Sequence[tuple[str, int]]: ...
    @property
    def work(self) -> Sequence[int]: ...
    @property
    def themes(self) -> Sequence[str]: ...
    @property
    def without_themes(self) -> Sequence[str]: ...
    @property
    def due_from(self) -> date | None: ...
    @property
    def due_to(self) -> date | None: ...
    @property
    def late_over(self) -> int | None: ...
    @property
    def late_under(self) -> int | None: ...
    @property
    def stems(self) -> Sequence[Sequence[str]]: ...
    @property
    def phrases(self) -> Sequence[str]: ...
    @property
    def nothing(self) -> bool: ...
    @property
    def waiting(self) -> str: ...
    @property
    def changed_since(self) -> date | None: ...


class ActionRow(NamedTuple):
    """As lists need it: `owners` as printed, the lead first; `step` '' where the plan numbers none."""

    plan: str
    prison: str
    prison_name: str
    position: int
    ref: str
    step: str
    title: str
    theme: str | None
    owners: tuple[str, ...]
    due: date | None
    starts: date | None
    target: str | None
    status: str
    standing: bool
    version: int
    id: int


class Outline(NamedTuple):
    """Of one of very many actions: what is said of them all together."""

    id: int
    theme: str | None
    owners: tuple[str, ...]
    due: date | None
    status: str


Found = tuple[int, str, date | str | None]
"""Of an action its id and what people change: status and due date, as the driver has it. An index holds it all."""


class Fact(NamedTuple):
    """Of an action, what its plan prints: it stands as long as the stamp of facts."""

    id: int
    plan: str
    prison_name: str
    position: int
    ref: str
    step: str
    title: str
    theme: str | None
    owners: tuple[str, ...]
    starts: date | None


class Tally(NamedTuple):
    """What a list is headed with, as Counts has it."""

    total: int
    of: int
    past_reported: int
    due_soon: int


class Stamps(NamedTuple):
    """Of the names that questions can be about, and of all that plans print."""

    names: str
    facts: str


class Counts(NamedTuple):
    """`total` match the query; the rest are of its scope: the query without its status words and lateness."""

    total: int
    of: int
    open: int
    overdue: int
    past_reported: int
    due_soon: int


class PlanRow(NamedTuple):
    key: str
    prison: str
    prison_name: str
    title: str
    kind: str
    year: int
    live: bool


class PlanTotals(NamedTuple):
    key: str
    prison: str
    prison_name: str
    title: str
    kind: str
    year: int
    live: bool
    actions: int
    open: int
    overdue: int


class OwnerRow(NamedTuple):
    """`names` are the forms in which plans have printed this owner, `plans` the keys of those that name it."""

    id: int
    key: str
    name: str
    names: tuple[str, ...]
    plans: tuple[str, ...]


class Known(NamedTuple):
    """What a question may be about: (key, name) of prisons, plans, owners, (plan key, theme) of themes."""

    prisons: tuple[tuple[str, str], ...]
    plans: tuple[PlanRow, ...]
    owners: tuple[OwnerRow, ...]
    themes: tuple[tuple[str, str], ...]
