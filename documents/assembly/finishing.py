"""Gives the step above what a page broke off its sentence."""

from collections.abc import Sequence
from dataclasses import replace

from documents.assembly.pieces import Piece, Step
from documents.assembly.sentences import first_sentence, has_numeral, is_tail, is_unfinished, last_sentence
from documents.assembly.steps import units


def finish_text(last: Step, actions: list[Piece], many: int, *, after_break: bool, waits: bool) -> list[Piece]:
    """Give the last step what a page broke off its sentence; return what is left for steps of this row. `many`: how
    many owners or dates the row has; `waits`: paragraphs above wait for theirs, so that none goes past them."""
    if not actions or actions[0].bullet:
        return actions
    broken = after_break and is_unfinished(last.text) and not has_numeral(actions[0].words)
    if not broken and not is_tail(actions[0].words):
        # One paragraph more than owners and dates, at the top of a page: the first belongs to the page before.
        one_more = after_break and many > 1 and len(units(actions)) == many + 1 and not waits
        return _finish_paragraph(last, actions, within=False) if one_more else actions
    if len(actions) > 1:
        return _finish_paragraph(last, actions, within=True)
    if not many:
        last.go_on(actions[0])
        return []
    return _finish_sentence(last, actions[0])


def _finish_paragraph(last: Step, actions: Sequence[Piece], *, within: bool) -> list[Piece]:
    """The first paragraph goes on with the step above, and so do the list items right below it."""
    if within:
        last.go_on(actions[0])
    else:
        last.add(actions[:1])
    rest = list(actions[1:])
    while rest and rest[0].bullet:
        last.add([rest.pop(0)])
    return rest


def _finish_sentence(last: Step, piece: Piece) -> list[Piece]:
    """Unmarked words of a row with an owner or date: the broken sentence goes back, the rest is this row's.

    With nothing but the rest of a broken sentence, the sentence is this row's action.
    """
    tail, rest = first_sentence(piece.words)
    before, broken = last_sentence(last.text)
    if not rest and before and is_unfinished(last.text):
        last.paragraphs = [before]
        began = tuple(last.places.get("text", ())[-1:])
        return [replace(piece, words=f"{broken} {tail}", places=(*began, *piece.places))]
    last.go_on(piece, tail)
    return [replace(piece, words=rest)] if rest else []
