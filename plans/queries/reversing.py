"""What "not" and "except" turn round in a question."""

from plans.queries.board import Board, Claim
from plans.queries.lexicon import EXCEPTIONS, NEGATIONS, REACHED_OVER, STARTED
from plans.queries.states import NARROWER
from plans.queries.windows import Window

_EXCEPTIONS = frozenset(EXCEPTIONS)
_REVERSIBLE = frozenset({"status", "owner", "theme", "prison", "absent"})
_JOINS = frozenset({"and", "or", "nor", "/", "&"})


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
    if len(states) > 1 and states & {"done", "sustained"} and states & (NARROWER | {"open"}):
        board.fail("not_understood", board.raw(turned[0].start - 1, turned[-1].end))
    for claim in turned:
        if claim.kind == "status" and claim.value == "done":
            claim.value = "open"
        elif claim.kind == "status" and board.texts[claim.start : claim.end] == ["due"]:
            claim.value = "open"
            board.claims.append(Claim("window", claim.start, claim.end, Window(board.today, None, claim.end, "from")))
        else:
            claim.negative = True
