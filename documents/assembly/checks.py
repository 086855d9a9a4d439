"""What must hold before a plan is saved. A check that fails must not pass without a person's word; what may well be so
is only flagged on its action: the published plans hold an undated step, an owner carried on, a start without an end.

The checks are research/ingestion.md's, "before anything is saved": refs unique and rising, totals that agree, an owner
or a reason for every action, dates plausible against the document's own, nothing left unread.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from documents.assembly.numbers import rank
from documents.assembly.sentences import is_unfinished
from documents.assembly.tables import Assembly
from documents.draft import ActionDraft, PlanDraft
from plans.addresses import written

COMPARE = "compare with the page"
"""On every action of a document whose columns were told without rules; its first action says why."""

YEARS_OFF = "lies years from the document's other dates"
_LONGEST = timedelta(days=6 * 366)
"""No published plan looks further ahead; a date beyond it is likelier a slip of the year."""
_ABSURD = timedelta(days=20 * 366)
_LONG_PAST = timedelta(days=366)
"""A newer version prints dates gone by since the first one; this long before its own date few can be."""
_FINISHED = {"done", "sustained"}


def check(draft: PlanDraft, assembly: Assembly, unsure: Sequence[str] = ()) -> None:
    """Flag what should be looked at on its action, and name in `failed` what must not pass."""
    _flag_unsure(draft.actions, unsure)
    _flag_gaps(draft.actions)
    _flag_cut(draft.actions)
    _flag_garbled(draft.actions)
    draft.failed += _numbering(draft.actions, assembly)
    draft.failed += _totals(assembly)
    draft.failed += _ownerless(draft.actions)
    draft.failed += _dates(draft)
    draft.failed += _unread(draft)


def tell_apart(actions: Iterable[ActionDraft]) -> None:
    """Give actions that share an address a step each, so that a plan printed with a slip can still be kept."""
    taken: set[tuple[str, str | None]] = set()
    for action in actions:
        number = 1
        while (action.ref, action.step) in taken:
            number += 1
            action.step = str(number)
        taken.add((action.ref, action.step))


def _flag_unsure(actions: Sequence[ActionDraft], unsure: Sequence[str]) -> None:
    """Everything that was read without certain columns; why is said once."""
    for at, action in enumerate(actions if unsure else ()):
        action.flags += [*unsure, COMPARE] if at == 0 else [COMPARE]


# --- numbers ---------------------------------------------------------------------------------------------------------


def _numbering(actions: Sequence[ActionDraft], assembly: Assembly) -> list[str]:
    addresses = Counter(written(action.ref, action.step) for action in actions)
    failed = [f"{count} actions are numbered {repeated}" for repeated, count in addresses.items() if count > 1]
    refs = [record.ref for record in assembly.records]
    falling = [
        f"{after} stands after {before}"
        for before, after in pairwise(refs)
        if rank(before)[0] == rank(after)[0] and rank(after) < rank(before)
    ]
    if assembly.counted:  # some rows print numbers, and ours for the others are the same
        both = [ref for ref, times in Counter(refs).items() if times > 1 and ref not in addresses]
        both += [ref for ref in addresses if Counter(refs)[ref] > 1 and addresses[ref] == 1]
        failed += [f"number {ref} stands for two things: some rows print none" for ref in both]
    if len(falling) > 3:
        falling = [f"the numbers fall back {len(falling)} times, first where {falling[0]}"]
    return failed + falling


def _flag_gaps(actions: Sequence[ActionDraft]) -> None:
    """A number that is passed over may be an action that was not read."""
    refs = {action.ref for action in actions}
    highest = rank("0")
    for before, after in pairwise(actions):
        highest, wanted = max(highest, rank(before.ref)), _next(before.ref)
        between = rank(before.ref) < rank(wanted) < rank(after.ref) if before.ref != after.ref else False
        if between and rank(before.ref) >= highest and _stem(after.ref) == _stem(before.ref) and wanted not in refs:
            after.flags.append(f"it follows {before.ref}: the document seems to have no {wanted}")


def _flag_cut(actions: Sequence[ActionDraft]) -> None:
    """Where a document ends its sentences, a text that stops in the middle of one may have lost its end."""
    cut = [action for action in actions if is_unfinished(action.text)]
    for action in cut if len(cut) * 5 <= len(actions) else ():
        action.flags.append("its text stops in mid sentence")


_GARBLED = re.compile("â€|Ã[\u0080-\u00bf]|Â[£·\u00a0]|\ufffd")
"""Letters that were written in one encoding and read in another by whatever made the file."""


def _flag_garbled(actions: Sequence[ActionDraft]) -> None:
    for action in actions:
        if _GARBLED.search(f"{action.text} {action.owner_cell or ''} {action.recommendation or ''}"):
            action.flags.append("some of its letters are garbled in the file")


def _next(ref: str) -> str:
    """The number that should follow: 5.10 after 5.9, 13 after 12."""
    figures = ref.rstrip("abcdefghijklmnopqrstuvwxyz")
    last = figures[len(figures.rstrip("0123456789")) :]
    return f"{figures.removesuffix(last)}{int(last) + 1:0{len(last)}d}" if last else ref


def _stem(ref: str) -> tuple[str, tuple[int, ...]]:
    letters, figures, _ = rank(ref)
    return letters, figures[:-1]


def _totals(assembly: Assembly) -> list[str]:
    read = Counter(record.response for record in assembly.records if record.response)
    read["total"] = len(assembly.records)
    return [
        f"the document counts {said} {response}, {read[response]} were read"
        for response, said in assembly.totals.items()
        if read[response] != said
    ]


def _unread(draft: PlanDraft) -> list[str]:
    many = len(draft.unread)
    return [f"{many} {'row or cell' if many == 1 else 'rows or cells'} could not be read"] if many else []


# --- owners and dates ------------------------------------------------------------------------------------------------


def _ownerless(actions: Sequence[ActionDraft]) -> list[str]:
    """Actions nobody owns, without a reason: not agreed, done already, or a step beside one that has an owner."""
    owned = {action.ref for action in actions if action.owners}
    missing = [
        written(action.ref, action.step)
        for action in actions
        if not action.owners
        and action.ref not in owned
        and action.response != "not agreed"
        and action.target.status not in _FINISHED
    ]
    return [f"no owner is printed for {_some(missing)}"] if missing else []


def _dates(draft: PlanDraft) -> list[str]:
    """One date that cannot well be is a question; many, or one far out of all reach, fail. Dates gone by when a version
    was submitted are natural: only those before the inspection count among many, or those long before."""
    open_dates = [
        (action, action.target.due)
        for action in draft.actions
        if action.target.due and action.target.status not in _FINISHED
    ]
    own = draft.submitted or (draft.inspected and draft.inspected[1]) or draft.published
    dates = sorted(due for _, due in open_dates)
    if not dates:
        return []
    early, late = (
        (own, own + _LONGEST) if own else (dates[len(dates) // 2] - _LONGEST, dates[len(dates) // 2] + _LONGEST)
    )
    odd = [(action, due) for action, due in open_dates if not early <= due <= late]
    for action, due in odd:
        action.flags.append(f"“{action.target.printed}” {_why(due, early, own)}")
    absurd = [action for action, due in odd if not early - _ABSURD <= due <= late + _ABSURD]
    least = draft.inspected[0] if draft.inspected else early - _LONG_PAST if own else early
    unfit = [action for action, due in odd if not least <= due <= late]
    if len(unfit) > max(2, len(open_dates) // 4):
        addresses = _some(_addresses(unfit))
        return [f"{len(unfit)} of {len(open_dates)} dates do not fit the document's own: {addresses}"]
    return [f"the date of {_some(_addresses(absurd))} is out of all reach"] if absurd else []


def _why(due: date, early: date, own: date | None) -> str:
    if own is None:
        return YEARS_OFF
    shown = f"{own.day} {own:%B %Y}"
    return f"lies before the document's own date, {shown}" if due < early else f"lies over six years after {shown}"


def _addresses(actions: Iterable[ActionDraft]) -> list[str]:
    return [written(action.ref, action.step) for action in actions]


def _some(addresses: Sequence[str]) -> str:
    """The first few by name, the others counted."""
    shown = ", ".join(addresses[:5])
    return f"{shown} and {len(addresses) - 5} more" if len(addresses) > 5 else shown
