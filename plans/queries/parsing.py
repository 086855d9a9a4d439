"""A whole question: its words, the order in which readers claim them, and what is said of those nobody claimed."""

from collections.abc import Callable
from datetime import date

from plans.dates.words import is_word, unit
from plans.queries.board import Board
from plans.queries.cleaning import Word, clean, quoted, split, too_long
from plans.queries.composing import compose
from plans.queries.correcting import corrected
from plans.queries.joining import check_joins
from plans.queries.lexicon import FILLERS, LISTING
from plans.queries.naming import find_names
from plans.queries.places import find_plans, find_prisons
from plans.queries.questions import Failure, Mine, Query
from plans.queries.refs import CALLED
from plans.queries.refs import read as read_refs
from plans.queries.refusing import refuse
from plans.queries.reversing import turn_round
from plans.queries.states import find_dateless, find_mine, find_states
from plans.queries.texts import find_text
from plans.queries.times import find_dues, find_how_late, find_lateness, find_windows
from plans.queries.vocabulary import Vocabulary
from plans.stemming import folded

_HELP = frozenset({"", "help", "hi", "hello", "hey", "what can you do", "commands", "usage", "how does this work", "?"})
_OWNER_SAID = frozenset({"for", "by", "of", "with", "does", "do", "owner", "to", "from", "owned", "not", "except"})
_GREETINGS = frozenset({"hi", "hello", "hey", "dear", "ok", "okay", "please", "morning"})
_OWING = frozenset({"owes", "owe", "has", "have", "owns", "leads", "is", "does", "needs", "late", "overdue's"})
_MOST_WORDS = 80
_WORST_FIRST = ("help", "unknown_prison", "ambiguous", "not_understood")


def parse(text: str, vocabulary: Vocabulary, today: date, *, mine: str | Mine | None = None) -> Query | Failure:
    """A whole question. `mine` is the post or organisation the asker speaks as, if they do, or all that is theirs."""
    cleaned = clean(text)
    words = [] if too_long(text, cleaned) else split(cleaned)
    if too_long(text, cleaned) or len(words) > _MOST_WORDS:
        return Failure("not_understood", ("too long",))
    words = [part for word in words for part in _separated(word, vocabulary)]
    if cleaned.casefold().strip(" ?!.") in _HELP:
        return Failure("help")
    slips: list[tuple[str, str]] = []
    for _ in range(3):
        board = _read(words, vocabulary, today, mine)
        words, found = corrected(board)
        slips += board.read_as
        if not found:
            break
        slips += found
    return _answer(board, tuple(dict.fromkeys(slips)))


def _separated(word: Word, vocabulary: Vocabulary) -> list[Word]:
    """Rochester-2018 is a plan's id; non-completed, on-going, self-harm are two words each; Jan-Mar is a date's own."""
    before, dash, after = word.text.partition("-")
    if not dash or word.kind != "word":
        return [word]
    if word.text in vocabulary.plan_keys or (after.isdigit() and len(after) == 4):
        return (
            [word]
            if is_word(word.text) or not before.isalpha()
            else [word._replace(text=before), word._replace(text=after[:4])]
        )
    parts = word.text.split("-")
    if is_word(word.text) or not all(part.isalpha() for part in parts):
        return [word]
    return [word._replace(text=part) for part in parts]


def _read(words: list[Word], vocabulary: Vocabulary, today: date, mine: str | Mine | None) -> Board:
    """Who may claim first: whatever is surest, then what only company makes sure."""
    board = Board(words, vocabulary, today, mine)
    for reader in _READERS:
        reader(board)
    return board


def _find_mentions(board: Board) -> None:
    """The bot is mentioned at the start or the end; a person anywhere else is somebody whose actions are meant."""
    mentions = [at for at, word in enumerate(board.words) if word.kind == "mention"]
    greeted = next((at for at, text in enumerate(board.texts) if text not in _GREETINGS), 0)
    for at in mentions:
        addressed = at == len(board.words) - 1 or (at <= greeted and board.text(at + 1) not in _OWING)
        if addressed and board.text(at - 1) not in _OWNER_SAID:
            board.claim("filler", at, at + 1)


