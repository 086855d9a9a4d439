"""Who would answer for an action if they were asked, whether they were asked already, and which brief says so. One
question an action until its owner has answered (the promise never to nag), and none that nobody would hear."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plans.calendar import LONDON
from plans.policy.recipients import COORDINATOR, Chased
from plans.policy.values import Action
from plans.policy.waiting import told_on
from plans.progress.facts import Facts
from plans.progress.refusing import the, when
from plans.progress.turn import Turn, written
from plans.situations import settings_in_force
from storage.heard import EventRow, events_of, heard_of

LINE = 300
"""Characters of what may go with the question."""

_EVER = timedelta(days=3_650)


def chased(turn: Turn, found: Facts) -> Chased | None:
    """None: it has no owner, and nobody is the coordinator there."""
    as_policy = Action(
        found.id, found.plan, found.prison, found.ref, found.step, found.title, found.owners, theme=found.theme
    )
    return turn.directory.chased(as_policy)


def is_own(turn: Turn, to: Chased | None) -> bool:
    """Would they be asking themselves?"""
    if to is None:
        return False
    if turn.person is None:
        return turn.as_post == to.answers
    return to.to.person is not None and to.to.person.id == turn.person


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a question goes to: the key of the post or organisation, who hears it as a sentence has them, in which day's
    brief."""

    party: str
    whom: str
    day: date


def asked(turn: Turn, found: Facts) -> Asked | None:
    to = chased(turn, found)
    return Asked(to.answers, whom(turn, to), brief_of(turn, found, turn.now)) if to else None


def whom(turn: Turn, to: Chased) -> str:
    """Whose brief it is, as a sentence has them: the Governor, whoever stands in for the Head of Safety."""
    if to.quality == "coordinator" or to.answers == COORDINATOR:
        return "the coordinator"
    named = the(turn, to.answers)
    if to.quality == "liaison":
        return f"the contact for {named}"
    return f"whoever stands in for {named}" if to.found.stands_in else named


def brief_of(turn: Turn, found: Facts, at: datetime) -> date:
    """The day of the brief that tells what was asked at a moment."""
    return told_on(at.astimezone(LONDON), _hour(turn, found))


def told_by(turn: Turn, found: Facts, at: datetime) -> date | None:
    """The day of the brief that may have told by now what was asked at a moment; None: its hour is still to come."""
    day = brief_of(turn, found, at)
    return day if datetime.combine(day, _hour(turn, found), LONDON) <= turn.now else None


def _hour(turn: Turn, found: Facts) -> time:
    settings = settings_in_force(turn.session, turn.on, {found.plan})
    return (settings.get(found.plan) or settings[""]).hour


def unanswered(turn: Turn, actions: Collection[int]) -> dict[int, EventRow]:
    """Of each action of which its owner was asked and has not answered since, who asked and when."""
    ids = list(actions)
    heard, events = heard_of(turn.session, ids), events_of(turn.session, ids, turn.now - _EVER)
    found: dict[int, EventRow] = {}
    for action, told in events.items():
        answered = (heard[action].answered_seq if action in heard else 0) or 0
        last = next((one for one in reversed(told) if one.kind == "nudge" and one.seq > answered), None)
        if last is not None:
            found[action] = last
    return found


def wrong(turn: Turn, found: Facts, words: str) -> Iterator[tuple[str, str]]:
    """(code, sentence) of why its owner is not asked, the first that counts."""
    to = chased(turn, found)
    if to is None:
        yield "nobody", f"Action {found.address} names no owner, and no coordinator is registered: nobody can be asked."
        return
    if is_own(turn, to):
        yield "own", f"Action {found.address} waits for you: it stands in your own brief."
    elif to.to.person is None:
        post = f"{turn.name_of(to.answers)} of {turn.where(found.prison)}"
        yield "nobody", f"Nobody is registered as {post}, so nobody would hear it. Register them first."
    elif to.to.person.unreachable:
        why = to.to.person.unreachable.rstrip(".")
        yield "nobody", f"{_capital(whom(turn, to))} cannot be reached: {why}. The coordinator is told."
    elif before := unanswered(turn, [found.id]).get(found.id):
        yield "asked", _told(turn, found, to, before)
    if len(words) > LINE:
        yield "too_long", f"That is {len(words)} characters: {LINE} at most."


def _told(turn: Turn, found: Facts, to: Chased, before: EventRow) -> str:
    by = f" by {the(turn, before.as_post)}" if before.as_post else ""
    day = brief_of(turn, found, before.at)
    stands = "It was" if day < turn.on else "It is"
    was = f"{_capital(whom(turn, to))} was asked about action {found.address}{by} {when(before.at, turn.on)}"
    return f"{was}, and has not answered yet. {stands} in their brief of {written(day)}."


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
