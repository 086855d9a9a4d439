"""Words that are understood one by one and mean something else together. They are asked back, never half answered."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from plans.dates.words import is_word
from plans.queries.board import Board

_COMPARED = frozenset({"over", "more", "less", "under", "least", "than"})
_NAMED = frozenset({"theme", "themes", "themed", "owner", "owners"})


def refuse(board: Board) -> None:
    """Say every stretch of words that no query can mean."""
    for check in _CHECKS:
        for start, end in check(board):
            board.fail("not_understood", board.raw(start, min(end, len(board.words))))


def _to_come(board: Board) -> Iterator[tuple[int, int]]:
    """What will be late, goes overdue this month, or should have been done is no status that an action has now."""
    for claim in board.of("status"):
        coming = claim.value == "overdue" and board.text(claim.start - 1) in _BECOMING
        expected = claim.value == "done" and not _EXPECTED.isdisjoint(board.texts[: claim.start])
        if coming or expected:
            yield max(claim.start - 1, 0), claim.end


_BECOMING = frozenset(
    "be become becomes becoming go goes going turn turns turning get gets getting fall falls falling".split()
)
_EXPECTED = frozenset({"should", "ought", "supposed", "meant"})


def _last_of(board: Board) -> Iterator[tuple[int, int]]:
    """The last day of February, the last Friday of the month."""
    for at, text in enumerate(board.texts):
        if (
            text in ("last", "first")
            and board.text(at + 2) == "of"
            and (board.text(at + 1) == "day" or is_word(board.text(at + 1)))
        ):
            yield at, at + 4


def _more_than_ago(board: Board) -> Iterator[tuple[int, int]]:
    """Due over 60 days ago: a bound, not a day."""
    for at, text in enumerate(board.texts):
        if text == "ago" and not _COMPARED.isdisjoint(board.texts[max(at - 4, 0) : at]):
            yield max(at - 3, 0), at + 1


def _late_from_now(board: Board) -> Iterator[tuple[int, int]]:
    for at, text in enumerate(board.texts):
        if text == "from" and board.text(at + 1) in ("now", "today") and {"overdue", "late"} & {*board.texts}:
            yield at, at + 2


def _a_years_plan(board: Board) -> Iterator[tuple[int, int]]:
    """Last year's plan: plans go by the year they were submitted, which may not be meant."""
    for claim in board.of("window"):
        beside = board.at(claim.end)
        after = beside.end if beside and beside.kind == "prison" else claim.end
        if "year" in board.texts[claim.start : claim.end] and board.text(after) in ("plan", "plans"):
            yield claim.start, after + 1


def _but_between(board: Board) -> Iterator[tuple[int, int]]:
    """Reported but overdue: both at once, which side by side does not say."""
    states = [claim for claim in board.of("status") if not claim.negative]
    for one, other in pairwise(states):
        if "but" in board.texts[one.end : other.start]:
            yield one.start, other.end


def _in_date(board: Board) -> Iterator[tuple[int, int]]:
    for at, text in enumerate(board.texts):
        if text == "in" and board.text(at + 1) == "date":
            yield at, at + 2


def _only_by(board: Board) -> Iterator[tuple[int, int]]:
    for at, text in enumerate(board.texts):
        if text in ("solely", "alone") or (text == "only" and board.text(at + 1) in ("by", "owned")):
            yield at, at + 1


def _names_nothing(board: Board) -> Iterator[tuple[int, int]]:
    """ "List themes", "by owner": asked for, not filtered by."""
    if board.of("ref") or any(board.free()):
        return  # "who is the owner of 12" asks to see it; and a word not understood is said by itself
    for at, text in enumerate(board.texts):
        beside = [board.at(at + step) for step in (-3, -2, -1, 1, 2, 3)]
        if text in _NAMED and not any(claim and claim.kind in ("owner", "theme", "absent", "mine") for claim in beside):
            yield at, at + 1


def _who_is(board: Board) -> Iterator[tuple[int, int]]:
    """Who is the Governor: a person's name, which no plan prints."""
    for at, text in enumerate(board.texts):
        if not (text in ("who's", "whos") or (text == "who" and board.text(at + 1) == "is")):
            continue
        after = at + (2 if text == "who" else 1)
        while board.text(after) in ("the", "our", "a"):
            after += 1
        claim = board.at(after)
        if claim and claim.kind in ("owner", "absent"):
            yield at, claim.end


_CHECKS: tuple[Callable[[Board], Iterator[tuple[int, int]]], ...] = (
    _to_come, _last_of, _more_than_ago, _late_from_now, _a_years_plan, _but_between, _in_date, _only_by,
    _names_nothing, _who_is,
)  # fmt: skip
