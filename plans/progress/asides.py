"""What is said to the bot and is no answer for an action: a question, an automatic reply, undo, remind me later."""

import re
from datetime import date

from plans import commands
from plans.asking import answer
from plans.chat import Answered, Quiet, Replied
from plans.progress.choosing import take_back
from plans.progress.holding import prison_named
from plans.progress.snoozing import offer
from plans.progress.turn import Turn, listed, said, written
from plans.progress.undoing import UNDO
from plans.replies import Meant, Understood
from plans.replies.cleaning import clean
from plans.replies.marks import marks
from storage.lately import lately
from storage.said import SnoozeRow, save_snoozes

LONG = 600
TOO_MUCH = "I did not change anything: that is more than I can be sure of. Say it action by action, as in: 5 done."
NO_UNDO = (
    "There is nothing of yours from the last ten minutes to undo. After that, say what is right now: it becomes a new"
    " entry, and both stay in the history."
)
WHICH = "Say which action to leave out of your briefs, and until when, as in: remind me of 5 next Monday."
NOBODYS = "Only somebody who gets briefs can have an action left out of theirs. Nothing was changed."
_STATES = frozenset("done|complete|completed|finished|closed|in progress|started|underway|blocked|stuck".split("|"))
"""Status words that are an answer too, said alone."""

_PASTED = re.compile(r"\n.*\n.*\n")


def aside(text: str) -> Answered:
    """What nobody wrote to us: to minutes and the like one sentence, to an automatic reply none, or it would answer."""
    pasted = len(text) > LONG or _PASTED.search(text)
    return said(TOO_MUCH) if pasted else Quiet()


def is_thanks(text: str) -> bool:
    """Nothing but what people say to be polite: it wants no answer."""
    return all(mark.is_a("thanks", "fill") or not mark.is_word for mark in marks(clean(text).text.casefold(), []))


def is_courtesy(text: str) -> bool:
    """Thanks said anywhere; a greeting is none, for it asks for help."""
    return is_thanks(text) and any(mark.is_a("thanks") for mark in marks(clean(text).text.casefold(), []))


def is_a_command(text: str) -> bool:
    """`posts Rochester`, `delegate …`: done as commands are, wherever they are said."""
    command = commands.read(text)
    return command is not None and command.name not in ("answer", "digest")


def is_for_a_digest(turn: Turn, text: str) -> bool:
    """Only with a prison that is held: "waiting for the draft" says how it goes."""
    command = commands.read(text)
    if command is None or command.name != "digest":
        return False
    return prison_named(turn, command.of) is not None if command.of else command.words != "draft"


def is_a_question(turn: Turn, replied: Replied, meant: Understood) -> bool:
    """Outside a thread words can be either. With a number and an answer they are an answer; a status word alone is one
    for who has actions; whatever else can be asked is asked, and so is all that somebody unknown can ask."""
    named = bool(meant.others) or meant.own.ref is not None
    if not named and meant.own.intent in ("question", "none", "undo", "snooze"):
        return meant.own.intent in ("question", "none")
    known = turn.identity is not None or turn.as_post is not None
    if named and known:
        return False
    return can_be_asked(turn, replied.text) and not (known and is_a_status(replied.text))


def can_be_asked(turn: Turn, text: str) -> bool:
    """Is it a question that would be answered?"""
    return answer(turn.session, text, asker=turn.asker, on=turn.on).error is None


def is_a_status(text: str) -> bool:
    """A status word, and nothing else: what is so, or what has become so?"""
    return " ".join(text.casefold().replace("-", " ").split()).strip(" .!") in _STATES


def taken_back(turn: Turn, action: int | None) -> Answered:
    """What they did last, of the thread's action or at all: all that they did by the same words at once."""
    if turn.who is None:
        return said(NO_UNDO)
    done = lately(turn.session, turn.person, turn.who, turn.now - UNDO)
    found = [one for one in done if action in (None, one.action)]
    last = [(one.action, one.seq) for one in found if (one.at, one.words) == (found[0].at, found[0].words)]
    return take_back(turn, last[::-1]) if last else said(NO_UNDO)


def snoozed(turn: Turn, actions: list[int], meant: Meant) -> Answered:
    """As by the brief's Snooze: so many working days at most, so often, and nothing that has gone up a level."""
    if turn.person is None:
        return said(NOBODYS)
    if not actions:
        return said(WHICH)
    offered = offer(turn, actions)
    barred = [f"{one.name} {one.barred}" for one in offered if one.barred]
    if barred or not offered:
        return said(f"{listed(barred)}, so it stays in your briefs until it is answered." if barred else WHICH)
    until, last = meant.date, min(one.until for one in offered)
    if until is None or not turn.on < until <= last:
        return said(f"Until when? {written(last)} at the latest. Nothing was changed.")
    save_snoozes(turn.session, (SnoozeRow(one.row.id, turn.person, turn.on, until) for one in offered))
    return said(_told(listed([one.name for one in offered]), until, many=len(offered) > 1))


def _told(named: str, until: date, *, many: bool) -> str:
    again = written(until)
    return (
        f"{named} {'are' if many else 'is'} left out of your briefs until {again}."
        f" {'Their dates stand' if many else 'Its date stands'}, and so does who is told of it."
    )
