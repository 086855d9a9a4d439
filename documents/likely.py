"""Whom an owner cell that nobody knows may mean: names known or printed elsewhere that are spelt or shortened so."""

import re
from collections.abc import Iterator
from functools import lru_cache

from documents.draft import PlanDraft
from plans.owners import fold, is_sure, known_names

_NEAR = 80
"""Likeness of spelling, of 100: two letters of six that changed places are near. A person chooses."""
_SHOWN = 3
_SMALL = frozenset({"of", "and", "the", "for", "in", "to"})
_BEFORE = re.compile(r"(?P<long>(?:[\w&'’,-]+\s+){1,10})\((?P<short>[A-Z][A-Za-z&]{1,9})\)")


def likely(owner: str, draft: PlanDraft) -> list[str]:
    """At most three, the likeliest first: what the document itself says it stands for, then what it is spelt like."""
    return list(dict.fromkeys([*_written_out(owner, draft), *_spelt(owner, draft)]))[:_SHOWN]


def _written_out(owner: str, draft: PlanDraft) -> Iterator[str]:
    """ "Xenial Quality Zone (XQZ)" stands somewhere in the document; or a name has these initials."""
    if not re.fullmatch(r"[A-Za-z&]{2,10}", owner):
        return
    for words in _texts(draft):
        for found in _BEFORE.finditer(words):
            long = _shortened(found["long"].split(), owner) if found["short"].casefold() == owner.casefold() else None
            if long:
                yield long
    yield from (name for name in _names(owner, draft) if _initials(name.split()) == owner.casefold())


def _texts(draft: PlanDraft) -> Iterator[str]:
    for action in draft.actions:
        yield from filter(None, (action.owner_cell, action.heading, action.text, action.recommendation, action.theme))


def _shortened(words: list[str], short: str) -> str | None:
    """The fewest last words that the letters stand for."""
    for begin in range(len(words) - 1, -1, -1):
        if _initials(words[begin:]) == short.casefold() and words[begin].lower() not in _SMALL:
            return " ".join(words[begin:]).strip(" ,")
    return None


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word.lower() not in _SMALL and word[0].isalnum()).casefold()


def _spelt(owner: str, draft: PlanDraft) -> list[str]:
    from rapidfuzz import fuzz, process

    names = {fold(name): name for name in _names(owner, draft)}
    found = process.extract(fold(owner), list(names), scorer=fuzz.WRatio, limit=_SHOWN, score_cutoff=_NEAR)
    return [names[near] for near, _, _ in found if _is_near(fold(owner), near)]


def _is_near(one: str, other: str) -> bool:
    """A name may be misspelt or longer by a word; two words of five in common are no likeness."""
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one, other) >= _NEAR or set(one.split()) < set(other.split())


def _names(owner: str, draft: PlanDraft) -> list[str]:
    printed = dict.fromkeys(each for action in draft.actions for each in action.owners)
    own = fold(owner)
    return [name for name in dict.fromkeys([*filter(_sure, printed), *known_names()]) if _folded(name) != own]


_sure, _folded = lru_cache(20_000)(is_sure), lru_cache(20_000)(fold)  # asked of every name, for each in doubt
