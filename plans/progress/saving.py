"""A digest handed out as a page: the very one that a button stands under, or a draft as it would be now."""

from plans.chat import Answered, Hand
from plans.digests import by_id
from plans.messages import GroupDigest
from plans.progress.opening import OLDER, referred
from plans.progress.turn import Turn, row_number, said

ALTERED = "That digest is not as it was sent: what is kept of it was altered since. `actions doctor` says more."
OF_ONE = "Only a prison's own digest is drawn as a page: open it first."


def page(turn: Turn, query: str) -> Answered:
    """`query` is a row's number or, of a draft, "rochester 2025-02-04". What was altered since is handed to nobody."""
    number = row_number(query)
    kept = by_id(turn.session, number) if number is not None else None
    if kept and not kept.holds:
        return said(ALTERED)
    if kept and isinstance(kept.digest, GroupDigest):
        return said(OF_ONE)
    found, _ = referred(turn, query)
    return Hand(found) if found else said(OLDER)
