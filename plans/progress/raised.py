"""What was raised before: the concerns of a plan that stood in an earlier one of the prison, with what was promised
then. Published facts alone."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session

from plans.messages import Repeat
from plans.repeats import Concern, about, says_so
from storage import repeated as read
from storage.repeated import ConcernRow, RepeatedRow


def concerns_of(session: Session, plan_id: int) -> tuple[Concern, ...]:
    """What a plan answers, as the rule of repeats sees it."""
    return tuple(_concern(rows, shared) for rows, shared in _gathered(read.concerns(session, [plan_id])))


def repeats_of(session: Session, plan_id: int) -> tuple[Repeat, ...]:
    """Of a plan that is held, in its order; what it calls repeated itself too, though no earlier plan is held."""
    return repeats_among(session, [plan_id])


def repeats_among(session: Session, plans: Collection[int], refs: Collection[str] | None = None) -> tuple[Repeat, ...]:
    """The same of several plans, or of some of their refs."""
    found = defaultdict[int, list[RepeatedRow]](list)
    for row in read.repeated(session, plans):
        found[row.id].append(row)
    earlier = _earlier(session, {row.plan for rows in found.values() for row in rows})
    return tuple(
        repeat
        for rows, shared in _gathered(read.concerns(session, plans, refs))
        if refs is None or rows[0].ref in refs
        if (repeat := _repeat(rows, shared, found[rows[0].id], earlier))
    )


Rows = list[ConcernRow]


def _gathered(rows: Iterable[ConcernRow]) -> list[tuple[Rows, bool]]:
    """The actions of each concern together, in order, and whether its text is that of other refs too."""
    held = defaultdict[int, Rows](list)
    for row in rows:
        held[row.id].append(row)
    refs = Counter(text for text, _ in {(each[0].concern, each[0].ref) for each in held.values()} if text)
    return [(each, refs[each[0].concern or ""] > 1) for each in held.values()]


def _concern(rows: Rows, shared: bool) -> Concern:
    first = rows[0]
    texts = tuple(row.text for row in rows)
    return Concern(first.id, first.ref, first.concern or "", first.theme or "", texts, shared)


Earlier = dict[int, tuple[Rows, bool]]


def _earlier(session: Session, plans: Collection[int]) -> Earlier:
    return {rows[0].id: (rows, shared) for rows, shared in _gathered(read.concerns(session, plans))} if plans else {}


def _repeat(rows: Rows, shared: bool, found: Sequence[RepeatedRow], earlier: Earlier) -> Repeat | None:
    """The first plan that had it, and what that promised; the years of all that had."""
    own = _concern(rows, shared)
    said = says_so(own.text) or any(row.said for row in found)
    if not (found or said):
        return None
    text = _shown(rows, shared)
    if not found:
        return Repeat(own.ref, text, "", "", (), said=True)
    then, then_shared = earlier[found[0].earlier]
    was = _concern(then, then_shared)
    return Repeat(
        ref=own.ref,
        text=text,
        earlier=was.ref,
        earlier_text=_shown(then, then_shared),
        years=tuple(dict.fromkeys(row.year for row in found)),
        promised=_promised(then),
        said=said,
        about=about(own.own, was.own),
    )


def _shown(rows: Rows, shared: bool) -> str:
    """The concern, or of a whole theme's the action's own title."""
    first = rows[0]
    return first.title if shared or not first.concern else first.concern


def _promised(rows: Rows) -> str:
    """As printed: the last of its dates, by which all of it was to be done; else the first that is no date."""
    dated = [row for row in rows if row.due and row.target]
    last = max(dated, key=lambda row: (row.due is not None, row.due), default=None)
    return (last.target if last else next((row.target for row in rows if row.target), None)) or ""
