"""Writing what goes beside posts: roles, contacts for organisations, absences, groups. Each says what it changed."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Absence, GroupMembership, Holding, Liaison, Person, PrisonGroup, Role
from storage.posts import DAY, Change, Told


def have_role(
    session: Session,
    prison: int | None,
    person: int,
    role: str,
    *,
    period: tuple[date | None, date | None],
    told: Told,
) -> Change:
    """In a period whose ends may be open. What is given of it goes before what is known."""
    first, last = period
    held = select(Role).where(Role.prison_id == prison, Role.person_id == person, Role.role == role)
    begins, ends = first or (date.min if last else told.on), last or date.max
    rows = [
        row for row in session.exec(held)
        if (row.from_on or date.min) <= ends and (row.until_on or date.max) >= begins
    ]  # fmt: skip
    if not rows:
        session.add(Role(prison_id=prison, person_id=person, role=role, from_on=first, until_on=last))
        session.flush()
        return "added"
    known = (first or rows[-1].from_on, last or rows[-1].until_on)
    if known == (rows[-1].from_on, rows[-1].until_on):
        return "unchanged"
    rows[-1].from_on, rows[-1].until_on = known
    return "changed"


def retire(session: Session, prison: int, *, unless: Collection[int | None]) -> int:
    """Roles at a prison end with the last post there of whoever held one; how many did."""
    ended = 0
    for role in session.exec(select(Role).where(Role.prison_id == prison, col(Role.until_on).is_(None))).all():
        held = select(Holding).where(Holding.prison_id == prison, Holding.person_id == role.person_id)
        ends = [holding.until_on for holding in session.exec(held)]
        if role.person_id in unless or not ends or None in ends:
            continue
        role.until_on = max(end for end in ends if end)
        if role.from_on and role.from_on > role.until_on:
            session.delete(role)
        ended += 1
    session.flush()
    return ended


def speak_for(session: Session, prison: int, organisation: int, post: int, *, told: Told) -> Change:
    """The post is the prison's contact for an organisation, in place of any other."""
    held = select(Liaison).where(Liaison.prison_id == prison, Liaison.organisation_id == organisation)
    rows = [row for row in session.exec(held) if (row.until_on or date.max) >= told.on]
    if any(row.post_id == post for row in rows):
        return "unchanged"
    for row in rows:
        if (row.from_on or date.min) < told.on:
            row.until_on, row.recorded_at = told.on - DAY, told.at
        else:
            session.delete(row)
    session.add(
        Liaison(
            prison_id=prison, organisation_id=organisation, post_id=post, from_on=told.on if rows else None,
            recorded_at=told.at,
        )
    )  # fmt: skip
    session.flush()
    return "ended" if rows else "added"


def file_away(session: Session, person: int, until: date, *, told: Told) -> Change:
    """What the register's file says of one person. What it said before was taken then, and changes nothing however they
    said it otherwise since (DESIGN section 4)."""
    known = session.get_one(Person, person)
    if known.filed_away_until == until:
        return "unchanged"
    known.filed_away_until = until
    return be_away(session, person, until, told=told)


def be_away(session: Session, person: int, until: date, *, told: Told, by: int | None = None) -> Change:
    """From that day until and with another; `by` whom it was told in chat. Of days past it is not said when they
    began."""
    rows = session.exec(select(Absence).where(Absence.person_id == person)).all()
    over = until < told.on
    begun = [row for row in rows if (row.from_on or date.min) <= (until if over else told.on)]
    if any(until == row.until_on or (over and until <= row.until_on) for row in begun):
        return "unchanged"
    now = next((row for row in begun if row.until_on >= told.on), None)
    if now and not over:
        now.until_on, now.told_by = until, by
        return "changed"
    session.add(Absence(person_id=person, from_on=None if over else told.on, until_on=until, told_by=by))
    session.flush()
    return "added"


def be_back(session: Session, person: int, *, told: Told) -> Change:
    """From that day on: an absence ends the day before, one that began that day never was."""
    rows = session.exec(select(Absence).where(Absence.person_id == person, Absence.until_on >= told.on)).all()
    now = [row for row in rows if (row.from_on or date.min) <= told.on]
    for row in now:
        if row.from_on == told.on:
            session.delete(row)
        else:
            row.until_on, row.told_by = told.on - DAY, person
    session.flush()
    return "ended" if now else "unchanged"


def belong(session: Session, prison: int, group: str, *, told: Told) -> Change:
    """The prison belongs to a group from that day on, and to no other."""
    found = session.exec(select(PrisonGroup).where(func.lower(PrisonGroup.name) == group.lower())).one_or_none()
    if found is None:
        found = PrisonGroup(name=group)
        session.add(found)
        session.flush()
    memberships = select(GroupMembership).where(GroupMembership.prison_id == prison)
    rows = [row for row in session.exec(memberships) if (row.until_on or date.max) > told.on]
    if any(row.group_id == found.id for row in rows):
        return "unchanged"
    for row in rows:
        if row.from_on < told.on:
            row.until_on = told.on
        else:
            session.delete(row)
    session.flush()
    session.add(GroupMembership(prison_id=prison, group_id=found.id or 0, from_on=told.on))
    session.flush()
    return "ended" if rows else "added"
