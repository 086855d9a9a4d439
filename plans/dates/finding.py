"""Date phrases within a sentence: where they stand and what days they mean."""

from datetime import date

from plans.dates.bearing import is_date
from plans.dates.company import Company, company
from plans.dates.doubting import doubted
from plans.dates.fenced import half_known
from plans.dates.found import Found
from plans.dates.joining import may_join
from plans.dates.meaning import Meaning, meaning
from plans.dates.pairing import paired
from plans.dates.phrases import When
from plans.dates.scanning import Mark, scan
from plans.dates.tokens import Token
from plans.dates.vague import vague

_LONGEST = 12


def find(text: str, today: date, *, past: bool = False) -> list[Found]:
    """Every date phrase in the text, in order, none within another. Numbers that are refs or percentages are none.

    A year left out is the one to come, with `past` the one just gone; what lies more than five years off, either way,
    is asked back.
    """
    claimed = [*half_known(text, today), *vague(text, today)]
    marks = scan(text, [(start, end) for start, end, _ in claimed])
    found = [Found(start, end, text[start:end], *what) for start, end, what in claimed]
    found += _own(text, marks, When(today, past))
    found = sorted(found, key=lambda one: one.start) if claimed else found
    return paired(text, found) if len(found) > 1 else found


def _own(text: str, marks: list[Mark], when: When) -> list[Found]:
    """What our own grammar reads, from left to right."""
    found: list[Found] = []
    at = 0
    while at < len(marks):
        if _may_begin(marks, at) and (one := _longest(marks, at, when)):
            end, what = one
            start, stop = marks[at].start, marks[end - 1].end
            found.append(Found(start, stop, text[start:stop], *what))
            at = end
        else:
            at += 1
    return found


_LINKING = "-|&ikAz"
"""Kinds of words that end no phrase."""


def _may_begin(marks: list[Mark], at: int) -> bool:
    """Not "the", nor a word that only links others; on or before 3 March includes it, so "before" is none of it."""
    mark = marks[at]
    if not mark.tokens or mark.called or mark.tokens[0].kind in "-|&kg":
        return False
    return mark.tokens[0].kind != "A" or not at or marks[at - 1].word != "or"


def _longest(marks: list[Mark], at: int, when: When) -> tuple[int, Meaning] | None:
    """The longest phrase that begins here, and the mark after it."""
    end = at + 1
    while end < len(marks) and end - at < _LONGEST and may_join(marks, end):
        end += 1
    for stop in range(end, at, -1):
        last = marks[stop - 1].tokens
        if not last or (last[-1].kind in _LINKING and last[-1].word != "time"):
            continue
        words = _words(marks, at, stop)
        what = meaning(words, when)
        if what and is_date(here := company(marks, at, stop, words)):
            return stop, _spelt(doubted(here, what, when), here)
    return None


def _spelt(what: Meaning, here: Company) -> Meaning:
    """A slip of the pen is read back."""
    if what.span and any(mark.guessed for mark in here.marks):
        return Meaning(what.span.assuming("spelling"))
    return what


def _words(marks: list[Mark], at: int, end: int) -> list[Token]:
    words = [token for mark in marks[at:end] for token in mark.tokens or ()]
    if at and marks[at - 1].word == "between":
        words = [_TO if word.kind == "&" else word for word in words]
    if (
        at > 1
        and len(words) == 1
        and words[0].kind == "n"
        and [mark.word for mark in marks[at - 2 : at]] == ["on", "the"]
    ):
        words = [Token("o", words[0].value)]
    if len(words) > 1 and words[-1].kind == "n" and words[-2].kind in "qshH" and 20 <= words[-1].value <= 39:
        words[-1] = Token("y", 2000 + words[-1].value)  # Q2 26
    return words


_TO = Token("-", 0, "to")
