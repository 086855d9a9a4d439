"""Who is written to for a post on a day: its holder, who stands in, who speaks for an organisation (DESIGN 2 and 4)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.owners import is_post
from plans.policy.delegations import Delegations
from plans.policy.values import Action, As, Gap, GapKind, Recipient
from plans.register import Duty, Holding, Liaison, Person, Register, Role, named_after

GOVERNOR, GROUP_DIRECTOR, EXECUTIVE_DIRECTOR = "governor", "prison group director", "executive director"
_ABOVE = {GOVERNOR: GROUP_DIRECTOR, GROUP_DIRECTOR: EXECUTIVE_DIRECTOR}
COORDINATOR, ASSURER = "coordinator", "assurer"
_CAPACITIES = ("holder", "acting", "deputy")


def line_above(post: str) -> Iterator[str]:
    """The posts above one, nearest first. Whatever is not in the line counts as a head of function."""
    above = _ABOVE.get(post, GOVERNOR) if post != EXECUTIVE_DIRECTOR else None
    while above:
        yield above
        above = _ABOVE.get(above)


@dataclass(frozen=True, slots=True)
class Found:
    """Who is written to. `came`: since when they answer, if known; `stands_in`: for a post that is not theirs.

    `gap`: what the register lacks, `gap_since` from when on.
    """

    to: Recipient
    came: date | None = None
    stands_in: bool = False
    gap: Gap | None = None
    gap_since: date | None = None


@dataclass(frozen=True, slots=True)
class Chased:
    """Who is to answer for an action, speaking for which post, in what quality; the delegate's post if one works."""

    found: Found
    answers: str
    quality: As
    delegate: str | None = None

    @property
    def to(self) -> Recipient:
        return self.found.to


def latest(*days: date | None) -> date | None:
    """The latest of the days that are known."""
    return max((day for day in days if day), default=None)


