"""Who answers for a person's posts while they are away."""

from collections.abc import Iterator
from dataclasses import replace

from plans.policy.recipients import Directory
from plans.progress.turn import HOLDING, Turn, listed
from plans.register import Absence, Holding, Period

FEW = 3


def is_away(turn: Turn) -> bool:
    return any(one.person == turn.person and one.period.has(turn.on) for one in turn.register.absences)


def meanwhile(turn: Turn) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is written to for their posts while they are away, by name; and the posts for which nobody is."""
    if turn.person is None:
        return (), ()
    away = Absence(turn.person, Period(turn.on, None))
    directory = Directory(replace(turn.register, absences=(*turn.register.absences, away)), turn.on)
    found = [(one, directory.holder(one.prison, one.post).to.person) for one in _answered_for(turn)]
    names = dict.fromkeys(person.name for _, person in found if person)
    return tuple(names), tuple(_post(turn, one) for one, person in found if person is None)


def _answered_for(turn: Turn) -> Iterator[Holding]:
    """The posts for which they are written to unless they are away: their own, and those they stand in for just now."""
    for one in turn.identity.posts if turn.identity else ():
        now = turn.directory.holder(one.prison, one.post).to.person
        if one.capacity in HOLDING or (now is not None and now.id == turn.person):
            yield one


def sentence(turn: Turn) -> str:
    """Who gets their briefs while they are away, or that nobody does."""
    names, nobody = meanwhile(turn)
    if not names and not nobody:
        return "You answer for no post today, so no brief of yours goes to anybody else."
    gets = [f"Meanwhile your briefs go to {listed(_few(names))}."] if names else []
    none = [f"Nobody is registered to stand in for {listed(_few(nobody))}: tell your coordinator."] if nobody else []
    return " ".join([*gets, *none])


def _few(words: tuple[str, ...]) -> list[str]:
    left = len(words) - FEW
    return list(words) if left <= 1 else [*words[:FEW], f"{left} more"]


def _post(turn: Turn, one: Holding) -> str:
    return f"the post of {turn.name_of(one.post)} of {turn.where(one.prison)}"
