"""In which deliveries of a day an action was named, and what became of them: for whoever asks why. Reads only."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, SQLModel

import storage.models  # noqa: F401  (fills SQLModel.metadata)
from storage.database import execute

_TABLES = SQLModel.metadata.tables
DELIVERY, MENTION, PERSON = _TABLES["delivery"], _TABLES["mention"], _TABLES["person"]


class Mentioned(NamedTuple):
    """`person` is a name, None where nobody holds the post; `why`: what kept it from arriving, if something did."""

    action: int
    recipient: str
    person: str | None
    section: str
    reason: str
    state: str
    sent_at: datetime | None
    seen_at: datetime | None
    why: str | None


def mentioned(session: Session, kind: str, day: date, actions: Collection[int]) -> list[Mentioned]:
    """Every line about these actions in that day's deliveries."""
    named = [MENTION.c.action_id, DELIVERY.c.recipient, PERSON.c.name, MENTION.c.section, MENTION.c.reason]
    became = [DELIVERY.c.state, DELIVERY.c.sent_at, DELIVERY.c.seen_at, DELIVERY.c.why]
    wanted = (
        select(*named, *became)
        .join_from(MENTION, DELIVERY, DELIVERY.c.id == MENTION.c.delivery_id)
        .join(PERSON, PERSON.c.id == DELIVERY.c.person_id, isouter=True)
        .where(DELIVERY.c.kind == kind, DELIVERY.c.day == day, MENTION.c.action_id.in_(actions))
        .order_by(DELIVERY.c.id, MENTION.c.id)
    )
    return [Mentioned._make(row) for row in execute(session, wanted)]
