"""Which words of a sentence go on with the date phrase before them."""

from collections.abc import Sequence

from plans.dates.scanning import Mark
from plans.dates.tokens import Token
from plans.dates.words import DROPPED


def may_join(marks: Sequence[Mark], at: int) -> bool:
    """Whether a mark goes on with the phrase before it. A comma parts, but in "Friday, 29 November", "May 5, 2025"."""
    mark, last = marks[at], marks[at - 1]
    if mark.tokens is None or mark.apart or mark.called:
        return False
    kind = mark.tokens[0].kind if mark.tokens else ""
    said = last.tokens[-1] if last.tokens else None
    if mark.listed:
        return kind == "y" or (said is not None and said.kind == "w" and kind in "nomD")
    if mark.word == "-":
        return said is not None and _alike(said.kind, marks[at + 1] if at + 1 < len(marks) else None)
    if kind == "m":  # two of the March actions; one may argue
        number = _counted(marks, at - 1)
        return number is None or (not number.word and last.word not in DROPPED)
    return True


def _counted(marks: Sequence[Mark], at: int) -> Token | None:
    """The number before a month, whatever "of the" is between."""
    while at > 0 and marks[at].word in DROPPED:
        at -= 1
    tokens = marks[at].tokens
    return tokens[-1] if tokens and tokens[-1].kind == "n" else None


def _alike(kind: str, mark: Mark | None) -> bool:
    """1 - 15 March is a stretch; 5 - March is a ref and its month."""
    following = mark.tokens[0].kind if mark and mark.tokens else ""
    return following != "" and any(kind in like and following in like for like in ("no", "m", "D", "w", "qy", "M"))
