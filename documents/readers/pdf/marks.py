"""What a page bears once it is upright: pieces of text and straight rules. Values only."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """Letters painted one after the other, no space among them. Points; `base` is the baseline, down the page.

    `spaced`: a space was painted right after it.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    spaced: bool = False
    bold: bool = False

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: across at height `at`, or down at `at` from the left; from `start` to `end`. Points."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Sheet:
    """One page: its number from 1, its size as read, `hidden` when its words are an unseen layer, `pictured` when
    pictures cover much of it, `sideways` how many letters stand across the rest."""

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictured: bool = False
    hidden: bool = False
    sideways: int = 0
