"""An office as buttons and commands meet it: three actions of the governor's, one of Works Department's; and the ways
to say and press."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from plans.briefing import kept
from plans.chat import Answered, Asker, Pressed, Redraw, Said, Say
from plans.messages import Notice, Verb
from plans.progress import acted
from storage.database import reading, writing
from storage.models import Action
from tests.fakes.briefs import brief, late, line
from tests.storage.register import a_delivery, a_person

MONDAY = date(2024, 12, 2)
NOW = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)


def do(engine: Engine, heard: Any, now: datetime = NOW) -> Answered | None:
    with writing(engine) as session:
        return acted(session, heard, now=now, at=NOW)


def by(account: str) -> Asker:
    return Asker(f"slack:T1:{account}")


def say(engine: Engine, text: str, account: str = "U1") -> Any:
    answered = do(engine, Said(text, by(account)))
    assert answered is None or isinstance(answered, Say)
    return answered and answered.message


def press(engine: Engine, verb: Verb, account: str = "U1", key: str = "") -> Answered | None:
    return do(engine, Pressed(verb, by(account), key))


def sentence(answered: Answered | None) -> str:
    assert isinstance(answered, Say | Redraw)
    assert isinstance(answered.message, Notice)
    return answered.message.detail


def ids(engine: Engine) -> list[int]:
    with reading(engine) as session:
        return [id or 0 for id in session.exec(select(Action.id).order_by(col(Action.position)))]


def sent(engine: Engine, **mentions: int) -> int:
    """A brief that the Governor has: 1 late, 2 this week, 3 coming."""
    first, second, third, _ = ids(engine)
    message = brief(
        ("late", [late(1, action=first)]),
        ("this_week", [line(2, date(2024, 12, 6), action=second, reason="this_week")]),
        ("coming", [line(3, date(2024, 12, 31), action=third)]),
    )
    with writing(engine) as session:
        person = a_person(session, "A. Governor").id
        made = a_delivery(session, f"person {person}", MONDAY, **mentions)
        made.person_id, made.body = person, kept(message)
        return made.id or 0
