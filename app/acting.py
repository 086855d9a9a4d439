"""What people do other than ask, over the database: one transaction for each, opened and closed here."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from app.explaining import explain
from bot.conversation import Act
from plans.chat import Answered, Heard, Replied, Said, Say
from plans.commands import read
from plans.progress import acted, is_awaited, is_command, writes
from storage.database import reading, writing


def _why(heard: Heard) -> str:
    """The words that name an action, where it is asked why it was mentioned or was not."""
    command = read(heard.text) if isinstance(heard, Said) else None
    return command.of if command and command.name == "why" else ""


def acts(made: Engine, now: Callable[[], datetime]) -> Act:
    """`now` is the calendar's moment."""

    def awaited(heard: Heard) -> bool:
        if not isinstance(heard, Replied):
            return False
        with reading(made) as session:
            return is_awaited(session, heard, now=now())

    def act(heard: Heard) -> Answered | None:
        if not (is_command(heard, now) or awaited(heard)):
            return None
        with (writing if writes(heard) else reading)(made) as session:
            if isinstance(heard, Said) and (why := _why(heard)):
                return Say(explain(session, why, heard.by, now()))
            return acted(session, heard, now=now(), at=datetime.now(UTC))

    return act
