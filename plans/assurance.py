"""What inspectors judged, set beside what owners say: what of a plan a judgement is about, and where the two disagree.

Pure. A suggestion is only that until a person confirms it, and a wrong one sets leaders against the wrong owner: so
none is made where two of a plan's themes would do about as well (issue 7, judgements beside the plan).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import Literal

from plans.stemming import folded, stem

SAME = 90
"""Of 100, as rapidfuzz has it: a page's hyphen or a curly quote apart."""
LEAST = 4.0
"""What a theme must share with a judgement, in words weighed by how few of the plan's themes have them."""
CLEAR = 1.5
"""How many times as much as the theme that comes second."""
RATINGS = ("no meaningful", "insufficient", "reasonable", "good", "significant")
"""As inspectors rate progress, the worst first (HMI Prisons, Ofsted)."""
_POOR = 2
"""The ratings before this one say that too little was done."""

Contrast = Literal["", "over", "under"]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a plan prints of one action."""

    ref: str
    theme: str | None
    concern: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What of a plan a judgement can be about: a theme, or one concern by its ref; neither: nothing of it."""

    theme: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`why`, as a clause that follows "because"."""

    topic: Topic
    why: str


def suggested(section: str | None, text: str, plan: Sequence[Printed]) -> Suggestion | None:
    """What of the plan a judgement is about: the concern whose words it has, else the theme that its section is called
    as, else the theme that shares far more of its words than any other. None where that cannot be told."""
    return _by_concern(text, plan) or _by_name(section, plan) or _by_words(section, text, plan)


def themes(plan: Iterable[Printed]) -> tuple[str, ...]:
    """In the plan's order."""
    return tuple(dict.fromkeys(one.theme for one in plan if one.theme))


def is_of(topic: Topic, *, ref: str, theme: str | None) -> bool:
    """Is an action one of those that a judgement was matched to?"""
    return ref == topic.ref if topic.ref else bool(topic.theme) and theme == topic.theme


def contrast(rating: str, *, total: int, said: int) -> Contrast:
    """`over`: half or more is said to be done, and inspectors found too little; `under`: nothing is said to be done,
    and they found reasonable progress or better."""
    if not total:
        return ""
    if rank(rating) < _POOR:
        return "over" if said and said * 2 >= total else ""
    return "under" if not said else ""


def rank(rating: str) -> int:
    """Of no meaningful progress 0, and so on up; what is not known comes last."""
    return next((at for at, words in enumerate(RATINGS) if rating.casefold().startswith(words)), len(RATINGS))


# --- by its own words, by the section's name -------------------------------------------------------------------------


def _by_concern(text: str, plan: Sequence[Printed]) -> Suggestion | None:
    """The plan prints the very concern: all of a theme, or one ref of it."""
    from rapidfuzz.fuzz import ratio  # only a plan that was reviewed needs it

    wanted = folded(text)
    alike = [one for one in plan if one.concern and ratio(wanted, folded(one.concern), score_cutoff=SAME)]
    refs, held = {one.ref for one in alike}, {one.theme for one in alike}
    if len(refs) == 1:
        return Suggestion(Topic(ref=refs.pop()), "its words are those of that concern")
    theme = held.pop() if len(held) == 1 else None
    if theme and refs == {one.ref for one in plan if one.theme == theme}:
        return Suggestion(Topic(theme), "its words are those of that theme's concern")
    return None


def _by_name(section: str | None, plan: Sequence[Printed]) -> Suggestion | None:
    """Security, and Security and Drug Strategy; where only one theme is called so, or has the section's name in its."""
    wanted = _telling(section or "")
    if not wanted:
        return None
    called = [theme for theme in themes(plan) if (name := _telling(theme)) and (name <= wanted or wanted <= name)]
    exact = [theme for theme in called if folded(theme) == folded(section or "")]
    found = exact or called
    return Suggestion(Topic(found[0]), f"its section is called {section}") if len(found) == 1 else None


