"""People and their accounts: found by e-mail address, refreshed from a workspace's own list of its members."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from sqlalchemy import func
from sqlalchemy import select as chosen
from sqlmodel import Session, SQLModel, col, select

from storage.models import Account, Holding, Person
from storage.posts import Change, Place
from storage.prepared import Reader, given, rows

_TABLES = SQLModel.metadata.tables
ACCOUNT, WORKSPACE = _TABLES["account"], _TABLES["workspace"]


class Unsure(Exception):
    """Several people have the name, and nothing else is known of the one meant."""


def person_by_email(session: Session, email: str, name: str | None = None) -> tuple[Person, Change]:
    """The person of that address (in lower case), named so from now on if a name is given; else made.

    Somebody of that very name who had no address yet is given this one.
    """
    found = session.exec(select(Person).where(Person.email == email)).one_or_none()
    if found:
        if name is None or found.name == name:
            return found, "unchanged"
        found.name = name
        return found, "changed"
    unaddressed = [one for one in _called(session, name) if one.email is None] if name else []
    if len(unaddressed) == 1:
        return _addressed(session, unaddressed[0], email), "changed"
    return _added(session, Person(name=name or email, email=email)), "added"


def readdress(session: Session, place: Place, name: str, email: str, *, unless: Collection[str], on: date) -> bool:
    """Whoever of that name holds the post has a new address, unless theirs is known to be somebody's still."""
    known = session.exec(select(Person).where(Person.email == email)).first()
    held = select(Holding.person_id).where(Holding.prison_id == place.prison, Holding.owner_id == place.owner)
    now = held.where(func.coalesce(Holding.until_on, date.max) >= on)
    ids = set(session.exec(now))
    same = [one for one in _called(session, name) if one.id in ids and one.email and one.email not in unless]
    if known or len(same) != 1:
        return False
    _addressed(session, same[0], email)
    return True


def _addressed(session: Session, person: Person, email: str) -> Person:
    """Whoever was found by the address before may be somebody else: nothing is sent there any more."""
    for account in session.exec(select(Account).where(Account.person_id == person.id)):
        account.active, account.why = False, READDRESSED
    person.email, person.sought_at = email, None
    return person


def person_by_name(session: Session, name: str) -> tuple[Person, Change]:
    """The only person of that name, in any case, or the only one without an address; else made. Raises Unsure."""
    found = _called(session, name)
    if not found:
        return _added(session, Person(name=name)), "added"
    unaddressed = [one for one in found if one.email is None]
    if len(found) > 1 and len(unaddressed) != 1:
        raise Unsure(name)
    return (found if len(found) == 1 else unaddressed)[0], "unchanged"


def _called(session: Session, name: str) -> list[Person]:
    return list(session.exec(select(Person).where(func.lower(Person.name) == name.lower()).order_by(col(Person.id))))


def _added(session: Session, person: Person) -> Person:
    session.add(person)
    session.flush()
    return person


# --- accounts ----------------------------------------------------------------------------------------------------


class AccountRow(NamedTuple):
    id: int
    person: int
    workspace: int
    platform: str
    external: str
    dm: str | None
    active: bool
    why: str | None


class MemberLike(Protocol):
    """Somebody in a workspace; `gone`: deactivated there."""

    @property
    def account(self) -> str: ...
    @property
    def email(self) -> str | None: ...
    @property
    def gone(self) -> bool: ...


GONE = "their account was deactivated"
VANISHED = "their account is no longer in the workspace"
READDRESSED = "the register has another e-mail address for them now"
TRIED_AGAIN = timedelta(days=7)
"""After so long an account that could not be written to is tried again, though the workspace said it was fine."""


class Matched(NamedTuple):
    """How many accounts are new or reached again, how many were lost, and how many people have none."""

    found: int
    lost: int
    without: int


def match_accounts(session: Session, workspace: int, members: Iterable[MemberLike], at: datetime) -> Matched:
    """Find everybody's account in a workspace by e-mail address, in either case, and see which are gone.

    `members` are all of them; of none at all nothing is believed. An account once found stays its person's whatever
    address it shows later, unless the register has that as somebody else's.
    """
    listed = {one.account: one for one in members}
    if not listed:
        return Matched(0, 0, 0)
    people = session.exec(select(Person).order_by(col(Person.id))).all()
    by_email = {one.email: one for one in people if one.email}
    held = {one.external: one for one in session.exec(select(Account).where(Account.workspace_id == workspace))}
    before = {one.external for one in held.values() if one.active}
    for account in held.values():
        _refresh(account, listed.get(account.external), at)
    for member in listed.values():
        person = by_email.get((member.email or "").casefold())
        if person is not None and not member.gone:
            held[member.account] = _matched(session, held.get(member.account), person, member, workspace, at)
    for person in people:
        person.sought_at = at
    session.flush()
    now = {one.external for one in held.values() if one.active}
    reached = set(session.exec(select(Account.person_id).where(Account.active)))
    return Matched(len(now - before), len(before - now), sum(one.id not in reached for one in people))


def is_anybody_new(session: Session) -> bool:
    """Somebody whose account was never looked for."""
    return session.exec(select(Person.id).where(col(Person.sought_at).is_(None)).limit(1)).first() is not None


def _refresh(account: Account, member: MemberLike | None, at: datetime) -> None:
    if member is None or member.gone:
        account.active, account.why, account.checked_at = False, VANISHED if member is None else GONE, at
    elif account.active:
        account.checked_at = at
    elif account.why in (GONE, VANISHED) or (account.why != READDRESSED and at - account.checked_at >= TRIED_AGAIN):
        account.active, account.why, account.checked_at = True, None, at


def _matched(
    session: Session, account: Account | None, person: Person, member: MemberLike, workspace: int, at: datetime
) -> Account:
    if account is None:
        account = Account(person_id=person.id or 0, workspace_id=workspace, external=member.account, checked_at=at)
    elif account.person_id != person.id or account.why == READDRESSED:
        account.person_id, account.active, account.why, account.checked_at = person.id or 0, True, None, at
    session.add(account)
    return account


def reach(reader: Reader, person: int) -> AccountRow | None:
    """The account at which a person is written to: one that takes messages, the oldest; None when there is none."""
    found = rows(reader, "reach", lambda _: _ACCOUNTS.where(ACCOUNT.c.person_id == given("person")), {"person": person})
    accounts = [AccountRow._make(row) for row in found]
    return next((account for account in accounts if account.active), None)


def accounts(reader: Reader) -> dict[int, str]:
    """By person, the account at which they are written to."""
    found = (AccountRow._make(row) for row in rows(reader, _ACCOUNTS, lambda _: _ACCOUNTS))
    return {one.person: one.external for one in reversed(list(found)) if one.active}


def account_of(reader: Reader, platform: str, external: str) -> int | None:
    """Whose account it is, as the person's id; active or not: who can speak to us is known by it."""
    at = (WORKSPACE.c.platform == given("platform"), ACCOUNT.c.external == given("external"))
    found = rows(reader, "account of", lambda _: _ACCOUNTS.where(*at), {"platform": platform, "external": external})
    return AccountRow._make(found[0]).person if found else None


_ACCOUNTS = (
    chosen(
        ACCOUNT.c.id, ACCOUNT.c.person_id, ACCOUNT.c.workspace_id, WORKSPACE.c.platform, ACCOUNT.c.external,
        ACCOUNT.c.dm, ACCOUNT.c.active, ACCOUNT.c.why,
    )
    .join(WORKSPACE, WORKSPACE.c.id == ACCOUNT.c.workspace_id)
    .order_by(ACCOUNT.c.id)
)  # fmt: skip
