"""A word of a date phrase and its kind."""

from typing import NamedTuple


class Token(NamedTuple):
    """A word and its kind, one letter: the letters of a phrase are its shape, which decides how it is read."""

    kind: str
    value: int = 0
    word: str = ""


def century(year: int) -> int:
    """Two figures are a year of this century, never of another: 26 is 2026, 99 is 2099."""
    return year + 2000 if year < 100 else year
