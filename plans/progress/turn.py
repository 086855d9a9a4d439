"""Whose turn it is: a person as the register knows them on a day, and what they may do."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlmodel import Session

from plans.calendar import day_of
from plans.chat import Asker, Say
from plans.messages import Notice
from plans.register import Register
from plans.situations import Identity, identity, register
from storage.people import account_of

HOLDING = ("holder", "acting")
DIGITS = 9  # of a row's number: what a database's integer holds


@dataclass(frozen=True)
class Turn:
    """`now` is the calendar's moment."""

    session: Session
    asker: Asker
    now: datetime

    @property
    def on(self) -> date:
        return day_of(self.now)

    @cached_property
    def register(self) -> Register:
        return register(self.session)

    @cached_property
    def identity(self) -> Identity | None:
        """None: nobody in the register has this account."""
        platform, _, external = self.asker.account.partition(":")
        person = account_of(self.session, platform, external.rpartition(":")[2])
        return None if person is None else identity(self.register, person, self.on)

    @property
    def person(self) -> int | None:
        return self.identity.person.id if self.identity else None

    def coordinates(self, prison: str) -> bool:
        """Are they a coordinator there?"""
        roles = self.identity.roles if self.identity else ()
        return any(role.duty == "coordinator" and role.prison in (prison, None) for role in roles)

    def holds(self, prison: str, post: str) -> bool:
        """Do they hold the post, or act for its holder?"""
        posts = self.identity.posts if self.identity else ()
        return any((one.prison, one.post) == (prison, post) and one.capacity in HOLDING for one in posts)


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
