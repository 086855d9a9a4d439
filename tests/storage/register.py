"""The register's rows to test with, by names: whoever and whatever is named is made if it is new."""

from datetime import date
from typing import Any

from sqlmodel import Session, select

from plans.owners import key
from storage.models import Absence, Delegation, Delivery, Holding, Liaison, Mention, Person, Prison, Role
from storage.plans import owner_id
from tests.storage.rows import NOON, add


def a_post(session: Session, name: str) -> int:
    return owner_id(session, key(name), name=name, printed=name)


def a_prison(session: Session, name: str = "rochester") -> int:
    found = session.exec(select(Prison).where(Prison.key == name)).one_or_none()
    return (found or add(session, Prison(key=name, name=f"HMP {name.title()}"))).id or 0


def a_person(session: Session, name: str) -> Person:
    found = session.exec(select(Person).where(Person.name == name)).one_or_none()
    email = f"{name.lower().replace(' ', '.').replace('..', '.')}@prison.example"
    return found or add(session, Person(name=name, email=email))


def a_holding(session: Session, post: str, person: str | None, *, prison: str = "rochester", **facts: Any) -> Holding:
    """`person` None: vacant."""
    who = a_person(session, person).id if person else None
    place, owner = a_prison(session, prison), a_post(session, post)
    return add(session, Holding(prison_id=place, owner_id=owner, person_id=who, **facts))


def a_role(session: Session, role: str, person: str, *, prison: str | None = "rochester") -> Role:
    place = a_prison(session, prison) if prison else None
    return add(session, Role(prison_id=place, person_id=a_person(session, person).id, role=role))


def a_liaison(session: Session, organisation: str, post: str, *, prison: str = "rochester") -> Liaison:
    of, by = a_post(session, organisation), a_post(session, post)
    return add(session, Liaison(prison_id=a_prison(session, prison), organisation_id=of, post_id=by))


def an_absence(session: Session, person: str, first: date, last: date) -> Absence:
    return add(session, Absence(person_id=a_person(session, person).id, from_on=first, until_on=last))


def a_delegation(session: Session, plan_id: int, post: str, from_on: date, **facts: Any) -> Delegation:
    return add(session, Delegation(plan_id=plan_id, post_id=a_post(session, post), from_on=from_on, **facts))


def a_delivery(session: Session, to: str, day: date, *, state: str = "sent", **mentions: Any) -> Delivery:
    """`mentions` are reasons and the id of an action each, or what it is about."""
    sent = {"ts": "1.0", "channel": "D1", "sent_at": NOON} if state == "sent" else {}
    facts = {"recipient": to, "kind": "brief", "occasion": day.isoformat(), "day": day, "state": state, **sent}
    delivery = add(session, Delivery(**facts))
    for reason, subject in mentions.items():
        about = {"action_id": subject} if isinstance(subject, int) else {"about": subject}
        add(session, Mention(delivery_id=delivery.id, section="late", reason=reason, **about))
    return delivery
