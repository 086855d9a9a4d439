"""What people do other than ask, over the database: one transaction for each, opened and closed here."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from bot.conversation import Act
from plans.chat import Answered, Heard
from plans.progress import acted, is_command, writes
from storage.database import reading, writing


def acts(made: Engine, now: Callable[[], datetime]) -> Act:
    """`now` is the calendar's moment."""

    def act(heard: Heard) -> Answered | None:
        if not is_command(heard):
            return None
        with (writing if writes(heard) else reading)(made) as session:
            return acted(session, heard, now=now(), at=datetime.now(UTC))

    return act
