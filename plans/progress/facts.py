"""All that is known of an action when somebody wants to change it. Reads only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from plans.addresses import written
from plans.owners import is_post
from plans.policy.above import Matter
from plans.policy.delegations import Delegations
from plans.policy.recipients import COORDINATOR, line_above
from plans.policy.values import Action
from plans.progress.turn import Turn
from plans.rights import Case, levels
from plans.situations import settings_in_force
from storage.changes import ActionRow, OwnerRow, owners, those
from storage.entries import ReporterRow, reporters
from storage.requests import Kind, RequestRow, open_of


@dataclass(frozen=True, slots=True)
class Facts:
    """`owners` are keys, the lead first, `printed` as the plan has them; `delegate` does the work; `requests` are open.

    `assurance`: what is reported is to be confirmed. `reporter` is who reported it last, if ever.
    """

    id: int
    plan_id: int
    plan: str
    kind: str
    live: bool
    prison: str
    ref: str
    step: str
    title: str
    text: str
    theme: str | None
    target: str | None
    status: str
    version: int
    due: date | None
    original_due: date | None
    slips: int
    starts: date | None
    standing: bool
    recurrence: str | None
    gone_at: datetime | None
    owners: tuple[str, ...]
    printed: tuple[str, ...]
    delegate: str | None = None
    requests: tuple[RequestRow, ...] = ()
    assurance: bool = True
    reporter: ReporterRow | None = None

    @property
    def address(self) -> str:
        return written(self.ref, self.step)

    @property
    def lead(self) -> str | None:
        return self.owners[0] if self.owners else None

    @property
    def outside(self) -> bool:
        """Is its lead an organisation, and no post?"""
        return self.lead is not None and not is_post(self.lead)

    @property
    def case(self) -> Case:
        waiting = frozenset(request.kind for request in self.requests)
        return Case(self.status, self.standing, self.live, self.kind, waiting)

    def request(self, kind: Kind) -> RequestRow | None:
        return next((one for one in self.requests if one.kind == kind), None)

    @property
    def reported(self) -> Matter:
        """What waits to be confirmed, as the rule of who may sees it."""
        by = self.reporter
        return self._matter(by and by.person, by and by.as_post, level=1)

    @property
    def extended(self) -> Matter:
        """The date that is asked for, or would be."""
        asked = self.request("extension")
        line = len(list(line_above(self.lead or COORDINATOR)))
        level = levels(self.slips, self.kind, outside=self.outside, line=line)
        return self._matter(asked and asked.person, asked and asked.as_post, level=level)

    def _matter(self, person: int | None, post: str | None, *, level: int) -> Matter:
        if person is not None:
            return Matter(self.prison, self.owners, self.delegate, persons=frozenset({person}), level=level)
        # Who answered as a post that nobody is known to hold is barred by the post.
        return Matter(self.prison, self.owners, self.delegate, posts=frozenset({post} if post else ()), level=level)


def facts(turn: Turn, actions: Collection[int]) -> dict[int, Facts]:
    """Of each of the actions that there is, as it stands on the turn's day."""
    session, ids = turn.session, list(actions)
    found = those(session, ids)
    owned, asked, by = owners(session, ids), open_of(session, ids), reporters(session, ids)
    settings = settings_in_force(session, turn.on, {row.plan for row in found})
    delegations = Delegations(turn.register.delegations, turn.on)
    return {
        row.id: Facts(
            *row,
            owners=tuple(owner.key for owner in owned.get(row.id, ())),
            printed=tuple(owner.printed for owner in owned.get(row.id, ())),
            delegate=_delegate(row, owned.get(row.id, ()), delegations),
            requests=asked.get(row.id, ()),
            assurance=settings[row.plan].assurance,
            reporter=by.get(row.id),
        )
        for row in found
    }


def _delegate(row: ActionRow, owned: tuple[OwnerRow, ...], delegations: Delegations) -> str | None:
    keys = tuple(owner.key for owner in owned)
    found = delegations.of(Action(row.id, row.plan, row.prison, row.ref, row.step, row.title, keys, theme=row.theme))
    return found.post if found else None
