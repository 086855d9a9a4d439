"""Whether words read as a target at all, whatever day it is: asked of the same few phrases over and over."""

from datetime import date
from functools import lru_cache

from plans.targets import Target, read_target

_NO_DAY = date(2000, 1, 1)


@lru_cache(maxsize=4096)
def target(words: str) -> Target:
    """What the words mean as a target; of a phrase without a year only that it is one."""
    return read_target(words, _NO_DAY)


def reads(words: str) -> bool:
    """Can the words stand in a date column, a blank one included?"""
    return target(words).problem is None


def is_date(words: str) -> bool:
    """Do they name a day, a start, or a status?"""
    found = target(words)
    return found.problem is None and bool(found.due or found.starts or found.status != "not_started")
