"""A digest handed out as a page: the very one that a button stands under, or a draft as it would be now."""

from datetime import date

from plans.chat import Answered, Hand
from plans.digests import by_id, preview
from plans.messages import Digest
from plans.progress.turn import Turn, row_number, said
from storage.digests import live_prisons

GONE = "That digest is not kept any more. Ask for it with /actions."
ALTERED = "That digest is not as it was sent: what is kept of it was altered since. `actions doctor` says more."
OF_ONE = "Only a prison's own digest is drawn as a page: open it first."


def page(turn: Turn, query: str) -> Answered:
    """`query` is a row's number or, of a draft, "rochester 2025-02-04"."""
    number = row_number(query)
    if number is None:
        draft = _draft(turn, query)
        return Hand(draft) if draft else said(GONE)
    kept = by_id(turn.session, number)
    if kept is None or not kept.holds:
        return said(ALTERED if kept else GONE)
    return Hand(kept.digest) if isinstance(kept.digest, Digest) else said(OF_ONE)


def _draft(turn: Turn, query: str) -> Digest | None:
    prison, _, day = query.rpartition(" ")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    held = prison in dict(live_prisons(turn.session))
    return preview(turn.session, prison, on, now=turn.now) if held else None
