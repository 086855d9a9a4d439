"""What people do other than ask: where the rules of who may change what meet the rows. Sentences of refusal are here,
for each says which post or person may."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from plans import commands
from plans.calendar import day_of
from plans.chat import Answered, Ask, Asker, Heard, Pressed, Quiet, Redraw, Refill, Replied, Said, Submitted
from plans.messages import Listing, Message, Verb
from plans.progress import (
    answering,
    away,
    choosing,
    continuing,
    deciding,
    delegating,
    doubted,
    holding,
    home,
    inspecting,
    judging,
    matching,
    meeting,
    nudging,
    opening,
    picking,
    printed,
    registering,
    replying,
    saving,
    seeing,
    showing,
    snoozing,
    updating,
)
from plans.progress.turn import Turn
from storage.inbound import first_time, forget

__all__ = ["acted", "is_awaited", "is_command", "whole", "writes"]

_SHOWN: dict[str, Callable[[Turn, str], Answered]] = {
    "all": seeing.whole,
    "snooze": snoozing.form,
    "post": registering.form,
    "card": showing.shown,
    "story": showing.story,
    "source": printed.shown,
    "answer": answering.form,
    "redate": answering.redate,
    "update": updating.form,
    "decide": deciding.form,
    "away": away.form,
    "digest": opening.digest,
    "nudge": nudging.form,
    "inspected": inspecting.form,
    "judged": judging.judged,
    "match": matching.form,
    "save": saving.page,
}
_DONE: dict[str, Callable[[Turn, str], Answered]] = {
    "seen": seeing.seen,
    "delegate": delegating.done,
    "send": choosing.send,
    "drop": choosing.drop,
    "cancel": choosing.cancel,
    "choose": choosing.choose,
    "pick": picking.pressed,
    "undo": choosing.undone,
    "blank": choosing.blanked,
    "arrived": doubted.arrived,
    "repeat": doubted.repeat,
    "back": away.back,
}
_TAKEN: dict[str, Callable[[Turn, Submitted], Answered]] = {
    "snooze": snoozing.taken,
    "post": registering.taken,
    "answer": answering.taken,
    "update": updating.taken,
    "decide": deciding.taken,
    "away": away.taken,
    "nudge": nudging.taken,
    "inspected": inspecting.taken,
    "match": matching.taken,
}
_SAID: dict[str, Callable[[Turn, commands.Command], Answered | None]] = {
    "posts": holding.listed,
    "delegate": delegating.asked,
    "update": meeting.asked,
    "digest": opening.asked,
    "answer": answering.asked,
    "judgements": judging.asked,
    "repeats": judging.asked,
}


def is_command(heard: Heard, now: Callable[[], datetime]) -> bool:
    """False for words that are certainly a question: then nothing need be looked up here, not even the day."""
    match heard:
        case Said(text):
            return commands.read(text) is not None
        case Replied():
            return replying.may_answer(heard, day_of(now()))
        case Pressed() | Submitted():
            return True
        case _:
            return False


def is_awaited(session: Session, replied: Replied, *, now: datetime) -> bool:
    """Was something asked of them there, so that words which alone are no answer may be one?"""
    return continuing.opened(Turn(session, replied.by, now), replied) is not None


def whole(session: Session, message: Message, asker: Asker, *, now: datetime) -> Message:
    """An answer to a question, or the card of the action that was all the question named."""
    if not isinstance(message, Listing) or message.only is None:
        return message
    return showing.instead(Turn(session, asker, now, asker.account.partition(":")[0] or "slack"), message)


def writes(heard: Heard) -> bool:
    """Does it change anything? Commands only read: what they ask for is done by a press or a form."""
    return isinstance(heard, Submitted | Replied) or (isinstance(heard, Pressed) and heard.verb.name in _DONE)


def acted(session: Session, heard: Heard, *, now: datetime, at: datetime) -> Answered | None:
    """`now` is the calendar's moment, `at` the machine's. None: words that are a question, or what was done before."""
    turn = Turn(session, heard.by, now, _channel(heard))
    match heard:
        case Said(text):
            command = commands.read(text)
            return _SAID[command.name](turn, command) if command and command.name in _SAID else None
        case Pressed(verb, _, key) if verb.name in _DONE:
            return _once(session, key, at, lambda: _DONE[verb.name](turn, verb.query))
        case Pressed(Verb("meet", _, query, page)):
            return meeting.form(turn, query, page)
        case Pressed(Verb("home", page=page)):
            return Redraw(home.shown(turn, page))
        case Pressed(Verb("behind", _, query, page)):
            return opening.behind(turn, query, page)
        case Pressed(verb):
            return _SHOWN[verb.name](turn, verb.query) if verb.name in _SHOWN else None
        case Replied():
            return _once_said(turn, heard, at)
        case Submitted(form, key=key):
            return _once(session, key, at, lambda: _TAKEN[form](turn, heard)) if form in _TAKEN else None
        case _:
            return None  # files are read above this layer


def _channel(heard: Heard) -> str:
    """Where it was said, as the history has it."""
    return heard.by.account.partition(":")[0] or "cli"


def _once(session: Session, key: str, at: datetime, work: Callable[[], Answered]) -> Answered | None:
    """In one transaction with its effect. What is given back to be filled in anew has had none."""
    if key and not first_time(session, key, at):
        return None
    answered = work()
    if key and isinstance(answered, Refill | Ask):
        forget(session, key)
    return answered


def _once_said(turn: Turn, replied: Replied, at: datetime) -> Answered | None:
    """None is a question's answer, so a line heard again is met with silence. Its key is its own: whoever carried it
    here may have noted the event itself."""
    if replied.key and not first_time(turn.session, f"said {replied.key}", at):
        return Quiet()
    return replying.heard(turn, replied)
