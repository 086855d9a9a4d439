"""What a question says of status, of the asker's own actions, and what "not" and "except" turn round."""

from itertools import pairwise

from plans.queries.board import Board, Claim
from plans.queries.lexicon import (
    DATE_NAMES,
    EXCEPTIONS,
    LONGEST_STATUS,
    MINE,
    NEGATIONS,
    OWING,
    REACHED_OVER,
    STARTED,
    STATUS_PHRASES,
    WAITING,
)
from plans.queries.questions import STATUSES
from plans.queries.windows import Window

_MINE = frozenset((*MINE, *OWING))
_EXCEPTIONS, _DATED = frozenset(EXCEPTIONS), frozenset(DATE_NAMES)
_REVERSIBLE = frozenset({"status", "owner", "theme", "prison", "absent"})
_JOINS = frozenset({"and", "or", "nor", "/", "&"})
_NARROWER = frozenset({"overdue", "due_soon", "blocked", "reported", "no_date", "in_progress", "not_started"})


def find_mine(board: Board) -> None:
    for at in list(board.free()):
        length = board.match(at, _MINE, 7)
        if not length or board.held[at] is not None:
            continue
        said = tuple(board.texts[at : at + length])
        if _is_about_asking(board, at, said):
            continue
        if said == ("my",) and board.text(at + 1) in (
            "prison",
            "plan",
            "plans",
            "establishment",
            "jail",
            "team",
            "group",
        ):
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


def turn_round(board: Board) -> None:
    """Give every "not" and "except" what it reverses; one that reverses nothing stays unclaimed, and is said."""
    for at in range(len(board.words)):
        if board.held[at] is not None:
            continue
        if length := _exception(board, at):
            _leave_out(board, at, length)
        elif board.text(at) in NEGATIONS:
            _reverse(board, at)


def _exception(board: Board, at: int) -> int:
    if board.text(at) == "but" and board.text(at - 1) in ("all", "everything", "anything", "any", "everyone"):
        return 1
    return board.match(at, _EXCEPTIONS, 2)


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


def _target(board: Board, at: int) -> Claim | None:
    """The claim that a negation ending before `at` reaches, over words that may stand between.

    After "hasn't" and its like stands who has not: the verb is what they reverse ("what hasn't Rochester done").
    """
    reversible = frozenset({"status"}) if board.text(at - 1) in _VERBS else _REVERSIBLE
    while at < len(board.words):
        claim = board.held[at]
        if claim and claim.kind in reversible:
            return claim if claim.start == at else None
        is_subject = reversible != _REVERSIBLE and claim and claim.kind in ("prison", "owner", "absent")
        if not is_subject and ((claim and claim.kind != "filler") or board.text(at) not in REACHED_OVER | _SUBJECTS):
            return None
        at += 1
    return None


_HAVE = frozenset(
    """hasn't hasnt haven't havent hadn't hadnt doesn't doesnt don't dont didn't didnt won't wont can't cant cannot
    couldn't shouldn't""".split()
)
_BE = frozenset("isn't isnt aren't arent wasn't wasnt weren't werent".split())
_VERBS = _HAVE | _BE
_SUBJECTS = frozenset({"we", "he", "she", "you", "our", "their"})
_DEEDS = frozenset({"done", "reported", "in_progress"})


def _may_turn(board: Board, at: int, target: Claim) -> bool:
    """Has not done is plain; isn't Rochester late, haven't got the overdue list, no overdue list are not."""
    word = board.text(at)
    if word in ("no", "never"):
        return word == "never" and target.value in _DEEDS
    if word in _HAVE:
        return target.value in _DEEDS
    between = [claim for claim in board.held[at + 1 : target.start] if claim and claim.kind != "filler"]
    return word not in _BE or not between


def _reverse(board: Board, at: int) -> None:
    start = at + 1
    while board.text(start) in REACHED_OVER and board.held[start] is None:
        start += 1
    if board.text(start) in STARTED and board.at(start) is None and start < len(board.words):
        board.claim("status", at, start + 1, "not_started")
        return
    target = _target(board, at + 1)
    if target is None or (target.negative and board.text(at) != "nor") or not _may_turn(board, at, target):
        return
    board.claim("not", at, at + 1)
    turned = [target, *_listed_after(board, target, "or", "nor", "/")]
    if target.kind != "status":
        turned = [target, *_listed_after(board, target, *_JOINS)]
    _negate(board, turned)


def _leave_out(board: Board, at: int, length: int) -> None:
    """All that is listed after "except" is left out."""
    target = _target(board, at + length)
    if target is None or target.negative:
        return
    board.claim("not", at, at + length)
    _negate(board, [target, *_listed_after(board, target, *_JOINS, ",")])


def _listed_after(board: Board, target: Claim, *joins: str) -> list[Claim]:
    """Claims of the same kind that the words join to the target; "," among the joins joins what a comma does."""
    found: list[Claim] = []

    def comma(claim: Claim) -> bool:
        return "," in joins and board.words[claim.end - 1].listed

    at, joined = target.end, comma(target)
    while at < len(board.words):
        claim, text = board.held[at], board.text(at)
        if claim and claim.kind == target.kind and joined:
            found.append(claim)
            at, joined = claim.end, comma(claim)
        elif text in joins and claim is None:
            at, joined = at + 1, True
        elif joined and claim is None and text in ("the", "for", "by", "at", "in", "a"):
            at += 1
        else:
            break
    return found


def _negate(board: Board, turned: list[Claim]) -> None:
    """Not done is open, not (yet) due is open and due from today; neither done nor overdue is no list."""
    states = {claim.value for claim in turned if claim.kind == "status"}
    if len(states) > 1 and states & {"done", "sustained"} and states & (_NARROWER | {"open"}):
        board.fail("not_understood", board.raw(turned[0].start - 1, turned[-1].end))
    for claim in turned:
        if claim.kind == "status" and claim.value == "done":
            claim.value = "open"
        elif claim.kind == "status" and board.texts[claim.start : claim.end] == ["due"]:
            claim.value = "open"
            board.claims.append(Claim("window", claim.start, claim.end, Window(board.today, None, claim.end, "from")))
        else:
            claim.negative = True


def statuses(board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(any of, none of). "Open overdue" is overdue: open beside a narrower word describes, unless "or" joins them."""
    named, unwanted = set(board.values("status")), set(board.values("status", negative=True))
    if board.of("late") and named <= {"open"}:
        named = {"overdue"}  # so late is overdue; another status named narrows it further
    if "open" in named and named & _NARROWER and not _joined_by_or(board):
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
