"""Deliveries whose state is open: on their way, unsure of having arrived, undeliverable. Reads only."""

from sqlalchemy import func, select

from storage.deliveries import DELIVERY
from storage.prepared import Reader, rows

OPEN = ("claimed", "unknown", "undeliverable")


def open_deliveries(reader: Reader) -> dict[str, int]:
    """How many are in each of the states in which somebody may have to look; those without any left out."""
    wanted = select(DELIVERY.c.state, func.count()).where(DELIVERY.c.state.in_(OPEN)).group_by(DELIVERY.c.state)
    return dict(tuple(row) for row in rows(reader, "open deliveries", lambda _: wanted))
