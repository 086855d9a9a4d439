"""What a person may do to an action as it stands: the table of rights, over what they are to it."""

from plans.progress import chasing
from plans.progress.facts import Facts, facts
from plans.progress.stances import standings
from plans.progress.turn import Turn
from plans.rights import Doing
from plans.rights import permitted as allowed


def permitted(turn: Turn, action: int) -> tuple[Doing, ...]:
    """What whoever's turn it is may do to it, in the order of buttons."""
    found = facts(turn, [action]).get(action)
    return may(turn, found) if found else ()


def may(turn: Turn, found: Facts) -> tuple[Doing, ...]:
    """The same of an action that is known already. Nobody asks themselves."""
    doings = allowed(found.case, [one.stance for one in standings(turn, found)])
    if "nudge" in doings and chasing.is_own(turn, chasing.chased(turn, found)):
        return tuple(doing for doing in doings if doing != "nudge")
    return doings
