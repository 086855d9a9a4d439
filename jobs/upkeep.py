"""Keeps the ledgers small: forgets what can no longer come twice, and what nobody will go on with."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.engine import Engine

from jobs.recording import Recording
from storage import drafts, offers, spoken
from storage.database import writing
from storage.inbound import forget_before

REMEMBERED = timedelta(days=2)
"""Slack retries an event for an hour at most and signs requests for five minutes: two days is ample."""

DRAFTS, SPOKEN = timedelta(days=30), timedelta(days=60)
"""So long may what was read back still be confirmed, and a thread under a message of ours be about its action."""

OFFERS = timedelta(days=7)
"""A document that nobody confirmed for a week is read anew: what it is set against has changed."""


async def forget(recording: Recording, now: Callable[[], datetime]) -> None:
    """Each by the clock that dated it: what came in by the machine's, what was said by the calendar's."""
    await recording.thread(lambda: forget_old_inbound(recording.engine, recording.machine.wall()))
    await recording.thread(lambda: forget_old_words(recording.engine, now()))


def forget_old_inbound(engine: Engine, now: datetime) -> int:
    """Forget the ids of events and presses older than two days, documents sent over a week ago; how many."""
    with writing(engine) as session:
        return forget_before(session, now - REMEMBERED) + offers.forget_before(session, now - OFFERS)


def forget_old_words(engine: Engine, now: datetime) -> int:
    """Forget old drafts, and which action old messages were about; how many."""
    with writing(engine) as session:
        return drafts.forget_before(session, now - DRAFTS) + spoken.forget_before(session, now - SPOKEN)
