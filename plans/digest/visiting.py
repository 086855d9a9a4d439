"""When inspectors are to be expected back, and what they would find unconfirmed.

DESIGN section 1: they return eight to twelve months after the inspection. Where no plan prints when that was, and
nobody has said, nothing is said; nor once they have been, or the months are over.
"""

from collections.abc import Sequence
from datetime import date

from plans.digest.colours import CONFIRMED
from plans.digest.values import Known, State
from plans.messages import Visit
from plans.policy.days import months_after

MONTHS = (8, 12)


def visit(known: Known, actions: Sequence[State], on: date) -> Visit | None:
    """Of several live plans the latest inspection counts. What a plan printed as completed is not waited for."""
    inspected = max((plan.inspected for plan in known.plans if plan.inspected and plan.inspected <= on), default=None)
    if inspected is None or any(inspected < one.on <= on for one in known.judged):
        return None
    first, last = (months_after(inspected, months) for months in MONTHS)
    if on > last:
        return None
    kept = [one for one in actions if one.status != "withdrawn"]
    unconfirmed = [one for one in kept if one.status not in CONFIRMED]
    due_after = sum(one.due is not None and one.due >= first for one in unconfirmed)
    return Visit(inspected, first, last, len(unconfirmed), len(kept), due_after)
