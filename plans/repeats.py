"""Which concerns of a plan stood in an earlier plan of the same prison. Pure.

A concern is a repeat where its document says so and names which; where its words are those of the earlier one; or where
both are about one subject that inspectors judge (`plans.subjects`), and then of the one that is likest. Precision
before recall: a leader told that a promise was broken must be able to believe it (issue 7, repeats).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.stemming import folded
from plans.subjects import subjects

SAME = 85
"""Of 100. From here two texts are one concern, its dates and figures apart."""
FIRST = 300
"""Characters of an action in which its subject stands; what comes later is how it is gone about."""

_SAID = re.compile(
    r"\brepeat(?:ed)? (?:main |key |priority )?(?:recommendations?|concerns?)\b[\s:,]*(?P<which>[A-Z]?\d+(?:\.\d+)*)?",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\(\s*(?P<number>[A-Z]?\d+(?:\.\d+)*)\s*[,;)]")
_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)\s*$")
_SENTENCE = re.compile(r"(?<=[a-z)])\.\s")


@dataclass(frozen=True, slots=True)
class Concern:
    """What a plan answers with some actions, by the `id` of its row. `shared`: its text is that of a whole theme, which
    other refs answer too; then the actions' own words say what this one is about."""

    id: int
    ref: str
    text: str
    theme: str = ""
    actions: tuple[str, ...] = ()
    shared: bool = False

    @property
    def own(self) -> str:
        """The words that say what it is about."""
        if self.text and not self.shared:
            return self.text
        return ". ".join(_SENTENCE.split(action, maxsplit=1)[0][:FIRST] for action in self.actions)


@dataclass(frozen=True, slots=True)
class Found:
    """That one stood in an earlier plan as `earlier`. `likeness` of their words, of 100."""

    id: int
    earlier: int
    said: bool
    likeness: int


def repeats(plan: Sequence[Concern], earlier: Sequence[Concern]) -> tuple[Found, ...]:
    """At most one for each concern of the plan: that which it surely is."""
    return tuple(found for one in plan if (found := _repeat(one, earlier)))


def says_so(text: str) -> bool:
    """Does the document itself call it repeated?"""
    return bool(_SAID.search(text))


def about(one: str, other: str) -> str:
    """The subjects that both are about, by name."""
    return ", ".join(sorted(subjects(one) & subjects(other)))


def _repeat(one: Concern, earlier: Sequence[Concern]) -> Found | None:
    said = _SAID.search(one.text)
    if said and said["which"] and (named := _named(said["which"], earlier)):
        return Found(one.id, named.id, True, round(_likeness(one, named)))
    alike = [other for other in earlier if _is_same(one.text, other.text)]
    kin = alike or [other for other in earlier if subjects(one.own) & subjects(other.own)]
    if not kin:
        return None
    likest = max(kin, key=lambda other: _likeness(one, other))
    return Found(one.id, likest.id, said is not None, round(_likeness(one, likest)))


def _named(which: str, earlier: Sequence[Concern]) -> Concern | None:
    """By the paragraph of the report that it prints behind its words, else by its ref."""
    for other in earlier:
        if any(found["number"] == which for found in _PARAGRAPH.finditer(other.text)):
            return other
    return next((other for other in earlier if other.ref == which), None)


def _is_same(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio  # only a prison with two plans needs it

    return bool(one and other) and ratio(_plain(one), _plain(other), score_cutoff=SAME) > 0


def _likeness(one: Concern, other: Concern) -> float:
    """All that is said of the one, theme and all, against what was asked for in the other."""
    from rapidfuzz.fuzz import token_set_ratio

    said = _plain(" ".join((*one.actions, one.theme, one.text) if one.shared or not one.text else (one.text,)))
    return float(token_set_ratio(said, _plain(other.own)))


def _plain(text: str) -> str:
    """Without the paragraphs of the report that stand in brackets behind it."""
    return folded(_IN_BRACKETS.sub("", text.strip()))
