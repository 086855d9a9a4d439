"""Who above a lead is free to say yes: to what is reported done, to another date (DESIGN sections 2 and 5).

Never an owner, the lead's deputy or delegate, whoever reported or asked, nor the prison's coordinator. One rule, for
whom a brief names and for who may press.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plans.calendar import working_day_after
from plans.policy.recipients import ASSURER, COORDINATOR, Directory, line_above
from plans.policy.values import Recipient

RISES_AFTER = 5
"""Working days without an answer after which a request for another date goes up a level (DESIGN 5)."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What waits for a yes. `owners` the lead first; `persons` and `posts` are who reported or asked, and as what;
    `level` is the first level above the lead that may decide, 1 the next."""

    prison: str
    owners: tuple[str, ...]
    delegate: str | None = None
    persons: frozenset[int] = frozenset()
    posts: frozenset[str] = frozenset()
    level: int = 1

    @property
    def lead(self) -> str:
        return self.owners[0] if self.owners else COORDINATOR


def posts_above(matter: Matter, *, risen: int = 0) -> list[str]:
    """The posts that may decide, the nearest first; with `risen`, after so many levels that did not answer."""
    line = list(line_above(matter.lead))
    first = min(matter.level + risen, len(line)) - 1
    barred = {*matter.owners, *matter.posts, matter.delegate}
    return [post for post in line[max(first, 0) :] if post not in barred]


def involved(directory: Directory, matter: Matter) -> frozenset[int]:
    """The people who have a part in it, and so have no say."""
    whole = ("holder", "acting", "deputy")
    found = set(matter.persons) | directory.people_of("coordinator", matter.prison)
    for party in matter.owners:
        found |= directory.people_at(matter.prison, party, whole if party == matter.lead else whole[:2])
    for party in filter(None, (matter.lead, matter.delegate)):
        answering = directory.answering(matter.prison, party)[0].to.person
        found |= {answering.id} if answering else set()
    if matter.delegate:
        found |= directory.people_at(matter.prison, matter.delegate, whole)
    return frozenset(found)


def named(directory: Directory, matter: Matter, *, risen: int = 0) -> tuple[Recipient, str] | None:
    """Who is asked, as holding which post: the first above who is free, else an assurer."""
    barred = involved(directory, matter)
    for post in posts_above(matter, risen=risen):
        to = directory.holder(matter.prison, post).to
        if to.person is None or to.person.id not in barred:
            return to, post
    assurer = directory.role(matter.prison, "assurer", without=barred)
    return (assurer, ASSURER) if assurer else None


def free_as(directory: Directory, matter: Matter, person: int) -> str | None:
    """As holding which post a person may decide: their own, acting or standing in there; an assurer where nobody above
    is free. None: they may not."""
    if person in involved(directory, matter):
        return None
    above = posts_above(matter)
    for post in above:
        if person in directory.people_at(matter.prison, post, ("holder", "acting")):
            return post
    for post in above:
        if person in _standing(directory, matter, post):
            return post
    is_assurer = person in directory.people_of("assurer", matter.prison)
    return ASSURER if is_assurer and not anybody_free(directory, matter) else None


def anybody_free(directory: Directory, matter: Matter) -> bool:
    """Is anybody registered above who may decide?"""
    barred = involved(directory, matter)
    return any(set(_able(directory, matter, post)) - barred for post in posts_above(matter))


def _able(directory: Directory, matter: Matter, post: str) -> Iterator[int]:
    yield from directory.people_at(matter.prison, post, ("holder", "acting"))
    yield from _standing(directory, matter, post)


def _standing(directory: Directory, matter: Matter, post: str) -> set[int]:
    person = directory.holder(matter.prison, post).to.person
    return {person.id} if person else set()


def risen(asked_on: date, on: date) -> int:
    """How many levels a request has gone up since it was asked, unanswered: one each five working days."""
    levels = 0
    while working_day_after(asked_on, RISES_AFTER * (levels + 1)) <= on and levels < _HIGHEST:
        levels += 1
    return levels


_HIGHEST = 3
