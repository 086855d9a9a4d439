"""The words of a cleaned reply, each with what it may be: a phrase of the lexicon, a date, a sign, or unknown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from plans.dates import Found
from plans.replies.lengths import is_more
from plans.replies.lexicon import DOUBTS, PHRASES
from plans.replies.lexicon.places import DIVISIONS
from plans.replies.lexicon.spelling import SLIPS
from plans.replies.slips import meant

Kinds = frozenset[str]

UNKNOWN: Kinds = frozenset()
_TOKEN = re.compile(
    r":[a-z_+\d-]{2,40}:|#?\d+(?:[./:]\d+)*(?:st|nd|rd|th|[ivx]{1,5})?(?![^\W_])(?:'s\b)?%?|\b(?:no|wi|o)'(?=\s)|@[\w.]+|"
    r"[^\W_]+(?:'[^\W_]+)*(?:(?<=s)'(?= \w))?%?|\n|\.{2,}|…|[^\s\w]|_",
    re.IGNORECASE,
)
_SIGNS = frozenset(".,;:!?()[]-–—'\"/&+…\n%_*•·")
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_WHERE = frozenset("on in for at across".split())
_COUNTING = frozenset("of the our these those".split())
_ALL = frozenset({"all"})
_OF_ONE = frozenset("is isn't isnt was wasn't wants needs has hasn't isn wasnt hasnt".split())
_MOST_SLIPS = 10
"""Unknown words beyond which a reply is no slip of typing, but about something else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`text` as compared, from `start` to `end` of the reply; `found` the date it is; `refs` the actions it names."""

    text: str
    start: int
    end: int
    kinds: Kinds = UNKNOWN
    found: Found | None = None
    refs: tuple[str, ...] = ()
    capital: bool = False

    def is_a(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_word(self) -> bool:
        """Pictures are words: one that is not known may mean anything. Plain signs are none."""
        return self.text[:1] not in _SIGNS or len(self.text) > 3

    @property
    def is_unknown(self) -> bool:
        return not self.kinds and self.is_word and not self.found and not self.refs


class _Lexicon(NamedTuple):
    """Each phrase's kinds, the most words of a phrase by its first, and all words of phrases."""

    kinds: dict[tuple[str, ...], Kinds]
    longest: dict[str, int]
    words: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    """Made when first needed: what answers no reply need not wait for it."""
    table: dict[tuple[str, ...], set[str]] = {}
    for kind, listed in PHRASES.items():
        for phrase in listed:
            table.setdefault(tuple(_TOKEN.findall(phrase)), set()).add(kind)
    longest: dict[str, int] = {}
    for words in table:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    kinds = {words: frozenset(kinds) for words, kinds in table.items()}
    return _Lexicon(kinds, longest, frozenset(word for words in table for word in words))


def marks(text: str, dates: list[Found]) -> list[Mark]:
    """Dates first; then the longest phrases, with slips put right."""
    tokens = list(_tokens(text, dates))
    tokens = _in_figures(_corrected(tokens))
    found: list[Mark] = []
    at = 0
    while at < len(tokens):
        length, kinds = _phrase_at(tokens, at)
        found.append(_joined(tokens[at : at + length], kinds))
        at += length
    return list(_wholes(found))


def _tokens(text: str, dates: list[Found]) -> Iterator[Mark]:
    at = 0
    for found in dates:
        yield from _plain(text, at, found.start)
        kinds = {"date", "more"} if is_more(found) else {"date"}
        yield Mark(found.words.casefold(), found.start, found.end, frozenset(kinds), found)
        at = found.end
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Mark]:
    for token in _TOKEN.finditer(text, start, end):
        word = token[0].casefold()
        yield Mark(_plainly(word), token.start(), token.end(), capital=token[0][0].isupper())


def _plainly(word: str) -> str:
    """5's done; no' mine; wi' that."""
    return word.removesuffix("'s") if word[0].isdigit() else {"no'": "not", "wi'": "with", "o'": "of"}.get(word, word)


def _phrase_at(tokens: list[Mark], at: int) -> tuple[int, Kinds]:
    first = tokens[at]
    if first.found:
        return 1, first.kinds
    phrases = _lexicon()
    for length in range(min(phrases.longest.get(first.text, 1), len(tokens) - at), 0, -1):
        words = tokens[at : at + length]
        if kinds := phrases.kinds.get(tuple(word.text for word in words)):
            return length, kinds
    return 1, _by_form(first.text)


def _wholes(found: list[Mark]) -> Iterator[Mark]:
    """On all four wings, every landing, each of the 3 units: no part of the work, but all of it."""
    at = 0
    while at < len(found):
        end = _whole_from(found, at)
        yield _joined(found[at:end], _ALL) if end > at + 1 else found[at]
        at = end


def _whole_from(found: list[Mark], at: int) -> int:
    start = at + (found[at].text in _WHERE and at + 1 < len(found))
    if found[start].kinds != _ALL:
        return at + 1
    for end in range(start + 1, min(start + 5, len(found))):
        word = found[end].text
        if word in DIVISIONS:
            return end + 1
        if word not in _COUNTING and not word.isdigit() and word not in _NUMBERS:
            break
    return at + 1


def _by_form(word: str) -> Kinds:
    """Words known by their shape: isn't, they'll, uncompleted, half-done."""
    if word.endswith("n't"):
        return frozenset({"not"})
    if word.endswith("'ll"):
        return frozenset({"will"})
    if word.endswith("%"):
        return frozenset({"part"})
    if word.endswith("ish") and word.removesuffix("ish") in _lexicon().words:
        return frozenset({"hedge"})  # soonish, completeish
    if word.endswith("'s"):  # nowt's been done
        return _lexicon().kinds.get((word.removesuffix("'s"),), UNKNOWN) & DOUBTS
    for prefix in ("un", "in", "non", "re", "pre", "mis", "semi", "half", "part", "not"):
        if word.startswith(prefix) and "done" in _lexicon().kinds.get((word.removeprefix(prefix),), UNKNOWN):
            return frozenset({"not"})
    return frozenset({"quote"}) if word in ('"', "'") else UNKNOWN


def _joined(tokens: list[Mark], kinds: Kinds) -> Mark:
    if len(tokens) == 1:
        return replace(tokens[0], kinds=kinds)
    return Mark(" ".join(token.text for token in tokens), tokens[0].start, tokens[-1].end, kinds)


def _corrected(tokens: list[Mark]) -> list[Mark]:
    strange = [at for at, token in enumerate(tokens) if _is_strange(token)]
    if len(strange) > _MOST_SLIPS:
        strange = [at for at in strange if tokens[at].text in SLIPS]
    for at in strange:
        tokens[at] = replace(tokens[at], text=meant(tokens[at].text))
    return tokens


def _in_figures(tokens: list[Mark]) -> list[Mark]:
    """Six is done; nine's finished; ten wants longer: one verb for them, so names and not counts."""
    for at, token in enumerate(tokens):
        word = token.text.removesuffix("'s")
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if word in _NUMBERS and (word != token.text or following in _OF_ONE):
            tokens[at] = replace(token, text=str(_NUMBERS.index(word) + 2))
    return tokens


def _is_strange(token: Mark) -> bool:
    word = token.text
    return not token.found and (word in SLIPS or (len(word) > 4 and word.isalpha() and word not in _lexicon().words))
