"""The words of a sentence, each with its place and what it can be in a date."""

import re
from dataclasses import dataclass

from plans.dates.tokens import Token
from plans.dates.words import MONTHS, each, folded, joined

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


def scan(text: str) -> list[Mark]:
    """Addresses on the web and refs that are called so ("action 12") hold no dates."""
    hidden = (
        [found.span() for found in _ADDRESS.finditer(text)] if "@" in text or "://" in text or "www" in text else []
    )
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
            mark.tokens = _held(word)
        marks.append(mark)
        end, stopped = found.end(), found.group()[stop - found.start() :].startswith(".")
    return _together(marks)


_DIGIT = re.compile(r"\d")


def _bare(chunk: str, start: int) -> tuple[int, int, str]:
    """Without the quotes, underscores and full stop round it."""
    word = chunk.rstrip("._'’”—/")
    stripped = word.lstrip("_‘’—/." if word[1:2].isdigit() else "_'‘’—/.")
    start += len(word) - len(stripped)
    return start, start + len(stripped), folded(stripped)


def _held(word: str) -> list[Token] | None:
    if word in ("-", "—"):
        return [_DASH]
    found = each(word)
    return each(word[:-2]) if found is None and word.endswith("'s") else found


_DASH = Token("-", 0, "-")


def _together(marks: list[Mark]) -> list[Mark]:
    """Good Friday, bank holiday, close of play: one word."""
    words = [mark.word for mark in marks]
    made: list[Mark] = []
    at = 0
    while at < len(marks):
        mark, length = marks[at], 1
        if found := joined(words, at):
            length = found[1]
            if not any(other.apart or other.listed for other in marks[at + 1 : at + length]):
                mark = Mark(
                    " ".join(words[at : at + length]),
                    mark.start,
                    marks[at + length - 1].end,
                    found[0],
                    mark.apart,
                    mark.listed,
                    mark.called,
                    mark.capital,
                )
            else:
                length = 1
        made.append(mark)
        at += length
    return made
