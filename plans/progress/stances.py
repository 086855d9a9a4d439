"""What a person is to an action on a day, by what they hold: where the register meets the table of rights."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.owners import is_post
from plans.policy.above import Matter, anybody_free, free_as, named, posts_above, risen
from plans.policy.recipients import ASSURER, COORDINATOR, GOVERNOR, line_above
from plans.progress.facts import Facts
from plans.progress.turn import HOLDING, Turn
from plans.register import named_after
from plans.rights import Stance
from storage.registered import groups
from storage.requests import Kind

UP = ("prison group director", "executive director")


@dataclass(frozen=True, slots=True)
class Standing:
    """`post` is what they answer as, `for_party` on whose behalf where that is another: keys."""

    stance: Stance
    post: str
    for_party: str | None = None


def standings(turn: Turn, facts: Facts) -> list[Standing]:
    """All that they are to the action, the nearest to its lead first."""
    found = [*_answering(turn, facts), *_joint(turn, facts)]
    if turn.coordinates(facts.prison):
        found.append(Standing("coordinator", COORDINATOR, facts.lead))
    return [*found, *_deciding(turn, facts), *_above(turn, facts)]


def _answering(turn: Turn, facts: Facts) -> Iterator[Standing]:
    lead, posts = facts.lead, turn.posts(facts.prison)
    if lead is None:
        return
    for post, capacity in posts:
        if _is(post, lead):
            yield Standing("lead" if capacity in HOLDING else "deputy", lead)
    for post, _ in posts:
        if post == facts.delegate:
            yield Standing("delegate", post, lead)
        if _speaks(turn, facts, post, lead):
            yield Standing("liaison", post, lead)
    for party in filter(None, (lead, facts.delegate)):
        if post_held := _standing_in(turn, facts, party):
            yield Standing("deputy" if party == lead else "delegate", post_held, lead)


def _standing_in(turn: Turn, facts: Facts, party: str) -> str | None:
    """The post that they hold above one that is vacant, or whose holder is away, and for which they are written to."""
    found = turn.directory.holder(facts.prison, party)
    if turn.person is None or not found.stands_in or not found.to.person or found.to.person.id != turn.person:
        return None
    held = {post for post, capacity in turn.posts(facts.prison) if capacity in HOLDING}
    return next((post for post in line_above(party) if post in held), None)


def _joint(turn: Turn, facts: Facts) -> Iterator[Standing]:
    for party in facts.owners[1:]:
        for post, _ in turn.posts(facts.prison):
            if _is(post, party):
                yield Standing("joint", party)
            elif _speaks(turn, facts, post, party):
                yield Standing("joint", post, party)


def _is(post: str, party: str) -> bool:
    """Is it that party, or what the name of an organisation begins with: Oxleas, of the Oxleas healthcare provider?"""
    return post == party or (not is_post(party) and post in named_after(party))


def _speaks(turn: Turn, facts: Facts, post: str, party: str) -> bool:
    """Is the post the contact for an organisation?"""
    spoken = {
        one.organisation
        for one in turn.register.liaisons
        if (one.prison, one.post) == (facts.prison, post) and one.period.has(turn.on)
    }
    return not spoken.isdisjoint(named_after(party))


def _deciding(turn: Turn, facts: Facts) -> Iterator[Standing]:
    if post := may_decide(turn, facts.reported):
        yield Standing("judge", post)
    if facts.request("extension") and (post := may_decide(turn, facts.extended)):
        yield Standing("approver", post)
    if found := _receiving(turn, facts):
        yield found


def may_decide(turn: Turn, matter: Matter) -> str | None:
    """As holding which post they may say yes; None: they may not."""
    if turn.person is not None:
        return free_as(turn.directory, matter, turn.person)
    if turn.as_post in posts_above(matter):
        return turn.as_post
    return ASSURER if turn.as_post == ASSURER and not anybody_free(turn.directory, matter) else None


def _receiving(turn: Turn, facts: Facts) -> Standing | None:
    """Who answers for the post that is to take the action over; never whoever asked for that on the coordinator's
    word alone."""
    asked = facts.request("hand_over")
    if asked is None or asked.to_party is None:
        return None
    party = asked.to_party
    for post, _ in turn.posts(facts.prison):
        if _is(post, party):
            return Standing("receiver", party)
        if _speaks(turn, facts, post, party):
            return Standing("receiver", post, party)
    by_default = turn.coordinates(facts.prison) and not is_post(party) and not _has_liaison(turn, facts, party)
    if by_default and not (asked.person == turn.person and asked.as_post == COORDINATOR):
        return Standing("receiver", COORDINATOR, party)
    return None


def _has_liaison(turn: Turn, facts: Facts, party: str) -> bool:
    names = set(named_after(party))
    return any(
        one.prison == facts.prison and one.organisation in names and one.period.has(turn.on)
        for one in turn.register.liaisons
    )


def _above(turn: Turn, facts: Facts) -> Iterator[Standing]:
    line = list(line_above(facts.lead or COORDINATOR))
    for post, capacity in turn.posts(facts.prison):
        if post == GOVERNOR and capacity in HOLDING:
            yield Standing("governor", post)
        if post in line and capacity in HOLDING:
            yield Standing("above", post)
    if turn.has_role("assurer", facts.prison):
        yield Standing("assurer", ASSURER)


# --- who reads, who is waited for --------------------------------------------------------------------------------


def may_read(turn: Turn, prison: str) -> bool:
    """May they read reasons, evidence, words and history? (DESIGN section 6: post-holders of that prison, its group and
    above, coordinators, assurers; administrators, who may have to remove them.)"""
    if turn.channel == "cli" or turn.posts(prison):
        return True
    if any(turn.has_role(duty, prison) for duty in ("coordinator", "assurer", "administrator")):
        return True
    group = groups(turn.session, turn.on)
    near = {other for other, its in group.items() if its == group.get(prison)}
    posts = turn.identity.posts if turn.identity else ()
    return any(one.post in UP and one.capacity in HOLDING and one.prison in near for one in posts)


def deciders(turn: Turn, facts: Facts, kind: Kind | str) -> str:
    """The name of the post that `confirm`, another date (`extension`) or a `hand_over` waits for; "" for nobody."""
    if kind == "hand_over":
        asked = facts.request("hand_over")
        return turn.name_of(asked.to_party) if asked and asked.to_party else ""
    if kind == "extension":
        asked = facts.request("extension")
        up = risen(asked.asked_on, turn.on) if asked else 0
        found = named(turn.directory, facts.extended, risen=up)
    else:
        found = named(turn.directory, facts.reported)
    return turn.name_of(found[1]) if found else ""
