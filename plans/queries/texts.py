"""What follows "about": words to look for in an action's own text, up to the next thing a question says."""

from itertools import product

from plans.queries.board import Board
from plans.queries.forms import CONNECTORS, content
from plans.queries.lexicon import (
    ABOUT,
    CLOSED_PLANS,
    EVERY_PLAN,
    EXCEPTIONS,
    LISTING,
    LIVE_PLANS,
    LONGEST_STATUS,
    MINE,
    NEGATIONS,
    PLAN_WORDS,
    STATUS_PHRASES,
    WAITING,
)
from plans.queries.naming import names_an_owner
from plans.queries.refs import CALLED, address
from plans.queries.times import opens_a_window
from plans.stemming import stem

_ABOUT = frozenset(ABOUT)
_NOT_SOUGHT = CONNECTORS | LISTING | {
    "please", "thanks", "currently", "now", "yet", "still", "on", "from", "into", "as", "is", "are", "was", "were",
    "be", "been", "has", "have", "do", "does", "that", "which", "this", "these", "their", "its", "our", "any", "some",
    "it", "there", "what", "who", "when", "where", "how", "why", "me", "i", "you",
}  # fmt: skip
_OTHERS = (frozenset(STATUS_PHRASES), _ABOUT, frozenset(WAITING), frozenset(MINE) - {("my",)})
_OWNED = frozenset({"for", "by", "owned", "led", "assigned", "owner", "owners", "lead"})
_MOST_ALTERNATIVES = 3


def find_text(board: Board) -> None:
    for at in list(board.free()):
        length = board.match(at, _ABOUT, 4)
        if not length or board.held[at] is not None:
            continue
        if _names_a_ref(board, at + length):
            board.claim("filler", at, at + length)
            continue
        end = at + length
        while end < len(board.words) and not _stops(board, end) and not _ends_with_a_name(board, at + length, end):
            end += 1
        alternatives = _alternatives(board.texts[at + length : end])
        if alternatives and board.text(at - 1) not in ("what", "how") and len(alternatives) <= _MOST_ALTERNATIVES:
            board.claim("text", at, end, alternatives)
        elif end < len(board.words) and (end == at + length or board.text(at - 1) in ("what", "how")):
            # Nothing to look for, but something said: "tell me about Rochester", "what about the late ones".
            board.claim("filler", at, at + length)


def _ends_with_a_name(board: Board, start: int, at: int) -> bool:
    """What closes a question after words to look for: about drugs GFSL, about training all plans, about drugs my."""
    if at == start or all(text in _NOT_SOUGHT for text in board.texts[start:at]):
        return False
    if board.text(at) in ("my", "mine") or _is_scope(board, at):
        return True
    whole = board.vocabulary.whole_owners
    return any(
        content(" ".join(board.texts[at:end])) in whole and (end == len(board.words) or _stops(board, end))
        for end in range(at + 1, min(at + 8, len(board.words)) + 1)
    )


def _is_scope(board: Board, at: int) -> bool:
    """All plans, the old plan, the 2018 plan, in all plans."""
    while board.text(at) in ("in", "the"):
        at += 1
    word = board.text(at)
    scope = word in EVERY_PLAN | CLOSED_PLANS | LIVE_PLANS or (len(word) == 4 and word.isdigit())
    return scope and board.text(at + 1) in PLAN_WORDS


def _names_a_ref(board: Board, at: int) -> bool:
    """ "About action 8", "about 5.13": an action by its number, not words of its text."""
    while board.text(at) in CALLED:
        at += 1
    return address(board.text(at)) is not None


def _stops(board: Board, at: int) -> bool:
    """Whether something else begins here: a prison, status, date, owner, negation, phrase, or another "about"."""
    if board.held[at] is not None or board.words[at].kind != "word":
        return True
    text = board.text(at)
    if text in NEGATIONS or text in ("due", "but", "that", "which", "who", "whose"):
        return True
    if any(board.texts[at : at + len(phrase)] == list(phrase) for phrase in EXCEPTIONS):
        return True
    if any(board.match(at, phrases, LONGEST_STATUS) for phrases in _OTHERS):
        return True
    return opens_a_window(board, at) or (text in _OWNED and names_an_owner(board, at + 1))


def _alternatives(texts: list[str]) -> tuple[str, ...]:
    """Drugs or violence: either. Every word of one alternative must be found, but for the joining ones."""
    alternatives: list[list[str]] = [[]]
    if not stem(" ".join(texts)):
        return ()
    for text in texts:
        alternatives.append([]) if text == "or" else alternatives[-1].append(text)
    return tuple(" ".join(kept) for words in alternatives if (kept := _trimmed(words)))


def _trimmed(words: list[str]) -> list[str]:
    places = [at for at, word in enumerate(words) if word not in _NOT_SOUGHT]
    return words[places[0] : places[-1] + 1] if places else []


def groups(alternatives: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Groups that must each match by any of their stems: (use and force) or debt is use or debt, and force or debt."""
    sought = [stem(" ".join(word for word in words.split() if word not in _NOT_SOUGHT)) for words in alternatives]
    made = {tuple(sorted(set(choice))) for choice in product(*filter(None, sought))}
    return tuple(sorted(made - {()}))
