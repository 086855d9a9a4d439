"""What people do other than ask: where the rules of who may change what meet the rows. Sentences of refusal are here,
for each says which post or person may."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from plans import commands
from plans.chat import Answered, Heard, Pressed, Refill, Replied, Said, Submitted
from plans.progress import delegating, holding, registering, seeing, snoozing
from plans.progress.turn import Turn
from storage.inbound import first_time, forget

__all__ = ["acted", "is_command", "writes"]

_SHOWN: dict[str, Callable[[Turn, str], Answered]] = {
    "all": seeing.whole,
    "snooze": snoozing.form,
    "post": registering.form,
}
_DONE: dict[str, Callable[[Turn, str], Answered]] = {"seen": seeing.seen, "delegate": delegating.done}
_TAKEN: dict[str, Callable[[Turn, Submitted], Answered]] = {"snooze": snoozing.taken, "post": registering.taken}
_SAID: dict[str, Callable[[Turn, commands.Command], Answered | None]] = {
    "posts": holding.listed,
    "delegate": delegating.asked,
}


def is_command(heard: Heard) -> bool:
    """False for words that are certainly a question: then nothing need be looked up here."""
    return not isinstance(heard, Said) or commands.read(heard.text) is not None


def writes(heard: Heard) -> bool:
    """Does it change anything? Commands only read: what they ask for is done by a press or a form."""
    return isinstance(heard, Submitted) or (isinstance(heard, Pressed) and heard.verb.name in _DONE)


def acted(session: Session, heard: Heard, *, now: datetime, at: datetime) -> Answered | None:
    """`now` is the calendar's moment, `at` the machine's. None: words that are a question, or what was done before."""
    turn = Turn(session, heard.by, now)
    match heard:
        case Said(text):
            command = commands.read(text)
            return _SAID[command.name](turn, command) if command and command.name in _SAID else None
        case Pressed(verb, _, key) if verb.name in _DONE:
            return _once(session, key, at, lambda: _DONE[verb.name](turn, verb.query))
        case Pressed(verb):
            return _SHOWN[verb.name](turn, verb.query) if verb.name in _SHOWN else None
        case Replied():
            return None
        case Submitted(form, key=key):
            return _once(session, key, at, lambda: _TAKEN[form](turn, heard)) if form in _TAKEN else None


def _once(session: Session, key: str, at: datetime, work: Callable[[], Answered]) -> Answered | None:
    """In one transaction with its effect. What is given back to be filled in anew has had none."""
    if key and not first_time(session, key, at):
        return None
    answered = work()
    if key and isinstance(answered, Refill):
        forget(session, key)
    return answered