class Directory:
    """The register as it stands on a day. What is looked up is kept: a day asks of few posts and many actions."""

    def __init__(self, register: Register, on: date) -> None:
        self._on = on
        self._held: dict[tuple[str, str], list[Holding]] = defaultdict(list)
        for holding in register.holdings:
            self._held[holding.prison, holding.post].append(holding)
        self._away = {absence.person: absence.period.first for absence in register.absences if absence.period.has(on)}
        self._liaisons = {(one.prison, one.organisation): one for one in register.liaisons if one.period.has(on)}
        self._roles: dict[tuple[Duty, str | None], list[Role]] = defaultdict(list)
        for role in register.roles:
            if role.period.has(on):
                self._roles[role.duty, role.prison].append(role)
        self._delegations = Delegations(register.delegations, on)
        self._found: dict[tuple[str, str], Found] = {}
        self._answering: dict[tuple[str, str], tuple[Found, As]] = {}
        self._chased: dict[tuple[str, str, str | None], Chased] = {}
        self._circles: dict[tuple[str, str], tuple[str, ...]] = {}

    # --- actions ------------------------------------------------------------------------------------------------

    def chased(self, action: Action) -> Chased | None:
        """Who is chased: the delegate where there is one, else the lead; the coordinator of what has no owner."""
        if not action.owners:
            coordinator = self.role(action.prison, "coordinator")
            return Chased(Found(coordinator), COORDINATOR, "coordinator") if coordinator else None
        delegation = self._delegations.of(action)
        post = delegation.post if delegation else None
        wanted = action.prison, action.owners[0], post
        if wanted not in self._chased:
            found, quality = self.answering(action.prison, post or action.owners[0])
            delegated = post and quality == "lead"
            self._chased[wanted] = Chased(found, post or action.owners[0], "delegate" if delegated else quality, post)
        chased = self._chased[wanted]
        since = delegation.period.first if delegation else self._delegations.ended(action)
        return replace(chased, found=replace(chased.found, came=latest(chased.found.came, since))) if since else chased

    def answering(self, prison: str, party: str) -> tuple[Found, As]:
        """Who answers for a post or organisation, in what quality; a liaison where nobody of its own does."""
        wanted = prison, party
        if wanted not in self._answering:
            self._answering[wanted] = self._answers(prison, party)
        return self._answering[wanted]

    def _answers(self, prison: str, party: str) -> tuple[Found, As]:
        liaison = self._liaison(prison, party)
        if liaison and not self._present(prison, party):
            found = self.holder(prison, liaison.post)
            return replace(found, came=latest(found.came, liaison.period.first)), "liaison"
        coordinator = self.role(prison, "coordinator")
        if coordinator and coordinator.person and (prison, party) not in self._held and not is_post(party):
            gap = Gap("no_liaison", prison, party, instead=coordinator.person.name)
            return Found(coordinator, stands_in=True, gap=gap), "coordinator"
        return self.holder(prison, party), "lead"

    def _liaison(self, prison: str, party: str) -> Liaison | None:
        """Who is the contact for it, or for what its name begins with: Oxleas, of the Oxleas healthcare provider."""
        return next((one for name in named_after(party) if (one := self._liaisons.get((prison, name)))), None)

    # --- posts --------------------------------------------------------------------------------------------------

    def holder(self, prison: str, post: str) -> Found:
        """Who stands at a post: its holder, else who acts for it, its deputy, the level above, else the post itself."""
        wanted = prison, post
        if wanted not in self._found:
            self._found[wanted] = self._holder(prison, post)
        return self._found[wanted]

    def _holder(self, prison: str, post: str) -> Found:
        if (prison, post) not in self._held:
            return Found(Recipient(None, prison, post), gap=Gap("unregistered", prison, post))
        present = self._present(prison, post)
        if present and present.capacity == "holder":
            return self._own(present)
        kind, missing, since = self._missing(prison, post)
        person, came = (present.person, present.period.first) if present else (self._standing_above(prison, post), None)
        to = Recipient(person) if person else Recipient(None, prison, post)
        gap = Gap(kind, prison, post, missing, person.name if person else None)
        acts = present is not None and present.capacity == "acting" and kind == "vacant"
        return Found(to, latest(came, since), not acts, gap, since)

    def _own(self, holding: Holding) -> Found:
        person = holding.person
        cut_off = person is not None and person.unreachable is not None
        gap = Gap("unreachable", holding.prison, holding.post, person) if cut_off else None
        return Found(Recipient(person), holding.period.first, gap=gap)

    def _present(self, prison: str, post: str) -> Holding | None:
        """The holding by which somebody is at the post this day: the holder's before an acting one's and a deputy's."""
        lines = [line for line in self._in_force(prison, post) if line.person and line.person.id not in self._away]
        return min(lines, key=_rank, default=None)

    def _in_force(self, prison: str, post: str) -> list[Holding]:
        return [line for line in self._held.get((prison, post), ()) if line.period.has(self._on)]

    def people_at(self, prison: str, post: str, capacities: Iterable[str]) -> set[int]:
        """Whoever holds a post this day in one of the capacities, away or not."""
        held = (line for line in self._in_force(prison, post) if line.capacity in capacities)
        return {line.person.id for line in held if line.person}

    def _missing(self, prison: str, post: str) -> tuple[GapKind, Person | None, date | None]:
        """Is the post vacant, or its holder away? Who, and since when, if that is known."""
        lines = [line for line in self._in_force(prison, post) if line.capacity == "holder"]
        away = next((line.person for line in lines if line.person), None)
        if away:
            return "away", away, self._away[away.id]
        ends = [line.period.last for line in self._held[prison, post] if line.capacity == "holder" and line.person]
        left = max((end for end in ends if end and end < self._on), default=None)
        said = latest(*(line.period.first for line in lines))
        return "vacant", None, left + timedelta(days=1) if left else said

    def _standing_above(self, prison: str, post: str) -> Person | None:
        present = (self._present(prison, above) for above in line_above(post))
        return next((line.person for line in present if line), None)

    def circle(self, prison: str, post: str) -> tuple[str, ...]:
        """The ledger's keys of everybody who may ever have stood at a post: what was said to one was said."""
        wanted = prison, post
        if wanted not in self._circles:
            posts = (post, *line_above(post))
            people = {line.person.id for each in posts for line in self._held.get((prison, each), ()) if line.person}
            self._circles[wanted] = tuple(f"person {person}" for person in sorted(people))
        return self._circles[wanted]

    # --- roles --------------------------------------------------------------------------------------------------

    def role(
        self, prison: str, duty: Duty, besides: Iterable[Recipient] = (), *, without: Collection[int] = ()
    ) -> Recipient | None:
        """Who has a role at a prison: its own before everybody's, those present before those away."""
        barred = {one.key for one in besides} | {f"person {person}" for person in without}
        held = [role for where in (prison, None) for role in self._roles.get((duty, where), ())]
        free = [role for role in held if Recipient(role.person).key not in barred]
        chosen = min(free, key=self._role_rank, default=None)
        return Recipient(chosen.person) if chosen else None

    def people_of(self, duty: Duty, prison: str) -> set[int]:
        """All who have a role at a prison."""
        return {role.person.id for where in (prison, None) for role in self._roles.get((duty, where), ())}

    def _role_rank(self, role: Role) -> tuple[bool, bool, int]:
        return role.person.id in self._away, role.prison is None, role.person.id


def _rank(line: Holding) -> tuple[int, int, int]:
    first = line.period.first
    return _CAPACITIES.index(line.capacity), -(first.toordinal() if first else 0), line.person.id if line.person else 0
