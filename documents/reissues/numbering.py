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
) -> dict[int, int]:
    """As printed now, in the document's order; what it does not print stays behind what it stood behind, under its old
    number where no other action has it now. All by the place in the document; the position that each place has now."""
    taken = {number_of(one) for one in printed.values()}
    at_place, at_row = _positions(printed, matched, gone)
    wanted = [(row, number_of(printed[place]), at_place[place]) for place, row in matched.items()]
    for row in sorted(gone, key=_lately_gone):
        number = _free((row.ref, row.step), taken)
        taken.add(number)
        wanted.append((row, number, at_row[row.id or 0]))
    _write(session, [one for one in wanted if (one[0].ref, one[0].step, one[0].position) != (*one[1], one[2])])
    return at_place


def _positions(
    printed: Mapping[int, ActionDraft], matched: Mapping[int, Action], gone: list[Action]
) -> tuple[dict[int, int], dict[int, int]]:
    """By place and by row. A range such as "5-6" goes by positions: with 6 gone it must not reach to the plan's end."""
    before = sorted((row.position, place) for place, row in matched.items())
    behind: dict[int, list[int]] = {}
    for row in sorted(gone, key=lambda row: row.position):
        last = max((one for one in before if one[0] < row.position), default=(-1, -1))
        behind.setdefault(last[1], []).append(row.id or 0)
    at_place: dict[int, int] = {}
    at_row: dict[int, int] = {}
    position = count()
    for place in (-1, *sorted(printed)):
        if place >= 0:
            at_place[place] = next(position)
        at_row.update((row, next(position)) for row in behind.get(place, ()))
    return at_place, at_row


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
