"""Who does a lead's work: delegations by what they are of, on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from plans.policy.values import Action
from plans.register import Delegation


class Delegations:
    """One of an action counts before one of its theme."""

    def __init__(self, delegations: Iterable[Delegation], on: date) -> None:
        self._on, self._by = on, defaultdict[tuple[str, object], list[Delegation]](list)
        for one in delegations:
            self._by[one.plan, one.action if one.action is not None else one.theme].append(one)

    def _all(self, action: Action) -> list[Delegation]:
        return [*self._by.get((action.plan, action.id), ()), *self._by.get((action.plan, action.theme), ())]

    def of(self, action: Action) -> Delegation | None:
        return next((one for one in self._all(action) if one.period.has(self._on)), None) if self._by else None

    def ended(self, action: Action) -> date | None:
        """The day on which the work came back to the lead."""
        if not self._by:
            return None
        ends = [one.period.last for one in self._all(action) if one.period.last and one.period.last < self._on]
        return max(ends) + timedelta(days=1) if ends else None
