"""Who asks, as the register knows their account: the posts they hold or stand in for, the work they do for others, the
organisations they speak to. What is theirs is all of it."""

from collections.abc import Iterator
from datetime import date

from plans.owners import name
from plans.queries.questions import Mine
from plans.register import Register, named_after
from plans.situations import Identity, asker, register
from storage.delegations import of_theme, prisons_of_plans
from storage.prepared import Reader


def mine(reader: Reader, account: str, on: date) -> Mine | None:
    """None: nobody in the register has the account (`slack:T1:U1`)."""
    platform, _, rest = account.partition(":")
    found = asker(reader, rest.rpartition(":")[2], on, platform=platform)
    return theirs(reader, found, register(reader), on) if found else None


def theirs(reader: Reader, who: Identity, known: Register, on: date) -> Mine:
    posts = {(one.prison, one.post) for one in who.posts}
    spoken = {
        (one.prison, one.organisation)
        for one in known.liaisons
        if (one.prison, one.post) in posts and one.period.has(on)
    }
    longer = {
        (prison, party)
        for prison, organisation in spoken
        for party in known.names
        if organisation in named_after(party)
    }
    work = tuple(sorted(_work(reader, posts, known, on)))
    named = sorted({_named(known, party) for _, party in posts | spoken})
    said = f"of {' or '.join(named)}" if named else "of a post of yours"
    return Mine(said + (", or delegated" if work else ""), tuple(sorted(posts | spoken | longer)), work)


def _work(reader: Reader, posts: set[tuple[str, str]], known: Register, on: date) -> Iterator[int]:
    prisons = prisons_of_plans(reader) if known.delegations else {}
    for one in known.delegations:
        if (prisons[one.plan], one.post) in posts and one.period.has(on):
            if one.action is not None:
                yield one.action
            elif one.theme is not None:
                yield from of_theme(reader, one.plan, one.theme)


def _named(known: Register, party: str) -> str:
    return known.names.get(party) or name(party)
