"""What became of an action, as a message has it: names for keys."""

from typing import Any

from plans.messages import Changed
from plans.progress.facts import Facts
from plans.progress.turn import Turn


def changed(
    turn: Turn,
    facts: Facts,
    doing: str,
    *,
    as_post: str | None,
    for_party: str | None = None,
    party: str | None = None,
    **more: Any,
) -> Changed:
    """`facts` are of the action as it was; `more` are fields of the message."""
    return Changed(
        action=facts.id,
        plan=facts.plan,
        prison=turn.where(facts.prison),
        address=facts.address,
        title=facts.title,
        doing=doing,
        as_post=turn.name_of(as_post) if as_post else "",
        for_party=turn.name_of(for_party) if for_party else "",
        party=turn.name_of(party) if party else "",
        from_status=facts.status,
        outside=turn.name_of(facts.lead) if facts.lead and facts.outside else "",
        **more,
    )
