"""The words of a sentence, each with its place and what it can be in a date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from plans.dates.figures import figures
from plans.dates.spelling import meant
from plans.dates.tokens import Token
from plans.dates.words import ABBREVIATED, JOINED, MONTHS, each, folded, joined

_CHUNK = re.compile(r"\d{1,2}:\d\d|[^\s,;:!?()\[\]{}<>\"“”„*~`…|=]+")
_ADDRESS = re.compile(r"\S*(?:://|@)\S*|www\.\S+", re.IGNORECASE)
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_CALLED = (
    r"\b(?:actions?|refs?|references?|items?|steps?|numbers?|nos?|recs?|recommendations?|concerns?|points?|lines?|rows?|"
    r"sections?|paras?|paragraphs?|pages?)\b[.:]?\s*#?"
    rf"(?P<refs>\d[\w./]*(?:(?:\s*(?:,|&|-|–|\band\b|\bor\b|\bto\b)\s*)\d[\w./]*\b(?!\s*(?:of\s+)?(?:{_MONTH_NAMES})\b))*)"
)


@dataclass(slots=True)
class Mark:
    """A word at its place. `tokens` is empty for "the" and None for what no date holds; `guessed` for a slip of the
    pen; `apart` where a clause begins, `listed` after a comma, `called` in a ref that is called so."""

    word: str
    start: int
    end: int
    tokens: tuple[Token, ...] | None
    apart: bool
    listed: bool
    called: bool = False
    capital: bool = False
    guessed: bool = False


def scan(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[Mark]:
    """Addresses on the web and refs that are called so ("action 12") hold no dates, nor what is `claimed` already."""
    hidden = _hidden(text, claimed)
    marks: list[Mark] = []
    end, stopped, kind, joins = 0, True, "", False
    for found in _CHUNK.finditer(text):
        start = found.start()
        gap, chunk, end = text[end:start], found.group(), found.end()
        first, word = (start, chunk.casefold()) if chunk.isalnum() else _bare(chunk, start)
        if not word:
            stopped = True
            continue
        last = first + len(word) if len(word) <= len(chunk) else end
        apart, listed = stopped or (gap != " " and _parts(gap)), "," in gap
        covered = any(one <= first < other for one, other in hidden)
        tokens, guessed = _NOTHING if covered else held(word, "" if apart else kind)
        marks.append(Mark(word, first, last, tokens, apart, listed, False, chunk[first - start].isupper(), guessed))
        kind = tokens[-1].kind if tokens else ""
        joins = joins or word in JOINED
        stopped = text[last : last + 1] == "." and not (word in ABBREVIATED and _GOES_ON.match(text, last + 1))
    if _DIGIT.search(text):
        _call(marks, text)
    return _together(marks) if joins else marks


def _parts(gap: str) -> bool:
    """Whether what stands between two words makes two clauses of them."""
    return "\n" in gap or bool(gap.strip(" \t\r\xa0*_~`,"))


_GOES_ON = re.compile(r"\s+(?:[12]\d\d\d|\d{1,2}(?:st|nd|rd|th|\s+[a-z]{3}))\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _hidden(text: str, claimed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if "@" in text or "://" in text or "www" in text:
        return [*claimed, *(found.span() for found in _ADDRESS.finditer(text))]
    return list(claimed)


def _call(marks: Sequence[Mark], text: str) -> None:
    for found in _called().finditer(text):
        first, last = found.span("refs")
        for mark in marks:
            mark.called |= first <= mark.start < last


@cache
def _called() -> re.Pattern[str]:
    # Compiled when first needed, as in fenced and vague: a cold question has no use for it.
    return re.compile(_CALLED, re.IGNORECASE)


def _bare(chunk: str, start: int) -> tuple[int, str]:
    """Without the quotes, underscores and full stop round it."""
    word = chunk.rstrip("._'’”—/")
    stripped = word.lstrip("_‘’—/." if word[1:2].isdigit() else "_'‘’—/.")
    return start + len(word) - len(stripped), folded(stripped)


_Held = tuple[tuple[Token, ...] | None, bool]


@lru_cache(maxsize=8_000)
def held(word: str, after: str = "") -> _Held:
    """What the word can be in a date: Monday's is Monday, Febuary a slip, 02-23-04 a date that cannot be read."""
    if word == "-":
        return (_DASH,), False
    if _NUMERIC.fullmatch(word):
        return tuple(each(word) or ()) if figures(word) else (_UNREADABLE,), False
    found = each(word, after)
    if found is None and word.endswith("'s"):
        found = each(word[:-2])
    if found is None and (name := meant(word)):
        return tuple(each(name) or ()), True
    return (None if found is None else tuple(found)), False


_NOTHING: _Held = (None, False)
_DASH, _UNREADABLE = Token("-", 0, "-"), Token("?")
_NUMERIC = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d\d|[12]\d\d\d)|[12]\d\d\d([/.-])\d{1,2}\2\d{1,2}", re.ASCII)


def _together(marks: list[Mark]) -> list[Mark]:
    """Good Friday, bank holiday, close of play: one word."""
    words = [mark.word for mark in marks]
    made: list[Mark] = []
    at = 0
    while at < len(marks):
        mark, length = marks[at], 1
        found = joined(words, at)
        if found and not any(other.apart or other.listed for other in marks[at + 1 : at + found[1]]):
            length = found[1]
            last = marks[at + length - 1].end
            mark = replace(mark, word=" ".join(words[at : at + length]), end=last, tokens=tuple(found[0]))
        made.append(mark)
        at += length
    return made
