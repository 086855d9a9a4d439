"""Cells that a spreadsheet would run: how they are written so that it does not, and read again as they were meant."""

import re

_RUN = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How what a spreadsheet runs begins; in full width too, which some fold, and behind white space, which some strip."""
_KEPT = re.compile(rf"'(?={_RUN.pattern})")


def harmless(words: str) -> str:
    """Made to be read and never to be run: behind an apostrophe a spreadsheet takes a formula for words."""
    return f"'{words}" if _RUN.match(words) else words


def as_meant(words: str) -> str:
    """The words without the apostrophe that kept them from being run."""
    return _KEPT.sub("", words, count=1)
