"""Date phrases within a sentence: where they stand and what days they mean."""

from dataclasses import dataclass
from datetime import date

from plans.dates.company import allowed, may_join
from plans.dates.fenced import half_known
from plans.dates.meaning import Meaning, meaning
from plans.dates.phrases import When
from plans.dates.scanning import Mark, scan
from plans.dates.spans import Span
from plans.dates.tokens import Token
from plans.dates.vague import vague


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at `start` to `end` of the text. `span` None: no such day (`suggestion` is the nearest that exists), or
    `readings` are the several days it may mean: then it must be asked back. With neither it is a date that cannot be
    read (02-23-04), or speaks of time and names no day (soon, in a few weeks)."""

    start: int
    end: int
    words: str
    span: Span | None = None
    suggestion: date | None = None
    readings: tuple[date, ...] = ()

    @property
    def day(self) -> date | None:
        """Due by its last day: of a month alone the last, of mid February the 15th (DESIGN section 5)."""
        return self.span.last if self.span else None

    @property
    def assumed(self) -> bool:
        """Whether the words left something open, so that the day taken must be read back."""
        return self.span is not None and (bool(self.span.assumed) or self.span.first != self.span.last)


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
    return sorted(found, key=lambda one: one.start) if claimed else found


def _own(text: str, marks: list[Mark], when: When) -> list[Found]:
    """What our own grammar reads, from left to right."""
    found: list[Found] = []
    at = 0
    while at < len(marks):
        if _may_begin(marks[at]) and (one := _longest(marks, at, when)):
            end, what = one
            start, stop = marks[at].start, marks[end - 1].end
            found.append(Found(start, stop, text[start:stop], *what))
            at = end
        else:
            at += 1
    return found


_LINKING = "-|&ikAz"
"""Kinds of words that end no phrase."""


def _may_begin(mark: Mark) -> bool:
    """Not "the", nor a word that only links others."""
    return bool(mark.tokens and mark.tokens[0].kind not in "-|&kg" and not mark.called)


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
        if what and (kept := allowed(marks, at, stop, words, what, when)):
            slip = kept.span is not None and any(mark.guessed for mark in marks[at:stop])
            return stop, Meaning(kept.span.assuming("spelling")) if slip and kept.span else kept
    return None


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
    return words


_TO = Token("-", 0, "to")
