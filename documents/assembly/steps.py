"""Pairs what stands in one row's action, owner and date cells.

The rules are DESIGN section 2, "action", and research on published layouts: by order where the numbers agree, then by
height on the page, else one flagged action. Pairing by height alone is never tried first: authors line steps up by
blank lines, and drift.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.joining import join_dates, join_wrapped
from documents.assembly.pieces import Piece, Step
from documents.assembly.sentences import ends_in_joiner, has_numeral, has_verb, is_tail, numerals_of, reads_as_heading

__all__ = ["Step", "is_headed", "pair", "units"]

Stretch = tuple[str | None, list[Piece]]
"""(numeral, paragraphs) that may be a step."""

BY_HEIGHT = "its owner and date were told by their height on the page"


def units(paragraphs: Sequence[Piece]) -> list[Stretch]:
    """Stretches that may be a step each. Numerals begin them; without any, every paragraph does.

    A list item, or a paragraph that begins in mid sentence or below one that ends so, stays with the one above.
    """
    numerals = numerals_of([paragraph.words for paragraph in paragraphs])
    numbered = any(numeral for numeral, _ in numerals)
    found: list[Stretch] = []
    for paragraph, (numeral, words) in zip(paragraphs, numerals, strict=True):
        broken = bool(found and found[-1][1]) and ends_in_joiner(found[-1][1][-1].words)
        goes_on = paragraph.bullet or is_tail(paragraph.words) or numbered or broken
        if numeral:
            found.append((numeral, [replace(paragraph, words=words)] if words else []))
        elif found and goes_on:
            found[-1][1].append(paragraph)
        else:
            found.append((None, [paragraph]))
    return found


def pair(paragraphs: Sequence[Piece], owners: Sequence[Piece], targets: Sequence[Piece]) -> list[Step]:
    """Steps of one row: by order where paragraphs, owners and dates agree in number, one owner or date serving all.

    One owner and one date make one step of however many paragraphs. What cannot be paired is one flagged step.
    """
    owners, targets = join_wrapped(_unnumbered(owners)), join_dates(_unnumbered(targets))
    many = max(len(owners), len(targets))
    stretches = units(_items_as_steps(paragraphs, many))
    numbered = len(stretches) > 1 and all(numeral for numeral, _ in stretches)
    agree = {len(owners), len(targets)} <= {0, 1, len(stretches)}
    if agree and len(stretches) > 1 and (many == len(stretches) or (numbered and many <= 1)):
        return [
            Step.of(texts, numeral, _nth(owners, index), _nth(targets, index))
            for index, (numeral, texts) in enumerate(stretches)
        ]
    text = [piece for _, texts in stretches for piece in texts]
    whole = Step.of(text, stretches[0][0] if stretches else None, owners, targets)
    if not (len(targets) > 1 or (len(owners) > 1 and 1 < len(stretches) != len(owners))):
        return [whole]
    if by_height := _by_height(stretches, owners, targets):
        return by_height
    whole.flags.append(f"could not pair {len(stretches)} actions with {len(owners)} owners and {len(targets)} dates")
    return [whole]


def _items_as_steps(paragraphs: Sequence[Piece], many: int) -> Sequence[Piece]:
    """Where a cell is nothing but a list, with an owner or date for each item, its items are steps."""
    if len(paragraphs) == many > 1 and all(paragraph.bullet for paragraph in paragraphs):
        return [replace(paragraph, bullet=False) for paragraph in paragraphs]
    return paragraphs


_COUNT = re.compile(r"\(?(\d{1,2}|[a-h]|[ivx]{1,4})[.):]\s+", re.IGNORECASE)


def _unnumbered(column: Sequence[Piece]) -> Sequence[Piece]:
    """Owners or dates without the numerals of the steps that they stand beside, where each of several has its own."""
    found = [_COUNT.match(piece.words) for piece in column]
    marks = {each[1].lower() for each in found if each}
    if len(column) < 2 or len(marks) < len(column) or not marks & {"1", "a", "i"}:
        return column
    return [replace(piece, words=piece.words[each.end() :]) for piece, each in zip(column, found, strict=True) if each]


def _nth(values: Sequence[Piece], index: int) -> Sequence[Piece]:
    return values[:1] if len(values) == 1 else values[index : index + 1]


def is_headed(paragraphs: Sequence[Piece], many: int) -> bool:
    """Is a cell's first paragraph a heading of the others: bold, or a few words without a verb? Never where there are
    as many paragraphs as owners or dates (`many`)."""
    if len(paragraphs) < 2 or paragraphs[0].bullet or not reads_as_heading(paragraphs[0].words):
        return False
    below = paragraphs[1]
    if is_tail(below.words) or (1 < many == len(units(paragraphs)) and not has_numeral(below.words)):
        return False
    listed = reads_as_heading(below.words) and not has_verb(below.words)  # as short as the first: a list of such
    return paragraphs[0].bold or not (below.bullet or has_verb(paragraphs[0].words) or listed)


# --- by height -------------------------------------------------------------------------------------------------------


def _by_height(stretches: Sequence[Stretch], owners: Sequence[Piece], targets: Sequence[Piece]) -> list[Step] | None:
    """Steps that begin where an owner or a date stands beside a paragraph's first line; None where that is not sure.

    A column that agrees in number keeps its order. A paragraph with neither beside it goes on with the step above; an
    owner alone serves down to the next one, as a blank owner cell does.
    """
    starts = [texts[0].top if texts else None for _, texts in stretches]
    beside = [
        _beside(_lines(starts, targets, owners), owners, owners=True),
        _beside(_lines(starts, owners, targets), targets, owners=False),
    ]
    if None in beside or not any(beside):
        return None
    owned, dated = ({at: [piece] for at, piece in (found or {}).items()} for found in beside)
    opens = sorted({*owned, *dated})
    if opens[0] != 0 or len(opens) < 2:
        return None
    steps = []
    for begin, end in zip(opens, [*opens[1:], len(stretches)], strict=True):
        text = [piece for _, texts in stretches[begin:end] for piece in texts]
        steps.append(Step.of(text, stretches[begin][0], owned.get(begin, ()), dated.get(begin, ())))
        steps[-1].flags.append(BY_HEIGHT)
    return steps


def _lines(starts: list[float | None], other: Sequence[Piece], column: Sequence[Piece]) -> list[float | None]:
    """How far down each step begins, for a column to stand beside: where the other column has one for each step and
    every line of this one stands level with one of it, those; they keep a common line better than the text does."""
    level = [piece.top for piece in other]
    fits = len(level) == len(starts) and all(piece.top in level for piece in column)
    return level if fits and level == sorted(set(level) - {None}, key=float) else starts  # type: ignore[arg-type]  # no None is left in a level that fits


def _beside(starts: Sequence[float | None], column: Sequence[Piece], *, owners: bool) -> dict[int, Piece] | None:
    """Index of a stretch → the owner or date that stands beside its first line. None where two would share one, and of
    a single date, which may be that of all; a single owner is."""
    if len(column) == len(starts):
        return dict(enumerate(column))
    if len(column) == 1:
        return {0: column[0]} if owners else None
    found: dict[int, Piece] = {}
    tops = [top for top in starts if top is not None]
    if len(tops) < len(starts) or any(piece.top is None for piece in column) or tops != sorted(tops):
        return None
    for piece in column:
        nearest = min(range(len(tops)), key=lambda at: abs(tops[at] - (piece.top or 0)))
        if nearest in found or (found and nearest < max(found)):
            return None
        found[nearest] = piece
    return found
