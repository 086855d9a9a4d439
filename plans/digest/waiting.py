"""What waits for somebody's yes, and the posts that nobody holds: where the register meets a digest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plans.addresses import written
from plans.digest.colours import OPEN
from plans.digest.naming import naming
from plans.digest.values import Asked, Known, State
from plans.messages import AskedFor, Vacancy
from plans.owners import is_post
from plans.policy.above import Matter, named, risen
from plans.policy.delegations import Delegations
from plans.policy.recipients import COORDINATOR, Directory, Found, line_above
from plans.policy.values import Action
from plans.rights import levels


@dataclass(frozen=True)
class Posts:
    """Who holds what on a day, by the register."""

    known: Known
    on: date

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self.known.register, self.on)

    @cached_property
    def _delegations(self) -> Delegations:
        return Delegations(self.known.register.delegations, self.on)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {plan.key: plan.kind for plan in self.known.plans}

    def name(self, key: str | None) -> str:
        return naming(self.known.register)(key)

    # --- what is asked for -------------------------------------------------------------------------------------------

    def asked(self, actions: Sequence[State]) -> tuple[AskedFor, ...]:
        """What waits, the first asked first."""
        waiting = [(action, one) for action in actions for one in action.waits]
        return tuple(self._asked(action, one) for action, one in sorted(waiting, key=lambda pair: pair[1].asked_on))

    def _asked(self, action: State, asked: Asked) -> AskedFor:
        is_date = asked.kind == "extension"
        return AskedFor(
            action=action.id,
            plan=action.plan,
            address=written(action.ref, action.step),
            title=action.title,
            kind="extension" if is_date else "hand_over",
            on=asked.asked_on,
            by=self.name(asked.for_party or asked.as_post),
            goes_to=self._decider(action, asked) if is_date else self.name(asked.to_party),
            from_due=action.due if is_date else None,
            to_due=asked.to_due,
            to=self.name(asked.to_party),
        )

    def _decider(self, action: State, asked: Asked) -> str:
        """DESIGN section 5: the post that agrees to another date, or those above it after days without an answer."""
        found = named(self._directory, self._matter(action, asked), risen=risen(asked.asked_on, self.on))
        return self.name(found[1]) if found else ""

    def _matter(self, action: State, asked: Asked) -> Matter:
        owners, prison = tuple(key for key, _ in action.owners), self.known.key
        lead = owners[0] if owners else COORDINATOR
        of_policy = Action(
            action.id, action.plan, prison, action.ref, action.step, action.title, owners, theme=action.theme
        )
        delegation = self._delegations.of(of_policy)
        outside = bool(owners) and not is_post(lead)
        line = len(list(line_above(lead)))
        return Matter(
            prison,
            owners,
            delegation.post if delegation else None,
            # Who asked as a post that nobody is known to hold is barred by the post.
            persons=frozenset(() if asked.person is None else (asked.person,)),
            posts=frozenset((asked.as_post,) if asked.person is None and asked.as_post else ()),
            level=levels(action.slips, self._kinds.get(action.plan, ""), outside=outside, line=line),
        )

    # --- vacant posts ------------------------------------------------------------------------------------------------

    def vacant(self, actions: Sequence[State]) -> tuple[Vacancy, ...]:
        """Posts that lead open actions and that nobody holds, the one with most actions first. A post that the register
        has never had a line for is not vacant, nor is one whose holder is away (ADR 10)."""
        led = Counter(one.owners[0][0] for one in actions if one.owners and one.status in OPEN)
        return tuple(self._vacancies(led))

    def _vacancies(self, led: Counter[str]) -> Iterator[Vacancy]:
        for post, count in led.most_common():
            found = self._directory.holder(self.known.key, post)
            if is_post(post) and found.gap and found.gap.kind == "vacant":
                yield Vacancy(self.name(post), count, self._instead(post, found))

    def _instead(self, post: str, found: Found) -> str:
        """Acting Governor; Deputy Head of Safety; the post above, whose holder stands in."""
        person = found.to.person
        if person is None:
            return ""
        for capacity in ("acting", "deputy"):
            if person.id in self._directory.people_at(self.known.key, post, (capacity,)):
                return f"{capacity.capitalize()} {self.name(post)}"
        present = ("holder", "acting", "deputy")
        above = (
            each for each in line_above(post) if person.id in self._directory.people_at(self.known.key, each, present)
        )
        return self.name(next(above, None))
