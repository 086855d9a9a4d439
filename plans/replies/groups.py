"""The clauses of a reply that speak of one action, with what decides their meaning."""

from dataclasses import dataclass
from datetime import date

from plans.replies.clauses import Clause
from plans.replies.completing import said


@dataclass(frozen=True, slots=True)
class Group:
    """The clauses that speak of one action; `due` its date where it is known, `text` the cleaned reply."""

    clauses: tuple[Clause, ...]
    text: str
    today: date
    due: date | None
    own: bool = True

    def having(self, *kinds: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.has(*kinds)), None)

    @property
    def says(self) -> set[str]:
        return {word for clause in self.clauses if (word := said(clause, self.today))}
