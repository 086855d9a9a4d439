"""What a question says of time: how late, due when, changed since. It claims the words that say so."""

from plans.dates import ImpossibleDay
from plans.dates.words import is_month, is_word, unit
from plans.queries.board import Board
from plans.queries.lateness import Lateness, lateness
from plans.queries.lexicon import CHANGED, DATE_NAMES, NEGATIONS, STATUS_PHRASES
from plans.queries.refs import address
from plans.queries.windows import DUE_WORDS, Window, find

_LATE = frozenset(phrase for phrase, status in STATUS_PHRASES.items() if status == "overdue")
_PAST = frozenset({"was", "were", "had", "wasn't", "weren't"})
_THOUGHT = frozenset({"wondering", "thinking", "asking", "asked", "told", "hoping", "looking", "going", "just"})
_LATE_WORDS = frozenset({"overdue", "late", "missed", "behind"})
_REACHING_BACK = frozenset({"by", "before", "until", "till", "til"})
_LONGEST_LATE = max(map(len, _LATE))
_AMBIGUOUS = "month and year"


def find_lateness(board: Board) -> None:
    """Overdue by more than 30 days; over a month late; late, and somewhere: for at least a week."""
    spoken_of = any(board.match(at, _LATE, _LONGEST_LATE) for at in board.free())
    for at in list(board.free()):
        if board.held[at] is not None:
            continue
        said = board.match(at, _LATE, _LONGEST_LATE)
        found = _measured(board, at + said) if said else None
        if found:
            board.claim("late", at, found.end, found)
        elif (found := _measured(board, at)) and spoken_of:
            after = board.match(found.end, _LATE, _LONGEST_LATE) if found.end < len(board.words) else 0
            if after or found.compared:
                board.claim("late", at, found.end + after, found)


def _measured(board: Board, at: int) -> Lateness | None:
    run = board.run(at) if at < len(board.words) else []
    found = lateness(run, 0, board.today) if run else None
    return found._replace(end=found.end + at) if found else None


def is_past(board: Board) -> bool:
    """Whether dates without a year lie behind: "was due in March", "overdue since March"."""
    said = set(board.texts)
    # What is overdue in March fell due last March; what is overdue and due by March may have any date before the next.
    said -= {"late"} if _is_part_of_month(board) else set()
    late = bool(_LATE_WORDS & said) and not (_REACHING_BACK | NEGATIONS) & said
    return late or "since" in said or _fell_due(board) or {"should", "have", "been"} <= said


def _is_part_of_month(board: Board) -> bool:
    """Late March is a part of the month, not a status."""
    return any(text == "late" and is_month(board.text(at + 1)) for at, text in enumerate(board.texts))


def _fell_due(board: Board) -> bool:
    """ "Was due", "what was in March"; not "I was wondering what is due"."""
    return any(
        text in _PAST and board.text(at + 1) not in _THOUGHT and board.text(at - 1) not in ("i", "we")
        for at, text in enumerate(board.texts)
    )


def _speaks_of_due(board: Board) -> bool:
    return any(text in DUE_WORDS for text in board.texts)


def opens_a_window(board: Board, at: int) -> bool:
    """Whether a window begins here that more than one word shows to be one: "in March", "this month", "March 2025"."""
    found = _find(board, at)
    return found is not None and found.end > at + 1


def _find(board: Board, at: int) -> Window | None:
    run = board.run(at)
    try:
        found = find(run, 0, board.today, past=is_past(board)) if run else None
    except ImpossibleDay:
        return Window(None, None, at + 2, "impossible")
    return found._replace(end=found.end + at) if found else None


def find_windows(board: Board) -> None:
    for at in list(board.free()):
        if board.held[at] is None and _begins(board, at):
            _window(board, at)


def _begins(board: Board, at: int) -> bool:
    """May be late, as against by the end of May; a bare today only says as of when, unless due is spoken of."""
    text = board.text(at)
    if text == "may" and board.text(at + 1) in ("be", "have", "need", "still", "not", "well", "become"):
        return False
    if board.text(at - 1) == "as":
        return False  # "as of March" sets a calendar, which a question cannot; "as of today" says nothing
    if text in ("today", "now"):
        return _speaks_of_due(board) or board.text(at - 1) in DUE_WORDS
    return True


