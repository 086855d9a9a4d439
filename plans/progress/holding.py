"""Who holds what at a prison, for anybody to see."""

from collections import Counter
from collections.abc import Iterator

from plans.asking import answer
from plans.chat import Answered, Asker, Say
from plans.commands import Command
from plans.messages import Held, Posts, Verb
from plans.owners import is_post, key, name
from plans.policy.recipients import line_above
from plans.progress.turn import Turn, said, written
from plans.queries.questions import Query
from plans.register import Holding
from storage.actions import find

WHICH = "Name one prison: `/actions posts Rochester`."
CAPACITIES = ("holder", "acting", "deputy")
_DUTIES = {"coordinator": "Coordinator", "administrator": "Administrator", "assurer": "Assurer"}


def listed(turn: Turn, command: Command) -> Answered | None:
    """None: words that are no prison; they are left to be a question."""
    prison = prison_named(turn, command.of)
    if prison is None and command.of:
        return None
    return Say(shown(turn, prison)) if prison else said(WHICH)


def prison_named(turn: Turn, words: str) -> str | None:
    """The one prison that is named, or the only one there is."""
    held = turn.register.prisons
    if not words:
        return next(iter(held)) if len(held) == 1 else None
    found = answer(turn.session, words, asker=Asker(), on=turn.on)
    named = found.understood.get("prisons", []) if not found.error and set(found.understood) <= _NAMED else []
    return next((prison for prison, its in held.items() if [its] == named), None)


_NAMED = {"prisons", "read_as"}


def unnamed(turn: Turn, words: str, which: Answered) -> Answered | None:
    """To words that are not one prison: that it is not held or not sure, or `which` of several. None: a question."""
    found = answer(turn.session, words, asker=Asker(), on=turn.on)
    if found.error:
        return Say(found.message) if found.error["code"] in ("unknown_prison", "ambiguous") else None
    return which if len(found.understood.get("prisons", ())) > 1 and set(found.understood) <= _NAMED else None


def shown(turn: Turn, prison: str) -> Posts:
    register, on = turn.register, turn.on
    owes = owed(turn, prison)
    held = {one.post for one in register.holdings if one.prison == prison}
    spoken = [one for one in register.liaisons if one.prison == prison and one.period.has(on)]
    known = held | {one.organisation for one in spoken}
    return Posts(
        prison=register.prisons[prison],
        on=on,
        held=tuple(line for post in sorted(held, key=rank) for line in _lines(turn, prison, post, owes[post])),
        unregistered=tuple((named(turn, post), count) for post, count in owes.most_common() if post not in known),
        roles=tuple(
            (_DUTIES[role.duty], role.person.name)
            for role in register.roles
            if role.prison in (prison, None) and role.period.has(on)
        ),
        liaisons=tuple((named(turn, one.organisation), named(turn, one.post)) for one in spoken),
        verbs=(Verb("post", "Change a post", prison),) if turn.coordinates(prison) else (),
    )


def owed(turn: Turn, prison: str) -> Counter[str]:
    """How many open actions each party leads there, by its key."""
    rows = find(turn.session, Query(prisons=(prison,), statuses=("open",)), turn.on)
    return Counter(key(row.owners[0]) for row in rows if row.owners)


def rank(post: str) -> tuple[int, str]:
    """The highest posts first: the fewer above, the higher."""
    return len(list(line_above(post))), post


def _lines(turn: Turn, prison: str, post: str, owes: int) -> Iterator[Held]:
    """Its holder or that it is vacant, then who stands in."""
    lines = [one for one in turn.register.holdings if (one.prison, one.post) == (prison, post)]
    now = sorted((one for one in lines if one.period.has(turn.on)), key=lambda one: CAPACITIES.index(one.capacity))
    if not any(one.capacity == "holder" and one.person for one in now):
        yield Held(named(turn, post), None, actions=owes)
    for one in now:
        if one.person:
            yield _held(turn, one, owes if one.capacity == "holder" else 0)


def _held(turn: Turn, one: Holding, owes: int) -> Held:
    person = one.person
    away = [each.period for each in turn.register.absences if person and each.person == person.id]
    gone = next((period for period in away if period.has(turn.on)), None)
    note = "away" + (f" until {written(gone.last)}" if gone.last else "") if gone else ""
    unreachable = person.unreachable if person else None
    said = ", ".join(filter(None, [note, unreachable and f"cannot be reached: {unreachable}"]))
    return Held(
        named(turn, one.post), person.name if person else None, one.capacity, one.period.first, one.period.last, said,
        owes,
    )  # fmt: skip


def named(turn: Turn, party: str) -> str:
    return turn.register.names.get(party) or name(party)


def is_held(turn: Turn, party: str) -> bool:
    """Is it a post by its name, which somebody can hold?"""
    return is_post(named(turn, party))
