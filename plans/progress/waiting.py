"""What waits on one person's decision: to confirm, to agree to another date, to take on."""

from plans.progress.facts import Facts, facts
from plans.progress.stances import standings
from plans.progress.turn import Turn
from plans.rights import Doing, permitted
from storage.changes import undecided

DECISIONS: tuple[Doing, ...] = ("confirm", "agree", "accept")


def for_person(turn: Turn) -> list[tuple[int, Doing]]:
    """(action, decision) of all that they may decide today, plan by plan."""
    return [(found.id, doing) for found, doing in decisions(turn)]


def decisions(turn: Turn) -> list[tuple[Facts, Doing]]:
    """The same, with all that is known of each action."""
    ids = undecided(turn.session, prisons(turn))
    found = facts(turn, ids)
    return [
        (found[id], doing)
        for id in ids
        for doing in permitted(found[id].case, [one.stance for one in standings(turn, found[id])])
        if doing in DECISIONS
    ]


def prisons(turn: Turn) -> list[str]:
    """Where they hold anything; whoever is named by a post alone, or has a role everywhere, may be at any."""
    who = turn.identity
    if who is None:
        return list(turn.register.prisons) if turn.as_post else []
    if any(role.prison is None for role in who.roles):
        return list(turn.register.prisons)
    return sorted({one.prison for one in who.posts} | {role.prison for role in who.roles if role.prison})