# --- by the words that they share ------------------------------------------------------------------------------------

Words = tuple[str, ...]
"""One stem, or two in a row."""


def _by_words(section: str | None, text: str, plan: Sequence[Printed]) -> Suggestion | None:
    printed = {theme: _weighed(_parts(theme, plan)) for theme in themes(plan) if _telling(theme)}
    held = Counter(words for each in printed.values() for words in each)
    judged = _weighed([(_SECTION, section or ""), (1, text)])
    scores = {theme: _shared(judged, each, held, len(printed)) for theme, each in printed.items()}
    ranked = sorted(scores, key=lambda theme: -sum(scores[theme].values()))
    if not ranked:
        return None
    best, *others = (sum(scores[theme].values()) for theme in ranked)
    if best < LEAST or best < CLEAR * (others[0] if others else 0) or len(scores[ranked[0]]) < 2:
        return None
    spoken = _spoken(scores[ranked[0]], " ".join(filter(None, (section, text))))
    return Suggestion(Topic(ranked[0]), f"both speak of {spoken}")


_THEME, _CONCERN, _SECTION = 3.0, 1.5, 2.0
"""What a word weighs in a theme's name, in its concern, in a judgement's section; in an action or a judgement 1."""


def _parts(theme: str, plan: Sequence[Printed]) -> list[tuple[float, str]]:
    own = [one for one in plan if one.theme == theme]
    concerns = dict.fromkeys(one.concern for one in own if one.concern)
    return [(_THEME, theme), *((_CONCERN, each) for each in concerns), *((1, one.text) for one in own)]


def _weighed(parts: Iterable[tuple[float, str]]) -> Mapping[Words, float]:
    """The words of each part and those that stand together, by what they weigh: once a part, all parts together."""
    found, common = defaultdict[Words, float](float), _stems(_COMMON)
    for weight, text in parts:
        kept = [word for word in stem(text) if word not in common and not word.isdigit()]
        for words in {(word,) for word in kept} | set(pairwise(kept)):
            found[words] += weight
    return found


def _shared(
    judged: Mapping[Words, float], printed: Mapping[Words, float], held: Mapping[Words, int], of: int
) -> dict[Words, float]:
    """What both have, a word of one theme counting for more than one of many, and two in a row for half more."""
    return {
        words: min(weight, printed[words]) * log((of + 1) / (held[words] + 0.5)) * (len(words) + 1) / 2
        for words, weight in judged.items()
        if words in printed
    }


def _spoken(shared: Mapping[Words, float], text: str) -> str:
    """The three that weigh most, as the judgement has them."""
    printed = {stem(word)[0]: word.casefold().strip(".,;:?!()") for word in reversed(text.split()) if stem(word)}
    most = sorted(shared, key=lambda words: (-round(shared[words], 6), words))
    shown: list[Words] = []
    for words in most:
        if not any(set(words) & set(one) for one in shown):
            shown.append(words)
    return ", ".join(" ".join(printed.get(word, word) for word in words) for words in shown[:3])


def _telling(name: str) -> frozenset[str]:
    return frozenset(stem(name)) - _stems(_COMMON) - _stems(_NO_SUBJECT)


_NO_SUBJECT = "priority key main concern concerns recommendation recommendations theme governor hmpps moj"
"""What a heading that names no subject is made of."""
_COMMON = (
    "a an and are as at be been both by did do does during each for from had has have if in into is it its made make"
    " many men more most need no not of on or other others our out that the their them there these they this those to"
    " too under up was were what when where which who will with would action actions plan plans prison prisons"
    " prisoner prisoners staff leader leaders manager managers work working ensure improve appropriate include"
    " including across all within level progress high low number sufficient sufficiently insufficient lack poor"
    " between should such than develop implement support address meet meets change example"
)
"""Words that stand in every plan and tell no theme from another."""


@cache
def _stems(words: str) -> frozenset[str]:
    """Made when they are needed: what finds stems takes long to load."""
    return frozenset(stem(words))
