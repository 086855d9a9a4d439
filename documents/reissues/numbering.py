"""Numbers and places in order of a plan's actions, when a newer version prints others: no two share one on the way."""

from collections.abc import Collection, Mapping
from itertools import chain, count
from string import ascii_lowercase

from sqlmodel import Session

from documents.draft import ActionDraft
from storage.models import Action

_WAS = "was "
Number = tuple[str, str]
"""Ref and step, '' where the plan numbers none."""


def number_of(one: ActionDraft) -> Number:
    return one.ref, one.step or ""


def renumber(
    session: Session, printed: Mapping[int, ActionDraft], matched: Mapping[int, Action], gone: list[Action]
) -> None:
    """As printed now, in the document's order; what it does not print comes after, under its old number where no other
    action has it now. All by the place in the document."""
    taken = {number_of(one) for one in printed.values()}
    wanted: dict[int, tuple[Action, Number, int]] = {}
    for place, row in matched.items():
        wanted[row.id or 0] = (row, number_of(printed[place]), place)
    for place, row in enumerate(sorted(gone, key=_lately_gone), len(printed)):
        number = _free((row.ref, row.step), taken)
        taken.add(number)
        wanted[row.id or 0] = (row, number, place)
    _write(session, [one for one in wanted.values() if (one[0].ref, one[0].step, one[0].position) != (*one[1], one[2])])


def _lately_gone(row: Action) -> bool:
    """After what was gone before, whose name must not pass to another."""
    return not row.ref.startswith(_WAS)


def _free(number: Number, taken: Collection[Number]) -> Number:
    """Of what is gone while another action has its number: "was 5", so that 5 is what the plan says it is; the next of
    that number "was 5b". People ask for it so (`plans.queries.refs`)."""
    ref, step = number
    was = ref if ref.startswith(_WAS) else f"{_WAS}{ref}"
    names = chain([ref, was], (f"{was}{letter}" for letter in ascii_lowercase[1:]), map(f"{was}z{{}}".format, count()))
    return next((name, step) for name in names if (name, step) not in taken)


def _write(session: Session, moving: list[tuple[Action, Number, int]]) -> None:
    """In two steps: the database knows no moment at which two actions have one number."""
    for row, _, _ in moving:
        row.ref, row.step, row.position = f"~{row.id}", "", -(row.id or 0)
    session.flush()
    for row, (ref, step), place in moving:
        row.ref, row.step, row.position = ref, step, place
    session.flush()