def _window(board: Board, at: int) -> None:
    run = board.run(at)
    if not run:
        return
    try:
        found = find(run, 0, board.today, past=is_past(board)) or _after_due(board, at, run)
    except ImpossibleDay as impossible:
        end = at + 1
        while end < at + len(run) and is_word(board.text(end)):
            end += 1
        suggestion = impossible.suggestion
        board.fail("not_understood", board.raw(at, end), names=(f"{suggestion.day} {suggestion:%B} {suggestion.year}",))
        board.claim("filler", at, end)
        return
    if found is None:
        return
    end = at + found.end
    if _is_plans_year(board, at, found):
        return
    if _AMBIGUOUS in found.assumed:
        _ask_which(board, at, end)
    _claim(board, at, found._replace(end=end))


def _after_due(board: Board, at: int, run: list[str]) -> Window | None:
    """Right after "due" nothing need open a window: due 2024, due late March."""
    if board.text(at - 1) not in DUE_WORDS or board.at(at - 1) is not None:
        return None
    found = find(["in", *run], 0, board.today, past=is_past(board))
    return found._replace(end=found.end - 1) if found else None


def _is_plans_year(board: Board, at: int, found: Window) -> bool:
    """ "From 2018" after a prison with a plan of 2018 is that plan, unless due dates are spoken of."""
    year = board.text(at + found.end - 1)
    if not (len(year) == 4 and year.isdigit() and found.end == 2 and board.text(at) == "from") or _speaks_of_due(board):
        return False
    prisons = [key for key in board.values("prison") if key]
    return any(str(plan.year) == year for plan in board.vocabulary.plans_in(prisons))


def _ask_which(board: Board, at: int, end: int) -> None:
    """March 21 is a month of 2021 to one and a day to another: neither is taken unasked."""
    month, number = board.words[end - 2].raw.title(), board.text(end - 1)
    if number.isdigit() and 1 <= int(number) <= 31:
        board.fail("ambiguous", board.raw(at, end), names=(f"{month} 20{number}", f"{int(number)} {month}"))


def _claim(board: Board, at: int, found: Window) -> None:
    """Changed, then when: history. Else a window on due dates, with the "due" before it."""
    before = at - 1
    while before >= 0 and board.held[before] is None and board.text(before) in _BETWEEN:
        before -= 1
    if _is_change(board, before):
        _changed(board, before, found)
        return
    start = at
    while start > 0 and board.held[start - 1] is None and board.text(start - 1) in DUE_WORDS:
        start -= 1
    board.claim("window", start, found.end, found)


_BETWEEN = frozenset(
    {"has", "have", "been", "is", "what", "what's", "which", "actions", "anything", "the", "and", "was", "were", "or"}
)


def _is_change(board: Board, at: int) -> bool:
    return at >= 0 and board.held[at] is None and board.text(at) in CHANGED


def _changed(board: Board, start: int, found: Window) -> None:
    """History is asked from a day to now; a stretch that ended before today cannot be asked for."""
    ended = found.last is not None and found.last < board.today
    if found.first is None or ended:
        return
    board.claim("changed", start, found.end, found.first)


def find_how_late(board: Board) -> None:
    """ "How late is 8" asks to see it, whether or not it is late."""
    for at, text in enumerate(board.texts):
        if text != "how" or not any(map(address, board.texts)):
            continue
        after = at + 3 if board.text(at + 1) == "many" and unit(board.text(at + 2)) else at + 1
        length = board.match(after, _LATE, _LONGEST_LATE) if after < len(board.words) else 0
        if length and board.is_free(at, after):
            board.claim("filler", at, after + length)


def find_dues(board: Board) -> None:
    """A "due" that a window or a question of when explains is no status of its own."""
    explained = bool(board.of("window")) or "when" in board.texts
    for at in list(board.free()):
        if board.text(at) != "due":
            continue
        dated = (board.text(at + 1),) in DATE_NAMES
        if explained or dated:
            board.claim("filler", at, at + 1)
        elif (
            board.text(at + 1) not in ("to", "by", "before", "in", "on")
            or board.held[at + 1] is not None
            or board.text(at + 1) in ("in", "on", "to")
        ):
            board.claim("status", at, at + 1, "due_soon")
