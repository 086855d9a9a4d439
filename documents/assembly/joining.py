"""Owner and date lines: what only wraps one name or date is put together, what stands too close is taken apart, and
whether a cell goes on with the one above. Nothing here knows actions' texts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.phrases import reads
from documents.assembly.pieces import Piece, Step
from plans.joint_owners import ends_open, extends
from plans.owners import is_known


def join_wrapped(owners: Sequence[Piece]) -> list[Piece]:
    """Owner lines, with those that only wrap one name or list put together."""
    joined: list[Piece] = []
    for piece in (one for owner in owners for one in _each_owner(owner)):
        above = joined[-1].words if joined else ""
        if joined and (ends_open(above) or (not is_known(piece.words) and extends(above, piece.words))):
            joined[-1] = joined[-1].with_more(piece)
        else:
            joined.append(piece)
    return joined


def join_dates(targets: Sequence[Piece]) -> list[Piece]:
    """Date lines, with those that only wrap one date put together: September | 2024, Completed and | ongoing."""
    joined: list[Piece] = []
    for piece in (one for target in targets for one in _each_date(target)):
        if joined and (ends_open(joined[-1].words) or _finishes(joined[-1].words, piece.words)):
            joined[-1] = joined[-1].with_more(piece)
        else:
            joined.append(piece)
    return joined


def _each_date(piece: Piece) -> list[Piece]:
    """Dates that stand so close below one another that a reader took them for one: "May 2025 June 2025"."""
    tokens = piece.words.split()
    if not 2 <= len(tokens) <= 40 or reads(piece.words):
        return [piece]
    found: list[str] = []
    begin = 0
    while begin < len(tokens):
        ends = range(min(len(tokens), begin + 6), begin, -1)
        end = next((end for end in ends if reads(" ".join(tokens[begin:end]))), None)
        if end is None:
            return [piece]
        found.append(" ".join(tokens[begin:end]))
        begin = end
    return [replace(piece, words=words, top=piece.top if at == 0 else None) for at, words in enumerate(found)]


def _each_owner(piece: Piece) -> list[Piece]:
    """One post printed several times so close that a reader took it for one: "Governor Governor"."""
    tokens = piece.words.split()
    for size in range(1, len(tokens) // 2 + 1) if len(tokens) <= 40 else ():
        name, times = tokens[:size], len(tokens) // size
        if name * times == tokens and is_known(" ".join(name)):
            return [replace(piece, words=" ".join(name), top=piece.top if at == 0 else None) for at in range(times)]
    return [piece]


def finishes_owner(step: Step, words: str) -> bool:
    """Do the words only finish the name in the owner cell above? "Director Oxleas NHS | Foundation Trust"."""
    return bool(step.owner) and extends(step.owner or "", words)


def finishes_target(step: Step, words: str) -> bool:
    """Do the words only finish the date above? "September | 2018"."""
    return bool(step.target) and _finishes(step.target or "", words)


def _finishes(target: str, words: str) -> bool:
    return reads(f"{target} {words}") and (not reads(words) or bool(re.fullmatch(r"\d{4}", words.strip())))
