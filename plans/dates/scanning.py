"""The words of a sentence, each with its place and what it can be in a date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plans.dates.figures import figures
from plans.dates.spelling import meant
from plans.dates.tokens import Token
from plans.dates.words import ABBREVIATED, MONTHS, each, folded, joined

_CHUNK = re.compile(r"[^\s,;:!?()\[\]{}<>\"“”„*~…|=]+")
_ADDRESS = re.compile(r"\S*(?:://|@)\S*|www\.\S+", re.IGNORECASE)
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_CALLED = re.compile(
    r"\b(?:actions?|refs?|references?|items?|steps?|numbers?|nos?|recs?|recommendations?|concerns?|points?|lines?|rows?|"
    r"sections?|paras?|paragraphs?|pages?)\b[.:]?\s*#?"
    rf"(?P<refs>\d[\w./]*(?:(?:\s*(?:,|&|-|–|\band\b|\bor\b|\bto\b)\s*)\d[\w./]*\b(?!\s*(?:of\s+)?(?:{_MONTH_NAMES})\b))*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Mark:
    """A word at its place. `tokens` is empty for "the" and None for what no date holds; `apart` where a new clause
    begins, `listed` after a comma, `dashed` between spaced dashes."""

    word: str
    start: int
    end: int
    tokens: list[Token] | None
    apart: bool = False
    listed: bool = False
    called: bool = False
    capital: bool = False
    guessed: bool = False


def scan(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[Mark]:
    """Addresses on the web and refs that are called so ("action 12") hold no dates, nor what is `claimed` already."""
    addressed = "@" in text or "://" in text or "www" in text
    hidden = [*claimed, *(found.span() for found in (_ADDRESS.finditer(text) if addressed else ()))]
    called = [found.span("refs") for found in _CALLED.finditer(text)] if _DIGIT.search(text) else []
    marks: list[Mark] = []
    end, stopped = 0, True
    for found in _CHUNK.finditer(text):
        gap = text[end : found.start()]
        start, stop, word = _bare(found.group(), found.start())
        if not word:
            stopped, end = True, found.end()
            continue
        mark = Mark(word, start, stop, None, stopped or bool(gap.strip(" \t\r\xa0*_~,")) or "\n" in gap, "," in gap)
        mark.capital = text[start].isupper()
        mark.called = any(first <= start < last for first, last in called)
        if not any(first <= start < last for first, last in hidden):
            _hold(mark, marks[-1] if marks and not mark.apart else None)
        marks.append(mark)
        end = found.end()
        stopped = text[stop : stop + 1] == "." and not (word in ABBREVIATED and _GOES_ON.match(text, stop + 1))
    return _together(marks)


_GOES_ON = re.compile(r"\s+(?:[12]\d\d\d|\d{1,2}(?:st|nd|rd|th|\s+[a-z]{3}))\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _bare(chunk: str, start: int) -> tuple[int, int, str]:
    """Without the quotes, underscores and full stop round it."""
    word = chunk.rstrip("._'’”—/")
    stripped = word.lstrip("_‘’—/." if word[1:2].isdigit() else "_'‘’—/.")
    start += len(word) - len(stripped)
    return start, start + len(stripped), folded(stripped)


def _hold(mark: Mark, before: Mark | None) -> None:
    """What the word can be in a date: Monday's is Monday, Febuary a slip, 02-23-04 a date that cannot be read."""
    word = mark.word
    if word in ("-", "—"):
        mark.tokens = [_DASH]
        return
    if _NUMERIC.fullmatch(word):
        mark.tokens = each(word) if figures(word) else [Token("?")]
        return
    mark.tokens = each(word, before.tokens[-1].kind if before and before.tokens else "")
    if mark.tokens is None and word.endswith("'s"):
        mark.tokens = each(word[:-2])
    elif mark.tokens is None and (name := meant(word)):
        mark.tokens, mark.guessed = each(name), True


_DASH = Token("-", 0, "-")
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
            tokens, length = found
            mark = replace(mark, word=" ".join(words[at : at + length]), end=marks[at + length - 1].end, tokens=tokens)
        made.append(mark)
        at += length
    return made
