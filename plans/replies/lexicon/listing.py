"""How the words are written down: between commas, or as every combination of alternatives."""

from itertools import product


def listed(words: str) -> list[str]:
    """Phrases between commas."""
    return [phrase for part in words.split(",") if (phrase := " ".join(part.split()))]


def products(*parts: str) -> list[str]:
    """Every combination of the alternatives; "-" is none of them."""
    lists = [["" if word == "-" else word for word in listed(part)] for part in parts]
    return [" ".join(" ".join(words).split()) for words in product(*lists)]
