"""Whose turn it is: a person as the register knows them on a day, and what they may do."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlmodel import Session

from plans.briefing import post_name
from plans.calendar import day_of
from plans.chat import Asker, Say
from plans.messages import Notice
from plans.owners import key
from plans.policy.recipients import Directory
from plans.register import Register
from plans.situations import Identity, identity, register
from storage.people import account_of

HOLDING = ("holder", "acting")
DIGITS = 9  # of a row's number: what a database's integer holds


ROLES = ("coordinator", "administrator", "assurer")


@dataclass(frozen=True)
class Turn:
    """`now` is the calendar's moment, `channel` where it was said.

    Whoever speaks as a post (`Asker.post`, from the command line) is taken as its holder at every prison, registered or
    not; as somebody whom the register names, as that person. An operator who names nobody reads everything and changes
    nothing.
    """

    session: Session
    asker: Asker
    now: datetime
    channel: str = "slack"

    @property
    def on(self) -> date:
        return day_of(self.now)

    @cached_property
    def register(self) -> Register:
        return register(self.session)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self.register, self.on)

    @cached_property
    def identity(self) -> Identity | None:
        """None: nobody in the register has this account, or this name."""
        if self.asker.post:
            person = self._named(self.asker.post)
        else:
            platform, _, external = self.asker.account.partition(":")
            person = account_of(self.session, platform, external.rpartition(":")[2])
        return None if person is None else identity(self.register, person, self.on)

    def _named(self, words: str) -> int | None:
        """Whoever the register calls so, if it is one person."""
        held = [one.person for one in self.register.holdings] + [one.person for one in self.register.roles]
        found = {one.id for one in held if one and one.name.casefold() == words.casefold()}
        return found.pop() if len(found) == 1 else None

    @property
    def person(self) -> int | None:
        return self.identity.person.id if self.identity else None

    @cached_property
    def as_post(self) -> str | None:
        """The key of the post or role that they speak as, where that is all that is known of them."""
        return key(self.asker.post) if self.asker.post and self.identity is None else None

    @property
    def who(self) -> str | None:
        """As the history names them."""
        if self.identity:
            return self.identity.person.name
        return self.name_of(self.as_post) if self.as_post else None

    def name_of(self, party: str) -> str:
        """The name of a post, an organisation or a role by its key."""
        return party.capitalize() if party in ROLES else post_name(self.register, party)

    def where(self, prison: str) -> str:
        return self.register.prisons.get(prison, prison)

    def has_role(self, duty: str, prison: str | None) -> bool:
        """Are they a coordinator, an administrator, an assurer there? With no prison, anywhere."""
        if self.as_post is not None:
            return self.as_post == duty
        roles = self.identity.roles if self.identity else ()
        return any(role.duty == duty and (prison is None or role.prison in (prison, None)) for role in roles)

    def coordinates(self, prison: str) -> bool:
        """Are they a coordinator there?"""
        return self.has_role("coordinator", prison)

    def posts(self, prison: str) -> list[tuple[str, str]]:
        """What they hold there this day: (post, capacity), what is their own before what they stand in for."""
        if self.as_post is not None:
            return [] if self.as_post in ROLES else [(self.as_post, "holder")]
        posts = self.identity.posts if self.identity else ()
        return [(one.post, one.capacity) for one in posts if one.prison == prison]

    def holds(self, prison: str, post: str) -> bool:
        """Do they hold the post, or act for its holder?"""
        return any(held == post and capacity in HOLDING for held, capacity in self.posts(prison))


def row_number(words: str) -> int | None:
    """What a button or a form carries as a row's number; None where it cannot be one, whoever forged it."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= DIGITS else None


def said(sentence: str) -> Say:
    return Say(Notice("plain", detail=sentence))


def written(day: date) -> str:
    """Friday 13 December"""
    return f"{day:%A} {day.day} {day:%B}"


def listed(words: list[str]) -> str:
    """a, b and c"""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
