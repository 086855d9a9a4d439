"""Slips of typing: which words are known, and which known word an unknown one was meant for. Never silent."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plans.dates.words import is_word as is_date_word
from plans.prisons import beginning, closest
from plans.queries import lexicon
from plans.queries.lateness import COMPARISONS
from plans.queries.refs import CALLED
from plans.queries.vocabulary import Vocabulary
from plans.queries.windows import WORDS as WINDOW_WORDS

_SHORTEST = 6


class Meant(NamedTuple):
    """`name` of a prison, or the `word` read for the one typed; or the prisons it might be."""

    word: str = ""
    name: str = ""
    unsure: tuple[str, ...] = ()
    unheld: str = ""


@lru_cache(maxsize=1)
def _grammar() -> frozenset[str]:
    """Every word that questions are made of, whatever is held."""
    phrases = (
        *lexicon.STATUS_PHRASES, *lexicon.EXCEPTIONS, *lexicon.ABOUT, *lexicon.WAITING, *lexicon.MINE,
        *lexicon.DATE_NAMES,
    )  # fmt: skip
    sets = (
        lexicon.FILLERS, lexicon.NEGATIONS, lexicon.CHANGED, lexicon.CLOSED_PLANS, lexicon.LIVE_PLANS,
        lexicon.STARTED,
        lexicon.EVERY_PLAN, CALLED, WINDOW_WORDS, COMPARISONS, {"or", "but", "due", "step", "steps", "lead", "leads",
        "led", "leading"},
    )  # fmt: skip
    return frozenset(word for phrase in phrases for word in phrase).union(*sets)


def is_known(word: str, vocabulary: Vocabulary) -> bool:
    return word in _grammar() or word in vocabulary.name_words or is_date_word(word)


def meant_prison(word: str, vocabulary: Vocabulary) -> Meant | None:
    """A slip for a prison's name, held or not."""
    if is_known(word, vocabulary):
        return None
    found = closest(word, vocabulary.held)
    if found is None:
        return None
    if found.name not in vocabulary.prison_keys:
        return Meant(unheld=found.name) if found.how == "slip" else None
    return Meant(name=found.name) if found.how == "slip" else Meant(unsure=(found.name,))


def meant(word: str, vocabulary: Vocabulary) -> Meant | None:
    """A slip for a prison; else for a word questions are made of; else the beginning of a prison's name."""
    if not word.replace("'", "").replace("-", "").isalpha():
        return None
    prison = meant_prison(word, vocabulary)
    if prison and not prison.unsure:
        return prison
    other = _word(word, vocabulary)
    if other:
        return Meant(word=other)
    if prison:
        return prison
    names = beginning(word, vocabulary.held)
    if not names:
        return None
    return Meant(name=names[0].name) if names[0].how == "prefix" else Meant(unsure=tuple(found.name for found in names))


def _word(typed: str, vocabulary: Vocabulary) -> str | None:
    """One step (a letter more, less, other, or two swapped) from words of one meaning only.

    The first letter must be right: it is the one people rarely miss, and in un- and in- it turns the meaning round.
    """
    if len(typed) < _SHORTEST - 1 or typed in _REAL_WORDS:
        return None
    near = sorted(
        word for word in _grammar() | vocabulary.name_words | _DATES if word[0] == typed[0] and _is_slip(typed, word)
    )
    return near[0] if near and len({_meaning(word) for word in near}) == 1 else None


def _is_slip(typed: str, word: str) -> bool:
    """Status words may be a step away in any way. Elsewhere a step often leads to another real word, so a filler needs
    letters swapped or doubled, and a name an end that is right, whatever else is not."""
    from rapidfuzz.distance import OSA

    if abs(len(typed) - len(word)) > 1 or len(word) < _SHORTEST - 1:
        return False
    swapped = sorted(typed) == sorted(word)
    if len(typed) < _SHORTEST and not swapped:
        return False
    if OSA.distance(typed, word, score_cutoff=1) != 1:
        return False
    if swapped or (word,) in lexicon.STATUS_PHRASES or typed in (word + "s", word.removesuffix("s")):
        return True
    doubled = len(typed) > len(word) and any(one == other for one, other in pairwise(typed))
    return doubled if word in lexicon.FILLERS else typed[-1] == word[-1] and (len(typed) != len(word) or len(word) > 7)


_REAL_WORDS = frozenset(
    ["auctions", "being", "blocker", "chance", "changed", "closer", "commented", "competed", "competing",
     "contract", "failing", "finisher", "herefordshire", "later", "latest", "loading", "opener", "projection",
     "properly", "reacted", "released", "relocated", "reposted", "resorted", "safely", "staring", "starting",
     "stated", "stating", "survey", "trail", "trial", "waiting", "writing"]
)  # fmt: skip
"""Words of their own that lie a step from words of questions."""


_DATES = frozenset(
    ["january", "february", "march", "april", "august", "september", "october", "november", "december",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
     "tomorrow", "yesterday", "quarter", "financial"]
)  # fmt: skip


def _meaning(word: str) -> str:
    if word in lexicon.FILLERS:
        return "filler"
    return lexicon.STATUS_PHRASES.get((word,), word)
