"""Channels to test with: of a prison that there is already, or that is made."""

from datetime import UTC, datetime

from sqlmodel import Session

from storage.models import Channel
from tests.storage.register import a_prison
from tests.storage.rows import add

PROVED = datetime(2025, 1, 6, 9, tzinfo=UTC)


def a_channel(
    session: Session, workspace: int, external: str = "C1", *, prison: str = "rochester", purpose: str = "digest"
) -> int:
    place = a_prison(session, prison)
    facts = {"workspace_id": workspace, "prison_id": place, "purpose": purpose, "external": external}
    return add(session, Channel(**facts, name=external.lower(), proved_at=PROVED)).id or 0
