"""An account that a person turns out to have: chosen in a form, before the night's look at who is in the workspace."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.models import Account


def join(session: Session, person: int, external: str, *, beside: str, at: datetime) -> None:
    """The account (its id on the platform) is the person's, in the workspace where the account `beside` is."""
    place = session.exec(select(Account.workspace_id).where(col(Account.external) == beside)).first()
    if place is not None:
        session.add(Account(person_id=person, workspace_id=place, external=external, checked_at=at))
        session.flush()
