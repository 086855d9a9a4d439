"""Words that nobody claimed, where they are slips for words known: put right, and said to the reader."""

from plans.queries.board import Board
from plans.queries.cleaning import Word
from plans.queries.questions import Code
from plans.queries.spelling import Meant, meant, meant_prison

_MOST_SLIPS = 12
"""Words not understood beyond which a question is no slip of typing."""


def corrected(board: Board) -> tuple[list[Word], list[tuple[str, str]]]:
    """The words with slips put right, and what was read as what. Known words are never touched."""
    words, slips = list(board.words), []
    if len(list(board.free())) > _MOST_SLIPS:
        return words, []
    for at in [*board.free(), *_places_in_texts(board)]:
        guess = _guess(board, at)
        if guess is None:
            continue
        if guess.unheld or guess.unsure:
            code: Code = "unknown_prison" if guess.unheld else "ambiguous"
            board.fail(code, board.words[at].raw, names=guess.unsure or board.vocabulary.held)
            _settle(board, at)
        else:
            words[at] = words[at]._replace(text=(guess.word or guess.name).casefold())
            slips.append((board.words[at].raw, guess.name or guess.word))
    return words, slips


def _guess(board: Board, at: int) -> Meant | None:
    if board.words[at].kind != "word":
        return None
    text, vocabulary = board.text(at), board.vocabulary
    prison = meant_prison(text, vocabulary)
    if board.held[at] is not None:  # within a text that is looked for: only a prison's name is put right
        return prison if prison and (prison.name or board.text(at - 1) in ("at", "in")) else None
    if prison and not prison.unsure:
        return prison
    return meant(text, vocabulary)


def _places_in_texts(board: Board) -> list[int]:
    return [at for claim in board.of("text") for at in range(claim.start + 1, claim.end)]


def _settle(board: Board, at: int) -> None:
    if board.held[at] is None:
        board.claim("filler", at, at + 1)
