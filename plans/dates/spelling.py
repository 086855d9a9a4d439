"""Slips in long names of months and weekdays: Febuary, Tuseday, tommorow. What is corrected is read back."""

from functools import lru_cache

from plans.dates.words import LONG_NAMES

_SHORTEST = 6
_EXCEPT = frozenset({"sundry", "sundae", "fridge", "monkey", "assist", "adjust"})


@lru_cache(maxsize=4_000)
def meant(word: str) -> str | None:
    """The one long name that a word is a slip for: a letter or two off, the first letter right, no plural (Mondays)."""
    if len(word) < _SHORTEST - 1 or not word.isalpha() or not word.isascii() or word in _EXCEPT:
        return None
    likely = [name for name in LONG_NAMES if name[0] == word[0] and abs(len(name) - len(word)) <= 2]
    return next((name for name in likely if _is_slip(word, name)), None) if likely else None


def _is_slip(word: str, name: str) -> bool:
    from rapidfuzz.distance import OSA

    if word == name + "s":
        return False
    allowed = 1 if len(name) < 8 else 2
    return OSA.distance(word, name, score_cutoff=allowed) <= allowed
