"""Prisoner numbers masked (DESIGN section 5): a letter, four digits, two letters, any case, with or without spaces."""

import re

MASK = "[…]"  # no longer than what it stands for, so that no limit is passed

_NUMBER = re.compile(
    r"""(?<![A-Za-z0-9])
    (?!(?-i:[Aa]|I)\ (?:19|20)\d\d\ (?-i:[a-z]{2})\b)  # "a 2024 in" is of a year
    [A-Z][\s\u200b]{0,2}\d{4}[\s\u200b]{0,2}
    (?:[A-Z]{2}(?![A-Za-z0-9])|[A-Z]?…)  # cut short it is still told by its start
    """,
    re.IGNORECASE | re.VERBOSE,
)


def masked(words: str) -> str:
    return _NUMBER.sub(MASK, words)
