"""Keeps the ledgers small: forgets what can no longer come twice."""

from datetime import datetime, timedelta

from sqlalchemy.engine import Engine

from jobs.recording import Recording
from storage.database import writing
from storage.inbound import forget_before

REMEMBERED = timedelta(days=2)
"""Slack retries an event for an hour at most and signs requests for five minutes: two days is ample."""


async def forget(recording: Recording) -> None:
    """By the machine's clock: it dated them."""
    await recording.thread(lambda: forget_old_inbound(recording.engine, recording.machine.wall()))


def forget_old_inbound(engine: Engine, now: datetime) -> int:
    """Forget the ids of events and presses older than two days; how many."""
    with writing(engine) as session:
        return forget_before(session, now - REMEMBERED)
