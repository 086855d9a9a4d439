"""A date phrase among its neighbours in the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plans.dates.neighbours import CLOSING, DENYING
from plans.dates.phrases import Words
from plans.dates.scanning import Mark
from plans.dates.words import DROPPED


@dataclass(slots=True)
class Company:
    """The words beside a phrase within its clause, "" at the clause's edge. `definite`: "the" is before it, `split`:
    "of" or "the" is in it, `denied`: it follows a "not"; `prior` is the mark right before it."""

    words: Words
    kinds: str
    marks: Sequence[Mark]
    before: str
    after: str
    beyond: str
    definite: bool
    split: bool
    denied: bool
    prior: Mark | None

    @property
    def ends(self) -> bool:
        return not self.after or self.after in CLOSING or self.timed

    @property
    def timed(self) -> bool:
        return _TIME.fullmatch(self.after) is not None

    @property
    def alone(self) -> bool:
        return not self.before and not self.after

    @property
    def capital(self) -> bool:
        return self.marks[0].capital and bool(self.before)

    def inner(self) -> "Company":
        """After the October inspection: what follows "after" must be a date by itself."""
        definite = len(self.marks) > 1 and self.marks[1].word == "the"
        return replace(
            self,
            words=self.words[1:],
            kinds=self.kinds[1:],
            marks=self.marks[2 if definite else 1 :],
            before=self.words[0].word,
            definite=definite,
        )


_TIME = re.compile(r"\d{1,2}(?:(?:[.:]\d\d)?(?:am|pm)|:\d\d)", re.ASCII)


def company(marks: Sequence[Mark], at: int, end: int, words: Words) -> Company:
    """Of the phrase that the marks from `at` to `end` are."""
    apart = marks[at].apart or marks[at].listed
    first = at - 1
    definite = first >= 0 and not marks[at].apart and marks[first].word == "the"
    if definite:
        apart, first = marks[first].apart, first - 1
    return Company(
        words,
        "".join(word.kind for word in words),
        marks[at:end],
        "" if apart or first < 0 else marks[first].word,
        *_following(marks, end),
        definite,
        any(mark.word in DROPPED for mark in marks[at:end]),
        words[0].kind == "A" and _is_denied(marks[max(first - 3, 0) : at]),
        marks[at - 1] if at and not marks[at].apart else None,
    )


def _is_denied(marks: Sequence[Mark]) -> bool:
    """Not before March; it won't be ready before Friday."""
    return any(mark.word in DENYING or mark.word.endswith("n't") for mark in marks)


def _following(marks: Sequence[Mark], end: int) -> tuple[str, str]:
    """The next two words of the clause."""
    after = "" if end == len(marks) or marks[end].apart or marks[end].listed else marks[end].word
    beyond = marks[end + 1].word if after and end + 1 < len(marks) and not marks[end + 1].apart else ""
    return after, beyond
