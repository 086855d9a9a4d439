"""The ways to say a name: its telling words, abbreviations, expansions and parts. It knows parties, not plans."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plans.owners import key
from plans.parties import AREAS, EXPANSIONS, SAME_PARTY, WHOLE_NAMES

Run = tuple[str, ...]

CONNECTORS = frozenset(
    ["and", "&", "of", "the", "for", "in", "to", "a", "an", "with", "/", "-", "at", "by", "from", "or"]
)
WEAK = frozenset(
    """
    action actions area concern concerns date day days department deputy director early executive group head hm lead
    leads main manager managers national number office officer out plan plans prison prisons recommendation
    recommendations regional region senior service services team teams time unit week world yoi hmp provider month
    year key no other new local on due all open done late governor i s part cell work order risk risks planning
    planned operational operations estate delivery contracted priority priorities provision management managed
    managing development developments improvement improvements response responses resilience insight insights
    support contact world outside main chair public central national practice effective resources unit capability
    use
    """.split()
)
"""Words that say too little to stand for a longer name by themselves: "key" says no theme, "key concerns" does."""


def content(words: str) -> Run:
    """The words of a name that tell it from others: no brackets, no "and", "of", "the"; D&I stays one word."""
    plain = re.sub(r"\([^)]*\)?", " ", words.casefold().replace("’", "'"))
    pieces = re.split(r"[\s,;/\-]+", plain)
    return tuple(
        word for piece in pieces if (word := piece.strip(".'\":").removesuffix("'s")) and word not in CONNECTORS
    )


def says(run: Run) -> bool:
    """Whether part of a name says enough to stand for it: two words do, or one that is not weak."""
    if AREAS.issuperset(run):
        return False  # "Kent" is a place that many posts and prisons share, no owner
    return len(run) > 1 or any(word not in WEAK and not word.isdigit() and len(word) > 1 for word in run)


def is_generic(part: Run, run: Run) -> bool:
    """ "Probation" is no part of HMPPS, though HMPPS written out holds the word."""
    return any(
        run[at : at + len(_SERVICE)] == _SERVICE and len(part) < len(_SERVICE) and set(part) <= set(_SERVICE)
        for at in range(len(run) - len(_SERVICE) + 1)
    )


_SERVICE = ("hm", "prison", "probation", "service")


@lru_cache(maxsize=1)
def known_parties() -> dict[Run, str]:
    """Every abbreviation and name of a party that is known at all: its key."""
    said = [(form, forms[0]) for short, forms in EXPANSIONS.items() for form in (short, *forms)]
    said += [(form, forms[0]) for forms in SAME_PARTY for form in forms] + [(form, form) for form in WHOLE_NAMES]
    return {content(form): key(first) for form, first in said if content(form)}


@lru_cache(maxsize=1)
def _runs_of_parties() -> dict[str, list[Run]]:
    return {
        party: [run for run, other in known_parties().items() if other == party] for party in known_parties().values()
    }


def ways_to_say(party: str, names: Iterable[str]) -> Iterator[Run]:
    """A party's names as printed and shown, and as known by abbreviation or expansion. `party` is its key."""
    for run in {content(form) for form in (party, *names)}.union(_runs_of_parties().get(party, ())):
        yield from spellings(run)


@lru_cache(maxsize=1)
def _abbreviated() -> tuple[tuple[Run, Run], ...]:
    pairs = [(content(short), content(long)) for short, forms in EXPANSIONS.items() for long in forms]
    return tuple(pair for short, long in pairs for pair in ((short, long), (long, short)) if short and long)


@lru_cache(maxsize=2048)
def spellings(run: Run) -> frozenset[Run]:
    """The run with each abbreviation in it written out, each expansion shortened, co-ordinator in one word."""
    found = {run} if run else set()
    for one, other in _abbreviated():
        for at in range(len(run) - len(one) + 1):
            if run[at : at + len(one)] == one:
                found.add(run[:at] + other + run[at + len(one) :])
    for at in range(len(run) - 1):
        if run[at] in _PREFIXES:
            found.add((*run[:at], run[at] + run[at + 1], *run[at + 2 :]))
    return frozenset(found)


_PREFIXES = frozenset({"co", "re", "self", "multi", "inter", "health"})


def parts(run: Run) -> Iterator[Run]:
    for start in range(len(run)):
        for end in range(start + 1, len(run) + 1):
            yield run[start:end]
