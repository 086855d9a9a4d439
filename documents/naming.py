"""What owner cells leave open, as flags of their actions: who is meant, and whether one party or several."""

from collections.abc import Iterable

from plans.joint_owners import perhaps_parties
from plans.owners import is_sure

WHO = "who is “{}”?"
SEVERAL = "is “{}” one party or several?"


def doubts(owners: Iterable[str]) -> list[str]:
    """A flag for each party that only a person can tell. The printed words are kept whatever they say."""
    asked = [SEVERAL.format(owner) if perhaps_parties(owner) else WHO.format(owner) for owner in owners if _open(owner)]
    return list(dict.fromkeys(asked))


def _open(owner: str) -> bool:
    return not is_sure(owner) or bool(perhaps_parties(owner))
