"""What "or" and "and" may join in one question."""

from plans.queries.board import Board, Claim
from plans.queries.lexicon import FILLERS


def check_joins(board: Board) -> None:
    """ "Or" joins things of one kind; across kinds it asks for what one query cannot say, so it stays unclaimed.

    "And" between two whole questions (Rochester overdue and Maidstone open) would mix them up, and is said too.
    """
    _check_prisons(board)
    for at, text in enumerate(board.texts):
        if text not in ("or", "and", "plus"):
            continue
        claim = board.held[at]
        if claim and claim.kind != "filler":
            continue
        left, right = _neighbour(board, at, -1), _neighbour(board, at, 1)
        alike = left is not None and right is not None and left.kind == right.kind and left.negative == right.negative
        if text == "or" and alike and claim is None:
            board.claim("filler", at, at + 1)
        elif (
            not alike
            and left
            and right
            and (_mixes(board, at) or _are_two_questions(board, at) or _are_two_lists(left, right))
        ):
            board.fail("not_understood", board.words[at].raw)


def _are_two_lists(left: Claim, right: Claim) -> bool:
    """Overdue and due in March are two lists, no action being on both."""
    kinds = {left.kind: left, right.kind: right}
    state = kinds.get("status")
    return set(kinds) == {"status", "window"} and state is not None and state.value == "overdue" and not state.negative


def _check_prisons(board: Board) -> None:
    """Rochester overdue, Maidstone due soon: two questions in one, and mixing them would answer neither."""
    for prison in board.of("prison")[1:]:
        joined = board.text(prison.start - 1) in ("and", "or", "plus", "&")
        if prison.value and not prison.negative and not joined and _are_two_questions(board, prison.start):
            board.fail("not_understood", board.raw(prison.start, prison.end))


def _are_two_questions(board: Board, at: int) -> bool:
    """Whether each side of a word has a prison of its own, and more to say of it that is not the same."""
    sides: list[set[tuple[str, str]]] = [set(), set()]
    prisons: list[set[str]] = [set(), set()]
    for claim in board.of(*_DIMENSIONS):
        side = int(claim.start >= at)
        if claim.kind == "prison":
            prisons[side].add(str(claim.value))
        else:
            sides[side].add((claim.kind, f"{claim.value}{claim.negative}"))
    return all(prisons) and all(sides) and prisons[0] != prisons[1] and sides[0] != sides[1]


def _neighbour(board: Board, at: int, step: int) -> Claim | None:
    at += step
    while 0 <= at < len(board.words):
        claim = board.held[at]
        if claim and claim.kind not in ("filler", "not", "lead"):
            return claim
        if claim is None and board.text(at) not in FILLERS:
            return None
        at += step
    return None


_DIMENSIONS = frozenset({"prison", "status", "owner", "theme", "window", "ref", "late", "year"})


def _mixes(board: Board, at: int) -> bool:
    """Whether both sides name different values in two dimensions or more."""
    differing = 0
    for kind in _DIMENSIONS:
        claims = board.of(kind)
        before = {(str(claim.value), claim.negative) for claim in claims if claim.end <= at}
        after = {(str(claim.value), claim.negative) for claim in claims if claim.start > at}
        differing += bool(before and after and before != after)
    return differing > 1
