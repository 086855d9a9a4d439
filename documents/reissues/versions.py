"""The actions of one version of a plan, as far as they are compared with another's, and what was found. Values only."""

from dataclasses import dataclass, field

from documents.reissues.folding import folded, spaced

TELLING_WORDS = 4
"""Fewer ("As above") stand in any plan and tell no action."""


@dataclass(frozen=True, slots=True)
class Version:
    """An action as one version prints it. `id` tells it apart there; `gone`: newer versions did not print it."""

    id: int
    ref: str
    step: str
    text: str
    cells: tuple[str, ...] = ()
    gone: bool = False
    words: str = field(init=False)
    same: str = field(init=False)
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", spaced(self.text))
        object.__setattr__(self, "same", folded(self.text))
        object.__setattr__(self, "vocabulary", frozenset(self.words.split()))

    @property
    def number(self) -> tuple[str, str]:
        return self.ref.casefold(), self.step.casefold()

    @property
    def is_telling(self) -> bool:
        return len(self.words.split()) >= TELLING_WORDS


@dataclass(slots=True)
class Matching:
    """`pairs`: printed → held. `joined`: held, gone as its words are now part of that printed one. `parted`: printed
    anew, its words having been part of that held one. Ids."""

    pairs: dict[int, int] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    parted: dict[int, int] = field(default_factory=dict)