def _find_phrases(board: Board) -> None:
    for at, word in enumerate(board.words):
        if word.kind == "phrase" and not _names_follow(board, at):
            board.claim("phrase", at, at + 1, folded(word.raw))


def _names_follow(board: Board, at: int) -> bool:
    before = board.text(at - 1)
    return before in ("owner", "theme") or (before == "by" and board.text(at - 2) in ("led", "owned"))


def _find_refs(board: Board) -> None:
    for at in list(board.free()):
        number = at + (board.text(at) == "was")
        if board.held[at] is not None or _is_count(board, number):
            continue
        run = board.run(at)
        found = read_refs(run, 0) if run else None
        if found:
            board.claim("ref", at, at + found.end, found.ranges)


def _is_count(board: Board, at: int) -> bool:
    """30 days, top 5, 5 overdue actions: a number of things is no ref."""
    if not board.text(at).isdigit():
        return False
    if board.text(at - 1) in ("top", "first", "last", "next", "worst", "bottom", "latest", "oldest"):
        return True
    after = at + 1
    while (claim := board.at(after)) and claim.kind == "status":
        after += 1
    counted = board.text(at - 1) in ("are", "there", "of", "has", "have", "only") and after > at + 1
    if counted or (board.text(at + 1) == "of" and board.text(at + 2).isdigit()):
        return True
    many = board.text(after) in ("actions", "items", "tasks", "things", "recommendations", "concerns", "ones")
    return unit(board.text(at + 1)) is not None or (many and board.text(at - 1) not in CALLED)


def _find_fillers(board: Board) -> None:
    for at in list(board.free()):
        if board.held[at] is None and (length := _forgiven(board, at)):
            board.claim("filler", at, at + length)


def _forgiven(board: Board, at: int) -> int:
    """How many words from here mean nothing where they stand."""
    text, after = board.text(at), board.at(at + 1)
    if text == "update" and at == 0 and _is_ref(board, 1):
        return 0  # to change something, which a question cannot
    if text in FILLERS or text == "today" or (text in CALLED | {"no"} and _is_ref(board, at + 1)):
        return 1
    if text == "as" and board.texts[at + 1 : at + 3] in _AS_OF_NOW:
        return 2
    return int(text == "but" and after is not None and after.kind in ("status", "window", "late", "not"))


_AS_OF_NOW = [[join, now] for join in ("of", "at", "from") for now in ("now", "today")] + [["well", "as"]]


def _is_ref(board: Board, at: int) -> bool:
    claim = board.at(at)
    return claim is not None and claim.kind == "ref"


_READERS: tuple[Callable[[Board], None], ...] = (
    _find_mentions, find_prisons, find_text, _find_phrases, find_how_late, find_lateness, find_windows, find_plans,
    find_mine, find_dateless, find_states, find_dues, _find_refs, find_names, turn_round, _find_fillers, check_joins,
    refuse,
)  # fmt: skip


def _answer(board: Board, slips: tuple[tuple[str, str], ...]) -> Query | Failure:
    query = compose(board, slips)
    unknown = [board.words[at].raw for at in board.free()]
    if unknown:
        board.fail("not_understood", *unknown)
    said = any(claim.kind != "filler" for claim in board.claims)
    if not said and (board.texts[:1] == ["help"] or not (board.problems or LISTING & set(board.texts))):
        return Failure("help")
    return _failure(board, query) if board.problems else query


def _failure(board: Board, query: Query) -> Failure:
    """The worst problem's code; of that kind, every word at fault."""
    worst = min((problem.code for problem in board.problems), key=_WORST_FIRST.index)
    mine = [problem for problem in board.problems if problem.code == worst]
    about = [word for problem in mine for word in problem.about]
    names = tuple(dict.fromkeys(name for problem in mine for name in problem.names))
    return Failure(worst, quoted(about), _known(board), names, query)


_UNDERSTOOD = (
    "prison", "year", "scope", "ref", "status", "owner", "theme", "absent", "window", "late", "changed", "text",
    "phrase", "waiting", "mine",
)  # fmt: skip


def _known(board: Board) -> tuple[str, ...]:
    said = [
        board.raw(claim.start, claim.end) for claim in board.of(*_UNDERSTOOD) if claim.kind != "prison" or claim.value
    ]
    return quoted(said)
