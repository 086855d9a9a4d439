"""The `posts list` command: who holds what, when, as text or as JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from sqlalchemy.engine import Engine

from app.failing import Unusable
from bot.wording import day, joined
from plans.calendar import day_of
from plans.prisons import named
from plans.register import Holding, Period, Person, Register
from plans.situations import prisons_by_name, register
from storage.database import reading
from storage.people import accounts
from storage.prepared import Reader
from storage.registered import groups


@dataclass(frozen=True, slots=True)
class Post:
    """A line of the register. `prison` is None where a role is for every prison, `post` where there is only a role."""

    prison: str | None
    post: str | None
    person: str | None
    email: str | None
    capacity: str | None
    first: date | None
    last: date | None
    away_until: date | None
    role: str | None
    liaison_for: str | None
    group: str | None
    account: str | None


def list_posts(of: Engine, prison: str | None, *, on: date | None, as_json: bool = False) -> None:
    """Whatever the register says, of all times; or what it says of a day, if one is given."""
    with reading(of) as session:
        found = _Listing(session, on).posts(known_prison(session, prison) if prison else None)
    if as_json:
        print(json.dumps({"posts": [_post_json(post) for post in found]}, ensure_ascii=False))
    else:
        print("\n".join(map(_line, found)) or "Nobody is registered. Fill the register: actions posts import FILE.csv")


NONE_YET = " I hold no plans yet: actions import FILE"


def known_prison(reader: Reader, words: str) -> str:
    prisons = prisons_by_name(reader)
    found, near = named(words, tuple(prisons))
    if found in prisons:
        return prisons[found or ""]
    meant = f" Did you mean {near[0]}?" if near else f" I hold {joined(sorted(prisons))}." if prisons else NONE_YET
    raise Unusable(f"I hold nothing of a prison “{found or words}”.{meant}")


class _Listing:
    """The register as one reader sees it, on a day or at all times."""

    def __init__(self, reader: Reader, on: date | None) -> None:
        self.on, self.today = on, on or day_of(datetime.now(UTC))
        self.register: Register = register(reader)
        self.accounts, self.groups = accounts(reader), groups(reader, self.today)

    def posts(self, prison: str | None) -> list[Post]:
        """Prison by prison, in the order in which posts were registered; then whoever has a role and no post."""
        holdings = sorted(self.register.holdings, key=lambda one: one.prison)
        held = [one for one in holdings if self._has(one.period) and prison in (None, one.prison)]
        return [*map(self._held, held), *self._roles_alone(held, prison)]

    def _has(self, period: Period) -> bool:
        return self.on is None or period.has(self.on)

    def _held(self, one: Holding) -> Post:
        names = self.register.names
        speaks = (
            names[each.organisation]
            for each in self.register.liaisons
            if (each.prison, each.post) == (one.prison, one.post) and self._has(each.period)
        )
        return self._post(one.prison, one.person, one.period, names[one.post], one.capacity, speaks)

    def _roles_alone(self, held: list[Holding], prison: str | None) -> Iterator[Post]:
        with_posts = {(one.prison, one.person.id) for one in held if one.person}
        for role in self.register.roles:
            known = (role.prison, role.person.id) in with_posts
            if not known and self._has(role.period) and (prison is None or role.prison in (None, prison)):
                with_posts.add((role.prison or "", role.person.id))
                yield self._post(role.prison, role.person, role.period)

    def _post(
        self, prison: str | None, person: Person | None, period: Period, post: str | None = None,
        capacity: str | None = None, speaks: Iterable[str] = (),
    ) -> Post:  # fmt: skip
        return Post(
            prison=self.register.prisons[prison] if prison else None,
            post=post,
            person=person.name if person else None,
            email=person.email if person else None,
            capacity=capacity,
            first=period.first,
            last=period.last,
            away_until=self._away(person) if person else None,
            role=self._duties(person, prison) if person else None,
            liaison_for="; ".join(speaks) or None,
            group=self.groups.get(prison or ""),
            account=self.accounts.get(person.id) if person else None,
        )

    def _away(self, person: Person) -> date | None:
        absences = (one.period for one in self.register.absences if one.person == person.id)
        return next((period.last for period in absences if period.has(self.today)), None)

    def _duties(self, person: Person, prison: str | None) -> str | None:
        roles = (one for one in self.register.roles if one.person.id == person.id and one.prison == prison)
        return ", ".join(dict.fromkeys(one.duty for one in roles if self._has(one.period))) or None


def _post_json(post: Post) -> dict[str, object]:
    found = asdict(post)
    found["from"], found["until"] = found.pop("first"), found.pop("last")
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}


def _line(post: Post) -> str:
    """HMP Rochester: Governor, A. Sample (acting) from 1 November 2024"""
    who = post.person or "vacant"
    capacity = f" ({post.capacity})" if post.capacity in ("acting", "deputy") else ""
    days = (("from", post.first), ("until", post.last), ("away until", post.away_until))
    when = "".join(f", {word} {day(on)}" for word, on in days if on)
    beside = "".join(
        f"; {words}" for words in (post.role, post.liaison_for and f"contact for {post.liaison_for}") if words
    )
    return f"{post.prison or 'Every prison'}: {f'{post.post}, ' if post.post else ''}{who}{capacity}{when}{beside}"
