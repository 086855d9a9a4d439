"""A prison's digest of which nobody can tell whether its channel has it: its coordinator looks, and says.

It is never posted again by itself. Twice in front of everybody is worse than late (docs/operations.md).
"""

from plans.calendar import day_of
from plans.chat import Answered, Say, Where
from plans.digest import weekly
from plans.messages import Notice, Verb
from plans.policy.differing import EVERY_PLAN
from plans.progress.turn import Turn, row_number, said, written
from plans.situations import settings_in_force
from storage import doubts
from storage.doubts import Doubted

SETTLED = "That is settled already: it waits for nobody's word any more."
ONLY = "Only a coordinator of that prison, or an administrator, says what became of its digest."


def notice(about: Doubted) -> Notice:
    """What its coordinator is told, once."""
    why = about.why.rstrip(".")
    if about.lost:
        short = about.prison_name.removeprefix("HMP ")
        mend = f"Once that is mended: actions channels add {short} #{about.channel} --for digest."
        return Notice("plain", detail=f"{_subject(about)} could not be posted in #{about.channel}: {why}. {mend}")
    return Notice(
        "plain",
        detail=f"{_subject(about)} may or may not have arrived in #{about.channel}, and I cannot tell: {why}."
        " Please look there. I do not post it again by myself.",
        verbs=(Verb("arrived", "It is there", str(about.id)), Verb("repeat", "Post it", str(about.id))),
    )


def arrived(turn: Turn, query: str) -> Answered:
    """They saw it."""
    about = _asked(turn, query)
    if isinstance(about, str):
        return said(about)
    if not doubts.arrived(turn.session, about, turn.now):
        return said(SETTLED)
    return _told(about, f"Noted: {_subject(about)} arrived in #{about.channel}.")


def repeat(turn: Turn, query: str) -> Answered:
    """They looked, and it is not there."""
    about = _asked(turn, query)
    if isinstance(about, str):
        return said(about)
    settings = settings_in_force(turn.session, day_of(turn.now))[EVERY_PLAN]
    if turn.now >= weekly.closes(about.day, settings):
        return said("That week is over, so it is not posted any more: the next digest says what changed since.")
    if not doubts.repeat(turn.session, about):
        return said(SETTLED)
    when = (
        "within a minute" if weekly.opening(turn.now, settings, about.day) else "when the hours of digests begin again"
    )
    return _told(about, f"{_subject(about)} is posted in #{about.channel} {when}.")


def _asked(turn: Turn, query: str) -> Doubted | str:
    """What a button is of; a sentence where it is not theirs to say, or was said."""
    number = row_number(query)
    about = None if number is None else doubts.one_doubted(turn.session, number)
    if about is None or about.lost:
        return SETTLED
    if not (turn.coordinates(about.prison) or turn.has_role("administrator", about.prison)):
        return ONLY
    return about


def _told(about: Doubted, sentence: str) -> Say:
    """To whoever pressed; and the notices say so instead, and offer nothing any more."""
    done = Notice("plain", detail=sentence)
    return Say(done, revised=tuple((Where(channel, ts), done) for channel, ts in about.noticed))


def _subject(about: Doubted) -> str:
    return f"{about.prison_name}'s digest of {written(about.day)}"
