"""The words of one question laid out, and who has claimed which. Each reader of words claims; nobody drops a word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from plans.queries.cleaning import Word
from plans.queries.questions import Code, Mine
from plans.queries.vocabulary import Vocabulary


@dataclass(slots=True)
class Claim:
    """Words `start` to `end` (left out) are understood as `value`. `negative` after "not"."""

    kind: str
    start: int
    end: int
    value: Any = None
    negative: bool = False


_START = attrgetter("start")


@dataclass(slots=True)
class Problem:
    code: Code
    about: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass
class Board:
    words: list[Word]
    vocabulary: Vocabulary
    today: date
    mine: str | Mine | None = None
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read_as: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.texts = [word.text for word in self.words]
        self.held: list[Claim | None] = [None] * len(self.words)

    def claim(self, kind: str, start: int, end: int, value: Any = None) -> Claim:
        made = Claim(kind, start, end, value)
        self.claims.append(made)
        for at in range(start, end):
            self.held[at] = made
        return made

    def free(self) -> Iterator[int]:
        """Places nobody has claimed, as the walk comes to them."""
        return (at for at in range(len(self.words)) if self.held[at] is None)

    def is_free(self, start: int, end: int) -> bool:
        return end <= len(self.words) and not any(self.held[start:end])

    def run(self, at: int) -> list[str]:
        """The unclaimed words from `at` to the next claimed one."""
        end = at
        while end < len(self.words) and self.held[end] is None and self.words[end].kind == "word":
            end += 1
        return self.texts[at:end]

    def match(self, at: int, phrases: Mapping[tuple[str, ...], Any] | frozenset[tuple[str, ...]], longest: int) -> int:
        """How many unclaimed words from `at` make the longest of the phrases; 0 for none."""
        run = self.run(at)[:longest]
        return next((length for length in range(len(run), 0, -1) if tuple(run[:length]) in phrases), 0)

    def of(self, *kinds: str) -> list[Claim]:
        found = [claim for claim in self.claims if claim.kind in kinds]
        if len(found) > 1:
            found.sort(key=_START)
        return found

    def values(self, kind: str, *, negative: bool = False) -> list[Any]:
        return [claim.value for claim in self.of(kind) if claim.negative == negative]

    def at(self, place: int) -> Claim | None:
        return self.held[place] if 0 <= place < len(self.words) else None

    def text(self, place: int) -> str:
        return self.texts[place] if 0 <= place < len(self.words) else ""

    def raw(self, start: int, end: int) -> str:
        """As typed; a word that was split is said once."""
        raws = [word.raw for word in self.words[start:end]]
        return " ".join(raw for at, raw in enumerate(raws) if not at or raw != raws[at - 1])

    def fail(self, code: Code, *about: str, names: tuple[str, ...] = ()) -> None:
        self.problems.append(Problem(code, about, names))
