"""A newer version of a plan beside what is held of it: which action is which. Pure: values in, values out.

By number and words; then by words alone; then by how alike the words are, the likest first, each once. A plan that was
renumbered must not hand one action's answers to another, so what is in doubt is left apart: new here, gone there, and
a person looks. How alike is enough was measured on the four published plans: the words of two different actions are
41 alike of 100 at the median, 52 at the 99th percentile, 69 at the most.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from documents.reissues.versions import Matching, Version

SAME_NUMBER = 55
"""Of 100. Under its own number an action may be reworded: above all but one in a hundred pairs of different ones."""
OTHER_NUMBER = 80
"""Under another number only the words speak: well above the likest two different actions."""
MARGIN = 5
"""Two that are nearly as alike tell nothing: neither is taken."""
WHOLE = 90
"""So much of the shorter text stands in the longer one: rows were grouped, or taken apart."""
_SHARED = 0.7
"""Of its words, before it is worth looking for the text as a whole: that takes long."""
_NUMBER_COUNTS = 10
"""Of two that are about as alike, the one of the same number."""
_TELLING_LETTERS = 40
"""A part of another text must be longer than what tells an action by itself."""


def matched(held: Sequence[Version], printed: Sequence[Version]) -> Matching:
    """What was gone may come back, where nothing that stands is as good."""
    left = _Left(list(held), list(printed))
    _by_words(left)
    _likest_first(left)
    _regrouped(left, held, printed)
    return left.found


@dataclass(slots=True)
class _Left:
    """What is not matched yet, in order."""

    held: list[Version]
    printed: list[Version]
    found: Matching = field(default_factory=Matching)

    def pair(self, held: Version, printed: Version) -> None:
        self.found.pairs[printed.id] = held.id
        self.held.remove(held)
        self.printed.remove(printed)


# --- by words --------------------------------------------------------------------------------------------------------


def _by_words(left: _Left) -> None:
    """The same words. Of words that stand several times the number tells which is which; where one of them was dropped
    or added, so that numbers moved, their owners and dates do."""
    steady = _as_many(left, lambda one: one.same)
    _pair_once(left, lambda one: (one.number, one.same) if one.same in steady else None)
    _pair_once(left, lambda one: (one.same, one.cells) if one.is_telling else None)
    _pair_once(left, lambda one: (one.number, one.same))
    steady = _as_many(left, lambda one: one.same)
    _pair_once(left, lambda one: one.same if one.is_telling and one.same in steady else None, many=True)


def _as_many(left: _Left, of: Callable[[Version], Hashable]) -> set[Hashable]:
    """What stands as often in both versions."""
    held = Counter(of(one) for one in left.held if not one.gone)
    held.update({of(one): 1 for one in left.held if one.gone and not held[of(one)]})
    printed = Counter(map(of, left.printed))
    return {one for one, count in printed.items() if held[one] == count}


def _pair_once(left: _Left, of: Callable[[Version], Hashable | None], *, many: bool = False) -> None:
    """Pair what is the same by `of`, where it is one on each side (or, of `many`, in order)."""
    for key in dict.fromkeys(of(one) for one in left.printed):
        printed = [one for one in left.printed if of(one) == key]
        held = [one for one in left.held if of(one) == key]
        held = [one for one in held if not one.gone] or held[:1]
        if key is not None and len(held) == len(printed) and (many or len(held) == 1):
            for one, other in zip(held, printed, strict=True):
                left.pair(one, other)


# --- by likeness -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Likeness:
    score: float
    held: Version
    printed: Version
    is_sure: bool

    @property
    def rank(self) -> tuple[bool, float]:
        return not self.held.gone, self.score


def _likest_first(left: _Left) -> None:
    alike = [found for held in left.held for printed in left.printed if (found := _likeness(held, printed))]
    for best in sorted(alike, key=lambda one: one.rank, reverse=True):
        if best.held in left.held and best.printed in left.printed and not _has_rival(best, alike, left):
            left.pair(best.held, best.printed)


def _likeness(held: Version, printed: Version) -> _Likeness | None:
    """None: two actions."""
    from rapidfuzz.fuzz import ratio  # only a re-issue needs it

    alike = ratio(held.words, printed.words)
    within = is_part(held, printed) or is_part(printed, held)
    if held.number == printed.number and (within or alike >= SAME_NUMBER):
        score = max(alike, OTHER_NUMBER if within else 0)
        return _Likeness(score + _NUMBER_COUNTS, held, printed, is_sure=True)
    if within and min(len(held.words), len(printed.words)) >= _TELLING_LETTERS:
        return _Likeness(max(alike, OTHER_NUMBER - MARGIN + alike / 20), held, printed, is_sure=True)
    if alike >= OTHER_NUMBER and held.is_telling and printed.is_telling:
        return _Likeness(alike, held, printed, is_sure=False)
    return None


def _has_rival(best: _Likeness, alike: list[_Likeness], left: _Left) -> bool:
    """Is another, under whatever number, nearly as good?"""
    return not best.is_sure and any(
        other is not best
        and (other.held is best.held) != (other.printed is best.printed)
        and other.held in left.held
        and other.printed in left.printed
        and other.score > best.score - MARGIN
        and other.held.gone == best.held.gone
        for other in alike
    )


# --- grouped, and taken apart ----------------------------------------------------------------------------------------


def is_part(one: Version, other: Version) -> bool:
    """Do the words of one stand within the other's, as good as whole?"""
    if not one.is_telling or len(one.words) >= WHOLE / 100 * len(other.words):
        return False
    if len(one.vocabulary & other.vocabulary) < _SHARED * len(one.vocabulary):
        return False
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(one.words, other.words, score_cutoff=WHOLE) > 0


def _regrouped(left: _Left, held: Sequence[Version], printed: Sequence[Version]) -> None:
    """Of what found no match: what lives on within another action's words, or was within them before."""
    by_id = {one.id: one for one in held}
    before = {id_: by_id[found] for id_, found in left.found.pairs.items()}
    grown = [one for one in printed if one.id not in before or before[one.id].same != one.same]
    for one in left.held:
        if not one.gone and (whole := next(_wholes(one, grown), None)):
            left.found.joined[one.id] = whole.id
    shrunk = [before[one.id] for one in grown if one.id in before] + [one for one in left.held if not one.gone]
    for one in left.printed:
        if whole := next(_wholes(one, shrunk), None):
            left.found.parted[one.id] = whole.id


def _wholes(part: Version, among: Sequence[Version]) -> Iterator[Version]:
    return (one for one in among if is_part(part, one))
