"""What the load asks: thousands of different questions about one prison each, and how often each kind is asked.

`Prison overdue` is the commonest, in several ways of saying it. One in a hundred may be about every live plan at once.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from benchmarks.wording import ABOUT, OWNERS, THEMES
from plans.prisons import ALSO_WORDS

Draw = Callable[[random.Random, str], str]

_OVERDUE = (
    "{} overdue",
    "{} overdue",
    "{} overdue",
    "overdue {}",
    "HMP {} late",
    "what is overdue at {}?",
    "{} OVERDUE",
)


def _overdue(chance: random.Random, prison: str) -> str:
    return chance.choice(_OVERDUE).format(prison)


def _owner(chance: random.Random, prison: str) -> str:
    return f"{prison} {chance.choice(OWNERS)}{chance.choice(('', ' open', ' overdue'))}"


def _range(chance: random.Random, prison: str) -> str:
    first = chance.randint(1, 11)
    return f"{prison} {first}-{first + 3}"


def _month(chance: random.Random, prison: str) -> str:
    return (
        f"{prison} {chance.choice(('due by', 'due in', 'overdue, due in'))} {date(2024, chance.randint(1, 12), 1):%B}"
    )


def _estate(chance: random.Random, prison: str) -> str:
    return f"{chance.choice(OWNERS[1:])} {chance.choice(('overdue', 'open', 'due soon'))}"


POOL = 2_000

KINDS: dict[str, tuple[int, Draw]] = {
    "overdue": (40, _overdue),
    "open": (15, lambda chance, prison: f"{prison} {chance.choice(('open', 'outstanding', 'not done'))}"),
    "all": (12, lambda chance, prison: f"{prison}{chance.choice(('', ' actions', ' all actions'))}"),
    "due soon": (8, lambda chance, prison: f"{prison} due soon"),
    "owner": (8, _owner),
    "theme": (5, lambda chance, prison: f"{prison} {chance.choice(THEMES)}{chance.choice(('', ' open'))}"),
    "range": (4, _range),
    "month": (4, _month),
    "late by": (2, lambda chance, prison: f"{prison} overdue by more than {chance.randint(1, 90)} days"),
    "ref": (2, lambda chance, prison: f"{prison} {chance.randint(1, 15)}{chance.choice(('', 'a'))}"),
    "text": (2, lambda chance, prison: f"{prison} about {chance.choice(ABOUT)}"),
}


def drawn(count: int, prisons: Sequence[str], seed: int, *, estate: bool = True) -> list[str]:
    """So many questions out of the two thousand that an organisation asks; a round's seed chooses among them.

    With `estate`, one in a hundred is of an owner in every live plan.
    """
    pool, chance = _pool(tuple(prisons), estate), random.Random(seed)
    return [chance.choice(pool) for _ in range(count)]


@cache
def _pool(prisons: tuple[str, ...], estate: bool) -> list[str]:
    chance = random.Random(0)
    askable = [prison for prison in prisons if prison.casefold() not in ALSO_WORDS]
    draws = [draw for weight, draw in KINDS.values() for _ in range(weight)]
    return [
        (_estate if estate and chance.random() < 0.01 else chance.choice(draws))(chance, chance.choice(askable))
        for _ in range(POOL)
    ]


def no_two_alike(texts: Sequence[str], seed: int) -> list[str]:
    """The same questions, each typed in capitals and small letters of its own: nothing kept by its text is any use."""
    chance = random.Random(seed)
    return ["".join(letter.upper() if chance.random() < 0.5 else letter for letter in text) for text in texts]
