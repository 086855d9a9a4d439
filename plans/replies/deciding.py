"""What the clauses on one action mean together. The order of the rules is the order of what they outrank; whatever
takes back or doubts a completion goes before it, so that it is reported last of all (DESIGN section 5).
"""

from collections.abc import Sequence

from plans.replies.asides import without_asides
from plans.replies.clauses import Clause
from plans.replies.groups import Group
from plans.replies.reporting import blocked, completed, going, joked, noted, nothing
from plans.replies.requesting import asked, not_mine, postponed, snoozed, undone
from plans.replies.values import Context, Meant

_RULES = (nothing, undone, joked, snoozed, asked, not_mine, postponed, blocked, completed, going, noted)


def decided(clauses: Sequence[Clause], text: str, context: Context, *, own: bool) -> Meant:
    """The first rule that fits. The due date is known of the action asked about alone."""
    group = Group(without_asides(clauses, context.today), text, context.today, context.due if own else None, own=own)
    return next((meant for rule in _RULES if (meant := rule(group))), Meant("none"))
