"""Words as searched for: "drugs" finds "drug". One function serves the text that is stored and the words asked for."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@cache
def _english() -> _Stemmer:
    import snowballstemmer  # a fifth of a second to load: only searches and imports pay for it

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    return _english().stemWord(word)


def stem(words: str) -> tuple[str, ...]:
    """The stem of each word, in order. Self-harm is two words; 's belongs to none."""
    plain = words.casefold().replace("’", "'")
    return tuple(stem_of(found[0].removesuffix("'s")) for found in _WORD.finditer(plain))


def searchable(text: str) -> tuple[str, str]:
    """An action's text as stored for searching: each stem once between spaces, and the text folded for phrases."""
    stems = dict.fromkeys(stem(text))
    return f" {' '.join(stems)} " if stems else " ", folded(text)


def folded(text: str) -> str:
    """For exact phrases: case, white space and the shape of quotes and dashes make no difference."""
    straight = unicodedata.normalize("NFKC", text).translate(_STRAIGHT)
    return " ".join(straight.casefold().split())


_STRAIGHT = str.maketrans({**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑‒–−", "-")})
