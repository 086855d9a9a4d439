"""What a question says of status, and of the asker's own actions. What "not" does to it: plans.queries.reversing."""

from itertools import pairwise

from plans.queries.board import Board, Claim
from plans.queries.lexicon import (
    DATE_NAMES,
    LONGEST_STATUS,
    MINE,
    NEGATIONS,
    OWING,
    STATUS_PHRASES,
    WAITING,
)
from plans.queries.questions import STATUSES

_MINE = frozenset((*MINE, *OWING))
_WHOLE = frozenset("prison plan plans establishment jail team group".split())  # "my prison": not only what I own
_DATED = frozenset(DATE_NAMES)
NARROWER = frozenset({"overdue", "due_soon", "blocked", "reported", "no_date", "in_progress", "not_started"})


def find_mine(board: Board) -> None:
    for at in list(board.free()):
        length = board.match(at, _MINE, 7)
        if not length or board.held[at] is not None:
            continue
        said = tuple(board.texts[at : at + length])
        if _is_about_asking(board, at, said):
            continue
        if said == ("my",) and board.text(at + 1) in _WHOLE:
            continue
        board.claim("mine", at, at + length)
        if said in OWING or said[-2:] == ("to", "do"):
            board.claims.append(Claim("status", at, at + length, "open"))


def _is_about_asking(board: Board, at: int, said: tuple[str, ...]) -> bool:
    """ "List for me", "have I got this right": the asker speaks of asking, not of their own actions."""
    if said == ("for", "me"):
        return board.text(at - 1) in _ASKING
    return said[-2:] == ("i", "got") and board.text(at + len(said)) in ("this", "that", "it", "right")


_ASKING = frozenset(
    "list check show get find pull see tell give look do run up out it this that please look-up print".split()
)


def find_states(board: Board) -> None:
    for at in list(board.free()):
        if board.held[at] is not None:
            continue
        if waiting := board.match(at, frozenset(WAITING), 3):
            board.claim("waiting", at, at + waiting, WAITING[tuple(board.texts[at : at + waiting])])
        elif length := board.match(at, STATUS_PHRASES, LONGEST_STATUS):
            board.claim("status", at, at + length, STATUS_PHRASES[tuple(board.texts[at : at + length])])


def find_dateless(board: Board) -> None:
    for at in list(board.free()):
        if board.held[at] is None:
            _no_date(board, at)


def _no_date(board: Board, at: int) -> None:
    """No date, without a due date, hasn't got a target date."""
    if board.text(at) not in NEGATIONS:
        return
    start = at + 1
    while (
        board.text(start) in ("have", "has", "got", "any", "a", "yet", "been", "given", "set")
        and board.held[start] is None
    ):
        start += 1
    length = board.match(start, _DATED, 3) if start < len(board.words) else 0
    if not length and board.text(start) == "dated":
        length = 1
    if length:
        board.claim("status", at, start + length, "no_date")


def statuses(board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(any of, none of). "Open overdue" is overdue: open beside a narrower word describes, unless "or" joins them."""
    named, unwanted = set(board.values("status")), set(board.values("status", negative=True))
    if board.of("late") and named <= {"open"}:
        named = {"overdue"}  # so late is overdue; another status named narrows it further
    if "open" in named and named & NARROWER and not _joined_by_or(board):
        named.discard("open")
    for claim in board.of("status"):
        if claim.negative and claim.value in named:
            board.fail("not_understood", board.raw(claim.start, claim.end))
    return tuple(filter(named.__contains__, STATUSES)), tuple(filter(unwanted.__contains__, STATUSES))


def _joined_by_or(board: Board) -> bool:
    states = board.of("status")
    return any(
        "or" in board.texts[one.end : other.start] and "open" in (one.value, other.value)
        for one, other in pairwise(states)
    )
